/** Outputs what a job of the workflow needs of the lists, as values that it reads with `fromJSON`. */

import { resolve } from 'node:path';
import { notCheckedOut } from '../../src/github/checkout.ts';
import { shortCommit } from '../../src/github/commit.ts';
import type { Context } from '../../src/runtime/context.ts';
import { CloudError, InputError, withState } from '../../src/runtime/errors.ts';
import { code, link, md, plain } from '../../src/runtime/summary.ts';
import { checkBuilds } from './check-builds.ts';
import { describeCallPlan } from './describe-plan.ts';
import { findEarlierPass } from './earlier-pass.ts';
import type { GivenCall, PipelineTask } from './inputs.ts';
import { findJobManifests } from './job-manifests.ts';
import { artifactName, type CallLists, imageJobOf, isBuilt, isDeployed, matrixJobOf } from './plan/call.ts';
import type { Entry, ListProblem } from './plan/lists.ts';
import { buildVariables } from './plan/preview.ts';
import { withoutApproval } from './plan/problems/unreviewed.ts';
import { holdersOf, namedServices, planReleaseInputs } from './plan/release.ts';
import { servedNow } from './plan/result.ts';
import { apartWarnings, keptWarnings, movesOf, servingAfter } from './plan/rollback.ts';
import { configurationDigest, passedRecord } from './plan/unchanged.ts';

type Task<T extends PipelineTask['task']> = Extract<PipelineTask, { readonly task: T }>;
type RollbackTask = Extract<PipelineTask, { readonly reason: string }>;

export async function run(task: PipelineTask, context: Context): Promise<void> {
  // The comment on a preview that is refused needs them.
  if (task.task === 'plan' && task.preview) setPreviewOutputs(task.lists, task.region, context);
  if ('given' in task && task.given) await refuseProblems(task.given, context);
  switch (task.task) {
    case 'plan':
      return task.preview ? undefined : await describeCallPlan(task, context);
    case 'check':
      return;
    case 'select':
      // Names alone: what an entry holds may be masked, and such an output would arrive empty.
      return context.output(
        'services',
        JSON.stringify(task.lists.services.filter(isBuilt).map(({ name }) => ({ name }))),
      );
    case 'entry':
      return setEntry(task, context);
    case 'unchanged':
      return await setUnchanged(task, context);
    case 'release':
      return setRelease(task, context);
    case 'builds':
      return checkBuilds(task.downloaded);
    case 'result':
      return setResult(task, context);
    case 'rollback': {
      const { services, sites, to, byRelease, onNoEarlierRelease } = task.plan;
      for (const warning of withoutApproval('rollback', task.inputs.environment)) {
        context.log.warning(warning);
        context.summary.paragraph(md`⚠️ ${plain(warning)}`);
      }
      context.output('services', json(services));
      context.output('sites', json(sites));
      context.output('rollback-to', to);
      context.output('by-release', String(byRelease));
      context.output('on-no-earlier-release', onNoEarlierRelease);
      return;
    }
    case 'rollback-plan':
      return describeRollback(task, context);
    case 'rollback-result':
      return setRollbackResult(task, context);
  }
}

/** Before anything is built, migrated or deployed: all that is wrong with the call, in the words of its actions. */
async function refuseProblems(given: GivenCall, context: Context): Promise<void> {
  const { actionInputProblems } = await import('./action-inputs.ts');
  const all = [...given.problems, ...(await actionInputProblems(given, given.problems, context))];
  const event = givesCommit(given) ? notCheckedOut(context.github) : undefined;
  const { problems } = inputError(all);
  if (event || problems.length > 0)
    throw withState(
      new InputError([...(event ? [{ subject: 'Event', message: event }] : []), ...problems]),
      'Nothing was changed.',
    );
}

/** Whether images and sites are named by the commit that pipeline.yml checks out. */
const givesCommit = ({ inputs, preview, promotion }: GivenCall): boolean =>
  'deploy' in inputs && preview === undefined && promotion === undefined;

const inputError = (problems: readonly ListProblem[]) =>
  new InputError(problems.map(({ input, message }) => ({ subject: `Input ${input}`, message })));

