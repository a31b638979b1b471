/**
 * One error type per reader: `InputError` for the author of the workflow, `PolicyError` for the author of the manifest,
 * `CloudError` for the owner of the project, `OutcomeError` for a result that fails the step.
 * Any other error is a bug in the action. Only `report.ts` prints errors.
 */
import { formatDuration } from '../inputs/duration.ts';

/** A place in a file of the workspace, so that GitHub annotates it. Lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One problem: a sentence with the given value, the expected one, and the fix. */
export interface Problem {
  /** What it is about, for instance `input env`, or a policy rule's id. */
  readonly subject: string;
  readonly message: string;
  readonly location?: Location;
}

/** Bad input, with all problems. Thrown before anything is changed. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((problem) => `${problem.subject}: ${problem.message}`).join('\n'), options);
    this.problems = problems;
  }
}

/** A policy rule is violated. Each problem's subject is the rule's id. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.subject}: ${problem.message}`).join('\n'));
    this.problems = problems;
  }
}

/** A refusal or failure of a cloud API, with what the owner of the project needs to fix it. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  /** HTTP status; 0 if no response came. */
  readonly status: number;
  /** Canonical code such as `NOT_FOUND` or `ABORTED`, if the response had one. */
  readonly code: string | undefined;
  /** The server's own reason, for instance `SERVICE_DISABLED` (`google.rpc.ErrorInfo`). */
  readonly reason: string | undefined;
  /** What to do, in whole sentences, where the server's reason says it. */
  readonly advice: string | undefined;
  /** Milliseconds after which the server accepts the next request. */
  readonly retryAfterMs: number | undefined;
  /** What the call was about, for instance `service projects/p/locations/l/services/s`. */
  readonly resource: string;
  readonly permission: string | undefined;
  /** A predefined role that grants the permission. */
  readonly role: string | undefined;
  readonly member: string | undefined;
  readonly consoleUrl: string | undefined;
  /** True if the same call would only get the same response, whatever its status. */
  readonly final: boolean;
  /** The fields of a bad request, each with what is wrong (`google.rpc.BadRequest`). */
  readonly fields: readonly { readonly field: string; readonly description: string }[];
  constructor(
    fields: {
      message: string;
      status: number;
      resource: string;
      code?: string | undefined;
      reason?: string | undefined;
      advice?: string | undefined;
      retryAfterMs?: number | undefined;
      permission?: string | undefined;
      role?: string | undefined;
      member?: string | undefined;
      consoleUrl?: string | undefined;
      final?: boolean;
      fields?: readonly { readonly field: string; readonly description: string }[];
    },
    options?: { cause?: unknown },
  ) {
    super(fields.message, options);
    this.status = fields.status;
    this.code = fields.code;
    this.reason = fields.reason;
    this.advice = fields.advice;
    this.retryAfterMs = fields.retryAfterMs;
    this.resource = fields.resource;
    this.permission = fields.permission;
    this.role = fields.role;
    this.member = fields.member;
    this.consoleUrl = fields.consoleUrl;
    this.final = fields.final ?? false;
    this.fields = fields.fields ?? [];
  }
}

/** The work of the step failed: an unhealthy revision, a failed migration, a lost race, a cancellation. */
export class OutcomeError extends Error {
  override readonly name = 'OutcomeError';
  readonly location: Location | undefined;
  constructor(message: string, options: { cause?: unknown; location?: Location } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.location = options.location;
  }
}

const states = new WeakMap<Error, string>();

/** The error, with what holds after it, such as `Nothing was changed.`: its report ends with that. */
export function withState<T>(error: T, state: string): T {
  if (error instanceof Error) states.set(error, state);
  return error;
}

export const stateAfter = (error: unknown): string | undefined =>
  error instanceof Error ? states.get(error) : undefined;

/** True for the error that an aborted `AbortSignal` throws. */
export function isAbort(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'AbortError' || error.cause instanceof CancelledError || error.cause instanceof TimedOutError)
  );
}

/** The reason of a signal that a cancelled step aborts. */
export class CancelledError extends Error {
  override readonly name = 'AbortError';
  constructor(signal: string) {
    super(`The step was cancelled (${signal}).`);
  }
}

/** The reason of a signal that aborts when the `timeout` of a step is over. */
export class TimedOutError extends Error {
  override readonly name = 'AbortError';
  /** Milliseconds that the step had. */
  readonly limit: number;
  constructor(limit: number, detail = '', options?: ErrorOptions) {
    super(
      `The step timed out after ${formatDuration(limit)} (input timeout)${detail === '' ? '.' : `: ${detail}`}`,
      options,
    );
    this.limit = limit;
  }
}

/**
 * Waits for all of `work`, so that the same calls are made and the same error is thrown whichever ends first.
 * @throws A cancellation; otherwise one `InputError` with the bad inputs of all, in their order and each once; otherwise one
 * `PolicyError` likewise; otherwise the first error in their order.
 */
export async function allAtOnce<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const ends = await Promise.allSettled(work);
  const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  if (errors.length > 0) throw mergeErrors(errors);
  return ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
}

/** One error for several that were thrown by checks at once, as `allAtOnce` throws it. */
export function mergeErrors(errors: readonly unknown[]): unknown {
  const [first] = errors;
  if (errors.length === 1) return first;
  const cancelled = errors.find(isAbort);
  if (cancelled !== undefined) return cancelled;
  const bad = errors.filter((error) => error instanceof InputError);
  if (bad.length > 0) return new InputError(distinct(bad), { cause: bad[0] });
  const rules = errors.filter((error) => error instanceof PolicyError);
  return rules.length > 0 ? new PolicyError(distinct(rules)) : first;
}

/** The same line of a manifest may be judged for each of its regions. */
function distinct(errors: readonly { readonly problems: readonly Problem[] }[]): Problem[] {
  const problems = errors.flatMap((error) => error.problems);
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
