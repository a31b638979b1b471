/** The rollout as a model: what can happen next in a system. */
import type { Step } from '../explore.ts';
import { numberOf, type Pair, swapping } from '../state-parts.ts';
import { type Fences, isWrite, type Move, moveOf } from './programs.ts';
import {
  type Actor,
  type ActorKind,
  type Budget,
  ENDS,
  type Health,
  type System,
  withActor,
  written,
} from './system.ts';

export interface Setup {
  /** Who acts, in the order of their names; `post of NAME` begins once NAME was killed. */
  readonly actors: readonly { readonly name: string; readonly kind: ActorKind }[];
  readonly budget: Budget;
  /** The state of the first release, to which a rollback returns; healthy by default. */
  readonly old?: Health;
  readonly fences?: Partial<Fences>;
}

export const NO_ROLLOUT_FAULTS: Budget = { crashes: 0, lostResponses: 0, staleReads: 0, badRevisions: 0, timeouts: 0 };

/** A service whose third release serves, with what its first deploy left. */
export function initialSystem({ actors, budget, old = 'healthy' }: Setup): System {
  return {
    service: {
      etag: 1,
      traffic: { new: 100 },
      serving: { new: 100 },
      reconciling: false,
      lastModifier: '',
      rollout: undefined,
      releases: ['older', 'old', 'new'],
      hold: undefined,
    },
    before: undefined,
    revisions: { older: 'healthy', old, new: 'healthy' },
    healthChecked: ['older', 'old', 'new'],
    actors: actors.map(({ name, kind }) => ({
      ...NEW_ACTOR,
      name,
      kind,
      at: kind === 'post' ? 'waiting' : 'preflight',
    })),
    inFlight: [],
    chosenByHand: [],
    budget,
  };
}

const NEW_ACTOR: Omit<Actor, 'name' | 'kind' | 'at'> = {
  seen: undefined,
  unsure: false,
  known: undefined,
  write: 0,
  undo: undefined,
  outcome: undefined,
};

/** Everything that can happen next. */
export function stepsOf(system: System, fences: Fences): Step<System>[] {
  return [...environment(system, fences), ...system.actors.flatMap((actor) => actorSteps(system, actor, fences))];
}

/**
 * Etags count up forever; only how old one is matters. Two deploys run the same program: a system in which each is where the other was
 * is the same one, so the smaller of both keys stands for both.
 */
export function keyIn(setup: Setup): (system: System) => string {
  const alike = alikeIn(setup);
  if (alike === undefined) return (system) => keyOfParts(system, numberOf, system.actors);
  const swapped = swapping(alike);
  const [a, b] = alike;
  const swappedName = (name: string) => (name === a ? b : name === b ? a : name);
  const places = setup.actors.map(({ name }) => setup.actors.findIndex((one) => one.name === swappedName(name)));
  return (system) => {
    const key = keyOfParts(system, numberOf, system.actors);
    const others = places.map((place) => system.actors[place] as Actor);
    const mirrored = keyOfParts(system, swapped, others);
    if (mirrored < key) return mirrored;
    return key;
  };
}

function keyOfParts(system: System, number: (part: object) => number, actors: readonly Actor[]): string {
  const { service, before, revisions, healthChecked, inFlight, chosenByHand, budget } = system;
  let key = `${number(service)} ${before ? number(before) : ''} ${number(revisions)} ${number(healthChecked)} ${number(chosenByHand)} ${number(budget)}`;
  for (const actor of actors) key += ` ${number(actor)}/${actor.seen ? service.etag - actor.seen.etag : ''}`;
  for (const sent of inFlight) key += ` ${number(sent)}-${service.etag - sent.etag}`;
  return key;
}

/** Two deploys of which neither has a `post`. */
function alikeIn({ actors }: Setup): Pair | undefined {
  const names = actors.filter(({ kind }) => kind === 'deploy').map(({ name }) => name);
  const [a, b] = names;
  if (a === undefined || b === undefined || names.length > 2 || actors.some(({ kind }) => kind === 'post'))
    return undefined;
  return [a, b];
}

