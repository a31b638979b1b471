/**
 * Each client against servers that respond as no API does. The step must end with a message that names the server, soon, within
 * bounds of memory, and its credentials must have reached nobody else.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { grpcProbe } from '../../../../actions/deploy-run/probe/grpc.ts';
import { httpProbe } from '../../../../actions/deploy-run/probe/http.ts';
import { createRegistry, parseImageManifest } from '../../../../src/container/registry.ts';
import { createGitHub } from '../../../../src/github/api.ts';
import { checkRepository } from '../../../../src/google/artifact-registry.ts';
import { type AuthInputs, createAuth } from '../../../../src/google/auth.ts';
import { type Endpoints, readEndpoints } from '../../../../src/google/endpoints.ts';
import { createHttpClient } from '../../../../src/google/http/client.ts';
import { readBounded } from '../../../../src/google/http/read-bounded.ts';
import { requestIdToken } from '../../../../src/google/oidc-token.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../../src/runtime/report.ts';
import { type HostileServer, type Hostility, startHostileServer } from '../../../harness/hostile-server.ts';

const stack: HostileServer[] = [];
afterEach(async () => {
  for (const server of stack.splice(0)) await server[Symbol.asyncDispose]();
});

async function hostile(kind: Hostility, status?: number): Promise<HostileServer> {
  const server = await startHostileServer(kind, status);
  stack.push(server);
  return server;
}

const PROVIDER = 'projects/1/locations/global/workloadIdentityPools/p/providers/p';
const IMAGE = { path: 'acme/apps/server' };
const MANIFEST = parseImageManifest(Buffer.from(`{"config":{"digest":"sha256:${'c'.repeat(64)}"}}`), '');
const never = new AbortController().signal;

const http = (signal = never) =>
  createHttpClient({ clock: systemClock, signal, userAgent: 'test', accessToken: async () => 'secret-token' });

const federated: AuthInputs = { workloadIdentityProvider: PROVIDER, serviceAccount: undefined };

/** An identity whose tokens come from `oidc` and are exchanged at `sts` and `iam`. */
function identity(servers: Partial<Record<'oidc' | 'sts' | 'iamcredentials', string>>, serviceAccount?: string) {
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${servers.oidc}/?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token' };
  const endpoints: Endpoints = { ...readEndpoints({}), ...servers };
  return createAuth({ ...federated, serviceAccount }, endpoints, env, () => {}, systemClock);
}

