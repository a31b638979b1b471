/** The plan of a call for reviewers: its steps, and the live state of the target. */
import { resolveCommit } from '../../src/github/run.ts';
import { parseSitePlace } from '../../src/records/sites.ts';
import { type Context, connect } from '../../src/runtime/context.ts';
import { code, link, listed, md, plain } from '../../src/runtime/summary.ts';
import type { PipelineTask } from './inputs.ts';
import { isDeployed } from './plan/call.ts';
import { describeCall } from './plan/describe.ts';
import { holdersOf } from './plan/release.ts';
import { short } from './plan/rollback.ts';

type PlanTask = Extract<PipelineTask, { readonly task: 'plan' }>;

export async function describeCallPlan(task: PlanTask, context: Context): Promise<void> {
  const { lists, region, promotion, runners } = task;
  const { summary, log } = context;
  const rows = describeCall(lists, region, promotion, runners);
  for (const { step, what } of rows) log.info(`${step}: ${what.join(', ')}`);
  summary.heading(md`Plan`);
  summary.table(
    ['Step', 'What'],
    rows.map(({ step, what }) => [plain(step), listed(what.map(plain), ', ')]),
  );
  await describeTarget(task, context);
}

/** The live state, and what would stop the release. */
async function describeTarget({ lists, region, target }: PlanTask, context: Context): Promise<void> {
  if (!target) return;
  const { summary, log, github } = context;
  const { project, freeze } = target;
  const { readLiveTarget } = await import('./live/read-target.ts');
  const commit = resolveCommit(undefined, github);
  const { rows, stops, unread } = await readLiveTarget(
    {
      services: lists.services.filter(isDeployed).flatMap((entry) => holdersOf(entry, region)),
      sites: lists.frontends.map(({ name, bucket, prefix = '' }) => ({
        name: String(name),
        ...parseSitePlace(`${bucket}/${prefix}`),
      })),
      project,
      commit,
      freeze,
    },
    connect(context, target.auth),
    context,
  );
  for (const { name, serves, commit: live } of rows)
    log.info(`${name}: live ${serves}${live ? `, commit ${short(live)}` : ''}`);
  for (const message of unread) log.warning(`The plan does not show all of the live state: ${message}`);
  summary.heading(md`Before the release`);
  for (const stop of stops) summary.paragraph(md`⚠️ ${plain(stop)}`);
  summary.table(
    ['What', 'Live', 'Commit', 'What changes'],
    rows.map(({ name, serves, commit: live }) => [
      plain(name),
      code(serves),
      live === undefined ? plain('not recorded') : code(short(live)),
      changesSince(live, commit, github),
    ]),
  );
  for (const message of unread) summary.paragraph(md`Not read: ${plain(message)}`);
}

function changesSince(live: string | undefined, commit: string, { serverUrl, repository }: Context['github']) {
  if (live === undefined) return plain('not known');
  if (live === commit) return plain('nothing: this commit is live');
  return link(`${short(live)} to ${short(commit)}`, `${serverUrl}/${repository}/compare/${live}...${commit}`);
}
