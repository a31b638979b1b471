import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { cleanUpMigration } from './clean-up.ts';
import { readInputs } from './inputs.ts';

void runAction({ name: 'migrate', readInputs, run: cleanUpMigration }, process);
