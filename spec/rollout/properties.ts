/** The properties of a rollout: safety in every step, liveness in every state in which all actors have stopped. */
import type { Liveness, Safety, Step } from '../explore.ts';
import { numberOf } from '../state-parts.ts';
import { runToCompletion } from './model.ts';
import { type Fences, isFinishedRollback } from './programs.ts';
import { ENDS, type System, sameShares } from './system.ts';

const sharesText = (shares: System['service']['serving']) =>
  Object.entries(shares)
    .map(([name, percent]) => `${name} ${percent} %`)
    .join(', ');

export const SAFETY: readonly Safety<System>[] = [
  {
    name: 'only revisions that passed their health checks serve',
    check: (_, { state: { service, healthChecked, chosenByHand } }) => {
      const bad = Object.keys(service.serving).find(
        (name) => !healthChecked.includes(name) && !chosenByHand.includes(name),
      );
      return bad && `${bad} serves and never passed its health checks`;
    },
  },
  {
    name: 'a rollback gives no traffic to a revision that cannot start',
    check: ({ service: before }, { state: { service: after, revisions } }) => {
      const { kind, candidate = '' } = after.rollout ?? {};
      const gains = (after.traffic[candidate] ?? 0) > (before.traffic[candidate] ?? 0);
      return kind === 'rollback' && gains && after.lastModifier !== 'person' && revisions[candidate] === 'cannot start'
        ? `${after.lastModifier} moves traffic to ${candidate}`
        : undefined;
    },
  },
  {
    name: 'no update is lost',
    check: ({ service: before }, { state: { service: after } }) => {
      const gone = before.releases.find((name) => !after.releases.includes(name));
      if (gone !== undefined) return `the release ${gone} is not recorded any more`;
      return undefined;
    },
  },
  {
    name: 'who was overtaken writes nothing more',
    check: (system, { state: { service: after } }) => {
      const { service: before } = system;
      const writer = after.lastModifier.replace(/^post of /, '');
      const begins = after.rollout?.owner === writer && after.rollout.write === 1;
      if (before.etag === after.etag || begins || writer === 'person') return undefined;
      const owner = before.rollout?.owner ?? finishedRollbackOn(system)?.name;
      return owner === writer ? undefined : `${after.lastModifier} wrote while the service was ${owner ?? 'nobody'}'s`;
    },
  },
  {
    name: 'a hold wins: no deploy that does not know of it gains traffic',
    check: (before, step) => {
      const { hold } = before.service;
      const { rollout } = step.state.service;
      if (hold === undefined || rollout?.kind !== 'deploy' || before.service.etag === step.state.service.etag)
        return undefined;
      const share = (system: System) => system.service.traffic[rollout.candidate] ?? 0;
      return share(step.state) > share(before)
        ? `${rollout.owner} gave its candidate traffic against the hold of ${hold}`
        : undefined;
    },
  },
  {
    name: 'a hold goes only with the rollback that set it',
    check: (before, { state }) => {
      const { hold, rollout } = before.service;
      if (hold === undefined || state.service.hold === hold) return undefined;
      const owner = rollout?.owner ?? finishedRollbackOn(before)?.name;
      return owner === hold ? undefined : `the hold of ${hold} is gone while ${owner ?? 'nobody'} rolls out`;
    },
  },
  {
    name: 'traffic that a person moved is left alone',
    check: (before, step) => {
      const { service } = before;
      const after = step.state.service;
      const moved = isMovedByHand(before);
      if (!moved || service.etag === after.etag || after.rollout?.write === 1 || step.label.startsWith('person'))
        return undefined;
      return sameShares(after.traffic, service.traffic)
        ? undefined
        : `${step.label} moved traffic that a person had moved to ${sharesText(service.serving)}`;
    },
  },
  {
    name: 'the outcome is the truth',
    check: (before, step) => judgeOutcome(before, step),
  },
];

/** The rollback whose last write the service still shows. */
const finishedRollbackOn = ({ service, actors }: System) =>
  actors.find(({ name, known }) => known && isFinishedRollback(service, name, known.candidate));

/** A person's choice serves, and no rollout explains it. */
function isMovedByHand(system: System): boolean {
  const {
    service: { rollout, serving, traffic },
    chosenByHand,
  } = system;
  const { candidate, found = [], baseline = {} } = rollout ?? finishedRollbackOn(system)?.known ?? {};
  const known = new Set([candidate, ...found, ...Object.keys(baseline)]);
  return [...Object.keys(serving), ...Object.keys(traffic)].some(
    (name) => chosenByHand.includes(name) && !known.has(name),
  );
}

