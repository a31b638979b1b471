/**
 * `npm test`: format, types, dead code, then all tiers of vitest.config.ts. It prepares the tools of the tiers in parallel with the
 * first tier, and ends what it started. On a developer's machine it names what cannot be installed and leaves out
 * the tests that need it. In CI nothing may be left out.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import config from '../vitest.config.ts';
import { type Engine, ensureEngine } from './parts/engine.ts';
import { prepare } from './parts/prepare.ts';
import { exitOnSignal, leaveToSignal, throwIfInterrupted, track } from './parts/processes/interruption.ts';
import { endTree } from './parts/processes/processes.ts';
import { reach } from './parts/registry-environment.ts';
import { toolsBin } from './parts/tools.ts';
import { readFailures, type TestReport } from './test/failures.ts';

/** Time limit of a check or a tier, in minutes. */
const LIMIT = 25;

interface Outcome {
  readonly title: string;
  readonly ok: boolean;
  readonly seconds: number;
}

const ci = process.env.CI === 'true';
const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
/** The failed tests with the first line of each error. Repeated at the end, since CI may show only the last lines of a log. */
const failures: string[] = [];
const outcomes: Outcome[] = [];
const began = performance.now();
let engine: Promise<Engine> | undefined;

async function end(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const used = await engine?.catch(() => undefined);
  await used?.stop().catch((error: Error) => console.log(error.message));
}

exitOnSignal(console.log, end);

/** Records whether `work` succeeded, and its duration. */
async function timed(title: string, work: () => Promise<boolean>): Promise<void> {
  throwIfInterrupted();
  const start = performance.now();
  const ok = await work();
  await leaveToSignal();
  outcomes.push({ title, ok, seconds: (performance.now() - start) / 1000 });
}

function step(title: string, command: string, args: readonly string[]): Promise<void> {
  return timed(title, async () => {
    console.log(`\n▶ ${title}`);
    const child = spawn(join('node_modules/.bin', command), args, {
      stdio: 'inherit',
      env: {
        ...process.env,
        ...reach(),
        // PATH with the Node of the package `node` and the prepared tools.
        PATH: [dirname(process.execPath), toolsBin, process.env.PATH].join(delimiter),
      },
      // This process sends signals to it and to its children.
      detached: true,
    });
    track(child);
    const timer = setTimeout(() => {
      console.log(`${title}: stopped, because it was still running after ${LIMIT} minutes.`);
      void endTree(child.pid as number, 'SIGINT');
    }, LIMIT * 60_000);
    const code = await new Promise<number | null>((done, fail) => {
      child.once('error', fail);
      child.once('close', done);
    });
    clearTimeout(timer);
    return code === 0;
  });
}

async function tier(name: string): Promise<void> {
  const report = join(folder, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await step(`${name} tests`, 'vitest', ['run', '--project', name, '--passWithNoTests', ...reporters]);
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as TestReport;
    failures.push(...readFailures(result));
    totals.passed += result.numPassedTests ?? 0;
    totals.failed += result.numFailedTests ?? 0;
    totals.skipped += (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  } catch (error) {
    console.log(`The report of the ${name} tests cannot be read: ${(error as Error).message}`);
    outcomes.push({ title: `report of the ${name} tests`, ok: false, seconds: 0 });
  }
}

const tiers = (config.test?.projects ?? []).flatMap((project) =>
  typeof project === 'object' && 'test' in project && typeof project.test?.name === 'string' ? [project.test.name] : [],
);
const preparation = timed('preparation', async () => {
  try {
    await prepare(() => {
      engine ??= ensureEngine();
      return engine;
    });
    return true;
  } catch (error) {
    await leaveToSignal();
    console.log(
      `\n${ci ? 'These parts are missing' : 'Left out is what needs these parts'}:\n${(error as Error).message}`,
    );
    return !ci;
  }
});
try {
  await step('format and lint', 'biome', ['check', '.']);
  await step('types', 'tsc', ['--noEmit']);
  await step('dead code', 'knip', []);
  // The unit tests need no downloaded tool, so they run during the downloads.
  for (const name of tiers.filter((name) => name === 'unit')) await tier(name);
  await preparation;
  for (const name of tiers.filter((name) => name !== 'unit')) await tier(name);
} catch (error) {
  await leaveToSignal();
  console.error(error);
  outcomes.push({ title: (error as Error).message, ok: false, seconds: 0 });
}
await preparation;
await end();

console.log();
for (const { title, ok, seconds } of outcomes)
  console.log(`${ok ? '✔' : '✘'} ${title.padEnd(20)} ${seconds.toFixed(0).padStart(5)} s`);
console.log(
  `${' '.repeat(22)} ${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s in all, the preparation beside the first steps`,
);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `✘ ${failure}`).join('\n')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
const leftOut = ci && totals.skipped > 0;
if (leftOut) console.log('In CI nothing may be skipped.');
process.exit(leftOut || outcomes.some(({ ok }) => !ok) ? 1 : 0);
