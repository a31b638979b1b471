/** Rate limits of GitHub: what is repeated, when, and what is said where that would take too long. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createGitHub } from '../../../../src/github/api.ts';
import { type Clock, systemClock } from '../../../../src/runtime/clock.ts';
import { describeCloudError } from '../../../../src/runtime/report.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const START = Date.parse('2026-01-01T00:00:00Z');

async function github(listener: RequestListener, options: { deadline?: number; signal?: AbortSignal } = {}) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const slept: number[] = [];
  let now = START;
  const clock: Clock = {
    ...systemClock,
    now: () => now,
    async sleep(ms) {
      slept.push(ms);
      now += ms;
    },
  };
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createGitHub({ repository: 'acme/shop', apiUrl }, 'token', {
    signal: options.signal ?? new AbortController().signal,
    clock,
    deadline: options.deadline,
  });
  return { client, slept };
}

const refusing = (times: number, status: number, headers: Record<string, string>, message = 'no') => {
  let calls = 0;
  const listener: RequestListener = (_, response) => {
    if (++calls <= times) response.writeHead(status, headers).end(JSON.stringify({ message }));
    else response.setHeader('content-type', 'application/json').end('{"status":"ahead"}');
  };
  return listener;
};

describe('the one comment of a marker', () => {
  const user = { login: 'github-actions[bot]', type: 'Bot' };
  const comments = [
    { id: 8, body: '<!-- preview projects/one/web -->\nplanted', user: { login: 'mallory', type: 'User' } },
    { id: 9, body: '<!-- preview web -->\nby a user who is gone', user: null },
    { id: 1, body: '<!-- preview projects/one/web -->\nold', user },
    { id: 2, body: '<!-- preview web -->\nof version 1.0', user },
  ];
  const listener = (writes: string[]): RequestListener => {
    return async (request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET') return response.end(JSON.stringify(comments));
      const sent = JSON.parse(Buffer.concat(await request.toArray()).toString()) as { body: string };
      writes.push(`${request.method} /${request.url?.split('/').at(-1)} ${sent.body}`);
      return response.end('{}');
    };
  };

  test('with every, all of its own are updated, and keep their first line', async () => {
    const writes: string[] = [];
    const { client } = await github(listener(writes));
    const alike = (line: string) => line === '<!-- preview web -->';
    await client.upsertComment({
      issue: 7,
      marker: '<!-- preview projects/one/web -->',
      body: 'gone',
      alike,
      every: true,
    });
    expect(writes).toEqual(['PATCH /1 <!-- preview projects/one/web -->\ngone', 'PATCH /2 <!-- preview web -->\ngone']);
  });

  test.each([
    ['is its own', '<!-- preview projects/one/web -->', 'PATCH /1'],
    ['is that of version 1.0 if its own does not exist yet', '<!-- preview projects/two/web -->', 'PATCH /2'],
    ['is not that of another place', '<!-- preview projects/two/api -->', 'POST /comments'],
  ])('%s', async (_, marker, expected) => {
    const writes: string[] = [];
    const { client } = await github((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET') return response.end(JSON.stringify(comments));
      writes.push(`${request.method} /${request.url?.split('/').at(-1)}`);
      return response.end('{}');
    });
    const former = marker.includes('api') ? '<!-- preview api -->' : '<!-- preview web -->';
    await client.upsertComment({ issue: 7, marker, body: 'text', alike: (line) => line === former });
    expect(writes).toEqual([expected]);
  });
});

describe('a rate limit of GitHub is waited for', () => {
  test.each<readonly [string, number, Record<string, string>, number]>([
    ['429 with retry-after', 429, { 'retry-after': '7' }, 7000],
    ['403 with retry-after', 403, { 'retry-after': '7' }, 7000],
    ['403 with retry-after as a date', 403, { 'retry-after': 'Thu, 01 Jan 2026 00:00:20 GMT' }, 20_000],
    [
      '403 with nothing remaining',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(START / 1000 + 33) },
      33_000,
    ],
    ['429 without a time', 429, {}, 60_000],
  ])('%s', async (_, status, headers, pause) => {
    const { client, slept } = await github(refusing(2, status, { ...headers, 'content-type': 'application/json' }));
    await expect(client.compare('a', 'b')).resolves.toBe('ahead');
    expect(slept[0]).toBe(pause);
    expect(slept).toHaveLength(2);
  });

  test('a 403 that only its words call a secondary limit (peter-evans/create-pull-request#855)', async () => {
    const headers = { 'content-type': 'application/json' };
    const { client, slept } = await github(refusing(1, 403, headers, 'You have exceeded a secondary rate limit.'));
    await expect(client.compare('a', 'b')).resolves.toBe('ahead');
    expect(slept).toEqual([60_000]);
  });

  test('also for a comment, which is written once', async () => {
    const posts: number[] = [];
    const { client, slept } = await github((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET') return response.end('[]');
      posts.push(1);
      if (posts.length === 1) return response.writeHead(403, { 'retry-after': '3' }).end('{"message":"slow"}');
      return response.writeHead(201).end('{}');
    });
    await client.upsertComment({ issue: 1, marker: '<!-- x -->', body: 'text' });
    expect(posts).toHaveLength(2);
    expect(slept).toEqual([3000]);
  });

  test('and comments on many pull requests are a second apart, since GitHub takes 80 a minute', async () => {
    const posts: string[] = [];
    const { client, slept } = await github((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET') {
        const body = request.url?.includes('/issues/2/') ? '<!-- x -->\ntext' : 'another';
        return response.end(JSON.stringify([{ id: 1, body, user: { login: 'github-actions[bot]', type: 'Bot' } }]));
      }
      posts.push(request.url ?? '');
      return response.writeHead(201).end('{}');
    });
    for (const issue of [1, 2, 3, 4]) await client.upsertComment({ issue, marker: '<!-- x -->', body: 'text' });
    // That on the second is as it should be, so it is not written.
    expect(posts).toHaveLength(3);
    expect(slept).toEqual([1000, 1000]);
  });

  test.each([
    ['five minutes', { 'retry-after': '3000' }, undefined],
    ['the step', { 'retry-after': '30' }, START + 20_000],
  ])('but not longer than %s, and says so without naming a permission', async (_, headers, deadline) => {
    const listener = refusing(9, 403, { ...headers, 'content-type': 'application/json' });
    const { client, slept } = await github(listener, deadline === undefined ? {} : { deadline });
    const error = await client.compare('a', 'b').catch((failure: unknown) => failure);
    expect(slept).toEqual([]);
    const message = describeCloudError(error as never);
    expect(message).toMatch(/rate limit is reached/);
    expect(message).not.toMatch(/Missing permission/);
  });

  test('another 403 names the permission without a retry', async () => {
    const { client, slept } = await github(
      refusing(
        9,
        403,
        { 'x-ratelimit-remaining': '4999', 'content-type': 'application/json' },
        'Resource not accessible by integration',
      ),
    );
    await expect(client.checks('a')).rejects.toMatchObject({ permission: 'checks: read and statuses: read' });
    expect(slept).toEqual([]);
  });

  test('a cancelled step ends a call that gets no response', async () => {
    const cancel = new AbortController();
    const { client } = await github(() => cancel.abort(new Error('cancelled')), { signal: cancel.signal });
    await expect(client.compare('a', 'b')).rejects.toThrow('cancelled');
  });
});
