/** Migrations as a model: what can happen next in their system. */
import type { Model, Step } from '../explore.ts';
import { numberOf } from '../state-parts.ts';
import {
  ALL_MIGRATION_FENCES,
  checkTraffic,
  decideMigration,
  followMigration,
  type MigrationFences,
  rollBack,
} from './protocol.ts';
import {
  isOver,
  type LateCall,
  type MigrateStep,
  type MigrationBudget,
  type MigrationJob,
  type MigrationSystem,
  type StepKind,
  started,
  withStep,
} from './system.ts';

export interface MigrationSetup {
  readonly steps: readonly { readonly name: string; readonly kind: StepKind; readonly commit: string }[];
  readonly budget: MigrationBudget;
  readonly fences?: Partial<MigrationFences>;
}

export const NO_MIGRATION_FAULTS: MigrationBudget = { crashes: 0, lostResponses: 0, failures: 0 };

const NEW_STEP: Omit<MigrateStep, 'name' | 'kind' | 'commit'> = {
  at: 'read',
  seen: undefined,
  listed: undefined,
  execution: undefined,
  outcome: undefined,
};

const FIRST: Readonly<Record<StepKind, MigrateStep['at']>> = {
  migrate: 'read',
  'migrate-after': 'read',
  rollback: 'plan',
  person: 'start',
};

/** A job that has applied an earlier commit, and a service whose new revision has all traffic. */
export function initialMigrations({ steps, budget }: MigrationSetup): MigrationSystem {
  return {
    job: { etag: 1, plan: 'before', recorded: ['before'] },
    executions: [{ of: 'before', state: 'succeeded', byHand: false }],
    service: { serves: 'new', held: false },
    steps: steps.map((step) => ({ ...NEW_STEP, ...step, at: FIRST[step.kind] })),
    inFlight: [],
    budget,
  };
}

export interface MigrationProperties {
  readonly safety: Model<MigrationSystem>['safety'];
  /** Re-runs follow the same protocol. */
  readonly liveness: (fences: MigrationFences) => Model<MigrationSystem>['liveness'];
}

export function migrationModel(
  setup: MigrationSetup,
  { safety, liveness }: MigrationProperties,
): Model<MigrationSystem> {
  const fences = { ...ALL_MIGRATION_FENCES, ...setup.fences };
  return {
    initial: [initialMigrations(setup)],
    steps: (system) => stepsOf(system, fences),
    key: keyOf,
    safety,
    liveness: liveness(fences),
  };
}

/** Etags count up forever; only whether one is the current one matters. */
function keyOf({ job: { etag, ...job }, executions, service, steps, inFlight, budget }: MigrationSystem): string {
  const isSame = (seen: { readonly etag: number } | undefined) => (seen ? seen.etag === etag : '');
  let key = `${numberOf(job)} ${numberOf(executions)} ${numberOf(service)} ${numberOf(budget)}`;
  for (const step of steps) key += ` ${numberOf(step)}/${isSame(step.seen)}`;
  for (const late of inFlight) key += ` ${numberOf(late)}-${isSame(late)}`;
  return key;
}

function stepsOf(system: MigrationSystem, fences: MigrationFences): Step<MigrationSystem>[] {
  return [...environment(system, fences), ...system.steps.flatMap((step) => actorSteps(system, step, fences))];
}

/** What happens without a step: executions end, late calls arrive. */
function environment(system: MigrationSystem, fences: MigrationFences): Step<MigrationSystem>[] {
  const { executions, inFlight, budget } = system;
  const ends = executions.flatMap(({ of, state }, i) => {
    if (state !== 'running') return [];
    const end = (as: 'succeeded' | 'failed') => executions.map((one, at) => (at === i ? { ...one, state: as } : one));
    const good = { label: `execution ${i} of ${of} succeeds`, state: { ...system, executions: end('succeeded') } };
    if (budget.failures === 0) return [good];
    const less = { ...budget, failures: budget.failures - 1 };
    return [
      good,
      { label: `execution ${i} of ${of} fails`, state: { ...system, budget: less, executions: end('failed') } },
    ];
  });
  const late = inFlight.map((call, i) => {
    const rest = { ...system, inFlight: inFlight.filter((_, at) => at !== i) };
    return { label: `a late ${call.kind} of ${call.by} arrives`, state: arrive(rest, call, fences) ?? rest };
  });
  return [...ends, ...late];
}

/** The system after a call, or `undefined` where the server refuses it for its etag. */
function arrive(
  system: MigrationSystem,
  { etag, writes }: LateCall,
  fences: MigrationFences,
): MigrationSystem | undefined {
  const { job } = system;
  const fenced = writes === undefined ? fences.startEtag : fences.writeEtag;
  if (fenced && etag !== job.etag) return undefined;
  return writes === undefined ? started(system, false) : { ...system, job: { ...writes, etag: job.etag + 1 } };
}

