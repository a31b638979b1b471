/** The outputs of the step: those about one site are of the first. */
import type { Context } from '../../../src/runtime/context.ts';
import { NO_CHANGES, type PublishOutcome } from './outcome.ts';
import type { SiteResult, StepResult } from './site-result.ts';

export function setSiteOutputs(context: Context, { results }: StepResult): void {
  const [first] = results;
  if (!first) return;
  const outcome = doneOn(first);
  context.output('release', outcome.release);
  context.output('previous-release', outcome.previous);
  context.output('uploaded', outcome.sent.length);
  context.output('unchanged', outcome.unchanged);
  context.output('deleted', outcome.deleted);
  context.output('bytes', outcome.bytes);
  context.output('invalidated', outcome.invalidated);
  context.output('sites', results.map(describeSite));
}

/** The numbers of a site: zero if it was not started or failed. */
function doneOn({ status, outcome }: SiteResult): PublishOutcome {
  // What is staged is not live yet.
  if (status === 'staged' && outcome.task === 'publish')
    return { ...outcome, release: outcome.previous, previous: undefined };
  if (status !== 'failed' && status !== 'not-started') return outcome;
  const release = status === 'failed' ? undefined : outcome.previous;
  return { ...NO_CHANGES, task: outcome.task, release, previous: undefined };
}

/** One site, for the output `sites`. */
function describeSite(result: SiteResult): object {
  const { name, layout } = result.inputs;
  const outcome = doneOn(result);
  return {
    name,
    bucket: layout.bucket,
    prefix: layout.prefix.replace(/\/$/, ''),
    status: result.status,
    release: outcome.release,
    'previous-release': outcome.previous,
    uploaded: outcome.sent.length,
    unchanged: outcome.unchanged,
    deleted: outcome.deleted,
    bytes: outcome.bytes,
    invalidated: outcome.invalidated,
    url: result.outcome.link,
  };
}
