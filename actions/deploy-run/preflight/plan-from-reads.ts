/** Plans a deploy from the reads of preflight. */

import { checkContainerImages } from '../../../src/container/image-repositories.ts';
import { hidingMounts } from '../../../src/google/run/hiding-mounts.ts';
import type { Revision, RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { resolveSecrets, withRunningVersions } from '../../../src/google/run/secret-versions.ts';
import type { SecretVersion } from '../../../src/google/secret-manager.ts';
import { type Change, differences, ingressIndex, type Path } from '../../../src/manifest/index.ts';
import { withPinnedImages } from '../../../src/policy/pinned-images.ts';
import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import type { ServiceHold } from '../../../src/records/holds.ts';
import type { Location } from '../../../src/runtime/errors.ts';
import { ahead } from '../../../src/runtime/retry.ts';
import { planCandidate } from '../plan/candidate.ts';
import {
  type DesiredService,
  desireManifest,
  desirePreview,
  desireService,
  withImages,
  withVersion,
} from '../plan/desired-service.ts';
import { type AcceptedDigests, leftBehind, withKnownImages } from '../plan/image-digests.ts';
import { foundRelease, type RecordedRelease } from '../plan/records.ts';
import type { DeployInputs, DeployRequest, ProbeOptions } from '../plan/request.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import { planServingTemplate, type ServingTemplate, templateRevision } from '../plan/serving-template.ts';
import { lacksStartupProbe, startupProbeNote, withStartupProbe } from '../plan/settings/startup-probe.ts';
import { settingsLeftAlone } from '../plan/settings/unchanged-settings.ts';
import { numberedTag, planTag } from '../plan/tag.ts';
import { planBaseline, serving } from '../plan/traffic.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import { probeIdentity } from '../probe/identity-token.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import { freeRevision, getRevision, identityOf, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { validate } from './checks.ts';
import { findImages } from './images.ts';
import { checkProvenance } from './provenance.ts';

/** The parallel reads of preflight besides the service itself. */
export function readAround(regional: RegionalService, step: StepContext, current: Service | undefined) {
  const main = current && serving(current)[0];
  const own = current && templateRevision(current);
  const mainRevision = ahead(main ? getRevision(regional, main.revision) : Promise.resolve(undefined));
  return {
    /** The revision that serves most. */
    mainRevision,
    /** The revision of the service's template. */
    ownRevision: ahead(
      own === main?.revision ? mainRevision : own ? getRevision(regional, own) : Promise.resolve(undefined),
    ),
    identity: ahead(probeIdentity(regional, step, current)),
    freeRevision: current && ahead(freeRevision(regional, step.inputs.commit)),
  };
}

/** What is deployed where. */
export interface DeploySubject {
  readonly regional: RegionalService;
  readonly step: StepContext;
  readonly request: DeployRequest;
  /** The manifest's; undefined for service and image. */
  readonly resource: Service | undefined;
  /** Notes of the policy on the manifest. */
  readonly judged: readonly string[];
  /** The position of a value in the manifest. */
  readonly locate: ((path: Path) => Location) | undefined;
}

/** With what the preflight has read and checked. */
export interface Preflight extends DeploySubject {
  readonly current: Service | undefined;
  readonly mainRevision: Revision | undefined;
  readonly holdBefore: ServiceHold | undefined;
  readonly settling: readonly string[];
  readonly overriding: readonly string[];
  readonly reads: ReturnType<typeof readAround>;
}

/** Makes the plan and validates it with the server. */
export async function planFromReads({
  regional,
  step,
  request,
  resource,
  judged,
  locate,
  current,
  mainRevision,
  settling,
  holdBefore,
  overriding,
  reads,
}: Preflight): Promise<PlannedRollout> {
  const { inputs } = step;
  const { project } = inputs;
  const tag = planTag(identityOf(regional), current, {
    request,
    inputs,
    repository: regional.context.github.repository,
  });
  const base = current && planServingTemplate(current, mainRevision);
  const { wanted, notes: pinned } = await pinnedSidecars(
    regional,
    withProbe(desire(regional, current, base, resource, request, inputs.commit), inputs.rollout.probe),
  );
  const { template, versions } = await resolveSecrets(
    request.preview ? withoutMinimum(wanted.template) : wanted.template,
    {
      manager: regional.clients.secrets,
      project,
      mode: request.secretsLatest,
      log: regional.context.log,
      locate: locate && ((path) => locate(['template', ...path])),
    },
  );
  const whole = { template, service: { ...wanted.service, template } };
  const { desired, left } = request.preview && current ? desirePreview(current, whole) : { desired: whole, left: [] };
  checkContainerImages(template.containers ?? [], request.imageRepositories, regional.context.log);
  // A manifest was checked before, with its line numbers.
  const excepted = resource
    ? judged
    : await checkPolicy({ kind: regional.kind, resource: desired.service }, request, step);
  const accepted = await findImages(regional.clients.registry, template, regional.region);
  await checkProvenance(step, template);
  const serves = base && {
    ...base,
    template: asItRuns(base.template, {
      wanted: template,
      accepted,
      versions,
      revision: mainRevision,
      request,
      project,
    }),
  };
  const candidate = planCandidate({
    current,
    base: serves,
    template,
    commit: inputs.commit,
    templateRevisionState: stateOf(await reads.ownRevision),
  });
  // The label of the commit changes in every deploy, so it is not listed. Without a new revision the template is not written.
  const isWritten = (field: string) =>
    !field.endsWith(`labels.${COMMIT_LABEL}`) && !(candidate.kind === 'serving' && field.startsWith('spec.template.'));
  const changes = differences(
    regional.kind,
    current && { ...current, template: serves?.template },
    desired.service,
  ).filter(({ field }) => isWritten(field));
  warnOfDefaultProbe(regional, template, inputs);
  const hints = request.source.from === 'service' ? request.source.hints : [];
  const others = request.source.from === 'service' ? leftBehind(template, request.images) : [];
  for (const warning of [...hints, ...others, ...hidingMounts(template, base?.template)])
    regional.context.log.warning(warning);
  await validate(regional, current, desired, { newRevision: candidate.kind === 'new', commit: inputs.commit, locate });
  const previewsLive = request.preview && current !== undefined;
  const plan: RolloutPlan = {
    kind: 'deploy',
    service: identityOf(regional),
    current,
    base,
    serving: current ? serving(current) : [],
    baseline: planBaseline(current),
    candidate,
    desired,
    changes,
    leftAlone: current && !resource ? settingsLeftAlone({ ...current, template: base?.template ?? {} }, changes) : [],
    template,
    accepted,
    ...tag,
    ...(tag.tag !== undefined &&
      !tag.keepTag && { tag: numberedTag(candidate, regional.service, current, inputs.commit) }),
    commit: inputs.commit,
    holdBefore,
    hold: inputs.releaseHold && holdBefore ? null : undefined,
    releaseChange: {
      kind: 'add',
      image: template.containers?.[0]?.image ?? '',
      runUrl: regional.context.github.runUrl,
      rollout: step.id,
      ...found(current, mainRevision),
    },
    allowUnauthenticated: previewsLive ? undefined : request.allowUnauthenticated,
    notes: [
      ...settling,
      ...overriding,
      ...(current ? [] : [creationNote(regional, request)]),
      ...[startupProbeNote(template, base?.template, inputs.rollout.probe)].filter((note) => note !== undefined),
      ...pinned,
      ...excepted,
      ...previewNotes(regional.service, left),
      ...(base?.from === 'revision'
        ? [
            `The deploy starts from the configuration of the live revision ${base.revision}. The template of the service differs from it.`,
          ]
        : []),
      ...(previewsLive && request.allowUnauthenticated !== undefined
        ? [`allow-unauthenticated was not applied: a preview does not change the live service ${regional.service}.`]
        : []),
    ],
  };
  return { regional, plan, freeRevision: reads.freeRevision, ...(await reads.identity) };
}

/** The live template, with images and secrets spelled as the deploy spells them where they are the same. */
function asItRuns(
  live: RevisionTemplate,
  known: {
    readonly wanted: RevisionTemplate;
    readonly accepted: AcceptedDigests;
    readonly versions: ReadonlyMap<string, SecretVersion>;
    readonly revision: Revision | undefined;
    readonly request: DeployRequest;
    readonly project: string;
  },
): RevisionTemplate {
  const template = withKnownImages(live, known.wanted, known.accepted, known.revision);
  if (known.request.secretsLatest === 'keep') return template;
  return withRunningVersions(template, known.revision?.createTime, known);
}

/** The startup probe derived from `probe-path`; a manifest gets it before it is checked. */
function withProbe(wanted: DesiredService, probe: ProbeOptions): DesiredService {
  const service = withStartupProbe(wanted.service, probe);
  return { service, template: service.template ?? {} };
}

function warnOfDefaultProbe(
  { kind, service, context }: RegionalService,
  template: RevisionTemplate,
  inputs: DeployInputs,
) {
  const { containers = [] } = template;
  if (kind !== 'Service' || inputs.rollout.probe.kind !== 'startup') return;
  if (lacksStartupProbe(containers[ingressIndex(containers)]?.startupProbe))
    context.log.warning(
      `probe: startup relies on the startup probe of ${service}, which has only the default TCP one. It passes as soon as the port is open, so a revision that responds to every request with an error would get traffic. Add an HTTP or gRPC startup probe to the container, or use probe: http.`,
    );
}

/** The live revision, if another tool deployed it. */
function found(current: Service | undefined, live: Revision | undefined): { found?: RecordedRelease } {
  const release = current && foundRelease(current, live);
  return release ? { found: release } : {};
}

/** A new service is private unless the input says otherwise. */
function creationNote({ service, region, kind }: RegionalService, { allowUnauthenticated }: DeployRequest): string {
  const created = `The ${kind === 'Service' ? 'service' : 'worker pool'} ${service} does not exist in ${region} yet: it is created.`;
  return kind === 'Service' && allowUnauthenticated === undefined
    ? `${created} Only callers with roles/run.invoker can invoke it; allow-unauthenticated: true makes it public.`
    : created;
}

/** Says which settings a preview does not apply. */
const previewNotes = (service: string, left: readonly Change[]): string[] =>
  left.length === 0
    ? []
    : [
        `A preview does not change the live service ${service}. Not applied: ${left.map(({ field }) => field).join(', ')}.`,
      ];

function desire(
  regional: RegionalService,
  current: Service | undefined,
  base: ServingTemplate | undefined,
  resource: Service | undefined,
  request: DeployRequest,
  commit: string,
): DesiredService {
  if (resource)
    return desireManifest(
      current,
      base,
      withVersion(withImages(resource, request.images), request.images, commit),
      commit,
    );
  if (request.source.from !== 'service') throw new Error(`no base for ${regional.name}`);
  return desireService(current, base, request.source, request.images, commit);
}

/** Pins sidecars of a live service; those of a manifest are pinned before the policy check. */
async function pinnedSidecars(
  regional: RegionalService,
  { service }: DesiredService,
): Promise<{ wanted: DesiredService; notes: readonly string[] }> {
  const { subject, notes } = await withPinnedImages({ kind: 'Service', resource: service }, regional.clients);
  return { wanted: { service: subject.resource, template: subject.resource.template ?? {} }, notes };
}

/** A tagged revision is billed for its minimum of instances even without requests. */
function withoutMinimum(template: RevisionTemplate): RevisionTemplate {
  const { minInstanceCount: _, ...scaling } = template.scaling ?? {};
  return { ...template, ...(template.scaling && { scaling }) };
}

const stateOf = (revision: Revision | undefined): 'ready' | 'pending' | 'failed' | undefined =>
  revision && readiness(revision).state;
