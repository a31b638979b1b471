/** The findings of the trace check for a schedule: each commit is the parent of the next, and the name of a run says what it may do. */
import type { Call, Success } from '../../trace/calls.ts';
import { unexpectedCalls } from '../../trace/check.ts';
import { COMMITS } from './cloud.ts';
import type { Schedule } from './schedule.ts';

export function deployFindings(
  { actors }: Schedule,
  writes: readonly Call[],
  succeeded: readonly Success[],
  settled: boolean,
): string[] {
  /** `by` is the name of an actor, or the id of a rollout. */
  const runOf = (by: string): string => {
    const number = actors.findIndex(({ name }) => name === by.split('.')[0]);
    if (number >= 0) return String(100 + number);
    const advance = /^advance (\d+)$/.exec(by)?.[1];
    if (advance !== undefined) return String(300 + Number(advance));
    return /^\d+-/.test(by) ? (by.split('-')[0] as string) : '200';
  };
  const releases = (by: string) => by.includes('releas');
  return unexpectedCalls(writes, {
    complete: true,
    unforced: true,
    releases,
    forced: releases,
    rollsBack: (by) => by.includes('rollback'),
    succeeded,
    settled,
    runOf,
    ageOf,
  });
}

/** Index of the commit in a name, which contains all or the start of its SHA. */
function ageOf(name: string): number | undefined {
  const age = COMMITS.findIndex((commit) => name.includes(commit.slice(0, 12)));
  return age < 0 ? undefined : age;
}
