/**
 * The rules of the house, judged on the resource that is about to be deployed (after `image` and `substitutions` were put
 * in), with the file and line of the manifest where there is one. What each rule wants is in `policy-rules.ts`.
 *
 * An exception is written down where the rule is broken, in `metadata.annotations`, with its reason:
 * `actions.orchestra.dev/policy-exception.startup-probe: "speaks only MQTT; moves to gRPC in May"`.
 */
import type { Job, Service, WorkerPool } from '../../../src/google/run/resources.ts';
import type { Path } from '../../../src/manifest/index.ts';
import { type Location, PolicyError } from '../../../src/runtime/errors.ts';
import { RULES, type Rule } from './rules.ts';

/** A `Manifest`, or a resource without one; then nothing has a location. */
export type Subject = (
  | { readonly kind: 'Service'; readonly resource: Service }
  | { readonly kind: 'Job'; readonly resource: Job }
  | { readonly kind: 'WorkerPool'; readonly resource: WorkerPool }
) & { locate?(path: Path): Location };

export interface Facts {
  /** False for a preview, and for anything else that takes no production traffic. */
  readonly production: boolean;
  /** What GitHub says about the input `required-checks` on the commit. */
  readonly checks?: readonly CheckResult[];
}

export interface CheckResult {
  readonly name: string;
  /** A check run's conclusion or a status's state: `success`, `failure`, `skipped`, …; `pending` if it still runs; `missing` if there is none. */
  readonly outcome: string;
}

export interface Violation {
  readonly rule: Rule | 'policy-exception';
  readonly message: string;
  readonly location?: Location;
  /** The reason of a documented exception: reported, and no obstacle. */
  readonly excuse?: string;
}

const EXCEPTION = 'actions.orchestra.dev/policy-exception.';

/** All violations, excused ones included. */
export function judge(subject: Subject, facts: Facts): Violation[] {
  const place = (path: Path): { location?: Location } => {
    const location = subject.locate?.(path);
    return location ? { location } : {};
  };
  const exceptions = new Map<string, string>();
  const wrong: Violation[] = [];
  for (const [key, reason] of Object.entries(subject.resource.annotations ?? {})) {
    if (!key.startsWith(EXCEPTION)) continue;
    const rule = key.slice(EXCEPTION.length);
    const problem = exceptionProblem(rule, reason);
    if (problem) wrong.push({ rule: 'policy-exception', message: `${key} ${problem}`, ...place(['annotations', key]) });
    else exceptions.set(rule, reason.trim());
  }
  const violations = Object.entries(RULES).flatMap(([id, { judge }]) =>
    judge(subject, facts).map(({ message, path }): Violation => {
      const excuse = exceptions.get(id);
      return { rule: id as Rule, message, ...(path && place(path)), ...(excuse !== undefined && { excuse }) };
    }),
  );
  return [...wrong, ...violations];
}

function exceptionProblem(rule: string, reason: string): string | undefined {
  if (!Object.hasOwn(RULES, rule)) return `is for no rule of ours. The rules: ${Object.keys(RULES).join(', ')}.`;
  if (!RULES[rule as Rule].excusable) return 'is not possible: this rule is about the commit, not about the manifest.';
  if (reason.trim() === '') return 'gives no reason. Write why, and until when.';
  return undefined;
}

/** Throws `PolicyError` with the violations that have no excuse, if there are any. */
export function enforce(violations: readonly Violation[]): void {
  const open = violations.filter(({ excuse }) => excuse === undefined);
  if (open.length === 0) return;
  throw new PolicyError(
    open.map(({ rule, message, location }) => ({ subject: rule, message, ...(location && { location }) })),
  );
}
