/** What `status` shows of a service. */
import { expect, test } from 'vitest';
import { describeService } from '../../../cli/status/describe.ts';

test('a service shows its hold', () => {
  const hold = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
  const held = {
    name: 'projects/p/locations/r/services/web',
    annotations: { 'actions.orchestra.dev/hold': JSON.stringify(hold) },
  };
  expect(describeService('Service', held, [], 0).hold).toEqual(hold);
  expect(describeService('Service', { name: held.name }, [], 0).hold).toBeNull();
});
