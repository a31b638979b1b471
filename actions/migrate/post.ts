import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { cleanUp } from './clean-up.ts';
import { readInputs } from './inputs.ts';

void runAction({ name: 'migrate', readInputs, run: cleanUp }, process);
