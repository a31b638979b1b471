/** What keeps a migration from starting: holds and releases of its services, and images without provenance. */

import { MockAgent } from 'undici';
import { describe, expect, it } from 'vitest';
import { runInDocker } from '../../../actions/migrate/docker/migrate-in-docker.ts';
import type { MigrateInputs } from '../../../actions/migrate/inputs.ts';
import { runJob } from '../../../actions/migrate/job/migrate-in-job.ts';
import { checkServices } from '../../../actions/migrate/services.ts';
import { parseFreezeWindow } from '../../../src/freeze/windows.ts';
import { systemClock, systemRandom } from '../../../src/runtime/clock.ts';
import { type Context, connect } from '../../../src/runtime/context.ts';
import { anInput } from './inputs-of.ts';

const WEB = 'projects/p/locations/r/services/web';
const RUN = 'https://run.test';
const COMMIT = 'a'.repeat(40);
const HOLD = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
const INPUTS = {
  auth: {},
  image: { host: 'registry.test', path: 'web', digest: `sha256:${'1'.repeat(64)}` },
  commit: COMMIT,
  services: [WEB],
  freeze: [],
  force: false,
  dryRun: false,
  judged: { exceptions: [], warnings: [] },
  env: new Map(),
  provenance: { mode: 'off', identity: undefined, trustedRoots: [], keys: [] },
} as unknown as MigrateInputs;

/** The service web is this one. */
function contextWith(service: object): Context {
  const transport = new MockAgent();
  transport.disableNetConnect();
  transport
    .get(RUN)
    .intercept({ path: `/v2/${WEB}` })
    .reply(200, service);
  const quiet = () => {};
  const context = {
    log: { info: quiet, debug: quiet, notice: quiet, warning: quiet },
    clock: systemClock,
    random: systemRandom,
    signal: new AbortController().signal,
    endpoints: { run: RUN },
    env: {},
    github: {},
    summary: { closing: quiet },
    transport,
    identity: { accessToken: async () => 'token', member: () => undefined },
    mask: quiet,
    output: quiet,
  };
  return context as unknown as Context;
}
const release = (commit: string) => ({
  annotations: {
    'actions.orchestra.dev/releases': JSON.stringify([
      { revision: 'b', commit, image: '', at: '', runUrl: '', rollout: '1' },
    ]),
  },
  ...Object.fromEntries(
    ['traffic', 'trafficStatuses'].map((field) => [
      field,
      [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'b', percent: 100 }],
    ]),
  ),
});

describe.each([
  ['in a job', (inputs: MigrateInputs, context: Context) => runJob(inputs, context)],
  ['on the runner', (inputs: MigrateInputs, context: Context) => runInDocker(inputs, context, 1)],
])('a migration %s', (_, run) => {
  it('does not start under a hold of one of its services', async () => {
    const held = { annotations: { 'actions.orchestra.dev/hold': JSON.stringify(HOLD) } };
    await expect(run(INPUTS, contextWith(held))).rejects.toThrow('service web in r of p is on hold');
  });
  it('does not start without the provenance that is required of its image', async () => {
    const identity = { workflows: ['acme/shop/.github/workflows/deploy.yml'], refs: ['refs/heads/main'] };
    const provenance = { ...INPUTS.provenance, mode: 'enforce', identity };
    await expect(
      run({ ...INPUTS, services: [], provenance } as unknown as MigrateInputs, contextWith({})),
    ).rejects.toThrow(/registry.test\/web@sha256:1+ is not in Artifact Registry, where attestations are read/);
  });
});

it('a migration on the runner names the exceptions from the policy', async () => {
  const notices: string[] = [];
  const context = contextWith({});
  const log = { ...context.log, notice: (message: string) => notices.push(message) } as unknown as Context['log'];
  const exceptions = ['Exception to no-plain-secrets for MAPS_KEY until 2027-06-30: restricted to our domains.'];
  const inputs = anInput({ mode: 'docker', dryRun: true, judged: { exceptions, warnings: [] } });
  await runInDocker(inputs, { ...context, log }, 1);
  expect(notices).toEqual(exceptions);
});

it('a dry run without services fails in a freeze of its input', async () => {
  const context = contextWith({});
  const path = '/v2/projects/acme/locations/us-central1/jobs/migrate';
  (context.transport as MockAgent).get(RUN).intercept({ path }).reply(404, {});
  const freeze = [parseFreezeWindow('Mon - Sun')];
  await expect(runJob(anInput({ freeze, dryRun: true }), context)).rejects.toThrow('Deploys are frozen');
});

describe('a migration after traffic', () => {
  const check = (service: object) => {
    const context = contextWith(service);
    return checkServices({ ...INPUTS, when: 'after-traffic' }, context, connect(context, INPUTS.auth));
  };
  it('starts once its commit has all traffic of its services', async () => {
    await expect(check(release(COMMIT))).resolves.toBeUndefined();
  });
  it('does not start while they serve another commit', async () => {
    await expect(check(release('b'.repeat(40)))).rejects.toThrow(
      /service web in r of p is on b, which is commit b{12}\. With when: after-traffic/,
    );
  });
});
