/** The properties of a long canary: safety in every step, liveness in every state in which all actors have stopped. */
import type { Liveness, Safety } from '../explore.ts';
import {
  type CanaryActor,
  type CanaryActorKind,
  type CanarySystem,
  hasStopped,
  isDue,
  isOverdue,
  LAST,
  SHARES,
} from './system.ts';

type RunToCompletion = (
  system: CanarySystem,
  actor: { readonly name: string; readonly kind: CanaryActorKind },
) => CanarySystem | undefined;

/** The actor that has just read the service to write this phase. */
const planning = (before: CanarySystem, after: CanarySystem, ...phases: CanaryActor['at'][]): CanaryActor | undefined =>
  after.actors.find((actor) => {
    const was = before.actors.find(({ name }) => name === actor.name);
    return actor.seen !== undefined && was?.seen === undefined && phases.includes(actor.at);
  });

/** The actor that has just judged the canary, to claim its next step. */
const judging = (before: CanarySystem, after: CanarySystem): CanaryActor | undefined =>
  after.actors.find(
    ({ name, judged }) => judged && before.actors.find((actor) => actor.name === name)?.judged === undefined,
  );

/** The actor that has just claimed the canary, and read a hold before. */
const claimingAgainstHold = ({ service, actors }: CanarySystem, after: CanarySystem): CanaryActor | undefined =>
  actors.find(
    ({ name, at, seen }) =>
      at === 'claim' && seen?.hold && service.canary?.advancing !== name && after.service.canary?.advancing === name,
  );

export const SAFETY_OF_CANARIES: readonly Safety<CanarySystem>[] = [
  {
    name: 'traffic rises one step at a time, and falls only to the baseline',
    check: ({ service: before }, { state: { service: after } }) => {
      if (!before.canary || after.share === before.share) return undefined;
      if (after.share === 0 || (after.share === before.share + 1 && after.share === before.canary.step + 1))
        return undefined;
      return `the candidate went from ${SHARES[before.share]} % to ${SHARES[after.share]} %`;
    },
  },
  {
    name: 'an increase is planned only while the candidate is no worse',
    check: (before, { state: after }) => {
      const actor = planning(before, after, 'shift') ?? judging(before, after);
      return actor && before.worse ? `${actor.name} increases the share of a candidate that is worse` : undefined;
    },
  },
  {
    name: 'an increase is planned only once its step is over, and not long after',
    check: (before, { state: after }) => {
      const { canary } = before.service;
      const actor = judging(before, after);
      if (!actor || !canary) return undefined;
      if (!isDue(canary, before.time)) return `${actor.name} continues a step that has not ended`;
      if (canary.advancing === undefined && isOverdue(canary, before.time))
        return `${actor.name} continues a step that is overdue`;
      return undefined;
    },
  },
  {
    name: 'no increase is planned against a hold',
    check: (before, { state: after }) => {
      const actor = planning(before, after, 'shift', 'release') ?? judging(before, after);
      const against = (before.service.hold ? actor : undefined) ?? claimingAgainstHold(before, after);
      return against ? `${against.name} increases traffic against a hold` : undefined;
    },
  },
  {
    name: 'no increase is planned against a freeze',
    check: (before, { state: after }) => {
      const actor = planning(before, after, 'shift', 'release') ?? judging(before, after);
      return actor && before.frozen ? `${actor.name} increases traffic against a freeze` : undefined;
    },
  },
  {
    name: 'neither a hold nor a freeze keeps a candidate that is worse',
    check: (before, { state: after }) => {
      // A run that has judged it before it got worse leaves it to the next one.
      const blocked = after.actors.find(({ name, outcome }) => {
        const was = before.actors.find((actor) => actor.name === name);
        const judged = was?.judged !== undefined || was?.at === 'unclaim';
        return outcome === 'blocked' && was?.outcome === undefined && !judged;
      });
      return blocked && before.worse ? `${blocked.name} leaves a candidate that is worse` : undefined;
    },
  },
  {
    name: 'a hold is not lost',
    check: ({ service: before }, { state: { service: after } }) =>
      before.hold && !after.hold ? 'the hold is gone' : undefined,
  },
  {
    name: 'a run that was blocked leaves no claim',
    check: (before, { state: after }) => {
      const owner = after.service.canary?.advancing;
      const actor = after.actors.find(({ name, outcome }) => name === owner && outcome === 'blocked');
      const was = before.actors.find(({ name }) => name === owner);
      return actor && was?.outcome === undefined ? `${owner} was blocked, and its claim is left` : undefined;
    },
  },
  {
    name: 'one run advances at a time',
    check: (before, { state: after, label }) => {
      const owner = before.service.canary?.advancing;
      if (owner === undefined || before.service.etag === after.service.etag) return undefined;
      const writer = before.actors.find(({ name }) => label.startsWith(`${name}:`));
      if (writer?.kind !== 'advance' || writer.name === owner || before.expired.includes(owner)) return undefined;
      return after.service.share === 0 && before.worse ? undefined : `${writer.name} writes while ${owner} advances`;
    },
  },
  {
    name: 'the candidate is committed only with all traffic',
    check: ({ service: before }, { state: { service: after } }) => {
      const committed = after.recorded.at(-1) === 'A' && before.recorded.length < after.recorded.length;
      return committed && (before.share !== LAST || before.canary?.step !== LAST - 1)
        ? `committed at ${SHARES[before.share]} %`
        : undefined;
    },
  },
  {
    name: 'the later job runs with all traffic, undecided, and by the run that advances',
    check: (before, { state: after, label }) => {
      if (after.jobRuns === before.jobRuns) return undefined;
      const { share, canary } = before.service;
      if (share !== LAST || !canary) return `it runs at ${SHARES[share]} %`;
      const owner = canary.advancing;
      return owner !== undefined && label.startsWith(`${owner}:`) ? undefined : `it runs while ${owner} advances`;
    },
  },
  {
    name: 'a later job that is recorded as done is not run again',
    check: (before, { state: after }) =>
      after.jobRuns > before.jobRuns && before.service.canary?.job === 'done' ? 'it runs again' : undefined,
  },
  {
    name: 'the candidate is committed only once its later job ran',
    check: ({ service: before }, { state: { service: after } }) =>
      after.recorded.at(-1) === 'A' && before.recorded.length < after.recorded.length && before.canary?.job === 'due'
        ? 'committed without its job'
        : undefined,
  },
  {
    name: 'what was decided stays decided',
    check: ({ service: before }, { state: { service: after } }) => {
      if (!before.canary && after.canary) return 'a canary that was decided is undecided again';
      return after.recorded.slice(0, before.recorded.length).join() === before.recorded.join()
        ? undefined
        : 'a decision is gone';
    },
  },
  {
    name: 'no migration runs and nothing else is released while a canary is undecided',
    check: ({ service: before, migrated }, { state: { service: after, migrated: now } }) => {
      if (before.canary && now.length > migrated.length) return `the migration of ${now.at(-1)} runs under the canary`;
      const newest = after.recorded.at(-1) as string;
      return before.canary && after.recorded.length > before.recorded.length && newest !== 'A' && newest !== 'base'
        ? `${newest} is released over the canary`
        : undefined;
    },
  },
  {
    name: 'the commit that waits is the newest',
    check: (
      { service: { canary: before } },
      {
        state: {
          service: { canary: after },
        },
      },
    ) =>
      before?.next !== undefined && after && (after.next === undefined || after.next < before.next)
        ? `${after.next} replaces ${before.next}`
        : undefined,
  },
  {
    name: 'the site has the release of the canary only once that is committed, and drops it only if it was restored',
    check: (_, { state: { site, service } }) => {
      const committed = service.recorded.includes('A');
      if (site === 'live' && !committed) return 'the site is switched, and the canary is not committed';
      return site === 'dropped' && (committed || service.canary)
        ? 'the release is dropped while it is still needed'
        : undefined;
    },
  },
  {
    name: 'the outcome is the truth',
    check: (before, { state: after }) => {
      for (const actor of after.actors) {
        const was = before.actors.find(({ name }) => name === actor.name);
        if (actor.at !== 'done' || was?.at === 'done') continue;
        if (actor.outcome === 'decided' && after.service.canary) return `${actor.name} says decided, and it is not`;
        if (actor.outcome === 'released' && !after.service.recorded.includes(actor.name))
          return `${actor.name} is not released`;
      }
      return undefined;
    },
  },
];

