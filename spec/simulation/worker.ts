/** Runs one task, given as JSON, in a separate process, since the simulation replaces Node's time. */
import './engine/virtual-globals.ts';
import type { SimulatedActionName, SomeSchedule } from './action-names.ts';
import { pairsOf } from './engine/network.ts';
import type { Fault } from './engine/schedule.ts';
import { shrink } from './engine/shrink.ts';
import { realTime } from './engine/virtual-globals.ts';
import { ACTIONS, planSweep, simulatedActionOf } from './simulated-actions.ts';

export type Task =
  | {
      readonly kind: 'campaign';
      readonly actions: readonly SimulatedActionName[];
      readonly from: number;
      readonly step: number;
      /** Seeds to play, each for every action. */
      readonly count: number;
      readonly seconds: number;
      /** Whether pairs of call and fault that no schedule had are played at the end, each in a schedule that has the call. */
      readonly aims: boolean;
    }
  | {
      readonly kind: 'sweep';
      /** `ACTION MODE`. */
      readonly modes: readonly string[];
      /** Every n-th case of each mode, from number `first` on, counted from 0. */
      readonly first: number;
      readonly every: number;
    }
  | { readonly kind: 'replay'; readonly schedule: number | SomeSchedule; readonly action: SimulatedActionName };

export interface Statistics {
  readonly schedules: number;
  /** Schedules made for a pair of call and fault that no other schedule had. */
  readonly aimed: number;
  /** Schedules with at least two actors and a fault that hit a call. */
  readonly counted: number;
  /** Milliseconds of real time, and of processor time. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly calls: readonly string[];
  readonly hit: readonly string[];
}

export interface CampaignResult {
  readonly statistics: Readonly<Partial<Record<SimulatedActionName, Statistics>>>;
  readonly failures: readonly {
    readonly action: SimulatedActionName;
    readonly seed: number;
    readonly message: string;
    readonly schedule: SomeSchedule;
  }[];
}

export interface SweepResult {
  /** Cases by mode. */
  readonly cases: Readonly<Record<string, number>>;
  readonly failures: readonly { readonly mode: string; readonly message: string; readonly schedule: SomeSchedule }[];
}

export interface ReplayResult {
  readonly schedule: SomeSchedule;
  readonly message: string | undefined;
  readonly trace: readonly string[];
  readonly printed: Readonly<Record<string, string>>;
}

/** Further failures have the same cause, as a rule. */
const MOST_FAILURES = 5;

async function campaign({
  actions,
  from,
  step,
  count,
  seconds,
  aims,
}: Task & { kind: 'campaign' }): Promise<CampaignResult> {
  const began = realTime();
  const failures: CampaignResult['failures'][number][] = [];
  const statistics = actions.map((action) => ({ action, ...newStatistics() }));
  const play = async (counts: (typeof statistics)[number], seed: number, schedule: SomeSchedule) => {
    const { action } = counts;
    const start = realTime();
    const cpu = process.cpuUsage();
    const played = await ACTIONS[action].play(schedule);
    const { user, system } = process.cpuUsage(cpu);
    counts.ms += realTime() - start;
    counts.cpuMs += (user + system) / 1000;
    counts.schedules++;
    if (schedule.actors.length > 1 && played.hit.length > 0) counts.counted++;
    for (const [name, place] of played.calls)
      counts.calls.set(name, counts.calls.get(name) ?? (place && { schedule, place }));
    for (const pair of played.hit) counts.hit.add(pair);
    if (!played.violation) return;
    const { property, message } = played.violation;
    failures.push({ action, seed, message, schedule: await shrink(schedule, property, ACTIONS[action]) });
  };
  let seeds = 0;
  for (let seed = from; seeds < count && realTime() - began < seconds * 1000; seed += step) {
    seeds++;
    for (const counts of statistics) await play(counts, seed, ACTIONS[counts.action].plan(seed));
    if (failures.length >= MOST_FAILURES) break;
  }
  for (const counts of aims ? statistics : [])
    for (const { call, kind, pair } of pairsOf([...counts.calls.keys()])) {
      const found = counts.calls.get(call);
      if (counts.hit.has(pair) || !found || failures.length >= MOST_FAILURES) continue;
      const { schedule, place } = found;
      // Up to this call the schedule is unchanged, so the call occurs.
      counts.aimed++;
      await play(counts, schedule.seed, {
        ...schedule,
        faults: [...schedule.faults, { ...place, kind }],
      } as SomeSchedule);
    }
  const toJson = ({ action, calls, hit, ...rest }: (typeof statistics)[number]) => [
    action,
    { ...rest, calls: [...calls.keys()], hit: [...hit] },
  ];
  return { statistics: Object.fromEntries(statistics.map(toJson)), failures };
}

const newStatistics = () => ({
  schedules: 0,
  aimed: 0,
  counted: 0,
  ms: 0,
  cpuMs: 0,
  calls: new Map<
    string,
    { readonly schedule: SomeSchedule; readonly place: Pick<Fault, 'actor' | 'call'> } | undefined
  >(),
  hit: new Set<string>(),
});

async function sweep({ modes, first, every }: Task & { kind: 'sweep' }): Promise<SweepResult> {
  const cases: Record<string, number> = {};
  const failures: SweepResult['failures'][number][] = [];
  for (const mode of modes)
    for (const [number, schedule] of (await planSweep(mode)).entries()) {
      if (number % every !== first) continue;
      cases[mode] = (cases[mode] ?? 0) + 1;
      const { violation } = await simulatedActionOf(schedule).play(schedule);
      if (violation) failures.push({ mode, message: violation.message, schedule });
    }
  return { cases, failures };
}

async function replay({ schedule: given, action }: Task & { kind: 'replay' }): Promise<ReplayResult> {
  const schedule = typeof given === 'number' ? ACTIONS[action].plan(given) : given;
  const { violation, trace, printed } = await simulatedActionOf(schedule).play(schedule);
  return { schedule, message: violation?.message, trace, printed };
}

async function work(): Promise<void> {
  const task = JSON.parse(process.argv[2] ?? '') as Task;
  const result =
    task.kind === 'campaign' ? await campaign(task) : task.kind === 'sweep' ? await sweep(task) : await replay(task);
  process.stdout.write(JSON.stringify(result), () => process.exit(0));
}

void work();
