/** The canary as a model: the next steps of a system, and the faults that can occur. */
import type { Model, Step } from '../explore.ts';
import { numberOf } from '../state-parts.ts';
import { canaryLiveness, SAFETY_OF_CANARIES } from './properties.ts';
import { ALL_CANARY_FENCES, type CanaryAct, type CanaryFences, canaryActs } from './protocol.ts';
import {
  type CanaryActor,
  type CanaryActorKind,
  type CanaryBudget,
  type CanaryService,
  type CanarySystem,
  type CanaryWrite,
  FIRST,
  hasStopped,
  withCanaryActor,
} from './system.ts';

export interface CanarySetup {
  readonly actors: readonly { readonly name: string; readonly kind: CanaryActorKind }[];
  readonly budget: CanaryBudget;
  /** The plan has a job that runs once the candidate has all traffic. */
  readonly later?: true;
  readonly fences?: Partial<CanaryFences>;
}

export const NO_CANARY_FAULTS: CanaryBudget = {
  crashes: 0,
  lostResponses: 0,
  regressions: 0,
  ticks: 0,
  freezes: 0,
  slowOwners: 0,
};

export function canaryModel({ actors, budget, later, fences: without }: CanarySetup): Model<CanarySystem> {
  const fences = { ...ALL_CANARY_FENCES, ...without };
  const service: CanaryService = {
    etag: 1,
    share: FIRST,
    canary: { step: FIRST, since: 0, advancing: undefined, next: undefined, job: later ? 'due' : 'none' },
    recorded: ['base'],
    hold: false,
  };
  const initial: CanarySystem = {
    service,
    time: 0,
    frozen: false,
    worse: false,
    migrated: [],
    jobRuns: 0,
    site: 'staged',
    actors: actors.map(newActor),
    inFlight: [],
    expired: [],
    budget,
  };
  return {
    initial: [initial],
    steps: (system) => canarySteps(system, fences),
    key,
    safety: SAFETY_OF_CANARIES,
    liveness: canaryLiveness((system, actor) => runToCompletion(system, actor, fences)),
  };
}

const newActor = ({ name, kind }: CanarySetup['actors'][number]): CanaryActor => ({
  name,
  kind,
  at: 'look',
  seen: undefined,
  judged: undefined,
  outcome: undefined,
  announced: undefined,
  ran: false,
});

function canarySteps(system: CanarySystem, fences: CanaryFences): Step<CanarySystem>[] {
  return [...environment(system, fences), ...system.actors.flatMap((actor) => actorSteps(system, actor, fences))];
}

function environment(system: CanarySystem, fences: CanaryFences): Step<CanarySystem>[] {
  const { budget, time, frozen } = system;
  const spent = (what: keyof CanaryBudget) => ({ ...budget, [what]: budget[what] - 1 });
  return [
    ...(budget.ticks > 0
      ? [{ label: 'time passes', state: { ...system, time: time + 1, budget: spent('ticks') } }]
      : []),
    ...(budget.regressions > 0
      ? [{ label: 'the candidate gets worse', state: { ...system, worse: true, budget: spent('regressions') } }]
      : []),
    ...(budget.freezes > 0
      ? [
          {
            label: `a freeze ${frozen ? 'ends' : 'begins'}`,
            state: { ...system, frozen: !frozen, budget: spent('freezes') },
          },
        ]
      : []),
    ...system.inFlight.map((sent, i) => {
      const rest = { ...system, inFlight: system.inFlight.filter((_, at) => at !== i) };
      const accepted = !fences.etag || sent.etag === system.service.etag;
      return {
        label: `${sent.by}: a late write is ${accepted ? 'accepted' : 'refused'}`,
        state: accepted ? written(rest, sent) : rest,
      };
    }),
  ];
}

const written = (system: CanarySystem, { next }: CanaryWrite): CanarySystem => ({
  ...system,
  service: { ...next, etag: system.service.etag + 1 },
});

