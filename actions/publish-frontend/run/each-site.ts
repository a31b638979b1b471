/** Work on all sites of a step at once, and how a failure on one of them is told. */

import { CloudError, InputError, isAbort, OutcomeError, type Problem } from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import type { SiteStep } from '../clients.ts';
import type { SiteInputs } from '../inputs.ts';
import type { SiteResult } from '../report/site-result.ts';

/**
 * Runs the work, which changes nothing, on every site at once. One site's error is thrown as it is; with several sites all that
 * is wrong is thrown together, as an `InputError` that names the sites.
 */
export async function onEverySite<S extends SiteStep<SiteInputs>, T>(
  sites: readonly S[],
  work: (site: S) => Promise<T>,
): Promise<T[]> {
  const ends = await Promise.allSettled(sites.map(work));
  const problems: Problem[] = [];
  const done: T[] = [];
  for (const [i, end] of ends.entries()) {
    if (end.status === 'fulfilled') done.push(end.value);
    else if (sites.length === 1) throw end.reason;
    else problems.push(...problemsOf(end.reason, sites[i]?.inputs.name ?? ''));
  }
  if (problems.length > 0) throw new InputError(problems);
  return done;
}

/** Throws what is no finding about the site: a cancellation, or a bug. */
function problemsOf(error: unknown, name: string): Problem[] {
  if (error instanceof InputError)
    return error.problems.map((problem) => ({
      ...problem,
      subject: problem.subject.replace(/^Input (?!sites\b)/, `Input sites, ${name}, `),
    }));
  const message = messageOf(error);
  if (message === undefined) throw error;
  return [{ subject: `Site ${name}`, message }];
}

function messageOf(error: unknown): string | undefined {
  if (error instanceof CloudError) return describeCloudError(error);
  return error instanceof OutcomeError ? error.message : undefined;
}

/** The error of one site with what became of the others. With one site, the error as it is. */
export function failureOf(error: unknown, name: string, results: readonly SiteResult[]): unknown {
  if (results.length === 1) return error;
  const named = (status: SiteResult['status']) =>
    results.filter((result) => result.status === status).map(({ inputs }) => inputs.name);
  const [live, waiting] = [named('live'), named('not-started')];
  const sentences = [
    ...(live.length > 0 ? [`Live: ${live.join(', ')}.`] : []),
    ...(waiting.length > 0 ? [`Not switched, serving what they served before: ${waiting.join(', ')}.`] : []),
    'Run this step again to finish.',
  ].join(' ');
  if (isAbort(error)) return new OutcomeError(`${(error as Error).message} ${sentences}`, { cause: error });
  if (error instanceof InputError)
    return new InputError([...problemsOf(error, name), { subject: 'Input sites', message: sentences }]);
  const message = messageOf(error);
  return message === undefined ? error : new OutcomeError(`${name}: ${message} ${sentences}`, { cause: error });
}
