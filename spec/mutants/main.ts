/**
 * Mutants of the fences: each check that `fences.ts` names is taken away wherever it stands, one at a time, and something must
 * notice. Works in a copy of the tree.
 *
 *     npm run mutants                    all, going on where the last run stopped; a changed tree begins anew
 *     npm run mutants -- --only hold     those whose kind or id has this text
 *     npm run mutants -- --list          the sites
 *     npm run mutants -- --coverage TEXT first notes which bundle test files with this text in their names come by which mutants: they
 *                                        are then run, too; `--coverage=` takes all
 *     npm run mutants -- --detectors simulation    only these of simulation, unit, bundle
 *     npm run mutants -- --seconds 180   for each, where other programs take the machine's time; 60 otherwise
 *     npm run mutants -- --pairs         survivors, two of a file at a time: fences that back each other up
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDir } from '../../scripts/parts/local.ts';
import { runTests, startSimulation, unitTestsOf } from './detectors.ts';
import { type Outcome, report } from './report.ts';
import { REVIEWED } from './reviewed.ts';
import { findSites, givesConstant, type Site } from './sites.ts';
import { type MutantTree, prepareTree } from './tree.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    coverage: { type: 'string' },
    detectors: { type: 'string', default: 'simulation,unit,bundle' },
    pairs: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    folder: { type: 'string', default: join(localDir, 'mutants') },
  },
});
const root = join(import.meta.dirname, '../..');
const { sites, unused } = findSites(root);
if (unused.length > 0) throw new Error(`These fences stand nowhere: ${JSON.stringify(unused)}`);
const chosen = sites.filter(({ id, kind }) => values.only === undefined || `${kind} ${id}`.includes(values.only));
if (values.list) for (const { kind, id, line } of chosen) console.log(`${kind} ${id} [line ${line}]`);
else await main();

async function main(): Promise<void> {
  const tree = await prepareTree(root, values.folder, sites);
  // Of an older tree it still says which tests may come by: one that does not is run for nothing.
  const coverage = open<Record<string, { seconds: number; reached: string[] }>>(undefined, 'coverage');
  if (values.coverage !== undefined) await measure(tree, coverage, values.coverage);
  const results = open<Record<string, Outcome>>(tree, 'results');
  const work = values.pairs ? pairsOf(chosen, results.value) : chosen.map((site) => [site]);
  const unitTests = unitTestsOf(root);
  const left = work.filter((group) => {
    const known = results.value[nameOf(group)];
    return known === undefined || (known.end === 'survived' && known.asked !== values.detectors);
  });
  if (left.length > 0) {
    const isNew = (group: readonly Site[]) => !results.value[nameOf(group)]?.asked?.includes('simulation');
    const simulation = left.some(isNew) ? await startSimulation(tree) : undefined;
    try {
      for (const group of left) {
        const outcome = await judge(group, results.value[nameOf(group)]);
        results.value[nameOf(group)] = outcome;
        results.save();
        console.log(`${outcome.end.padEnd(8)} ${outcome.by ?? ''} ${nameOf(group)}`);
      }
    } finally {
      simulation?.close();
      tree.activate([]);
    }

    async function simulate(group: readonly Site[]): Promise<Outcome> {
      if (!simulation) throw new Error('nothing is left for the simulation');
      const numbersOf = (of: readonly Site[]) => of.map((site) => sites.indexOf(site));
      const verdict = await simulation.judge(numbersOf(group), numbersOf(group.filter(givesConstant)));
      if (verdict === 'timeout') return { end: 'timeout', by: 'simulation' };
      const { changesWrites, change, trace, violation } = verdict;
      const facts = {
        asked: values.detectors,
        changesWrites,
        ...(change !== undefined && { change }),
        simulated: verdict.schedules,
        traced: trace !== undefined,
      };
      if (trace !== undefined) return { ...facts, end: 'killed', by: 'trace check', why: trace };
      if (violation !== undefined) return { ...facts, end: 'killed', by: 'simulation', why: violation };
      return { ...facts, end: 'survived' };
    }

    async function judge(group: readonly Site[], known: Outcome | undefined): Promise<Outcome> {
      const numbers = group.map((site) => sites.indexOf(site));
      const began = performance.now();
      const seconds = () => Number(values.seconds) - (performance.now() - began) / 1000;
      const simulated = known?.asked?.includes('simulation') ? known : await simulate(group);
      if (simulated.end !== 'survived') return simulated;
      const facts = { ...simulated, asked: values.detectors };
      tree.activate(numbers);
      const units = unitTests((group[0] as Site).file);
      const unit =
        units.length === 0 || !values.detectors.includes('unit')
          ? 'passed'
          : await runTests(tree, 'unit', units, Math.max(1, seconds()));
      if (unit === 'failed') return { ...facts, end: 'killed', by: 'unit tests' };
      if (unit === 'timeout') return { ...facts, end: 'timeout', by: 'unit tests' };
      const bundles = Object.entries(coverage.value)
        .filter(() => values.detectors.includes('bundle'))
        .filter(([, { reached }]) => group.every(({ id }) => reached.includes(id)))
        .sort(([, a], [, b]) => a.seconds - b.seconds);
      if (bundles.length > 0) tree.buildBundles();
      for (const [file, usual] of bundles) {
        if (seconds() < usual.seconds) return { ...facts, end: 'survived', by: 'out of time' };
        const bundle = await runTests(tree, 'bundle', [file], seconds());
        if (bundle === 'failed') return { ...facts, end: 'killed', by: file };
        if (bundle === 'timeout') return { ...facts, end: 'timeout', by: file };
      }
      return { ...facts, end: 'survived' };
    }
  }
  const found = work.map((group) => ({ group, outcome: results.value[nameOf(group)] as Outcome }));
  process.exitCode = report(found, REVIEWED, sites) ? 0 : 1;
}

/** Two survivors that stand in one file: each may be the reason why nothing notices the other. */
function pairsOf(among: readonly Site[], known: Readonly<Record<string, Outcome>>): Site[][] {
  const alive = among.filter(({ id }) => known[id]?.end === 'survived');
  return alive.flatMap((one, i) =>
    alive.slice(i + 1).flatMap((other) => (dirname(one.file) === dirname(other.file) ? [[one, other]] : [])),
  );
}

