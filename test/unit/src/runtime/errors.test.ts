import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { allAtOnce, CancelledError, CloudError, InputError, PolicyError } from '../../../../src/runtime/errors.ts';

const input = (...messages: string[]) =>
  new InputError(messages.map((message) => ({ subject: 'Input manifest', message })));
const rule = (...messages: string[]) => new PolicyError(messages.map((message) => ({ subject: 'no-latest', message })));
const cloud = (resource: string) => new CloudError({ message: 'refused', status: 403, resource });
/** Ends after the others of its list. */
async function late(error: Error): Promise<never> {
  await setImmediate();
  throw error;
}

test('gives the results in their order', async () => {
  expect(await allAtOnce([setImmediate('a'), Promise.resolve('b')])).toEqual(['a', 'b']);
});

test('throws the problems of all in their order, each once', async () => {
  const work = [late(input('one', 'two')), Promise.reject(input('two', 'three')), Promise.resolve(1)];
  await expect(allAtOnce(work)).rejects.toThrow('Input manifest: one\nInput manifest: two\nInput manifest: three');
});

test('names bad inputs before broken rules', async () => {
  await expect(allAtOnce([Promise.reject(rule('a')), late(input('b'))])).rejects.toThrow(/^Input manifest: b$/);
  await expect(allAtOnce([late(rule('a')), Promise.reject(rule('b'))])).rejects.toThrow(/^no-latest: a\nno-latest: b$/);
});

test('throws the first of other errors where no input is bad, and a cancellation before all', async () => {
  const first = cloud('service a');
  await expect(allAtOnce([late(first), Promise.reject(cloud('service b'))])).rejects.toBe(first);
  await expect(allAtOnce([Promise.reject(first), late(input('bad'))])).rejects.toThrow('Input manifest: bad');
  const cancelled = new CancelledError('SIGTERM');
  await expect(allAtOnce([Promise.reject(first), late(cancelled)])).rejects.toBe(cancelled);
});
