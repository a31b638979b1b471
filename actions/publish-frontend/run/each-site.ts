/** Runs work on all sites of a step in parallel, and combines their errors. */

import { CloudError, InputError, isAbort, OutcomeError, type Problem } from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import type { SiteStep } from '../clients.ts';
import type { SiteInputs } from '../inputs.ts';
import type { SiteResult } from '../report/site-result.ts';

/**
 * Runs read-only work on all sites in parallel. The error of a single site is thrown unchanged; those of several sites
 * are thrown as one `InputError` that names the sites.
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

/** The same order in every run, so that two runs cannot deadlock. */
export function inOrderOfClaims<S extends SiteStep<SiteInputs>>(sites: readonly S[]): S[] {
  const key = ({ inputs: { layout } }: S) => `${layout.bucket}/${layout.prefix}`;
  return sites.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Throws errors that are not about the site: a cancellation, or a bug. */
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

/** The error of one site, with the results of the others. */
export function failureOf(error: unknown, name: string, results: readonly SiteResult[]): unknown {
  if (results.length === 1) return error;
  const named = (status: SiteResult['status']) =>
    results.filter((result) => result.status === status).map(({ inputs }) => inputs.name);
  const [live, waiting] = [named('live'), named('not-started')];
  const sentences = [
    ...(live.length > 0 ? [`Live: ${live.join(', ')}.`] : []),
    ...(waiting.length > 0 ? [`Not switched, still serving their previous release: ${waiting.join(', ')}.`] : []),
    'Run this step again to finish.',
  ].join(' ');
  if (isAbort(error)) return new OutcomeError(`${(error as Error).message} ${sentences}`, { cause: error });
  if (error instanceof InputError)
    return new InputError([...problemsOf(error, name), { subject: 'Input sites', message: sentences }]);
  const message = messageOf(error);
  return message === undefined ? error : new OutcomeError(`${name}: ${message} ${sentences}`, { cause: error });
}
