/** Tags of previews that belong to another repository are neither shown nor removed. */
import { expect, test } from 'vitest';
import { commentFailure } from '../../../actions/deploy-run/preview/comment.ts';
import { dropTags } from '../../../actions/deploy-run/preview/drop-tags.ts';
import { removeTags } from '../../../actions/deploy-run/preview/remove.ts';
import type { ServiceEvent } from '../../../actions/deploy-run/service/outcome.ts';
import type { RegionalService } from '../../../actions/deploy-run/service/regional-service.ts';
import type { StepContext } from '../../../actions/deploy-run/service/step-context.ts';
import { findPreviews } from '../../../actions/preview/clean-up/find.ts';
import { readParts } from '../../../actions/preview/comment/parts.ts';
import type { MarkedComment } from '../../../src/github/api.ts';
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import type { Cloud } from '../../../src/runtime/context.ts';
import { fakeService } from '../deploy-run/fake-service.ts';

const OURS = 'acme/shop';
/** A service with the tag pr-7 of a repository. */
function tagged(repository: string): Service {
  const traffic = [
    { type: REVISION, revision: 'b', percent: 100 },
    { type: REVISION, revision: 'p', tag: 'pr-7', uri: 'https://pr-7---web.test' },
  ];
  const annotations = { 'actions.orchestra.dev/previews': JSON.stringify({ 'pr-7': repository }) };
  return { uri: 'https://web.test', traffic, trafficStatuses: traffic, annotations };
}
function fixture(...services: readonly Service[]) {
  const written: string[] = [];
  const comments: string[] = [];
  const github = { repository: OURS, runUrl: 'https://github.test/1', payload: { pull_request: { number: 7 } } };
  const regionals = services.map((service, i) => {
    const { regional } = fakeService(
      () => service,
      async (name) => {
        written.push(name);
        return {};
      },
    );
    const named = { service: `s${i}`, name: `projects/p/locations/r/services/s${i}` };
    return { ...regional, ...named, context: { ...regional.context, github } } as unknown as RegionalService;
  });
  const step = {
    context: { ...regionals[0]?.context },
    inputs: { commit: 'c'.repeat(40), previewComment: true, force: false, dryRun: false },
    openGitHub: async () => ({
      upsertComment: async ({ body }: MarkedComment) => void comments.push(body),
    }),
  } as unknown as StepContext;
  return { regionals, step, written, comments };
}
const claim = { tag: 'pr-7', repository: OURS, force: false };

test('a tag that one of the services has for another repository stays there; the others lose theirs', async () => {
  const { regionals, step, written } = fixture(tagged(OURS), tagged('other/repo'));
  const events: ServiceEvent[] = [];
  await removeTags(regionals, step, ['pr-7'], events);
  expect(written).toEqual(['projects/p/locations/r/services/s0']);
  const did = events.map(({ name, ...event }) => [name.slice(-2), event.kind === 'ended' && event.ending]);
  expect(did).toEqual([
    ['s0', { kind: 'done', did: 'The tag pr-7 was removed.' }],
    [
      's1',
      {
        kind: 'done',
        did: 'The tag pr-7 stays: it is a preview of the repository other/repo. To remove it, use force: true.',
      },
    ],
  ]);
});

test('with force, a tag of another repository is removed', async () => {
  const { regionals, step, written } = fixture(tagged('other/repo'));
  await removeTags(regionals, { ...step, inputs: { ...step.inputs, force: true } }, ['pr-7'], []);
  expect(written).toEqual(['projects/p/locations/r/services/s0']);
});

test('a tag that another repository has concurrently taken is not removed', async () => {
  const { regionals, written } = fixture(tagged('other/repo'));
  await dropTags(regionals[0] as RegionalService, [claim]);
  expect(written).toEqual([]);
});

test('the comment of a failed preview names only what this repository shows', async () => {
  const { regionals, step, comments } = fixture(tagged(OURS), tagged('other/repo'));
  await commentFailure(regionals, step, 'pr-7', 'The health check failed.');
  expect(comments.join()).toMatch(/s0 in r: .*pr-7---web\.test.* still shows revision/);
  expect(comments.join()).toMatch(/s1 in r: no preview\./);
});

test('the parts of a preview are those of this repository', async () => {
  const services = { s0: tagged(OURS), s1: tagged('other/repo') };
  const http = { json: async ({ url }: { url: string }) => services[url.slice(-2) as keyof typeof services] };
  const cloud = { http, endpoints: { run: 'https://run.test' } } as unknown as Cloud;
  const names = Object.keys(services).map((name) => `projects/p/locations/r/services/${name}`);
  const parts = { services: names, pages: [], deployed: [], published: new Set<string>(), number: 7, repository: OURS };
  expect((await readParts(parts, cloud)).map(({ version }) => version)).toEqual(['p', undefined]);
});

test('the scheduled clean-up finds the tags of its repository', async () => {
  const services: Record<string, Service> = { mine: tagged('Acme/Shop'), shared: tagged('other/repo'), bare: {} };
  const find = async (...names: readonly string[]) => {
    const http = { json: async ({ url }: { url: string }) => services[url.split('/').at(-1) ?? ''] };
    const cloud = { http, endpoints: { run: 'https://run.test' } } as unknown as Cloud;
    const inputs = { services: names, images: [], buckets: [], migrations: false } as never;
    return await findPreviews(inputs, cloud, { github: { repository: OURS } } as never);
  };
  expect(await find('bare')).toEqual([]);
  expect(await find('mine')).toEqual([7]);
  expect(await find('shared')).toEqual([]);
  // Version 1.0 recorded no owner: such a tag belongs to any repository.
  services.mine = { ...services.mine, annotations: {} };
  expect(await find('mine')).toEqual([]);
});
