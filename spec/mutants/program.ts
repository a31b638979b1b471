/**
 * The worker of the simulation detector, built from the copy with all mutants: plays the same schedules without a mutant and with
 * one, and reports what the trace check and the invariants find.
 */
import '../simulation/engine/virtual-globals.ts';
import { ALL_MODES, SIMULATED_ACTIONS, type SomeSchedule } from '../simulation/action-names.ts';
import { planSchedule, type Schedule } from '../simulation/deploy-run/schedule.ts';
import type { PlayResult } from '../simulation/engine/schedule.ts';
import { ALL_REGRESSIONS } from '../simulation/regressions.ts';
import { ACTIONS, planSweep, simulatedActionOf } from '../simulation/simulated-actions.ts';
import { type Call, isRefused, parameter } from '../trace/calls.ts';

export type WorkerTask =
  /** Plays the schedules without a mutant. */
  | { readonly kind: 'baseline'; readonly seeds: number; readonly every: number }
  /** Plays the schedules that reach one of these mutants, with all of them active. */
  | {
      readonly kind: 'mutants';
      readonly numbers: readonly number[];
      /** Mutants that return a constant: only schedules in which the code returns another value count. */
      readonly constant: readonly number[];
      readonly most: number;
      readonly seconds: number;
    };

/** The result of the schedules that reach the mutants. */
export interface Verdict {
  readonly schedules: number;
  /** The writes of some schedule differ from those without the mutants. */
  readonly changesWrites: boolean;
  /** The first write that only one of the two made. */
  readonly change?: string;
  /** The first finding of the trace check. */
  readonly trace?: string;
  /** The first violated property. */
  readonly violation?: string;
}

/** The module `active-mutants.ts` of the copy. */
interface MutantSwitch {
  active: Set<number>;
  reached: Set<number>;
  different: Set<number>;
}
const mutants = (): MutantSwitch | undefined => (globalThis as { mutants?: MutantSwitch }).mutants;

interface BaselineRun {
  readonly schedule: SomeSchedule;
  readonly reached: ReadonlySet<number>;
  /** Mutants that would have returned another value. */
  readonly different: ReadonlySet<number>;
  readonly writes: readonly string[];
}
const baselineRuns: BaselineRun[] = [];

const play = (schedule: SomeSchedule): Promise<PlayResult> => simulatedActionOf(schedule).play(schedule);

async function playBaseline({ seeds, every }: WorkerTask & { kind: 'baseline' }): Promise<number> {
  for (const schedule of await schedulesFor(seeds, every)) {
    mutants()?.reached.clear();
    mutants()?.different.clear();
    const played = await play(schedule);
    const wrong = played.violation?.message;
    if (wrong !== undefined)
      process.stderr.write(`without a mutant: ${wrong} (${JSON.stringify(schedule).slice(0, 300)})\n`);
    else {
      const { reached, different } = mutants() ?? {};
      baselineRuns.push({
        schedule,
        reached: new Set(reached),
        different: new Set(different),
        writes: textsOf(played),
      });
    }
  }
  return baselineRuns.length;
}

/** Interleaves all kinds of schedules, so that the first ones are diverse. */
async function schedulesFor(seeds: number, every: number): Promise<SomeSchedule[]> {
  const cases: SomeSchedule[] = [];
  for (const mode of ALL_MODES) cases.push(...(await planSweep(mode)).filter((_, i) => i % every === 0));
  const drawn = (of: (seed: number) => SomeSchedule) => Array.from({ length: seeds }, (_, i) => of(i + 1));
  return [
    ...ALL_REGRESSIONS.map(({ schedule }) => schedule),
    ...interleaved([...SIMULATED_ACTIONS.map((name) => drawn(ACTIONS[name].plan)), migrations(seeds / 2), cases]),
  ];
}

/** Schedules with two concurrent migrations. */
function migrations(count: number): Schedule[] {
  const found: Schedule[] = [];
  for (let seed = 1; found.length < count; seed++) {
    const schedule = planSchedule(seed);
    if (schedule.actors.filter(({ action }) => action.kind === 'migrate').length > 1) found.push(schedule);
  }
  return found;
}

