/** The target of a rollback of two services after a person has moved the traffic of one of them, and ends of paths. */
import { describe, expect, test } from 'vitest';
import type { Call, TraceFacts } from './calls.ts';
import { unexpectedCalls } from './check.ts';

const COMMITS = ['a', 'b', 'c'];
const FACTS: TraceFacts = {
  complete: true,
  unforced: true,
  runOf: (by) => by.split('-')[0] as string,
  rollsBack: () => true,
  ageOf: (name) => COMMITS.indexOf(name.split('-')[1] as string),
};

const release = (service: string, commit: string, withdrawn = false) => ({
  revision: `${service}-${commit}`,
  commit,
  rollout: `${COMMITS.indexOf(commit)}-1-0`,
  at: `2026-01-0${COMMITS.indexOf(commit) + 1}T00:00:00Z`,
  ...(withdrawn && { withdrawn: 'it failed' }),
});

interface Written {
  readonly service: string;
  readonly serves: string;
  readonly by?: string;
  readonly rollout?: object;
  /** The held revision, by run 100. */
  readonly heldAt?: string;
  readonly withdrawn?: readonly string[];
}

let etags = 0;

/** A write of a service with three releases; without `by` by a person. */
function write({ service, serves, by = '', rollout, heldAt, withdrawn = [] }: Written): Call {
  const releases = COMMITS.map((commit) => release(service, commit, withdrawn.includes(commit)));
  const hold = { reason: 'rollback', runUrl: 'https://github.com/acme/shop/actions/runs/100', revision: heldAt };
  const annotations = {
    'actions.orchestra.dev/releases': JSON.stringify(releases),
    ...(rollout && { 'actions.orchestra.dev/rollout': JSON.stringify(rollout) }),
    ...((rollout || heldAt) && { 'actions.orchestra.dev/hold': JSON.stringify(hold) }),
  };
  return {
    action: by === '' ? '' : 'deploy-run',
    phase: 'main',
    by: by || 'a person',
    api: 'run',
    method: 'PATCH',
    target: `/v2/projects/p/locations/l/services/${service}?updateMask=annotations,traffic`,
    status: '200',
    body: { etag: `etag ${++etags}`, annotations, traffic: [{ revision: `${service}-${serves}`, percent: 100 }] },
  };
}

/** The start of a rollback of `web` to a commit. */
const rollBack = (serves: string, to: string, attempt = 1, holdBefore?: object) =>
  write({
    service: 'web',
    serves,
    by: '100-B',
    rollout: {
      id: `100-${attempt}-0`,
      kind: 'rollback',
      candidate: `web-${to}`,
      baseline: [{ revision: `web-${serves}`, percent: 100 }],
      write: 1,
      release: { members: ['l/services/web'] },
      holdBefore,
    },
  });

describe('a rollback of two services', () => {
  const both = ['web', 'api'].map((service) => write({ service, serves: 'c' }));
  const moved = (to: string) => [...both, write({ service: 'web', serves: to })];

  test('goes to the newest combination that ran, if a person has moved one of them', () => {
    expect(unexpectedCalls([...moved('a'), rollBack('a', 'c')], FACTS)).toEqual([]);
    expect(unexpectedCalls([...moved('a'), rollBack('a', 'b')], FACTS).join()).toMatch(
      /rolls back to web-b, and the newest combination that ran has web-c/,
    );
  });

  test('may have read the other one before it was written last', () => {
    const later = write({ service: 'api', serves: 'a' });
    // Both serve `a` once a person has also moved the other one; there is no earlier combination.
    expect(unexpectedCalls([...moved('a'), later, rollBack('a', 'c')], FACTS)).toEqual([]);
    expect(unexpectedCalls([...moved('a'), later, rollBack('a', 'b')], FACTS)).not.toEqual([]);
  });

  test('goes where its first attempt went, if it is run again', () => {
    const runUrl = 'https://github.com/acme/shop/actions/runs/100';
    const hold = { reason: 'rollback', runUrl, revision: 'web-b' };
    const first = [...both, write({ service: 'web', serves: 'b', heldAt: 'web-b' })];
    expect(unexpectedCalls([...first, rollBack('b', 'b', 2, hold)], FACTS)).toEqual([]);
    expect(unexpectedCalls([...first, rollBack('b', 'a', 2, hold)], FACTS).join()).toMatch(
      /rolls back to web-a, and its first attempt to web-b/,
    );
  });

  test('leaves out what was rolled back from', () => {
    const withdrawn = ['web', 'api'].map((service) => write({ service, serves: 'a', withdrawn: ['c'] }));
    const calls = [...withdrawn, write({ service: 'api', serves: 'c', withdrawn: ['c'] })];
    expect(unexpectedCalls([...calls, rollBack('a', 'b')], FACTS)).toEqual([]);
    expect(unexpectedCalls([...calls, rollBack('a', 'c')], FACTS)).not.toEqual([]);
  });
});

test('a path ends without a rollout, once what was interrupted was run again', () => {
  const log = [write({ service: 'web', serves: 'c' }), rollBack('c', 'b')];
  expect(unexpectedCalls(log, FACTS)).toEqual([]);
  expect(unexpectedCalls(log, { ...FACTS, settled: true }).join()).toMatch(
    /100-1-0 still stands on .*web after the last/,
  );
});
