/**
 * `npm run spec`: explores the models within all their bounds, and says how many states there were. Each bound is explored in a process
 * of its own, as many at a time as there are processors; `npm run spec -- TEXT` explores those whose name has the text.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { FULL_CANARIES } from './canary/bounds.ts';
import { canaryModel } from './canary/model.ts';
import { type Exploration, explore, type Model } from './explore.ts';
import { FULL_MIGRATIONS } from './migration/bounds.ts';
import { migrationModel } from './migration/model.ts';
import { MIGRATION_LIVENESS, MIGRATION_SAFETY } from './migration/properties.ts';
import { FULL_RELEASES } from './release/bounds.ts';
import { releaseModel } from './release/model.ts';
import { FULL } from './rollout/bounds.ts';
import { rolloutModel } from './rollout/checked-model.ts';
import { FULL_SITES } from './site/bounds.ts';
import { siteModel } from './site/model.ts';
import { SITE_LIVENESS, SITE_SAFETY } from './site/properties.ts';

interface Explored extends Exploration {
  readonly seconds: number;
  /** Seconds of the processor. */
  readonly cpu: number;
}

const migrations = { safety: MIGRATION_SAFETY, liveness: MIGRATION_LIVENESS };
const sites = { safety: SITE_SAFETY, liveness: SITE_LIVENESS };
const bounds: readonly { readonly name: string; readonly exploreIt: () => Exploration }[] = [
  ...FULL.map((bound) => of(`rollout, ${bound.name}`, () => rolloutModel(bound))),
  ...FULL_RELEASES.map((bound) => of(`release, ${bound.name}`, () => releaseModel(bound))),
  ...FULL_CANARIES.map((bound) => of(`canary, ${bound.name}`, () => canaryModel(bound))),
  ...FULL_MIGRATIONS.map((bound) => of(`migration, ${bound.name}`, () => migrationModel(bound, migrations))),
  ...FULL_SITES.map((bound) => of(`site, ${bound.name}`, () => siteModel(bound, sites))),
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { processes: { type: 'string', default: String(availableParallelism()) }, bound: { type: 'string' } },
});
if (values.bound !== undefined) exploreHere(Number(values.bound));
else await exploreAll(positionals[0] ?? '');

function of<State>(name: string, model: () => Model<State>) {
  return { name, exploreIt: () => explore(model()) };
}

function exploreHere(index: number): void {
  const began = performance.now();
  const result = bounds[index]?.exploreIt();
  const { user, system } = process.cpuUsage();
  process.send?.({ ...result, seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 });
}

async function exploreAll(text: string): Promise<void> {
  const began = performance.now();
  // The last bounds of a model are its largest.
  const left = [...bounds.keys()].filter((index) => bounds[index]?.name.includes(text)).reverse();
  // The largest of all is known; nothing is to wait for it in the end.
  left.sort((a, b) => Number(b === FULL.length - 1) - Number(a === FULL.length - 1));
  const done: Explored[] = [];
  const work = async () => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) {
      const result = await exploreThere(index);
      done.push(result);
      report(bounds[index]?.name ?? '', result);
    }
  };
  await Promise.all(Array.from({ length: Number(values.processes) }, work));
  const sum = (value: (one: Explored) => number) => done.reduce((all, one) => all + value(one), 0);
  console.log(
    `${done.length} bounds: ${sum(({ states }) => states)} states, ${sum(({ steps }) => steps)} steps, ${((performance.now() - began) / 1000).toFixed(0)} s by the clock, ${sum(({ cpu }) => cpu).toFixed(0)} s of one processor`,
  );
  process.exitCode = done.some(({ violation, complete }) => violation !== undefined || !complete) ? 1 : 0;
}

function exploreThere(index: number): Promise<Explored> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['--bound', String(index)], { execArgv: ['--max-old-space-size=8192'] });
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${bounds[index]?.name}: its process ended with ${code}`)));
  });
}

function report(name: string, { states, steps, depth, violation, seconds, cpu }: Explored): void {
  console.log(
    `${name}: ${states} states, ${steps} steps, depth ${depth}, ${seconds.toFixed(1)} s by the clock, ${cpu.toFixed(1)} s of one processor`,
  );
  if (violation)
    console.log(`  violated: ${violation.property}: ${violation.message}\n  ${violation.trace.join('\n  ')}`);
}
