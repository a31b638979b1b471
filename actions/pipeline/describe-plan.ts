/** The plan of a call for reviewers: its steps, and the live state of the target. */

import { freezeOn } from '../../src/freeze/freeze.ts';
import { shortCommit } from '../../src/github/commit.ts';
import { resolveCommit } from '../../src/github/run.ts';
import { parseSitePlace } from '../../src/records/sites.ts';
import { type Context, connect } from '../../src/runtime/context.ts';
import { code, link, listed, md, plain } from '../../src/runtime/summary.ts';
import type { PipelineTask } from './inputs.ts';
import { isDeployed } from './plan/call.ts';
import { describeCall } from './plan/describe.ts';
import { unreviewed } from './plan/problems/unreviewed.ts';
import { holdersOf } from './plan/release.ts';

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
  const warnings = [
    ...(rows.length === 0 ? [NOTHING] : []),
    ...(task.given?.deploys ? unreviewed(task.given, context.github) : []),
  ];
  for (const warning of warnings) {
    log.warning(warning);
    summary.paragraph(md`⚠️ ${plain(warning)}`);
  }
  await describeTarget(task, context);
}

const NOTHING =
  'This call does nothing: checks, services, jobs, frontends and migration are empty. If they come from variables, check that these exist.';

const WITHOUT_TARGET = {
  'no-account':
    'The live state is not shown: the plan has no account. Set plan-service-account to show it. The release checks holds, canaries and newer commits before anything changes.',
  'no-deploy':
    'This run only checks and builds (deploy: false). Nothing is migrated, deployed or published, and the live state is not read.',
  promotion:
    'The live state of the target is not shown: the account of this job reads the source. The release checks holds, canaries and newer commits of the target before anything changes.',
} as const;

/** What a plan without an account shows: why it does not show the live state, and what would stop the release whatever is live. */
function describeWithoutTarget({ freeze, withoutTarget }: PlanTask, { summary, log, clock }: Context): void {
  if (withoutTarget === undefined) return;
  const frozen = withoutTarget !== 'no-deploy' ? freezeOn(undefined, freeze, clock) : undefined;
  if (frozen !== undefined) {
    log.warning(frozen);
    summary.paragraph(md`⚠️ ${plain(frozen)}`);
  }
  log.info(WITHOUT_TARGET[withoutTarget]);
  summary.paragraph(md`ℹ️ ${plain(WITHOUT_TARGET[withoutTarget])}`);
}

/** The live state, and what would stop the release. */
async function describeTarget(task: PlanTask, context: Context): Promise<void> {
  const { lists, region, target, freeze } = task;
  if (!target) return describeWithoutTarget(task, context);
  const { summary, log, github } = context;
  const { project } = target;
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
    log.info(
      `${name}: ${serves === undefined ? 'nothing is live yet' : `live ${serves}`}${live ? `, commit ${shortCommit(live)}` : ''}`,
    );
  for (const message of unread) log.warning(`The plan does not show all of the live state: ${message}`);
  summary.heading(md`Before the release`);
  for (const stop of stops) summary.paragraph(md`⚠️ ${plain(stop)}`);
  summary.table(
    ['What', 'Live', 'Commit', 'What changes'],
    rows.map(({ name, serves, commit: live }) =>
      serves === undefined
        ? [plain(name), plain('nothing yet'), plain(''), plain('it is new')]
        : [
            plain(name),
            code(serves),
            live === undefined ? plain('not recorded') : code(shortCommit(live)),
            changesSince(live, commit, github),
          ],
    ),
  );
  for (const message of unread) summary.paragraph(md`Not read: ${plain(message)}`);
}

function changesSince(live: string | undefined, commit: string, { serverUrl, repository }: Context['github']) {
  if (live === undefined) return plain('not known');
  if (live === commit) return plain('nothing: this commit is live');
  return link(
    `${shortCommit(live)} to ${shortCommit(commit)}`,
    `${serverUrl}/${repository}/compare/${live}...${commit}`,
  );
}
