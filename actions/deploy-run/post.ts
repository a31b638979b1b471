import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { readInputs } from './inputs.ts';
import { leftWork, post } from './release/end-release.ts';

// Without state main left nothing; its input errors have been said once.
runAction(
  {
    name: 'deploy-run',
    readInputs: (reader, context) => (leftWork(context) ? readInputs(reader, context) : undefined),
    run: post,
  },
  process,
);
