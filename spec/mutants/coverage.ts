/** Which test files reach which mutants: only these can notice one. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestDetector, Tier } from './detectors.ts';
import type { Site } from './sites.ts';
import type { MutantTree } from './tree.ts';

export interface Covered {
  /** Duration of the file in seconds. */
  readonly seconds: number;
  /** Whether it passes without a mutant. */
  readonly passed: boolean;
  /** Ids of the mutants. */
  readonly reached: readonly string[];
  /** Versions of the measured tree and file. An outdated measurement still says which tests may reach a mutant. */
  readonly version: string;
  readonly file: string;
}

/** By test file. */
export type Coverage = Record<string, Covered>;

/** Test files of a tier, without sweeps, which take many minutes. */
export const testFiles = (root: string, tier: Tier, text = ''): string[] =>
  readdirSync(join(root, 'test', tier), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('sweep') && name.includes(text))
    .map((name) => `test/${tier}/${name}`)
    .sort();

/** Whether the file, or the tree, has changed since it was measured. */
export const isOutdated = ({ version, folder }: MutantTree, file: string, known: Covered | undefined): boolean =>
  known?.version !== version || known.file !== hashOf(folder, file);

const hashOf = (folder: string, file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex')
    .slice(0, 16);

/** Runs each file once, without a mutant. A failing file counts as reaching none. */
export async function measure(
  tree: MutantTree,
  tests: TestDetector,
  files: readonly string[],
  sites: readonly Site[],
  save: (file: string, covered: Covered) => void,
): Promise<void> {
  for (const file of files) {
    tree.takeReached();
    tree.activate([], true);
    const began = performance.now();
    const ended = await tests.run([file], 600);
    const passed = ended.end === 'passed';
    const seconds = Math.ceil((performance.now() - began) / 1000);
    const reached = passed ? tree.takeReached().map((number) => (sites[number] as Site).id) : [];
    save(file, {
      seconds,
      passed,
      reached,
      version: tree.version,
      file: hashOf(tree.folder, file),
    });
    console.log(
      `${file}: ${seconds} s, ${reached.length} mutants${passed ? '' : ` (${ended.end}${ended.end === 'failed' ? `: ${ended.why}` : ''})`}`,
    );
  }
  tree.activate([]);
}

/**
 * Test files of the tier that reach one of these mutants: a check that backs another one up may be reached only without that. First
 * those named after such a check, then those of their action, the fastest first.
 */
export function filesOf(coverage: Coverage, tier: Tier, group: readonly Site[]): string[] {
  const actions = group.map(({ file }) => file.split('/')[1] ?? '');
  const isFar = (file: string) => Number(!actions.some((action) => file.includes(action)));
  const isOther = (file: string) => Number(!group.some(({ kind }) => file.includes(kind)));
  return Object.entries(coverage)
    .filter(([file, { reached }]) => file.startsWith(`test/${tier}/`) && group.some(({ id }) => reached.includes(id)))
    .sort(
      ([a, { seconds: left }], [b, { seconds: right }]) =>
        isOther(a) - isOther(b) || isFar(a) - isFar(b) || left - right,
    )
    .map(([file]) => file);
}
