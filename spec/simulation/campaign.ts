/** Compiles the simulation once, and runs tasks of it in processes of their own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { pairsOf } from './engine/network.ts';
import type { SubjectName } from './names.ts';
import type { CampaignResult, ReplayResult, SweepResult, Tally, Task } from './worker.ts';

export interface Simulation {
  /** Plays the schedules of seeds `from`, `from + 1` …, for so long or so many, on so many processors. */
  campaign(options: {
    readonly actions: readonly SubjectName[];
    readonly from: number;
    readonly count: number;
    readonly seconds: number;
    readonly processes: number;
    /** Whether pairs of call and fault that these schedules did not have are played, too. */
    readonly aims?: boolean;
  }): Promise<CampaignResult>;
  /** Plays every n-th case of these modes. */
  sweep(options: {
    readonly modes: readonly string[];
    readonly every: number;
    readonly processes: number;
  }): Promise<SweepResult>;
  /** Plays a schedule, or the one of a seed. */
  replay(schedule: ReplayTask['schedule'], action?: SubjectName): Promise<ReplayResult>;
  close(): void;
}

type ReplayTask = Extract<Task, { kind: 'replay' }>;

export async function compileSimulation(): Promise<Simulation> {
  const folder = mkdtempSync(join(tmpdir(), 'simulation-'));
  const program = join(folder, 'simulation.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    logLevel: 'error',
    // The emulator reads Google's descriptors from its own packages.
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  });
  return {
    async campaign({ actions, from, count, seconds, processes, aims = false }) {
      const parts = await Promise.all(
        Array.from({ length: processes }, (_, i) =>
          run<CampaignResult>(program, {
            kind: 'campaign',
            actions,
            from: from + i,
            step: processes,
            count: Math.ceil(count / processes),
            seconds,
            aims,
          }),
        ),
      );
      const tallies = actions.map((action) => [action, together(parts.flatMap((part) => part.tallies[action] ?? []))]);
      return { tallies: Object.fromEntries(tallies), failures: parts.flatMap((part) => part.failures) };
    },
    async sweep({ modes, every, processes }) {
      const parts = await Promise.all(
        Array.from({ length: processes }, (_, i) =>
          run<SweepResult>(program, { kind: 'sweep', modes, first: i * every, every: every * processes }),
        ),
      );
      const cases = modes.map((mode) => [mode, parts.reduce((sum, part) => sum + (part.cases[mode] ?? 0), 0)]);
      return { cases: Object.fromEntries(cases), failures: parts.flatMap((part) => part.failures) };
    },
    replay: (schedule, action = 'deploy-run') => run<ReplayResult>(program, { kind: 'replay', schedule, action }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function together(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
  return {
    schedules: sum(({ schedules }) => schedules),
    aimed: sum(({ aimed }) => aimed),
    counted: sum(({ counted }) => counted),
    ms: Math.max(...tallies.map(({ ms }) => ms)),
    cpuMs: sum(({ cpuMs }) => cpuMs),
    calls: [...new Set(tallies.flatMap(({ calls }) => calls))].sort(),
    hit: [...new Set(tallies.flatMap(({ hit }) => hit))].sort(),
  };
}

/** Pairs of a fault and a call that no schedule had. */
export const neverHit = ({ calls, hit }: Tally): string[] =>
  pairsOf(calls)
    .map(({ pair }) => pair)
    .filter((pair) => !hit.includes(pair));

function run<T>(program: string, task: Task): Promise<T> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, JSON.stringify(task)], { maxBuffer: 256_000_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the simulation ended: ${stderr.slice(-4000) || error.message}`));
      else resolve(JSON.parse(stdout) as T);
    });
  });
}
