/**
 * Fenced writes to a service: read, plan, write with the etag that was read. After a conflict the service
 * is read and planned again; a write whose response was lost is read back before it is repeated. A read that the caller has made
 * replaces the first read: the etag fences it, and a service that has changed since is read again.
 */

import type { LongRunningOperation, Service } from '../../../src/google/run/resources.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { backoff, isTransient, retry } from '../../../src/runtime/retry.ts';
import { changedFields, type RegionalService } from './regional-service.ts';

const MOST_CONFLICTS = 6;
const MOST_FAULTS = 5;

export interface WriteResult {
  /** The service that was sent, or that was found if there was nothing to write. */
  readonly service: Service;
  readonly operation: LongRunningOperation | undefined;
}

export interface FencedWrite {
  /** Plans the next state from the current one; undefined if nothing is left to do. Throws to stop. */
  readonly plan: (current: Service) => Service | undefined | Promise<Service | undefined>;
  /** True if the service is the result of this write. */
  readonly landed: (current: Service) => boolean;
  /** The last read of the service, with its etag; undefined to read it first. */
  readonly known?: Service | undefined;
}

/** Executes the write on an existing service. */
export async function writeService(regional: RegionalService, write: FencedWrite): Promise<WriteResult> {
  const { context, api, name, service, region } = regional;
  let sent = false;
  let conflicts = 0;
  let faults = 0;
  // The etag changes once more when Cloud Run has executed an earlier write.
  let known = write.known?.reconciling ? undefined : write.known;
  const work = async (): Promise<WriteResult> => {
    const from = known;
    known = undefined;
    try {
      if (from) return await send(from);
    } catch (error) {
      if (!sent || !isConflict(error)) throw error;
      // The conflict only shows that the service has changed since, so there is no wait.
      conflicts++;
    }
    const again = sent;
    sent = false;
    const current = await api.get(name);
    if (!current) throw new OutcomeError(`The service ${service} in ${region} was deleted during this run.`);
    if (again && write.landed(current)) return { service: current, operation: undefined };
    return await send(current);
  };
  const send = async (current: Service): Promise<WriteResult> => {
    const next = await write.plan(current);
    const mask = next ? changedFields(current, next) : [];
    if (!next || mask.length === 0) return { service: current, operation: undefined };
    sent = true;
    return { service: next, operation: await api.update(name, next, mask) };
  };
  try {
    return await retry(work, {
      ...waitingOf(regional),
      // Reads are repeated by their client; a plan throws to stop.
      mayPass: (error) =>
        sent && (isConflict(error) ? ++conflicts < MOST_CONFLICTS : isTransient(error) && ++faults < MOST_FAULTS),
      onRetry: ({ message }) => context.log.info(`Writing again: ${message}`),
    });
  } catch (error) {
    if (!sent || !isConflict(error)) throw error;
    throw new OutcomeError(
      `The service ${service} in ${region} was modified concurrently; gave up after ${conflicts} attempts. Run this step again.`,
      { cause: error },
    );
  }
}

/** Creates a service that did not exist. `landed` as above. */
export async function createService(
  regional: RegionalService,
  wanted: Service,
  landed: FencedWrite['landed'],
): Promise<WriteResult> {
  const { api, name, service, region } = regional;
  const work = async (): Promise<WriteResult> => {
    try {
      return { service: wanted, operation: await api.create(name, wanted) };
    } catch (error) {
      if (!isConflict(error) && !isTransient(error)) throw error;
      const current = await api.get(name);
      if (current && landed(current)) return { service: current, operation: undefined };
      if (!current) throw error;
      throw new OutcomeError(
        `The service ${service} in ${region} was created by another run meanwhile. Run this step again.`,
        { cause: error },
      );
    }
  };
  return await retry(work, {
    ...waitingOf(regional),
    attempts: MOST_FAULTS,
    mayPass: (error) => isConflict(error) || isTransient(error),
  });
}

const waitingOf = ({ context: { clock, signal }, service }: RegionalService) => ({
  clock,
  signal,
  resource: `service ${service}`,
  pauseAfter: (attempt: number) => backoff(Math.min(3, attempt), clock),
});

/** A stale etag; https://google.aip.dev/154. */
const isConflict = (error: unknown): error is CloudError =>
  error instanceof CloudError && (error.status === 409 || error.status === 412);
