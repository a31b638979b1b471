/** What the simulation runs in a process of its own, since it takes the machine's time away: one task, given as JSON. */
import './engine/machine.ts';
import { machineTime } from './engine/machine.ts';
import { pairsOf } from './engine/network.ts';
import type { Fault } from './engine/played.ts';
import { shrink } from './engine/shrink.ts';
import type { SomeSchedule, SubjectName } from './names.ts';
import { planSweep, SUBJECT, subjectOf } from './subjects.ts';

export type Task =
  | {
      readonly kind: 'campaign';
      readonly actions: readonly SubjectName[];
      readonly from: number;
      readonly step: number;
      /** Seeds to play, each for every action. */
      readonly count: number;
      readonly seconds: number;
      /** Whether, in the end, pairs of call and fault that no schedule had are played, each in a schedule that has the call. */
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
  | { readonly kind: 'replay'; readonly schedule: number | SomeSchedule; readonly action: SubjectName };

export interface Tally {
  readonly schedules: number;
  /** Those that were made for a pair of call and fault that no other had. */
  readonly aimed: number;
  /** Those with two actors or more and a fault that hit a call. */
  readonly counted: number;
  /** Milliseconds by the clock, and of the processor. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly calls: readonly string[];
  readonly hit: readonly string[];
}

export interface CampaignResult {
  readonly tallies: Readonly<Partial<Record<SubjectName, Tally>>>;
  readonly failures: readonly {
    readonly action: SubjectName;
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

/** More failures than these are the same one. */
const MOST_FAILURES = 5;

async function campaign({
  actions,
  from,
  step,
  count,
  seconds,
  aims,
}: Task & { kind: 'campaign' }): Promise<CampaignResult> {
  const began = machineTime();
  const failures: CampaignResult['failures'][number][] = [];
  const tallies = actions.map((action) => ({ action, ...newTally() }));
  const play = async (tally: (typeof tallies)[number], seed: number, schedule: SomeSchedule) => {
    const { action } = tally;
    const start = machineTime();
    const cpu = process.cpuUsage();
    const played = await SUBJECT[action].play(schedule);
    const { user, system } = process.cpuUsage(cpu);
    tally.ms += machineTime() - start;
    tally.cpuMs += (user + system) / 1000;
    tally.schedules++;
    if (schedule.actors.length > 1 && played.hit.length > 0) tally.counted++;
    for (const [name, place] of played.calls)
      tally.calls.set(name, tally.calls.get(name) ?? (place && { schedule, place }));
    for (const pair of played.hit) tally.hit.add(pair);
    if (!played.violation) return;
    const { property, message } = played.violation;
    failures.push({ action, seed, message, schedule: await shrink(schedule, property, SUBJECT[action]) });
  };
  let seeds = 0;
  for (let seed = from; seeds < count && machineTime() - began < seconds * 1000; seed += step) {
    seeds++;
    for (const tally of tallies) await play(tally, seed, SUBJECT[tally.action].plan(seed));
    if (failures.length >= MOST_FAILURES) break;
  }
  for (const tally of aims ? tallies : [])
    for (const { call, kind, pair } of pairsOf([...tally.calls.keys()])) {
      const found = tally.calls.get(call);
      if (tally.hit.has(pair) || !found || failures.length >= MOST_FAILURES) continue;
      const { schedule, place } = found;
      // Until then everything happens as it did, so the call is made.
      tally.aimed++;
      await play(tally, schedule.seed, {
        ...schedule,
        faults: [...schedule.faults, { ...place, kind }],
      } as SomeSchedule);
    }
  const told = ({ action, calls, hit, ...rest }: (typeof tallies)[number]) => [
    action,
    { ...rest, calls: [...calls.keys()], hit: [...hit] },
  ];
  return { tallies: Object.fromEntries(tallies.map(told)), failures };
}

const newTally = () => ({
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
      const { violation } = await subjectOf(schedule).play(schedule);
      if (violation) failures.push({ mode, message: violation.message, schedule });
    }
  return { cases, failures };
}

async function replay({ schedule: given, action }: Task & { kind: 'replay' }): Promise<ReplayResult> {
  const schedule = typeof given === 'number' ? SUBJECT[action].plan(given) : given;
  const { violation, trace, printed } = await subjectOf(schedule).play(schedule);
  return { schedule, message: violation?.message, trace, printed };
}

async function work(): Promise<void> {
  const task = JSON.parse(process.argv[2] ?? '') as Task;
  const result =
    task.kind === 'campaign' ? await campaign(task) : task.kind === 'sweep' ? await sweep(task) : await replay(task);
  process.stdout.write(JSON.stringify(result), () => process.exit(0));
}

void work();
