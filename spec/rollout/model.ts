/** The rollout as a model: what can happen next in a world. */
import type { Step } from '../explore.ts';
import { numberOf, type Pair, swapping } from '../state-parts.ts';
import { ALL_FENCES, type Fences, isWrite, type Move, moveOf } from './programs.ts';
import { type Actor, type ActorKind, type Budget, ENDS, type World, withActor, written } from './world.ts';

export interface Setup {
  /** Who acts, in the order of their names; `post of NAME` begins once NAME was killed. */
  readonly actors: readonly { readonly name: string; readonly kind: ActorKind }[];
  readonly budget: Budget;
  readonly fences?: Partial<Fences>;
}

export const NOTHING_GOES_WRONG: Budget = { crashes: 0, lostAnswers: 0, staleReads: 0, badRevisions: 0, timeouts: 0 };

/** A service whose second release serves, with what its first deploy left. */
export function initialWorld({ actors, budget }: Setup): World {
  return {
    service: {
      etag: 1,
      traffic: { new: 100 },
      serving: { new: 100 },
      reconciling: false,
      lastModifier: '',
      rollout: undefined,
      releases: ['old', 'new'],
      hold: undefined,
    },
    before: undefined,
    revisions: { old: 'healthy', new: 'healthy' },
    proven: ['old', 'new'],
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
  outcome: undefined,
};

/** Everything that can happen next. */
export function stepsOf(world: World, fences: Fences): Step<World>[] {
  return [...environment(world, fences), ...world.actors.flatMap((actor) => actorSteps(world, actor, fences))];
}

/**
 * Etags count up for ever; only how old one is matters. Two deploys run the same program: a world in which each is where the other was
 * is the same one, so the smaller of both keys stands for both.
 */
export function keyIn(setup: Setup): (world: World) => string {
  const alike = alikeIn(setup);
  if (alike === undefined) return (world) => keyOfParts(world, numberOf, world.actors);
  const swapped = swapping(alike);
  const [a, b] = alike;
  const swappedName = (name: string) => (name === a ? b : name === b ? a : name);
  const places = setup.actors.map(({ name }) => setup.actors.findIndex((one) => one.name === swappedName(name)));
  return (world) => {
    const key = keyOfParts(world, numberOf, world.actors);
    const others = places.map((place) => world.actors[place] as Actor);
    const mirrored = keyOfParts(world, swapped, others);
    if (mirrored < key) return mirrored;
    return key;
  };
}

function keyOfParts(world: World, number: (part: object) => number, actors: readonly Actor[]): string {
  const { service, before, revisions, proven, inFlight, chosenByHand, budget } = world;
  let key = `${number(service)} ${before ? number(before) : ''} ${number(revisions)} ${number(proven)} ${number(chosenByHand)} ${number(budget)}`;
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
function environment(world: World, fences: Fences): Step<World>[] {
  const steps: Step<World>[] = [];
  const { service, revisions, budget, inFlight } = world;
  for (const [name, health] of Object.entries(revisions)) {
    if (health !== 'starting') continue;
    steps.push({
      label: `${name} is ready and healthy`,
      state: { ...world, revisions: { ...revisions, [name]: 'healthy' } },
    });
    if (budget.badRevisions === 0) continue;
    const less = { ...budget, badRevisions: budget.badRevisions - 1 };
    for (const bad of ['unhealthy', 'failed'] as const)
      steps.push({
        label: `${name} is ${bad}`,
        state: { ...world, budget: less, revisions: { ...revisions, [name]: bad } },
      });
  }
  const targets = Object.keys(service.traffic).map((name) => revisions[name]);
  if (service.reconciling && targets.includes('failed'))
    steps.push({
      label: 'Cloud Run gives up routing',
      state: { ...world, service: { ...service, reconciling: false } },
    });
  else if (service.reconciling && !targets.includes('starting'))
    steps.push({
      label: 'Cloud Run routes',
      state: { ...world, service: { ...service, serving: service.traffic, reconciling: false } },
    });
  for (const [i, { by, etag, next, makes }] of inFlight.entries()) {
    const rest = { ...world, inFlight: inFlight.filter((_, at) => at !== i) };
    const accepted = etag === service.etag || !fences.etag;
    steps.push({
      label: `a late write of ${by} arrives and is ${accepted ? 'accepted' : 'refused'}`,
      state: accepted ? written(rest, by, next, makes) : rest,
    });
  }
  return steps;
}

/** Everything that one actor can do next, with all that can go wrong meanwhile. */
function actorSteps(world: World, actor: Actor, fences: Fences): Step<World>[] {
  if (ENDS.has(actor.at)) return [];
  if (actor.at === 'waiting') return startOfPost(world, actor);
  const move = moveOf(actor, fences);
  if (move === undefined) return [];
  const steps = carryOut(world, actor, move, fences).map((step) => alongWithCheck(step, actor.name, fences));
  return [...steps, ...crash(world, actor)];
}

/** A health check depends on its revision alone and touches nothing that others see: it is one step with what led to it. */
function alongWithCheck(step: Step<World>, name: string, fences: Fences): Step<World> {
  const actor = step.state.actors.find((one) => one.name === name) as Actor;
  const move = moveOf(actor, fences);
  if (move?.do !== 'check') return step;
  const [checked] = carryOut(step.state, actor, move, fences) as [Step<World>];
  return { label: `${step.label}; ${checked.label}`, state: checked.state };
}

/** `post` runs once its `main` was killed; after a `main` that ended by itself it has nothing to do. */
function startOfPost(world: World, actor: Actor): Step<World>[] {
  const main = world.actors.find(({ name }) => `post of ${name}` === actor.name);
  if (main?.at === 'crashed')
    return [{ label: `${actor.name} starts`, state: withActor(world, actor.name, { at: 'restore' }) }];
  if (main?.at === 'done')
    return [{ label: `${actor.name} has nothing to do`, state: withActor(world, actor.name, { at: 'done' }) }];
  return [];
}

function crash(world: World, actor: Actor): Step<World>[] {
  const { budget } = world;
  if (budget.crashes === 0 || actor.kind === 'person') return [];
  const state = withActor({ ...world, budget: { ...budget, crashes: budget.crashes - 1 } }, actor.name, {
    at: 'crashed',
    seen: undefined,
    unsure: false,
  });
  return [{ label: `${actor.name} is killed before ${actor.at}`, state }];
}

function carryOut(world: World, actor: Actor, move: Move, fences: Fences): Step<World>[] {
  const say = (what: string) => `${actor.name}: ${what}`;
  switch (move.do) {
    case 'read':
      return readings(world).flatMap(({ label, service, rest }) => {
        const change = move.decide(service);
        return change ? [{ label: say(`${actor.at}${label}`), state: withActor(rest, actor.name, change) }] : [];
      });
    case 'wait': {
      const next = move.next(world);
      if (next) return [{ label: say(actor.at), state: withActor(world, actor.name, next) }];
      const { budget } = world;
      if (budget.timeouts === 0) return [];
      const later = { ...world, budget: { ...budget, timeouts: budget.timeouts - 1 } };
      return [
        {
          label: say(`${actor.at} times out`),
          state: withActor(later, actor.name, { at: 'restore', outcome: 'failed' }),
        },
      ];
    }
    case 'check': {
      if (!fences.healthChecks)
        return [{ label: say(`${actor.at} skipped`), state: withActor(world, actor.name, { at: move.passed }) }];
      const healthy = world.revisions[move.revision] === 'healthy';
      const proven = world.proven.includes(move.revision) ? world.proven : [...world.proven, move.revision];
      return [
        healthy
          ? {
              label: say(`${actor.at} passes`),
              state: withActor({ ...world, proven }, actor.name, { at: move.passed }),
            }
          : {
              label: say(`${actor.at} fails`),
              state: withActor(world, actor.name, { at: 'restore', outcome: 'failed' }),
            },
      ];
    }
    case 'write':
      return actor.seen ? send(world, actor, move, fences) : readForWrite(world, actor, move, fences);
  }
}

/** A read shows the service as it is, or, rarely, as it was before the last write. */
function readings(world: World): { label: string; service: World['service']; rest: World }[] {
  const fresh = { label: '', service: world.service, rest: world };
  if (world.before === undefined || world.budget.staleReads === 0) return [fresh];
  const budget = { ...world.budget, staleReads: world.budget.staleReads - 1 };
  return [fresh, { label: ' (stale read)', service: world.before, rest: { ...world, budget } }];
}

function readForWrite(world: World, actor: Actor, move: Move & { do: 'write' }, fences: Fences): Step<World>[] {
  return readings(world).map(({ label, service, rest }) => {
    const landed = actor.unsure && fences.readBack && move.landed(service);
    const change = landed ? move.after : planChange(move, service);
    return {
      label: `${actor.name}: reads for ${actor.at}${landed ? ', and it had landed' : ''}${label}`,
      state: withActor(rest, actor.name, change),
    };
  });
}

/** What reading led to: the service is kept for the write, or there is nothing to write. */
function planChange(move: Move & { do: 'write' }, service: World['service']): Partial<Actor> {
  const plan = move.plan(service);
  return isWrite(plan) ? { seen: service } : plan;
}

/** The write itself: answered, answered in vain, lost on the way or late. */
function send(world: World, actor: Actor, move: Move & { do: 'write' }, fences: Fences): Step<World>[] {
  const seen = actor.seen as World['service'];
  const plan = move.plan(seen);
  if (!isWrite(plan)) throw new Error(`${actor.name} has nothing to write in ${actor.at}`);
  const label = `${actor.name}: writes ${actor.at}`;
  const accepted = seen.etag === world.service.etag || !fences.etag;
  const byHand = actor.kind === 'person' ? Object.keys(plan.next.traffic) : [];
  const arrived = accepted
    ? written(
        { ...world, chosenByHand: [...new Set([...world.chosenByHand, ...byHand])] },
        actor.name,
        plan.next,
        plan.makes,
      )
    : world;
  const steps: Step<World>[] = accepted
    ? [{ label, state: withActor(arrived, actor.name, move.after) }]
    : [{ label: `${label}, refused: the etag is old`, state: withActor(world, actor.name, { seen: undefined }) }];
  if (world.budget.lostAnswers === 0 || actor.kind === 'person') return steps;
  const budget = { ...world.budget, lostAnswers: world.budget.lostAnswers - 1 };
  const again = { seen: undefined, unsure: true };
  steps.push({
    label: `${label}, and the answer is lost`,
    state: withActor({ ...arrived, budget }, actor.name, again),
  });
  const late = { by: actor.name, etag: seen.etag, next: plan.next, makes: plan.makes };
  steps.push({
    label: `${label}, and it is delayed`,
    state: withActor({ ...world, budget, inFlight: [...world.inFlight, late] }, actor.name, again),
  });
  return steps;
}

/** Lets one actor run to its end in a world where nothing goes wrong any more; undefined if it does not end. */
export function runAlone(world: World, name: string, kind: ActorKind): World | undefined {
  let now: World = {
    ...world,
    budget: NOTHING_GOES_WRONG,
    inFlight: [],
    actors: [{ ...NEW_ACTOR, name, kind, at: 'preflight' }],
  };
  for (let i = 0; i < 200; i++) {
    const [actor] = now.actors as [Actor];
    const calm = environment(now, ALL_FENCES)[0];
    if (calm) now = calm.state;
    else if (ENDS.has(actor.at)) return now;
    else {
      const [step] = actorSteps(now, actor, ALL_FENCES);
      if (!step) return undefined;
      now = step.state;
    }
  }
  return undefined;
}
