/** actionlint and zizmor (pedantic) have nothing to say, about our workflows and about the sample's. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deploymentOf } from '../../../cli/init/deployment.ts';
import { workflowFile } from '../../../cli/init/files.ts';
import { fromGcloud, fromNothing } from '../../../cli/init/new-service.ts';
import { which } from '../../../scripts/parts/local.ts';
import { ensureActionlint, ensureZizmor, toolsBin } from '../../../scripts/parts/tools.ts';
import { filesBelow, root } from '../sources.ts';

const WORKFLOWS = [
  ...filesBelow('.github/workflows', '.yml'),
  ...filesBelow('examples/orchestra/.github/workflows', '.yml'),
];

const FOLDERS = ['.github', 'examples/orchestra/.github', 'actions', 'test/e2e/stand-ins'];

const LINTERS = [
  {
    name: 'actionlint',
    ensure: ensureActionlint,
    args: ['-no-color', '-config-file', '.github/actionlint.yaml', ...WORKFLOWS],
  },
  {
    name: 'zizmor',
    ensure: ensureZizmor,
    args: [...['--offline', '--no-progress', '--persona=pedantic', '--config', '.github/zizmor.yml'], ...FOLDERS],
  },
];

const PLACE = { project: 'acme-prod', region: 'us-central1' };
const lines = [
  'gcloud run deploy api --image x/y:1 --allow-unauthenticated --set-secrets A=b:latest',
  'gcloud run jobs deploy nightly --image x/y:1 --execute-now',
];
const generated = mkdtempSync(join(tmpdir(), 'workflows-'));
afterAll(() => rmSync(generated, { recursive: true, force: true }));

/** Those that `orchestra init` writes. */
function writeGenerated(): string[] {
  const sources = [
    fromNothing('web', PLACE),
    ...lines.map((line) => fromGcloud(line.split(' '), { name: undefined, ...PLACE }, '.')),
  ];
  return sources.map((found) => {
    const deployment = deploymentOf(found, { repository: 'acme/shop', deployer: undefined }, []);
    const { path, content } = workflowFile(found, deployment, '/health');
    mkdirSync(join(generated, dirname(path)), { recursive: true });
    writeFileSync(join(generated, path), content);
    return join(generated, path);
  });
}

test.for(LINTERS)('$name finds nothing in what init writes', async ({ name, ensure, args }, { skip }) => {
  const program = await find(name, ensure);
  if (!program) return skip(`${name} is not installed; scripts/setup.sh installs it`);
  const files = writeGenerated();
  const options = args.filter((arg) => !WORKFLOWS.includes(arg) && !FOLDERS.includes(arg));
  const { status, stdout, stderr } = spawnSync(program, [...options, ...files], { cwd: root, encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
});

const find = async (name: string, ensure: () => Promise<string>) =>
  process.env.CI === 'true' ? await ensure() : ((await which(name, toolsBin)) ?? (await which(name)));

test.for(LINTERS)('$name finds nothing', async ({ name, ensure, args }, { skip }) => {
  const program = await find(name, ensure);
  if (!program) return skip(`${name} is not installed; scripts/setup.sh installs it`);
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
