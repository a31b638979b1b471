import { serve } from 'common';
import { name } from './name.js';

serve(name);