/** No actor can act, and no write is pending. */
const atRest = ({ actors, inFlight }: CanarySystem): boolean => inFlight.length === 0 && actors.every(hasStopped);

export const canaryLiveness = (runToCompletion: RunToCompletion): readonly Liveness<CanarySystem>[] => [
  {
    name: 'one advance restores a candidate that is worse, whatever blocks its increase',
    due: atRest,
    check: (system) => {
      if (!system.service.canary) return undefined;
      for (const hold of [false, true]) {
        const bad = {
          ...system,
          worse: true,
          frozen: hold,
          service: { ...system.service, hold: system.service.hold || hold },
        };
        const ended = runToCompletion(bad, { name: 'next', kind: 'advance' });
        if (!ended) return 'an advance does not end';
        if (ended.service.canary || ended.service.share !== 0) return 'the candidate still serves';
      }
      return undefined;
    },
  },
  {
    name: 'advances that come in time decide the canary, and name the commit that waits',
    due: atRest,
    check: (system) => {
      const { canary, hold } = system.service;
      if (!canary || hold || system.worse) return undefined;
      let now: CanarySystem = { ...system, frozen: false };
      for (let i = 0; i <= LAST && now.service.canary; i++) {
        const record = now.service.canary;
        const ended = runToCompletion({ ...now, time: record.since + 1 }, { name: `next ${i}`, kind: 'advance' });
        if (!ended) return 'an advance does not end';
        now = ended;
      }
      if (now.service.canary || now.service.share !== LAST) return 'the canary is not decided';
      const [last] = now.actors;
      return last?.announced === canary.next ? undefined : `${canary.next} waits, and nobody says so`;
    },
  },
  {
    name: 'a rollback ends it at once, with a hold',
    due: atRest,
    check: (system) => {
      if (!system.service.canary) return undefined;
      const ended = runToCompletion(system, { name: 'rollback', kind: 'rollback' });
      if (!ended) return 'a rollback does not end';
      const { canary, share, hold } = ended.service;
      return canary || share !== 0 || !hold ? 'the canary continues' : undefined;
    },
  },
  {
    name: 'once the canary is decided, one run switches the site or drops what is staged',
    due: (system) => atRest(system) && system.service.canary === undefined,
    check: (system) => {
      const due = system.service.recorded.includes('A') ? 'live' : 'dropped';
      const site = runToCompletion(system, { name: 'next', kind: 'finish-staged' })?.site;
      return site === due ? undefined : `the site is ${site}, not ${due}`;
    },
  },
];
