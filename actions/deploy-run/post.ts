import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { readInputs } from './inputs.ts';
import { post, ROLLOUT_STATE } from './release/end-release.ts';

// Without state main changed nothing; its input errors have been said once.
runAction(
  {
    name: 'deploy-run',
    readInputs: (reader, context) => (context.state(ROLLOUT_STATE) ? readInputs(reader, context) : undefined),
    run: post,
  },
  process,
);
