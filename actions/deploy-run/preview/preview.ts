/** Previews: a revision that takes no traffic, under a tag of its own, with one comment on its pull request. */
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { code, link, plain } from '../../../src/runtime/summary.ts';
import { describeTimeout } from '../../../src/runtime/time-limit.ts';
import { withEarlyFields } from '../plan/desired-service.ts';
import { checkDigests } from '../plan/image-digests.ts';
import { rolloutOf } from '../plan/records.ts';
import type { Prepared } from '../plan/rollout-plan.ts';
import { serving, tagsInEffect, tagUrl } from '../plan/traffic.ts';
import { probeSite } from '../probe/probe-service.ts';
import type { Result } from '../report/outputs.ts';
import { showLogs } from '../report/revision-logs.ts';
import type { Leg } from '../rollout/all-regions.ts';
import { freeRevision } from '../rollout/create-candidate.ts';
import { waitForRevision } from '../rollout/wait.ts';
import { setAccess } from '../service/access.ts';
import { createService, type Written, writeService } from '../service/fenced-write.ts';
import { pollService } from '../service/poll.ts';
import { consoleUrl, type Site } from '../service/regional-service.ts';
import type { Session } from '../service/session.ts';
import { keptTags } from '../service/tags.ts';

export async function deployPreview(legs: readonly Leg[], session: Session): Promise<Result[]> {
  const prepared: Prepared[] = [];
  for (const leg of legs) prepared.push(await leg.prepare());
  for (const { site } of prepared) for (const note of site.report.notes) session.context.log.notice(note);
  const results: Result[] = [];
  for (const one of prepared) {
    if (session.inputs.dryRun) {
      one.site.report.outcome = `Dry run: nothing was changed. A revision would get the tag \`${one.tag}\` and no traffic.`;
      results.push({ ...resultOf(one, one.current ?? {}, ''), changed: false });
    } else results.push(await deployOne(one, session));
  }
  const rows = results.map(({ site, service, tag }) => {
    const url = tagUrl(service, tag ?? '') ?? '';
    return `| ${plain(site.service)} | ${plain(site.region)} | ${link(url, url)} |`;
  });
  if (!session.inputs.dryRun)
    await comment(results, session, [
      `**Preview** of ${session.inputs.commit.slice(0, 12)} (${link('run', session.context.github.runUrl)})`,
      '',
      '| Service | Region | URL |',
      '| --- | --- | --- |',
      ...rows,
    ]);
  return results;
}

async function deployOne(prepared: Prepared, session: Session): Promise<Result> {
  const { site, tag = '' } = prepared;
  const { inputs } = session;
  let revision = '';
  try {
    const written = await write(prepared, (name) => {
      revision = name;
    });
    const ready = await waitForRevision(site, revision, written.operation);
    checkDigests(prepared.template, ready, prepared.accepted);
    const service = await pollService(site, async () => {
      const now = await site.api.get(site.name);
      return now && tagsInEffect(now).some((one) => one.tag === tag && one.revision === revision) ? now : undefined;
    });
    if (!service) throw new OutcomeError(`The tag ${tag} did not take effect within ${describeTimeout(site.context)}.`);
    await probeSite(prepared, tagUrl(service, tag), inputs);
    if (prepared.allowUnauthenticated !== undefined) await setAccess(site, prepared.allowUnauthenticated);
    const url = tagUrl(service, tag) ?? '';
    site.report.outcome = `${code(revision)} is at ${link(url, url)} and takes no traffic.`;
    return resultOf(prepared, service, revision);
  } catch (error) {
    if (revision && !session.context.signal.aborted) {
      await showLogs(site, revision).catch(() => {});
      await dropTag(site, tag, revision).catch((failure: Error) =>
        session.context.log.warning(`The tag ${tag} could not be removed: ${failure.message}`),
      );
    }
    throw error;
  }
}

