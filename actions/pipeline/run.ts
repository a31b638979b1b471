/** Gives a job of the workflow what it needs of the lists, as outputs that it reads with `fromJSON`. */
import { resolve } from 'node:path';
import type { Context } from '../../src/runtime/context.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { listed, md, plain } from '../../src/runtime/summary.ts';
import type { PipelineTask } from './inputs.ts';
import { findJobManifests } from './job-manifests.ts';
import { artifactName, type CallLists, isDeployed, legOf } from './plan/call.ts';
import { describeCall } from './plan/describe.ts';
import type { Entry } from './plan/lists.ts';
import { planReleaseInputs } from './plan/release.ts';
import { servedNow } from './plan/result.ts';

type Task<T extends PipelineTask['task']> = Extract<PipelineTask, { readonly task: T }>;

export async function run(task: PipelineTask, context: Context): Promise<void> {
  switch (task.task) {
    case 'plan':
      return describe(task, context);
    case 'entry':
      return setEntry(task, context);
    case 'release':
      return setRelease(task, context);
    case 'result':
      return setResult(task, context);
    case 'rollback': {
      const { services, frontends, compare } = task.plan;
      context.output('services', JSON.stringify(services));
      context.output('frontends', JSON.stringify(frontends));
      context.output('compare', String(compare));
    }
  }
}

function describe({ lists, region }: Task<'plan'>, { summary, log }: Context): void {
  const rows = describeCall(lists, region);
  for (const { step, what } of rows) log.info(`${step}: ${what.join(', ')}`);
  summary.heading(md`Plan`);
  summary.table(
    ['Step', 'What'],
    rows.map(({ step, what }) => [plain(step), listed(what.map(plain), ', ')]),
  );
}

function setEntry({ lists, list, entry, target, call }: Task<'entry'>, context: Context): void {
  const leg = legOf(lists, list, entry);
  context.output('entry', leg.entry ? JSON.stringify(leg.entry) : '');
  context.output('slot', `s${leg.slot}`);
  context.output('target', target);
  context.output('call', call);
}

function setRelease(task: Task<'release'>, context: Context): void {
  const { inputs, problems } = planReleaseInputs({
    ...task,
    artifactName: (frontend) => artifactName(task.call, frontend),
    jobManifests: jobManifests(task.lists, context),
  });
  if (problems.length > 0)
    throw new InputError(problems.map(({ input, message }) => ({ subject: `Input ${input}`, message })));
  for (const notice of inputs.notices) context.log.notice(notice);
  const json = (list: readonly unknown[]) => (list.length > 0 ? JSON.stringify(list) : '');
  context.output('images', JSON.stringify(inputs.images));
  context.output('migration', inputs.migration ? JSON.stringify(inputs.migration) : '');
  context.output('services', json(inputs.services));
  context.output('jobs', json(inputs.jobs));
  context.output('job', inputs.job ? JSON.stringify(inputs.job) : '');
  context.output('options', JSON.stringify(inputs.options));
  context.output('canaries', json(inputs.canaries));
  context.output('sites', json(inputs.sites));
  context.output('artifacts', inputs.artifacts.join(','));
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
  summary.table(
    ['Step', 'Result'],
    Object.entries(outcomes).map(([step, outcome]) => [plain(step), plain(outcome || 'skipped')]),
  );
  if (served.length === 0) {
    summary.paragraph(md`Nothing new serves.`);
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

/** The rows of an output; none if its step did not get that far. */
const rows = (text: string): readonly Entry[] => (text === '' ? [] : (JSON.parse(text) as Entry[]));
