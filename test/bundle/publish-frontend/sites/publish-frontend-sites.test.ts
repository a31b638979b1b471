/** Several sites in one step, through the bundle: all are checked and uploaded before any is switched. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FaultRule } from '../../../../packages/emulator/src/core/faults.ts';
import type { StepResult } from '../../../harness/runner.ts';
import {
  commit,
  createFixture,
  dashboard,
  errors,
  type Fixture,
  logOf,
  type Site,
} from '../publish-frontend.fixture.ts';

let fixture: Fixture;
let count = 0;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

type Entry = Record<string, unknown>;

/** Two separate sites, with their shared inputs. */
function pair(): { app: Site; docs: Site; entries: (more?: Entry) => Entry[]; run: typeof run } {
  const id = ++count;
  const app = fixture.site(`app-${id}`);
  const docs = fixture.site(`docs-${id}`);
  const entry = (site: Site, name: string, more: Entry) => ({
    ...{ name, bucket: site.bucket, path: site.bucket, 'url-map': site.bucket, host: site.host },
    ...more,
  });
  const entries = (more: Entry = {}) => [entry(app, 'app', more), entry(docs, 'docs', more)];
  const run = (letter: string, sites: unknown, inputs: Record<string, string> = {}): Promise<StepResult> =>
    app.run(letter, {
      ...{ bucket: '', 'url-map': '', host: '', sites: typeof sites === 'string' ? sites : JSON.stringify(sites) },
      ...inputs,
    });
  return { app, docs, entries, run };
}
declare function run(letter: string, sites: unknown, inputs?: Record<string, string>): Promise<StepResult>;

/** Without the `path`, which an entry of a rollback does not have. */
const places = (entries: readonly Entry[]): Entry[] => entries.map(({ path: _, ...rest }) => rest);

async function published(letter = 'a', version = 1) {
  const sites = pair();
  sites.app.build(dashboard(version));
  sites.docs.build(dashboard(version, { 'guide.html': 'guide' }));
  const result = await sites.run(letter, sites.entries());
  expect(result.exitCode, logOf(result)).toBe(0);
  return { ...sites, result };
}

const statuses = ({ outputs }: StepResult): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(outputs.sites ?? '[]') as { name: string; status: string }[]).map(({ name, status }) => [name, status]),
  );
const title = async (site: Site) => /v\d/.exec((await site.live())['index.html'] ?? '')?.[0];
/** Refuses all matching calls until the returned function is called. */
function failing(rule: FaultRule): () => void {
  const { faults } = fixture.emulator.core;
  faults.add({ api: 'storage', times: -1, status: 400, message: 'not this one', ...rule });
  return () => faults.clear();
}
const storageWrites = () =>
  fixture.emulator.core.calls.list.filter(({ api, method }) => api === 'storage' && method !== 'GET');

