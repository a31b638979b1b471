/** The outputs of the step. With several regions, those about one revision are of the first region. */

import type { RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import { ingressIndex } from '../../../src/manifest/index.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { releasesOf } from '../plan/records.ts';
import { serving, tagsInEffect, tagUrl } from '../plan/traffic.ts';
import { consoleUrl, type RegionalService } from '../service/regional-service.ts';

export interface RegionalResult {
  readonly regional: RegionalService;
  /** As it was read last. */
  readonly service: Service;
  readonly revision: string;
  readonly template: RevisionTemplate;
  readonly tag: string | undefined;
  readonly changed: boolean;
}

export function setOutputs(context: Context, results: readonly RegionalResult[]): void {
  const [first] = results;
  if (!first) return;
  const { regional, service, revision, template, tag } = first;
  const containers = template.containers ?? [];
  const image = containers[Math.max(0, ingressIndex(containers))]?.image;
  context.output('url', service.uri);
  context.output('revision', revision);
  const previous = regional.report.before.find((share) => share.revision !== revision)?.revision;
  context.output('previous-revision', previous);
  context.output('commit', commitOf(service, revision));
  context.output('previous-commit', commitOf(service, previous ?? regional.report.before[0]?.revision));
  context.output('tag-url', tag && tagUrl(service, tag));
  context.output('image', image);
  context.output('digest', image?.split('@')[1]);
  context.output(
    'traffic',
    results.flatMap((result) => trafficOf(result.regional, result.service)),
  );
  context.output(
    'changed',
    results.some(({ changed }) => changed),
  );
  context.output('console-url', consoleUrl(regional));
}

/** The newest commit that is recorded for a revision: one that changes nothing keeps the revision. */
const commitOf = (service: Service, revision: string | undefined): string | undefined =>
  releasesOf(service).findLast((release) => release.revision === revision)?.commit;

/** What serves, a list of `{region, revision, percent}` and `{region, revision, percent: 0, tag, url}`. */
function trafficOf({ region }: RegionalService, service: Service): object[] {
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
