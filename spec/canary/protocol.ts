/**
 * The protocol of a canary without a runner, as what an actor may do next. An advance:
 *
 *   look → claim → shift → park        one step further; at the last step `park` is the commit, and `job` comes before it. The canary is
 *                                      judged at `look`, and read again for `claim`
 *   look → unclaim                     where a hold or a freeze began after the claim
 *   look → restore                     where the candidate is worse: at every call, whether a step is over or not
 *
 * It stops at `look` where a step is not over (early), is on hold or frozen (blocked), ended too long ago (overdue), or where
 * another run advances it. A later commit that finds the canary undecided only writes itself down as the next one (`wait`), or
 * restores the baseline before its own migration (`supersede`). The site's release for the canary is staged at its start; a run that
 * finds the canary decided switches to it or drops it (`finish-staged`). A rollback restores and sets a hold. A run that was killed leaves
 * a state from which any later one continues.
 */
import {
  type CanaryActor,
  type CanaryRecord,
  type CanaryService,
  type CanarySystem,
  isDue,
  isOverdue,
  LAST,
} from './system.ts';

/** The checks that the protocol rests on. The model is broken on purpose by taking one away. */
export interface CanaryFences {
  /** A write names the etag that was read. */
  readonly etag: boolean;
  /** Traffic rises only where this run has judged the candidate. */
  readonly judge: boolean;
  /** A step lasts its time. */
  readonly due: boolean;
  /** A canary that was not advanced in time is not continued. */
  readonly overdue: boolean;
  /** Holds are read before each increase. */
  readonly hold: boolean;
  /** The read from which the claim is planned has no hold, either. */
  readonly holdAtClaim: boolean;
  /** Only the state that was judged is claimed. */
  readonly judgedAtClaim: boolean;
  /** A freeze is, too. */
  readonly freeze: boolean;
  /** A run that a hold or a freeze stops after its claim gives the claim back. */
  readonly unclaim: boolean;
  /** One run advances at a time. */
  readonly lease: boolean;
  /** A later commit waits for the decision. */
  readonly wait: boolean;
  /** An older commit does not replace a newer one that waits. */
  readonly newest: boolean;
  /** What supersedes a canary restores its baseline before its own migration. */
  readonly restoreFirst: boolean;
  /** A worse candidate is restored whatever blocks its increase. */
  readonly judgeAlways: boolean;
  /** The later job runs before the commit. */
  readonly jobFirst: boolean;
  /** A job that is recorded as done is not run again. */
  readonly jobOnce: boolean;
  /** What is staged is switched to only after the commit. */
  readonly switchLast: boolean;
  /** The commit comes after the last step. */
  readonly commitLast: boolean;
  /** The later job runs with all traffic. */
  readonly jobLast: boolean;
  /** After a lost response the service is read again. */
  readonly readBack: boolean;
  /** A run continues for one that was lost. */
  readonly takeOver: boolean;
  /** A rollback restores and sets its hold in the same write. */
  readonly holdWithRestore: boolean;
}

export const ALL_CANARY_FENCES: CanaryFences = {
  etag: true,
  judge: true,
  due: true,
  overdue: true,
  hold: true,
  holdAtClaim: true,
  judgedAtClaim: true,
  freeze: true,
  unclaim: true,
  lease: true,
  wait: true,
  newest: true,
  restoreFirst: true,
  judgeAlways: true,
  jobFirst: true,
  jobOnce: true,
  switchLast: true,
  commitLast: true,
  jobLast: true,
  readBack: true,
  takeOver: true,
  holdWithRestore: true,
};

/** One thing that an actor may do now. */
export type CanaryAct =
  | {
      readonly do: 'go';
      readonly what: string;
      readonly change: Partial<CanaryActor>;
      readonly expires?: string;
      readonly migrates?: true;
      readonly runsJob?: true;
      readonly site?: CanarySystem['site'];
    }
  /** Reads the service for the write of a phase. */
  | { readonly do: 'read'; readonly what: string; readonly at: CanaryActor['at'] }
  | {
      readonly do: 'write';
      readonly what: string;
      readonly next: Omit<CanaryService, 'etag'>;
      readonly after: Partial<CanaryActor>;
    };

