/** A recording of tests that run in parallel, by site. */
import { expect, test } from 'vitest';
import { bySite } from '../../harness/calls/by-site.ts';
import { normalize } from '../../harness/calls/normalize.ts';
import type { RecordedEvent } from '../../harness/calls/recorder.ts';

const call = (method: string, target: string): RecordedEvent => ({
  kind: 'call',
  call: { port: 1, method, target, headers: {}, body: () => Buffer.alloc(0), bytes: () => 0, status: () => 200 },
});
const step = (site: string): RecordedEvent => ({
  kind: 'step',
  step: { action: 'publish-frontend', phase: 'main', site },
});

test('each site has its steps, its calls, and where it was put back', () => {
  const events: RecordedEvent[] = [
    step('one'),
    step('one-more'),
    call('POST', '/upload/storage/v1/b/one/o?name=a.html'),
    { kind: 'reset', site: 'one' },
    call('POST', '/upload/storage/v1/b/one-more/o?name=b.html'),
    call('PUT', '/compute/v1/projects/p/global/urlMaps/one'),
    call('POST', '/graphql'),
  ];
  const logs = bySite({ events, apis: new Map([[1, 'api']]), folders: new Set() }).map(normalize);
  expect(logs).toEqual([
    [
      '= publish-frontend main',
      'api POST /upload/storage/v1/b/one/o?name=a.html → 200',
      '= reset',
      'api PUT /compute/v1/projects/p/global/urlMaps/one → 200',
    ],
    ['= publish-frontend main', 'api POST /upload/storage/v1/b/one-more/o?name=b.html → 200'],
  ]);
});
