/** The bounds of the exploration of releases: actors and number of faults. Each is explored until the queue is empty. */
import { NO_RELEASE_FAULTS, type ReleaseSetup } from './model.ts';
import type { ReleaseFences } from './protocol.ts';

export interface ReleaseBound extends ReleaseSetup {
  readonly name: string;
}

const deploy = (name: string, ...members: number[]) => ({ name, kind: 'deploy', members }) as const;
const post = (of: string, ...members: number[]) => ({ name: `post of ${of}`, kind: 'post', members }) as const;
const rollback = (...members: number[]) => ({ name: 'rollback', kind: 'rollback', members }) as const;
const person = (member: number) => ({ name: 'person', kind: 'person', members: [member] }) as const;
/** Moves the traffic of a service back, regardless of its record. */
const console_ = (member: number) => ({ name: 'console', kind: 'person', members: [member] }) as const;
const one = { crashes: 1, lostResponses: 1, badRevisions: 1, slowOwners: 0 };

/** Explored by every test run. */
export const QUICK_RELEASES: readonly ReleaseBound[] = [
  { name: 'two services', services: 2, actors: [deploy('A', 0, 1)], budget: { ...one, lostResponses: 2 } },
  {
    name: 'three services and a post',
    services: 3,
    actors: [deploy('A', 0, 1, 2), post('A', 0, 1, 2)],
    budget: { ...one, crashes: 2 },
  },
  {
    name: 'a release, its post and a hold',
    services: 2,
    actors: [deploy('A', 0, 1), post('A', 0, 1), person(1)],
    budget: one,
  },
];

/** Explored by `npm run spec`. */
export const FULL_RELEASES: readonly ReleaseBound[] = [
  ...QUICK_RELEASES,
  {
    name: 'two releases',
    services: 2,
    actors: [deploy('A', 0, 1), deploy('B', 0, 1)],
    budget: { ...one, slowOwners: 1 },
  },
  {
    name: 'two releases with different leads',
    services: 2,
    actors: [deploy('A', 0, 1), deploy('B', 1, 0)],
    budget: { ...one, slowOwners: 1 },
  },
  {
    name: 'a release and a deploy of one member',
    services: 2,
    actors: [deploy('A', 0, 1), deploy('B', 1)],
    budget: { ...one, slowOwners: 1 },
  },
  { name: 'a release and a rollback', services: 2, actors: [deploy('A', 0, 1), rollback(0, 1)], budget: one },
  {
    name: 'three services, a post and the next release',
    services: 3,
    actors: [deploy('A', 0, 1, 2), post('A', 0, 1, 2), deploy('B', 0, 1, 2)],
    budget: { ...NO_RELEASE_FAULTS, crashes: 1 },
  },
  {
    name: 'a release and a rollback of one member',
    services: 2,
    actors: [deploy('A', 0, 1), rollback(1)],
    budget: one,
  },
  {
    name: 'a release, its post and a rollback',
    services: 2,
    actors: [deploy('A', 0, 1), post('A', 0, 1), rollback(0, 1)],
    budget: { ...NO_RELEASE_FAULTS, crashes: 1, lostResponses: 1 },
  },
  {
    name: 'a release, a rollback and an outage',
    services: 2,
    actors: [deploy('A', 0, 1), rollback(0, 1)],
    budget: { ...NO_RELEASE_FAULTS, crashes: 1, lostResponses: 1, outages: 1 },
  },
  {
    name: 'a release of three services, a rollback and an outage',
    services: 3,
    actors: [deploy('A', 0, 1, 2), rollback(0, 1, 2)],
    budget: { ...NO_RELEASE_FAULTS, crashes: 1, outages: 1 },
  },
];

type BrokenRelease = ReleaseBound & { readonly without: keyof ReleaseFences; readonly caughtBy: string };

const broken = (
  without: keyof ReleaseFences,
  caughtBy: string,
  actors: ReleaseSetup['actors'],
  budget: ReleaseSetup['budget'] = one,
): BrokenRelease => ({ name: `without ${without}`, without, caughtBy, services: 2, actors, budget });

const TAKEN = 'a member of a release is not taken over by another run';
const ENDED = 'only its owner, its post and a rollback end a release in progress';
const BACK = 'no member goes back after the commit point';
const TOGETHER = 'any run that meets the release, on its lead or a member, brings all members together';

/** The protocol without one of its checks, in a setting where that is found, and the property that finds it. */
export const BROKEN_RELEASES: readonly BrokenRelease[] = [
  broken('etag', TAKEN, [deploy('A', 0, 1), rollback(0, 1)]),
  broken('owner', ENDED, [deploy('A', 0, 1), rollback(0, 1)]),
  broken('healthOfAll', 'no member serves before all candidates passed their health checks', [deploy('A', 0, 1)]),
  broken('holdsOfAll', 'traffic and commit are planned without a new hold on any member', [
    deploy('A', 0, 1),
    person(1),
  ]),
  broken('everyMember', 'the commit is planned only when every member serves the release', [
    deploy('A', 0, 1),
    console_(1),
  ]),
  broken('readDecision', BACK, [deploy('A', 0, 1), post('A', 0, 1)]),
  broken('abortFirst', BACK, [deploy('A', 0, 1), rollback(0, 1)]),
  broken('finishFound', TAKEN, [deploy('A', 0, 1), deploy('B', 1)]),
  broken('finishFirst', 'a lead is claimed only once the release before is finished', [
    deploy('A', 0, 1),
    deploy('B', 0, 1),
  ]),
  broken('lease', ENDED, [deploy('A', 0, 1), deploy('B', 0, 1)]),
  broken('takeOver', 'one re-run ends stable, with all members on its commit', [deploy('A', 0, 1)]),
  broken('takeOver', TOGETHER, [deploy('A', 0, 1)]),
  broken('everyMember', 'a release is committed only when every member serves it', [deploy('A', 0, 1), console_(1)]),
  broken('readDecision', '`post` alone ends what a killed release left', [deploy('A', 0, 1), post('A', 0, 1)]),
  broken('etag', 'the outcome of a release is the truth', [deploy('A', 0, 1)], { ...one, lostResponses: 2 }),
  broken('readLead', BACK, [deploy('A', 0, 1), rollback(0, 1)], { ...NO_RELEASE_FAULTS, outages: 1 }),
];