/** Runs each bundle test file once, to learn which mutants it comes by. Files that fail without a mutant are left out. */
async function measure(
  tree: MutantTree,
  coverage: ReturnType<typeof open<Record<string, { seconds: number; reached: string[] }>>>,
  among: string,
): Promise<void> {
  const files = readdirSync(join(root, 'test/bundle'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('sweep') && name.includes(among))
    .map((name) => `test/bundle/${name}`)
    .filter((file) => coverage.value[file] === undefined);
  if (files.length > 0) tree.buildBundles();
  for (const file of files) {
    tree.takeReached();
    tree.activate([], true);
    const began = performance.now();
    const ended = await runTests(tree, 'bundle', [file], 600);
    const seconds = Math.ceil((performance.now() - began) / 1000);
    const reached = ended === 'passed' ? tree.takeReached().map((number) => (sites[number] as Site).id) : [];
    coverage.value[file] = { seconds, reached };
    coverage.save();
    console.log(`${file}: ${seconds} s, ${reached.length} mutants${ended === 'passed' ? '' : ` (${ended})`}`);
  }
  tree.activate([]);
}

function nameOf(group: readonly Site[]): string {
  return group.map(({ id }) => id).join(' and ');
}

/** A file of the work folder; with `tree` one that belongs to this version of it. */
function open<T extends object>(tree: MutantTree | undefined, name: string) {
  mkdirSync(values.folder, { recursive: true });
  const path = join(values.folder, `${name}.json`);
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string; value: T }) : undefined;
  const version = tree?.version ?? '';
  const value = kept && (!tree || kept.version === version) ? kept.value : ({} as T);
  return { value, save: () => writeFileSync(path, JSON.stringify({ version, value }, undefined, 1)) };
}
