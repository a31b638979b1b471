/**
 * The protocol, as the programs of its actors. A deploy, phase by phase:
 *
 *   preflight → create → ready → routed 0 → check → shift 50 → routed 50 → check → shift 100 → routed 100 → check → finish
 *
 * and from any phase that fails: restore. A rollback is the same with a revision that exists, and its first write sets the
 * hold; what its target needs is checked after that, in `ready`. Its `shift 100` is also its `finish`, so it ends with the last check; if
 * that fails, restore undoes the write as long as the service is as the write left it. `post` is the last phase alone, for an actor that
 * was killed. Each write is planned from a service that was read, names the etag that was read, and after a lost response checks first
 * whether it landed.
 */

import {
  type Actor,
  type Known,
  type RevisionName,
  type RolloutRecord,
  type Service,
  type ServiceChange,
  type System,
  sameShares,
} from './system.ts';
import { baselineOf, explains, split } from './traffic.ts';

/** The checks that the protocol rests on. The model is broken on purpose by taking one away. */
export interface Fences {
  /** A write names the etag that was read. */
  readonly etag: boolean;
  /** Every write after the first checks whose record stands. */
  readonly owner: boolean;
  /** Every write of traffic checks for a new hold. */
  readonly hold: boolean;
  /** Traffic that was moved manually is not changed. */
  readonly explains: boolean;
  /** A lost response is read back before anything is repeated. */
  readonly readBack: boolean;
  /** Traffic moves only after the health checks. */
  readonly healthChecks: boolean;
  /** A rollout that finds another one's record returns to that record's baseline, not to the traffic in its middle. */
  readonly inheritBaseline: boolean;
  /** A rollback that finds another one's record and hold returns to the hold before that one, too. */
  readonly inheritHold: boolean;
  /** A baseline is read only where Cloud Run has routed the last write. */
  readonly settled: boolean;
  /** The first write re-reads what preflight decided by. */
  readonly recheck: boolean;
  /** A run takes over the record that it finds. */
  readonly takeOver: boolean;
  /** The target of a rollback gets traffic only if it can start again. */
  readonly target: boolean;
  /** A rollback undoes its last write only while its hold stands, and no record. */
  readonly ownHold: boolean;
  /** A rollback undoes its last write only while its target has all traffic. */
  readonly ownTraffic: boolean;
  /** What undoes the last write of a rollback is saved before the write. */
  readonly savedUndo: boolean;
}

export const ALL_FENCES: Fences = {
  etag: true,
  owner: true,
  hold: true,
  explains: true,
  readBack: true,
  healthChecks: true,
  inheritBaseline: true,
  inheritHold: true,
  settled: true,
  recheck: true,
  takeOver: true,
  target: true,
  ownHold: true,
  ownTraffic: true,
  savedUndo: true,
};

/** What a phase does next. */
export type Move =
  /** Reads and decides; no write. Undefined: reads again later. */
  | { readonly do: 'read'; readonly decide: (service: Service) => Partial<Actor> | undefined }
  | {
      readonly do: 'write';
      /** From what was read; a change of the actor instead where there is nothing to write (any more). */
      readonly plan: (service: Service) => PlannedWrite | Partial<Actor>;
      readonly landed: (service: Service) => boolean;
      /** The phase after the write. */
      readonly after: Partial<Actor>;
      /** What is saved once the write is planned from the service that was read, before it is sent. */
      readonly saves?: (service: Service) => Partial<Actor>;
    }
  /** Continues once `next` returns a change. */
  | { readonly do: 'wait'; readonly next: (system: System) => Partial<Actor> | undefined }
  /** A check that depends only on the revision. */
  | { readonly do: 'check'; readonly revision: RevisionName; readonly passed: Partial<Actor> };

export interface PlannedWrite {
  readonly next: ServiceChange;
  readonly makes?: RevisionName;
}

export const isWrite = (plan: PlannedWrite | Partial<Actor>): plan is PlannedWrite => 'next' in plan;

const end = (outcome: Actor['outcome']): Partial<Actor> => ({ at: 'done', outcome, seen: undefined, unsure: false });
const go = (at: string): Partial<Actor> => ({ at, seen: undefined, unsure: false });
/** Whatever stops a rollout, it then checks whether to restore. */
const stop = (outcome: Actor['outcome']): Partial<Actor> => ({ ...go('restore'), outcome });

/** Percent of the steps of a rollout. */
const STEPS = [50, 100];