/** Makes the revision and its tag. The shares of all others stay as they are, a rollout in flight included. */
async function write(prepared: Prepared, named: (revision: string) => void): Promise<Written> {
  const { site, current, desired, candidate, tag = '', commit } = prepared;
  if (!desired) throw new Error('nothing to preview');
  const landed = (service: Service, revision: string) =>
    service.traffic?.some((target) => target.tag === tag && target.revision === revision) ?? false;
  let revision = candidate.kind === 'new' ? '' : candidate.revision;
  if (!current) {
    revision = await freeRevision(site, commit);
    named(revision);
    const template = { ...desired.template, revision };
    const traffic = [
      { type: REVISION, revision, percent: 100 },
      { type: REVISION, revision, tag },
    ];
    return await createService(site, { ...desired.service, template, traffic }, (now) => landed(now, revision));
  }
  return await writeService(site, {
    landed: (now) => landed(now, revision),
    plan: async (now) => {
      if (candidate.kind === 'new') revision = await freeRevision(site, commit);
      named(revision);
      return {
        ...withEarlyFields(now, current, desired.service),
        ...(candidate.kind === 'new' && { template: { ...desired.template, revision } }),
        traffic: [...(await sharesOf(site, now, tag)), { type: REVISION, revision, tag }],
      };
    },
  });
}

/**
 * All targets but the tag's. What a rollout has asked for is its own and stays, and so does what Cloud Run has not carried out
 * yet, such as traffic that was restored; otherwise what serves stays.
 */
async function sharesOf(site: Site, now: Service, tag: string) {
  const wish = (rolloutOf(now) || now.reconciling) && now.traffic?.every(({ revision }) => revision);
  const shares = wish
    ? (now.traffic ?? []).filter(({ percent = 0 }) => percent > 0).map(({ tag: _, ...target }) => target)
    : serving(now).map((share) => ({ type: REVISION, ...share }));
  const tags = (await keptTags(site, now, tag)).map((one) => ({ type: REVISION, ...one }));
  return [...shares, ...tags];
}

/** Takes the tag away; only from `revision` if that is given. */
async function dropTag(site: Site, tag: string, revision?: string): Promise<Service> {
  const has = (now: Service) =>
    [...(now.traffic ?? []), ...(now.trafficStatuses ?? [])].some(
      (target) => target.tag === tag && (revision === undefined || target.revision === revision),
    );
  const { service } = await writeService(site, {
    landed: (now) => !has(now),
    plan: async (now) => (has(now) ? { ...now, traffic: await sharesOf(site, now, tag) } : undefined),
  });
  return service;
}

/** `remove-tag`: the preview's URL is gone, and its revision is not kept any more. Nothing to remove is no error. */
export async function removeTag(sites: readonly Site[], session: Session, tag: string): Promise<Result[]> {
  const { inputs, context } = session;
  const results: Result[] = [];
  for (const site of sites) {
    const before = await site.api.get(site.name);
    const had = before && [...(before.traffic ?? [])].some((target) => target.tag === tag);
    const service = had && !inputs.dryRun ? await dropTag(site, tag) : (before ?? {});
    site.report.outcome = had
      ? `The tag \`${tag}\` ${inputs.dryRun ? 'would be' : 'was'} removed.`
      : `There is no tag \`${tag}\`.`;
    context.log.info(`${site.service} in ${site.region}: ${site.report.outcome}`);
    const revision = serving(service)[0]?.revision ?? '';
    results.push({ site, service, revision, template: service.template ?? {}, tag: undefined, changed: Boolean(had) });
  }
  if (!inputs.dryRun) await comment(results, session, [`**Preview** \`${tag}\` was removed.`]);
  return results;
}

/** Keeps the one comment on the pull request up to date. A comment is a help: that it cannot be written is a warning. */
async function comment(
  results: readonly Result[],
  { context, github }: Session,
  lines: readonly string[],
): Promise<void> {
  const number = context.github.payload.pull_request?.number;
  const service = results[0]?.site.service;
  const places = results.map(({ site }) => site.name);
  if (!number || !github || !service) return;
  try {
    // Services of one name in two projects or regions have a comment each. Version 1.0 named the service alone.
    await github.upsertComment(
      number,
      `<!-- orchestra preview ${places.join(' ')} -->`,
      lines.join('\n'),
      `<!-- orchestra preview ${service} -->`,
    );
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    context.log.warning(
      `The comment on the pull request could not be written: ${error.message}.${error.permission ? ' Add "pull-requests: write" to the permissions of the job.' : ''}`,
    );
  }
}

function resultOf(prepared: Prepared, service: Service, revision: string): Result {
  const { site, template, tag } = prepared;
  site.report.after = serving(service);
  site.report.tags = tagsInEffect(service);
  site.report.consoleUrl = consoleUrl(site);
  return { site, service, revision, template, tag, changed: prepared.candidate.kind === 'new' };
}
