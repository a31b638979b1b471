/** The status of a canary's deployment after a run. */
import { expect, test } from 'vitest';
import { stageOf } from '../../../../actions/deploy-run/canary/deployment-status.ts';

const NAME = 'projects/p/locations/r/services/web';
const failed = new Error('The job smoke failed.');

test.each([
  ['it was promoted', '1', undefined, 'success', 'The canary has all traffic.'],
  [
    'it was promoted, and a later job failed',
    '1',
    failed,
    'failure',
    'The canary has all traffic. The job smoke failed.',
  ],
  ['it was restored', '2', failed, 'failure', 'The job smoke failed.'],
  ['it was ended by another run', '2', undefined, 'failure', 'The canary ended before it had all traffic.'],
])('%s', (_, recorded, failure, state, description) => {
  const releases = JSON.stringify([
    { revision: 'web-1', commit: 'a', image: '', at: '', runUrl: '', rollout: recorded },
  ]);
  const lead = { annotations: { 'actions.orchestra.dev/releases': releases } };
  expect(stageOf(lead, NAME, '1', failure)).toEqual({ state, description });
});
