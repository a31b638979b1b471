/** Preflight of a deploy: everything that can be found wrong before anything is changed. */

import { checkFreshness } from '../../../src/github/freshness.ts';
import type { RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { resolveSecrets } from '../../../src/google/run/secret-versions.ts';
import { differences } from '../../../src/manifest/index.ts';
import { holdOf } from '../../../src/records/holds.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { planCandidate } from '../plan/candidate.ts';
import {
  type Desired,
  desireManifest,
  desirePreview,
  desireService,
  withImages,
  withVersion,
} from '../plan/desired-service.ts';
import { withKnownImages } from '../plan/image-digests.ts';
import { candidateTag } from '../plan/names.ts';
import { COMMIT_LABEL } from '../plan/records.ts';
import type { DeployTask, Inputs } from '../plan/request.ts';
import type { Prepared } from '../plan/rollout-plan.ts';
import { type Base, planBase, templateRevision } from '../plan/serving-template.ts';
import { planBaseline, serving } from '../plan/traffic.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import { tokenFor } from '../probe/identity-token.ts';
import { getRevision, type Site } from '../service/regional-service.ts';
import type { Session } from '../service/session.ts';
import { checkHold, checkNames, commitsKnown, validate } from './checks.ts';
import { findImages } from './images.ts';
import { readAtRest } from './settled-service.ts';

/** Reads the world at one site and decides what to do. `resource` is the manifest's, or undefined for service and image. */
export async function prepareDeploy(
  site: Site,
  session: Session,
  task: DeployTask,
  resource: Service | undefined,
): Promise<Prepared> {
  const { inputs } = session;
  checkNames(site, task);
  // A preview takes no traffic, so what serves is nothing to it.
  const current = task.preview ? await site.api.get(site.name) : await readAtRest(site);
  if (!current && !resource)
    throw new InputError([
      {
        subject: 'Input service',
        message: `there is no service ${site.service} in ${site.region}. Its first deploy needs a manifest.`,
      },
    ]);
  // A preview takes no traffic, so neither a hold nor its age is in its way.
  const holdBefore = task.preview ? holdOf(current) : checkHold(site, current, session);
  const main = current && serving(current)[0];
  const mainRevision = main && (await getRevision(site, main.revision));
  if (!task.preview) await checkFreshness(inputs.commit, commitsKnown(current, mainRevision), session.freshness);
  const base = current && planBase(current, mainRevision);
  const wanted = desire(site, current, base, resource, task, inputs.commit);
  const template = await resolveSecrets(task.preview ? withoutMinimum(wanted.template) : wanted.template, {
    manager: site.clients.secrets,
    project: inputs.project,
    mode: task.secretsLatest,
    log: site.context.log,
  });
  const whole = { template, service: { ...wanted.service, template } };
  const desired = task.preview && current ? previewOf(site, current, whole) : whole;
  // A manifest was judged by itself, with its lines.
  if (!resource) await checkPolicy({ kind: site.kind, resource: desired.service }, task, session);
  const accepted = await findImages(site.clients.registry, template, site.region);
  const serves = base && { ...base, template: withKnownImages(base.template, template, accepted) };
  // That the commit's own label changes is no news.
  site.report.diff = differences(
    site.kind,
    current && { ...current, template: serves?.template },
    desired.service,
  ).filter(({ field }) => !field.endsWith(`labels.${COMMIT_LABEL}`));
  const candidate = planCandidate({
    current,
    base: serves,
    template,
    commit: inputs.commit,
    templateRevisionState: await stateOfTemplate(site, current),
  });
  await validate(site, current, desired, candidate.kind === 'new', inputs.commit);
  const baseline = planBaseline(current).shares;
  site.report.before = current ? serving(current) : [];
  if (base?.from === 'revision')
    site.report.notes.push(
      `The base is the configuration of ${base.revision}, which serves; the service's own template is another one.`,
    );
  const image = template.containers?.[0]?.image ?? '';
  const previewsLive = task.preview && current !== undefined;
  if (previewsLive && task.allowUnauthenticated !== undefined)
    site.report.notes.push(
      `allow-unauthenticated was not applied: a preview changes nothing of the live service ${site.service}.`,
    );
  return {
    site,
    kind: 'deploy',
    current,
    base,
    baseline,
    candidate,
    desired,
    template,
    accepted,
    ...tagFor(site, task, inputs),
    commit: inputs.commit,
    token: await tokenFor(site, session, current),
    holdBefore,
    hold: inputs.releaseHold && holdBefore ? null : undefined,
    releases: (before, revision) => [...before, session.release(revision, image)],
    allowUnauthenticated: previewsLive ? undefined : task.allowUnauthenticated,
  };
}

/** What a preview leaves of the wish, with a note of what is not applied. */
function previewOf(site: Site, current: Service, whole: Desired): Desired {
  const { desired, left } = desirePreview(current, whole);
  if (left.length > 0)
    site.report.notes.push(
      `A preview changes nothing of the live service ${site.service}. Not applied: ${left.map(({ field }) => field).join(', ')}.`,
    );
  return desired;
}

function desire(
  site: Site,
  current: Service | undefined,
  base: Base | undefined,
  resource: Service | undefined,
  task: DeployTask,
  commit: string,
): Desired {
  if (resource)
    return desireManifest(current, base, withVersion(withImages(resource, task.images), task.images, commit), commit);
  if (!current || !base || task.source.from !== 'service') throw new Error(`no base for ${site.name}`);
  return desireService(current, base, task.source, task.images, commit);
}

/** A tagged revision is billed for its own minimum of instances, even if nobody looks at it. */
function withoutMinimum(template: RevisionTemplate): RevisionTemplate {
  const { minInstanceCount: _, ...scaling } = template.scaling ?? {};
  return { ...template, ...(template.scaling && { scaling }) };
}

async function stateOfTemplate(
  site: Site,
  current: Service | undefined,
): Promise<'ready' | 'pending' | 'failed' | undefined> {
  const own = current && templateRevision(current);
  const revision = own && (await getRevision(site, own));
  return revision ? readiness(revision).state : undefined;
}

function tagFor(site: Site, task: DeployTask, inputs: Inputs): Pick<Prepared, 'tag' | 'keepTag'> {
  if (site.kind === 'WorkerPool') return { tag: undefined, keepTag: false };
  if (task.tag) return { tag: task.tag, keepTag: true };
  if (inputs.rollout.probe.kind === 'startup') return { tag: undefined, keepTag: false };
  const tag = candidateTag(site.service, inputs.commit);
  if (tag) return { tag, keepTag: false };
  throw new InputError([
    {
      subject: 'Service name',
      message: `${site.service} leaves no room for a traffic tag (tag and name together may have 46 characters), so a new revision has no URL of its own to be probed at. Choose a shorter name, or probe: startup.`,
    },
  ]);
}
