/** The release as a model: the next steps of a system, and the faults that can occur. */
import type { Model, Step } from '../explore.ts';
import { numberOf } from '../state-parts.ts';
import { LIVENESS_OF_RELEASES, SAFETY_OF_RELEASES } from './properties.ts';
import { type Act, ALL_RELEASE_FENCES, actsOf, type ReleaseFences } from './protocol.ts';
import {
  afterWrite,
  hasEnded,
  type MemberService,
  mainOf,
  type ReleaseActor,
  type ReleaseActorKind,
  type ReleaseBudget,
  type ReleaseSystem,
  withReleaseActor,
} from './system.ts';

export interface ReleaseSetup {
  readonly services: number;
  /** `members` by number, the lead first. `post of NAME` begins once NAME was killed. */
  readonly actors: readonly {
    readonly name: string;
    readonly kind: ReleaseActorKind;
    readonly members: readonly number[];
  }[];
  readonly budget: ReleaseBudget;
  readonly fences?: Partial<ReleaseFences>;
}

export const NO_RELEASE_FAULTS: ReleaseBudget = { crashes: 0, lostResponses: 0, badRevisions: 0, slowOwners: 0 };

export function releaseModel(setup: ReleaseSetup): Model<ReleaseSystem> {
  const fences = { ...ALL_RELEASE_FENCES, ...setup.fences };
  return {
    initial: [initialRelease(setup)],
    steps: (system) => releaseSteps(system, fences),
    key: releaseKey,
    safety: SAFETY_OF_RELEASES,
    liveness: LIVENESS_OF_RELEASES((system, actor) => runToCompletion(system, actor, fences)),
  };
}

function initialRelease({ services, actors, budget }: ReleaseSetup): ReleaseSystem {
  const state: MemberService = {
    etag: 1,
    traffic: { base: 100 },
    record: undefined,
    recorded: ['older', 'base'],
    snapshot: [],
    hold: undefined,
  };
  return {
    services: Array.from({ length: services }, () => state),
    healthChecked: [],
    actors: actors.map(newActor),
    inFlight: [],
    expired: [],
    down: undefined,
    budget,
  };
}

const newActor = ({ name, kind, members }: ReleaseSetup['actors'][number]): ReleaseActor => ({
  name,
  kind,
  members,
  named: members,
  silent: [],
  at: kind === 'post' ? 'waiting' : 'claim',
  todo: members,
  seen: undefined,
  finishing: undefined,
  knownHolds: [],
  outcome: undefined,
});

function releaseSteps(system: ReleaseSystem, fences: ReleaseFences): Step<ReleaseSystem>[] {
  return [
    ...lateWrites(system, fences),
    ...outages(system),
    ...system.actors.flatMap((actor) => stepsOfActor(system, actor, fences)),
  ];
}

/** A service stops responding, or responds again. */
function outages(system: ReleaseSystem): Step<ReleaseSystem>[] {
  const { down, budget, services } = system;
  if (down !== undefined) return [{ label: `${down} responds again`, state: { ...system, down: undefined } }];
  const { outages: left = 0 } = budget;
  if (left === 0) return [];
  return services.map((_, i) => ({
    label: `${i} stops responding`,
    state: { ...system, down: i, budget: { ...budget, outages: left - 1 } },
  }));
}

function lateWrites(system: ReleaseSystem, fences: ReleaseFences): Step<ReleaseSystem>[] {
  return system.inFlight.map((sent, i) => {
    const rest = { ...system, inFlight: system.inFlight.filter((_, at) => at !== i) };
    const accepted = !fences.etag || sent.etag === system.services[sent.service]?.etag;
    return {
      label: `${sent.by}: a late write to ${sent.service} is ${accepted ? 'accepted' : 'refused'}`,
      state: accepted ? afterWrite(rest, sent) : rest,
    };
  });
}

function stepsOfActor(system: ReleaseSystem, actor: ReleaseActor, fences: ReleaseFences): Step<ReleaseSystem>[] {
  if (hasEnded(actor)) return [];
  if (actor.kind === 'person') return [act(system, actor)];
  if (actor.at === 'waiting') return startPost(system, actor);
  const steps = actsOf(system, actor, fences).flatMap((act) => carryOutAct(system, actor, act, fences));
  return system.budget.crashes === 0 ? steps : [...steps, kill(system, actor)];
}

/** A person sets a hold, or moves the traffic back in the console, with the etag that they read just before. */
function act(system: ReleaseSystem, actor: ReleaseActor): Step<ReleaseSystem> {
  const [service] = actor.members as [number];
  const { etag, ...state } = system.services[service] as MemberService;
  const change = actor.name === 'console' ? { traffic: { base: 100 } } : { hold: actor.name };
  const changed = afterWrite(system, { by: actor.name, service, etag, next: { ...state, ...change } });
  return { label: `${actor.name}: changes ${service}`, state: withReleaseActor(changed, actor.name, { at: 'done' }) };
}

