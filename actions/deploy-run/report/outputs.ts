/** The outputs of the step. With several regions, outputs about one revision are those of the first region. */

import type { Service } from '../../../src/google/run/resources.ts';
import { ingressIndex } from '../../../src/manifest/index.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { releasesOf } from '../plan/records.ts';
import type { ServiceIdentity } from '../plan/rollout-plan.ts';
import { serving, tagsInEffect, tagUrl } from '../plan/traffic.ts';
import { approvalName, type RegionalResult } from '../service/outcome.ts';
import { consoleUrl } from '../service/regional-service.ts';

export function setDeployOutputs(context: Context, results: readonly RegionalResult[], force: boolean): void {
  const [first] = results;
  if (!first) return;
  const { target, service, revision } = first;
  const version = describeVersion(first);
  for (const [name, value] of Object.entries(version)) context.output(name, value);
  context.output('digest', version.image?.split('@')[1]);
  context.output(
    'traffic',
    results.flatMap((result) => trafficOf(result.target, result.service)),
  );
  context.output(
    'changed',
    results.some(({ changed }) => changed),
  );
  context.output('console-url', consoleUrl(target));
  context.output('services', results.map(describeService));
  setCanaryOutputs(context, results, force);
  context.output('release', releasesOf(service).findLast((release) => release.revision === revision)?.rollout);
}

/** Also those of a step that fails: steps that run nevertheless must know of an undecided canary. */
export function setCanaryOutputs(context: Context, results: readonly RegionalResult[], force: boolean): void {
  const canaries = results.flatMap(({ canary }) => canary ?? []);
  const waiting = canaries.filter(({ approval }) => approval);
  context.output('canary', waiting[0] ?? canaries[0]);
  // An overdue canary does not continue by an approval alone.
  const toApprove = waiting.filter(({ overdue }) => force || !overdue);
  const approvals = new Set(toApprove.map(({ release, step }) => approvalName(release, step)));
  context.output('approvals', [...approvals].join('\n') || undefined);
  context.output('waiting', results.some(({ waiting }) => waiting) || undefined);
}

/** The outputs about one revision, by name. */
function describeVersion({ before, service, revision, template, tag }: RegionalResult) {
  const containers = template.containers ?? [];
  const previous = before.find((share) => share.revision !== revision)?.revision;
  return {
    url: service.uri ?? service.urls?.[0],
    revision,
    'previous-revision': previous,
    commit: commitOf(service, revision),
    'previous-commit': commitOf(service, previous ?? before[0]?.revision),
    image: containers[Math.max(0, ingressIndex(containers))]?.image,
    'tag-url': tag && tagUrl(service, tag),
  };
}

/** One service in one region, for the output `services`. */
function describeService(result: RegionalResult): object {
  const { target, changed, alias } = result;
  const { kind, region, service: name } = target;
  return {
    service: name,
    region,
    kind,
    ...describeVersion(result),
    ...(alias !== undefined && { name: alias }),
    changed,
  };
}

/** The newest commit that is recorded for a revision. A commit without changes keeps the revision. */
const commitOf = (service: Service, revision: string | undefined): string | undefined =>
  releasesOf(service).findLast((release) => release.revision === revision)?.commit;

/** The live revisions and tags, a list of `{region, revision, percent}` and `{region, revision, percent: 0, tag, url}`. */
function trafficOf({ region }: ServiceIdentity, service: Service): object[] {
  return [
    ...serving(service).map((share) => ({ region, ...share })),
    ...tagsInEffect(service).map(({ tag, revision }) => ({
      region,
      revision,
      percent: 0,
      tag,
      url: tagUrl(service, tag),
    })),
  ];
}