const go = (what: string, change: Partial<CanaryActor>): CanaryAct => ({
  do: 'go',
  what,
  change: { seen: undefined, ...change },
});
const end = (outcome: CanaryActor['outcome'], what: string): CanaryAct =>
  go(what, { at: 'done', outcome, judged: undefined });
const read = (at: CanaryActor['at']): CanaryAct => ({ do: 'read', what: `reads for ${at}`, at });

export function canaryActs(system: CanarySystem, actor: CanaryActor, fences: CanaryFences): readonly CanaryAct[] {
  if (actor.seen)
    return [actor.at === 'claim' ? claim(actor, actor.seen, fences) : write(system, actor, actor.seen, fences)];
  const { canary } = system.service;
  switch (actor.kind) {
    case 'advance':
      if (actor.at === 'claim') return [read('claim')];
      return canary ? advance(system, actor, canary, fences) : [end('decided', 'finds no canary')];
    case 'rollback':
      return [canary ? read('restore') : end('decided', 'finds no canary')];
    case 'finish-staged':
      return [finishStaged(system, actor, fences)];
    case 'person':
      return [read('hold')];
    case 'wait':
      if (canary && fences.wait) {
        if (fences.newest && canary.next !== undefined && canary.next > actor.name)
          return [end('waiting', `finds the newer ${canary.next} waiting`)];
        return [canary.next === actor.name ? end('waiting', 'waits') : read('next')];
      }
      return releaseOwn(system, actor);
    case 'supersede':
      if (canary && fences.restoreFirst) return [read('restore')];
      return releaseOwn(system, actor);
  }
}

/** What was decided stays decided, so what was read stays true until the site is switched. */
function finishStaged({ service, site }: CanarySystem, { at }: CanaryActor, fences: CanaryFences): CanaryAct {
  if (at === 'switch' || at === 'drop')
    return { ...go(at, { at: 'done' }), site: at === 'switch' ? 'live' : 'dropped' } as CanaryAct;
  if (site !== 'staged' || (service.canary && fences.switchLast)) return go('leaves the site as it is', { at: 'done' });
  const promoted = service.canary !== undefined || service.recorded.includes('A');
  return go(`reads that the canary is ${promoted ? 'promoted' : 'restored'}`, { at: promoted ? 'switch' : 'drop' });
}

/** What else a later commit does: its migration, then its own release (in one write here). */
function releaseOwn(system: CanarySystem, actor: CanaryActor): CanaryAct[] {
  if (system.service.hold || system.frozen) return [end('refused', 'finds a hold or a freeze')];
  if (system.service.recorded.includes(actor.name)) return [end('released', 'is released')];
  if (!system.migrated.includes(actor.name))
    return [{ ...go('runs its migration', { at: 'release' }), migrates: true } as CanaryAct];
  return [read('release')];
}

function advance(system: CanarySystem, actor: CanaryActor, canary: CanaryRecord, fences: CanaryFences): CanaryAct[] {
  const { time, service, frozen, worse } = system;
  const mine = canary.advancing === actor.name;
  const others = canary.advancing !== undefined && !mine;
  if (others && fences.lease && !system.expired.includes(canary.advancing as string)) {
    const owner = system.actors.find(({ name }) => name === canary.advancing);
    const lost = owner === undefined || owner.at === 'crashed' || owner.at === 'done';
    const expire = {
      ...go(`sees the lease of ${canary.advancing} expire`, {}),
      expires: canary.advancing,
    } as CanaryAct;
    const leave = end('refused', `leaves it to ${canary.advancing}`);
    if (lost) return [fences.takeOver ? expire : leave];
    return [leave, ...(system.budget.slowOwners > 0 ? [expire] : [])];
  }
  const blocked = (fences.hold && service.hold) || (fences.freeze && frozen);
  if (worse && fences.judge && (fences.judgeAlways || !blocked)) return [read('restore')];
  if (blocked) return mine && fences.unclaim ? [read('unclaim')] : [end('blocked', 'finds a hold or a freeze')];
  if (fences.due && !isDue(canary, time)) return [end('early', 'finds the step in progress')];
  // A move that started in time is finished.
  if (fences.overdue && !mine && canary.advancing === undefined && isOverdue(canary, time))
    return [end('overdue', 'finds the step overdue')];
  if (!mine) {
    const { step, since, advancing, job } = canary;
    return [go('judges the canary', { at: 'claim', judged: { step, since, advancing, job } })];
  }
  if (service.share <= canary.step) return [read('shift')];
  if ((service.share === LAST || !fences.jobLast) && fences.jobFirst) {
    if (actor.ran) return [read('job')];
    if (canary.job === 'due' || (canary.job === 'done' && !fences.jobOnce))
      return [{ ...go('runs the later job', { ran: true }), runsJob: true } as CanaryAct];
  }
  return [read('park')];
}

