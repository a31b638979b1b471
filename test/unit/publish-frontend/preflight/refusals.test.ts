/** What is refused before anything is published or switched. The bucket is in memory and only read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { SiteClients } from '../../../../actions/publish-frontend/clients.ts';
import { parseCanary } from '../../../../actions/publish-frontend/input-formats.ts';
import type { PublishInputs, SettleInputs } from '../../../../actions/publish-frontend/inputs.ts';
import { planInPlace } from '../../../../actions/publish-frontend/plan/in-place.ts';
import { verifyArtifact } from '../../../../actions/publish-frontend/preflight/artifact.ts';
import { checkServicesAgain } from '../../../../actions/publish-frontend/preflight/holds.ts';
import { buildIfAsked } from '../../../../actions/publish-frontend/preflight/local-site.ts';
import { preflight } from '../../../../actions/publish-frontend/preflight/preflight.ts';
import { publishSites } from '../../../../actions/publish-frontend/run/sites.ts';
import { checkStaged } from '../../../../actions/publish-frontend/run/staged.ts';
import { readStoredRelease } from '../../../../actions/publish-frontend/run/stored-release.ts';
import { manifestName, stateName } from '../../../../actions/publish-frontend/store/object-names.ts';
import { serializeReleaseManifest } from '../../../../actions/publish-frontend/store/release-manifest.ts';
import { type State, serializeState } from '../../../../actions/publish-frontend/store/site-state.ts';
import type { StoredObject } from '../../../../actions/publish-frontend/store/stored-object.ts';
import { systemRandom } from '../../../../src/runtime/clock.ts';
import { facts, LAYOUT, listing, object, RULES, site, uploaded } from '../fixtures.ts';

const WEB = 'projects/p/locations/r/services/web';
const [OLDER, NEWER] = ['a'.repeat(40), 'b'.repeat(40)];
const at = '2026-01-01T00:00:00.000Z';
const HOLD = { reason: 'incident', by: 'bob', at, runUrl: 'u', revision: 'b', commit: '' };
const LIVE: State = { current: 'r1', published: [{ release: 'r1', commit: NEWER, at }] };
const folder = mkdtempSync(join(tmpdir(), 'refusals-'));
writeFileSync(join(folder, 'index.html'), '<p>2');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The release r1 of a page and a script, as it is stored. */
function bucket() {
  const objects = listing();
  const plan = planInPlace(facts({ 'index.html': '<p>1', 'assets/a-BxYz12_3.js': 'a()' }, objects));
  const manifest = { ...plan.manifest, commit: NEWER };
  for (const one of [...plan.assets, ...plan.keeps]) objects.set(one.name, uploaded(one));
  const texts = new Map<string, string>();
  const put = (name: string, text: string) => {
    texts.set(name, text);
    objects.set(name, object(name, text));
  };
  put(manifestName(LAYOUT, 'r1'), Buffer.concat(serializeReleaseManifest(manifest)).toString());
  return { objects, texts, put };
}

/** Another site, `app/admin/`, whose release has this file. */
function addNeighbor({ put }: ReturnType<typeof bucket>, path: string) {
  const layout = { ...LAYOUT, prefix: 'app/admin/' };
  const { manifest } = planInPlace(facts({ [path]: '<p>theirs' }, listing(), { layout, release: 'theirs' }));
  put(stateName(layout), serializeState({ current: 'theirs', published: [] }));
  put(manifestName(layout, 'theirs'), Buffer.concat(serializeReleaseManifest(manifest)).toString());
}

