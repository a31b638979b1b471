/** Lists previews that are no longer needed, or deletes their parts other than traffic tags, which deploy-run removes. */

import type { GitHub } from '../../src/github/api.ts';
import { shortCommit } from '../../src/github/commit.ts';
import { openGitHub } from '../../src/github/open.ts';
import { previewTag } from '../../src/records/preview-names.ts';
import { type Context, connect } from '../../src/runtime/context.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { listed, md, plain } from '../../src/runtime/summary.ts';
import { cleanUp } from './clean-up/clean-up.ts';
import { findPreviews } from './clean-up/find.ts';
import { foreignPage } from './comment/own-bucket.ts';
import { pullNow } from './comment/pull.ts';
import { writeComment } from './comment/write.ts';
import type { PreviewInputs } from './inputs.ts';
import { stalePreviews } from './plan/stale.ts';

export async function run(inputs: PreviewInputs, context: Context): Promise<void> {
  switch (inputs.task) {
    case 'check':
      return await check(inputs, context);
    case 'buckets':
      return await checkBuckets(inputs, context);
    case 'comment':
      return await writeComment(inputs, connect(context, inputs.auth), context, await githubOf(inputs, context));
    case 'find':
      return await find(inputs, context);
    case 'clean-up':
      return await cleanUp(inputs, connect(context, inputs.auth), context, await githubOf(inputs, context));
  }
}

async function githubOf({ githubToken }: PreviewInputs, context: Context): Promise<GitHub | undefined> {
  return await openGitHub(githubToken, context)?.();
}

/**
 * A pull request may have been closed or pushed to while its images were built, or before this run was started again: then nothing is
 * deployed. One that was closed and opened again keeps its preview.
 */
async function check(inputs: PreviewInputs, context: Context): Promise<void> {
  const { number, commit } = inputs;
  const { open, current, head } = await pullNow(inputs, context, await githubOf(inputs, context));
  if (!open) context.log.notice(`Pull request ${number} is closed: no preview is deployed.`);
  else if (!current)
    context.log.notice(
      `Pull request ${number} is at ${shortCommit(head ?? 'another commit')} now, which has a run of its own: ${shortCommit(commit)} is not deployed.`,
    );
  context.output('open', open);
  context.output('current', current);
}

/** Refuses a bucket that contains another site, such as production's, before anything is published. */
async function checkBuckets({ buckets, auth }: PreviewInputs, context: Context): Promise<void> {
  const { http, endpoints } = connect(context, auth);
  const found = await Promise.all(
    buckets.map(async (bucket) => [bucket, await foreignPage({ http, endpoint: endpoints.storage, bucket })] as const),
  );
  const problems = found.flatMap(([bucket, page]) =>
    page === undefined
      ? []
      : [
          {
            subject: 'Input frontends',
            message: `the bucket ${bucket} contains another site, ${page}, whose host pages of pull requests would share. Nothing was published. Use a bucket that contains only previews.`,
          },
        ],
  );
  if (problems.length > 0) throw new InputError(problems);
}

async function find(inputs: PreviewInputs, context: Context): Promise<void> {
  const github = await githubOf(inputs, context);
  if (!github)
    throw new InputError([
      { subject: 'Input github-token', message: 'is missing. It is needed to read which pull requests are open.' },
    ]);
  const [found, open] = await Promise.all([
    findPreviews(inputs, connect(context, inputs.auth), context),
    github.openPulls(),
  ]);
  const stale = stalePreviews(found, open, context.clock.now(), inputs.maxAge);
  const { summary, log } = context;
  const describe = (why: string) => [...stale].filter(([, one]) => one === why).map(([number]) => `#${number}`);
  summary.heading(md`Previews`);
  summary.table(
    ['', 'Pull requests'],
    [
      [md`Have a preview`, found.length],
      [md`Closed`, listed(describe('closed').map(plain), ', ')],
      [md`Inactive`, listed(describe('inactive').map(plain), ', ')],
    ],
  );
  log.info(
    `${found.length} pull requests have a preview; ${stale.size} are to be removed: ${[...stale.keys()].join(', ') || 'none'}.`,
  );
  context.output('previews', stale.size > 0 ? Object.fromEntries(stale) : '');
  context.output('services', inputs.services.length > 0 ? inputs.services.map(asEntry) : '');
  context.output('tags', [...stale.keys()].map((number) => previewTag({ number })).join('\n'));
}

/** A service as an entry of the input `services` of deploy-run. */
function asEntry(name: string): { readonly service: string; readonly region: string } {
  const [, , , region = '', , service = ''] = name.split('/');
  return { service, region };
}
