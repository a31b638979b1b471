/** Call logs: what two runs of the same code have in common, and nothing less. */
import { expect, test } from 'vitest';
import { writesOf } from '../../harness/calls/logs.ts';
import { normalize } from '../../harness/calls/normalize.ts';
import type { RecordedEvent } from '../../harness/calls/recorder.ts';

const PORT = 40_123;

interface Sent {
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly status?: number;
}

function call(request: string, { headers = {}, body = '', status = 200 }: Sent = {}): RecordedEvent {
  const [method = '', target = ''] = request.split(' ');
  const type = body.startsWith('{') ? { 'content-type': 'application/json' } : {};
  return {
    kind: 'call',
    call: {
      port: PORT,
      method,
      target,
      headers: { host: `127.0.0.1:${PORT}`, ...type, ...headers },
      body: () => Buffer.from(body),
      bytes: () => Buffer.byteLength(body),
      status: () => status,
    },
  };
}

const lines = (events: readonly RecordedEvent[], api = 'run', folders: readonly string[] = []): string[] =>
  normalize({ events, apis: new Map([[PORT, api]]), folders: new Set(folders) });

const SERVICE = '/v2/projects/p/locations/r/services/web';

test('a write has its API, method, path, mask, status and body with sorted keys', () => {
  const body = '{"traffic":[{"percent":100}],"annotations":{}}';
  expect(lines([call(`PATCH ${SERVICE}?updateMask=traffic%2Cannotations`, { body, status: 409 })])).toEqual([
    `run PATCH ${SERVICE}?updateMask=traffic,annotations → 409 {"annotations":{},"traffic":[{"percent":100}]}`,
  ]);
});

test('values that differ in each run become names: equal values the same name, different values different ones', () => {
  const log = (first: string, second: string, at: string) =>
    lines([
      call(`PATCH ${SERVICE}`, { body: `{"etag":"\\"${first}\\"","at":"${at}"}` }),
      call(`PATCH ${SERVICE}`, { body: `{"etag":"\\"${second}\\"","at":"${at}"}` }),
    ]);
  const [a, b, c] = ['aaaaAAAA1111aaaa', 'bbbbBBBB2222bbbb', 'cccc/+CC3333cccc'] as const;
  expect(log(a, b, '2026-01-01T00:00:00Z')).toEqual(log(c, a, '2026-11-28T19:15:54.888Z'));
  expect(log(a, b, '2026-01-01T00:00:00Z')).not.toEqual(log(a, a, '2026-01-01T00:00:00Z'));
});

test('a commit, a percentage and a file named by its content are no accidents', () => {
  const body = JSON.stringify({ commit: 'a'.repeat(40), percent: 10 });
  const name = '.releases%2Faaaa%2Ffiles%2Ff751356e989b175da2bd02731ad43799';
  const log = lines([call(`POST /upload/storage/v1/b/site/o?name=${name}`, { body })], 'storage');
  expect(log.join()).toContain('files/f751356e989b175da2bd02731ad43799');
  expect(log.join()).toContain('{"commit":"<commit-a>","percent":10}');
});

test('ports and folders of this machine are named by what they are', () => {
  const body = JSON.stringify({ image: `127.0.0.1:${PORT}/p/server`, file: '/tmp/step-x/key.json' });
  expect(lines([call(`PATCH ${SERVICE}`, { body })], 'registry', ['/tmp/step-x']).join()).toContain(
    '{"file":"<folder>/key.json","image":"127.0.0.1:<registry>/p/server"}',
  );
});

test('polls between two writes are one read, and their number does not number the writes', () => {
  const id = (digit: number) => `12345678-0000-4000-8000-00000000000${digit}`;
  const write = call(`PATCH ${SERVICE}`, { body: `{"uid":"${id(9)}"}` });
  const poll = (digit: number) => call(`GET /v2/operations/${id(digit)}`);
  expect(lines([poll(1), poll(1), poll(2), write])).toEqual(lines([poll(3), write]));
});