/** Calls of each client, by what they are sent to. `left` is the time for slow responses, in milliseconds. */
const CLIENTS: Readonly<Record<string, (server: HostileServer, left: number) => Promise<unknown>>> = {
  'a Google API': ({ url }, deadline) =>
    http().json({ method: 'GET', url: `${url}/v2/x`, resource: 'thing', deadline }),
  'a write to a Google API': ({ url }, deadline) =>
    http().json({ method: 'POST', url: `${url}/v2/x`, json: {}, resource: 'thing', deadline }),
  'a manifest of a registry': ({ host }) => createRegistry(http()).manifest({ host, ...IMAGE }, 'v1'),
  'a configuration of a registry': ({ host }) => createRegistry(http()).config({ host, ...IMAGE }, MANIFEST),
  "GitHub's API": ({ url }) => github(url).compare('a'.repeat(40), 'b'.repeat(40)),
  "the runner's identity token": ({ url }) =>
    requestIdToken(
      { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-token' },
      'audience',
      () => {},
      systemClock,
    ),
  'the exchange of tokens': async ({ url }) => {
    const oidc = await tokenServer();
    return await identity({ oidc, sts: url }).accessToken();
  },
  'the impersonation of an account': async ({ url }) => {
    const oidc = await tokenServer();
    return await identity({ oidc, sts: oidc, iamcredentials: url }, 'a@p.iam.gserviceaccount.com').accessToken();
  },
  'a generated client': async ({ url }) => {
    const oidc = await tokenServer();
    const auth = identity({ oidc, sts: oidc });
    return await checkRepository(
      { clock: systemClock, signal: never, auth },
      url,
      'projects/p/locations/l/repositories/r',
    );
  },
};

const github = (apiUrl: string, signal = never) =>
  createGitHub({ repository: 'acme/shop', apiUrl }, 'secret-token', { signal, clock: systemClock });

/** Returns as the runner and as Google's token endpoint. */
async function tokenServer(): Promise<string> {
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    request.resume();
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ value: 'identity', access_token: 'exchanged', token_type: 'Bearer', expires_in: 3600 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

const names = Object.keys(CLIENTS);

/** What ends the call, as the user reads it. */
async function failure(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    (value) => {
      throw new Error(`it succeeded: ${JSON.stringify(value)}`);
    },
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CloudError);
  return describeCloudError(error as CloudError);
}

describe('a redirect to another server', () => {
  test.each(names.filter((name) => name !== 'a configuration of a registry'))('%s', async (name) => {
    const server = await hostile('redirect');
    const text = await failure((CLIENTS[name] as (typeof CLIENTS)[string])(server, 5000));
    expect(server.stolen).toEqual([]);
    expect(text).toContain(server.host);
    expect(text).toContain('redirects are not followed');
  });

  test('the token is not sent to the blob storage that a registry redirects to', async () => {
    const server = await hostile('redirect');
    await CLIENTS['a configuration of a registry']?.(server, 5000);
    expect(server.stolen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});

describe('a web page with status 200', () => {
  test.each(names)('%s', async (name) => {
    const server = await hostile('page');
    const text = await failure((CLIENTS[name] as (typeof CLIENTS)[string])(server, 5000));
    expect(text).toContain(server.host);
    expect(text).toMatch(/a web page instead of JSON: "Sign in to continue"/);
  });
});

describe('a response without end', () => {
  test.each(names.flatMap((name) => [200, 500].map((status) => [name, status] as const)))(
    '%s, status %i',
    async (name, status) => {
      const server = await hostile('endless', status);
      const text = await failure((CLIENTS[name] as (typeof CLIENTS)[string])(server, 5000));
      expect(text).toContain(server.host);
      expect(text).toMatch(/more than \d+ [Mk]B/);
      expect(server.sent()).toBeLessThan(400_000_000);
    },
    60_000,
  );
});

describe('a response of one byte at a time', () => {
  test('ends at the deadline of the call, responses included', async () => {
    const server = await hostile('drip');
    const started = performance.now();
    const text = await failure(CLIENTS['a Google API']?.(server, 1000) as Promise<unknown>);
    expect(text).toMatch(
      new RegExp(`the response of ${server.host} was not complete after .*; \\d+ bytes were received`),
    );
    expect(performance.now() - started).toBeLessThan(8000);
  });

  test.each(['a Google API', "GitHub's API", 'a generated client'])(
    '%s ends when the step is cancelled',
    async (name) => {
      const server = await hostile('drip');
      const cancel = new AbortController();
      const calls: Readonly<Record<string, () => Promise<unknown>>> = {
        'a Google API': () => http(cancel.signal).json({ method: 'GET', url: server.url, resource: 'thing' }),
        "GitHub's API": () => github(server.url, cancel.signal).compare('a'.repeat(40), 'b'.repeat(40)),
        'a generated client': async () => {
          const oidc = await tokenServer();
          const caller = { clock: systemClock, signal: cancel.signal, auth: identity({ oidc, sts: oidc }) };
          return await checkRepository(caller, server.url, 'projects/p/locations/l/repositories/r');
        },
      };
      const ended = calls[name]?.();
      await expect.poll(() => server.sent()).toBeGreaterThan(2);
      cancel.abort(new Error('cancelled'));
      await expect(ended).rejects.toThrow('cancelled');
    },
  );

  test('of the token endpoint: a call that waits for its token ends when the step is cancelled', async () => {
    const server = await hostile('drip');
    const oidc = await tokenServer();
    const auth = identity({ oidc, sts: server.url });
    const cancel = new AbortController();
    const client = createHttpClient({
      clock: systemClock,
      signal: cancel.signal,
      userAgent: 'test',
      accessToken: () => auth.accessToken(),
    });
    const ended = client.json({ method: 'GET', url: oidc, resource: 'thing' });
    await expect.poll(() => server.sent()).toBeGreaterThan(2);
    cancel.abort(new Error('cancelled'));
    await expect(ended).rejects.toThrow('cancelled');
  });

  test('a body that another client received is read for so long', async () => {
    const server = await hostile('drip');
    const response = await fetch(server.url);
    const { end, bytes } = await readBounded(response.body as never, {
      maxBytes: 1000,
      timeout: 200,
      clock: systemClock,
    });
    expect(end).toBe('too-slow');
    expect(bytes.length).toBeLessThan(100);
  });
});

describe('a probe URL', () => {
  const probe = (url: string) =>
    httpProbe(http(), systemClock, url, { statuses: [{ from: 200, to: 200 }], contains: 'ready' }, async () => 'token');

  test('without end: a part of the body is looked at', async () => {
    const server = await hostile('endless');
    expect(await probe(server.url)(5000)).toMatchObject({ healthy: false, detail: expect.stringContaining('contain') });
    expect(server.sent()).toBeLessThan(60_000_000);
  });

  test('a response of one byte at a time is unhealthy at the probe timeout', async () => {
    const server = await hostile('drip');
    const started = performance.now();
    expect(await probe(server.url)(500)).toMatchObject({
      healthy: false,
      timedOut: true,
      detail: expect.stringMatching(/its body did not end within/),
    });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('a redirect is not followed, and the identity token stays', async () => {
    const server = await hostile('redirect');
    expect(await probe(server.url)(5000)).toMatchObject({ healthy: false });
    expect(server.stolen).toEqual([]);
  });

  test('gRPC against a server without it', async () => {
    const server = await hostile('page');
    const probe = grpcProbe(server.url, async () => 'token', { signal: never, clock: systemClock, open: false });
    expect(await probe(1000)).toMatchObject({
      healthy: false,
    });
  });
});
