/** The results of the members of a release that failed. */
import { expect, test } from 'vitest';
import { describeEnded } from '../../../../actions/deploy-run/release/end-release.ts';

const served = { name: 'api', shares: [], sentence: 'api-1 serves api in us-central1 as before.' };
const first = (name: string) => ({
  name,
  shares: [],
  sentence: `Nothing served ${name} in us-central1 before.`,
  unserved: `${name} in us-central1`,
});

test('services that served nothing before share one sentence', () => {
  expect(
    describeEnded([first('web'), served, first('worker'), { name: 'x', shares: undefined, sentence: '' }]),
  ).toEqual([
    served.sentence,
    'Nothing served web in us-central1, worker in us-central1 before, so there is nothing to restore. The new revisions stay, with the access they were created with.',
  ]);
  expect(describeEnded([first('web')])).toEqual([
    'Nothing served web in us-central1 before, so there is nothing to restore. The new revision stays, with the access it was created with.',
  ]);
});