/** Before anything changes: what goes where, and what does not go back. */
function describeRollback({ plan, region, deployed, published }: RollbackTask, { summary, log }: Context): void {
  const moves = movesOf(plan, region, rows(deployed), rows(published));
  const warnings = [...keptWarnings(moves), ...apartWarnings(moves)];
  for (const warning of warnings) log.warning(warning);
  for (const { name, from, to, kept } of moves)
    log.info(
      kept ? `${name}: stays on ${shortCommit(from)}` : `${name}: from ${shortCommit(from)} to ${shortCommit(to)}`,
    );
  summary.heading(md`Before the rollback`);
  summary.table(
    ['What', 'Now', 'Goes back to'],
    moves.map(({ name, from, to, kept }) => [
      plain(name),
      code(shortCommit(from)),
      kept ? plain('stays: no earlier release') : code(shortCommit(to)),
    ]),
  );
  for (const warning of warnings) summary.paragraph(md`⚠️ ${plain(warning)}`);
  if (plan.services.length > 0)
    summary.paragraph(
      md`Database schemas are not rolled back: no migration runs. Migrations since then are listed for each service.`,
    );
}

function setRollbackResult(task: RollbackTask, context: Context): void {
  const { plan, region, deployed, published, outcomes, reason } = task;
  const serving = servingAfter(plan, region, rows(deployed), rows(published));
  context.output('serving', JSON.stringify(serving));
  const { summary } = context;
  summary.heading(md`Rollback`);
  summary.paragraph(md`Reason: ${code(reason)}`);
  summarizeSteps(context, outcomes);
  summary.table(
    ['Serves now', 'Revision or release'],
    Object.entries(serving).map(([name, version]) => [plain(name), plain(version)]),
  );
}

const json = (list: readonly unknown[]) => (list.length > 0 ? JSON.stringify(list) : '');

/** Where the parts of a preview are, for its comment and its clean-up. */
function setPreviewOutputs(lists: CallLists, region: string, context: Context): void {
  const { services, frontends } = lists;
  context.output('removed', json(namedServices(services)));
  context.output(
    'holders',
    services
      .filter(isDeployed)
      .flatMap((entry) => holdersOf(entry, region))
      .join('\n'),
  );
  context.output(
    'pages',
    JSON.stringify(frontends.map(({ name, bucket, prefix, url }) => ({ name, bucket, prefix, url }))),
  );
  context.output(
    'built',
    services
      .filter(isBuilt)
      .map(({ name }) => name)
      .join('\n'),
  );
}

function setEntry(
  { lists, list, entry, target, call, buildEnv, image, preview, urls }: Task<'entry'>,
  context: Context,
): void {
  // Each value by itself, before any code of the user runs: the runner masks the secret's whole lines, KEY=VALUE.
  for (const value of buildEnv.values()) context.mask(value);
  // Builds of images get them as BuildKit's secrets, and no step of that job reads its environment.
  if (list !== 'services') for (const [name, value] of buildEnv) context.exportVariable(name, value);
  const frontend = lists.frontends.find(({ name }) => name === entry);
  if (preview && list === 'frontends' && frontend)
    for (const [name, value] of Object.entries(buildVariables(frontend, preview, urls)))
      context.exportVariable(name, value);
  const { job, merge, problems } =
    list === 'services'
      ? imageJobOf(lists, entry, image)
      : { job: matrixJobOf(lists, list, entry), merge: [], problems: [] };
  if (problems.length > 0) throw inputError(problems);
  if (list === 'services') {
    context.output('for-merge', String(image.platform !== undefined));
    context.output('merge', merge.join('\n'));
  }
  context.output('entry', job.entry ? JSON.stringify(job.entry) : '');
  context.output('slot', `s${job.slot}`);
  context.output('target', target);
  context.output('call', call);
}