/** What happens without an actor: revisions start, Cloud Run routes, writes arrive late. */
function environment(system: System, fences: Fences): Step<System>[] {
  const steps: Step<System>[] = [];
  const { service, revisions, budget, inFlight } = system;
  for (const [name, health] of Object.entries(revisions)) {
    if (health !== 'starting') continue;
    steps.push({
      label: `${name} is ready and healthy`,
      state: { ...system, revisions: { ...revisions, [name]: 'healthy' } },
    });
    if (budget.badRevisions === 0) continue;
    const less = { ...budget, badRevisions: budget.badRevisions - 1 };
    for (const bad of ['unhealthy', 'failed'] as const)
      steps.push({
        label: `${name} is ${bad}`,
        state: { ...system, budget: less, revisions: { ...revisions, [name]: bad } },
      });
  }
  const targets = Object.keys(service.traffic).map((name) => revisions[name]);
  if (service.reconciling && targets.includes('failed'))
    steps.push({
      label: 'Cloud Run gives up routing',
      state: { ...system, service: { ...service, reconciling: false } },
    });
  else if (service.reconciling && !targets.includes('starting'))
    steps.push({
      label: 'Cloud Run routes',
      state: { ...system, service: { ...service, serving: service.traffic, reconciling: false } },
    });
  for (const [i, { by, etag, next, makes }] of inFlight.entries()) {
    const rest = { ...system, inFlight: inFlight.filter((_, at) => at !== i) };
    const accepted = etag === service.etag || !fences.etag;
    steps.push({
      label: `a late write of ${by} arrives and is ${accepted ? 'accepted' : 'refused'}`,
      state: accepted ? written(rest, by, next, makes) : rest,
    });
  }
  return steps;
}

/** All next steps of one actor, with all faults that can occur. */
function actorSteps(system: System, actor: Actor, fences: Fences): Step<System>[] {
  if (ENDS.has(actor.at)) return [];
  if (actor.at === 'waiting') return startOfPost(system, actor);
  const move = moveOf(actor, fences);
  if (move === undefined) return [];
  const steps = carryOut(system, actor, move, fences).flatMap((step) => alongWithCheck(step, actor.name, fences));
  return [...steps, ...crash(system, actor)];
}

/** A health check depends on its revision alone and touches nothing that others see: it is one step with what led to it. */
function alongWithCheck(step: Step<System>, name: string, fences: Fences): Step<System>[] {
  const actor = step.state.actors.find((one) => one.name === name) as Actor;
  const move = moveOf(actor, fences);
  if (move?.do !== 'check') return [step];
  return carryOut(step.state, actor, move, fences).map(({ label, state }) => ({
    label: `${step.label}; ${label}`,
    state,
  }));
}

/** `post` runs once its `main` was killed, with what `main` saved; after a `main` that ended by itself it has nothing to do. */
function startOfPost(system: System, actor: Actor): Step<System>[] {
  const main = system.actors.find(({ name }) => `post of ${name}` === actor.name);
  if (main?.at === 'crashed')
    return [
      {
        label: `${actor.name} starts`,
        state: withActor(system, actor.name, {
          at: 'restore',
          ...(main.undo && { known: main.known, undo: main.undo }),
        }),
      },
    ];
  if (main?.at === 'done')
    return [{ label: `${actor.name} has nothing to do`, state: withActor(system, actor.name, { at: 'done' }) }];
  return [];
}

function crash(system: System, actor: Actor): Step<System>[] {
  const { budget } = system;
  if (budget.crashes === 0 || actor.kind === 'person') return [];
  const state = withActor({ ...system, budget: { ...budget, crashes: budget.crashes - 1 } }, actor.name, {
    at: 'crashed',
    seen: undefined,
    unsure: false,
  });
  return [{ label: `${actor.name} is killed before ${actor.at}`, state }];
}

function carryOut(system: System, actor: Actor, move: Move, fences: Fences): Step<System>[] {
  const say = (what: string) => `${actor.name}: ${what}`;
  switch (move.do) {
    case 'read':
      return readings(system).flatMap(({ label, service, rest }) => {
        const change = move.decide(service);
        return change ? [{ label: say(`${actor.at}${label}`), state: withActor(rest, actor.name, change) }] : [];
      });
    case 'wait': {
      const next = move.next(system);
      if (next) return [{ label: say(actor.at), state: withActor(system, actor.name, next) }];
      return timeout(system, actor);
    }
    case 'check': {
      if (!fences.healthChecks)
        return [{ label: say(`${actor.at} skipped`), state: withActor(system, actor.name, move.passed) }];
      const healthy = ['healthy', 'cannot start'].includes(system.revisions[move.revision] ?? '');
      const healthChecked = system.healthChecked.includes(move.revision)
        ? system.healthChecked
        : [...system.healthChecked, move.revision];
      if (!healthy)
        return [
          {
            label: say(`${actor.at} fails`),
            state: withActor(system, actor.name, { at: 'restore', outcome: 'failed' }),
          },
        ];
      const passed = withActor({ ...system, healthChecked }, actor.name, move.passed);
      // A revision that is healthy at its own URL can fail at the service's.
      return [{ label: say(`${actor.at} passes`), state: passed }, ...timeout(system, actor)];
    }
    case 'write':
      return actor.seen ? send(system, actor, move, fences) : readForWrite(system, actor, move, fences);
  }
}

