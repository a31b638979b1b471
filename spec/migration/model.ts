/** Migrations as a model: what can happen next in their world. */
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
  type MigrationWorld,
  type StepKind,
  started,
  withStep,
} from './world.ts';

export interface MigrationSetup {
  readonly steps: readonly { readonly name: string; readonly kind: StepKind; readonly commit: string }[];
  readonly budget: MigrationBudget;
  readonly fences?: Partial<MigrationFences>;
}

export const ALL_GOES_WELL: MigrationBudget = { crashes: 0, lostAnswers: 0, failures: 0 };

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
export function initialMigrations({ steps, budget }: MigrationSetup): MigrationWorld {
  return {
    job: { etag: 1, plan: 'before', recorded: ['before'] },
    executions: [{ of: 'before', state: 'succeeded', byHand: false }],
    service: { serves: 'new', held: false },
    steps: steps.map((step) => ({ ...NEW_STEP, ...step, at: FIRST[step.kind] })),
    inFlight: [],
    budget,
  };
}

export function migrationModel(
  setup: MigrationSetup,
  properties: Pick<Model<MigrationWorld>, 'safety' | 'liveness'>,
): Model<MigrationWorld> {
  const fences = { ...ALL_MIGRATION_FENCES, ...setup.fences };
  return {
    initial: [initialMigrations(setup)],
    steps: (world) => stepsOf(world, fences),
    key: keyOf,
    ...properties,
  };
}

/** Etags count up for ever; only whether one is the current one matters. */
function keyOf({ job: { etag, ...job }, executions, service, steps, inFlight, budget }: MigrationWorld): string {
  const isSame = (seen: { readonly etag: number } | undefined) => (seen ? seen.etag === etag : '');
  let key = `${numberOf(job)} ${numberOf(executions)} ${numberOf(service)} ${numberOf(budget)}`;
  for (const step of steps) key += ` ${numberOf(step)}/${isSame(step.seen)}`;
  for (const late of inFlight) key += ` ${numberOf(late)}-${isSame(late)}`;
  return key;
}

function stepsOf(world: MigrationWorld, fences: MigrationFences): Step<MigrationWorld>[] {
  return [...environment(world, fences), ...world.steps.flatMap((step) => actorSteps(world, step, fences))];
}

/** What happens without a step: executions end, late calls arrive. */
function environment(world: MigrationWorld, fences: MigrationFences): Step<MigrationWorld>[] {
  const { executions, inFlight, budget } = world;
  const ends = executions.flatMap(({ of, state }, i) => {
    if (state !== 'running') return [];
    const end = (as: 'succeeded' | 'failed') => executions.map((one, at) => (at === i ? { ...one, state: as } : one));
    const good = { label: `execution ${i} of ${of} succeeds`, state: { ...world, executions: end('succeeded') } };
    if (budget.failures === 0) return [good];
    const less = { ...budget, failures: budget.failures - 1 };
    return [
      good,
      { label: `execution ${i} of ${of} fails`, state: { ...world, budget: less, executions: end('failed') } },
    ];
  });
  const late = inFlight.map((call, i) => {
    const rest = { ...world, inFlight: inFlight.filter((_, at) => at !== i) };
    return { label: `a late ${call.kind} of ${call.by} arrives`, state: arrive(rest, call, fences) ?? rest };
  });
  return [...ends, ...late];
}

/** The world after a call, or `undefined` where the server refuses it for its etag. */
function arrive(
  world: MigrationWorld,
  { etag, writes }: LateCall,
  fences: MigrationFences,
): MigrationWorld | undefined {
  const { job } = world;
  const fenced = writes === undefined ? fences.startEtag : fences.writeEtag;
  if (fenced && etag !== job.etag) return undefined;
  return writes === undefined ? started(world, false) : { ...world, job: { ...writes, etag: job.etag + 1 } };
}

function actorSteps(world: MigrationWorld, step: MigrateStep, fences: MigrationFences): Step<MigrationWorld>[] {
  if (isOver(step)) return [];
  if (step.kind === 'person')
    return [{ label: `${step.name} starts the job`, state: withStep(started(world, true), step.name, { at: 'done' }) }];
  return [...carryOut(world, step, fences), ...crash(world, step)];
}

