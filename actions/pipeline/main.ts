/** Entry of the main phase. */
import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { readInputs } from './inputs.ts';
import { run } from './run.ts';

void runAction({ name: 'pipeline', readInputs, run }, process);