test('both are published: outputs, one summary with a row each, and all uploads before the first switch', async () => {
  fixture.emulator.core.calls.clear();
  const { app, docs, result } = await published();
  expect([await title(app), await title(docs)]).toEqual(['v1', 'v1']);
  expect(result.outputs).toMatchObject({ release: commit('a'), uploaded: '5' });
  expect(JSON.parse(result.outputs.sites ?? '')).toMatchObject([
    { name: 'app', bucket: app.bucket, prefix: '', status: 'live', release: commit('a'), uploaded: 5 },
    { name: 'docs', bucket: docs.bucket, status: 'live', release: commit('a'), uploaded: 6 },
  ]);
  expect(result.summary).toMatch(/## Frontends[\s\S]*app[^\n]*\n[^\n]*docs/);
  const writes = storageWrites().map(({ path }) => path);
  const lastUpload = writes.findLastIndex((path) => path.includes('uploadType') && !path.includes('state.json'));
  const firstSwitch = writes.findIndex((path) => path.includes('rewriteTo'));
  expect(lastUpload).toBeLessThan(firstSwitch);
});

test('YAML, with lists and maps, and values of the step as defaults', async () => {
  const { app, docs, run } = pair();
  for (const site of [app, docs]) site.build(dashboard(1));
  const entry = (site: Site, more = '') => `- { bucket: ${site.bucket}, path: ${site.bucket}${more} }\n`;
  const yaml = entry(app) + entry(docs, ', prefix: docs, cache-control: { "*.html": max-age=60 }, mutable: ["*.ico"]');
  const result = await run('a', yaml, { 'cache-control': '*.html=max-age=5' });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(app.object('index.html')?.metadata.cacheControl).toBe('max-age=5');
  expect(docs.object('docs/index.html')?.metadata.cacheControl).toBe('max-age=60');
  expect(JSON.parse(result.outputs.sites ?? '')).toMatchObject([
    { name: app.bucket },
    { name: `${docs.bucket}/docs`, prefix: 'docs' },
  ]);
});

test('unchanged sites stay untouched, and a changed one is switched', async () => {
  const { docs, entries, run } = await published();
  docs.build(dashboard(2));
  fixture.emulator.core.calls.clear();
  const result = await run('a', entries({ release: commit('a') }));
  expect(statuses(result)).toEqual({ app: 'unchanged', docs: 'live' });
  expect(storageWrites().some(({ path }) => path.includes('/b/app-'))).toBe(false);
  expect(await title(docs)).toBe('v2');
});

test('problems of all sites are reported together, and nothing is changed', async () => {
  const { app, docs, entries, run } = await published();
  app.build({ 'index.html': '<p>two', '.env': 'SECRET=1' });
  docs.build({ 'page.html': 'no entry page' });
  fixture.emulator.core.calls.clear();
  const result = await run('b', entries());
  expect(result.exitCode).toBe(1);
  expect(errors(result)).toMatch(/Input sites, app, path: \.env is/);
  expect(errors(result)).toMatch(/Input sites, docs, path: .*has no index.html/);
  expect(result.errors).toHaveLength(2);
  expect(storageWrites()).toEqual([]);
  expect(
    fixture.emulator.core.calls.list.filter(({ method }) => method === 'POST' || method === 'PUT'),
  ).not.toContainEqual(expect.objectContaining({ api: 'compute' }));
  // A hold and a missing bucket are reported, too.
  app.build(dashboard(2));
  docs.build(dashboard(2));
  const [one] = entries();
  const held = await run('b', places(entries()), { 'rollback-to': 'previous' });
  expect(errors(held)).toMatch(/Site app: There is nothing to roll back to[\s\S]*Site docs: There is nothing/);
  const missing = await run('b', [one, { bucket: 'nowhere-at-all', path: docs.bucket }]);
  expect(errors(missing)).toMatch(/nowhere-at-all" does not exist/);
  expect(await title(app)).toBe('v1');
});

test.each<[string, unknown, Record<string, string>, RegExp]>([
  ['no list', 'bucket: x', {}, /Input sites: expected a list of entries with bucket and path/],
  [
    'inputs of one site beside it',
    [{ bucket: 'bbb', path: 'p' }],
    { path: 'p' },
    /Input path: is not allowed with sites/,
  ],
  ['an input of all sites', [{ bucket: 'bbb', path: 'p', force: true }], {}, /force is for all sites/],
  [
    'an unknown key',
    [{ bucket: 'bbb', path: 'p', bukket: 'x' }],
    {},
    /Input sites, bbb, bukket: is not an input.*bucket/,
  ],
  ['no bucket', [{ name: 'app', path: 'p' }], {}, /Input sites, app, bucket: is missing/],
  [
    'a site twice',
    [
      { bucket: 'bbb', path: 'p' },
      { bucket: 'bbb', path: 'q' },
    ],
    {},
    /gs:\/\/bbb\/ appears twice. List each site once./,
  ],
  [
    'path in one of two',
    [{ bucket: 'bbb', path: 'p' }, { bucket: 'ccc' }],
    { 'release-hold': 'true' },
    /path must be given for all sites or for none. Without path: ccc/,
  ],
  ['a bad digest', [{ bucket: 'bbb', path: 'p', 'artifact-digest': 'x' }], {}, /"x" is not a digest/],
  ['a name of two lines', [{ bucket: 'bbb', path: 'p', name: 'a\nb' }], {}, /entry 1: name is up to 100/],
])('%s is refused', async (_, sites, inputs, message) => {
  const result = await pair().run('a', sites, inputs);
  expect(result.exitCode).toBe(1);
  expect(errors(result), logOf(result)).toMatch(message);
  expect(result.log).not.toMatch(/This is a bug/);
});

test('a bad input of the step is reported once, not once per site', async () => {
  const { entries, run } = pair();
  const result = await run('a', entries(), { 'keep-days': 'x' });
  expect(result.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^Input keep-days: "x" is not/)]);
});

