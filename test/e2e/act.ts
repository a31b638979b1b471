/** Runs the sample's workflows in `act`, a third-party runner, from a clean environment. */
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKFLOWS } from '../../scripts/build/workflows.ts';
import { reach } from '../../scripts/parts/registry-environment.ts';
import { currentVersion } from '../../scripts/release/version.ts';
import { bundlesFolder } from '../harness/bundles.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Stand-ins for third-party actions. */
const STAND_INS: Readonly<Record<string, string>> = {
  'actions/checkout': 'checkout',
  'actions/setup-go': 'setup-tool',
  'actions/setup-node': 'setup-tool',
  'actions/setup-python': 'setup-tool',
  'actions/setup-java': 'setup-tool',
  'actions/setup-dotnet': 'setup-tool',
  'ruby/setup-ruby': 'setup-tool',
  'shivammathur/setup-php': 'setup-tool',
  'actions/upload-artifact': 'upload-artifact',
  'actions/download-artifact': 'download-artifact',
  'golangci/golangci-lint-action': 'golangci-lint',
  'actions/cache': 'cache',
};

export interface ActOptions {
  /** Path of the `act` program. */
  readonly act: string;
  /** A Git repository with the sample application, checked out at the commit to run. */
  readonly repository: string;
  /** The work folder of this suite: release tree, homes and artifacts. */
  readonly scratch: string;
  /** The folder for the logs of all runs. */
  readonly logs: string;
  readonly event: 'push' | 'workflow_dispatch' | 'pull_request' | 'merge_group' | 'schedule';
  readonly workflow: string;
  readonly payload?: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  /** Secrets of the repository. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** The value of `github.token`. */
  readonly token: string;
  /** Endpoints, OIDC, engine, and PATH. */
  readonly env: Readonly<Record<string, string>>;
}

export interface ActResult {
  readonly ok: boolean;
  readonly log: string;
  /** Result of each job by its shown name, as `act` names it: `succeeded`, `failed`. Jobs that were skipped are absent. */
  readonly jobs: Readonly<Record<string, 'succeeded' | 'failed'>>;
}

/**
 * Copies the release tree under test, without `queue` and concurrency groups, which `act` does not support.
 */
export function assembleRelease(target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(bundlesFolder(), target, { recursive: true });
  const folder = join(target, '.github/workflows');
  for (const file of WORKFLOWS) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replace(/^\s+queue: max\n/gm, ''));
  }
}

/** The pinned references of the release's workflows that have stand-ins: `owner/name@sha`. */
function references(release: string): string[] {
  const folder = join(release, '.github/workflows');
  const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const found = text.join('\n').matchAll(/uses: ([\w-]+\/[\w-]+@[0-9a-f]{40})/g);
  return [...new Set([...found].map((match) => match[1] as string))];
}

/** Time limit of a workflow on a machine without caches, in milliseconds. */
export const RUN_LIMIT = 900_000;

let runs = 0;

/** Runs one workflow to its end. */
export async function runAct(options: ActOptions): Promise<ActResult> {
  const number = ++runs;
  const release = join(options.scratch, 'release');
  const home = join(options.scratch, 'home');
  const artifacts = join(options.scratch, `artifacts-${number}`);
  for (const folder of [home, artifacts, options.logs]) mkdirSync(folder, { recursive: true });
  const eventFile = join(options.scratch, `event-${number}.json`);
  writeFileSync(eventFile, JSON.stringify({ ...options.payload, ...(options.inputs && { inputs: options.inputs }) }));
  const locals = [
    `orchestra/actions@v1=${release}`,
    `orchestra/actions@v${currentVersion()}=${release}`,
    ...references(release).flatMap((reference) => {
      const standIn = STAND_INS[reference.split('@')[0] as string];
      return standIn ? [`${reference}=${join(root, 'test/e2e/stand-ins', standIn)}`] : [];
    }),
  ];
  const pairs = (flag: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const args = [
    options.event,
    ...['--workflows', join(options.repository, '.github/workflows', options.workflow)],
    ...['--directory', options.repository, '--eventpath', eventFile, '--defaultbranch', 'main'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--platform', 'ubuntu-24.04-arm=-self-hosted', '--no-cache-server'],
    ...pairs('--secret', { GITHUB_TOKEN: options.token, ...options.secrets }),
    ...locals.flatMap((local) => ['--local-repository', local]),
    ...pairs('--var', options.vars),
    ...pairs('--env', {
      ...reach(),
      ...options.env,
      E2E_ARTIFACTS: artifacts,
      E2E_STAND_INS: join(root, 'test/e2e/stand-ins'),
      E2E_REPOSITORY: options.repository,
      GITHUB_RUN_ID: String(9000 + number),
    }),
  ];
  const child = spawn(options.act, args, {
    cwd: options.repository,
    // Host variables leak into the jobs, so only these are set.
    env: { ...reach(), HOME: home, PATH: options.env.PATH, XDG_CACHE_HOME: join(home, '.cache'), LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // A run that hangs is ended with all its steps, and the test shows where.
  const hung = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), RUN_LIMIT);
  const logFile = join(options.logs, `${number}-${options.workflow}.log`);
  writeFileSync(logFile, '');
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log += chunk;
      appendFileSync(logFile, chunk);
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(hung);
  return { ok: code === 0, log, jobs: jobsOf(log) };
}

/** The last 40 lines at most of each failed step; of the whole log if no step failed. */
export function failures({ log }: ActResult): string {
  const lines = log.split('\n');
  const job = (line: string) => /^\[([^\]]*?)\s*\]/.exec(line)?.[1];
  const ends = lines.flatMap((line, at) => (/❌\s+Failure - Main /u.test(line) ? [at] : []));
  if (ends.length === 0) return lines.slice(-40).join('\n');
  return ends
    .flatMap((end) =>
      lines
        .slice(0, end + 1)
        .filter((line) => job(line) === job(lines[end] as string))
        .slice(-40),
    )
    .join('\n');
}

/** Results by the failures of steps: `act` reports all jobs of a matrix as failed if one is. */
function jobsOf(log: string): Record<string, 'succeeded' | 'failed'> {
  const jobs: Record<string, 'succeeded' | 'failed'> = {};
  for (const [, name = '', text = ''] of log.matchAll(/^\[[^\]]*\/([^\]/]+?)\s*\] +(.*)$/gm)) {
    const job = name.replace(/-\d+$/, '');
    if (/^❌\s+Failure - Main /u.test(text)) jobs[job] = 'failed';
    if (/^🏁\s+Job /u.test(text)) jobs[job] ??= 'succeeded';
  }
  return jobs;
}
