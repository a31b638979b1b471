import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { cleanUpBuild } from './clean-up.ts';

void runAction(
  { name: 'build-image', readInputs: () => undefined, run: (_, context) => cleanUpBuild(context) },
  process,
);