function crash(world: MigrationWorld, { name, at }: MigrateStep): Step<MigrationWorld>[] {
  const { budget } = world;
  if (budget.crashes === 0) return [];
  const rest = { ...world, budget: { ...budget, crashes: budget.crashes - 1 } };
  return [{ label: `${name} is killed in ${at}`, state: withStep(rest, name, { at: 'crashed', seen: undefined }) }];
}

function carryOut(world: MigrationWorld, step: MigrateStep, fences: MigrationFences): Step<MigrationWorld>[] {
  const { name, at } = step;
  const label = `${name}: ${at}`;
  if (step.kind === 'rollback') return [{ label, state: rollBack(world, step, fences) }];
  if (at === 'check') return [{ label, state: withStep(world, name, checkTraffic(world)) }];
  if (at === 'wait' || at === 'follow') {
    const change = followMigration(world, step);
    return change ? [{ label, state: withStep(world, name, change) }] : [];
  }
  if (at === 'read') {
    const read = fences.jobFirst ? { seen: world.job } : { listed: world.executions };
    return [{ label, state: withStep(world, name, { at: 'list', ...read }) }];
  }
  if (at === 'list') {
    const { seen = world.job, listed = world.executions } = step;
    const change = decideMigration(step, seen, listed, fences);
    return [{ label, state: withStep(world, name, { seen, listed: undefined, ...change }) }];
  }
  return call(world, step, fences);
}

const withRecord = (recorded: MigrationJob['recorded'], commit: string) => [...new Set([...recorded, commit])].sort();

/** What the step writes; `undefined` for a start. A record is taken back only where nothing of the commit ever ran. */
function writesOf({ executions }: MigrationWorld, { at, commit, seen }: MigrateStep, fences: MigrationFences) {
  if (at === 'start') return undefined;
  const { plan, recorded } = seen as MigrationJob;
  if (at === 'write') return { plan: commit, recorded: fences.recordFirst ? withRecord(recorded, commit) : recorded };
  const ran = executions.some(({ of }) => of === commit);
  return { plan, recorded: ran ? recorded : recorded.filter((one) => one !== commit) };
}

/** A write of the plan, one that takes the record back, or a start. */
function call(world: MigrationWorld, step: MigrateStep, fences: MigrationFences): Step<MigrationWorld>[] {
  const { name, at } = step;
  const { etag } = step.seen as MigrationJob;
  const label = `${name}: ${at}`;
  const kind = at as LateCall['kind'];
  const sent: LateCall = { by: name, kind, etag, writes: writesOf(world, step, fences) };
  const after = arrive(world, sent, fences);
  const again = { at: 'read', seen: undefined } as const;
  if (after === undefined) return [{ label: `${label}, refused`, state: withStep(world, name, again) }];
  const answered = {
    write: again,
    withdraw: { at: 'done', outcome: 'refused', seen: undefined },
    start: { at: 'follow', execution: world.executions.length },
  }[kind] as Partial<MigrateStep>;
  const steps = [{ label, state: withStep(after, name, answered) }];
  if (world.budget.lostAnswers === 0) return steps;
  const budget = { ...world.budget, lostAnswers: world.budget.lostAnswers - 1 };
  return [
    ...steps,
    { label: `${label}, and the answer is lost`, state: withStep({ ...after, budget }, name, again) },
    {
      label: `${label}, and it is delayed`,
      state: withStep({ ...world, budget, inFlight: [...world.inFlight, sent] }, name, again),
    },
  ];
}

/** Lets one step go to its end in a world where nothing goes wrong any more; `undefined` if it does not end. */
export function runAlone(
  world: MigrationWorld,
  { name, kind, commit }: Pick<MigrateStep, 'name' | 'kind' | 'commit'>,
): MigrationWorld | undefined {
  let now: MigrationWorld = {
    ...world,
    budget: ALL_GOES_WELL,
    inFlight: [],
    steps: [{ ...NEW_STEP, name, kind, commit, at: FIRST[kind] }],
  };
  for (let i = 0; i < 100; i++) {
    const [step] = now.steps as [MigrateStep];
    if (isOver(step)) return now;
    const [next] = stepsOf(now, ALL_MIGRATION_FENCES);
    if (next === undefined) return undefined;
    now = next.state;
  }
  return undefined;
}
