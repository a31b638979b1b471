/**
 * Handles a running execution when the step is cancelled, within the runner's ten seconds: by default it continues,
 * because a migration that is stopped half-way is worse than one that ends. The next run of the same commit waits for it.
 */

import { createLogReader } from '../../../src/google/logging.ts';
import { createExecutions, isExecutionName } from '../../../src/google/run/executions.ts';
import { type Context, connect } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { expiring } from '../../../src/runtime/time-limit.ts';
import type { MigrateInputs } from '../inputs.ts';
import { succeeded } from '../plan/decision.ts';
import { describeFailure } from '../report/outcome.ts';
import { waitForEnd } from './wait-for-execution.ts';

export const CANCELLED_STATE = 'cancelled-execution';
/** Milliseconds for the call that cancels, well before the runner kills us. */
const PATIENCE = 6000;

export async function leave(inputs: MigrateInputs, context: Context, execution: string): Promise<void> {
  if (!inputs.cancelExecution) {
    context.log.warning(`The migration is still running in ${execution}. A re-run of this commit waits for it.`);
    return;
  }
  const signal = expiring(context.clock, PATIENCE, 'The call that cancels');
  context.saveState(CANCELLED_STATE, execution);
  try {
    const { http, auth } = connect(context, inputs.auth, { signal });
    const executions = createExecutions(http, { clock: context.clock, signal, auth }, context.endpoints.run);
    await executions.cancel(execution);
    context.log.warning(`The execution ${execution} is being cancelled.`);
  } catch (error) {
    context.log.warning(
      `The execution ${execution} could not be cancelled and is still running: ${(error as Error).message}`,
    );
  }
}

/** `post` after a cancelled step: waits for the cancelled execution, and logs how it ended. */
export async function awaitCancelled(inputs: MigrateInputs, context: Context): Promise<void> {
  const name = context.state(CANCELLED_STATE);
  if (name === '') return;
  // Only of the job of this step; a manifest may name it.
  if (!isExecutionName(name) || (inputs.job !== '' && name.split('/').at(-3) !== inputs.job))
    return context.log.warning(
      `State ${CANCELLED_STATE} names ${name}, which is no execution of this step. It was not cancelled.`,
    );
  const cloud = connect(context, inputs.auth);
  const { clock, signal } = context;
  const executions = createExecutions(cloud.http, { clock, signal, auth: cloud.auth }, context.endpoints.run);
  const logs = createLogReader({
    http: cloud.http,
    endpoints: context.endpoints,
    clock: context.clock,
    project: inputs.project,
  });
  // The cancellation may have been lost with its process, so it is repeated.
  await executions.cancel(name).catch((error: unknown) => {
    if (!(error instanceof CloudError)) throw error;
    context.log.debug(error.message);
  });
  const execution = await waitForEnd(
    { executions, logs, log: context.log, clock: context.clock, signal: context.signal },
    name,
    PATIENCE * 20,
  );
  if (execution && succeeded(execution))
    context.log.notice(`The execution ${name} succeeded before it could be cancelled.`);
  else context.log.notice(describeFailure(execution, [], ''));
}
