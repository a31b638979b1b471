/** Invalid inputs of publish-frontend, through the bundle: one clear message for each, and nothing is changed. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFixture, dashboard, errors, type Fixture, logOf, type Site } from './publish-frontend.fixture.ts';

let fixture: Fixture;
let site: Site;
beforeAll(async () => {
  fixture = await createFixture();
  site = fixture.site('site');
});
afterAll(() => fixture.stop());
beforeEach(() => {
  site.build(dashboard(1));
  fixture.emulator.core.calls.clear();
});

const dist = (path: string) => join(fixture.workspace, 'site', path);
const written = () =>
  fixture.emulator.core.calls.list.filter(({ api, method }) => api !== 'sts' && api !== 'oidc' && method !== 'GET');

/** Inputs, and the expected text of the message. */
const CASES: readonly [name: string, inputs: Record<string, string>, message: RegExp][] = [
  ['no path', { path: '' }, /Input path: is required. Set the folder of the built site, or set rollback-to/],
  ['a path that does not exist', { path: 'gone' }, /"gone" does not exist/],
  ['a path that is a file', { path: 'site/index.html' }, /"site\/index.html" is a file/],
  ['no bucket', { bucket: '' }, /Input bucket: is missing. It is required/],
  ['a bucket as URL', { bucket: 'gs://site/app' }, /Use site, and put the path after it in the input prefix/],
  ['a bucket that cannot be', { bucket: 'My_Bucket!' }, /is not a valid bucket name/],
  [
    'a bucket that does not exist',
    { bucket: 'nowhere-at-all', 'url-map': '', host: '' },
    /Input bucket: "nowhere-at-all" does not exist \(404\).*buckets create gs:\/\/nowhere-at-all/,
  ],
  ['a prefix that climbs', { prefix: '../up' }, /is not a valid prefix/],
  ['a release that cannot be a name', { release: 'a/b' }, /is not a valid release name/],
  ['no project', { project: '' }, /Input project: is missing/],
  ['a project by number', { project: '123' }, /is not a project id/],
  ['a commit that is none', { commit: 'main' }, /"main" is not a commit/],
  ['an unknown input', { bukket: 'x' }, /Input bukket: is not an input of this action. Did you mean bucket/],
  ['a map without =', { 'cache-control': '# rules\n*.html' }, /Input cache-control: line 2: "\*.html" has no "="/],
  ['a repeated glob', { 'cache-control': '*.js=no-cache\n*.js=no-store' }, /line 2: the key "\*.js" appears twice/],
  [
    'a Cache-Control that is none',
    { 'cache-control': '*.js=forever!' },
    /"forever!" is not a valid Cache-Control value/,
  ],
  ['a content type that is none', { 'content-type': '*.js=javascript' }, /"javascript" is not a valid content type/],
  ['a glob that is none', { mutable: 'assets/{a,b' }, /"assets\/{a,b" is not a valid glob/],
  ['an unknown compression', { compress: 'brotli' }, /"brotli" is not known. Write one of: off, gzip/],
  ['a number that is none', { 'keep-releases': 'many' }, /"many" is not a whole number from 1 to 1000/],
  ['a concurrency of nothing', { concurrency: '0' }, /"0" is not a whole number from 1 to 512/],
  ['a boolean that is none', { strict: 'yes' }, /"yes" is not a boolean/],
  ['a host without a URL map', { 'url-map': '' }, /Input host: requires url-map/],
  ['a URL map that cannot be', { 'url-map': 'projects/p/web' }, /is not a valid URL map name/],
  [
    'a URL map that does not exist',
    { 'url-map': 'other' },
    /Input url-map: "other" is not a global URL map of project orchestra-dev \(404\).*url-maps list/,
  ],
  ['a host as URL', { host: 'https://site.example.com' }, /is not a valid host/],
  ['a path to invalidate that is none', { invalidate: 'news/*' }, /"news\/\*" is not a valid path to invalidate/],
  ['atomic without a URL map', { 'url-map': '', host: '', atomic: 'true' }, /Input atomic: requires url-map/],
  ['a rollback that publishes', { 'rollback-to': 'previous' }, /Input path: is not allowed with rollback-to/],
  ['a rollback to no release', { path: '', 'rollback-to': '../x' }, /is not a valid release name/],
  [
    'a reason without a rollback',
    { reason: 'because' },
    /Input reason: is only allowed with rollback-to or release-hold/,
  ],
  [
    'a rollback that ends the hold',
    { path: '', 'rollback-to': 'previous', 'release-hold': 'true' },
    /is not allowed with rollback-to, which sets a hold/,
  ],
  [
    'a wait for nothing',
    { invalidate: 'none', 'wait-for-invalidation': 'true' },
    /is not allowed with invalidate: none/,
  ],
  [
    'a working directory that does not exist',
    { 'build-command': 'true', 'working-directory': 'gone' },
    /Input working-directory: .*gone is not a folder/,
  ],
  ['a working directory for nothing', { 'working-directory': 'web' }, /is only allowed with build-command/],
  [
    'a build that fails',
    { 'build-command': 'echo no >&2; exit 3' },
    /build-command failed with exit code 3. Nothing was published/,
  ],
  ['a provider that is none', { 'workload-identity-provider': 'github' }, /"github" is not a provider/],
];

