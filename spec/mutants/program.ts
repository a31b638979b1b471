/**
 * What the simulation runs for mutants, in a process of its own that is built from the copy with all of them: the same schedules
 * without a mutant and with one, and what the trace check and the invariants say.
 */
import '../simulation/engine/machine.ts';
import { COMMITS } from '../simulation/deploy-run/cloud.ts';
import { play } from '../simulation/deploy-run/play.ts';
import { MODES, planSchedule, type Schedule } from '../simulation/deploy-run/schedule.ts';
import { machineTime } from '../simulation/engine/machine.ts';
import type { Played } from '../simulation/engine/played.ts';
import { REGRESSIONS } from '../simulation/regressions.ts';
import { planSweep } from '../simulation/subjects.ts';
import { strayWrites } from '../trace/check.ts';
import { type ServiceWrite, serviceWrite } from '../trace/service-writes.ts';

export type Question =
  /** Plays the schedules without a mutant. */
  | { readonly kind: 'calm'; readonly seeds: number; readonly every: number }
  /** Plays those that come by these mutants, with them. */
  | { readonly kind: 'mutants'; readonly numbers: readonly number[]; readonly most: number; readonly seconds: number };

/** Of the mutants, by the schedules that come by them. */
export interface Verdict {
  readonly schedules: number;
  /** Some schedule wrote otherwise than without the mutants. */
  readonly changesWrites: boolean;
  /** What the trace check said first. */
  readonly trace?: string;
  /** Which property was violated first. */
  readonly violation?: string;
}

/** The module `active-mutants.ts` of the copy. */
interface Switch {
  active: Set<number>;
  reached: Set<number>;
}
const mutants = (): Switch | undefined => (globalThis as { mutants?: Switch }).mutants;

interface Known {
  readonly schedule: Schedule;
  readonly reached: ReadonlySet<number>;
  readonly writes: string;
}
const known: Known[] = [];

async function calm({ seeds, every }: Question & { kind: 'calm' }): Promise<number> {
  const cases: Schedule[] = [];
  for (const mode of MODES) cases.push(...((await planSweep(`deploy-run ${mode}`)) as Schedule[]));
  const drawn = Array.from({ length: seeds }, (_, i) => planSchedule(i + 1));
  const sweep = cases.filter((_, i) => i % every === 0);
  // Alternating, so that the first ones differ most.
  const schedules = [...REGRESSIONS.map(({ schedule }) => schedule), ...zip(drawn, sweep)];
  for (const schedule of schedules) {
    mutants()?.reached.clear();
    const played = await play(schedule);
    const stray = strayOf(schedule, played);
    if (stray.length > 0)
      process.stderr.write(`without a mutant: ${stray[0]} (${JSON.stringify(schedule).slice(0, 300)})\n`);
    known.push({ schedule, reached: new Set(mutants()?.reached), writes: textOf(played) });
  }
  return known.length;
}

async function judge({ numbers, most, seconds }: Question & { kind: 'mutants' }): Promise<Verdict> {
  const began = machineTime();
  const active = new Set(numbers);
  let schedules = 0;
  let changesWrites = false;
  let trace: string | undefined;
  let violation: string | undefined;
  for (const { schedule, reached, writes } of known) {
    if (!numbers.every((one) => reached.has(one))) continue;
    if (schedules >= most || machineTime() - began > seconds * 1000 || (trace !== undefined && violation !== undefined))
      break;
    schedules++;
    const switches = mutants();
    if (switches) switches.active = active;
    try {
      const played = await play(schedule);
      changesWrites ||= textOf(played) !== writes;
      trace ??= strayOf(schedule, played)[0];
      violation ??= played.violation?.message;
    } catch (error) {
      violation ??= `crash: ${String(error)}`;
    } finally {
      if (switches) switches.active = new Set();
    }
  }
  return {
    schedules,
    changesWrites,
    ...(trace !== undefined && { trace }),
    ...(violation !== undefined && { violation }),
  };
}

/** The writes of each actor, without what differs as soon as a call takes another time. */
const textOf = ({ writes }: Played): string => {
  const lines = writes.map(({ actor, line }) => `${actor} ${line}`.replace(DRAWN, ''));
  return [...new Set(lines)].sort().join('\n');
};
/** Times, etags, generations, counts of writes, and what tells rollouts apart. */
const DRAWN =
  /\d{4}-\d\d-\d\dT[\d:.]+Z|\\?"(?:etag|generation|observedGeneration|write)\\?":\\?"?[^,}]*|-[0-9a-f]{8}\b/g;

/** What the trace check says of a schedule: nobody is forced in it, and each commit is the parent of the next. */
function strayOf({ actors }: Schedule, { writes }: Played): string[] {
  const trace = writes.flatMap(({ actor, line }): ServiceWrite[] => {
    const number = actors.findIndex(({ name }) => name === actor.split('.')[0]);
    const deed = actors[number]?.deed.kind;
    const write = serviceWrite(line, actor.endsWith('.post') ? 'post' : 'main');
    if (!write || deed === 'console' || deed === 'migrate') return [];
    return [{ ...write, by: String(number < 0 ? 200 : 100 + number) }];
  });
  const ageOf = (revision: string) => {
    const age = COMMITS.findIndex((commit) => revision.includes(commit.slice(0, 12)));
    return age < 0 ? undefined : age;
  };
  return strayWrites(trace, { unforced: true, ageOf });
}

function zip<T>(one: readonly T[], other: readonly T[]): T[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => [one[i], other[i]])
    .flat()
    .filter((item) => item !== undefined) as T[];
}

process.on('message', (question: Question) => {
  void (question.kind === 'calm' ? calm(question) : judge(question)).then((answer) => process.send?.({ answer }));
});
