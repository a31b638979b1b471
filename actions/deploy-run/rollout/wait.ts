/**
 * Waits until a write takes effect. The verdict comes from the revision and from `trafficStatuses`: an
 * operation's error is only a hint, because it can repeat the failure of an older revision, and an operation may never end.
 */

import type { Condition, LongRunningOperation, Revision, Service } from '../../../src/google/run/resources.ts';
import { readiness, shortName } from '../../../src/google/run/revisions.ts';
import { formatDuration } from '../../../src/inputs/duration.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { describeTimeout } from '../../../src/runtime/time-limit.ts';
import type { TrafficShare } from '../plan/records.ts';
import { sameShares, serving, tagsInEffect } from '../plan/traffic.ts';
import { describeStartupProbes } from '../probe/startup-probes.ts';
import { isOurs, ourRollout } from '../service/ownership.ts';
import { pollService } from '../service/poll.ts';
import { getRevision, type RegionalService } from '../service/regional-service.ts';
import { withAdvice } from './failure-advice.ts';
import { checkAsWritten, type RollbackUndo } from './undo.ts';

/** Milliseconds between two progress lines about a starting revision. */
const PROGRESS_INTERVAL = 30_000;

/** A revision did not become ready. */
export class NotReadyError extends OutcomeError {
  readonly revision: Revision | undefined;
  constructor(message: string, revision: Revision | undefined) {
    super(message);
    this.revision = revision;
  }
}

/** Waits until a revision is Ready and returns it. Throws `NotReadyError` with the messages of its conditions. */
export async function waitForRevision(
  regional: RegionalService,
  revision: string,
  operation: LongRunningOperation | undefined,
): Promise<Revision> {
  let last: Revision | undefined;
  let operationError: string | undefined;
  let pending = operation?.name;
  let done = false;
  let missed = 0;
  const { clock, log } = regional.context;
  const start = clock.now();
  let progressAt = start + PROGRESS_INTERVAL;
  const look = async (): Promise<Revision | undefined> => {
    last = await getRevision(regional, revision);
    const { state, condition } = last ? readiness(last) : { state: 'pending' as const, condition: undefined };
    if (last && state === 'ready') return last;
    if (state === 'failed') throw new NotReadyError(describeConditions(revision, last, condition), last);
    if (pending) {
      const found = await readEvidence(regional, pending);
      if (!found || found.done) pending = undefined;
      operationError = found?.error?.message ?? operationError;
      done ||= found?.done === true;
    }
    // The operation ended without creating the revision.
    if (!last && !pending && operationError !== undefined)
      throw new NotReadyError(`Revision ${revision} was not created: ${operationError}`, undefined);
    // The revision may have been created between the two reads, so it is read again.
    if (!last && !pending && (done || (await isSettled(regional))) && ++missed > 1)
      throw await notMade(regional, revision);
    if (clock.now() >= progressAt) {
      progressAt = clock.now() + PROGRESS_INTERVAL;
      log.info(
        sentences(
          `${revision} is not ready after ${formatDuration(clock.now() - start)}: ${condition?.message || 'it is starting'}`,
          describeStartupProbes(last),
        ),
      );
    }
    return undefined;
  };
  const ready = await pollService(regional, look);
  if (ready) return ready;
  const evidence = operationError === undefined ? '' : ` Its operation ended with: ${operationError}`;
  throw new NotReadyError(
    `The revision ${revision} was not ready within ${describeTimeout(regional.context)}.${evidence}`,
    last,
  );
}

/** True if all writes to the service have been executed. */
async function isSettled(regional: RegionalService): Promise<boolean> {
  const service = await regional.api.get(regional.name);
  return service !== undefined && !service.reconciling && service.observedGeneration === service.generation;
}

async function notMade(regional: RegionalService, revision: string): Promise<NotReadyError> {
  const created = (await regional.api.get(regional.name))?.latestCreatedRevision;
  return new NotReadyError(
    `Revision ${revision} was not created, although Cloud Run completed the change. The latest created revision is ${created ? shortName(created) : 'none'} (latestCreatedRevision). Another tool may have written the service at the same time; run this step again.`,
    undefined,
  );
}

