/**
 * The pipeline as a graph, compared with the same steps in sequence, as Cloud Build runs them. Every step runs once, without
 * concurrent load. The sum is the sequential duration; the longest path through the graph is the duration of a push in which
 * each job has its own runner. The start of runners is in neither; the rows for version 1.0 add it for each job
 * of the two workflows.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import type { LocalCloud } from '../../scripts/demo/local-cloud.ts';
import { createPipeline, IMAGES } from '../../scripts/demo/pipeline.ts';
import { createRepository } from '../../scripts/demo/repository.ts';
import { projectDir, say } from '../../scripts/parts/local.ts';
import { ensureGolangciLint, ensurePnpm } from '../../scripts/parts/tools.ts';
import type { StepResult } from '../harness/runner.ts';
import { graphOf, longestPath, OPTIONAL_JOBS, VERSION_1_0 } from './job-graph.ts';
import { type Row, time } from './measure.ts';

/** Duration of each step in milliseconds. */
type Times = Readonly<Record<string, number>>;

/** Stages: each needs the previous one; the steps of a stage run in parallel. */
const STAGES = [
  ['Go tests', 'Go lint', 'Rust tests', 'dashboard tests', 'dashboard build', ...IMAGES.map((name) => `image ${name}`)],
  ['migrate'],
  ['deploy server', 'deploy worker', 'deploy engine'],
  ['publish'],
] as const;

const serial = (times: Times): number => Object.values(times).reduce((sum, ms) => sum + ms, 0);

const criticalPath = (times: Times): number =>
  STAGES.reduce((sum, stage) => sum + Math.max(...stage.map((step) => times[step] ?? 0)), 0);

