/** Steps of our actions in README, guides and the actions' own pages: their inputs are complete, as the action itself reads them. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readInputs as buildImage } from '../../../actions/build-image/inputs.ts';
import { readInputs as deployRun } from '../../../actions/deploy-run/inputs.ts';
import { readInputs as migrate } from '../../../actions/migrate/inputs.ts';
import { readInputs as publishFrontend } from '../../../actions/publish-frontend/inputs.ts';
import { readGitHubRun } from '../../../src/github/run.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';
import { ACTIONS, filesBelow, manifestOf, read } from '../sources.ts';

const READERS = {
  'build-image': buildImage,
  'deploy-run': deployRun,
  migrate,
  'publish-frontend': publishFrontend,
};

interface Step {
  readonly uses: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Steps of our actions at any depth of a document. */
function stepsIn(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return [];
  const { uses } = node as Partial<Step>;
  const own = typeof uses === 'string' && /^orchestra\/actions\/[a-z-]+@v1$/.test(uses) ? [node as Step] : [];
  return [...own, ...Object.values(node).flatMap(stepsIn)];
}

const pages = ['README.md', ...filesBelow('docs', '.md'), ...filesBelow('actions', 'README.md')];
const steps = pages.flatMap((page) =>
  [...read(page).matchAll(/```ya?ml\n([\s\S]*?)```/g)]
    .flatMap(([, text = '']) => parseAllDocuments(text).flatMap((document) => stepsIn(document.toJS())))
    .map((step, i) => ({ page, step, name: `${step.uses} ${i + 1}` })),
);

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
/** The repository of the examples. */
const workspace = mkdtempSync(join(tmpdir(), 'steps-'));
afterAll(() => rmSync(workspace, { recursive: true }));
for (const [path, content] of [
  ['Dockerfile', 'FROM scratch'],
  ['deploy/docker/Dockerfile.server', 'FROM scratch'],
  ['deploy/cloud-run/server.yaml', 'kind: Service'],
  ['deploy/provenance.pem', String(keys.publicKey.export({ type: 'spki', format: 'pem' }))],
  ['database/migrations/000001_first.up.sql', 'SELECT 1;'],
] as const) {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), content);
}

/** What an expression of an example stands for, by the input; after an `@`, a digest. */
const ZEROS = `sha256:${'0'.repeat(64)}`;
const IMAGE = `us-central1-docker.pkg.dev/acme-prod/web/web@${ZEROS}`;
const VALUES: Readonly<Record<string, string>> = {
  'workload-identity-provider': 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
  'credentials-json': JSON.stringify({
    type: 'service_account',
    client_email: 'deployer@acme-prod.iam.gserviceaccount.com',
    private_key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  }),
  image: IMAGE,
  services: IMAGE,
  merge: ZEROS,
  platforms: 'linux/amd64',
};
const filled = (input: string, value: unknown): string =>
  String(value)
    .replace(/@\$\{\{[^}]*\}\}/g, `@${ZEROS}`)
    .replace(/\$\{\{[^}]*\}\}/g, VALUES[input] ?? 'given');

const problemsOf = (read: () => unknown): string => {
  try {
    read();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('there are some of each action', () => {
  for (const action of ACTIONS) expect(steps.map(({ step }) => step.uses)).toContain(`orchestra/actions/${action}@v1`);
});

test.each(steps)('$page: $name', ({ step }) => {
  const action = step.uses.slice('orchestra/actions/'.length, -'@v1'.length) as keyof typeof READERS;
  const inputs: Record<string, unknown> = Object.fromEntries(
    Object.entries(manifestOf(action).inputs).map(([name, { default: value = '' }]) => [name, value]),
  );
  Object.assign(inputs, step.with);
  const env: Record<string, string> = { GITHUB_WORKSPACE: workspace, GITHUB_SHA: 'c'.repeat(40), RUNNER_TEMP: '/tmp' };
  for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = filled(name, value);
  const context = { env, github: readGitHubRun(env), clock: systemClock };
  expect(problemsOf(() => READERS[action](createInputReader(env), context as never))).toBe('');
});
