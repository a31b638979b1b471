/** Deploys to every region, one after the other; the first failure stops the rest and brings back what changed. */
import {
  CloudError,
  InputError,
  isAbort,
  OutcomeError,
  PolicyError,
  TimedOutError,
} from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import { plain } from '../../../src/runtime/summary.ts';
import { listShares } from '../plan/records.ts';
import { isFirst, type Prepared } from '../plan/rollout-plan.ts';
import { planTraffic, serving, tagsInEffect } from '../plan/traffic.ts';
import type { Result } from '../report/outputs.ts';
import { showLogs } from '../report/revision-logs.ts';
import { OvertakenError } from '../service/ownership.ts';
import { consoleUrl, type Site } from '../service/regional-service.ts';
import type { Session } from '../service/session.ts';
import { StaleError } from './create-candidate.ts';
import { recordOnly } from './record-unchanged.ts';
import { forget, remember, undo } from './restore-all.ts';
import { finish, type Progress, rollOut } from './rollout.ts';

/** One site, and how to (re)read the world there. */
export interface Leg {
  readonly site: Site;
  readonly prepare: () => Promise<Prepared>;
}

const MOST_PREPARATIONS = 4;

/** Everything is prepared before anything is changed. Gives what serves at each site. */
export async function carryOut(legs: readonly Leg[], session: Session): Promise<Result[]> {
  const { context, inputs, id } = session;
  const prepared = await prepareAll(legs, context);
  for (const { first } of prepared) describePlan(first, session);
  if (inputs.dryRun) return prepared.map(({ first }) => planned(first, session));

  const begun: Site[] = [];
  const done: (() => Promise<Result>)[] = [];
  const results: Result[] = [];
  try {
    for (const { leg, first } of prepared) {
      begun.push(leg.site);
      remember(context, id, begun);
      done.push(await advance(leg, first, session));
    }
    for (const end of done) results.push(await end());
    forget(context);
    return results;
  } catch (error) {
    // From the first record of a success on every region has proved healthy: none goes back.
    if (results.length > 0) {
      forget(context);
      throw error;
    }
    const failing = begun.at(-1);
    if (failing && !isAbort(error) && !(error instanceof OvertakenError) && failing.report.candidate)
      await showLogs(failing, failing.report.candidate).catch(() => {});
    const untouched = prepared.flatMap(({ leg: { site } }) => (begun.includes(site) ? [] : [describeUnchanged(site)]));
    const sentences = [...(await undo(context, inputs, id, begun)), ...untouched];
    if (sentences.length > 0)
      for (const { leg } of prepared) leg.site.report.outcome = `❌ ${plain(sentences.join(' '))}`;
    throw explain(error, sentences, context);
  }
}

/** Reads all sites at once. Where one fails nothing was changed anywhere, and each says so. */
async function prepareAll(
  legs: readonly Leg[],
  context: Session['context'],
): Promise<{ readonly leg: Leg; readonly first: Prepared }[]> {
  try {
    return await Promise.all(legs.map(async (leg) => ({ leg, first: await leg.prepare() })));
  } catch (error) {
    if (legs.length < 2) throw error;
    const sentences = legs.map(({ site }) => describeUnchanged(site));
    for (const [i, { site }] of legs.entries()) site.report.outcome = `❌ ${plain(sentences[i] ?? '')}`;
    throw explain(error, sentences, context);
  }
}

/** What serves a site where this run has changed nothing. */
function describeUnchanged({ service, region, report }: Site): string {
  const serves = report.before.length > 0 ? `: ${listShares(report.before)} still serves` : '';
  return `Nothing was changed for ${service} in ${region}${serves}.`;
}

/** Rolls one site out; what is left is to record the success. A world that changed meanwhile is read again. */
async function advance(leg: Leg, first: Prepared, session: Session): Promise<() => Promise<Result>> {
  let prepared = first;
  for (let tries = 1; ; tries++) {
    try {
      if (prepared.candidate.kind === 'serving') {
        const { revision } = prepared.candidate;
        const current = prepared;
        return async () => result(current, revision, await recordOnly(current, session), false);
      }
      const progress = await rollOut(prepared, session.id, session.inputs);
      return async () => {
        await finish(progress);
        return finished(progress);
      };
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      if (tries >= MOST_PREPARATIONS)
        throw new OutcomeError(
          `The service ${leg.site.service} in ${leg.site.region} is being changed by others all the time. Run this step again.`,
        );
      session.context.log.info(`Reading ${leg.site.service} again: ${error.message}.`);
      prepared = await leg.prepare();
    }
  }
}