test('two sites of one bucket that have a file in common are refused', async () => {
  const { app, docs, run } = pair();
  app.build(dashboard(1, { 'docs/index.html': 'theirs' }));
  docs.build(dashboard(1));
  const result = await run('a', [
    { bucket: app.bucket, path: app.bucket },
    { bucket: app.bucket, prefix: 'docs', path: docs.bucket },
  ]);
  expect(errors(result)).toMatch(/docs\/index.html is also a file of another site of this step/);
  expect(app.names()).toEqual([]);
});

test('an artifact that is not what was uploaded is refused before any call', async () => {
  const { app, docs, entries, run } = pair();
  for (const site of [app, docs]) site.build(dashboard(1, { 'a name\\with': 'x', 'é.txt': 'y' }));
  const digestOf = (site: Site) =>
    `sha256:${execFileSync(
      'bash',
      ['-c', 'find -L . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-64'],
      { cwd: join(fixture.workspace, site.bucket), encoding: 'utf8' },
    ).trim()}`;
  const [one, two] = entries();
  const sites = [
    { ...one, 'artifact-digest': digestOf(app) },
    { ...two, 'artifact-digest': digestOf(docs) },
  ];
  docs.build(dashboard(1, { 'index.html': 'forged' }));
  fixture.emulator.core.calls.clear();
  const missing = await run('a', [{ ...sites[0], path: 'not-built' }, sites[1] ?? {}]);
  expect(errors(missing)).toMatch(/path: "not-built" cannot be read \(ENOENT\)\. Set the folder of the artifact\./);
  const forged = await run('a', sites);
  expect(errors(forged)).toMatch(
    /Input sites, docs, artifact-digest: The artifact is not what the job that built docs uploaded: expected sha256:\w{64}, got sha256:\w{64}. Nothing was published/,
  );
  expect(fixture.emulator.core.calls.list).toEqual([]);
  for (const site of [app, docs]) site.build(dashboard(1));
  const good = await run('a', [
    { ...one, 'artifact-digest': digestOf(app) },
    { ...two, 'artifact-digest': digestOf(docs) },
  ]);
  expect(good.exitCode, logOf(good)).toBe(0);
});

test('an upload that fails leaves both as they were, and a re-run finishes', async () => {
  const { app, docs, entries, run } = await published();
  for (const site of [app, docs]) site.build(dashboard(2));
  const before = [await app.live(), await docs.live()];
  failing({ method: 'POST', path: `^/upload/.*/b/${docs.bucket}/.*(assets|files)%2F` });
  const failed = await run('b', entries());
  fixture.emulator.core.faults.clear();
  expect(failed.exitCode).toBe(1);
  expect(errors(failed)).toMatch(/docs.*Not switched, still serving their previous release: app/s);
  expect(statuses(failed)).toEqual({ app: 'not-started', docs: 'failed' });
  const [appBefore, docsBefore] = before;
  expect(await app.live()).toMatchObject(appBefore ?? {});
  expect(await docs.live()).toMatchObject(docsBefore ?? {});
  expect([(await app.state()).claim, (await docs.state()).claim]).toEqual([undefined, undefined]);
  const again = await run('b', entries());
  expect(statuses(again), logOf(again)).toEqual({ app: 'live', docs: 'live' });
  expect([await title(app), await title(docs)]).toEqual(['v2', 'v2']);
});

test.each(['app', 'docs'] as const)(
  'the switch of %s fails: the others are named, and a re-run finishes',
  async (which) => {
    const { app, docs, entries, run } = await published();
    for (const site of [app, docs]) site.build(dashboard(2));
    const target = which === 'app' ? app : docs;
    failing({ method: 'POST', path: `rewriteTo/b/${target.bucket}/o/index\\.html` });
    const failed = await run('b', entries());
    fixture.emulator.core.faults.clear();
    expect(failed.exitCode).toBe(1);
    const expected = which === 'app' ? { app: 'failed', docs: 'not-started' } : { app: 'live', docs: 'failed' };
    expect(statuses(failed), logOf(failed)).toEqual(expected);
    expect(failed.summary).toMatch(which === 'app' ? /docs[^\n]*Not switched/ : /docs[^\n]*Failed/);
    expect(errors(failed)).toMatch(
      which === 'app' ? /Not switched, still serving their previous release: docs/ : /Live: app\./,
    );
    expect(await title(docs)).toBe('v1');
    const again = await run('b', entries());
    expect(again.exitCode, logOf(again)).toBe(0);
    expect([await title(app), await title(docs)]).toEqual(['v2', 'v2']);
  },
);

