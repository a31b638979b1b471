/** What may notice a mutant, the cheapest first: the simulation with the trace check, unit tests, bundle tests. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import type { Question, Verdict } from './program.ts';
import type { MutantTree } from './tree.ts';

export interface SimulationDetector {
  /** `constant` are those of the numbers that give a constant. */
  judge(numbers: readonly number[], constant: readonly number[]): Promise<Verdict | 'timeout'>;
  close(): void;
}

const SEEDS = 240;
const EVERY = 40;
const MOST = 60;

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
  let child: ChildProcess | undefined;
  const ask = async (question: Question, seconds: number): Promise<unknown> => {
    child ??= fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const asked = child;
    return await new Promise((resolve) => {
      const end = (answer: unknown) => {
        clearTimeout(timer);
        asked.off('message', hear).off('exit', gone);
        resolve(answer);
      };
      const hear = (message: unknown) => end((message as { answer: unknown }).answer);
      const gone = () => {
        child = undefined;
        end('crash');
      };
      const timer = setTimeout(() => {
        asked.kill('SIGKILL');
        child = undefined;
        end('timeout');
      }, seconds * 1000);
      asked.on('message', hear).on('exit', gone);
      asked.send(question);
    });
  };
  const calm = () => ask({ kind: 'calm', seeds: SEEDS, every: EVERY }, 600);
  await calm();
  return {
    async judge(numbers, constant) {
      const answer = await ask({ kind: 'mutants', numbers, constant, most: MOST, seconds: 15 }, 240);
      if (!child) await calm();
      if (answer === 'crash') return { schedules: 1, changesWrites: true, violation: 'crash of the process' };
      return answer as Verdict | 'timeout';
    },
    close: () => child?.kill('SIGKILL'),
  };
}

/** Runs test files of one tier in the copy. */
export function runTests(
  tree: MutantTree,
  project: 'unit' | 'bundle',
  files: readonly string[],
  seconds: number,
): Promise<'passed' | 'failed' | 'timeout'> {
  return new Promise((resolve) => {
    const words = ['run', '--project', project, '--bail=1', '--maxWorkers=1', '--reporter=dot', ...files];
    const child = spawn(join(tree.folder, 'node_modules/.bin/vitest'), words, {
      cwd: tree.folder,
      env: tree.env,
      stdio: 'ignore',
      detached: true,
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      // The group: Vitest's workers, and the processes of actions.
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(late ? 'timeout' : code === 0 ? 'passed' : 'failed');
    });
  });
}

/** Unit tests by how many imports lie between them and each file of the sources. */
export function unitTestsOf(root: string): (file: string) => string[] {
  const folder = join(root, 'test/unit');
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/unit/${name}`);
  const imports = new Map<string, string[]>();
  const importsOf = (file: string): string[] => {
    const found = imports.get(file) ?? readImports(root, file);
    imports.set(file, found);
    return found;
  };
  const distances = tests.map((test) => {
    const at = new Map([[test, 0]]);
    for (const file of at.keys())
      for (const next of importsOf(file)) if (!at.has(next)) at.set(next, (at.get(file) as number) + 1);
    return { test, at };
  });
  return (file) =>
    distances
      .flatMap(({ test, at }) => (at.has(file) ? [{ test, far: at.get(file) as number }] : []))
      .filter(({ far }) => far <= 3)
      .sort((a, b) => a.far - b.far || a.test.localeCompare(b.test))
      .slice(0, 5)
      .map(({ test }) => test);
}

function readImports(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/from '(\.[^']+\.ts)'/g)]
    .map(([, path = '']) => relative(root, join(root, dirname(file), path)))
    .filter((path) => existsSync(join(root, path)));
}
