/** The error of a failed release, with the live revisions. */
import {
  CloudError,
  InputError,
  isAbort,
  OutcomeError,
  PolicyError,
  TimedOutError,
} from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import { nextStep } from '../report/next-step.ts';
import type { EventSink } from '../service/outcome.ts';
import type { StepContext } from '../service/step-context.ts';

/** The same sentences, with reason and advice, are the last event of each service, given by full name. */
export function recordFailure(
  names: readonly string[],
  sentences: readonly string[],
  { error, events, step }: { error: unknown; events: EventSink; step: StepContext },
): void {
  if (sentences.length === 0) return;
  const ending = {
    kind: 'failed',
    state: sentences.join(' '),
    reason: reasonOf(error),
    next: nextStep(error, step.inputs.request.kind),
  } as const;
  for (const name of names) events.push({ name, kind: 'ended', ending });
}

function reasonOf(error: unknown): string {
  if (error instanceof CloudError) return describeCloudError(error);
  if (isAbort(error) && !(error instanceof TimedOutError)) return 'The step was cancelled.';
  return (error as Error).message;
}

/** The error with the live revisions and advice. Errors of other kinds are unchanged; the sentences are logged. */
export function explainFailure(
  error: unknown,
  sentences: readonly string[],
  { context: { log }, inputs }: StepContext,
): unknown {
  if (sentences.length === 0) return error;
  const next = nextStep(error, inputs.request.kind);
  const state = [...sentences, ...(next ? [`What to do: ${next}`] : [])].join(' ');
  if (error instanceof OutcomeError) return new OutcomeError(`${error.message} ${state}`, { cause: error });
  if (error instanceof TimedOutError) return new OutcomeError(`${error.message} ${state}`, { cause: error });
  if (isAbort(error)) return new OutcomeError(`The step was cancelled. ${state}`);
  if (error instanceof CloudError) return new OutcomeError(`${describeCloudError(error)} ${state}`, { cause: error });
  if (error instanceof InputError || error instanceof PolicyError) log.notice(state);
  return error;
}
