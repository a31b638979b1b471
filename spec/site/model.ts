/** The publishing of a site as a model: what can happen next in its system. */
import type { Model, Step } from '../explore.ts';
import { numberOf } from '../state-parts.ts';
import { ALL_SITE_FENCES, type SiteFences } from './fences.ts';
import { type Move, moveOf } from './protocol.ts';
import {
  asset,
  hasStopped,
  type LateWrite,
  manifest,
  type Run,
  type RunKind,
  type SiteBudget,
  type SiteState,
  type SiteSystem,
  withObject,
  withRun,
  withState,
} from './system.ts';

export interface SiteSetup {
  readonly runs: readonly { readonly name: string; readonly kind: RunKind }[];
  readonly budget: SiteBudget;
  readonly fences?: Partial<SiteFences>;
}

export const NO_SITE_FAULTS: SiteBudget = { crashes: 0, lostResponses: 0, slowRuns: 0, cacheFailures: 0 };

const NEW_RUN: Omit<Run, 'name' | 'kind'> = {
  at: 'read',
  plan: undefined,
  left: [],
  stateFresh: true,
  changed: [],
  unsure: false,
  claimRenewed: true,
  outcome: undefined,
};

/** A site that serves its second release. */
export function initialSite({ runs, budget }: SiteSetup): SiteSystem {
  const files = ['old', 'new'].flatMap((release) => [
    [asset(release), release],
    [manifest(release), release],
  ]);
  return {
    state: {
      current: 'new',
      published: ['old', 'new'],
      hold: undefined,
      released: undefined,
      unfinished: undefined,
      claim: undefined,
      staged: undefined,
    },
    objects: { ...Object.fromEntries(files), index: 'new' },
    expired: false,
    canary: 'undecided',
    runs: runs.map((run) => ({ ...NEW_RUN, ...run })),
    inFlight: [],
    createdLate: [],
    budget,
  };
}

export interface SiteProperties {
  readonly safety: Model<SiteSystem>['safety'];
  /** Re-runs follow the same protocol. */
  readonly liveness: (fences: SiteFences) => Model<SiteSystem>['liveness'];
}

export function siteModel(setup: SiteSetup, { safety, liveness }: SiteProperties): Model<SiteSystem> {
  const fences = { ...ALL_SITE_FENCES, ...setup.fences };
  return {
    initial: [initialSite(setup)],
    steps: (system) => [...environment(system, fences), ...system.runs.flatMap((run) => stepsOf(system, run, fences))],
    key: keyOf,
    safety,
    liveness: liveness(fences),
  };
}

/** Objects in the order of their names: the order of writes makes no other state. */
function keyOf({ objects, state, runs, expired, canary, inFlight, createdLate, budget }: SiteSystem): string {
  let key = `${numberOfObjects(objects)} ${numberOf(state)} ${expired} ${canary} ${numberOf(createdLate)} ${numberOf(budget)}`;
  for (const run of runs) key += ` ${numberOf(run)}`;
  for (const late of inFlight) key += ` ${numberOf(late)}-`;
  return key;
}

/** By the number of the objects as they are. */
const sortedObjects: number[] = [];

function numberOfObjects(objects: SiteSystem['objects']): number {
  const number = numberOf(objects);
  sortedObjects[number] ??= numberOf(Object.entries(objects).sort());
  return sortedObjects[number];
}