/** The move of an actor in its phase; undefined where it has ended. */
export function moveOf(actor: Actor, fences: Fences): Move | undefined {
  if (actor.kind === 'person') return personMove(actor);
  const { at } = actor;
  if (at === 'preflight') return preflight(actor, fences);
  if (at === 'create') return create(actor, fences);
  if (at === 'ready') return ready(actor, fences);
  if (at === 'check first') return { do: 'check', revision: candidateOf(actor), passed: { at: `shift ${STEPS[0]}` } };
  if (at === 'finish') return finish(actor, fences, end('succeeded'));
  if (at === 'restore')
    return restore(actor, actor.kind === 'post' ? actor.name.slice('post of '.length) : actor.name, fences);
  const [phase, number] = at.split(' ');
  const percent = Number(number);
  if (phase === 'shift' && endsWith(actor, percent))
    return {
      ...finish(actor, fences, go(`routed ${percent}`)),
      ...(fences.savedUndo && { saves: ({ rollout }) => ({ undo: rollout }) }),
    };
  if (phase === 'shift') return shift(actor, percent, fences);
  if (phase === 'routed') return routed(actor, percent);
  if (phase === 'check') {
    const next = STEPS[STEPS.indexOf(percent) + 1];
    const passed = endsWith(actor, percent)
      ? end('succeeded')
      : { at: next === undefined ? 'finish' : `shift ${next}` };
    return { do: 'check', revision: candidateOf(actor), passed };
  }
  return undefined;
}

/** The last traffic write of a rollback is also its last write. */
const endsWith = ({ kind }: Actor, percent: number): boolean => kind === 'rollback' && percent === STEPS.at(-1);

const candidateOf = (actor: Actor): RevisionName => (actor.known as Known).candidate;

/** Decides whether to begin at all, for which candidate, and what to return to. */
function preflight(actor: Actor, fences: Fences): Move {
  return {
    do: 'read',
    decide: (service) => {
      // The traffic is changing, so it is no baseline.
      if (fences.settled && service.reconciling) return undefined;
      if (actor.kind === 'deploy' && service.hold !== undefined) return end('refused');
      if (service.rollout !== undefined && !fences.takeOver) return end('refused');
      const candidate = actor.kind === 'deploy' ? actor.name : rollbackTarget(service);
      if (candidate === undefined) return end('refused');
      const baseline = fences.inheritBaseline ? baselineOf(service) : service.serving;
      const found = Object.keys(service.serving).filter((revision) => !(revision in baseline));
      return { ...go('create'), known: { candidate, baseline, found, hold: service.hold } };
    },
  };
}

/** The previous state: before the rollout in flight if there is one, else the release before the live one. */
function rollbackTarget({ rollout, releases, serving }: Service): RevisionName | undefined {
  if (rollout?.kind === 'deploy') return Object.keys(rollout.baseline)[0];
  const main = Object.entries(serving).sort((a, b) => b[1] - a[1])[0]?.[0];
  const position = releases.lastIndexOf(main ?? '');
  return (position < 0 ? releases : releases.slice(0, position)).findLast((revision) => revision !== main);
}

/** The hold to which a rollback returns: the one before an interrupted rollback whose own hold stands, else the standing one. */
const holdBeforeRollback = ({ rollout, hold }: Service): string | undefined =>
  rollout?.kind === 'rollback' && hold === rollout.owner ? rollout.holdBefore : hold;

/** The first write: the candidate at 0 %, the record that makes the service ours, and a rollback's hold. */
function create(actor: Actor, fences: Fences): Move {
  const known = actor.known as Known;
  const { candidate, baseline, found } = known;
  return {
    do: 'write',
    landed: (service) => service.rollout?.owner === actor.name,
    plan: (service) => {
      if (fences.hold && isNewHold(actor, service)) return end('overtaken');
      const now = fences.inheritBaseline ? baselineOf(service) : service.serving;
      if (fences.settled && service.reconciling) return go('preflight');
      if (fences.recheck && !sameShares(now, baseline)) return go('preflight');
      const record: RolloutRecord = {
        owner: actor.name,
        kind: actor.kind as RolloutRecord['kind'],
        candidate,
        baseline,
        found,
        write: 1,
        holdBefore: actor.kind === 'rollback' && fences.inheritHold ? holdBeforeRollback(service) : service.hold,
      };
      const next: ServiceChange = {
        traffic: split(baseline, candidate, 0),
        rollout: record,
        releases: service.releases,
        hold: actor.kind === 'rollback' ? actor.name : service.hold,
      };
      return actor.kind === 'deploy' ? { next, makes: candidate } : { next };
    },
    after: { ...go('ready'), write: 1 },
  };
}

function ready(actor: Actor, fences: Fences): Move {
  return {
    do: 'wait',
    next: ({ revisions }) => {
      const health = revisions[candidateOf(actor)];
      if (health === 'failed' || (fences.target && health === 'cannot start')) return stop('failed');
      return health === undefined || health === 'starting' ? undefined : go('routed 0');
    },
  };
}

/** Waits until the requested shares are in effect. */
function routed(actor: Actor, percent: number): Move {
  const { baseline, candidate } = actor.known as Known;
  const wanted = split(baseline, candidate, percent);
  return {
    do: 'wait',
    next: ({ service }) => {
      const isOurs = endsWith(actor, percent)
        ? service.rollout === undefined &&
          (service.hold === undefined || service.hold === actor.name) &&
          sameShares(service.traffic, wanted)
        : service.rollout?.owner === actor.name;
      if (!isOurs) return stop('overtaken');
      if (!sameShares(service.serving, wanted)) return undefined;
      return go(percent === 0 ? 'check first' : `check ${percent}`);
    },
  };
}