/** The claim of the canary that was judged, planned from a later read. */
function claim({ name, judged }: CanaryActor, { etag: _, ...state }: CanaryService, fences: CanaryFences): CanaryAct {
  const { canary, hold } = state;
  const claimed = { at: 'look', seen: undefined, judged: undefined } as const;
  if (!canary) return end('refused', 'finds the canary decided');
  if (canary.advancing === name) return go('finds its claim', claimed);
  if (fences.holdAtClaim && hold) return end('blocked', 'finds a hold that was set since');
  const isJudged = (['step', 'since', 'advancing', 'job'] as const).every((field) => canary[field] === judged?.[field]);
  if (fences.judgedAtClaim && !isJudged) return end('refused', 'finds the canary in another state');
  return {
    do: 'write',
    what: 'writes claim',
    next: { ...state, canary: { ...canary, advancing: name } },
    after: claimed,
  };
}

/** The write of the phase, planned from what was read. The phase is where the read was made. */
function write(system: CanarySystem, actor: CanaryActor, seen: CanaryService, fences: CanaryFences): CanaryAct {
  const { etag: _, ...state } = seen;
  const { canary, recorded } = state;
  const what = `writes ${actor.at}`;
  const again = { at: 'look', seen: undefined } as const;
  switch (actor.at) {
    case 'shift':
      return { do: 'write', what, next: { ...state, share: (canary as CanaryRecord).step + 1 }, after: again };
    case 'unclaim':
      if (canary?.advancing !== actor.name) return end('blocked', 'has no claim any more');
      return {
        do: 'write',
        what,
        next: { ...state, canary: { ...canary, advancing: undefined } },
        after: { at: 'done', outcome: 'blocked', seen: undefined },
      };
    case 'job':
      return {
        do: 'write',
        what,
        next: { ...state, canary: { ...(canary as CanaryRecord), job: 'done' } },
        after: { ...again, ran: false },
      };
    case 'park': {
      const step = state.share;
      const decided = step === LAST || !fences.commitLast;
      return {
        do: 'write',
        what: decided ? 'writes the commit' : what,
        next: {
          ...state,
          canary: decided ? undefined : { ...(canary as CanaryRecord), step, since: system.time, advancing: undefined },
          recorded: decided ? [...recorded, 'A'] : recorded,
        },
        after: decided ? decides(canary) : { at: 'done', outcome: 'moved', seen: undefined },
      };
    }
    case 'restore':
      return {
        do: 'write',
        what,
        next: {
          ...state,
          share: 0,
          canary: undefined,
          recorded: [...recorded, 'base'],
          hold: state.hold || (actor.kind === 'rollback' && fences.holdWithRestore),
        },
        after: actor.kind === 'supersede' ? again : decides(canary),
      };
    case 'next':
      return {
        do: 'write',
        what,
        next: { ...state, canary: { ...(canary as CanaryRecord), next: actor.name } },
        after: again,
      };
    case 'release':
      return {
        do: 'write',
        what,
        next: { ...state, share: 0, canary: undefined, recorded: [...recorded, actor.name] },
        after: again,
      };
    default:
      return { do: 'write', what, next: { ...state, hold: true }, after: { at: 'done', seen: undefined } };
  }
}

/** The run that decides starts, or at least names, the newest waiting commit. */
const decides = (canary: CanaryRecord | undefined): Partial<CanaryActor> => ({
  at: 'done',
  outcome: 'decided',
  seen: undefined,
  announced: canary?.next,
});
