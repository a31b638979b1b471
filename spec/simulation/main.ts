/**
 * The deterministic simulation: the real code of the actions and the real handlers of the emulator, with several concurrent runs, in
 * one process without sockets. Time is virtual, and a seed decides everything else: when each actor starts, how long each call takes,
 * and which calls are lost, delayed, duplicated, refused, served stale data, or the last call of a run that is killed.
 *
 *     npm run simulate -- --seed 1 --minutes 10      plays schedules from seed 1 on; a failing one is shrunk and printed
 *     npm run simulate -- --seed 4711 --schedules 1  plays one, and prints its trace
 *     npm run simulate -- --sweep all                every mode × call × fault; --every 10 plays a tenth of them
 *     npm run simulate -- --replay '{"seed":…}'      the same for a schedule, as a failure prints it
 *
 * `--action publish-frontend` plays only that action. `engine/` is independent of the actions: virtual time, the network and its
 * faults, processes. `deploy-run/`, `publish-frontend/` and `build-image/` hold the actors and the invariants. docs/verification.md
 * says what is covered, and what is not.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { ALL_LARGE_MODES, ALL_MODES, SIMULATED_ACTIONS, type SomeSchedule } from './action-names.ts';
import { compileSimulation, neverHit } from './campaign.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1' },
    schedules: { type: 'string' },
    replay: { type: 'string' },
    sweep: { type: 'string' },
    action: { type: 'string' },
    every: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(availableParallelism()) },
    log: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const actions = SIMULATED_ACTIONS.filter((name) => values.action === undefined || name === values.action);
const simulation = await compileSimulation();
try {
  if (values.replay !== undefined) await replay(JSON.parse(values.replay) as SomeSchedule);
  else if (values.sweep !== undefined) await sweep(values.sweep);
  else if (values.schedules === '1') await replay(seed);
  else await campaign();
} finally {
  simulation.close();
}

async function campaign(): Promise<void> {
  const began = performance.now();
  const { statistics, failures } = await simulation.campaign({
    actions,
    from: seed,
    count: values.schedules === undefined ? Number.MAX_SAFE_INTEGER : Number(values.schedules),
    seconds: values.schedules === undefined ? Number(values.minutes) * 60 : 86_400,
    processes: Number(values.processes),
    aims: true,
  });
  for (const action of actions) {
    const counts = statistics[action];
    if (!counts) continue;
    const { schedules, aimed, counted, ms, cpuMs, hit } = counts;
    const missing = neverHit(counts);
    const perMinute = (of: number) => Math.round((counted / of) * 60_000);
    console.log(
      `${action}: ${schedules} schedules from seed ${seed}, ${aimed} of them for pairs that the others did not have; ${counted} with at least two actors and a fault: ${perMinute(ms)} per minute of real time, ${perMinute(cpuMs)} per minute of one processor`,
    );
    console.log(`${hit.length} pairs of call and fault were hit, ${missing.length} never:`);
    for (const pair of missing) console.log(`  ${pair}`);
  }
  for (const { action, seed: found, message, schedule } of failures)
    console.log(`\n${action}, seed ${found}: ${message}\n  npm run simulate -- --replay '${JSON.stringify(schedule)}'`);
  console.log(`${failures.length} failed, in ${Math.round((performance.now() - began) / 1000)} s.`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

/** `which` is `all` (without the large ones), or modes separated by commas: `direct`, or `publish-frontend atomic`. */
async function sweep(which: string): Promise<void> {
  const wanted = which.split(',');
  const isWanted = (mode: string) => wanted.some((one) => mode === one || mode.endsWith(` ${one}`));
  const modes = which === 'all' ? ALL_MODES : [...ALL_MODES, ...ALL_LARGE_MODES].filter(isWanted);
  const { cases, failures } = await simulation.sweep({
    modes,
    every: Number(values.every),
    processes: Number(values.processes),
  });
  for (const [mode, count] of Object.entries(cases)) console.log(`${mode}: ${count} cases`);
  console.log(`${failures.length} failed.`);
  for (const { mode, message, schedule } of failures)
    console.log(`\n${mode}: ${message}\n  npm run simulate -- --replay '${JSON.stringify(schedule)}'`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

async function replay(given: number | SomeSchedule): Promise<void> {
  const { schedule, message, trace, printed } = await simulation.replay(given, actions[0]);
  console.log(`${JSON.stringify(schedule)}\n${trace.join('\n')}`);
  if (values.log) for (const [name, text] of Object.entries(printed)) console.log(`\n${name}:\n${text}`);
  console.log(message === undefined ? '\nEverything held.' : `\n${message}`);
  process.exitCode = message === undefined ? 0 : 1;
}