export async function benchPipeline(cloud: LocalCloud): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pipeline-'));
  const checkout = join(folder, 'orchestra');
  const pnpm = await ensurePnpm();
  const path = [dirname(pnpm), dirname(await ensureGolangciLint()), cloud.env.PATH ?? process.env.PATH].join(':');
  const repository = createRepository(join(projectDir, 'examples/orchestra'), checkout, (sha, parent) =>
    cloud.emulator.github.commit(sha, parent ? [parent] : []),
  );
  const pipeline = createPipeline(cloud, checkout, pnpm, () => {});

  const run = async (commit: string, caches: string, options: { cold: boolean }): Promise<Times> => {
    const env = {
      ...process.env,
      PATH: path,
      GOCACHE: join(caches, 'go'),
      GOLANGCI_LINT_CACHE: join(caches, 'golangci-lint'),
      CARGO_TARGET_DIR: join(caches, 'target'),
      npm_config_store_dir: join(caches, 'pnpm'),
      VITE_COMMIT: commit,
    };
    const shell =
      (command: string, cwd = '.') =>
      () =>
        void execFileSync('bash', ['-euo', 'pipefail', '-c', command], {
          cwd: join(checkout, cwd),
          env,
          stdio: 'pipe',
        });
    const images: Record<string, string> = {};
    const build = (name: string) => async () => {
      const result = await pipeline.run('build-image', commit, {
        image: `${cloud.emulator.registryHost}/${DEFAULTS.project}/${DEFAULTS.repository}/${name}`,
        file: `deploy/docker/Dockerfile.${name}`,
        'extra-args': '--network=host',
        sbom: 'false',
        ...(options.cold && { 'no-cache': 'true' }),
      });
      images[name] = green(result).outputs.image ?? '';
    };
    const deploy = (name: string, inputs: Record<string, string>) => async () =>
      green(await pipeline.deploy(`${name}.yaml`, images[name] ?? '', commit, inputs));
    // In the order of cloudbuild.yaml; the worker, which is missing there, is next to the other services.
    const steps: Readonly<Record<string, () => unknown>> = {
      'Go tests': shell('go test ./... -race -coverprofile=coverage.out'),
      'Rust tests': shell('cargo test --release', 'engine'),
      'dashboard tests': shell('pnpm install --frozen-lockfile && pnpm test', 'resources'),
      'Go lint': shell('golangci-lint run --timeout 5m'),
      'image server': build('server'),
      'image worker': build('worker'),
      'image engine': build('engine'),
      migrate: async () => green(await pipeline.migrate(images.server ?? '', commit)),
      'deploy server': deploy('server', { 'probe-path': '/health', 'allow-unauthenticated': 'true' }),
      'deploy worker': deploy('worker', {}),
      'deploy engine': deploy('engine', { probe: 'grpc' }),
      'dashboard build': shell('pnpm install --frozen-lockfile && pnpm build', 'resources'),
      publish: async () =>
        green(
          await pipeline.run('publish-frontend', commit, {
            path: 'resources/dashboard/dist',
            bucket: DEFAULTS.bucket,
            prefix: 'dashboard',
            'url-map': DEFAULTS.urlMap,
            host: DEFAULTS.siteHost,
          }),
        ),
    };
    const times: Record<string, number> = {};
    for (const [name, step] of Object.entries(steps)) times[name] = await time(step);
    say(
      Object.entries(times)
        .map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)}`)
        .join(', '),
    );
    return times;
  };

  const change = (file: string, from: string | RegExp, to: string) =>
    repository.commit(`Change ${file}`, (files) => files.replace(file, from, to));
  const server = (text: string) => change('app/version.go', 'package app\n', `package app\n\n// ${text} ${folder}\n`);
  try {
    const caches = join(folder, 'caches');
    const cold = await run(server('Cold.'), caches, { cold: true });
    const warm = await run(server('Warm.'), caches, { cold: false });
    const frontend = await run(
      change('resources/dashboard/src/text.ts', /greeting: '[^']*'/, "greeting: 'Measured.'"),
      caches,
      { cold: false },
    );
    return [
      row('pipeline, cold', cold),
      row('pipeline, warm, the server changed', warm),
      row('pipeline, warm, only the dashboard changed', frontend),
      againstVersion1('jobs, warm, the server changed', warm),
      againstVersion1('jobs, warm, only the dashboard changed', frontend),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds until a job's first step, on a new runner. */
const JOB_START = 10;

/**
 * The jobs of pipeline.yml against those of version 1.0, with the same measured steps in both: a job of a matrix takes as long as
 * its slowest job. Checkout and summaries are in neither.
 */
function againstVersion1(what: string, times: Times): Row {
  const slowest = (pattern: RegExp) =>
    Math.max(...Object.entries(times).flatMap(([step, ms]) => (pattern.test(step) ? [ms / 1000] : [])));
  const jobs = {
    checks: slowest(/tests$|lint$/),
    images: slowest(/^image /),
    frontends: slowest(/ build$/),
    migrate: slowest(/^migrate$/),
    deploy: slowest(/^deploy /),
    publish: slowest(/^publish$/),
  };
  const release = jobs.migrate + jobs.deploy + jobs.publish;
  const workflow = parse(readFileSync(join(projectDir, '.github/workflows/pipeline.yml'), 'utf8')) as {
    jobs: Parameters<typeof graphOf>[0];
  };
  const ours = longestPath(graphOf(workflow.jobs), {
    start: JOB_START,
    times: { ...jobs, release },
    skipped: OPTIONAL_JOBS,
  });
  const theirs = longestPath(VERSION_1_0, { start: JOB_START, times: jobs });
  return {
    what: `${what}, each job starts in ${JOB_START} s`,
    ours: `${ours.toFixed(1)} s`,
    against: `${theirs.toFixed(1)} s (version 1.0)`,
    ratio: `${(ours / theirs).toFixed(2)}×`,
    aim: 'at most 0.5',
  };
}

function row(what: string, times: Times): Row {
  const [ours, theirs] = [criticalPath(times), serial(times)];
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return {
    what,
    ours: `${seconds(ours)} (critical path)`,
    against: `${seconds(theirs)} (one after the other)`,
    ratio: `${(ours / theirs).toFixed(2)}×`,
    aim: 'below 1',
  };
}

function green(result: StepResult): StepResult {
  if (result.exitCode !== 0) throw new Error(result.log.slice(-3000));
  return result;
}
