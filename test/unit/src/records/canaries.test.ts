import { expect, test } from 'vitest';
import { canaryDecision, undecidedCanary } from '../../../../src/records/canaries.ts';

const NAME = 'projects/acme/locations/us-central1/services/web';
const PREFIX = 'actions.orchestra.dev/';
const rollout = (release?: object) => ({
  [`${PREFIX}rollout`]: JSON.stringify({ id: '7', commit: 'b', baseline: [], ...(release && { release }) }),
});
const releases = (...entries: object[]) => ({ [`${PREFIX}releases`]: JSON.stringify(entries) });
const MEMBERS = ['us-central1/services/api', 'us-central1/services/web'];

test('a canary is found on each of its members, with the lead that has its decision', () => {
  expect(undecidedCanary(NAME, { annotations: rollout({ format: 3, members: MEMBERS }) })).toEqual({
    commit: 'b',
    release: '7',
    lead: 'projects/acme/locations/us-central1/services/api',
  });
});

test.each([
  ['no service', undefined],
  ['no record', {}],
  ['a rollout of one run', rollout()],
  ['a release of one run', rollout({ format: 2, members: MEMBERS })],
  ['one that goes back', rollout({ format: 3, members: MEMBERS, aborted: true })],
])('%s is no undecided canary', (_, annotations) => {
  expect(undecidedCanary(NAME, annotations && { annotations })).toBeUndefined();
});

test.each([
  ['undecided', rollout({ format: 4, members: MEMBERS })],
  ['restored', rollout({ format: 3, members: MEMBERS, aborted: true })],
  ['restored', {}],
  ['restored', releases({ revision: 'web-1', commit: 'b', rollout: '6' })],
  ['promoted', releases({ revision: 'web-1', commit: 'b', rollout: '7' })],
  // Also while a later one is undecided, which names another release.
  ['promoted', { ...rollout({ format: 3 }), ...releases({ rollout: '5' }, { rollout: '7' }) }, '5'],
  ['restored', releases({ revision: 'web-1', commit: 'b', rollout: '7', withdrawn: 'slow' })],
] as const)('it is %s by the record of its lead', (decision, annotations, id: string = '7') => {
  expect(canaryDecision({ annotations: { ...annotations } }, id)).toBe(decision);
});

test('it is restored where its lead was deleted', () => {
  expect(canaryDecision(undefined, '7')).toBe('restored');
});
