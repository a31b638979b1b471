/** For which canaries a run asks for an approval. */
import { expect, test } from 'vitest';
import { setCanaryOutputs } from '../../../../actions/deploy-run/report/outputs.ts';
import type { CanaryStatus, RegionalResult } from '../../../../actions/deploy-run/service/outcome.ts';
import type { Context } from '../../../../src/runtime/context.ts';

const WAITS = { approval: true, overdue: false };
const RUNS = { approval: false, overdue: false };
const LATE = { approval: true, overdue: true };

/** `canaries`: of each service, its release and state. */
function outputsOf(
  canaries: readonly (readonly [string, Pick<CanaryStatus, 'approval' | 'overdue'>])[],
  force = false,
) {
  const outputs: Record<string, unknown> = {};
  const output = (name: string, value: unknown) => {
    outputs[name] = value;
  };
  const results = canaries.map(([release, state]) => ({ canary: { release, step: 2, ...state } }));
  setCanaryOutputs({ output } as unknown as Context, results as unknown as readonly RegionalResult[], force);
  return { canary: (outputs.canary as CanaryStatus | undefined)?.release, approvals: outputs.approvals };
}

test('for none without a canary, or while its step has not ended', () => {
  expect(outputsOf([])).toEqual({ canary: undefined, approvals: undefined });
  expect(outputsOf([['a', RUNS]])).toEqual({ canary: 'a', approvals: undefined });
});

test('for each that waits, once for all services of its release', () => {
  const canaries = [
    ['a', RUNS],
    ['b', WAITS],
    ['b', WAITS],
    ['c', WAITS],
  ] as const;
  expect(outputsOf(canaries)).toEqual({ canary: 'b', approvals: 'b@2\nc@2' });
});

test('for one that is overdue only by force, since it does not continue otherwise', () => {
  expect(outputsOf([['a', LATE]])).toEqual({ canary: 'a', approvals: undefined });
  expect(outputsOf([['a', LATE]], true)).toEqual({ canary: 'a', approvals: 'a@2' });
});
