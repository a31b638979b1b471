/** Finds unfinished releases of other runs on a service. They are finished or restored first. */
import type { Service } from '../../../src/google/run/resources.ts';
import { rolloutOf } from '../plan/records.ts';
import { type FoundRelease, lastLed, memberKey, parseMemberKey, releaseOn } from '../plan/release/decision.ts';
import { createRegionalService, type RegionalService } from '../service/regional-service.ts';

/** A release on the service is undecided, or has an unfinished member. */
export class InterruptedReleaseError extends Error {
  readonly found: FoundRelease;
  constructor(found: FoundRelease) {
    super(`the release ${found.id} has not ended on all its members`);
    this.found = found;
  }
}

/** Throws `InterruptedReleaseError` for a release of another run that is not in `settled`. `current` is the service that was read. */
export async function checkInterrupted(
  regional: RegionalService,
  current: Service | undefined,
  settled: ReadonlySet<string>,
): Promise<void> {
  const found = releaseOn(current);
  if (found && !settled.has(found.id)) throw new InterruptedReleaseError(found);
  for (const { id, members } of lastLed(current)) {
    if (settled.has(id)) continue;
    const others = members.filter((key) => key !== memberKey(regional.name));
    const unfinished = await Promise.all(
      others.map(async (key) => rolloutOf(await readMember(regional, key))?.id === id),
    );
    if (unfinished.includes(true)) throw new InterruptedReleaseError({ id, members, by: `The release ${id}` });
  }
}

/** Another member of the same release. */
export function memberOf(regional: RegionalService, key: string): RegionalService {
  const { context, clients, project } = regional;
  return createRegionalService({ context, clients, project, ...parseMemberKey(key) });
}

async function readMember(regional: RegionalService, key: string): Promise<Service | undefined> {
  const member = memberOf(regional, key);
  return await member.api.get(member.name);
}