test('writes to one resource keep their order; parallel uploads are ordered by name', () => {
  const upload = (name: string) => call(`POST /upload/storage/v1/b/site/o?name=${name}`);
  const [a, b, state] = [upload('a.js'), upload('b.js'), upload('.releases%2Fstate.json')] as const;
  expect(lines([a, b, state], 'storage')).toEqual(lines([b, a, state], 'storage'));
  expect(lines([a, state, b], 'storage')).not.toEqual(lines([a, b, state], 'storage'));
  const [first, second] = [call(`PATCH ${SERVICE}?updateMask=a`), call(`PATCH ${SERVICE}?updateMask=b`)] as const;
  expect(lines([first, second])).not.toEqual(lines([second, first]));
});

test('media are type and length, JSON media are read, and the boundary is left out', () => {
  const multipart = (boundary: string, type: string, content: string) =>
    [
      `--${boundary}\r\ncontent-type: application/json\r\n\r\n{"cacheControl":"no-store"}`,
      `--${boundary}\r\ncontent-type: ${type}\r\n\r\n${content}`,
      `--${boundary}--\r\n`,
    ].join('\r\n');
  const log = (boundary: string, type: string, content: string) =>
    lines([
      call('POST /upload/storage/v1/b/site/o?name=x', {
        headers: { 'content-type': `multipart/related; boundary=${boundary}` },
        body: multipart(boundary, type, content),
      }),
    ]);
  expect(log('one', 'text/html; charset=utf-8', '<p>')).toEqual(log('two', 'text/html; charset=utf-8', '<b>'));
  expect(log('one', 'text/html', '<p>').join()).toContain('[{"cacheControl":"no-store"},"(text/html, 3 bytes)"]');
  expect(log('one', 'application/json', '{"b":1,"a":2}').join()).toContain('{"a":2,"b":1}]');
});

test('what a container gets through the emulator is the same call, not another', () => {
  const headers = { host: 'web-x.us-central1.run.localhost:40999' };
  const front = call('GET /health', { headers });
  const behind = call('GET /health', { headers: { ...headers, 'x-forwarded-for': '127.0.0.1' } });
  expect(lines([front, behind])).toEqual(['  service GET //web-x.us-central1.run.localhost/health → 200']);
});

test('a POST that only reads is no write; a step that wrote nothing is left out', () => {
  const step = (phase: string): RecordedEvent => ({ kind: 'step', step: { action: 'deploy-run', phase } });
  const log = lines([
    step('main'),
    call('POST /v2/entries:list', { body: '{}' }),
    step('post'),
    call(`DELETE ${SERVICE}`),
  ]);
  expect(writesOf(log)).toEqual(['= deploy-run post', `run DELETE ${SERVICE} → 200`]);
});

test('the port of a service has one name, whichever API had it before', () => {
  const body = JSON.stringify({
    uri: `http://web-x.us-central1.run.localhost:${PORT}`,
    other: `http://127.0.0.1:${PORT}`,
  });
  const [line = ''] = lines([call(`PATCH ${SERVICE}`, { body })], 'secretmanager');
  expect(line).toContain('run.localhost:<port>');
  expect(line).toContain('127.0.0.1:<secretmanager>');
});

test('that a run renewed its claim of a site, and how often, does not count', () => {
  const state = (beat: number, more = {}) => {
    const claim = { attempt: 1, beat, job: 'deploy', token: '12345678-0000-4000-8000-000000000001', work: 'upload' };
    return call('POST /upload/storage/v1/b/site/o?name=.releases%2Fstate.json', {
      body: JSON.stringify({ format: 1, claim, ...more }),
    });
  };
  const asset = call('POST /upload/storage/v1/b/site/o?name=a.js');
  const switched = { current: 'a' };
  expect(lines([state(0), asset, state(1), asset, state(2), state(2, switched)], 'storage')).toEqual(
    lines([state(0), asset, asset, state(0, switched)], 'storage'),
  );
  // A write that is repeated counts.
  expect(lines([state(0), state(0)], 'storage')).toHaveLength(2);
});
