/** The traffic tag of a candidate, under which it is probed. Pure. */
import type { Service } from '../../../src/google/run/resources.ts';
import { checkTagOwner } from '../../../src/records/preview-owners.ts';
import { lastNumber } from '../../../src/records/revision-names.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { candidateTag } from './names.ts';
import { releasesOf, rolloutOf } from './records.ts';
import type { DeployInputs, DeployRequest } from './request.ts';
import type { RolloutPlan, ServiceIdentity } from './rollout-plan.ts';

/** The tag before the candidate is known. Throws `InputError` for one of another repository, and where a name leaves no room. */
export function planTag(
  { kind, service }: ServiceIdentity,
  current: Service | undefined,
  {
    request,
    inputs,
    repository,
  }: { readonly request: DeployRequest; readonly inputs: DeployInputs; readonly repository: string },
): Pick<RolloutPlan, 'tag' | 'keepTag' | 'claim'> {
  if (kind === 'WorkerPool') return { tag: undefined, keepTag: false, claim: undefined };
  if (request.tag) {
    const claim = { tag: request.tag, repository, force: inputs.force };
    if (current) checkTagOwner(current, claim);
    return { tag: request.tag, keepTag: true, claim };
  }
  if (inputs.rollout.probe.kind === 'startup') return { tag: undefined, keepTag: false, claim: undefined };
  const tag = candidateTag(service, inputs.commit);
  if (tag) return { tag, keepTag: false, claim: undefined };
  throw new InputError([
    {
      subject: 'Service name',
      message: `${service} leaves no room for a traffic tag (tag and name together can have at most 46 characters), so a new revision has no URL for its health check. Choose a shorter name, or probe: startup.`,
    },
  ]);
}

/** The same tag with the number of the candidate: that of the existing revision, or a new one. */
export function numberedTag(
  candidate: RolloutPlan['candidate'],
  service: string,
  current: Service | undefined,
  commit: string,
): string | undefined {
  if (candidate.kind !== 'new') return candidateTag(service, commit, lastNumber(service, commit, [candidate.revision]));
  const known = [
    current?.template?.revision,
    current?.latestCreatedRevision,
    rolloutOf(current)?.candidate,
    ...releasesOf(current).map(({ revision }) => revision),
  ];
  return candidateTag(service, commit, lastNumber(service, commit, known) + 1);
}
