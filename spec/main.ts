/**
 * `npm run spec`: explores the models within all their bounds, and prints the numbers of states. Each bound is explored in a separate
 * process, as many at a time as there are processors; `npm run spec -- TEXT` explores bounds whose name contains the text.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { FULL_CANARIES } from './canary/bounds.ts';
import { canaryModel } from './canary/model.ts';
import { type Exploration, explore, type Model } from './explore.ts';
import { FULL_MIGRATIONS } from './migration/bounds.ts';
import { migrationModel } from './migration/model.ts';
import { MIGRATION_PROPERTIES } from './migration/properties.ts';
import { FULL_RELEASES } from './release/bounds.ts';
import { releaseModel } from './release/model.ts';
import { FULL } from './rollout/bounds.ts';
import { rolloutModel } from './rollout/checked-model.ts';
import { FULL_SITES } from './site/bounds.ts';
import { siteModel } from './site/model.ts';
import { SITE_PROPERTIES } from './site/properties.ts';

interface Explored extends Exploration {
  readonly seconds: number;
  /** Seconds of processor time. */
  readonly cpu: number;
}

const bounds: readonly { readonly name: string; readonly run: () => Exploration }[] = [
  ...FULL.map((bound) => named(`rollout, ${bound.name}`, () => rolloutModel(bound))),
  ...FULL_RELEASES.map((bound) => named(`release, ${bound.name}`, () => releaseModel(bound))),
  ...FULL_CANARIES.map((bound) => named(`canary, ${bound.name}`, () => canaryModel(bound))),
  ...FULL_MIGRATIONS.map((bound) =>
    named(`migration, ${bound.name}`, () => migrationModel(bound, MIGRATION_PROPERTIES)),
  ),
  ...FULL_SITES.map((bound) => named(`site, ${bound.name}`, () => siteModel(bound, SITE_PROPERTIES))),
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { processes: { type: 'string', default: String(availableParallelism()) }, bound: { type: 'string' } },
});
if (values.bound !== undefined) exploreInProcess(Number(values.bound));
else await exploreAll(positionals[0] ?? '');

function named<State>(name: string, model: () => Model<State>) {
  return { name, run: () => explore(model()) };
}

function exploreInProcess(index: number): void {
  const began = performance.now();
  const result = bounds[index]?.run();
  const { user, system } = process.cpuUsage();
  process.send?.({ ...result, seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 });
}

async function exploreAll(text: string): Promise<void> {
  const began = performance.now();
  // The last bounds of a model are its largest.
  const pending = [...bounds.keys()].filter((index) => bounds[index]?.name.includes(text)).reverse();
  // The largest bound of all starts first, so that nothing waits for it at the end.
  pending.sort((a, b) => Number(b === FULL.length - 1) - Number(a === FULL.length - 1));
  const done: Explored[] = [];
  const work = async () => {
    for (let index = pending.shift(); index !== undefined; index = pending.shift()) {
      const result = await exploreInChild(index);
      done.push(result);
      report(bounds[index]?.name ?? '', result);
    }
  };
  await Promise.all(Array.from({ length: Number(values.processes) }, work));
  const sum = (value: (one: Explored) => number) => done.reduce((all, one) => all + value(one), 0);
  console.log(
    `${done.length} bounds: ${sum(({ states }) => states)} states, ${sum(({ steps }) => steps)} steps, ${((performance.now() - began) / 1000).toFixed(0)} s of real time, ${sum(({ cpu }) => cpu).toFixed(0)} s of processor time`,
  );
  process.exitCode = done.some(({ violation, complete }) => violation !== undefined || !complete) ? 1 : 0;
}

function exploreInChild(index: number): Promise<Explored> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['--bound', String(index)], { execArgv: ['--max-old-space-size=8192'] });
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${bounds[index]?.name}: its process ended with ${code}`)));
  });
}

function report(name: string, { states, steps, depth, violation, seconds, cpu }: Explored): void {
  console.log(
    `${name}: ${states} states, ${steps} steps, depth ${depth}, ${seconds.toFixed(1)} s of real time, ${cpu.toFixed(1)} s of processor time`,
  );
  if (violation)
    console.log(`  violated: ${violation.property}: ${violation.message}\n  ${violation.trace.join('\n  ')}`);
}
