/** The outputs of the step. */
import type { Context } from '../../../src/runtime/context.ts';
import type { PublishOutcome } from './outcome.ts';

export function setSiteOutputs(context: Context, outcome: PublishOutcome): void {
  context.output('release', outcome.release);
  context.output('previous-release', outcome.previous);
  context.output('uploaded', outcome.sent.length);
  context.output('unchanged', outcome.unchanged);
  context.output('deleted', outcome.deleted);
  context.output('bytes', outcome.bytes);
  context.output('invalidated', outcome.invalidated);
}
