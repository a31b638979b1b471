/** The context of the actions for use in a terminal: no runner, Application Default Credentials. */
import { readGitHubRun } from '../../src/github/run.ts';
import { readEndpoints } from '../../src/google/endpoints.ts';
import { systemClock, systemRandom } from '../../src/runtime/clock.ts';
import { type Cloud, type Context, connect, type Env } from '../../src/runtime/context.ts';
import type { Log } from '../../src/runtime/log.ts';
import { createSummary } from '../../src/runtime/summary.ts';

/** Used in records in place of the URL of a workflow run. */
const COMMAND_LINE = 'command line';

export interface Surroundings {
  readonly env: Env;
  readonly folder: string;
  /** The user, for records. */
  readonly user: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export function createTerminalContext({ env, folder, user, log, signal }: Surroundings): Context {
  const run = readGitHubRun(env);
  return {
    env,
    endpoints: readEndpoints(env),
    github: {
      ...run,
      actor: run.actor || user,
      runUrl: run.runId ? run.runUrl : COMMAND_LINE,
      workspace: folder,
      sha: run.sha || '0'.repeat(40),
      payload: {},
    },
    log,
    clock: systemClock,
    random: systemRandom,
    signal,
    cancelled: signal,
    deadline: Number.POSITIVE_INFINITY,
    summary: createSummary(),
    output: () => {},
    saveState: () => {},
    state: () => '',
    // Tokens are never printed here.
    exportVariable: () => {},
    mask: () => {},
  };
}

/** The clients with Application Default Credentials. */
export const connectLocally = (context: Context): Cloud =>
  connect(context, { workloadIdentityProvider: undefined, serviceAccount: undefined });
