/** The last write of a rollback of one service, and who may undo it. */
import { describe, expect, test } from 'vitest';
import type { Call, TraceFacts } from './calls.ts';
import { unexpectedCalls } from './check.ts';

const FACTS: TraceFacts = { complete: true, runOf: (by) => by.split('-')[0] as string, releases: () => false };
const HOLD = { runUrl: 'https://github.com/acme/shop/actions/runs/100', revision: 'a' };
const BEFORE = { runUrl: 'https://github.com/acme/shop/actions/runs/99', revision: 'b' };
const ROLLBACK = {
  id: '100-1-x',
  kind: 'rollback',
  candidate: 'a',
  baseline: [{ revision: 'c', percent: 100 }],
  write: 1,
  holdBefore: BEFORE,
};

let etags = 0;

function write(
  by: string,
  serves: string,
  hold: object | undefined,
  rollout?: object,
  releases = ['a', 'b', 'c'],
): Call {
  const values = { releases: releases.map((revision) => ({ revision, rollout: revision, at: '' })), hold, rollout };
  const annotations = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value ? [[`actions.orchestra.dev/${name}`, JSON.stringify(value)]] : [],
    ),
  );
  return {
    action: by === '' ? '' : 'deploy-run',
    phase: 'main',
    by: by || 'a person',
    api: 'run',
    method: 'PATCH',
    target: '/v2/projects/p/locations/l/services/web?updateMask=annotations,traffic',
    status: '200',
    body: { etag: `etag ${++etags}`, annotations, traffic: [{ revision: serves, percent: 100 }] },
  };
}

/** The service as its first release left it, the first write of the rollback, and its last one. */
const finished = () => [write('', 'c', BEFORE), write('100-1', 'c', HOLD, ROLLBACK), write('100-1', 'a', HOLD)];
const undo = (by = '100-1', serves = 'c', hold: object | undefined = BEFORE) => write(by, serves, hold);

describe('a rollback of one service', () => {
  test('ends with its last traffic write, which its own run may undo', () => {
    expect(unexpectedCalls(finished(), FACTS)).toEqual([]);
    expect(unexpectedCalls([...finished(), undo()], FACTS)).toEqual([]);
  });
  test('is no longer undone once another run has begun', () => {
    const baseline = [{ revision: 'a', percent: 100 }];
    const other = { ...ROLLBACK, id: '101-1-x', candidate: 'b', baseline, holdBefore: HOLD };
    const begun = write('101-1', 'a', { ...HOLD, runUrl: 'https://github.com/acme/shop/actions/runs/101' }, other);
    expect(unexpectedCalls([...finished(), begun, undo()], FACTS).join()).toMatch(
      /^write 5.*101-1-x ends with c 100 %, and its baseline is a/,
    );
  });
  test.each<[string, () => Call[], RegExp]>([
    ['by another run', () => [undo('101-1')], /without a record, traffic goes from a 100 % to c/],
    ['to another revision', () => [undo('100-1', 'b')], /without a record, traffic goes from a 100 % to b/],
    ['and leaves its hold', () => [undo('100-1', 'c', HOLD)], /without a record, traffic goes from a 100 % to c/],
    ['after its hold was released', () => [write('', 'a', undefined), undo()], /without a record, traffic goes/],
    ['after its traffic was moved', () => [write('', 'b', HOLD), undo()], /without a record, traffic goes from b/],
    [
      'after a release was recorded',
      () => [write('', 'a', HOLD, undefined, ['a', 'b', 'c', 'a']), undo()],
      /recorded any more|traffic goes/,
    ],
  ])('is not undone %s', (_, calls, wrong) => {
    expect(unexpectedCalls([...finished(), ...calls()], FACTS).join('\n')).toMatch(wrong);
  });
});

describe('a rollback that takes over an interrupted one', () => {
  const hold = { ...HOLD, runUrl: 'https://github.com/acme/shop/actions/runs/101', revision: 'b' };
  const next = (holdBefore: object | undefined) =>
    write('101-1', 'c', hold, { ...ROLLBACK, id: '101-1-x', candidate: 'b', holdBefore });
  const [first, begun] = finished() as [Call, Call];

  test('returns to the hold before it', () => {
    expect(unexpectedCalls([first, begun, next(BEFORE), write('101-1', 'c', BEFORE)], FACTS)).toEqual([]);
    expect(unexpectedCalls([first, begun, next(HOLD)], FACTS).join()).toMatch(
      /101-1-x would leave the hold .*runs\/100/,
    );
  });
  test('returns to the hold that a user has set since', () => {
    const byUser = { runUrl: '', revision: 'c' };
    const held = [first, begun, write('', 'c', byUser, ROLLBACK)];
    expect(unexpectedCalls([...held, next(byUser)], FACTS)).toEqual([]);
    expect(unexpectedCalls([...held, next(BEFORE)], FACTS).join()).toMatch(/101-1-x would leave the hold .*runs\/99/);
  });
});
