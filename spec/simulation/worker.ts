/** What the simulation runs in a process of its own, since it takes the machine's time away: one task, given as JSON. */
import './engine/machine.ts';
import { play } from './deploy-run/play.ts';
import { type Mode, planSchedule, type Schedule } from './deploy-run/schedule.ts';
import { planSweep } from './deploy-run/sweep.ts';
import { machineTime } from './engine/machine.ts';
import { shrink } from './shrink.ts';

export type Task =
  | {
      readonly kind: 'campaign';
      readonly from: number;
      readonly step: number;
      readonly count: number;
      readonly seconds: number;
    }
  | {
      readonly kind: 'sweep';
      readonly modes: readonly Mode[];
      /** Every n-th case, from number `first` on, counted from 0. */
      readonly first: number;
      readonly every: number;
    }
  | { readonly kind: 'replay'; readonly schedule: number | Schedule };

export interface CampaignResult {
  readonly schedules: number;
  /** Those with two actors or more and a fault that hit a call. */
  readonly counted: number;
  /** Milliseconds by the clock, and of the processor. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly failures: readonly { readonly seed: number; readonly message: string; readonly schedule: Schedule }[];
  readonly calls: readonly string[];
  readonly hit: readonly string[];
}

export interface SweepResult {
  /** Cases by mode. */
  readonly cases: Readonly<Partial<Record<Mode, number>>>;
  readonly failures: readonly { readonly mode: Mode; readonly message: string; readonly schedule: Schedule }[];
}

export interface ReplayResult {
  readonly schedule: Schedule;
  readonly message: string | undefined;
  readonly trace: readonly string[];
  readonly printed: Readonly<Record<string, string>>;
}

/** More failures than these are the same one. */
const MOST_FAILURES = 5;

async function campaign({ from, step, count, seconds }: Task & { kind: 'campaign' }): Promise<CampaignResult> {
  const began = machineTime();
  const cpu = process.cpuUsage();
  const calls = new Set<string>();
  const hit = new Set<string>();
  const failures: CampaignResult['failures'][number][] = [];
  let schedules = 0;
  let counted = 0;
  for (let seed = from; schedules < count && machineTime() - began < seconds * 1000; seed += step) {
    const schedule = planSchedule(seed);
    const played = await play(schedule);
    schedules++;
    if (schedule.actors.length > 1 && played.hit.length > 0) counted++;
    for (const name of played.calls) calls.add(name);
    for (const pair of played.hit) hit.add(pair);
    if (!played.violation) continue;
    const { property, message } = played.violation;
    failures.push({ seed, message, schedule: await shrink(schedule, property) });
    if (failures.length >= MOST_FAILURES) break;
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    schedules,
    counted,
    ms: machineTime() - began,
    cpuMs: (user + system) / 1000,
    failures,
    calls: [...calls],
    hit: [...hit],
  };
}

async function sweep({ modes, first, every }: Task & { kind: 'sweep' }): Promise<SweepResult> {
  const cases: Partial<Record<Mode, number>> = {};
  const failures: SweepResult['failures'][number][] = [];
  let number = 0;
  for (const mode of modes)
    for (const { schedule } of await planSweep(mode)) {
      if (number++ % every !== first) continue;
      cases[mode] = (cases[mode] ?? 0) + 1;
      const { violation } = await play(schedule);
      if (violation) failures.push({ mode, message: violation.message, schedule });
    }
  return { cases, failures };
}

async function replay(given: number | Schedule): Promise<ReplayResult> {
  const schedule = typeof given === 'number' ? planSchedule(given) : given;
  const { violation, trace, printed } = await play(schedule);
  return { schedule, message: violation?.message, trace, printed };
}

async function work(): Promise<void> {
  const task = JSON.parse(process.argv[2] ?? '') as Task;
  const result =
    task.kind === 'campaign'
      ? await campaign(task)
      : task.kind === 'sweep'
        ? await sweep(task)
        : await replay(task.schedule);
  process.stdout.write(JSON.stringify(result), () => process.exit(0));
}

void work();
