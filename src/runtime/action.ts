/**
 * Runs an action: inputs → run → summary, with the one place that catches errors and the one that listens for signals.
 * `main.ts` and `post.ts` of each action are calls of these functions.
 */
import { readGitHubRun } from '../github/run.ts';
import { readEndpoints } from '../google/endpoints.ts';
import { systemClock, systemRandom } from './clock.ts';
// Types only: a post step that calls no API must not load the clients.
import type { Context, Env } from './context.ts';
import { CancelledError, stateAfter, withState } from './errors.ts';
import { createInputReader, type InputReader } from './inputs.ts';
import { createRunner, type Runner } from './log.ts';
import { createLines } from './output/foreign-text.ts';
import { reportError } from './report.ts';
import { createSummary, md, plain, writeSummary } from './summary.ts';

/** The parts of `process` that an action needs, passed by `main.ts`. */
export interface ActionProcess {
  readonly env: Env;
  exitCode?: number | string | null | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  on(event: 'uncaughtException' | 'unhandledRejection' | 'warning', listener: (error: Error) => void): unknown;
  removeAllListeners(event: 'warning'): unknown;
  exit(code?: number): never;
}

interface Output {
  write(chunk: string | Uint8Array, ...rest: unknown[]): boolean;
}

export interface Action<Inputs> {
  readonly name: string;
  readonly readInputs: (reader: InputReader, context: Context) => Inputs;
  readonly run: (inputs: Inputs, context: Context) => Promise<void>;
}

/** Replacements for the simulation: time, random values, connections, docker and identity. */
export type MachineParts = Partial<Pick<Context, 'clock' | 'random' | 'transport' | 'docker' | 'identity'>>;

/** Runs `main` or `post` of an action. The step fails if and only if the work threw. */
export async function runAction<Inputs>(
  action: Action<Inputs>,
  host: ActionProcess,
  surroundings: MachineParts = {},
): Promise<void> {
  const summary = createSummary();
  const cancel = new AbortController();
  const runner = takeOver(host, action.name);
  const { log } = runner;
  let failed = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) host.on(signal, () => cancel.abort(new CancelledError(signal)));
  try {
    const context: Context = {
      ...readSurroundings(host.env),
      summary,
      log,
      clock: systemClock,
      random: systemRandom,
      ...surroundings,
      signal: cancel.signal,
      cancelled: cancel.signal,
      deadline: Number.POSITIVE_INFINITY,
      output: (name, value) => {
        if (value !== undefined) runner.set('output', name, value);
      },
      exportVariable: (name, value) => runner.set('env', name, value),
      saveState: (name, value) => runner.set('state', name, value),
      state: (name) => host.env[`STATE_${name}`] ?? '',
      mask: runner.mask,
    };
    const reader = createInputReader(host.env);
    const inputs = unlessInvalid(() => action.readInputs(reader, context));
    await action.run(inputs, context);
  } catch (error) {
    failed = true;
    const text = plain(reportError(error, log, action.name));
    const state = stateAfter(error);
    // The report of a service that failed has the reason.
    const explained = summary.text().includes(`**Why:** ${text}`);
    if (state) summary.paragraph(md`❌ The step failed. ${plain(state)}`);
    if (!explained) summary.paragraph(state ? md`**Why:** ${text}` : md`❌ ${text}`);
    if (state) log.info(`The step failed. ${state}`);
  }
  try {
    writeSummary(summary, host.env.GITHUB_STEP_SUMMARY);
  } catch (error) {
    log.warning(`The job summary could not be written: ${(error as Error).message}`);
  }
  runner.end();
  // Open connections and timers must not hold the step.
  host.exit(failed ? 1 : 0);
}

/** Before its inputs are read, no action changes anything. */
function unlessInvalid<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw withState(error, 'Nothing was changed.');
  }
}

/**
 * Only the log writes to the runner directly: output of a library, warnings of Node or a crash (it may quote any
 * server) is printed as foreign text.
 */
function takeOver(host: ActionProcess, name: string): Runner {
  const write = host.stdout.write.bind(host.stdout);
  const runner = createRunner(host.env, (text) => void write(text));
  for (const stream of [host.stdout, host.stderr]) {
    const lines = createLines(runner.log.output);
    stream.write = (chunk, ...rest) => {
      lines.write(typeof chunk === 'string' ? chunk : Buffer.from(chunk));
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    };
  }
  host.removeAllListeners('warning');
  host.on('warning', (warning) => runner.log.debug(warning.stack ?? warning.message));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    host.on(event, (error) => {
      reportError(error, runner.log, name);
      runner.end();
      host.exit(1);
    });
  return runner;
}

/** The parts of a context that are read from the environment. */
export function readSurroundings(env: Env): Pick<Context, 'github' | 'endpoints' | 'env'> {
  return { env, github: readGitHubRun(env), endpoints: readEndpoints(env) };
}
