/** Writes the comment on the pull request of this run, from the state in the cloud. */
import type { GitHub } from '../../../src/github/api.ts';
import { writePreviewComment } from '../../../src/github/preview-comment.ts';
import { commentedSite, urlVariable } from '../../../src/records/preview-names.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { md, plain } from '../../../src/runtime/summary.ts';
import type { PreviewInputs } from '../inputs.ts';
import { type CommentPhase, commentLines, failuresOf, type ShownPart } from './lines.ts';
import { readParts } from './parts.ts';
import { pullNow } from './pull.ts';
import { pageProblem } from './site.ts';

/**
 * Writes the comment, and sets the output `urls`. A page that does not show what was published fails the step, once the comment says so.
 */
export async function writeComment(
  inputs: PreviewInputs,
  cloud: Cloud,
  context: Context,
  github: GitHub | undefined,
): Promise<void> {
  const { number, commit, pages, results, unfinished } = inputs;
  const pull = await pullNow(inputs, context, github);
  const published = new Set(inputs.published.filter(isLive).map(({ name }) => name));
  const parts = await readParts({ ...inputs, published, number, repository: context.github.repository }, cloud);
  const failures = failuresOf(results);
  const problems = failures.length > 0 || unfinished ? [] : await pageProblems(inputs, published, cloud, context);
  const reasons = [...failures, ...problems];
  const state: CommentPhase =
    reasons.length > 0 ? { phase: 'failed', reasons } : { phase: unfinished ? 'building' : 'ready' };
  const lines = commentLines(state, { commit, runUrl: context.github.runUrl, parts });
  const places = inputs.services.length > 0 ? inputs.services : pages.map(commentedSite);
  // The run of the newer commit, or the clean-up, writes the comment.
  if (github && pull.current && places.length > 0)
    await writePreviewComment(github, context.log, { number, services: [...new Set(places)] }, lines);
  context.output('urls', JSON.stringify(urlsOf(inputs, parts)));
  context.summary.heading(md`Preview`);
  for (const { name, where, url } of parts)
    context.summary.paragraph(md`- ${plain(name)} in ${plain(where)}: ${plain(url ?? 'no preview')}`);
  if (problems.length > 0) throw new OutcomeError(problems.join('\n'));
}

const isLive = ({ status }: { readonly status?: string }): boolean => status === 'live' || status === 'unchanged';

async function pageProblems(
  { pages, pageTimeout }: PreviewInputs,
  published: ReadonlySet<string>,
  { http, endpoints }: Cloud,
  context: Context,
): Promise<string[]> {
  const mine = pages.filter(({ name }) => published.has(name));
  const found = await Promise.all(
    mine.map((page) =>
      pageProblem({ http, endpoint: endpoints.storage, bucket: page.bucket }, page, context, pageTimeout),
    ),
  );
  return found.filter((problem) => problem !== undefined);
}

/** Name → URL, of services by their entry and by their own name; for builds of frontends and the workflow's output. */
function urlsOf({ deployed, pages }: PreviewInputs, parts: readonly ShownPart[]): Readonly<Record<string, string>> {
  const urls = new Map<string, string>();
  const named = deployed.flatMap(({ name, service, 'tag-url': url }) =>
    [name, service].map((one) => [one, url] as const),
  );
  const sites = parts.flatMap(({ name, url, current }) =>
    current && pages.some((page) => page.name === name) ? [[name, url] as const] : [],
  );
  const taken = new Set<string>();
  for (const [name, url] of [...named, ...sites]) {
    if (!name || !url || taken.has(urlVariable(name))) continue;
    taken.add(urlVariable(name));
    urls.set(name, url);
  }
  return Object.fromEntries(urls);
}