/** `service` has these annotations. */
function fixture({ objects, texts }: ReturnType<typeof bucket>, service: Readonly<Record<string, object>> = {}) {
  const annotations = Object.entries(service).map(([name, value]) => [
    `actions.orchestra.dev/${name}`,
    JSON.stringify(value),
  ]);
  const store = {
    bucket: LAYOUT.bucket,
    list: async () => new Map<string, StoredObject>(objects),
    isEmpty: async () => false,
    readText: async (name: string) => (texts.has(name) ? { text: texts.get(name), generation: '1' } : undefined),
  };
  const messages: string[] = [];
  const say = (message: string) => void messages.push(message);
  const clock = { now: () => Date.parse(at) };
  const context = {
    log: { info: say, notice: say, warning: say },
    clock,
    github: { runUrl: 'https://github.test/run/1' },
    endpoints: { run: 'https://run.test' },
    summary: { closing: () => {} },
    env: {},
  };
  const clients = {
    store,
    claims: { store, layout: LAYOUT, clock, log: context.log, github: context.github, random: systemRandom },
    context,
    googleClock: clock,
    timings: { time: (_: string, work: () => unknown) => work(), rows: () => [] },
    openCdn: async () => undefined,
    http: { json: async () => ({ annotations: Object.fromEntries(annotations) }) },
    github: async () => ({ compare: async (_: string, head: string) => (head === OLDER ? 'behind' : 'ahead') }),
  };
  const inputs = {
    name: 'site',
    task: 'publish',
    layout: LAYOUT,
    path: 'dist',
    folder,
    release: 'r2',
    commit: 'c'.repeat(40),
    rules: RULES,
    services: [] as string[],
    freeze: [],
    force: false,
    releaseHold: false,
    atomic: false,
    strict: false,
    onUnknownHistory: 'refuse',
    onCanary: 'stage',
    dryRun: true,
    artifactDigest: undefined,
  };
  return { clients: clients as unknown as SiteClients, inputs: inputs as unknown as PublishInputs, messages };
}

/** The step has read the site: a publish of these files is planned. */
const plan = (
  { clients, inputs }: ReturnType<typeof fixture>,
  contents: Readonly<Record<string, string>>,
  more: Partial<PublishInputs> = {},
  state: State = LIVE,
) =>
  preflight(
    { ...inputs, ...more },
    clients,
    { root: folder, files: Promise.resolve(site(contents)) },
    { stored: { state, generation: '1' }, empty: false, cdn: undefined },
  );
const PAGE = { 'index.html': '<p>2' };
const held: State = { ...LIVE, hold: { release: 'r1', reason: 'incident', by: 'bob', run: 'u', at } };

describe('a publish', () => {
  test('is planned where nothing is in its way', async () => {
    const { plan: planned } = await plan(fixture(bucket()), PAGE, { services: [WEB] });
    expect(planned.manifest.release).toBe('r2');
  });
  test('is refused under a hold of the site, or of a service', async () => {
    await expect(plan(fixture(bucket()), PAGE, {}, held)).rejects.toThrow('This site is on hold');
    const onHold = fixture(bucket(), { hold: HOLD });
    await expect(plan(onHold, PAGE, { services: [WEB] })).rejects.toThrow('service web in r of p is on hold');
  });
  test('of an older commit is refused', async () => {
    await expect(plan(fixture(bucket()), PAGE, { commit: OLDER })).rejects.toThrow('is older than');
  });
  test('does not change what a hashed name stands for', async () => {
    await expect(plan(fixture(bucket()), { ...PAGE, 'assets/a-BxYz12_3.js': 'b()' })).rejects.toThrow(
      'the bucket has other content under this name',
    );
  });
  test('does not overwrite a file of another site, unless forced', async () => {
    const shared = bucket();
    addNeighbor(shared, 'index.html');
    const files = { ...PAGE, 'admin/index.html': '<p>ours' };
    await expect(plan(fixture(shared), files)).rejects.toThrow('belong to another site, gs://site/app/admin/');
    const forced = fixture(shared);
    await plan(forced, files, { force: true });
    expect(forced.messages.join()).toMatch(/They are overwritten because force is true/);
  });
});