/** The wait or the check ends by its time limit. */
function timeout(system: System, actor: Actor): Step<System>[] {
  const { budget } = system;
  if (budget.timeouts === 0) return [];
  const later = { ...system, budget: { ...budget, timeouts: budget.timeouts - 1 } };
  return [
    {
      label: `${actor.name}: ${actor.at} times out`,
      state: withActor(later, actor.name, { at: 'restore', outcome: 'failed' }),
    },
  ];
}

/** A read shows the service as it is, or, rarely, as it was before the last write. */
function readings(system: System): { label: string; service: System['service']; rest: System }[] {
  const fresh = { label: '', service: system.service, rest: system };
  if (system.before === undefined || system.budget.staleReads === 0) return [fresh];
  const budget = { ...system.budget, staleReads: system.budget.staleReads - 1 };
  return [fresh, { label: ' (stale read)', service: system.before, rest: { ...system, budget } }];
}

function readForWrite(system: System, actor: Actor, move: Move & { do: 'write' }, fences: Fences): Step<System>[] {
  return readings(system).map(({ label, service, rest }) => {
    const landed = actor.unsure && fences.readBack && move.landed(service);
    const change = landed ? move.after : planChange(move, service);
    return {
      label: `${actor.name}: reads for ${actor.at}${landed ? ', and it had landed' : ''}${label}`,
      state: withActor(rest, actor.name, change),
    };
  });
}

/** What reading led to: the service is kept for the write, or there is nothing to write. */
function planChange(move: Move & { do: 'write' }, service: System['service']): Partial<Actor> {
  const plan = move.plan(service);
  return isWrite(plan) ? { seen: service, ...move.saves?.(service) } : plan;
}

/** The write itself: accepted, refused, done without its response, or delayed. */
function send(system: System, actor: Actor, move: Move & { do: 'write' }, fences: Fences): Step<System>[] {
  const seen = actor.seen as System['service'];
  const plan = move.plan(seen);
  if (!isWrite(plan)) throw new Error(`${actor.name} has nothing to write in ${actor.at}`);
  const label = `${actor.name}: writes ${actor.at}`;
  const accepted = seen.etag === system.service.etag || !fences.etag;
  const byHand = actor.kind === 'person' ? Object.keys(plan.next.traffic) : [];
  const arrived = accepted
    ? written(
        { ...system, chosenByHand: [...new Set([...system.chosenByHand, ...byHand])] },
        actor.name,
        plan.next,
        plan.makes,
      )
    : system;
  const steps: Step<System>[] = accepted
    ? [{ label, state: withActor(arrived, actor.name, move.after) }]
    : [{ label: `${label}, refused: the etag is old`, state: withActor(system, actor.name, { seen: undefined }) }];
  if (system.budget.lostResponses === 0 || actor.kind === 'person') return steps;
  const budget = { ...system.budget, lostResponses: system.budget.lostResponses - 1 };
  const again = { seen: undefined, unsure: true };
  steps.push({
    label: `${label}, and the response is lost`,
    state: withActor({ ...arrived, budget }, actor.name, again),
  });
  const late = { by: actor.name, etag: seen.etag, next: plan.next, makes: plan.makes };
  steps.push({
    label: `${label}, and it is delayed`,
    state: withActor({ ...system, budget, inFlight: [...system.inFlight, late] }, actor.name, again),
  });
  return steps;
}

/** Runs one actor to completion without further faults; undefined if it does not end. */
export function runToCompletion(system: System, name: string, kind: ActorKind, fences: Fences): System | undefined {
  let now: System = {
    ...system,
    budget: NO_ROLLOUT_FAULTS,
    inFlight: [],
    actors: [{ ...NEW_ACTOR, name, kind, at: 'preflight' }],
  };
  for (let i = 0; i < 200; i++) {
    const [actor] = now.actors as [Actor];
    const pendingStep = environment(now, fences)[0];
    if (pendingStep) now = pendingStep.state;
    else if (ENDS.has(actor.at)) return now;
    else {
      const [step] = actorSteps(now, actor, fences);
      if (!step) return undefined;
      now = step.state;
    }
  }
  return undefined;
}