/** What happens without a run: claims expire, late writes arrive, the canary is decided. */
function environment(system: SiteSystem, fences: SiteFences): Step<SiteSystem>[] {
  const steps: Step<SiteSystem>[] = [];
  const { state, runs, expired, canary, inFlight, budget } = system;
  if (canary === 'undecided' && runs.some(({ kind }) => kind === 'stage'))
    for (const decision of ['promoted', 'restored'] as const)
      steps.push({ label: `the canary is ${decision}`, state: { ...system, canary: decision } });
  const holder = runs.find(({ name }) => name === state.claim?.owner);
  if (holder !== undefined && !expired) {
    if (holder.at === 'crashed')
      steps.push({ label: `the claim of ${holder.name} expires`, state: { ...system, expired: true } });
    else if (budget.slowRuns > 0 && holder.claimRenewed)
      for (const slow of [holder, ...sending(system, holder, fences)]) steps.push(slowStep(system, holder, slow));
  }
  for (const [i, late] of inFlight.entries()) {
    const rest = { ...system, inFlight: inFlight.filter((_, at) => at !== i) };
    steps.push({ label: `a late write of ${late.by} arrives`, state: arrive(rest, late, fences) });
  }
  return steps;
}

function arrive(system: SiteSystem, late: LateWrite, fences: SiteFences): SiteSystem {
  if (late.kind === 'state') return replaceState(system, late.by, late.state, fences);
  const { object } = late.write;
  const created = object in system.objects ? [] : [object];
  return withObject(
    { ...system, createdLate: [...system.createdLate, ...created] },
    late.by,
    late.write,
    fences.objectGeneration,
  );
}

/** The state replaced. No write stays on the network for the whole of another run: once that has come to its end, only its own may arrive. */
function replaceState(system: SiteSystem, by: string, state: SiteState, { stateGeneration }: SiteFences): SiteSystem {
  const replaced = withState(system, by, state, stateGeneration);
  if (state.claim !== undefined || state.unfinished !== undefined) return replaced;
  return { ...replaced, inFlight: replaced.inFlight.filter((late) => late.by === by) };
}

function slowStep(system: SiteSystem, holder: Run, sent: Run | LateWrite): Step<SiteSystem> {
  const late = 'by' in sent ? [sent] : [];
  const budget = { ...system.budget, slowRuns: system.budget.slowRuns - 1 };
  return {
    label: `${holder.name} stands still${late.length > 0 ? ' with a write on the network' : ''}, and its claim expires`,
    state: withRun(
      { ...system, budget, expired: true, inFlight: [...system.inFlight, ...late] },
      holder.name,
      // A write on the network whose response never arrived: the run does not know of it.
      { claimRenewed: false, ...(late.length > 0 && { unsure: true }) },
    ),
  };
}

/** The write that the run would send now and that the server would accept. */
function sending(system: SiteSystem, run: Run, fences: SiteFences): LateWrite[] {
  const move = moveOf(run, fences);
  if (move?.do === 'object' && mayWrite(run, move.write.object, fences))
    return [{ by: run.name, kind: 'object', write: move.write }];
  if (move?.do === 'state' && (run.stateFresh || !fences.stateGeneration))
    return [{ by: run.name, kind: 'state', state: move.next(system.state) }];
  return [];
}

const mayWrite = (run: Run, object: string, fences: SiteFences): boolean =>
  !run.changed.includes(object) || !fences.objectGeneration;

function stepsOf(system: SiteSystem, run: Run, fences: SiteFences): Step<SiteSystem>[] {
  if (hasStopped(run)) return [];
  const move = moveOf(run, fences);
  if (move === undefined) return [];
  return [...carryOut(system, run, move, fences), ...crash(system, run, fences)];
}

function crash(system: SiteSystem, run: Run, fences: SiteFences): Step<SiteSystem>[] {
  if (system.budget.crashes === 0) return [];
  const rest = { ...system, budget: { ...system.budget, crashes: system.budget.crashes - 1 } };
  const gone = { at: 'crashed', plan: undefined, left: [], changed: [], unsure: false } as const;
  const label = `${run.name} is killed in ${run.at}`;
  return [
    { label, state: withRun(rest, run.name, gone) },
    ...sending(system, run, fences).map((late) => ({
      label: `${label} with a write on the network`,
      state: withRun({ ...rest, inFlight: [...rest.inFlight, late] }, run.name, gone),
    })),
  ];
}

