/**
 * The hold that a rollback sets on a service, which blocks automatic deploys of it, and with them its migrations and its
 * frontend, until it is released.
 */

import { checkFreeze, freezeOn } from '../freeze/freeze.ts';
import type { FreezeWindow } from '../freeze/windows.ts';
import { shortCommit } from '../github/commit.ts';
import { absent } from '../google/errors/not-found.ts';
import type { HttpClient } from '../google/http/client.ts';
import type { Clock } from '../runtime/clock.ts';
import { CloudError, OutcomeError } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import { ANNOTATION_PREFIX, type Annotated, readAnnotation } from './annotations.ts';
import { type UndecidedCanary, undecidedCanary } from './canaries.ts';
import type { WithTraffic } from './live-release.ts';

/** Annotation of the service. Its value is a `Hold` as JSON; version 1.0 wrote it in the same form. */
export const HOLD_ANNOTATION = `${ANNOTATION_PREFIX}hold`;

/** A hold, which blocks automatic deploys. */
export interface ServiceHold {
  readonly reason: string;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  readonly runUrl: string;
  /** The revision that was rolled back to. */
  readonly revision: string;
  readonly commit: string;
}

export const holdOf = (resource: Annotated | undefined): ServiceHold | undefined =>
  readAnnotation<ServiceHold>(resource, HOLD_ANNOTATION, (value) => typeof value.at === 'string');

export const describeServiceHold = (hold: ServiceHold): string =>
  `${hold.by} put the service on hold at ${hold.at}: ${hold.reason} (${hold.runUrl}).`;

export interface HeldService {
  /** Full name of the service or worker pool. */
  readonly name: string;
  readonly hold: ServiceHold;
}

/** A service or worker pool by its full name; undefined if it does not exist. */
export interface ReadService {
  readonly name: string;
  readonly resource: WithTraffic | undefined;
}

/**
 * The services `names` (full names, see `readServiceNames`), or worker pools of that name. Throws `CloudError` for one that cannot be
 * read. `endpoint` is the base URL of Cloud Run.
 */
export const readNamedServices = (
  http: HttpClient,
  endpoint: string,
  names: readonly string[],
): Promise<ReadService[]> =>
  Promise.all(names.map(async (name) => ({ name, resource: await read(http, endpoint, name) })));

/** The holds on the services. */
export const holdsOf = (services: readonly ReadService[]): HeldService[] =>
  services.flatMap(({ name, resource }) => {
    const hold = holdOf(resource);
    return hold ? [{ name, hold }] : [];
  });

/** How an action reacts to a hold. */
export interface HoldCheck {
  readonly http: HttpClient;
  /** Base URL of Cloud Run. */
  readonly endpoint: string;
  /** Full names of the services; without any, nothing is read. */
  readonly names: readonly string[];
  /** The input `freeze`. */
  readonly freeze: readonly FreezeWindow[];
  /** Google's, which judges freezes once the services are read. */
  readonly clock: Pick<Clock, 'now'>;
  /** The input `force`: holds and freezes are named and overridden. */
  readonly force: boolean;
  /** What did not happen, as a sentence: "No migration ran." */
  readonly consequence: string;
  readonly log: Log;
  /** Called with the services before any of them is refused. */
  readonly onRead: (services: readonly ReadService[]) => void;
  /** Whether the action may continue while this canary is undecided. Default: no. */
  readonly waitsFor?: (canary: UndecidedCanary) => boolean;
}

/**
 * Throws `OutcomeError` if a service is on hold or in a freeze, unless forced, and while a canary on it is undecided: its old and its
 * new revisions run on what is there (`waitsFor` makes exceptions). Gives the services as they were read.
 */
export async function checkHolds(check: HoldCheck): Promise<readonly ReadService[]> {
  const { freeze, clock, names, consequence } = check;
  const services = await readNamedServices(check.http, check.endpoint, names);
  check.onRead(services);
  for (const { name, resource } of services) {
    const canary = undecidedCanary(name, resource);
    if (canary !== undefined && !check.waitsFor?.(canary))
      throw new OutcomeError(
        `The canary of ${shortCommit(canary.commit)} on ${servicePlace(name)} is undecided. ${consequence} Run this again once it is decided. To wait for it without a failure, put a step of deploy-run with advance: true and on-canary: wait before this one, and skip this one if its output waiting is true.`,
      );
  }
  const frozen = [undefined, ...services.map(({ resource }) => resource)]
    .map((resource) => freezeOn(resource, freeze, clock))
    .find((text) => text !== undefined);
  checkFreeze(frozen, check);
  const held = holdsOf(services);
  if (held.length > 0 && !check.force) throw new OutcomeError(holdMessage(held, check.consequence));
  for (const { name, hold } of held)
    check.log.notice(
      `Forced: the hold on ${servicePlace(name)} was overridden and is still set. ${describeServiceHold(hold)}`,
    );
  return services;
}

/** Pure: says which services are on hold, by whom and why, and how to continue. */
export function holdMessage(held: readonly HeldService[], consequence: string): string {
  const services = held.map(({ name, hold }) => `The ${servicePlace(name)} is on hold. ${describeServiceHold(hold)}`);
  return `${services.join(' ')} ${consequence} To release the hold, run the rollback workflow or deploy-run with release-hold: true, and then run this again. To continue once despite the hold, set force: true.`;
}

/** `service web in us-central1 of acme-prod`. */
export function servicePlace(name: string): string {
  const [, project, , region, collection, service] = name.split('/');
  return `${collection === 'workerPools' ? 'worker pool' : 'service'} ${service} in ${region} of ${project}`;
}

async function read(http: HttpClient, endpoint: string, name: string): Promise<WithTraffic | undefined> {
  if (name.includes('/workerPools/')) return await get(http, endpoint, name);
  const service = await get(http, endpoint, name);
  if (service) return service;
  // The name may be that of a worker pool, which deploy-run rolls back in the same way. Who has no permission to read worker pools has
  // given no reason to think of one.
  try {
    return await get(http, endpoint, name.replace('/services/', '/workerPools/'));
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return undefined;
    throw error;
  }
}

function get(http: HttpClient, endpoint: string, name: string): Promise<WithTraffic | undefined> {
  const pool = name.includes('/workerPools/');
  return absent(
    http.json<WithTraffic>({
      method: 'GET',
      url: `${endpoint}/v2/${name}`,
      resource: `${pool ? 'worker pool' : 'service'} ${name}`,
      permission: pool ? 'run.workerpools.get' : 'run.services.get',
      role: 'roles/run.viewer',
    }),
  );
}