async function judge({ numbers, constant, most, seconds }: WorkerTask & { kind: 'mutants' }): Promise<Verdict> {
  const began = processorTime();
  const active = new Set(numbers);
  let schedules = 0;
  let change: string | undefined;
  let trace: string | undefined;
  let violation: string | undefined;
  for (const { schedule, reached, different, writes } of baselineRuns) {
    if (!numbers.some((one) => (constant.includes(one) ? different : reached).has(one))) continue;
    if (schedules >= most || processorTime() - began > seconds || (trace !== undefined && violation !== undefined))
      break;
    schedules++;
    const switches = mutants();
    if (switches) switches.active = active;
    try {
      const played = await play(schedule);
      change ??= changeOf(writes, textsOf(played));
      const [finding] = played.findings;
      trace ??= finding;
      // Findings of the trace check alone are counted above.
      if (played.violation?.property !== 'a path of the model') violation ??= played.violation?.message;
    } catch (error) {
      violation ??= `crash: ${String(error)}`;
    } finally {
      if (switches) switches.active = new Set();
    }
  }
  return {
    schedules,
    changesWrites: change !== undefined,
    ...(change !== undefined && { change }),
    ...(trace !== undefined && { trace }),
    ...(violation !== undefined && { violation }),
  };
}

/** Seconds of processor time, so that the load of the machine does not change the result. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function changeOf(before: readonly string[], now: readonly string[]): string | undefined {
  const gone = before.find((line) => !now.includes(line));
  const added = now.find((line) => !before.includes(line));
  const texts = [gone && `without it: ${gone}`, added && `with it: ${added}`].filter(Boolean);
  return texts.length > 0 ? texts.join('\n') : undefined;
}

/** The writes of each actor, without values that depend on timing. */
const textsOf = ({ writes }: PlayResult): string[] => {
  const changing = writes.filter((write) => !isRefused(write) && parameter(write, 'validateOnly') !== 'true');
  const lines = changing.map((write) =>
    `${write.by} ${write.method} ${write.target} ${JSON.stringify(setBy(write)) ?? ''}`.replace(VOLATILE, ''),
  );
  return [...new Set(lines)].sort();
};

/** The fields that a write sets: a document is sent as it was read, with its output-only fields. */
function setBy(write: Call): unknown {
  const { api, body } = write;
  if (api !== 'run' || typeof body !== 'object' || body === null) return body;
  const mask = parameter(write, 'updateMask')?.split(',');
  const isSet = (name: string) => (mask ? mask.includes(name) : !OUTPUT_FIELDS.has(name));
  return Object.fromEntries(Object.entries(body).filter(([name]) => isSet(name)));
}

/** Output-only fields: https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs#Job */
const OUTPUT_FIELDS = new Set([
  ...['uid', 'generation', 'createTime', 'updateTime', 'deleteTime', 'expireTime', 'creator', 'lastModifier', 'etag'],
  ...['observedGeneration', 'terminalCondition', 'conditions', 'reconciling', 'satisfiesPzs'],
  ...['executionCount', 'latestCreatedExecution', 'uri', 'urls', 'latestReadyRevision', 'latestCreatedRevision'],
]);

/** Times, etags, generations, fingerprints, counts of writes, and ids of rollouts and claims. */
const VOLATILE = new RegExp(
  [
    /\d{4}-\d\d-\d\dT[\d:.]+Z/,
    /(?<=\\?"(?:etag|generation|observedGeneration|write|fingerprint|beat|id|md5Hash)\\?":)(?:\\?"(?:\\"|[^"\\])*\\?"|\d+)/,
    /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/,
    /(?<=Match=)[1-9]\d*/,
    /-[0-9a-f]{8}\b/,
    /(?<=\/executions\/[a-z0-9-]*-)[a-z0-9]{5}\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function interleaved(lists: readonly (readonly SomeSchedule[])[]): SomeSchedule[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

process.on('message', (task: WorkerTask) => {
  void (task.kind === 'baseline' ? playBaseline(task) : judge(task)).then((result) => process.send?.({ result }));
});
// A separate process group does not receive Ctrl-C.
process.on('disconnect', () => process.exit());