test('rollback of both by previous, release and commit, with holds; release-hold of both', async () => {
  const { app, docs, entries, run } = await published();
  for (const site of [app, docs]) site.build(dashboard(2));
  expect((await run('b', entries({ release: 'v2' }))).exitCode).toBe(0);
  const plan = await run('b', places(entries()), { 'rollback-to': 'previous', 'dry-run': 'true' });
  expect(statuses(plan), logOf(plan)).toEqual({ app: 'planned', docs: 'planned' });
  expect(await title(app)).toBe('v2');

  const back = await run('b', places(entries()), { 'rollback-to': commit('a'), reason: 'broken' });
  expect(statuses(back), logOf(back)).toEqual({ app: 'live', docs: 'live' });
  expect([await title(app), await title(docs)]).toEqual(['v1', 'v1']);
  const refused = await run('c', entries());
  expect(errors(refused)).toMatch(/Site app: This site is on hold[\s\S]*Site docs: This site is on hold/);

  const released = await run('c', places(entries()), { 'release-hold': 'true' });
  expect(statuses(released), logOf(released)).toEqual({ app: 'released', docs: 'released' });
  const forward = await run('c', places(entries()), { 'rollback-to': commit('b').slice(0, 9) });
  expect([await title(app), await title(docs)], logOf(forward)).toEqual(['v2', 'v2']);
  expect((await run('d', entries(), { 'release-hold': 'true' })).exitCode).toBe(0);
});

test('a rollback keeps a site without an earlier release only where the input says so, and announces it', async () => {
  const { app, docs, entries, run } = pair();
  const [one] = entries();
  app.build(dashboard(1));
  expect((await run('a', [one])).exitCode).toBe(0);
  for (const site of [app, docs]) site.build(dashboard(2));
  expect((await run('b', entries())).exitCode).toBe(0);
  const keep = { 'on-no-earlier-release': 'keep', reason: 'broken' };

  for (const to of ['previous', commit('a')]) {
    const refused = await run('c', places(entries()), { 'rollback-to': to, reason: 'broken' });
    expect([refused.exitCode, errors(refused)]).toEqual([1, expect.stringMatching(/^[^\n]*Site docs: [^\n]*$/)]);
    const plan = await run('c', places(entries()), { 'rollback-to': to, 'dry-run': 'true', ...keep });
    expect(statuses(plan), logOf(plan)).toEqual({ app: 'planned', docs: 'kept' });
    expect(plan.log).toContain(`docs: The site stays on release ${commit('b')}: no earlier release is kept.`);
    expect([await title(app), await title(docs)]).toEqual(['v2', 'v2']);
  }
  const unknown = await run('c', places(entries()), { 'rollback-to': commit('f'), ...keep });
  expect(errors(unknown)).toMatch(/Site app: Release f{40} cannot be rolled back to/);

  const back = await run('c', places(entries()), { 'rollback-to': 'previous', ...keep });
  expect(statuses(back), logOf(back)).toEqual({ app: 'live', docs: 'kept' });
  expect([await title(app), await title(docs)]).toEqual(['v1', 'v2']);
  expect(back.summary).toContain('The site stays on release');
  const misused = await run('d', entries(), { 'on-no-earlier-release': 'keep' });
  expect(errors(misused)).toContain('is only allowed with rollback-to');
});

test('a rollback by a name that stands for different commits warns', async () => {
  const { app, docs, entries, run } = pair();
  const [one, other] = entries();
  app.build(dashboard(1));
  docs.build(dashboard(1));
  await run('a', [one], { release: 'r1' });
  await run('b', [other], { release: 'r1' });
  await run('c', entries(), { release: 'r2' });
  const back = await run('d', places(entries()), { 'rollback-to': 'r1' });
  expect(back.exitCode, logOf(back)).toBe(0);
  expect(back.log).toContain('The sites go back to releases of different commits. app: aaaa');
});

test('a dry run shows the plan of all and changes nothing', async () => {
  const { app, docs, entries, run } = pair();
  for (const site of [app, docs]) site.build(dashboard(1));
  const result = await run('a', entries(), { 'dry-run': 'true' });
  expect(statuses(result)).toEqual({ app: 'planned', docs: 'planned' });
  expect(logOf(result)).toMatch(/app: Dry run: would publish[\s\S]*docs: Dry run: would publish/);
  expect([app.names(), docs.names()]).toEqual([[], []]);
});