function shift(actor: Actor, percent: number, fences: Fences): Move {
  const { baseline, candidate } = actor.known as Known;
  return {
    do: 'write',
    landed: (service) => service.rollout?.owner === actor.name && service.rollout.write === actor.write + 1,
    plan: (service) => {
      const record = stillOurs(actor, service, fences);
      if (record === undefined) return stop('overtaken');
      return {
        next: {
          ...settings(service),
          traffic: split(baseline, candidate, percent),
          rollout: { ...record, write: actor.write + 1 },
        },
      };
    },
    after: { ...go(`routed ${percent}`), write: actor.write + 1 },
  };
}

/** Records the release and removes the rollout record. */
function finish(actor: Actor, fences: Fences, after: Partial<Actor>): Move & { do: 'write' } {
  const { candidate } = actor.known as Known;
  return {
    do: 'write',
    // A rollback adds no release: its hold shows that it finished.
    landed: (service) =>
      actor.kind === 'deploy'
        ? service.rollout?.owner !== actor.name && service.releases.includes(candidate)
        : isFinishedRollback(service, actor.name, candidate),
    plan: (service) => {
      if (stillOurs(actor, service, fences) === undefined) return stop('overtaken');
      return {
        next: {
          traffic: { [candidate]: 100 },
          rollout: undefined,
          releases:
            actor.kind === 'deploy' && !service.releases.includes(candidate)
              ? [...service.releases, candidate]
              : service.releases,
          hold: service.hold,
        },
      };
    },
    after,
  };
}

/** True if the service is as the last write of the rollback left it. */
export const isFinishedRollback = ({ rollout, hold, traffic }: Service, owner: string, candidate: RevisionName) =>
  rollout === undefined && hold === owner && sameShares(traffic, { [candidate]: 100 });

/** Returns to the baseline if the record belongs to that owner and the traffic was not moved since. */
function restore(actor: Actor, owner: string, fences: Fences): Move {
  const outcome = actor.outcome ?? 'failed';
  return {
    do: 'write',
    landed: (service) =>
      service.rollout?.owner !== owner &&
      (!actor.undo ||
        (!mayUndo(actor, owner, service, ALL_FENCES) && sameShares(service.traffic, actor.undo.baseline))),
    plan: (service) => {
      const record = service.rollout;
      if (actor.undo && mayUndo(actor, owner, service, fences)) {
        const { baseline, holdBefore: hold } = actor.undo;
        return { next: { traffic: baseline, rollout: undefined, releases: service.releases, hold } };
      }
      const overtaken = record ? record.owner !== owner : actor.undo && service.hold !== owner;
      if (record === undefined || (fences.owner && record.owner !== owner))
        return end(actor.kind === 'post' && overtaken ? 'overtaken' : outcome);
      if (fences.explains && !explains(record, service)) return end(outcome);
      if (Object.keys(record.baseline).length === 0) return end(outcome);
      return {
        next: {
          traffic: record.baseline,
          rollout: undefined,
          releases: service.releases,
          hold: record.kind === 'rollback' ? record.holdBefore : service.hold,
        },
      };
    },
    after: end(outcome),
  };
}

/** True if a rollback can undo its last write: the service is as that write left it. */
function mayUndo(actor: Actor, owner: string, service: Service, fences: Fences): boolean {
  if (!actor.undo || service.rollout?.owner === owner) return false;
  const candidate = candidateOf(actor);
  return isFinishedRollback(
    {
      ...service,
      ...(!fences.ownHold && { rollout: undefined, hold: owner }),
      ...(!fences.ownTraffic && { traffic: { [candidate]: 100 } }),
    },
    owner,
    candidate,
  );
}

/** The record, if this rollout still owns the service: no takeover, no new hold, no manual change of traffic. */
function stillOurs(actor: Actor, service: Service, fences: Fences): RolloutRecord | undefined {
  const record = service.rollout;
  if (record === undefined) return undefined;
  if (fences.owner && record.owner !== actor.name) return undefined;
  if (fences.hold && isNewHold(actor, service)) return undefined;
  if (fences.explains && !explains(record, service)) return undefined;
  return record;
}

/** A hold that stands now, did not when preflight decided, and is not the rollback's own. */
const isNewHold = (actor: Actor, { hold }: Service): boolean =>
  hold !== undefined && hold !== actor.known?.hold && hold !== actor.name;

const settings = ({ releases, hold }: Service) => ({ releases, hold });

/** A person in the console: reads the service, moves all traffic to the first release, keeps everything else. */
function personMove(actor: Actor): Move | undefined {
  if (actor.at !== 'preflight') return undefined;
  return {
    do: 'write',
    landed: () => false,
    plan: (service) => ({
      next: { traffic: { [service.releases[0] as RevisionName]: 100 }, rollout: service.rollout, ...settings(service) },
    }),
    after: end('succeeded'),
  };
}
