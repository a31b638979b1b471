/** What each job of preview.yml gets of the lists: services before the frontends are built, and frontends with their builds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readInputs } from '../../../actions/pipeline/inputs.ts';
import { run } from '../../../actions/pipeline/run.ts';
import { readSurroundings } from '../../../src/runtime/action.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';
import { createSummary } from '../../../src/runtime/summary.ts';

let workspace = '';
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'preview-jobs-'));
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\n');
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const digest = `sha256:${'d'.repeat(64)}`;
const CALL = JSON.stringify({
  project: 'acme-previews',
  region: 'us-central1',
  'image-repository': 'us-central1-docker.pkg.dev/p/previews',
  context: '.',
  name: '',
  services: JSON.stringify([
    { name: 'api', service: 'api-preview', env: { SITE: '${URL_SITE}' } },
    { name: 'admin', service: 'admin-preview', image: 'api', env: { API: '${URL_API}' } },
  ]),
  migration: JSON.stringify({ image: 'api', args: ['migrate', '${PREVIEW_DATABASE}'] }),
  frontends: JSON.stringify([{ name: 'site', path: 'dist', bucket: 'previews', build: 'make' }]),
});

const outputs: Record<string, unknown> = {};

async function job(task: string, inputs: Record<string, string> = {}, action = 'synchronize') {
  for (const name of Object.keys(outputs)) delete outputs[name];
  const exported: Record<string, string> = {};
  const surroundings = readSurroundings({ GITHUB_WORKSPACE: workspace, GITHUB_SHA: 'a'.repeat(40) });
  const context = {
    ...surroundings,
    clock: { now: () => Date.UTC(2026, 0, 1) },
    log: { info: () => {}, notice: () => {}, warning: () => {} },
    summary: createSummary(),
    github: {
      ...surroundings.github,
      ...{ repository: 'acme/shop', repositoryId: '1001', payload: { action, pull_request: { number: 7 } } },
    },
    mask: () => {},
    exportVariable: (name: string, value: string) => {
      exported[name] = value;
    },
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
  } as unknown as Context;
  const given = {
    task,
    preview: 'true',
    call: CALL,
    region: 'us-central1',
    'image-repository': 'us-central1-docker.pkg.dev/p/previews',
    ...inputs,
  };
  const env = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  await run(readInputs(createInputReader(Object.fromEntries(env) as Record<string, string>), context), context);
  return { outputs: { ...outputs }, exported };
}

const FOLDER = 'acme/shop/pr-7/site';
const PAGE = {
  name: 'site',
  bucket: 'previews',
  prefix: FOLDER,
  url: `https://storage.googleapis.com/previews/${FOLDER}/index.html`,
};

test('the plan says where everything is, for the comment and the clean-up', async () => {
  const { outputs } = await job('plan');
  expect(outputs).toEqual({
    holders: 'us-central1/api-preview\nus-central1/admin-preview',
    pages: JSON.stringify([PAGE]),
    built: 'api',
    removed: JSON.stringify([{ service: 'api-preview' }, { service: 'admin-preview' }]),
  });
});

test('inputs that an action refuses stop each job but the clean-up; the comment still learns where everything is', async () => {
  const call = JSON.parse(CALL) as object;
  const frontends = JSON.stringify([{ name: 'site', path: 'dist', bucket: 'previews', concurrency: 513 }]);
  const given = { call: JSON.stringify({ ...call, frontends }) };
  const refused = /frontends: site, concurrency: "513" is not a whole number/;
  await expect(job('plan', given)).rejects.toThrow(refused);
  expect(outputs).toMatchObject({ holders: 'us-central1/api-preview\nus-central1/admin-preview', built: 'api' });
  await expect(job('entry', { ...given, list: 'services', entry: 'api' })).rejects.toThrow(refused);
  expect(outputs).toEqual({});
  expect((await job('plan', given, 'closed')).outputs).toMatchObject({ built: 'api' });
});

test('an image that another service builds is not built', async () => {
  expect((await job('entry', { list: 'services', entry: 'api' })).outputs).toMatchObject({ slot: 's0' });
  expect((await job('entry', { list: 'services', entry: 'admin' })).outputs.entry).toBe('');
});

test('services are deployed before the frontends are built', async () => {
  const { outputs } = await job('release', { digests: JSON.stringify({ s0: digest, s1: '' }) });
  const image = `us-central1-docker.pkg.dev/p/previews/api@${digest}`;
  expect(JSON.parse(String(outputs.services))).toMatchObject([
    { name: 'api', service: 'api-preview', image: [image], env: { SITE: PAGE.url } },
    { name: 'admin', service: 'admin-preview', image: [image], env: { API: '${URL_API}' } },
  ]);
  expect(JSON.parse(String(outputs.migration))).toEqual({
    image,
    args: 'migrate\npreview_1001_7',
    job: 'preview-1001-7-api',
  });
  expect(outputs.sites).toBe('');
});

test('a build gets the URLs of the deployed services; the frontend is published under the prefix of the pull request', async () => {
  const built = await job('entry', { list: 'frontends', entry: 'site', urls: '{"api": "https://pr-7---api"}' });
  expect(built.exported).toMatchObject({ URL_API: 'https://pr-7---api', PREVIEW_PATH: `/previews/${FOLDER}/` });
  expect(JSON.parse(String(built.outputs.entry))).toMatchObject({ build: 'make' });
  const { outputs } = await job('release', {
    digests: JSON.stringify({ s0: digest }),
    builds: JSON.stringify({ s0: `12 1 ${digest}` }),
    folder: '/tmp/frontends',
  });
  expect(outputs.artifacts).toBe('12');
  expect(JSON.parse(String(outputs.sites))).toEqual([
    { name: 'site', bucket: 'previews', prefix: FOLDER, path: '/tmp/frontends', 'artifact-digest': digest },
  ]);
});
