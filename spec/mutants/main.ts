/**
 * Mutants of the fences: each check that `fences.ts` names is removed wherever it stands, one at a time, and a detector must notice;
 * so are the groups that `reviewed.ts` says back each other up. Works in a copy of the tree.
 *
 *     npm run mutants                    all, resuming the last run; a change of the sources starts over
 *     npm run mutants -- --sample 60     a sample of 60, the same ones each time
 *     npm run mutants -- --only hold     those whose kind or id has this text
 *     npm run mutants -- --since COMMIT  those in files that have changed since the commit
 *     npm run mutants -- --list          the sites
 *     npm run mutants -- --coverage TEXT,TEXT first measures which mutants the bundle test files reach whose names have one of these
 *                                        texts; `--coverage=` measures all. Bundle tests run only once measured
 *     npm run mutants -- --detectors simulation    only these detectors: simulation, unit, bundle
 *     npm run mutants -- --seconds 180   time limit of each mutant's tests on a busy machine; default 60
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDir } from '../../scripts/parts/local.ts';
import { type Coverage, filesOf, isOutdated, measure, testFiles } from './coverage.ts';
import { createTests, startSimulation, type Tier } from './detectors.ts';
import { type Outcome, report } from './report/report.ts';
import { backedUpGroups, REVIEWED } from './reviewed.ts';
import { findSites, givesConstant, type Site } from './sites.ts';
import { prepareTree } from './tree.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    since: { type: 'string' },
    list: { type: 'boolean', default: false },
    sample: { type: 'string' },
    coverage: { type: 'string' },
    detectors: { type: 'string', default: 'simulation,unit,bundle' },
    seconds: { type: 'string', default: '60' },
    folder: { type: 'string', default: join(localDir, 'mutants') },
  },
});
const root = join(import.meta.dirname, '../..');
const { sites, unused } = findSites(root);
if (unused.length > 0) throw new Error(`These fences stand nowhere: ${JSON.stringify(unused)}`);
const changed = values.since === undefined ? undefined : new Set(filesChangedSince(values.since));
const chosen = sampled(
  sites.filter(
    ({ id, kind, file }) =>
      (values.only === undefined || `${kind} ${id}`.includes(values.only)) && (changed?.has(file) ?? true),
  ),
);
if (values.list) for (const { kind, id, line } of chosen) console.log(`${kind} ${id} [line ${line}]`);
else await main();

async function main(): Promise<void> {
  const tree = await prepareTree(root, values.folder, sites);
  const uses = (detector: 'simulation' | Tier) => values.detectors.split(',').includes(detector);
  const tests = { unit: createTests(tree, 'unit'), bundle: createTests(tree, 'bundle') };
  const coverage = open<Coverage>('coverage');
  for (const file of Object.keys(coverage.value)) if (!existsSync(join(root, file))) delete coverage.value[file];
  const results = open<Record<string, Outcome>>('results', tree.version);
  const work = [...chosen.map((site) => [site]), ...groupsOf(chosen)];
  const pending = work.filter((group) => {
    const known = results.value[nameOf(group)];
    const isJudged = known?.asked === values.detectors && known.tests === tree.testsVersion;
    return known === undefined || (known.end === 'survived' && !isJudged);
  });
  const isNew = (group: readonly Site[]) => !results.value[nameOf(group)]?.asked?.includes('simulation');
  const simulation = uses('simulation') && pending.some(isNew) ? await startSimulation(tree) : undefined;
  try {
    if (pending.length > 0) await learnCoverage();
    for (const group of pending) {
      const outcome = await judge(group, results.value[nameOf(group)]);
      results.value[nameOf(group)] = outcome;
      results.save();
      console.log(`${outcome.end.padEnd(8)} ${outcome.by ?? ''} ${nameOf(group)}`);
    }
  } finally {
    for (const one of [simulation, tests.unit, tests.bundle]) one?.close();
    tree.activate([]);
  }
  const found = work.map((group) => ({ group, outcome: results.value[nameOf(group)] as Outcome }));
  const { ok, text } = report(found, REVIEWED, sites);
  console.log(`\n${text}`);
  process.exitCode = ok ? 0 : 1;

  /** Unit tests are measured again after each change of them or of the sources, bundle tests on request. */
  async function learnCoverage(): Promise<void> {
    if (uses('bundle') && Object.keys(coverage.value).some((file) => file.startsWith('test/bundle/')))
      tree.buildBundles();
    const isOld = (file: string) => isOutdated(tree, file, coverage.value[file]);
    const files = {
      unit: uses('unit') ? testFiles(root, 'unit').filter(isOld) : [],
      bundle: (values.coverage?.split(',') ?? []).flatMap((text) => testFiles(root, 'bundle', text)).filter(isOld),
    };
    if (files.bundle.length > 0) tree.buildBundles();
    for (const tier of ['unit', 'bundle'] as const) await learn(tier, files[tier]);
  }

  async function learn(tier: Tier, files: readonly string[]): Promise<void> {
    await measure(tree, tests[tier], files, sites, (file, covered) => {
      coverage.value[file] = covered;
      coverage.save();
    });
  }

  /** Whether the file passes without a mutant; runs it if this is not known for this tree. */
  async function isSound(tier: Tier, file: string): Promise<boolean> {
    if (isOutdated(tree, file, coverage.value[file])) await learn(tier, [file]);
    return coverage.value[file]?.passed ?? false;
  }

  async function simulate(group: readonly Site[]): Promise<Outcome> {
    if (!simulation) return { end: 'survived' };
    const numbersOf = (of: readonly Site[]) => of.map((site) => sites.indexOf(site));
    const verdict = await simulation.judge(numbersOf(group), numbersOf(group.filter(givesConstant)));
    if (verdict === 'timeout') return { end: 'timeout', by: 'simulation' };
    const { changesWrites, change, trace, violation } = verdict;
    const facts = {
      asked: values.detectors,
      tests: tree.testsVersion,
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
    const simulated = known?.asked?.includes('simulation') ? known : await simulate(group);
    if (simulated.end !== 'survived') return simulated;
    const { by: _, ...found } = simulated;
    const facts = { ...found, asked: values.detectors, tests: tree.testsVersion };
    const began = performance.now();
    const seconds = () => Number(values.seconds) - (performance.now() - began) / 1000;
    for (const tier of ['unit', 'bundle'] as const) {
      for (const file of uses(tier) ? filesOf(coverage.value, tier, group) : []) {
        // Durations are rounded up to a tenth of a second, and a file can take longer with a mutant.
        if (seconds() < (coverage.value[file]?.seconds ?? 0)) return { ...facts, end: 'survived', by: 'out of time' };
        tree.activate(group.map((site) => sites.indexOf(site)));
        // Longer than the file takes, so that a timeout means that it hangs.
        const most = Math.max(seconds(), 3 * (coverage.value[file]?.seconds ?? 0)) + 5;
        const ended = await tests[tier].run([file], most);
        if (ended.end !== 'passed' && (await isSound(tier, file)))
          return ended.end === 'failed'
            ? { ...facts, end: 'killed', by: file, why: ended.why }
            : { ...facts, end: 'timeout', by: file };
      }
    }
    return { ...facts, end: 'survived' };
  }
}

