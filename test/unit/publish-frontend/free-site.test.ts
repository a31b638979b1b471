/** What preflight takes for a site that has never been published. The bucket is not read. */
import { describe, expect, test } from 'vitest';
import type { SiteClients } from '../../../actions/publish-frontend/clients.ts';
import type { PublishInputs } from '../../../actions/publish-frontend/inputs.ts';
import { awaitFreeSite } from '../../../actions/publish-frontend/preflight/preflight.ts';
import { serializeState } from '../../../actions/publish-frontend/store/site-state.ts';
import { LAYOUT } from './fixtures.ts';

/** `state` is there when it is read; whether the site has objects was read before that. */
async function find(state: string | undefined, isEmpty: boolean) {
  const store = {
    bucket: LAYOUT.bucket,
    isEmpty: async () => isEmpty,
    readText: async () => (state === undefined ? undefined : { text: state, generation: '7' }),
  };
  const timings = { time: (_: string, work: () => unknown) => work() };
  const clients = { store, claims: { store, layout: LAYOUT, dryRun: true }, timings, openCdn: async () => undefined };
  const inputs = { layout: LAYOUT, atomic: true };
  return await awaitFreeSite(inputs as unknown as PublishInputs, clients as unknown as SiteClients);
}

describe('a site is listed', () => {
  const published = serializeState({ published: [] });
  test.each<[string, string | undefined, boolean, boolean]>([
    ['not if it is empty', undefined, true, true],
    ['if it has files without a state', undefined, false, false],
    ['if it has a state', published, false, false],
    ['if the first publish has ended since the bucket was read', published, true, false],
  ])('%s', async (_, state, isEmpty, expected) => {
    expect((await find(state, isEmpty)).empty).toBe(expected);
  });
});