/** A check is skipped only where it is known to have passed. Anything else runs it, and never fails it. */
async function setUnchanged(
  { entry, buildEnv, runner, githubToken }: Task<'unchanged'>,
  context: Context,
): Promise<void> {
  const { github: run, log, summary, signal, clock, deadline } = context;
  const configuration = configurationDigest(entry, { runner, buildEnv, repository: run.repository });
  context.output('record', passedRecord(configuration));
  const { createGitHubHistory } = await import('../../src/github/history.ts');
  const history = createGitHubHistory(run, githubToken, { signal, clock, deadline });
  const found = await findEarlierPass({ entry, configuration, now: clock.now() }, run, history).catch((error) => {
    if (!(error instanceof CloudError)) throw error;
    log.warning(`${entry.name} is not skipped, since GitHub did not say whether it has passed: ${error.message}`);
    return undefined;
  });
  context.output('skip', String(found !== undefined && 'passed' in found));
  if (!found) return;
  if ('because' in found) return log.info(`${entry.name} is not skipped: ${found.because}.`);
  const { commit, check } = found.passed;
  const when = new Date(check.endedAt)
    .toISOString()
    .replace(/:\d\d\..*/, 'Z')
    .replace('T', ' ');
  log.notice(
    `Skipped: ${entry.name} passed at ${shortCommit(commit)} on ${when}, and nothing that it depends on has changed since: ${check.url}`,
  );
  summary.paragraph(
    md`⏭️ ${plain(String(entry.name))} was skipped: it ${link('passed', check.url)} at ${code(shortCommit(commit))} on ${plain(when)}, and nothing that it depends on has changed since.`,
  );
}

function setRelease(task: Task<'release'>, context: Context): void {
  // The frontends of a preview are built once its services have URLs: until then there is no folder with builds.
  const lists = task.preview && task.folder === '' ? { ...task.lists, frontends: [] } : task.lists;
  const { inputs, problems } = planReleaseInputs({
    ...task,
    lists,
    artifactName: (frontend, attempt) => artifactName(task.call, frontend, attempt),
    jobManifests: jobManifests(task.lists, context),
  });
  if (problems.length > 0) throw inputError(problems);
  // A preview has no traffic, so nothing about its steps holds for all.
  if (!task.preview) for (const notice of inputs.notices) context.log.notice(notice);
  context.output('images', JSON.stringify(inputs.images));
  context.output('migration', inputs.migration ? JSON.stringify(inputs.migration) : '');
  context.output('services', json(inputs.services));
  context.output('jobs', json(inputs.jobs));
  context.output('options', JSON.stringify(inputs.options));
  context.output('canaries', json(inputs.canaries));
  context.output('timed', String(inputs.timed));
  context.output('sites', json(inputs.sites));
  context.output('artifacts', inputs.artifacts.join(','));
  context.output('folders', inputs.folders.join('\n'));
  context.output('holders', inputs.holders.join('\n'));
}

function setResult({ lists, region, deployed, published, outcomes }: Task<'result'>, context: Context): void {
  const served = servedNow(lists, jobManifests(lists, context), region, rows(deployed), rows(published));
  const byName = (key: 'version' | 'url') =>
    JSON.stringify(Object.fromEntries(served.map((one) => [one.name, one[key]])));
  context.output('urls', byName('url'));
  context.output('revisions', byName('version'));
  const { summary } = context;
  summary.heading(md`Release`);
  summarizeSteps(context, outcomes);
  if (served.length === 0) {
    summary.paragraph(md`No new revision is live.`);
    return;
  }
  summary.table(
    ['Serves now', 'Revision or release', 'URL'],
    served.map(({ name, version, url }) => [plain(name), plain(version), plain(url)]),
  );
}

const jobManifests = ({ services }: CallLists, { github }: Context): ReadonlySet<string> =>
  findJobManifests(
    services.filter(isDeployed).flatMap(({ manifest }) => (typeof manifest === 'string' ? [manifest] : [])),
    (path) => resolve(github.workspace || '.', path),
  );

function summarizeSteps({ summary }: Context, outcomes: Readonly<Record<string, string>>): void {
  summary.table(
    ['Step', 'Result'],
    Object.entries(outcomes).map(([step, outcome]) => [plain(step), plain(outcome || 'skipped')]),
  );
}

/** The rows of an output; none if its step did not get that far. */
const rows = (text: string): readonly Entry[] => (text === '' ? [] : (JSON.parse(text) as Entry[]));
