/** Previews: a revision without traffic, with a tag and a comment on its pull request. */
import { shortCommit } from '../../../src/github/commit.ts';
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import { asPreviewService, checkTagOwner, withTagOwner } from '../../../src/records/preview-owners.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { link, md, plain } from '../../../src/runtime/summary.ts';
import { describeTimeout } from '../../../src/runtime/time-limit.ts';
import { withEarlyFields } from '../plan/desired-service.ts';
import { checkDigests } from '../plan/image-digests.ts';
import { checkLinks, type LinkedService, namesOf, urlOfTag } from '../plan/preview-links.ts';
import type { DeployRequest, StepRequest } from '../plan/request.ts';
import type { ServiceIdentity } from '../plan/rollout-plan.ts';
import { serving, tagsInEffect, tagUrl } from '../plan/traffic.ts';
import { probeService } from '../probe/probe-service.ts';
import { planRegion, type RegionalDeploy } from '../release/plan-members.ts';
import { showLogs } from '../rollout/revision-logs.ts';
import { waitForRevision } from '../rollout/wait.ts';
import { setAccess } from '../service/access.ts';
import { createService, type WriteResult, writeService } from '../service/fenced-write.ts';
import type { EventSink, RegionalResult } from '../service/outcome.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import { pollService } from '../service/poll.ts';
import { freeRevision, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { comment, commentFailure } from './comment.ts';
import { dropTags, sharesOf } from './drop-tags.ts';

/**
 * Deploys each service under its tag, one after the other; the first failure stops the rest and removes its own tag. The comment
 * shows the result either way.
 */
export async function deployPreview(
  deploys: readonly RegionalDeploy[],
  request: Pick<DeployRequest, 'tag'>,
  step: StepContext,
  events: EventSink,
): Promise<RegionalResult[]> {
  try {
    const results = await deployAll(deploys, step, events);
    if (!step.inputs.dryRun) await commentPreview(results, step);
    return results;
  } catch (error) {
    const services = deploys.map(({ regional }) => regional);
    if (!step.inputs.dryRun) await commentFailure(services, step, request.tag ?? '', 'It could not be deployed.');
    throw error;
  }
}

/** In waves: first the services whose URLs of others are known, then those that need URLs of the wave before. */
async function deployAll(
  deploys: readonly RegionalDeploy[],
  step: StepContext,
  events: EventSink,
): Promise<RegionalResult[]> {
  const several = step.inputs.services.length > 0;
  const linksOf = ({ links = [] }: RegionalDeploy) => (several ? links : []);
  const urls = deploys.some((one) => linksOf(one).length > 0) ? await readUrls(deploys) : new Map();
  checkLinks(
    deploys.map((one) => ({ names: namesOf(placeOf(one)), links: linksOf(one), label: one.regional.service })),
    new Set(urls.keys()),
  );
  const results: RegionalResult[] = [];
  let waiting = [...deploys];
  while (waiting.length > 0) {
    const wave = waiting.filter((one) => linksOf(one).every((link) => urls.has(link)));
    if (wave.length === 0) throw new OutcomeError(withoutUrl(waiting.flatMap(linksOf), urls));
    results.push(...(await deployWave(wave, urls, step, events)));
    waiting = waiting.filter((one) => !wave.includes(one));
  }
  return results;
}

const withoutUrl = (links: readonly string[], urls: ReadonlyMap<string, unknown>): string =>
  `There is no URL for ${[...new Set(links)].filter((link) => !urls.has(link)).join(', ')}: a worker pool, or a service with its default URL disabled, has none. Leave the variable out, or enable the URL.`;

const placeOf = ({ regional: { service, region }, alias }: RegionalDeploy): LinkedService => ({
  service,
  region,
  alias,
});

type UrlBook = Map<string, Map<string, string>>;

/** URLs of the tags of services that exist. */
async function readUrls(deploys: readonly RegionalDeploy[]): Promise<UrlBook> {
  const urls: UrlBook = new Map();
  const found = await Promise.all(deploys.map(({ regional }) => regional.api.get(regional.name)));
  for (const [i, deploy] of deploys.entries()) record(urls, deploy, found[i]);
  return urls;
}

function record(urls: UrlBook, deploy: RegionalDeploy, service: Service | undefined): void {
  const { request } = deploy.inputs;
  const tag = request.kind === 'deploy' ? (request.tag ?? '') : '';
  const url = service && urlOfTag(service, tag);
  if (!url) return;
  const place = placeOf(deploy);
  for (const name of namesOf(place))
    urls.set(name, (urls.get(name) ?? new Map<string, string>()).set(place.region, url));
}

/** A wave is planned as a whole before any of its services is changed. */
async function deployWave(
  wave: readonly RegionalDeploy[],
  urls: UrlBook,
  step: StepContext,
  events: EventSink,
): Promise<RegionalResult[]> {
  const planned: { readonly one: PlannedRollout; readonly deploy: RegionalDeploy }[] = [];
  for (const deploy of wave) {
    const { prepareLinked, prepare, links = [] } = deploy;
    const linked = prepareLinked && links.length > 0 ? () => prepareLinked(urls) : prepare;
    planned.push({ one: await planRegion({ ...deploy, prepare: linked }, events), deploy });
  }
  for (const { one } of planned) for (const note of one.plan.notes) step.context.log.notice(note);
  const results: RegionalResult[] = [];
  for (const { one, deploy } of planned) {
    const { inputs, alias } = deploy;
    const result = inputs.dryRun ? dryRun(one, events) : await deployOne(one, { ...step, inputs }, events);
    results.push({ ...result, alias });
    // A dry run creates no URL; the plan shows the variable instead.
    record(urls, deploy, inputs.dryRun ? { uri: 'https://preview.invalid', ...result.service } : result.service);
  }
  return results;
}

async function commentPreview(results: readonly RegionalResult[], step: StepContext): Promise<void> {
  const rows = results.map(({ target, service, tag }) => {
    const url = tagUrl(service, tag ?? '') ?? '';
    return md`| ${plain(target.service)} | ${plain(target.region)} | ${link(url, url)} |`;
  });
  await comment(placesOf(results), step, [
    md`**Preview** of ${plain(shortCommit(step.inputs.commit))} (${link('run', step.context.github.runUrl)})`,
    md``,
    md`| Service | Region | URL |`,
    md`| --- | --- | --- |`,
    ...rows,
  ]);
}

const placesOf = (results: readonly RegionalResult[]): ServiceIdentity[] => results.map(({ target }) => target);

function dryRun(planned: PlannedRollout, events: EventSink): RegionalResult {
  const { service, current, tag = '' } = planned.plan;
  events.push({ name: service.name, kind: 'ended', ending: { kind: 'dry-run', previewTag: tag } });
  return { ...resultOf(planned, current ?? {}, '', events), changed: false };
}

async function deployOne(planned: PlannedRollout, step: StepContext, events: EventSink): Promise<RegionalResult> {
  const {
    regional,
    plan: { tag = '', claim },
  } = planned;
  const { name } = regional;
  const { inputs } = step;
  let revision = '';
  try {
    const written = await write(planned, (chosen) => {
      revision = chosen;
    });
    const ready = await waitForRevision(regional, revision, written.operation);
    checkDigests(planned.plan.template, ready, planned.plan.accepted);
    const service = await pollService(regional, async () => {
      const now = await regional.api.get(regional.name);
      return now && tagsInEffect(now).some((one) => one.tag === tag && one.revision === revision) ? now : undefined;
    });
    if (!service)
      throw new OutcomeError(`The tag ${tag} did not take effect within ${describeTimeout(regional.context)}.`);
    const probe = await probeService(planned, { service, tag }, inputs);
    if (probe) events.push({ name, kind: 'probed', probe });
    if (planned.plan.allowUnauthenticated !== undefined) await setAccess(regional, planned.plan.allowUnauthenticated);
    const url = tagUrl(service, tag) ?? '';
    events.push({ name, kind: 'ended', ending: { kind: 'previewed', revision, url } });
    return resultOf(planned, service, revision, events);
  } catch (error) {
    if (revision && !step.context.signal.aborted) {
      const logs = await showLogs(regional, revision).catch(() => undefined);
      if (logs) events.push({ name, kind: 'logs', logs });
      await (claim && dropTags(regional, [claim], revision))?.catch((failure: Error) =>
        step.context.log.warning(`The tag ${tag} could not be removed: ${failure.message}`),
      );
    }
    throw error;
  }
}

/** Creates the revision and its tag. All shares of traffic stay, those of a rollout in progress included. */
async function write(planned: PlannedRollout, named: (revision: string) => void): Promise<WriteResult> {
  const {
    regional,
    plan: { current, desired, candidate, tag = '', claim, commit },
  } = planned;
  if (!desired || !claim) throw new Error('nothing to preview');
  const landed = (service: Service, revision: string) =>
    service.traffic?.some((target) => target.tag === tag && target.revision === revision) ?? false;
  let revision = candidate.kind === 'new' ? '' : candidate.revision;
  if (!current) {
    revision = await freeRevision(regional, commit);
    named(revision);
    const template = { ...desired.template, revision };
    const traffic = [
      { type: REVISION, revision, percent: 100 },
      { type: REVISION, revision, tag },
    ];
    const service = { ...desired.service, template, traffic };
    const annotations = asPreviewService(service, claim);
    return await createService(regional, { ...service, annotations }, (now) => landed(now, revision));
  }
  return await writeService(regional, {
    landed: (now) => landed(now, revision),
    plan: async (now) => {
      checkTagOwner(now, claim);
      if (candidate.kind === 'new') revision = await freeRevision(regional, commit);
      named(revision);
      return {
        ...withEarlyFields(now, current, desired.service),
        ...(candidate.kind === 'new' && { template: { ...desired.template, revision } }),
        traffic: [...(await sharesOf(regional, now, [tag])), { type: REVISION, revision, tag }],
        annotations: withTagOwner(now, claim),
      };
    },
  });
}

/** `preview-failure`: an earlier job failed, so nothing is deployed and only the comment is written. */
export async function reportFailure(
  services: readonly RegionalService[],
  step: StepContext,
  { tag, reason }: Extract<StepRequest, { kind: 'preview-failure' }>,
  events: EventSink,
): Promise<RegionalResult[]> {
  for (const { name } of services)
    events.push({ name, kind: 'ended', ending: { kind: 'done', did: `The preview failed. ${reason}` } });
  if (!step.inputs.dryRun) await commentFailure(services, step, tag, reason);
  return [];
}

function resultOf({ plan }: PlannedRollout, service: Service, revision: string, events: EventSink): RegionalResult {
  const { service: target, template, tag, candidate } = plan;
  events.push({ name: target.name, kind: 'serves', shares: serving(service), tags: tagsInEffect(service) });
  return { target, before: plan.serving, service, revision, template, tag, changed: candidate.kind === 'new' };
}
