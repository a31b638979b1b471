/** Reads what a source target recorded, and brings its images and sites to the next target. */
import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { readInputs } from './inputs.ts';
import { run } from './run.ts';

void runAction({ name: 'promotion', readInputs, run }, process);
