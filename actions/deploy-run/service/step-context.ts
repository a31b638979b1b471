/** One run of the step: its inputs, its identity and its clients. */

import { noteService } from '../../../src/freeze/standing.ts';
import type { FreshnessOptions } from '../../../src/github/freshness.ts';
import { type OpenGitHub, openGitHub } from '../../../src/github/open.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import type { Context } from '../../../src/runtime/context.ts';
import type { CloudError } from '../../../src/runtime/errors.ts';
import { graceAfter } from '../../../src/runtime/interruption.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import { CALL_GRACE } from '../../../src/runtime/time-limit.ts';
import type { DeployInputs } from '../plan/request.ts';
import { createClients, type RunClients } from './clients.ts';
import { createRegionalService, type RegionalService } from './regional-service.ts';

/** Services that did not respond within the deadline of a call, by full name. */
export type Unreachable = Map<string, CloudError>;

export interface StepContext {
  readonly context: Context;
  readonly inputs: DeployInputs;
  /** Unique for this start of the action. */
  readonly id: string;
  readonly clients: RunClients;
  /** Of the clients' calls: aborts a little after the step's own. */
  readonly signal: AbortSignal;
  /** Undefined without a `github-token`. */
  readonly openGitHub: OpenGitHub | undefined;
  readonly freshness: FreshnessOptions;
  /** Ids of the releases of other runs that this one has ended. */
  readonly settledReleases: Set<string>;
  /** A rollback leaves them to the next one. */
  readonly unreachable: Unreachable;
  /** Full names of executions that the end of the step cancels. */
  readonly runningExecutions: Set<string>;
  /** Stops work for other services: its waits fail with this error. */
  stopOthers(error: unknown): void;
  regionalService(kind: RegionalService['kind'], region: string, service: string): RegionalService;
}

export function createStepContext(context: Context, inputs: DeployInputs): StepContext {
  const { github: run, clock, random, log } = context;
  const id = `${run.runId || 'local'}-${run.runAttempt}-${random.hex(4)}`;
  const signal = graceAfter(context.signal, CALL_GRACE, clock);
  const stop = new AbortController();
  const stoppable: Context = { ...context, signal: AbortSignal.any([context.signal, stop.signal]) };
  const clients = createClients(context, inputs, signal);
  const open = openGitHub(inputs.githubToken, { ...context, signal });
  return {
    context,
    inputs,
    id,
    clients,
    signal,
    openGitHub: open,
    freshness: {
      github: open,
      log,
      force: inputs.force,
      onUnknownHistory: inputs.onUnknownHistory,
      done: 'deployed',
    },
    settledReleases: new Set(),
    unreachable: new Map(),
    runningExecutions: new Set(),
    stopOthers: (error) => stop.abort(error),
    regionalService: (kind, region, service) =>
      createRegionalService({
        ...{ context: stoppable, clients, kind, project: inputs.project, region, service },
        // The summary ends with the hold and the freeze in the last read or write of the service.
        onAccess: (name, resource) => noteService(context.summary, { name, resource }, clients.googleClock),
      }),
  };
}

/** The service, or the error if it does not respond: then it is added to `unreachable`, and not read again. */
export async function readIfReachable(
  { api, name }: Pick<RegionalService, 'api' | 'name'>,
  unreachable: Unreachable,
): Promise<Service | CloudError | undefined> {
  const known = unreachable.get(name);
  if (known) return known;
  try {
    return await api.get(name);
  } catch (error) {
    if (!isTransient(error)) throw error;
    unreachable.set(name, error);
    return error;
  }
}
