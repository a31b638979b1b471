/** Where services and jobs are looked up at the source of a promotion. */
import { MockAgent } from 'undici';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../actions/promotion/inputs.ts';
import { readMembers } from '../../../actions/promotion/source/read-members.ts';
import { systemClock, systemRandom } from '../../../src/runtime/clock.ts';
import { type Context, connect } from '../../../src/runtime/context.ts';
import { createInputReader, variable } from '../../../src/runtime/inputs.ts';

const [OLDER, NEWER] = ['a'.repeat(40), 'b'.repeat(40)] as [string, string];
const SERVICES = [
  { name: 'web', service: 'acme-web' },
  { name: 'api', service: 'acme-api', image: 'web', region: ['europe-west1', 'asia-east1'] },
  { name: 'docs', service: 'acme-docs', image: 'web', region: 'asia-east1' },
];

const inputsOf = (given: Readonly<Record<string, string>>) =>
  readInputs(
    createInputReader(
      Object.fromEntries(
        Object.entries({ 'from-project': 'acme-staging', 'from-image-repository': 'h.test/r/apps', ...given }).map(
          ([name, value]) => [variable(name), value],
        ),
      ),
    ),
    { github: { sha: OLDER, workspace: '.' } } as Context,
  );

describe('regions of the source', () => {
  const regions = (given: Readonly<Record<string, string>>) =>
    inputsOf({ services: JSON.stringify(SERVICES), ...given }).services.map((one) => one.regions.join());

  test('are those of the entries, and the one of the call for the others', () => {
    expect(regions({ region: 'us-central1' })).toEqual(['us-central1', 'europe-west1,asia-east1', 'asia-east1']);
  });
  test('are one where the source has its own', () => {
    const all = ['us-east1', 'us-east1', 'us-east1'];
    expect(regions({ region: 'us-central1', 'from-region': 'us-east1' })).toEqual(all);
  });
  test('are needed for services, and a repository for images', () => {
    expect(() => regions({ 'from-image-repository': '' })).toThrow(/region: is missing, and nothing says where web is/);
    const sites = { frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]', 'from-sites': 'shop=staging' };
    expect(inputsOf({ 'from-image-repository': '', ...sites }).sites).toMatchObject([
      { slot: 's0', bucket: 'staging' },
    ]);
  });
});

test('a service counts in each region in which it is, and is absent if it is in none', async () => {
  const traffic = [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'r', percent: 100 }];
  const live = (commit: string) => ({
    annotations: {
      'actions.orchestra.dev/releases': JSON.stringify([
        {
          revision: 'r',
          commit,
          image: `h.test/r/apps/web@sha256:${'1'.repeat(64)}`,
          runUrl: 'u',
          at: '',
          rollout: '1',
        },
      ]),
    },
    traffic,
    trafficStatuses: traffic,
  });
  const found: Record<string, unknown> = {
    '/v2/projects/acme-staging/locations/us-central1/services/acme-web': live(NEWER),
    '/v2/projects/acme-staging/locations/europe-west1/services/acme-api': live(NEWER),
    '/v2/projects/acme-staging/locations/us-central1/services/acme-api': live(OLDER),
  };
  const transport = new MockAgent();
  transport.disableNetConnect();
  transport
    .get('https://run.test')
    .intercept({ path: () => true, method: 'GET' })
    .reply(({ path }) => ({
      statusCode: found[path] ? 200 : 404,
      data: JSON.stringify(found[path] ?? { error: { code: 404, message: 'no' } }),
      responseOptions: { headers: { 'content-type': 'application/json' } },
    }))
    .persist();
  const context = {
    ...{ clock: systemClock, random: systemRandom, signal: new AbortController().signal, env: {}, transport },
    ...{ deadline: Number.POSITIVE_INFINITY, endpoints: { run: 'https://run.test' }, mask: () => {} },
    log: { info: () => {}, debug: () => {} },
    identity: { accessToken: async () => 'token', member: () => undefined },
  } as unknown as Context;
  const inputs = inputsOf({ services: JSON.stringify(SERVICES), region: 'us-central1' });
  const read = async (services: typeof inputs.services) => {
    const members = await readMembers({ ...inputs, services }, connect(context, {} as never).http, 'https://run.test');
    return members.map(({ label, state }) => {
      const commit = state.kind === 'found' && state.choice.kind === 'chosen' ? state.choice.commit[0] : state.kind;
      return `${label.replace(/ of acme-staging$/, '')}: ${commit}`;
    });
  };
  expect(await read(inputs.services)).toEqual([
    'service acme-web in us-central1: b',
    'service acme-api in europe-west1: b',
    'service acme-docs in asia-east1: absent',
  ]);
  const [, api] = inputs.services;
  // One that missed a rollback is found, too.
  expect(await read(api ? [{ ...api, regions: ['europe-west1', 'us-central1'] }] : [])).toEqual([
    'service acme-api in europe-west1: b',
    'service acme-api in us-central1: a',
  ]);
});
