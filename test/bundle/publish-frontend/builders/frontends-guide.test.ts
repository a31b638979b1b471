/** The steps of docs/guides/frontends.md, run unchanged, each for a folder as its builder writes it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULTS } from '../../../../packages/emulator/src/defaults.ts';
import { commit, createFixture, type Fixture, logOf, type Site } from '../publish-frontend.fixture.ts';

const PROJECT = 'acme-prod';
const URL_MAP = 'orchestra-frontend';
const SITES = { app: 'acme-prod-frontend', docs: 'acme-prod-docs', game: 'acme-prod-game' };
const HOSTS = { app: 'app.example.com', docs: 'docs.example.com' };

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
}
const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/frontends.md'), 'utf8');
const steps = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, text = '']): Step[] => parse(text));
/** The step with these inputs. */
function example(pattern: RegExp): Record<string, string> {
  const found = steps.filter((step) => pattern.test(JSON.stringify(step.with)));
  expect(found, String(pattern)).toHaveLength(1);
  const given = Object.entries(found[0]?.with ?? {}).map(([name, value]) => [name, String(value)] as const);
  expect(given.filter(([, value]) => value.includes('${{')).map(([, value]) => value)).toEqual([
    '${{ vars.WORKLOAD_IDENTITY_PROVIDER }}',
  ]);
  return { ...Object.fromEntries(given), 'workload-identity-provider': DEFAULTS.provider };
}

let fixture: Fixture;
const sites = {} as Record<keyof typeof SITES, Site>;
beforeAll(async () => {
  fixture = await createFixture({ project: PROJECT });
  const { compute, seed, storage } = fixture.emulator;
  seed.serviceAccount({ email: `deployer@${PROJECT}.iam.gserviceaccount.com` });
  for (const [name, bucket] of Object.entries(SITES)) sites[name as keyof typeof SITES] = fixture.site(bucket);
  // Both sites are behind one load balancer.
  const backend = (bucket: string) =>
    compute.putBackendBucket(PROJECT, {
      name: bucket,
      bucketName: bucket,
      enableCdn: true,
      cdnPolicy: { cacheMode: 'USE_ORIGIN_HEADERS' },
    });
  const [app, docs] = [SITES.app, SITES.docs].map((bucket) => String(backend(bucket).selfLink)) as [string, string];
  compute.putUrlMap(PROJECT, {
    name: URL_MAP,
    defaultService: app,
    hostRules: Object.entries(HOSTS).map(([pathMatcher, host]) => ({ hosts: [host], pathMatcher })),
    pathMatchers: [
      { name: 'app', defaultService: app },
      { name: 'docs', defaultService: docs },
    ],
  });
  storage.store.bucket(SITES.app).settings.website = { mainPageSuffix: 'index.html' };
});
afterAll(() => fixture.stop());

const page = (text: string) => `<!doctype html><p>${text}`;
/** Runs the step of the guide with only its own inputs, in a workspace with these files. */
async function run(letter: string, pattern: RegExp, files: Readonly<Record<string, string | Buffer>> = {}) {
  for (const [path, content] of Object.entries(files)) {
    const file = join(fixture.workspace, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const given = example(pattern);
  const result = await sites.app.run(letter, {
    project: '',
    bucket: '',
    'url-map': '',
    host: '',
    'github-token': '',
    ...given,
  });
  expect(result.exitCode, logOf(result)).toBe(0);
  return result;
}
const get = async (host: string, path: string) => (await sites.app.get(path, { host })).body;

test('the guide has four', () => {
  expect(steps.map(({ uses }) => uses)).toEqual(Array(4).fill('orchestra/actions/publish-frontend@v1'));
});

test('one folder per language', async () => {
  await run('a', /index":"optional/, {
    'dist/shop/browser/de/index.html': page('Laden'),
    'dist/shop/browser/en-US/index.html': page('shop'),
  });
  expect(await get(HOSTS.app, '/de/')).toBe(page('Laden'));
});

test('files that are loaded under a compressed name', async () => {
  await run('a', /Builds\/WebGL/, {
    'Builds/WebGL/index.html': page('game'),
    'Builds/WebGL/Build/game.wasm.br': brotliCompressSync('code'),
    'Builds/WebGL/Build/game.data.gz': gzipSync('data'),
  });
  const types = ['Build/game.wasm.br', 'Build/game.data.gz'].map((path) => sites.game.object(path)?.metadata);
  expect(types).toMatchObject([
    { contentType: 'application/wasm', contentEncoding: 'br' },
    { contentType: 'application/octet-stream', contentEncoding: 'gzip' },
  ]);
});

test('several sites in one step, and back', async () => {
  const build = (version: number) => ({
    'app/dist/index.html': page(`app ${version}`),
    'docs/build/index.html': page('docs'),
    'docs/build/guide.html': page(`guide ${version}`),
  });
  const live = async () => [await get(HOSTS.app, '/'), await get(HOSTS.docs, '/guide')];
  await run('b', /path: docs\/build/, build(1));
  expect(await live()).toEqual([page('app 1'), page('guide 1')]);
  await run('c', /path: docs\/build/, build(2));
  expect(await live()).toEqual([page('app 2'), page('guide 2')]);
  const back = await run('d', /rollback-to/);
  expect(back.warnings).toEqual([]);
  expect(await live()).toEqual([page('app 1'), page('guide 1')]);
  expect(await sites.docs.state()).toMatchObject({ current: commit('b') });
});