describe('refused', () => {
  test.each(CASES)('%s', async (_, inputs, message) => {
    const result = await site.run('a', { path: 'site', ...inputs });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(errors(result)).toMatch(message);
    expect(result.errors, logOf(result)).toHaveLength(1);
    expect(result.log).not.toMatch(/This is a bug/);
    expect(written()).toEqual([]);
    expect(site.names()).toEqual([]);
  });

  test('all inputs of a publish, in a rollback', async () => {
    const publishing = {
      ...{ strict: 'true', compress: 'gzip', 'keep-releases': '3', 'keep-days': '1', 'max-delete': '5' },
      ...{ 'source-maps': 'true', atomic: 'true', mutable: '*.js', 'content-type': '*.js=text/javascript' },
    };
    const result = await site.run('a', { 'rollback-to': 'previous', ...publishing });
    expect(
      result.errors.map(({ message }) => /^Input ([\w-]+): is not allowed with/.exec(message)?.[1]).sort(),
    ).toEqual(Object.keys(publishing).sort());
    // Defaults that the runner fills in do not count as set.
    const defaults = await site.run('a', { 'rollback-to': 'previous', strict: 'false', 'keep-releases': '10' });
    expect(errors(defaults)).toMatch(/nothing was published here yet/);
  });

  test('everything that is wrong at once', async () => {
    const result = await site.run('a', { path: '', bucket: 'X', compress: 'zip', 'keep-days': '-1', invalidate: 'x' });
    expect(result.errors).toHaveLength(5);
  });
});

/** Files of the folder, and the expected text of the message. */
const FOLDERS: readonly [name: string, make: () => void, message: RegExp][] = [
  ['no file', () => site.build({ 'empty/x': '' }), /has no index.html/],
  ['an environment file', () => writeFileSync(dist('.env.local'), 'A=1'), /\.env\.local is an environment file/],
  ['an environment file of direnv', () => writeFileSync(dist('.envrc'), 'A=1'), /\.envrc is an environment file/],
  ['a git repository', () => mkdirSync(dist('.git')), /\.git is a git repository/],
  [
    'a credential file',
    () => writeFileSync(dist('gha-creds-0a1b.json'), '{}'),
    /is a credential file of google-github-actions/,
  ],
  [
    'a key in a file with a harmless name',
    () => writeFileSync(dist('data.json'), '{"k":"-----BEGIN PRIVATE KEY-----"}'),
    /data.json contains a private key/,
  ],
  [
    'a link that leaves',
    () => symlinkSync('/etc/hosts', dist('hosts')),
    /hosts is a symbolic link that leaves the folder/,
  ],
  ['a link to nothing', () => symlinkSync('gone', dist('link')), /link is a broken symbolic link/],
  ['a name that cannot be an object', () => writeFileSync(dist('a\nb'), ''), /contains a control character/],
  ['a name that is not UTF-8', () => writeFileSync(Buffer.from(`${dist('')}/\xff`, 'latin1'), ''), /is not UTF-8/],
  [
    'a folder where releases are kept',
    () => site.build({ 'index.html': '', '.releases/x': '' }),
    /is reserved for releases/,
  ],
];

describe('a folder with', () => {
  test.each(FOLDERS)('%s', async (_, make, message) => {
    make();
    const result = await site.run('a', { path: 'site' });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(errors(result)).toMatch(message);
    expect(result.errors, logOf(result)).toHaveLength(1);
    expect(site.names()).toEqual([]);
  });

  test('a token in a script, as 1.0 published it: a warning, unless it is an example', async () => {
    site.build({ 'index.html': 'page', 'app.js': ['k="sk', '_live_', 'abcdefghijklmnopqrstuvwx"'].join('') });
    const plan = await site.run('a', { path: 'site', 'dry-run': 'true' });
    expect(plan.exitCode, logOf(plan)).toBe(0);
    expect(plan.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^app\.js contains a secret key of Stripe, and every visitor of the site can read it\. .*In version 2/,
      ),
    ]);
    const example = await site.run('a', { path: 'site', 'dry-run': 'true', 'example-credentials': 'app.js' });
    expect(example.warnings, logOf(example)).toEqual([]);
  });

  test('nothing in it', async () => {
    mkdirSync(join(fixture.workspace, 'void'), { recursive: true });
    const result = await site.run('a', { path: 'void' });
    expect(errors(result)).toMatch(/void has no files. Build the site first/);
  });
});

describe('no way in', () => {
  test('no credentials', async () => {
    const result = await site.run(
      'a',
      { path: 'site', 'workload-identity-provider': '' },
      { env: { HOME: '/nonexistent', GOOGLE_APPLICATION_CREDENTIALS: '', METADATA_SERVER_DETECTION: 'none' } },
    );
    expect(errors(result)).toMatch(
      /Credentials: none were found.*workload-identity-provider, or run google-github-actions\/auth/,
    );
  });

  test('no permission to request an OIDC token', async () => {
    const result = await site.run('a', { path: 'site' }, { env: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined } });
    expect(errors(result)).toMatch(/Permission id-token: .*id-token: write/);
  });

  test('a provider that does not exist', async () => {
    const provider = 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/other';
    const result = await site.run('a', { path: 'site', 'workload-identity-provider': provider });
    expect(errors(result)).toMatch(/workload identity provider .*providers\/other: 40[03]/);
  });
});