describe('a build', () => {
  const build = { command: 'exit 1', folder };
  const state = (now: State) => {
    const known = bucket();
    known.put(stateName(LAYOUT), serializeState(now));
    return known;
  };
  test.each<[string, State, Readonly<Record<string, object>>, Partial<PublishInputs>, string]>([
    ['a hold of the site', held, {}, {}, 'This site is on hold'],
    ['a hold of a service', LIVE, { hold: HOLD }, { services: [WEB] }, 'is on hold'],
    ['a newer commit', LIVE, {}, { commit: OLDER }, 'is older than'],
  ])('does not start under %s', async (_, now, service, more, message) => {
    const { inputs, clients } = fixture(state(now), service);
    await expect(buildIfAsked({ ...inputs, build, ...more }, clients)).rejects.toThrow(message);
  });
});

describe('a canary of the commit that is decided while the step checks the site', () => {
  const commit = 'c'.repeat(40);
  const record = (name: string, value: object) => ({ [`actions.orchestra.dev/${name}`]: JSON.stringify(value) });
  const undecided = record('rollout', { id: '7', commit, release: { format: 3, members: ['r/services/web'] } });
  /** The step with `on-canary: stage`, as a dry run. */
  const publish = (later: Readonly<Record<string, string>>, more: Partial<PublishInputs> = {}) => {
    const known = bucket();
    known.put(stateName(LAYOUT), serializeState(LIVE));
    const { inputs, clients } = fixture(known);
    let reads = 0;
    const http = { json: async () => ({ annotations: reads++ === 0 && !more.deployed ? undecided : later }) };
    const own = { ...inputs, services: [WEB], ...more };
    return publishSites([{ inputs: own, clients: { ...clients, http } as unknown as SiteClients }]);
  };
  const deployed = { commit, release: '7', lead: WEB };
  test('is refused if it was restored', async () => {
    await expect(publish({})).rejects.toThrow('The canary of cccccccccccc was restored before this step published.');
  });
  test('is published if it was promoted', async () => {
    const { results } = await publish(record('releases', [{ revision: 'web-2', commit, rollout: '7' }]));
    expect(results).toMatchObject([{ status: 'planned' }]);
  });
  test('is refused if it was restored between the deploy and the step', async () => {
    await expect(publish({}, { deployed })).rejects.toThrow('was restored before this step published.');
    await expect(publish({}, { deployed, services: [], onCanary: 'refuse' })).rejects.toThrow('was restored before');
    await expect(publish({}, { deployed: { ...deployed, commit: NEWER } })).resolves.toMatchObject({ results: [{}] });
  });
  test('is staged while it is undecided, although the site names none of its services', async () => {
    const { results } = await publish(undecided, { deployed, services: [] });
    expect(results[0]?.outcome.note?.join()).toContain('is staged');
    const refused = publish(undecided, { deployed, services: [], onCanary: 'refuse' });
    await expect(refused).rejects.toThrow('is undecided. Nothing was published.');
  });
});

test('the input canary is the output of deploy-run, and nothing else', () => {
  const output = {
    release: '7',
    commit: NEWER,
    lead: WEB.replace('/r/', '/us-central1/').replace('/p/', '/acme-prod/'),
  };
  expect(parseCanary(JSON.stringify({ ...output, step: 1 }))).toEqual({ ...output });
  for (const text of ['yes', '{}', 'null', JSON.stringify({ ...output, lead: 'web' })])
    expect(() => parseCanary(text), text).toThrow('is not a canary. Pass the output canary of deploy-run');
});

describe('services before the switch', () => {
  const again = (service: Readonly<Record<string, object>>, more: Partial<PublishInputs> = {}) => {
    const { inputs, clients } = fixture(bucket(), service);
    return checkServicesAgain({ ...inputs, services: [WEB], ...more }, clients);
  };
  const rollout = { id: '7', commit: NEWER, release: { format: 3, members: ['r/services/web'] } };
  test('are read again: a hold or a canary that came since blocks it', async () => {
    await expect(again({ hold: HOLD })).rejects.toThrow(/is on hold.* Nothing was published/);
    await expect(again({ hold: HOLD }, { force: true })).resolves.toBeUndefined();
    await expect(again({ rollout })).rejects.toThrow(/A canary of .* was started while this step was running/);
    await expect(again({})).resolves.toBeUndefined();
  });
});

