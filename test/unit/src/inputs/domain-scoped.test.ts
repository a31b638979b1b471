/** Projects of a domain, `example.com:project`, are accepted wherever a project is. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSurroundings } from '../../../../src/runtime/action.ts';
import { createInputReader } from '../../../../src/runtime/inputs.ts';

const PROJECT = 'example.com:proj';
const IMAGE = 'us-central1-docker.pkg.dev/example.com/proj/repo/img';
const DIGEST = `@sha256:${'0'.repeat(64)}`;
const workspace = mkdtempSync(join(tmpdir(), 'domain-'));
writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch');
mkdirSync(join(workspace, 'out'));

test.each([
  ['build-image', { image: IMAGE }],
  ['build-image', { image: IMAGE, 'service-account': 'proj.example.com@appspot.gserviceaccount.com' }],
  ['build-image', { image: IMAGE.replace('/proj', ':proj'), project: '' }],
  [
    'deploy-run',
    { image: IMAGE + DIGEST, service: 'web', region: 'us-central1', secrets: `A=projects/${PROJECT}/secrets/a:1` },
  ],
  [
    'migrate',
    {
      image: IMAGE + DIGEST,
      job: 'migrate',
      region: 'us-central1',
      services: `projects/${PROJECT}/locations/us-central1/services/web`,
      secrets: `A=projects/${PROJECT}/secrets/a`,
      'cloudsql-instances': `${PROJECT}:us-central1:db`,
      'runtime-service-account': 'runtime@proj.example.com.iam.gserviceaccount.com',
    },
  ],
  ['publish-frontend', { bucket: 'site', path: 'out' }],
])('%s, %#', async (action, given) => {
  const env = {
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_WORKSPACE: workspace,
    ...Object.fromEntries(
      Object.entries({ project: PROJECT, ...given }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  const { readInputs } = await import(`../../../../actions/${action}/inputs.ts`);
  const log = { warning: () => {}, info: () => {}, debug: () => {} };
  const inputs = readInputs(createInputReader(env), {
    ...readSurroundings(env),
    state: () => '',
    clock: { now: () => 0 },
    log,
  });
  // publish-frontend has inputs for each of its sites.
  const { project } = inputs.sites?.[0] ?? inputs;
  expect(project).toBe(PROJECT);
});
