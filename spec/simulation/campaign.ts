/** Compiles the simulation once, and runs tasks of it in processes of their own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Mode } from './deploy-run/schedule.ts';
import { FAULTS } from './engine/network.ts';
import type { CampaignResult, ReplayResult, SweepResult, Task } from './worker.ts';

export interface Simulation {
  /** Plays the schedules of seeds `from`, `from + 1` …, for so long or so many, on so many processors. */
  campaign(options: {
    readonly from: number;
    readonly count: number;
    readonly seconds: number;
    readonly processes: number;
  }): Promise<CampaignResult>;
  /** Plays every n-th case of these modes. */
  sweep(options: {
    readonly modes: readonly Mode[];
    readonly every: number;
    readonly processes: number;
  }): Promise<SweepResult>;
  replay(schedule: Extract<Task, { kind: 'replay' }>['schedule']): Promise<ReplayResult>;
  close(): void;
}

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
    async campaign({ from, count, seconds, processes }) {
      const parts = await Promise.all(
        Array.from({ length: processes }, (_, i) =>
          run<CampaignResult>(program, {
            kind: 'campaign',
            from: from + i,
            step: processes,
            count: Math.ceil(count / processes),
            seconds,
          }),
        ),
      );
      const sum = (of: (part: CampaignResult) => number) => parts.reduce((all, part) => all + of(part), 0);
      return {
        schedules: sum((part) => part.schedules),
        counted: sum((part) => part.counted),
        ms: Math.max(...parts.map((part) => part.ms)),
        cpuMs: sum((part) => part.cpuMs),
        failures: parts.flatMap((part) => part.failures),
        calls: [...new Set(parts.flatMap((part) => part.calls))].sort(),
        hit: [...new Set(parts.flatMap((part) => part.hit))].sort(),
      };
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
    replay: (schedule) => run<ReplayResult>(program, { kind: 'replay', schedule }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Pairs of a fault and a call that no schedule had. Only reads can be stale. */
export const neverHit = ({ calls, hit }: CampaignResult): string[] =>
  calls
    .flatMap((call) => FAULTS.map((kind) => ({ call, kind })))
    .filter(({ call, kind }) => kind !== 'stale' || call.startsWith('GET'))
    .map(({ call, kind }) => `${kind}: ${call}`)
    .filter((pair) => !hit.includes(pair));

function run<T>(program: string, task: Task): Promise<T> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, JSON.stringify(task)], { maxBuffer: 256_000_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the simulation ended: ${stderr.slice(-4000) || error.message}`));
      else resolve(JSON.parse(stdout) as T);
    });
  });
}
