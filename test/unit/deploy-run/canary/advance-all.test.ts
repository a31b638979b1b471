/** A run that advances the canaries of several services. */
import { expect, test } from 'vitest';
import { advanceAll } from '../../../../actions/deploy-run/canary/undecided-canary.ts';
import type { RegionalService } from '../../../../actions/deploy-run/service/regional-service.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import type { Service } from '../../../../src/google/run/resources.ts';
import { CancelledError, CloudError } from '../../../../src/runtime/errors.ts';
import { fakeService } from '../fake-service.ts';

/** A service whose record this version cannot read. */
const NEWER: Service = {
  annotations: {
    'actions.orchestra.dev/rollout': JSON.stringify({
      id: 'newer',
      kind: 'deploy',
      commit: 'c'.repeat(40),
      candidate: 'c',
      baseline: [],
      release: { format: 99, members: ['r/web'] },
    }),
  },
};
const fails = (error: Error) => () => {
  throw error;
};
const refused = new CloudError({ message: 'no', status: 403, resource: 'service web' });

async function advanced(...reads: readonly (() => Service)[]) {
  const read: number[] = [];
  const errors: string[] = [];
  const services = reads.map((one, i): RegionalService => {
    const { regional } = fakeService(() => {
      read.push(i);
      return one();
    });
    return { ...regional, name: `${regional.name}-${i}` };
  });
  const step = {
    context: { log: { error: (message: string) => errors.push(message) } },
    inputs: { request: { kind: 'advance', waits: false, approved: new Set() }, rollout: {} },
  } as unknown as StepContext;
  const error = await advanceAll(services, step, []).catch((thrown: unknown) => thrown);
  return { read, errors, error };
}

test('each service is read, and each error is reported', async () => {
  const { read, errors, error } = await advanced(
    () => NEWER,
    fails(refused),
    () => NEWER,
  );
  expect(read).toEqual([0, 1, 2]);
  expect(errors).toEqual([expect.stringContaining('has format 99'), 'service web: 403: no.']);
  expect(error).toMatchObject({ message: expect.stringContaining('has format 99') });
});

test.each([new CancelledError('SIGTERM'), new TypeError('a bug')])(
  '%s ends the run, after what failed before',
  async (end) => {
    const { read, errors, error } = await advanced(
      () => NEWER,
      fails(end),
      () => NEWER,
    );
    expect(read).toEqual([0, 1]);
    expect(errors).toEqual([expect.stringContaining('has format 99')]);
    expect(error).toBe(end);
  },
);
