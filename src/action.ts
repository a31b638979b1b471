/**
 * Runs an action: inputs → run → summary, with the one place that catches errors and the one that listens for signals.
 * `main.ts` and `post.ts` of each action are calls of these functions.
 */
import * as core from '@actions/core';
import { systemClock } from './clock.ts';
import { type Context, type Env, readSurroundings } from './context.ts';
import { CancelledError } from './errors.ts';
import { createInputReader, type InputReader } from './inputs.ts';
import { runnerLog } from './log.ts';
import { reportError } from './report.ts';
import { createSummary, writeSummary } from './summary.ts';

/** The parts of `process` that an action needs; `main.ts` hands it over. */
export interface ActionProcess {
  readonly env: Env;
  exitCode?: number | string | null | undefined;
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code?: number): never;
}

export interface Action<Inputs> {
  readonly name: string;
  readonly readInputs: (reader: InputReader, context: Context) => Inputs;
  readonly run: (inputs: Inputs, context: Context) => Promise<void>;
}

/** Runs `main` or `post` of an action to its end. The step is red if and only if the work threw. */
export async function runAction<Inputs>(action: Action<Inputs>, host: ActionProcess): Promise<void> {
  const summary = createSummary();
  const cancel = new AbortController();
  let failed = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) host.on(signal, () => cancel.abort(new CancelledError(signal)));
  try {
    const context: Context = {
      ...readSurroundings(host.env),
      summary,
      log: runnerLog,
      clock: systemClock,
      signal: cancel.signal,
      cancelled: cancel.signal,
      deadline: Number.POSITIVE_INFINITY,
      output: (name, value) => {
        if (value !== undefined) core.setOutput(name, value);
      },
      saveState: (name, value) => core.saveState(name, value),
      state: (name) => core.getState(name),
      mask: maskLines,
    };
    const reader = createInputReader(host.env);
    const inputs = action.readInputs(reader, context);
    await action.run(inputs, context);
  } catch (error) {
    failed = true;
    summary.paragraph(`❌ ${reportError(error, runnerLog, action.name)}`);
  }
  try {
    writeSummary(summary, host.env.GITHUB_STEP_SUMMARY);
  } catch (error) {
    runnerLog.warning(`The job summary could not be written: ${(error as Error).message}`);
  }
  // Open connections and timers must not hold the step.
  host.exit(failed ? 1 : 0);
}

const masked = new Set<string>();

/** The runner masks exact matches of one line: so every line of a secret is masked by itself. */
function maskLines(value: string): void {
  for (const line of value.split(/\r?\n/)) {
    if (line.trim() === '' || masked.has(line)) continue;
    masked.add(line);
    core.setSecret(line);
  }
}
