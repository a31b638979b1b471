/** A copy of the working tree with all mutants in it, and its bundles. The working tree is only read. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SWITCH, switchModule, withMutants } from './mutate.ts';
import type { Site } from './sites.ts';

export interface MutantTree {
  readonly folder: string;
  /** Changes with the sources, the emulator and the simulation. */
  readonly version: string;
  /** Changes with the tests, too. */
  readonly testsVersion: string;
  /** Environment of processes in it. */
  readonly env: NodeJS.ProcessEnv;
  /** Builds the bundles for the bundle tests, unless they exist. */
  buildBundles(): void;
  /** Activates mutants, by number; `record` records which ones the next processes reach. */
  activate(numbers: readonly number[], record?: boolean): void;
  /** The mutants that were reached since the last call. */
  takeReached(): number[];
}

/** The sources of mutants, and those of the simulation that judges them. */
const isBuilt = (file: string): boolean =>
  /^(actions|src|cli|packages|spec|scripts)\//.test(file) &&
  !file.endsWith('.test.ts') &&
  !/^spec\/mutants\/(main|report\/report|reviewed|coverage|test-runner|tree)\.ts$/.test(file);

/** The sources of tests. */
const isTest = (file: string): boolean => /^(test|examples)\//.test(file) || /^vitest\./.test(file);

/** Creates the copy in `folder`, or uses the existing one if nothing has changed. */
export async function prepareTree(root: string, folder: string, sites: readonly Site[]): Promise<MutantTree> {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  const files = listed
    .split('\0')
    .filter((file) => file !== '' && !file.startsWith('dist/') && existsSync(join(root, file)));
  const hashOf = (chosen: readonly string[]) => {
    const hash = createHash('sha256');
    for (const file of chosen) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
    return hash.digest('hex').slice(0, 16);
  };
  const version = hashOf(files.filter(isBuilt));
  const testsVersion = hashOf(files.filter((file) => isBuilt(file) || isTest(file)));
  const tree = join(folder, 'tree');
  const bundles = join(folder, 'bundles');
  const mark = join(folder, 'version');
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  mkdirSync(folder, { recursive: true });
  write('active', '');
  write('reached', '');
  const [known, knownTests] = existsSync(mark) ? readFileSync(mark, 'utf8').split(' ') : [];
  const copy = (chosen: readonly string[]) => {
    for (const file of chosen) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      cpSync(join(root, file), join(tree, file));
    }
  };
  if (known !== version) {
    rmSync(tree, { recursive: true, force: true });
    rmSync(mark, { force: true });
    copy(files);
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    writeFileSync(join(tree, SWITCH), switchModule(folder));
    for (const file of new Set(sites.map((site) => site.file))) {
      const here = sites.flatMap((site, number) => (site.file === file ? [{ site, number }] : []));
      const text = readFileSync(join(root, file), 'utf8');
      const mutated = withMutants(
        file,
        text,
        here.map(({ site }) => site),
        here.map(({ number }) => number),
      );
      writeFileSync(join(tree, file), mutated);
    }
    rmSync(bundles, { recursive: true, force: true });
  } else if (knownTests !== testsVersion) {
    rmSync(join(tree, 'test'), { recursive: true, force: true });
    copy(files.filter(isTest));
  }
  writeFileSync(mark, `${version} ${testsVersion}`);
  return {
    folder: tree,
    version,
    testsVersion,
    env: { ...process.env, ORCHESTRA_BUNDLES: bundles },
    buildBundles() {
      if (existsSync(bundles)) return;
      const unfinished = `${bundles}.new`;
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished);
      const program = `const { buildRelease } = await import('./scripts/build.ts'); await buildRelease(process.argv[1]);`;
      execFileSync(process.execPath, ['--input-type=module', '-e', program, unfinished], {
        cwd: tree,
        stdio: 'inherit',
      });
      renameSync(unfinished, bundles);
    },
    activate: (numbers, record = false) => write('active', `${numbers.join(' ')}|${record ? 'record' : ''}`),
    takeReached() {
      const numbers = readFileSync(join(folder, 'reached'), 'utf8').split('\n').filter(Boolean).map(Number);
      write('reached', '');
      return [...new Set(numbers)];
    },
  };
}
