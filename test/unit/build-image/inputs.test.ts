/** Invalid inputs, and the messages for them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../../../actions/build-image/inputs.ts';
import { readGitHubRun } from '../../../src/github/run.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';

let workspace: string;
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'inputs-'));
  mkdirSync(join(workspace, 'app'));
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch');
  writeFileSync(join(workspace, 'app/Dockerfile'), 'FROM scratch');
  mkdirSync(join(workspace, 'bare'));
});
afterAll(() => rmSync(workspace, { recursive: true }));

const IMAGE = 'us-central1-docker.pkg.dev/acme-prod/apps/server';

function read(given: Record<string, string>, extra: Record<string, string> = {}) {
  const env = {
    GITHUB_WORKSPACE: workspace,
    GITHUB_SHA: 'c'.repeat(40),
    ...extra,
    ...Object.fromEntries(
      Object.entries({ image: IMAGE, ...given }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  return readInputs(createInputReader(env), { env, github: readGitHubRun(env), clock: systemClock });
}
const complaint = (given: Record<string, string>, extra?: Record<string, string>): string => {
  try {
    read(given, extra);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('good inputs', () => {
  it('need no more than an image', () => {
    expect(read({})).toMatchObject({
      project: 'acme-prod',
      repository: 'projects/acme-prod/locations/us-central1/repositories/apps',
      contextDir: '.',
      file: 'Dockerfile',
      platforms: ['linux/amd64'],
      reuse: true,
      push: true,
    });
  });

  it('take booleans in the spellings of YAML, also where other values are possible', () => {
    expect(read({ sbom: 'True', provenance: 'FALSE' })).toMatchObject({ sbom: 'true', provenance: 'false' });
  });

  it('of a merge can list its platforms', () => {
    const merge = `linux/arm64=sha256:${'a'.repeat(64)}\nlinux/amd64=sha256:${'b'.repeat(64)}`;
    expect(read({ merge, platforms: 'linux/amd64\nlinux/arm64' }).platforms).toEqual(['linux/amd64', 'linux/arm64']);
    // The runner sets the default.
    expect(read({ merge, platforms: 'linux/amd64' }).platforms).toEqual(['linux/amd64', 'linux/arm64']);
  });

  it('find the Dockerfile in the context', () => {
    expect(read({ context: './app/' })).toMatchObject({ contextDir: 'app', file: 'app/Dockerfile' });
  });

  it('of a registry on this machine say where its repository is', () => {
    expect(read({ image: '127.0.0.1:5000/acme-dev/apps/server', region: 'us-central1' }).repository).toBe(
      'projects/acme-dev/locations/us-central1/repositories/apps',
    );
  });
});

const CASES: readonly (readonly [name: string, given: Record<string, string>, message: RegExp])[] = [
  ['no image', { image: '' }, /^Input image: is missing/],
  [
    'platforms that are not merged',
    { merge: `linux/amd64=sha256:${'a'.repeat(64)}`, platforms: 'linux/amd64\nlinux/arm64' },
    /Input platforms: lists linux\/amd64, linux\/arm64, but merge has images for linux\/amd64\. List the same platforms in both/,
  ],
  ['an image without a registry', { image: 'server' }, /contains no registry/],
  ['an image on Docker Hub', { image: 'docker.io/acme/apps/server' }, /not in Artifact Registry.*token/],
  [
    'an image of Container Registry',
    { image: 'eu.gcr.io/acme/team/web' },
    /"eu.gcr.io\/acme\/team\/web" is in Container Registry.*Write europe-docker.pkg.dev\/acme\/eu.gcr.io\/team\/web/,
  ],
  [
    'one of a project of a domain',
    { image: 'gcr.io/example.com:acme/web' },
    /Write us-docker.pkg.dev\/example.com\/acme\/gcr.io\/web/,
  ],
  ['an image with a tag', { image: `${IMAGE}:v1` }, /has a tag.*input tags/],
  ['an image with a digest', { image: `${IMAGE}@sha256:${'0'.repeat(64)}` }, /has a digest/],
  ['an image in capitals', { image: IMAGE.replace('server', 'Server') }, /lower case/],
  ['an image without a repository', { image: 'us-central1-docker.pkg.dev/acme/server' }, /too short/],
  ['the tag latest', { tags: 'latest' }, /latest names another image/],
  [
    'a tag of a reuse key',
    { tags: `inputs-${'0'.repeat(40)}` },
    /is reserved for images that are found again by their inputs/,
  ],
  ['the tag of a cache', { tags: 'buildcache-linux-amd64' }, /is reserved for the build cache/],
  ['a tag with blanks', { tags: 'a b' }, /"a b" is not a tag/],
  ['a whole name as tag', { tags: `${IMAGE}:v1` }, /Write the tag alone/],
  ['a folder that is missing', { context: 'nowhere' }, /Input context: "nowhere" is not a folder.*checkout/],
  ['a remote context', { context: 'https://github.com/acme/x.git' }, /is remote/],
  [
    'a Dockerfile that is missing',
    { file: 'Dockerfile.server' },
    /there is no Dockerfile at "Dockerfile.server"\. Set its path from the root of the repository\.$/,
  ],
  [
    'no Dockerfile at all',
    { context: 'bare' },
    /at "bare\/Dockerfile"\..*start from a template: https:.*no-dockerfile\.md/,
  ],
  ['platforms with commas', { platforms: 'linux/amd64,linux/arm64' }, /one per line, without commas/],
  ['a build argument without =', { 'build-args': 'A=1\nB' }, /Input build-args: line 2: "B" has no "="/],
  ['a build argument twice', { 'build-args': 'A=1\nA=2' }, /line 2.*appears twice/],
  [
    'a secret as build argument',
    { 'build-args': 'NPM_TOKEN=npm_8d7f6g5h4j3k2l1m0n9b8v7c6x5z' },
    /NPM_TOKEN looks like a secret.*--mount=type=secret,id=NPM_TOKEN/,
  ],
  ['one id for two secrets', { secrets: 'a=1', 'secret-files': 'a=Dockerfile' }, /id "a" appears more than once/],
  ['a variable that is not set', { 'secret-envs': 'a=NOT_SET' }, /NOT_SET, which is not set/],
  ['a file of a secret that is missing', { 'secret-files': 'a=none.pem' }, /"none.pem", which does not exist/],
  [
    'an argument that has an input',
    { 'extra-args': '--push\n-t=x' },
    /"--push" is set by this action[\s\S]*"-t" is set/,
  ],
  ...['-tacme/web:latest', '-Dtacme/web:latest', '-qt', '-otype=local'].map(
    (arg): [string, Record<string, string>, RegExp] => [
      `${arg}, which has an input`,
      { 'extra-args': arg },
      /is set by this action\. (?:Use the inputs? |The log)/,
    ],
  ),
  [
    'load with several platforms',
    { load: 'true', platforms: 'linux/amd64\nlinux/arm64' },
    /can load one platform only/,
  ],
  ['load in a dry run', { load: 'true', 'dry-run': 'true' }, /nothing is loaded in a dry run/],
  ['an unknown cache', { cache: 's3' }, /Write one of: registry, gha, off/],
  ['an unknown provenance', { provenance: 'max' }, /mode=min, mode=max or false/],
  ['an unknown sbom', { sbom: 'maybe' }, /true, false or generator=IMAGE/],
  ['an age that is none', { 'reuse-max-age': '7 days' }, /is not a duration/],
  ['another region', { region: 'europe-west1' }, /"europe-west1" is not where the image is/],
  ['a boolean that is none', { push: 'yes' }, /Write true or false/],
  ['a short commit', { commit: 'abc' }, /Input commit.*full commit SHA/],
  ['an unknown input', { tag: 'v1' }, /Input tag: is not an input.*Did you mean tags/],
];

describe('bad inputs', () => {
  it.each(CASES)('%s', (_name, given, said) => {
    expect(complaint(given)).toMatch(said);
  });

  it('are all reported together, without follow-up errors', () => {
    expect(complaint({ image: 'x', push: 'yes', cache: 's3' }).split('\n')).toHaveLength(3);
  });

  it('never repeat the value of a secret', () => {
    expect(complaint({ 'build-args': 'DB_PASSWORD=hunter2hunter2' })).not.toContain('hunter2');
  });
});
