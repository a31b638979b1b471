/** Logging: the query language, order, pages, writing. */
import { describe, expect, test } from 'vitest';
import { parseFilter } from '../../../src/logging/filter.ts';
import { caller, manualClock, start } from '../fixture.ts';

const entry = {
  logName: 'projects/p/logs/run.googleapis.com%2Fstderr',
  resource: { type: 'cloud_run_revision', labels: { service_name: 'server', revision_name: 'server-00002-abc' } },
  labels: { 'run.googleapis.com/execution_name': 'migrate-x' },
  severity: 'ERROR',
  timestamp: '2026-01-01T00:00:05.000250Z',
  textPayload: 'panic: no database "main"',
  httpRequest: { status: 500 },
};

describe('filters', () => {
  test.each([
    ['', true],
    ['resource.type="cloud_run_revision"', true],
    ['resource.type = cloud_run_revision', true],
    ['resource.type="cloud_run_job"', false],
    ['resource.type!="cloud_run_job"', true],
    ['resource.labels.service_name="server" AND resource.labels.revision_name="server-00002-abc"', true],
    ['resource.labels.service_name="server" resource.labels.revision_name="other"', false],
    ['resource.labels.service_name="server"\nseverity>=ERROR', true],
    ['severity>=WARNING', true],
    ['severity>ERROR', false],
    ['severity<CRITICAL', true],
    ['severity=(ERROR OR CRITICAL)', true],
    ['severity=("INFO" OR "DEBUG")', false],
    ['labels."run.googleapis.com/execution_name"="migrate-x"', true],
    ['labels."run.googleapis.com/execution_name"="other"', false],
    ['timestamp>="2026-01-01T00:00:05Z"', true],
    ['timestamp>"2026-01-01T00:00:05.000250Z"', false],
    ['timestamp>"2026-01-01T00:00:05.000249Z"', true],
    ['timestamp<"2026-01-01T00:00:05Z"', false],
    ['textPayload:"NO DATABASE"', true],
    ['textPayload:"\\"main\\""', true],
    ['textPayload=~"^panic: .*main"', true],
    ['textPayload!~"^panic"', false],
    ['jsonPayload.message:*', false],
    ['textPayload:*', true],
    ['jsonPayload.message!="x"', true],
    ['httpRequest.status>=500', true],
    ['httpRequest.status<500', false],
    ['NOT severity=ERROR', false],
    ['-severity=INFO', true],
    ['severity=INFO OR severity=ERROR', true],
    // OR binds closer than AND.
    ['severity=ERROR OR severity=INFO AND resource.type="x"', false],
    ['severity=ERROR OR (severity=INFO AND resource.type="x")', true],
    ['logName="projects/p/logs/run.googleapis.com%2Fstderr"', true],
    ['log_id("run.googleapis.com/stderr")', true],
    ['log_id("run.googleapis.com/stdout")', false],
    ['"no database"', true],
    ['"nothing like it"', false],
    ['severity=ERROR -- a comment\nAND resource.type="cloud_run_revision"', true],
  ])('%s → %s', (filter, expected) => {
    expect(parseFilter(filter)(entry)).toBe(expected);
  });

  test.each(['(severity=ERROR', 'severity=', 'resource.type', 'timestamp>"soon"', 'severity>=LOUD', 'a=b )', '= x'])(
    'refuses %s',
    (filter) => {
      expect(() => parseFilter(filter)(entry)).toThrow(/Unparseable filter/);
    },
  );
});

describe('entries:list', () => {
  const list = { resourceNames: ['projects/orchestra-dev'] };
  async function fixture() {
    const clock = manualClock();
    const emulator = await start({ clock });
    const resource = { type: 'cloud_run_job', labels: {} };
    for (const text of ['one', 'two', 'three']) {
      emulator.logging.write({ logName: 'projects/orchestra-dev/logs/x', resource, textPayload: text });
      clock.advance(1);
    }
    emulator.logging.write({ logName: 'projects/other/logs/x', resource, textPayload: 'foreign' });
    const call = caller(emulator, 'logging');
    const texts = async (json: object) => {
      const response = await call('POST', '/v2/entries:list', { json: { ...list, ...json } });
      return [
        response.json.entries.map((one: { textPayload: string }) => one.textPayload),
        response.json.nextPageToken,
      ];
    };
    return { emulator, clock, call, texts };
  }

  test('orders and pages', async () => {
    const { texts } = await fixture();
    expect(await texts({})).toEqual([['one', 'two', 'three'], undefined]);
    expect(await texts({ orderBy: 'timestamp desc' })).toEqual([['three', 'two', 'one'], undefined]);
    const [first, pageToken] = await texts({ pageSize: 2 });
    expect(first).toEqual(['one', 'two']);
    expect(await texts({ pageSize: 2, pageToken })).toEqual([['three'], undefined]);
    expect(await texts({ filter: 'timestamp>="2026-01-01T00:00:01Z"' })).toEqual([['two', 'three'], undefined]);
  });

  test('shows an entry only after it was taken in', async () => {
    const { emulator, clock, texts } = await fixture();
    emulator.logging.ingestionDelay = 2000;
    expect((await texts({}))[0]).toEqual(['one', 'two']);
    clock.advance(2);
    expect((await texts({}))[0]).toEqual(['one', 'two', 'three']);
  });

  test('wants a resource, an order it knows, and permission', async () => {
    const { emulator, call } = await fixture();
    expect((await call('POST', '/v2/entries:list', { json: {} })).status).toBe(400);
    expect((await call('POST', '/v2/entries:list', { json: { ...list, orderBy: 'severity' } })).status).toBe(400);
    expect((await call('POST', '/v2/entries:list', { json: { ...list, filter: '(' } })).status).toBe(400);
    emulator.core.access.deny('logging.logEntries.list');
    expect((await call('POST', '/v2/entries:list', { json: list })).status).toBe(403);
  });

  test('shows what clients wrote', async () => {
    const { call, texts } = await fixture();
    const json = {
      logName: 'projects/orchestra-dev/logs/mine',
      entries: [{ textPayload: 'four', severity: 'INFO' }],
      labels: { a: 'b' },
    };
    expect((await call('POST', '/v2/entries:write', { json })).status).toBe(200);
    expect(await texts({ filter: 'labels.a=b severity=INFO' })).toEqual([['four'], undefined]);
    expect((await call('POST', '/v2/entries:write', { json: { entries: [{}] } })).status).toBe(400);
  });
});
