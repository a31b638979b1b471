/**
 * A model of how GitHub runs the jobs of a workflow: in the order of `needs`, each if its condition holds, and again with "Re-run
 * failed jobs". It evaluates the conditions as they are written
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/expressions).
 */
import type { Job, Workflow } from '../workflows.ts';

export type JobResult = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface Attempt {
  /** Job → its result. */
  readonly results: Readonly<Record<string, JobResult>>;
  /** Jobs that ran in this attempt, in their order. */
  readonly ran: readonly string[];
}

export interface Surroundings {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly github?: object;
  /** Job → its result, if it runs; by default `success`. */
  readonly outcomes?: Readonly<Record<string, JobResult>>;
  /** Job → its outputs, if it ran. */
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The job before which the run is cancelled. */
  readonly cancelledBefore?: string;
  /** The attempt that "Re-run failed jobs" repeats (https://docs.github.com/en/actions/how-tos/manage-workflow-runs/re-run-workflows-and-jobs). */
  readonly earlier?: Attempt;
}

export function runJobs({ jobs }: Workflow, surroundings: Surroundings): Attempt {
  const { outcomes = {}, outputs = {}, earlier, cancelledBefore } = surroundings;
  const results: Record<string, JobResult> = {};
  const ran: string[] = [];
  const repeated = new Set<string>();
  let cancelled = false;
  for (const name of inOrder(jobs)) {
    const job = jobs[name] as Job;
    cancelled ||= name === cancelledBefore;
    const kept = earlier?.results[name];
    const again = kept === 'failure' || kept === 'cancelled' || needsOf(job).some((one) => repeated.has(one));
    if (kept !== undefined && !again) {
      results[name] = kept;
      continue;
    }
    repeated.add(name);
    const needs = Object.fromEntries(
      needsOf(job).map((one) => [
        one,
        { result: results[one], outputs: results[one] === 'skipped' ? {} : (outputs[one] ?? {}) },
      ]),
    );
    const before = Object.values(needs).map(({ result }) => result);
    if (!holds(job.if, { ...surroundings, needs, cancelled, before })) {
      results[name] = cancelled ? 'cancelled' : 'skipped';
      continue;
    }
    ran.push(name);
    results[name] = outcomes[name] ?? 'success';
  }
  return { results, ran };
}

const needsOf = ({ needs = [] }: Job): readonly string[] => [needs].flat();

function inOrder(jobs: Workflow['jobs']): string[] {
  const order = new Set<string>();
  const visit = (name: string): void => {
    for (const one of needsOf(jobs[name] as Job)) visit(one);
    order.add(name);
  };
  for (const name of Object.keys(jobs)) visit(name);
  return [...order];
}

interface Values extends Surroundings {
  readonly needs: object;
  readonly cancelled: boolean;
  readonly before: readonly (JobResult | undefined)[];
}

/** A condition without a function of the status holds only if all jobs before succeeded. */
function holds(condition = 'true', { inputs, github = {}, needs, cancelled, before }: Values): boolean {
  const succeeded = !cancelled && before.every((result) => result === 'success');
  const functions = {
    success: () => succeeded,
    failure: () => before.includes('failure'),
    cancelled: () => cancelled,
    always: () => true,
    contains: (list: string | readonly unknown[], one: never) => list.includes(one),
    join: (list: readonly unknown[], separator: string) => list.join(separator),
    toJSON: (value: unknown) => JSON.stringify(value),
    fromJSON: (text: string) => JSON.parse(text) as unknown,
  };
  const code = condition
    .replaceAll(/\.\*\.([\w-]+)/g, '.flatMap((one) => one["$1"] ?? [])')
    .replaceAll(/\b((?:inputs|needs|github)(?:\.[\w-]+)+)/g, (path) =>
      path
        .split('.')
        .join('?.')
        .replace(/\?\.([\w-]*-[\w-]*)/g, '?.["$1"]'),
    );
  const names = { ...functions, inputs, needs, github };
  const judged = new Function(...Object.keys(names), `return Boolean(${code})`) as (...values: unknown[]) => boolean;
  const named = /\b(?:success|failure|cancelled|always)\(\)/.test(condition);
  return (named || succeeded) && judged(...Object.values(names));
}
