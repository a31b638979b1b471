/**
 * What the simulation runs for mutants, in a process of its own that is built from the copy with all of them: the same schedules
 * without a mutant and with one, and what the trace check and the invariants say.
 */
import '../simulation/engine/machine.ts';
import { planSchedule, type Schedule } from '../simulation/deploy-run/schedule.ts';
import type { Played } from '../simulation/engine/played.ts';
import { ALL_MODES, type SomeSchedule, SUBJECTS } from '../simulation/names.ts';
import { SITE_REGRESSIONS } from '../simulation/publish-frontend/regressions.ts';
import { REGRESSIONS } from '../simulation/regressions.ts';
import { planSweep, SUBJECT, subjectOf } from '../simulation/subjects.ts';
import { type Call, isRefused, parameter } from '../trace/calls.ts';

export type Question =
  /** Plays the schedules without a mutant. */
  | { readonly kind: 'calm'; readonly seeds: number; readonly every: number }
  /** Plays those that come by these mutants, with them. */
  | {
      readonly kind: 'mutants';
      readonly numbers: readonly number[];
      /** Those that give a constant: only schedules in which the code gives something else tell. */
      readonly constant: readonly number[];
      readonly most: number;
      readonly seconds: number;
    };

/** Of the mutants, by the schedules that come by them. */
export interface Verdict {
  readonly schedules: number;
  /** Some schedule wrote otherwise than without the mutants. */
  readonly changesWrites: boolean;
  /** The first write that only one of the two made. */
  readonly change?: string;
  /** The first finding of the trace check. */
  readonly trace?: string;
  /** Which property was violated first. */
  readonly violation?: string;
}

/** The module `active-mutants.ts` of the copy. */
interface Switch {
  active: Set<number>;
  reached: Set<number>;
  different: Set<number>;
}
const mutants = (): Switch | undefined => (globalThis as { mutants?: Switch }).mutants;

interface Known {
  readonly schedule: SomeSchedule;
  readonly reached: ReadonlySet<number>;
  /** Where a mutant would have given something else. */
  readonly different: ReadonlySet<number>;
  readonly writes: readonly string[];
}
const known: Known[] = [];

const play = (schedule: SomeSchedule): Promise<Played> => subjectOf(schedule).play(schedule);

async function calm({ seeds, every }: Question & { kind: 'calm' }): Promise<number> {
  for (const schedule of await schedulesFor(seeds, every)) {
    mutants()?.reached.clear();
    mutants()?.different.clear();
    const played = await play(schedule);
    const wrong = played.violation?.message;
    if (wrong !== undefined)
      process.stderr.write(`without a mutant: ${wrong} (${JSON.stringify(schedule).slice(0, 300)})\n`);
    else {
      const { reached, different } = mutants() ?? {};
      known.push({ schedule, reached: new Set(reached), different: new Set(different), writes: textsOf(played) });
    }
  }
  return known.length;
}

/** Schedules of all kinds in turn, so that the first ones differ most. */
async function schedulesFor(seeds: number, every: number): Promise<SomeSchedule[]> {
  const cases: SomeSchedule[] = [];
  for (const mode of ALL_MODES) cases.push(...(await planSweep(mode)).filter((_, i) => i % every === 0));
  const drawn = (of: (seed: number) => SomeSchedule) => Array.from({ length: seeds }, (_, i) => of(i + 1));
  return [
    ...[...REGRESSIONS, ...SITE_REGRESSIONS].map(({ schedule }) => schedule),
    ...inTurn([...SUBJECTS.map((name) => drawn(SUBJECT[name].plan)), migrations(seeds / 2), cases]),
  ];
}

/** Those in which two runs migrate at the same time. */
function migrations(count: number): Schedule[] {
  const found: Schedule[] = [];
  for (let seed = 1; found.length < count; seed++) {
    const schedule = planSchedule(seed);
    if (schedule.actors.filter(({ action }) => action.kind === 'migrate').length > 1) found.push(schedule);
  }
  return found;
}

async function judge({ numbers, constant, most, seconds }: Question & { kind: 'mutants' }): Promise<Verdict> {
  const began = processorTime();
  const active = new Set(numbers);
  let schedules = 0;
  let change: string | undefined;
  let trace: string | undefined;
  let violation: string | undefined;
  for (const { schedule, reached, different, writes } of known) {
    if (!numbers.every((one) => (constant.includes(one) ? different : reached).has(one))) continue;
    if (schedules >= most || processorTime() - began > seconds || (trace !== undefined && violation !== undefined))
      break;
    schedules++;
    const switches = mutants();
    if (switches) switches.active = active;
    try {
      const played = await play(schedule);
      change ??= changeOf(writes, textsOf(played));
      const [stray] = played.stray;
      trace ??= stray;
      // What only the trace check noticed is no other property.
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

/** Seconds of the processor: how much is played does not depend on what else the machine does. */
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

/** The writes of each actor, without what differs as soon as a call takes another time. */
const textsOf = ({ writes }: Played): string[] => {
  const changing = writes.filter((write) => !isRefused(write) && parameter(write, 'validateOnly') !== 'true');
  const lines = changing.map((write) =>
    `${write.by} ${write.method} ${write.target} ${JSON.stringify(setBy(write)) ?? ''}`.replace(DRAWN, ''),
  );
  return [...new Set(lines)].sort();
};
/** What a write sets: a document is sent as it was read, with all that the server says of it. */
function setBy(write: Call): unknown {
  const { api, body } = write;
  if (api !== 'run' || typeof body !== 'object' || body === null) return body;
  const mask = parameter(write, 'updateMask')?.split(',');
  const isSet = (name: string) => (mask ? mask.includes(name) : !OUTPUT.has(name));
  return Object.fromEntries(Object.entries(body).filter(([name]) => isSet(name)));
}

/** What only the server sets: https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs#Job */
const OUTPUT = new Set([
  ...['uid', 'generation', 'createTime', 'updateTime', 'deleteTime', 'expireTime', 'creator', 'lastModifier', 'etag'],
  ...['observedGeneration', 'terminalCondition', 'conditions', 'reconciling', 'satisfiesPzs'],
  ...['executionCount', 'latestCreatedExecution', 'uri', 'urls', 'latestReadyRevision', 'latestCreatedRevision'],
]);

/** Times, etags, generations, fingerprints, counts of writes, and ids of rollouts and claims. */
const DRAWN = new RegExp(
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

function inTurn(lists: readonly (readonly SomeSchedule[])[]): SomeSchedule[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

process.on('message', (question: Question) => {
  void (question.kind === 'calm' ? calm(question) : judge(question)).then((answer) => process.send?.({ answer }));
});
// A process group of its own does not hear Ctrl-C.
process.on('disconnect', () => process.exit());