/** The operation, or undefined if it cannot be read: it is only a hint. */
async function readEvidence(regional: RegionalService, operation: string): Promise<LongRunningOperation | undefined> {
  try {
    return await regional.clients.operations.get(operation);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    regional.context.log.debug(`The operation could not be read: ${error.message}`);
    return undefined;
  }
}

function describeConditions(name: string, revision: Revision | undefined, ready: Condition | undefined): string {
  const others = (revision?.conditions ?? []).filter(
    ({ type, state, severity }) => type !== 'Ready' && state === 'CONDITION_FAILED' && severity !== 'INFO',
  );
  const texts = new Set([ready, ...others].flatMap((condition) => whatItSays(condition?.message)));
  const probes = PROBE_FAILED.test([...texts].join(' ')) ? describeStartupProbes(revision) : '';
  const reason =
    sentences(withAdvice([...texts].join(' ')), probes, probes && PROBE_ADVICE) ||
    (ready?.revisionReason ?? ready?.reason ?? 'no reason was given.');
  return `The revision ${name} did not become ready: ${reason}`;
}

const PROBE_FAILED = /failed the configured startup probe checks/;
const PROBE_ADVICE =
  'Set probe-path, or startupProbe in the manifest, to a path that the application serves, and allow enough time for its start.';

/** Joins texts that are not empty; all but the last end as sentences. */
const sentences = (...texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .map((text, i, { length }) => (i < length - 1 ? text.replace(/([^.?!])$/, '$1.') : text))
    .join(' ');

/** Without the advice to check the logs, which are shown here. */
function whatItSays(message = ''): string[] {
  const text = message
    .replace(/\s*Logs for this revision might contain more information\.?/g, '')
    .replace(/\s*(?:Logs URL:|For more troubleshooting guidance, see) \S+/g, '')
    .trim();
  return text === '' ? [] : [text];
}

/**
 * Waits until the shares, and the tag if any, are in effect. Stops if another run took the rollout over. `early` is a read of
 * the service that was started after the write, and is used if it shows them in effect. `undo` is set after the last write of a rollback,
 * which removed its record.
 */
export async function waitForTraffic(
  regional: RegionalService,
  wish: {
    id: string;
    shares: readonly TrafficShare[];
    tag?: string | undefined;
    candidate: string;
    undo?: RollbackUndo | undefined;
  },
  early?: Promise<Service | undefined>,
): Promise<Service> {
  const isInEffect = (service: Service): boolean =>
    sameShares(serving(service), wish.shares) &&
    (wish.tag === undefined ||
      tagsInEffect(service).some(({ tag, revision }) => tag === wish.tag && revision === wish.candidate));
  const first = await early?.catch(() => undefined);
  if (first && isInEffect(first)) {
    ourRollout(first, wish.id);
    return first;
  }
  const settled = await pollService(regional, async () => {
    const service = await regional.api.get(regional.name);
    if (!service) throw new OutcomeError(`The service ${regional.service} was deleted during this run.`);
    // Still with the record: a read from before the last write of a rollback.
    if (wish.undo && isOurs(service, wish.id)) return undefined;
    if (wish.undo) checkAsWritten(service, wish.undo);
    else ourRollout(service, wish.id);
    if (isInEffect(service)) return service;
    const failure = routingFailure(service);
    if (failure !== undefined) throw new OutcomeError(`The traffic could not be moved: ${failure}`);
    return undefined;
  });
  if (settled) return settled;
  throw new OutcomeError(`The traffic was not moved within ${describeTimeout(regional.context)}.`);
}

/** Why the last traffic write failed, once the service has settled. */
function routingFailure(service: Service): string | undefined {
  if (service.reconciling) return undefined;
  const routes = service.conditions?.find(({ type }) => type === 'RoutesReady' || type === 'InstanceSplitsReady');
  return routes?.state === 'CONDITION_FAILED' ? (routes.message ?? 'no reason was given') : undefined;
}
