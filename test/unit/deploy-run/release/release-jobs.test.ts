/** Jobs of a release: what begins meanwhile is no failure of theirs. */
import { expect, test } from 'vitest';
import { loadReleaseJobs } from '../../../../actions/deploy-run/job/release-jobs.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import { parseFreezeWindow } from '../../../../src/freeze/windows.ts';

test('a freeze that begins after a release moved traffic does not stop its jobs; jobs without a service check it', async () => {
  const freeze = [parseFreezeWindow('Mon - Sun: all week')];
  const inputs = { project: 'p', regions: ['r'], freeze, dryRun: false };
  const job = {
    source: { kind: 'existing', job: 'smoke' },
    inputs,
    list: 'verify',
    label: 'smoke',
    when: 'after-traffic',
  };
  const http = { json: async () => ({ name: 'projects/p/locations/r/jobs/smoke' }) };
  const step = {
    inputs: { ...inputs, jobs: [job] },
    context: {},
    clients: { cloud: { http, auth: {}, endpoints: { run: 'http://run' } } },
  } as unknown as StepContext;
  const freezeOf = async (services: Parameters<typeof loadReleaseJobs>[1]) =>
    (await loadReleaseJobs(step, services)).map((one) => one.step.inputs.freeze);
  expect(await freezeOf([{} as never])).toEqual([[]]);
  expect(await freezeOf([])).toEqual([freeze]);
});
