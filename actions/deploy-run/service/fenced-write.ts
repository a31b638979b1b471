/**
 * Writes to a service that others may write to at the same time: read, plan, write with the etag that was read. A conflict
 * is read and planned anew; a write whose answer was lost is read back before it is repeated.
 */

import type { LongRunningOperation, Service } from '../../../src/google/run/resources.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { backoff } from '../../../src/runtime/retry.ts';
import { changedFields, type RegionalService } from './regional-service.ts';

const MOST_CONFLICTS = 6;
const MOST_FAULTS = 5;
const TRANSIENT = new Set([0, 408, 429, 500, 502, 503, 504]);

export interface WriteResult {
  /** The service as it was sent, or as it was found if there was nothing to write. */
  readonly service: Service;
  readonly operation: LongRunningOperation | undefined;
}

export interface FencedWrite {
  /** Plans the next state from the current one; undefined if there is nothing (more) to do. Throws to stop. */
  readonly plan: (current: Service) => Service | undefined | Promise<Service | undefined>;
  /** True if this write is what made the service what it is. */
  readonly landed: (current: Service) => boolean;
}

/** Carries the write out on a service that exists. */
export async function writeService(regional: RegionalService, write: FencedWrite): Promise<WriteResult> {
  let conflicts = 0;
  let faults = 0;
  for (;;) {
    const current = await regional.api.get(regional.name);
    if (!current)
      throw new OutcomeError(
        `The service ${regional.service} in ${regional.region} is gone: it was deleted meanwhile.`,
      );
    if (conflicts + faults > 0 && write.landed(current)) return { service: current, operation: undefined };
    const next = await write.plan(current);
    if (!next) return { service: current, operation: undefined };
    const mask = changedFields(current, next);
    if (mask.length === 0) return { service: current, operation: undefined };
    try {
      return { service: next, operation: await regional.api.update(regional.name, next, mask) };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (isConflict(error)) {
        if (++conflicts >= MOST_CONFLICTS)
          throw new OutcomeError(
            `The service ${regional.service} in ${regional.region} was modified concurrently; gave up after ${conflicts} attempts. Run this step again.`,
            { cause: error },
          );
      } else if (!TRANSIENT.has(error.status) || ++faults >= MOST_FAULTS) throw error;
      regional.context.log.info(`Writing again: ${error.message}`);
      await regional.context.clock.sleep(backoff(Math.min(3, conflicts + faults - 1)), regional.context.signal);
    }
  }
}

/** Creates a service that did not exist. `landed` as above. */
export async function createService(
  regional: RegionalService,
  service: Service,
  landed: FencedWrite['landed'],
): Promise<WriteResult> {
  for (let faults = 0; ; ) {
    try {
      return { service, operation: await regional.api.create(regional.name, service) };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (error.status !== 409 && (!TRANSIENT.has(error.status) || ++faults >= MOST_FAULTS)) throw error;
      const current = await regional.api.get(regional.name);
      if (current && landed(current)) return { service: current, operation: undefined };
      if (current)
        throw new OutcomeError(
          `The service ${regional.service} in ${regional.region} was created by another run meanwhile. Run this step again.`,
          { cause: error },
        );
      await regional.context.clock.sleep(backoff(faults), regional.context.signal);
    }
  }
}

/** A stale etag; https://google.aip.dev/154. */
const isConflict = (error: CloudError) => error.status === 409 || error.status === 412;