function actorSteps(system: CanarySystem, actor: CanaryActor, fences: CanaryFences): Step<CanarySystem>[] {
  if (hasStopped(actor)) return [];
  const steps = canaryActs(system, actor, fences).flatMap((act) => carryOut(system, actor, act, fences));
  const { budget } = system;
  if (budget.crashes === 0 || actor.kind === 'person') return steps;
  const killed = withCanaryActor({ ...system, budget: { ...budget, crashes: budget.crashes - 1 } }, actor.name, {
    at: 'crashed',
    seen: undefined,
    judged: undefined,
  });
  return [...steps, { label: `${actor.name}: is killed`, state: killed }];
}

function carryOut(
  system: CanarySystem,
  actor: CanaryActor,
  act: CanaryAct,
  fences: CanaryFences,
): Step<CanarySystem>[] {
  const label = `${actor.name}: ${act.what}`;
  if (act.do === 'read')
    return [{ label, state: withCanaryActor(system, actor.name, { at: act.at, seen: system.service }) }];
  if (act.do === 'go') {
    const { budget } = system;
    const owner = system.actors.find(({ name }) => name === act.expires);
    const slow = act.expires !== undefined && owner !== undefined && !hasStopped(owner);
    const next: CanarySystem = {
      ...system,
      jobRuns: system.jobRuns + (act.runsJob ? 1 : 0),
      site: act.site ?? system.site,
      migrated: act.migrates ? [...system.migrated, actor.name] : system.migrated,
      expired: act.expires === undefined ? system.expired : [...system.expired, act.expires],
      budget: { ...budget, slowOwners: budget.slowOwners - (slow ? 1 : 0) },
    };
    return [{ label, state: withCanaryActor(next, actor.name, act.change) }];
  }
  const { etag } = actor.seen as CanaryService;
  const sent = { by: actor.name, etag, next: act.next };
  const accepted = !fences.etag || etag === system.service.etag;
  const arrived = accepted ? written(system, sent) : system;
  // A claim is planned again from the next read, without another judgment.
  const again = { at: actor.at === 'claim' ? 'claim' : 'look', seen: undefined } as const;
  const steps = [
    accepted
      ? { label, state: withCanaryActor(arrived, actor.name, act.after) }
      : { label: `${label}: refused, the etag is old`, state: withCanaryActor(system, actor.name, again) },
  ];
  const { budget } = system;
  if (budget.lostResponses === 0) return steps;
  const less = { ...budget, lostResponses: budget.lostResponses - 1 };
  const unsure = fences.readBack ? again : act.after;
  return [
    ...steps,
    {
      label: `${label}: the response is lost`,
      state: withCanaryActor({ ...arrived, budget: less }, actor.name, unsure),
    },
    {
      label: `${label}: it is delayed`,
      state: withCanaryActor({ ...system, budget: less, inFlight: [...system.inFlight, sent] }, actor.name, unsure),
    },
  ];
}

/** Etags and times count up; only how old they are matters. */
function key({ service, time, actors, inFlight, ...rest }: CanarySystem): string {
  const { etag, canary, ...state } = service;
  const age = canary ? Math.min(3, time - canary.since) : '';
  const seenAs = (seen: CanaryService | undefined) =>
    seen ? `${etag - seen.etag}/${seen.canary ? time - seen.canary.since : ''}` : '';
  return [
    numberOf(state),
    numberOf({ ...canary, since: age }),
    numberOf(rest),
    ...actors.map(({ seen, ...actor }) => `${numberOf(actor)}/${seenAs(seen)}`),
    ...inFlight.map(
      ({ next, by, etag: named }) =>
        `${numberOf(next.recorded)} ${next.canary && numberOf(next.canary)} ${next.share} ${by} ${etag - named}`,
    ),
    time,
  ].join('|');
}

/** Runs one more actor to completion without further faults; undefined if it does not end. */
function runToCompletion(
  system: CanarySystem,
  actor: CanarySetup['actors'][number],
  fences: CanaryFences,
): CanarySystem | undefined {
  let now: CanarySystem = { ...system, budget: NO_CANARY_FAULTS, inFlight: [], actors: [newActor(actor)] };
  for (let i = 0; i < 50; i++) {
    if (now.actors.every(hasStopped)) return now;
    const [step] = canarySteps(now, fences);
    if (!step) return undefined;
    now = step.state;
  }
  return undefined;
}