function carryOut(system: SiteSystem, run: Run, move: Move, fences: SiteFences): Step<SiteSystem>[] {
  const { name, at } = run;
  if (move.do === 'read') {
    const change = move.decide(system);
    return change ? [{ label: `${name}: ${at}`, state: withRun(system, name, change) }] : [];
  }
  return move.do === 'object' ? writeObject(system, run, move, fences) : writeState(system, run, move, fences);
}

function writeObject(
  system: SiteSystem,
  run: Run,
  { write, after }: Move & { do: 'object' },
  fences: SiteFences,
): Step<SiteSystem>[] {
  const { name, unsure } = run;
  const { object, content } = write;
  const label = `${name}: ${content === undefined ? 'deletes' : 'writes'} ${object}`;
  const done = { ...after, unsure: false };
  if (!mayWrite(run, object, fences)) {
    const landed = unsure && fences.readBack && system.objects[object] === content;
    return landed
      ? [{ label: `${label}, which had landed`, state: withRun(system, name, done) }]
      : [
          {
            label: `${label}, refused: another run changed it`,
            state: withRun(system, name, { at: 'release claim', left: [], outcome: 'failed', unsure: false }),
          },
        ];
  }
  const written = withObject(system, name, write, fences.objectGeneration);
  const steps = [{ label, state: withRun(written, name, done) }];
  if (system.budget.lostResponses > 0)
    steps.push({
      label: `${label}, and the response is lost`,
      state: withRun(lostResponse(written), name, { unsure: true, changed: [...run.changed, object].sort() }),
    });
  return steps;
}

function writeState(
  system: SiteSystem,
  run: Run,
  { next, landed, after, unsettled, refused }: Move & { do: 'state' },
  fences: SiteFences,
): Step<SiteSystem>[] {
  const { name, at, unsure } = run;
  const label = `${name}: state, ${at}`;
  if (!run.stateFresh && fences.stateGeneration) {
    const found = unsure && fences.readBack && landed(system.state);
    return [
      {
        label: `${label}, ${found ? 'which had landed' : 'refused: another run was first'}`,
        state: withRun(system, name, { ...(found ? { ...after, stateFresh: true } : refused), unsure: false }),
      },
    ];
  }
  const written = replaceState(system, name, next(system.state), fences);
  const steps = [{ label, state: withRun(written, name, { ...after, unsure: false }) }];
  if (system.budget.lostResponses > 0)
    steps.push({
      label: `${label}, and the response is lost`,
      state: withRun(lostResponse(written), name, { unsure: true, stateFresh: false }),
    });
  if (unsettled && system.budget.cacheFailures > 0) {
    const budget = { ...system.budget, cacheFailures: system.budget.cacheFailures - 1 };
    const left = replaceState({ ...system, budget }, name, unsettled(system.state), fences);
    steps.push({
      label: `${label}, and caches may have old pages`,
      state: withRun(left, name, { at: 'done', outcome: 'failed', unsure: false }),
    });
  }
  return steps;
}

const lostResponse = (system: SiteSystem): SiteSystem => ({
  ...system,
  budget: { ...system.budget, lostResponses: system.budget.lostResponses - 1 },
});

/** Runs one run to completion without further faults; `undefined` if it does not end. */
export function runToCompletion(
  system: SiteSystem,
  name: string,
  kind: RunKind,
  fences: SiteFences,
): SiteSystem | undefined {
  // The holder of a claim has stopped.
  let now: SiteSystem = {
    ...system,
    budget: NO_SITE_FAULTS,
    inFlight: [],
    expired: system.state.claim !== undefined,
    runs: [{ ...NEW_RUN, name, kind }],
  };
  for (let i = 0; i < 100; i++) {
    const [run] = now.runs as [Run];
    if (hasStopped(run)) return now;
    const [step] = stepsOf(now, run, fences);
    if (step === undefined) return undefined;
    now = step.state;
  }
  return undefined;
}
