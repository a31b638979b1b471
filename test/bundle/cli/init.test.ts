/** init as a process: its manifest deploys, and for a live service the deploy changes nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shellWords } from '../../../cli/gcloud/shell-words.ts';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { A } from '../deploy-run/deploy-run.cases.ts';
import { createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import { type Cli, createCli, outputOf } from './cli.fixture.ts';

let fixture: Fixture;
let cli: Cli;
beforeEach(async () => {
  fixture = await createFixture();
  cli = createCli(fixture.emulator);
});
afterEach(async () => {
  cli.remove();
  await fixture.stop();
});

const written = (path: string) => cli.written(path);
const checkOut = (path: string) => cli.checkOut(path, fixture.workspace);

describe('files', () => {
  test('that exist are kept, unless --force', async () => {
    const words = ['init', 'web', '--new'];
    expect((await cli.here(...words)).exitCode).toBe(0);
    writeFileSync(join(cli.folder, 'deploy/web.yaml'), 'mine');
    const again = await cli.here(...words);
    expect(outputOf(again)).toMatch(/exit 2[\s\S]*File deploy\/web.yaml: exists. --force replaces it./);
    expect(written('deploy/web.yaml')).toBe('mine');
    expect((await cli.here(...words, '--force')).exitCode).toBe(0);
    expect(written('deploy/web.yaml')).toContain('kind: Service');
  });

  test('--vendor copies a program that works', async () => {
    const result = await cli.here('init', 'web', '--new', '--vendor');
    expect(result.exitCode, outputOf(result)).toBe(0);
    const help = execFileSync(process.execPath, [join(cli.folder, 'deploy/orchestra.cjs'), '--help'], {
      encoding: 'utf8',
    });
    expect(help).toContain('rollback');
  });
});

test('from nothing: the first deploy succeeds', async () => {
  const result = await cli.here('init', 'fresh', '--new', '--probe-path', '/health');
  expect(result.exitCode, outputOf(result)).toBe(0);
  checkOut('deploy/fresh.yaml');
  const deployed = await fixture.deploy(A, { manifest: 'deploy/fresh.yaml', image: await fixture.image('one') });
  expect(deployed.exitCode, logOf(deployed)).toBe(0);
  expect(fixture.serves('fresh')).toContain('=100');
});

test('from a gcloud command line: the deploy has its settings, and the workflow its access', async () => {
  const line = `gcloud run deploy shop --image ${await fixture.image('one')} \\
    --set-env-vars '^:^A=1:B=x,y' --set-secrets DB=database-url:latest --cpu 2 --memory 1Gi --min-instances 1 \\
    --timeout 5m --concurrency 30 --allow-unauthenticated --revision-suffix v2 --quiet`;
  const result = await cli.run(['init', '--from', '-', '--project', DEFAULTS.project, '--region', DEFAULTS.region], {
    stdin: line,
  });
  expect(result.exitCode, outputOf(result)).toBe(0);
  expect(result.stdout).toMatch(/--revision-suffix was left out\. deploy-run names revisions by the commit/);
  expect(result.stdout).not.toContain('--quiet');
  expect(written('.github/workflows/deploy-shop.yml')).toContain('allow-unauthenticated: true');
  checkOut('deploy/shop.yaml');
  const image = await fixture.image('one');
  const deployed = await fixture.deploy(A, { manifest: 'deploy/shop.yaml', image, 'allow-unauthenticated': 'true' });
  expect(deployed.exitCode, logOf(deployed)).toBe(0);
  expect(fixture.doc('shop').template).toMatchObject({
    timeout: '300s',
    maxInstanceRequestConcurrency: 30,
    scaling: { minInstanceCount: 1 },
    containers: [
      {
        resources: { limits: { cpu: '2', memory: '1Gi' }, startupCpuBoost: true },
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: 'x,y' },
          { name: 'DB', valueSource: { secretKeyRef: { secret: 'database-url', version: '1' } } },
          { name: 'APP_VERSION', value: A },
        ],
      },
    ],
  });
});

describe('a gcloud command without its defaults', () => {
  const init = (...words: string[]) => cli.run(['init', ...words]);

  test('the project is that of the image, and says so; images go to Artifact Registry', async () => {
    const result = await init(
      'gcloud',
      'run',
      'deploy',
      'web',
      '--image',
      'gcr.io/acme/web',
      '--region',
      'us-central1',
    );
    expect(result.exitCode, outputOf(result)).toBe(0);
    expect(result.stdout).toMatch(/no --project: acme, from the image[\s\S]*gcr\.io\/acme\/web is not in a repository/);
    const pushed = 'us-central1-docker.pkg.dev/acme/web/web';
    expect(written('.github/workflows/deploy-web.yml')).toContain(`project: acme\n          image: ${pushed}\n`);
    expect(written('deploy/web.yaml')).toContain('image: gcr.io/acme/web');
    expect(written('deploy/web-setup.sh')).toContain('gcloud artifacts repositories create web');
  });

  test('of another registry it is required, with the region', async () => {
    const result = await init('gcloud', 'run', 'deploy', 'web', '--image', 'docker.io/acme/web');
    expect(outputOf(result)).toMatch(
      /exit 2[\s\S]*the project: add --project PROJECT; the region: add --region REGION/,
    );
  });

  test('in quotes it is a command line, too', async () => {
    const result = await init(
      'gcloud run deploy web --image gcr.io/acme/web --region us-central1 --labels "team=shop" --set-env-vars MODE=x,NEXT_PUBLIC_SITE=shop',
    );
    expect(result.exitCode, outputOf(result)).toBe(0);
    expect(result.stdout).toContain('- Bundlers read NEXT_PUBLIC_SITE during the build: also set the input build-args');
    expect(written('deploy/web.yaml')).toContain('team: shop');
  });
});

test('from the command of a workflow: the deploy has what the workflow knows, and no secret is in a file', async () => {
  const line = `gcloud run deploy $SERVICE --image gcr.io/$PROJECT/web --region $REGION \\
    --set-env-vars "MODE=\${{ vars.MODE }},TOKEN=x-\${{ secrets.TOKEN }}"`;
  const result = await cli.here('init', 'shop', '--from', line, '--probe-path', '/health');
  expect(result.exitCode, outputOf(result)).toBe(0);
  expect(result.stdout).toMatch(
    /TOKEN has \$\{\{ secrets\.TOKEN \}\}, so its value is not in the manifest\. .*shop-token/,
  );
  expect(written('.github/workflows/deploy-shop.yml')).toContain(
    '          substitutions: |\n            MODE=${{ vars.MODE }}\n',
  );
  expect(written('deploy/shop-setup.sh')).toContain('gcloud secrets versions add shop-token');
  fixture.emulator.seed.secret('shop-token', 'x');
  checkOut('deploy/shop.yaml');
  const image = await fixture.image('one');
  const deployed = await fixture.deploy(A, { manifest: 'deploy/shop.yaml', image, substitutions: 'MODE=fast' });
  expect(deployed.exitCode, logOf(deployed)).toBe(0);
  expect(fixture.doc('shop').template?.containers?.[0]?.env).toEqual([
    { name: 'MODE', value: 'fast' },
    { name: 'TOKEN', valueSource: { secretKeyRef: { secret: 'shop-token', version: '1' } } },
    { name: 'APP_VERSION', value: A },
  ]);
});

test('a project of a domain: its images and commands name it as registries and gcloud do', async () => {
  const place = ['--project', 'example.com:proj', '--region', 'us-central1', '--dry-run'];
  const fresh = await cli.run(['init', 'web', '--new', ...place]);
  expect(fresh.exitCode, outputOf(fresh)).toBe(0);
  expect(fresh.stdout).toContain('image: us-central1-docker.pkg.dev/example.com/proj/web/web');
  expect(fresh.stdout).toContain('project: example.com:proj');
  expect(fresh.stdout).toContain('deployer@proj.example.com.iam.gserviceaccount.com');
  expect(fresh.stdout).toContain(
    'gcloud artifacts repositories create web --repository-format=docker --location=us-central1 --project=example.com:proj',
  );
  const pasted = await cli.run([
    'init',
    '--dry-run',
    ...'gcloud run deploy web --image us-docker.pkg.dev/example.com/proj/apps/web --region us-central1'.split(' '),
  ]);
  expect(pasted.exitCode, outputOf(pasted)).toBe(0);
  expect(pasted.stdout).toMatch(/no --project: example\.com:proj, from the image/);
  expect(pasted.stdout).toContain('repositories create apps');
  expect(pasted.stdout).toContain('--location=us --project=example.com:proj');
});

test('problems of a first run are named: no Dockerfile, and a probe of a guessed path', async () => {
  const bare = await cli.here('init', 'web', '--new');
  expect(bare.stdout).toMatch(/startup probe requests \/\. [\s\S]*no Dockerfile here[\s\S]*no-dockerfile\.md/);
  writeFileSync(join(cli.folder, 'Dockerfile'), 'FROM scratch\n');
  const ready = await cli.here('init', 'web', '--new', '--probe-path', '/health', '--force');
  expect(ready.stdout).not.toMatch(/Dockerfile|startup probe/);
});

/** The commands of the docs that need no live service. */
const documented = [
  'README.md',
  'docs/cli.md',
  'docs/setup/one-service.md',
  'docs/guides/gcloud-run-deploy.md',
].flatMap((file) => {
  const text = readFileSync(join(import.meta.dirname, '../../..', file), 'utf8').replace(/\\\n\s*/g, '');
  const lines = [...text.matchAll(/^(?:npx github:orchestra\/actions#v1|orchestra) (init .*(?:gcloud|--new).*)$/gm)];
  expect(lines.length, file).toBeGreaterThan(0);
  return lines.map(([, line = '']) => [file, line] as const);
});

test.each(documented)('%s: %s', async (_, line) => {
  const result = await cli.run(shellWords(line).words);
  expect(result.exitCode, outputOf(result)).toBe(0);
});

test('from a command of a worker pool: the deploy has its instances and settings', async () => {
  const line = `gcloud beta run worker-pools deploy mailer --image ${await fixture.image('one')} --scaling 2 --memory 1Gi`;
  const result = await cli.here('init', '--from', line);
  expect(result.exitCode, outputOf(result)).toBe(0);
  expect(result.stdout).not.toMatch(/startup probe|is public/);
  expect(written('.github/workflows/deploy-mailer.yml')).not.toMatch(/probe|unauthenticated/);
  checkOut('deploy/mailer.yaml');
  const deployed = await fixture.deploy(A, { manifest: 'deploy/mailer.yaml', image: await fixture.image('one') });
  expect(deployed.exitCode, logOf(deployed)).toBe(0);
  const pool = [...fixture.emulator.run.workerPools.values()][0]?.doc;
  expect(pool).toMatchObject({
    scaling: { manualInstanceCount: 2 },
    template: { containers: [{ resources: { limits: { memory: '1Gi' } } }] },
  });
});
