/** Says which previews nobody needs any more, or deletes their parts beside the traffic tags, which deploy-run removes. */
import { createGitHub, type GitHub } from '../../src/github/api.ts';
import { previewTag } from '../../src/records/preview-names.ts';
import { type Context, connect } from '../../src/runtime/context.ts';
import { CloudError, InputError } from '../../src/runtime/errors.ts';
import { describeCloudError } from '../../src/runtime/report.ts';
import { listed, md, plain } from '../../src/runtime/summary.ts';
import { cleanUp } from './clean-up/clean-up.ts';
import { findPreviews } from './clean-up/find.ts';
import type { PreviewInputs } from './inputs.ts';
import { stalePreviews } from './plan/stale.ts';

export async function run(inputs: PreviewInputs, context: Context): Promise<void> {
  switch (inputs.task) {
    case 'check':
      return await check(inputs, context);
    case 'find':
      return await find(inputs, context);
    case 'clean-up':
      return await cleanUp(inputs, connect(context, inputs.auth), context, githubOf(inputs, context));
  }
}

function githubOf({ githubToken }: PreviewInputs, { github, signal, clock, deadline }: Context): GitHub | undefined {
  return githubToken && github.repository ? createGitHub(github, githubToken, { signal, clock, deadline }) : undefined;
}

/** A pull request may have been closed while its images were built, or before this run was started again: nothing is deployed then. */
async function check(inputs: PreviewInputs, context: Context): Promise<void> {
  const number = context.github.payload.pull_request?.number ?? 0;
  let open = true;
  try {
    open = (await githubOf(inputs, context)?.pull(number))?.open ?? true;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    context.log.warning(`Could not check whether pull request ${number} is still open. ${describeCloudError(error)}`);
  }
  if (!open) context.log.notice(`Pull request ${number} is closed: no preview is deployed.`);
  context.output('open', open);
}

async function find(inputs: PreviewInputs, context: Context): Promise<void> {
  const github = githubOf(inputs, context);
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
      [md`Without activity for too long`, listed(describe('inactive').map(plain), ', ')],
    ],
  );
  log.info(
    `${found.length} pull requests have a preview, and ${stale.size} of them go: ${[...stale.keys()].join(', ') || 'none'}.`,
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