/** A run that ends as a failure must not have recorded its rollout as successful. */
function judgeOutcome(before: System, { state }: Step<System>): string | undefined {
  for (const actor of state.actors) {
    const was = before.actors.find(({ name }) => name === actor.name);
    if (actor.at !== 'done' || was?.at === 'done' || actor.kind === 'post') continue;
    const recorded = actor.kind === 'deploy' && state.service.releases.includes(actor.name);
    if (recorded && actor.outcome !== 'succeeded')
      return `${actor.name} ends as ${actor.outcome}, and its release is recorded`;
    const { rollout, hold, traffic } = state.service;
    const inForce =
      actor.kind === 'rollback' &&
      !rollout &&
      hold === actor.name &&
      sameShares(traffic, { [actor.known?.candidate ?? '']: 100 });
    if (inForce && actor.outcome !== 'succeeded') return `${actor.name} ends as ${actor.outcome}, and is in force`;
    if (actor.outcome === 'succeeded' && actor.kind === 'deploy' && !recorded)
      return `${actor.name} ends as a success that is not recorded`;
  }
  return undefined;
}

/** No actor can act. The `post` of a lost runner never starts. */
const stopped = ({ actors }: System): boolean => actors.every(({ at }) => at === 'waiting' || ENDS.has(at));

/** It has ended, and did not leave the service to another run. */
const isEnded = ({ actors }: System, post: string): boolean =>
  actors.some(({ name, at, outcome }) => name === post && at === 'done' && outcome !== 'overtaken');

function judgeRerun(system: System, name: string, kind: 'deploy' | 'rollback', fences: Fences): string | undefined {
  const ended = runToCompletion(system, `${name} again`, kind, fences);
  if (!ended) return `a re-run of ${name} does not end`;
  const [again] = ended.actors;
  const { rollout, serving, hold } = ended.service;
  if (again?.outcome === 'refused' && (kind === 'rollback' || hold !== undefined)) return undefined;
  if (rollout !== undefined)
    return `after a re-run of ${name} (${again?.outcome}) the record of ${rollout.owner} still stands`;
  // It has restored what served before.
  const target = ended.revisions[again?.known?.candidate ?? ''];
  if (kind === 'rollback' && again?.outcome === 'failed' && target !== 'healthy') return undefined;
  if (again?.outcome !== 'succeeded') return `a re-run of ${name} ends as ${again?.outcome}`;
  return Object.keys(serving).length === 1
    ? undefined
    : `after a re-run of ${name} traffic is split: ${sharesText(serving)}`;
}

const endsStable = (fences: Fences): Liveness<System> => {
  // Cached, since the result of a re-run depends only on its initial state, which many orders of events reach.
  const rerun = new Map<string, string | undefined>();
  return {
    name: 'every stop ends stable after one re-run',
    due: stopped,
    check: (system) => {
      for (const actor of system.actors) {
        if (actor.kind !== 'deploy' && actor.kind !== 'rollback') continue;
        const { service, revisions, healthChecked, chosenByHand } = system;
        const parts = [service, revisions, healthChecked, chosenByHand].map(numberOf);
        const key = `${parts.join()} ${actor.name} ${actor.kind}`;
        if (!rerun.has(key)) rerun.set(key, judgeRerun(system, actor.name, actor.kind, fences));
        const message = rerun.get(key);
        if (message !== undefined) return message;
      }
      return undefined;
    },
  };
};

/** Re-runs follow the same protocol. */
export const livenessOf = (fences: Fences): readonly Liveness<System>[] => [
  endsStable(fences),
  {
    name: 'at rest, the newest release serves alone',
    due: (system) => stopped(system) && sameShares(system.service.traffic, system.service.serving),
    check: ({ service: { rollout, serving, releases, hold }, chosenByHand }) => {
      if (rollout !== undefined || hold !== undefined || chosenByHand.length > 0) return undefined;
      const newest = releases.at(-1) as string;
      return sameShares(serving, { [newest]: 100 })
        ? undefined
        : `${newest} was released last, and the live traffic is ${sharesText(serving)}`;
    },
  },
  {
    name: 'at rest, no hold is left of a rollback that failed before its last write',
    due: (system) => stopped(system) && system.service.rollout === undefined,
    check: ({ service: { hold }, actors }) =>
      actors.some(({ name, undo }) => name === hold && !undo) ? `the hold of ${hold} still stands` : undefined,
  },
  {
    name: '`post` alone restores what a killed run left',
    due: (system) => stopped(system) && system.actors.some(({ kind, at }) => kind === 'post' && at === 'done'),
    check: (system) => {
      const { rollout, serving, traffic } = system.service;
      const finished = finishedRollbackOn(system);
      // Another rollback may have taken over when `post` looked. If that one fails later, it returns to what it found.
      if (finished?.at === 'crashed' && isEnded(system, `post of ${finished.name}`))
        return `post of ${finished.name} has ended, and its unfinished rollback is still in force`;
      // A first write that arrives after `post` has looked leaves a record, and gives the candidate no traffic.
      if (rollout === undefined || isMovedByHand(system) || sameShares(traffic, rollout.baseline)) return undefined;
      const post = `post of ${rollout.owner}`;
      return isEnded(system, post)
        ? `${post} has ended, and the record of ${rollout.owner} still stands over ${sharesText(serving)}`
        : undefined;
    },
  },
];
