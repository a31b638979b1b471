import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { readInputs } from './inputs.ts';
import { run } from './run.ts';

void runAction({ name: 'migrate', readInputs, run: (inputs, context) => run(inputs, context, process.pid) }, process);
