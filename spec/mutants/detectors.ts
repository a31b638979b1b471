/** The detectors of mutants, the cheapest first: the simulation with the trace check, unit tests, bundle tests. */
import { type ChildProcess, type ForkOptions, fork, type Serializable } from 'node:child_process';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Verdict, WorkerTask } from './program.ts';
import type { MutantTree } from './tree.ts';

export interface SimulationDetector {
  /** `constant`: the numbers of the mutants that return a constant. */
  judge(numbers: readonly number[], constant: readonly number[]): Promise<Verdict | 'timeout'>;
  close(): void;
}

const SEED_COUNT = 300;
const SWEEP_STRIDE = 40;
const MAX_SCHEDULES = 80;

/** Plays the schedules without mutants once. A process that does not respond is replaced. */
export async function startSimulation(tree: MutantTree): Promise<SimulationDetector> {
  const program = join(dirname(tree.folder), 'program.cjs');
  const source = join(tree.folder, 'spec/mutants/program.ts');
  await build({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    logLevel: 'error',
    // The emulator reads Google's descriptors from its own packages.
    define: { 'import.meta.url': JSON.stringify(`file://${source}`) },
  });
  tree.activate([]);
  const worker = createWorker<WorkerTask>(program, [], {});
  const playBaseline = () => worker.run({ kind: 'baseline', seeds: SEED_COUNT, every: SWEEP_STRIDE }, 1200);
  await playBaseline();
  return {
    async judge(numbers, constant) {
      const result = await worker.run({ kind: 'mutants', numbers, constant, most: MAX_SCHEDULES, seconds: 15 }, 240);
      if (result === 'crash' || result === 'timeout') await playBaseline();
      if (result === 'crash') return { schedules: 1, changesWrites: true, violation: 'crash of the process' };
      return result as Verdict | 'timeout';
    },
    close: worker.close,
  };
}

/** Projects of Vitest. */
export type Tier = 'unit' | 'bundle';

/** How test files ended; `why` names the first test that failed, with its message. */
export type TestEnd = { readonly end: 'passed' | 'timeout' } | { readonly end: 'failed'; readonly why: string };

export interface TestDetector {
  /** Runs the test files in the copy, up to the first failure. */
  run(files: readonly string[], seconds: number): Promise<TestEnd>;
  close(): void;
}

/** Test files of one tier. */
export function createTests(tree: MutantTree, project: Tier): TestDetector {
  const program = join(import.meta.dirname, 'test-runner.ts');
  const worker = createWorker<readonly string[]>(program, [project], { cwd: tree.folder, env: tree.env });
  return {
    async run(files, seconds) {
      const result = await worker.run(files, seconds);
      if (result === 'none') throw new Error(`no test file has one of these names: ${files}`);
      if (result === 'timeout') return { end: 'timeout' };
      return result === 'crash' ? { end: 'failed', why: 'the process of the tests ended' } : (result as TestEnd);
    },
    close: worker.close,
  };
}

/** A process that handles one request at a time. On a timeout it is killed with its child processes. */
function createWorker<Request>(program: string, args: readonly string[], options: Pick<ForkOptions, 'cwd' | 'env'>) {
  let child: ChildProcess | undefined;
  const stop = () => {
    try {
      if (child?.pid) process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      // It has already exited.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    child = undefined;
  };
  const start = () =>
    fork(program, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return {
    run(request: Request, seconds: number): Promise<unknown> {
      child ??= start();
      const current = child;
      return new Promise((resolve) => {
        const end = (result: unknown) => {
          clearTimeout(timer);
          current.off('message', hear).off('exit', gone);
          resolve(result);
        };
        const hear = ({ result }: { result: unknown }) => end(result);
        const gone = () => {
          child = undefined;
          end('crash');
        };
        const timer = setTimeout(() => {
          stop();
          end('timeout');
        }, seconds * 1000);
        current.on('message', hear).on('exit', gone);
        current.send(request as Serializable);
      });
    },
    close: stop,
  };
}
