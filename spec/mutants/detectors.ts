/** What may notice a mutant, the cheapest first: the simulation with the trace check, unit tests, bundle tests. */
import { type ChildProcess, type ForkOptions, fork, type Serializable } from 'node:child_process';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Question, Verdict } from './program.ts';
import type { MutantTree } from './tree.ts';

export interface SimulationDetector {
  /** `constant` are those of the numbers that give a constant. */
  judge(numbers: readonly number[], constant: readonly number[]): Promise<Verdict | 'timeout'>;
  close(): void;
}

const SEEDS = 300;
const EVERY = 40;
const MOST = 80;

/** Plays the calm schedules once. A process that does not answer is replaced. */
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
  const worker = createWorker<Question>(program, [], {});
  const calm = () => worker.ask({ kind: 'calm', seeds: SEEDS, every: EVERY }, 1200);
  await calm();
  return {
    async judge(numbers, constant) {
      const answer = await worker.ask({ kind: 'mutants', numbers, constant, most: MOST, seconds: 15 }, 240);
      if (answer === 'crash' || answer === 'timeout') await calm();
      if (answer === 'crash') return { schedules: 1, changesWrites: true, violation: 'crash of the process' };
      return answer as Verdict | 'timeout';
    },
    close: worker.close,
  };
}

/** Projects of Vitest. */
export type Tier = 'unit' | 'bundle';

/** How test files ended; `why` names the first test that failed, with its message. */
export type TestEnd = { readonly end: 'passed' | 'timeout' } | { readonly end: 'failed'; readonly why: string };

export interface TestDetector {
  /** Runs the test files, in the copy, until the first test that fails. */
  run(files: readonly string[], seconds: number): Promise<TestEnd>;
  close(): void;
}

/** Test files of one tier. */
export function createTests(tree: MutantTree, project: Tier): TestDetector {
  const program = join(import.meta.dirname, 'test-runner.ts');
  const worker = createWorker<readonly string[]>(program, [project], { cwd: tree.folder, env: tree.env });
  return {
    async run(files, seconds) {
      const answer = await worker.ask(files, seconds);
      if (answer === 'none') throw new Error(`no test file has one of these names: ${files}`);
      if (answer === 'timeout') return { end: 'timeout' };
      return answer === 'crash' ? { end: 'failed', why: 'the process of the tests ended' } : (answer as TestEnd);
    },
    close: worker.close,
  };
}

/** A process that answers one question after the other. One that does not answer in time is killed with all that it started. */
function createWorker<Q>(program: string, words: readonly string[], options: Pick<ForkOptions, 'cwd' | 'env'>) {
  let child: ChildProcess | undefined;
  const stop = () => {
    try {
      if (child?.pid) process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      // It has ended by itself.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    child = undefined;
  };
  const start = () =>
    fork(program, words, { ...options, detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return {
    ask(question: Q, seconds: number): Promise<unknown> {
      child ??= start();
      const asked = child;
      return new Promise((resolve) => {
        const end = (answer: unknown) => {
          clearTimeout(timer);
          asked.off('message', hear).off('exit', gone);
          resolve(answer);
        };
        const hear = ({ answer }: { answer: unknown }) => end(answer);
        const gone = () => {
          child = undefined;
          end('crash');
        };
        const timer = setTimeout(() => {
          stop();
          end('timeout');
        }, seconds * 1000);
        asked.on('message', hear).on('exit', gone);
        asked.send(question as Serializable);
      });
    },
    close: stop,
  };
}
