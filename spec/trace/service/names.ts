/** What the names of services, members of releases and rollouts say. */
import type { WrittenRecord } from './writes.ts';

/** Full name of the member, by the full name of any other. */
export const memberName = (key: string, other: string): string => `${other.split('/').slice(0, 3).join('/')}/${key}`;

/** `REGION/services/NAME`. */
export const memberKey = (service: string): string => service.split('/').slice(3).join('/');

/** Full name of the lead of a release, by that of any member. */
export const leadOf = ({ release }: WrittenRecord, member: string): string =>
  memberName(release?.members[0] ?? '', member);

/** Of several members, or of a canary that outlasts its run. */
export const isReleaseOf = ({ release }: WrittenRecord): boolean =>
  release !== undefined && (release.members.length > 1 || release.canary !== undefined);

/** `RUN-ATTEMPT` of a rollout's id. */
export const attemptOf = (id: string): string => id.split('-').slice(0, 2).join('-');
