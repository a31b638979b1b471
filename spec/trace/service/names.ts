/** Parts of the names of services, release members and rollouts. */
import type { WrittenRecord } from './writes.ts';

/** Full name of the member, by the full name of any other. */
export const memberName = (key: string, other: string): string => `${other.split('/').slice(0, 3).join('/')}/${key}`;

/** `REGION/services/NAME`. */
export const memberKey = (service: string): string => service.split('/').slice(3).join('/');

/** Full name of the lead of a release, by that of any member. */
export const leadOf = ({ release }: WrittenRecord, member: string): string =>
  memberName(release?.members[0] ?? '', member);

/** Whether it has several members, or is a long canary. */
export const isReleaseOf = ({ release }: WrittenRecord): boolean =>
  release !== undefined && (release.members.length > 1 || release.canary !== undefined);

/** `RUN-ATTEMPT` of a rollout's id. */
export const attemptOf = (id: string): string => id.split('-').slice(0, 2).join('-');
