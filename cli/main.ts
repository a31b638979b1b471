import process from 'node:process';
import { runCli } from './run.ts';

void runCli(process);