function finished({ prepared, revision, service }: Progress): Promise<Result> {
  return result(prepared, revision, service, true);
}

async function result(
  prepared: Prepared,
  revision: string,
  sent: Result['service'],
  changed: boolean,
): Promise<Result> {
  const { site, template } = prepared;
  const service = (await site.api.get(site.name)) ?? sent;
  site.report.after = serving(service);
  site.report.tags = tagsInEffect(service);
  site.report.consoleUrl = consoleUrl(site);
  site.report.outcome = changed
    ? `\`${revision}\` serves${isFirst(prepared) ? '. It is the first revision that proved healthy: there is nothing to roll back to yet' : ''}.`
    : `\`${revision}\` goes on serving: nothing but what follows from the commit would differ. The commit is recorded.`;
  return { site, service, revision, template, tag: prepared.keepTag ? prepared.tag : undefined, changed };
}

function describePlan(
  { site, candidate, baseline, kind, desired, template }: Prepared,
  { inputs, context }: Session,
): void {
  const what =
    candidate.kind === 'new'
      ? `a new revision of ${template.containers?.map(({ image }) => image).join(' and ')}`
      : candidate.kind === 'existing'
        ? `the revision ${candidate.revision}`
        : `no new revision, since ${candidate.revision} serves and nothing but the commit differs`;
  const before = baseline.map(({ revision, percent }) => `${revision} ${percent} %`).join(', ') || 'nothing';
  const steps = baseline.length === 0 ? '100 % at once' : `0 %, then ${inputs.rollout.steps.join(' %, ')} %`;
  const how = candidate.kind === 'serving' ? '' : ` It takes ${steps}.`;
  context.log.info(
    `${kind === 'rollback' ? 'Roll back' : 'Deploy'} ${site.service} in ${site.region}: ${what}. Before: ${before}.${how}`,
  );
  for (const note of site.report.notes) context.log.notice(note);
  if (desired)
    for (const { field, before, after } of site.report.diff)
      context.log.info(`  ${field}: ${before || '–'} → ${after || '–'}`);
}

/** What a dry run would have come to. */
function planned(prepared: Prepared, { inputs }: Session): Result {
  const { site, candidate, baseline, template } = prepared;
  const revision = candidate.kind === 'new' ? `${site.service}-${inputs.commit.slice(0, 12)}` : candidate.revision;
  const traffic = planTraffic({ baseline, candidate: revision, percent: 100, tags: [] });
  site.report.after = serving({ trafficStatuses: traffic });
  site.report.consoleUrl = consoleUrl(site);
  site.report.outcome = 'Dry run: nothing was changed. This is what would be.';
  return {
    site,
    service: prepared.current ?? {},
    revision: candidate.kind === 'new' ? (prepared.baseline[0]?.revision ?? '') : candidate.revision,
    template,
    tag: undefined,
    changed: candidate.kind !== 'serving',
  };
}

/** The error with what serves now. Errors of other kinds keep their own form; the sentences stand in the log. */
function explain(error: unknown, sentences: readonly string[], { log }: Session['context']): unknown {
  const state = sentences.join(' ');
  if (state === '') return error;
  if (error instanceof OutcomeError) return new OutcomeError(`${error.message} ${state}`, { cause: error });
  if (error instanceof TimedOutError) return new OutcomeError(`${error.message} ${state}`, { cause: error });
  if (isAbort(error)) return new OutcomeError(`The step was cancelled. ${state}`);
  if (error instanceof CloudError) return new OutcomeError(`${describeCloudError(error)} ${state}`, { cause: error });
  if (error instanceof InputError || error instanceof PolicyError) log.notice(state);
  return error;
}