describe('an artifact', () => {
  const { inputs, clients } = fixture(bucket());
  test('is published only as the job that built it uploaded it', async () => {
    const expected = { ...inputs, artifactDigest: `sha256:${'0'.repeat(64)}` };
    const refused = /The artifact is not what the job that built site uploaded/;
    await expect(verifyArtifact(expected)).rejects.toThrow(refused);
    await expect(publishSites([{ inputs: expected, clients }])).rejects.toThrow(refused);
    const [found = ''] = /sha256:(?!0{64})\w+/.exec(String(await verifyArtifact(expected).catch(String))) ?? [];
    await expect(verifyArtifact({ ...inputs, artifactDigest: found })).resolves.toBeUndefined();
  });
  test('that cannot be read is an error of the input, and another fault is itself', async () => {
    const missing = { ...inputs, artifactDigest: 'sha256:0', folder: join(folder, 'missing') };
    await expect(verifyArtifact(missing)).rejects.toThrow('"dist" cannot be read (ENOENT)');
    const broken = {
      toString() {
        throw new Error('broken');
      },
    };
    await expect(verifyArtifact({ ...missing, folder: broken as unknown as string })).rejects.toThrow(/^broken$/);
  });
});

describe('a stored release', () => {
  const read = ({ inputs, clients }: ReturnType<typeof fixture>) =>
    readStoredRelease(inputs, clients, { state: LIVE, generation: '1' }, 'r1', 'cannot be rolled back to');

  test('is read if it is complete', async () => {
    expect((await read(fixture(bucket()))).target.release).toBe('r1');
  });
  test('is refused if a file of it is missing', async () => {
    const known = bucket();
    known.objects.delete('app/assets/a-BxYz12_3.js');
    await expect(read(fixture(known))).rejects.toThrow(
      'Release r1 cannot be rolled back to: 1 of its 2 files are missing or changed, for instance assets/a-BxYz12_3.js',
    );
  });
  test('is refused if another site has one of its files now', async () => {
    const known = bucket();
    known.put(stateName({ ...LAYOUT, prefix: 'app/assets/' }), serializeState({ current: 'x', published: [] }));
    const { manifest } = planInPlace(facts({ 'a-BxYz12_3.js': 'a()' }, listing(), { release: 'x' }));
    const text = Buffer.concat(serializeReleaseManifest(manifest)).toString();
    known.put(manifestName({ ...LAYOUT, prefix: 'app/assets/' }, 'x'), text);
    await expect(read(fixture(known))).rejects.toThrow('belong to another site, gs://site/app/assets/');
  });
  test('that is staged stays staged while a service is on hold', async () => {
    const canary = { release: 'c1', lead: WEB };
    const staged = { release: 'r1', commit: NEWER, at, run: 'u', canary, services: [WEB], changed: [] };
    const known = bucket();
    known.put(stateName(LAYOUT), serializeState({ published: [], staged }));
    const promoted = [{ revision: 'b', commit: NEWER, image: 'i', runUrl: 'u', at, rollout: 'c1' }];
    const check = (service: Readonly<Record<string, object>>) => {
      const { inputs, clients } = fixture(known, { releases: promoted, ...service });
      return checkStaged({ inputs: { ...inputs, task: 'settle' } as unknown as SettleInputs, clients });
    };
    expect(await check({})).toMatchObject({ todo: { target: { release: 'r1' } } });
    const waiting = await check({ hold: HOLD });
    expect(waiting.todo).toBe('wait');
    expect(waiting.planned.note?.join()).toMatch(/Release r1 stays staged, .* is on hold/);
  });
});
