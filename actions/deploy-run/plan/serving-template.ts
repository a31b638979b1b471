/** The base of a deploy: the live configuration, of the service or of a revision. */
import type { Json, Revision, RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import { shortName } from '../../../src/google/run/revisions.ts';

/** Fields of a Revision that a template does not have: identity and state. */
const OUTPUT_ONLY = new Set([
  'name',
  'uid',
  'generation',
  'createTime',
  'updateTime',
  'deleteTime',
  'expireTime',
  'launchStage',
  'service',
  'reconciling',
  'conditions',
  'observedGeneration',
  'logUri',
  'satisfiesPzs',
  'etag',
  'creator',
  'scalingStatus',
  'workerPool',
]);

export interface ServingTemplate {
  readonly template: RevisionTemplate;
  /** The revision that has this configuration. */
  readonly revision: string | undefined;
  /** Its source, for the plan: after a rollback, a failed deploy or a preview the service's template differs from the live revision. */
  readonly from: 'template' | 'revision';
}

/** The short name of the revision that the service's template made. */
export const templateRevision = (service: Pick<Service, 'template' | 'latestCreatedRevision'>): string | undefined =>
  service.template?.revision || (service.latestCreatedRevision ? shortName(service.latestCreatedRevision) : undefined);

/** `mainRevision` is the revision that serves most, as read from the API; undefined if nothing serves. */
export function planServingTemplate(service: Service, mainRevision: Revision | undefined): ServingTemplate {
  const own = templateRevision(service);
  const main = mainRevision?.name ? shortName(mainRevision.name) : undefined;
  if (mainRevision === undefined || main === own)
    return { template: withoutName(service.template ?? {}), revision: own, from: 'template' };
  return { template: templateOf(mainRevision), revision: main, from: 'revision' };
}

/** A revision's configuration as a template: all fields, unknown ones included, except identity and state. */
export function templateOf(revision: Revision): RevisionTemplate {
  const entries = Object.entries(revision).filter(([field]) => !OUTPUT_ONLY.has(field));
  return Object.fromEntries(
    entries.map(([field, value]) => [field, field === 'containers' ? stripBuild(value) : value]),
  );
}

/** `buildInfo` is output. */
const stripBuild = (containers: unknown) => (containers as Json[]).map(({ buildInfo: _, ...container }) => container);

function withoutName({ revision: _, ...template }: RevisionTemplate): RevisionTemplate {
  return template;
}