function startPost(system: ReleaseSystem, actor: ReleaseActor): Step<ReleaseSystem>[] {
  const main = system.actors.find(({ name }) => name === mainOf(actor));
  if (main?.at === 'crashed')
    return [
      { label: `${actor.name}: starts`, state: withReleaseActor(system, actor.name, { at: 'decide', todo: [] }) },
    ];
  return main?.at === 'done'
    ? [{ label: `${actor.name}: has nothing to do`, state: withReleaseActor(system, actor.name, { at: 'done' }) }]
    : [];
}

function kill(system: ReleaseSystem, actor: ReleaseActor): Step<ReleaseSystem> {
  const budget = { ...system.budget, crashes: system.budget.crashes - 1 };
  const change = { at: 'crashed', seen: undefined, finishing: undefined, todo: [] } as const;
  return {
    label: `${actor.name}: is killed in ${actor.at}`,
    state: withReleaseActor({ ...system, budget }, actor.name, change),
  };
}

function carryOutAct(
  system: ReleaseSystem,
  actor: ReleaseActor,
  act: Act,
  fences: ReleaseFences,
): Step<ReleaseSystem>[] {
  const label = `${actor.name}: ${act.what}`;
  if (act.do === 'read') {
    const state = system.services[act.service] as MemberService;
    return [{ label, state: withReleaseActor(system, actor.name, { seen: { service: act.service, state } }) }];
  }
  if (act.do === 'write') return send(system, actor, act, label, fences);
  const { budget } = system;
  if (act.fails && budget.badRevisions === 0) return [];
  const passed = (act.passes ?? []).map((service) => `${actor.name}@${service}`);
  const next: ReleaseSystem = {
    ...system,
    healthChecked: passed.length > 0 ? [...new Set([...system.healthChecked, ...passed])] : system.healthChecked,
    expired: act.expires === undefined ? system.expired : [...system.expired, act.expires],
    budget: {
      ...budget,
      badRevisions: budget.badRevisions - (act.fails ? 1 : 0),
      slowOwners: budget.slowOwners - (act.expires === undefined ? 0 : 1),
    },
  };
  return [{ label, state: withReleaseActor(next, actor.name, act.change) }];
}

/** A write is accepted or refused; or its response is lost, or it arrives later or never. After that the phase reads again. */
function send(
  system: ReleaseSystem,
  actor: ReleaseActor,
  { next, after }: Act & { do: 'write' },
  label: string,
  fences: ReleaseFences,
): Step<ReleaseSystem>[] {
  const { service, state } = actor.seen as NonNullable<ReleaseActor['seen']>;
  const sent = { by: actor.name, service, etag: state.etag, next };
  if (system.down === service)
    return [{ label: `${label}: no response`, state: withReleaseActor(system, actor.name, { seen: undefined }) }];
  const accepted = !fences.etag || state.etag === system.services[service]?.etag;
  const again = { seen: undefined };
  const arrived = accepted ? afterWrite(system, sent) : system;
  const steps: Step<ReleaseSystem>[] = [
    accepted
      ? { label, state: withReleaseActor(arrived, actor.name, after) }
      : { label: `${label}: refused, the etag is old`, state: withReleaseActor(system, actor.name, again) },
  ];
  const { budget } = system;
  if (budget.lostResponses === 0) return steps;
  const less = { ...budget, lostResponses: budget.lostResponses - 1 };
  return [
    ...steps,
    {
      label: `${label}: the response is lost`,
      state: withReleaseActor({ ...arrived, budget: less }, actor.name, again),
    },
    {
      label: `${label}: it is delayed`,
      state: withReleaseActor({ ...system, budget: less, inFlight: [...system.inFlight, sent] }, actor.name, again),
    },
  ];
}

/** Etags count up forever; only how old one is matters. */
function releaseKey(system: ReleaseSystem): string {
  const age = (service: number, etag: number) => (system.services[service]?.etag ?? 0) - etag;
  return [
    ...system.services.map(numberOf),
    system.healthChecked.join(),
    ...system.actors.map(
      (actor) => `${numberOf(actor)}/${actor.seen ? age(actor.seen.service, actor.seen.state.etag) : ''}`,
    ),
    ...system.inFlight.map((sent) => `${numberOf(sent)}-${age(sent.service, sent.etag)}`),
    system.expired.join(),
    system.down,
    numberOf(system.budget),
  ].join('|');
}

/** Runs one more actor to completion without further faults; undefined if it does not end. */
function runToCompletion(
  system: ReleaseSystem,
  actor: ReleaseSetup['actors'][number],
  fences: ReleaseFences,
): ReleaseSystem | undefined {
  let now: ReleaseSystem = {
    ...system,
    budget: NO_RELEASE_FAULTS,
    inFlight: [],
    down: undefined,
    actors: [newActor(actor)],
  };
  for (let i = 0; i < 300; i++) {
    if (now.actors.every(hasEnded)) return now;
    const [step] = releaseSteps(now, fences);
    if (!step) return undefined;
    now = step.state;
  }
  return undefined;
}