function actorSteps(system: MigrationSystem, step: MigrateStep, fences: MigrationFences): Step<MigrationSystem>[] {
  if (isOver(step)) return [];
  if (step.kind === 'person')
    return [
      { label: `${step.name} starts the job`, state: withStep(started(system, true), step.name, { at: 'done' }) },
    ];
  return [...carryOut(system, step, fences), ...crash(system, step)];
}

function crash(system: MigrationSystem, { name, at }: MigrateStep): Step<MigrationSystem>[] {
  const { budget } = system;
  if (budget.crashes === 0) return [];
  const rest = { ...system, budget: { ...budget, crashes: budget.crashes - 1 } };
  return [{ label: `${name} is killed in ${at}`, state: withStep(rest, name, { at: 'crashed', seen: undefined }) }];
}

function carryOut(system: MigrationSystem, step: MigrateStep, fences: MigrationFences): Step<MigrationSystem>[] {
  const { name, at } = step;
  const label = `${name}: ${at}`;
  if (step.kind === 'rollback') return [{ label, state: rollBack(system, step, fences) }];
  if (at === 'check') return [{ label, state: withStep(system, name, checkTraffic(system)) }];
  if (at === 'wait' || at === 'follow') {
    const change = followMigration(system, step);
    return change ? [{ label, state: withStep(system, name, change) }] : [];
  }
  if (at === 'read') {
    const read = fences.jobFirst ? { seen: system.job } : { listed: system.executions };
    return [{ label, state: withStep(system, name, { at: 'list', ...read }) }];
  }
  if (at === 'list') {
    const { seen = system.job, listed = system.executions } = step;
    const change = decideMigration(step, seen, listed, fences);
    return [{ label, state: withStep(system, name, { seen, listed: undefined, ...change }) }];
  }
  return call(system, step, fences);
}

const withRecord = (recorded: MigrationJob['recorded'], commit: string) => [...new Set([...recorded, commit])].sort();

/** What the step writes; `undefined` for a start. A record is removed only if nothing of the commit ever ran. */
function writesOf({ executions }: MigrationSystem, { at, commit, seen }: MigrateStep, fences: MigrationFences) {
  if (at === 'start') return undefined;
  const { plan, recorded } = seen as MigrationJob;
  if (at === 'write') return { plan: commit, recorded: fences.recordFirst ? withRecord(recorded, commit) : recorded };
  const ran = executions.some(({ of }) => of === commit);
  return { plan, recorded: ran ? recorded : recorded.filter((one) => one !== commit) };
}

/** A write of the plan, one that takes the record back, or a start. */
function call(system: MigrationSystem, step: MigrateStep, fences: MigrationFences): Step<MigrationSystem>[] {
  const { name, at } = step;
  const { etag } = step.seen as MigrationJob;
  const label = `${name}: ${at}`;
  const kind = at as LateCall['kind'];
  const sent: LateCall = { by: name, kind, etag, writes: writesOf(system, step, fences) };
  const after = arrive(system, sent, fences);
  const again = { at: 'read', seen: undefined } as const;
  if (after === undefined) return [{ label: `${label}, refused`, state: withStep(system, name, again) }];
  const accepted = {
    write: again,
    withdraw: { at: 'done', outcome: 'refused', seen: undefined },
    start: { at: 'follow', execution: system.executions.length },
  }[kind] as Partial<MigrateStep>;
  const steps = [{ label, state: withStep(after, name, accepted) }];
  if (system.budget.lostResponses === 0) return steps;
  const budget = { ...system.budget, lostResponses: system.budget.lostResponses - 1 };
  return [
    ...steps,
    { label: `${label}, and the response is lost`, state: withStep({ ...after, budget }, name, again) },
    {
      label: `${label}, and it is delayed`,
      state: withStep({ ...system, budget, inFlight: [...system.inFlight, sent] }, name, again),
    },
  ];
}

/** Runs one step to completion without further faults; `undefined` if it does not end. */
export function runToCompletion(
  system: MigrationSystem,
  { name, kind, commit }: Pick<MigrateStep, 'name' | 'kind' | 'commit'>,
  fences: MigrationFences,
): MigrationSystem | undefined {
  let now: MigrationSystem = {
    ...system,
    budget: NO_MIGRATION_FAULTS,
    inFlight: [],
    steps: [{ ...NEW_STEP, name, kind, commit, at: FIRST[kind] }],
  };
  for (let i = 0; i < 100; i++) {
    const [step] = now.steps as [MigrateStep];
    if (isOver(step)) return now;
    const [next] = stepsOf(now, fences);
    if (next === undefined) return undefined;
    now = next.state;
  }
  return undefined;
}
