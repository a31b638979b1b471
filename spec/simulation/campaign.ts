/** Compiles the simulation once, and runs its tasks in separate processes. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { SimulatedActionName } from './action-names.ts';
import { pairsOf } from './engine/network.ts';
import type { CampaignResult, ReplayResult, Statistics, SweepResult, Task } from './worker.ts';

export interface Simulation {
  /** Plays the schedules of seeds `from`, `from + 1` …, until `count` are played or `seconds` have passed. */
  campaign(options: {
    readonly actions: readonly SimulatedActionName[];
    readonly from: number;
    readonly count: number;
    readonly seconds: number;
    readonly processes: number;
    /** Whether pairs of call and fault that none of these schedules had are played, too. */
    readonly aims?: boolean;
  }): Promise<CampaignResult>;
  /** Plays every n-th case of the modes. */
  sweep(options: {
    readonly modes: readonly string[];
    readonly every: number;
    readonly processes: number;
  }): Promise<SweepResult>;
  /** Plays a schedule, or the one of a seed. */
  replay(schedule: ReplayTask['schedule'], action?: SimulatedActionName): Promise<ReplayResult>;
  close(): void;
}

type ReplayTask = Extract<Task, { kind: 'replay' }>;

/** A piece of a file, and a faulty one that replaces it. */
export interface BrokenCode {
  /** From the root of the repository. */
  readonly file: string;
  readonly code: string;
  readonly instead: string;
}

/** With `broken`, the simulation of the faulty code, to see that a property finds it. */
export async function compileSimulation(broken?: BrokenCode): Promise<Simulation> {
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
    plugins: broken ? [breaking(broken)] : [],
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
      const statistics = actions.map((action) => [
        action,
        sumOf(parts.flatMap((part) => part.statistics[action] ?? [])),
      ]);
      return { statistics: Object.fromEntries(statistics), failures: parts.flatMap((part) => part.failures) };
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

function breaking({ file, code, instead }: BrokenCode): Plugin {
  const path = join(import.meta.dirname, '../..', file);
  return {
    name: 'broken-code',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, (loaded) => {
        if (loaded.path !== path) return undefined;
        const text = readFileSync(path, 'utf8');
        if (text.split(code).length !== 2) throw new Error(`${file} must have this code once: ${code}`);
        return { contents: text.replace(code, () => instead), loader: 'ts' };
      });
    },
  };
}

function sumOf(parts: readonly Statistics[]): Statistics {
  const sum = (of: (part: Statistics) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    schedules: sum(({ schedules }) => schedules),
    aimed: sum(({ aimed }) => aimed),
    counted: sum(({ counted }) => counted),
    ms: Math.max(...parts.map(({ ms }) => ms)),
    cpuMs: sum(({ cpuMs }) => cpuMs),
    calls: [...new Set(parts.flatMap(({ calls }) => calls))].sort(),
    hit: [...new Set(parts.flatMap(({ hit }) => hit))].sort(),
  };
}

/** Pairs of a fault and a call that no schedule had. */
export const neverHit = ({ calls, hit }: Statistics): string[] =>
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