function filesChangedSince(commit: string): string[] {
  return execFileSync('git', ['diff', '--name-only', '-z', commit], { cwd: root, encoding: 'utf8' }).split('\0');
}

/** The sites with the lowest hashes, so that the sample is stable while other sites come and go. */
function sampled(among: readonly Site[]): readonly Site[] {
  if (values.sample === undefined) return among;
  const place = ({ id }: Site) => createHash('sha256').update(id).digest('hex');
  const taken = new Set([...among].sort((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, Number(values.sample)));
  return among.filter((site) => taken.has(site));
}

/** Checks that back each other up: one of them is chosen, and all are removed. */
function groupsOf(among: readonly Site[]): Site[][] {
  const byId = new Map(sites.map((site) => [site.id, site]));
  return backedUpGroups()
    .map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
    .filter((group) => group.length > 1 && group.some((site) => among.includes(site)));
}

function nameOf(group: readonly Site[]): string {
  return group.map(({ id }) => id).join(' and ');
}

/** A file of the work folder; with `version`, one that belongs to this version of the tree. */
function open<T extends object>(name: string, version = '') {
  mkdirSync(values.folder, { recursive: true });
  const path = join(values.folder, `${name}.json`);
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string; value: T }) : undefined;
  const value = kept?.version === version ? kept.value : ({} as T);
  return { value, save: () => writeFileSync(path, JSON.stringify({ version, value }, undefined, 1)) };
}
