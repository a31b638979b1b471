/** Finds unfinished releases of other runs on a service. They are finished or restored first. */
import type { Service } from '../../../src/google/run/resources.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { rolloutOf } from '../plan/records.ts';
import {
  describeMember,
  type FoundRelease,
  lastLed,
  memberKey,
  parseMemberKey,
  releaseOn,
} from '../plan/release/decision.ts';
import { createRegionalService, type RegionalService } from '../service/regional-service.ts';
import { readIfReachable, type Unreachable } from '../service/step-context.ts';

/** A release on the service is undecided, or has an unfinished member. */
export class InterruptedReleaseError extends Error {
  readonly found: FoundRelease;
  /** The service on which it was found. */
  readonly regional: RegionalService;
  constructor(found: FoundRelease, regional: RegionalService) {
    super(`the release ${found.id} has not ended on all its members`);
    this.found = found;
    this.regional = regional;
  }
}

/**
 * Throws `InterruptedReleaseError` for a release of another run that is not in `settled`. `current` is the service that was read. With
 * `unreachable`, a member that does not respond is added to it instead of failing: whoever finds its record later, ends it.
 */
export async function checkInterrupted(
  regional: RegionalService,
  current: Service | undefined,
  settled: ReadonlySet<string>,
  unreachable?: Unreachable,
): Promise<void> {
  const found = releaseOn(current);
  if (found && !settled.has(found.id)) throw new InterruptedReleaseError(found, regional);
  for (const { id, kind, members } of lastLed(current)) {
    if (settled.has(id)) continue;
    const others = members.filter((key) => key !== memberKey(regional.name));
    const unfinished = await Promise.all(
      others.map(async (key) => rolloutOf(await readMember(regional, key, unreachable))?.id === id),
    );
    if (unfinished.includes(true))
      throw new InterruptedReleaseError({ id, kind, members, by: `The release ${id}` }, regional);
  }
}

/** Another member of the same release. */
export function memberOf(regional: RegionalService, key: string): RegionalService {
  const { context, clients, project } = regional;
  return createRegionalService({ context, clients, project, ...parseMemberKey(key) });
}

async function readMember(
  regional: RegionalService,
  key: string,
  unreachable: Unreachable | undefined,
): Promise<Service | undefined> {
  const member = memberOf(regional, key);
  if (!unreachable) return await member.api.get(member.name);
  const known = unreachable.has(member.name);
  const read = await readIfReachable(member, unreachable);
  if (!(read instanceof CloudError)) return read;
  if (!known)
    regional.context.log.warning(
      `${describeMember(key)} did not respond, so it is unknown whether its last release has ended there. A later run that reads it ends that release.`,
    );
  return undefined;
}
