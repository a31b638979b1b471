/**
 * Starts a bundle like the runner: a Node process with INPUT_* variables (defaults from action.yml),
 * command files, and cancellation by SIGINT. Then reads back outputs, state, summary, masks and annotations.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { reach } from '../../scripts/parts/registry-environment.ts';
import { bundlesFolder } from './bundles.ts';
import { recordStep } from './calls/recorder.ts';

export interface StepOptions {
  readonly with?: Readonly<Record<string, string>>;
  /** Added to a clean environment with PATH, HOME, this machine's registry settings, and the runner's variables. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly phase?: 'main' | 'post';
  /** State saved by an earlier phase. */
  readonly state?: Readonly<Record<string, string>>;
  /** Content of the event's payload. */
  readonly event?: unknown;
  /** Working directory and GITHUB_WORKSPACE; a new empty folder if absent. */
  readonly workspace?: string;
  /** Called with the process once it has started, for signals. */
  readonly onStart?: (child: ChildProcess) => void;
  /** Called with each chunk of output. */
  readonly onOutput?: (text: string) => void;
}

export interface StepResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds from the start of the process to its end. */
  readonly duration: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The raw content of GITHUB_ENV and GITHUB_PATH. */
  readonly environment: string;
  readonly path: string;
  /** All output, stdout and stderr in order of arrival. */
  readonly log: string;
  readonly masks: readonly string[];
  readonly errors: readonly Annotation[];
  readonly warnings: readonly Annotation[];
  readonly notices: readonly Annotation[];
}

export interface Annotation {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

interface Manifest {
  readonly inputs?: Record<string, { readonly default?: unknown }>;
  readonly runs: { readonly main: string; readonly post?: string };
}

/** Reads NAME/action.yml of the release tree under test. */
export function readManifest(action: string): Manifest {
  return parse(readFileSync(join(bundlesFolder(), action, 'action.yml'), 'utf8')) as Manifest;
}

/** Runs one phase of an action to completion. */
export async function runStep(action: string, options: StepOptions = {}): Promise<StepResult> {
  const manifest = readManifest(action);
  const phase = options.phase ?? 'main';
  const entry = manifest.runs[phase];
  if (!entry) throw new Error(`${action} has no ${phase}`);
  const folder = mkdtempSync(join(tmpdir(), 'step-'));
  try {
    return await runIn(folder, manifest, join(bundlesFolder(), action, entry), options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `folder` holds the command files, and the workspace unless one is given. */
async function runIn(folder: string, manifest: Manifest, entry: string, options: StepOptions): Promise<StepResult> {
  const files = Object.fromEntries(
    ['output', 'state', 'summary', 'env', 'path', 'event'].map((name) => [name, join(folder, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  writeFileSync(files.event as string, JSON.stringify(options.event ?? {}));
  const workspace = options.workspace ?? join(folder, 'workspace');
  const temp = join(folder, 'temp');
  mkdirSync(workspace, { recursive: true });
  mkdirSync(temp);
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ...reach(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REPOSITORY_ID: '1001',
    GITHUB_REPOSITORY_OWNER_ID: '2002',
    GITHUB_ACTOR: 'octocat',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_JOB: 'deploy',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_ENV: files.env,
    GITHUB_PATH: files.path,
    GITHUB_EVENT_PATH: files.event,
    ...inputVariables(manifest, options.with ?? {}),
    ...Object.fromEntries(Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    ...options.env,
  };
  recordStep(basename(dirname(entry)), options.phase ?? 'main', env);
  const began = performance.now();
  const child = spawn(process.execPath, [entry], {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log += chunk;
      options.onOutput?.(chunk.toString());
    });
  }
  options.onStart?.(child);
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.on('close', (code, by) => resolve([code, by]));
  });
  return {
    exitCode,
    signal,
    duration: performance.now() - began,
    log,
    outputs: readCommandFile(files.output as string),
    state: readCommandFile(files.state as string),
    summary: readFileSync(files.summary as string, 'utf8'),
    environment: readFileSync(files.env as string, 'utf8'),
    path: readFileSync(files.path as string, 'utf8'),
    masks: [...log.matchAll(/^::add-mask::(.*)$/gm)].map((match) => match[1] as string),
    errors: annotations(log, 'error'),
    warnings: annotations(log, 'warning'),
    notices: annotations(log, 'notice'),
  };
}

function inputVariables(manifest: Manifest, given: Readonly<Record<string, string>>): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, { default: standard }] of Object.entries(manifest.inputs ?? {})) {
    variables[`INPUT_${name.toUpperCase()}`] = standard === undefined ? '' : String(standard);
  }
  for (const [name, value] of Object.entries(given)) variables[`INPUT_${name.toUpperCase()}`] = value;
  return variables;
}

/** `name<<delimiter` blocks, as the runner reads them. */
function readCommandFile(file: string): Record<string, string> {
  const values: Record<string, string> = {};
  if (!existsSync(file)) return values;
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let i = 0; i < lines.length; i++) {
    const head = /^(.+?)<<(.+)$/.exec(lines[i] as string);
    if (!head) continue;
    const body: string[] = [];
    for (i++; i < lines.length && lines[i] !== head[2]; i++) body.push(lines[i] as string);
    values[head[1] as string] = body.join('\n');
  }
  return values;
}

function annotations(log: string, level: string): Annotation[] {
  return [...log.matchAll(new RegExp(`^::${level}(?: ([^:]*?))?::(.*)$`, 'gm'))].map(
    ([, properties = '', message = '']) => {
      const values = Object.fromEntries(properties.split(',').map((pair) => pair.split('=') as [string, string]));
      return {
        message: decode(message),
        ...(values.file && { file: decode(values.file) }),
        ...(values.line && { line: Number(values.line) }),
      };
    },
  );
}

function decode(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
