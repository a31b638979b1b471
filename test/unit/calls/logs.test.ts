/** Files of call logs, and what is said of two that differ. */
import { expect, test } from 'vitest';
import { difference } from '../../harness/calls/difference.ts';
import { entriesWithoutTest, format, pack, unpack } from '../../harness/calls/logs.ts';

const annotation = JSON.stringify({ releases: 'x'.repeat(200) });
const body = JSON.stringify({ annotations: { releases: annotation }, labels: { team: 'y'.repeat(200) } });

test('a packed file stores a long value once, and unpacks to the same lines', () => {
  const logs = new Map([
    ['first > test', [`run PATCH /v2/web → 200 ${body}`, 'run DELETE /v2/web → 200']],
    ['second', [`run PATCH /v2/web → 409 ${body}`]],
    ['without a call', []],
  ]);
  const text = pack(logs);
  expect(text.length).toBeLessThan(format(logs).length);
  expect(text.match(/x{200}/g)).toHaveLength(1);
  expect(unpack(text)).toEqual(logs);
});

test('of an object that changed little, a packed file holds what changed', () => {
  const at = (etag: string) =>
    `run PATCH /v2/web → 200 ${JSON.stringify({ etag, labels: 'y'.repeat(70), uid: 'z'.repeat(70) })}`;
  const logs = new Map([['test', [at('one'), at('two'), at('one'), at('three')]]]);
  expect(pack(logs).match(/z{70}/g)).toHaveLength(1);
  expect(unpack(pack(logs))).toEqual(logs);
});

test('equal logs differ in nothing', () => {
  expect(difference(['a b /c → 200'], ['a b /c → 200'])).toEqual([]);
});

test('a write that is missing, and one that is new', () => {
  const [a, b, c] = ['run PATCH /a → 200', 'run PATCH /b → 200', 'run POST /c → 200'] as const;
  expect(difference([a, b], [a, c])).toEqual([`- ${b}`, `+ ${c}`]);
});

test('of a changed body only what changed, also within a text that holds JSON', () => {
  const line = (percent: number, state: string) =>
    `run PATCH /a → 200 ${JSON.stringify({ traffic: [{ percent }], annotations: { record: JSON.stringify({ state }) } })}`;
  expect(difference([line(10, 'started')], [line(50, 'applied')])).toEqual([
    '~ run PATCH /a → 200',
    '    traffic[0].percent: 10 → 50',
    '    annotations.record.state: "started" → "applied"',
  ]);
});

test('another mask or status of the same call', () => {
  expect(difference(['run PATCH /a?updateMask=x → 200 {}'], ['run PATCH /a?updateMask=y → 200 {}'])).toEqual([
    '- run PATCH /a?updateMask=x → 200',
    '+ run PATCH /a?updateMask=y → 200',
  ]);
});

test('the order in which tags are set does not count, that of other writes does', () => {
  const tag = (name: string, status = 201) => `registry PUT /v2/p/r/server/manifests/${name} → ${status}`;
  const [child, other] = [tag('sha256:1'), tag('sha256:2')];
  expect(difference([tag('a'), tag('b', 404), child], [tag('b', 404), tag('a'), child])).toEqual([]);
  expect(difference([tag('a'), child], [child, tag('a')])).not.toEqual([]);
  expect(difference([child, other], [other, child])).not.toEqual([]);
  expect(difference([tag('a'), tag('b')], [tag('b')])).toEqual([`- ${tag('a')}`]);
});

test('the order in which two regions are written does not count, that of the writes to one region does', () => {
  const write = (method: string, region: string, name: string, etag: number) =>
    `run ${method} /v2/projects/p/locations/${region}/services/${name} → 200 {"etag":"<etag-${etag}>"}`;
  const read = '  run GET /v2/projects/p/locations/r/services/web → 200';
  const log = (us: number, eu: number, turned = false) => {
    const first = [write('PATCH', 'us-central1', 'web', us), write('PATCH', 'us-central1', 'api', us)];
    const second = write('POST', 'europe-west1', 'web', eu);
    return turned
      ? [second, ...first, write('PATCH', 'us-central1', 'web', eu)]
      : [...first, second, write('PATCH', 'us-central1', 'web', eu)];
  };
  expect(difference(log(1, 2), log(2, 1, true))).toEqual([]);
  expect(difference(log(1, 2), log(1, 1))).not.toEqual([]);
  expect(difference(log(1, 2), log(1, 2).reverse())).not.toEqual([]);
  expect(difference([read, ...log(1, 2)], [read, ...log(2, 1, true)])).toEqual([]);
  const [claim, tags] = [write('PATCH', 'us-central1', 'web', 1), 'storage POST /o → 200'];
  expect(difference([claim, tags], [tags, claim])).not.toEqual([]);
});

test('the order of files, their headers and the manifest does not count, that around the state and the switch does', () => {
  const write = (call: string, generation: number) =>
    `storage ${call}&ifGenerationMatch=<generation-${generation}> → 200`;
  const upload = (name: string, generation: number) =>
    write(`POST /upload/storage/v1/b/site/o?uploadType=multipart&name=${name}`, generation);
  const headers = (name: string, generation: number) =>
    write(`PATCH /storage/v1/b/site/o/${name}?fields=name`, generation);
  const page = write('POST /storage/v1/b/site/o/.releases/a/files/b/rewriteTo/b/site/o/index.html?fields=done', 9);
  const [manifest, state] = [upload('.releases/a/manifest.json', 3), upload('.releases/state.json', 4)];
  expect(
    difference([headers('a', 1), headers('b', 2), manifest], [headers('b', 1), manifest, headers('a', 2)]),
  ).toEqual([]);
  expect(difference([headers('a', 1), headers('a', 2)], [headers('a', 1), headers('a', 1)])).not.toEqual([]);
  expect(difference([manifest, state], [state, manifest])).not.toEqual([]);
  expect(difference([headers('a', 1), page], [page, headers('a', 1)])).not.toEqual([]);
});

test('an entry whose test was renamed or is gone is named; equal names are numbered', () => {
  const logs = new Map(['a > b', 'a > b (2)', 'a > c', 'gone'].map((entry) => [entry, []]));
  expect(entriesWithoutTest(logs, ['a > b', 'a > b', 'a > c', 'a > new'])).toEqual(['gone']);
  expect(entriesWithoutTest(logs, ['a > b', 'a > c', 'gone'])).toEqual(['a > b (2)']);
});
