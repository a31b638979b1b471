/** A separate Cloud Run per test: the fake driver, lists as registry and secrets, and functions to call it. */

import { request } from 'node:http';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { afterEach } from 'vitest';
import { type Core, createCore } from '../../../src/core/core.ts';
import { ApiError } from '../../../src/http/errors.ts';
import { serveApi } from '../../../src/http/server.ts';
import type { LogEntry } from '../../../src/logging/index.ts';
import type { ServedRequest } from '../../../src/monitoring/store.ts';
import { createFakeDriver, createRun, type RunSettings } from '../../../src/run/index.ts';

export const PROJECT = 'orchestra-dev';
export const PARENT = `projects/${PROJECT}/locations/europe-west1`;
export const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
export const image = (letter: string) => `127.0.0.1:5000/${PROJECT}/orchestra/server@${digest(letter)}`;

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const fixture of open.splice(0)) await fixture.stop();
});

export async function startFixture(settings: Partial<RunSettings> = {}) {
  const core: Core = createCore();
  const driver = createFakeDriver();
  const logs: LogEntry[] = [];
  const requests: ServedRequest[] = [];
  const missingImages = new Set<string>();
  const children = new Map<string, string[]>();
  const secrets = new Map<string, string>([
    ['db-url/1', 'postgres://old'],
    ['db-url/2', 'postgres://new'],
  ]);
  const identities = new Map<string, { email: string; audience: string }>();
  const run = createRun(
    core,
    {
      driver,
      images: {
        async find(reference) {
          const found = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1] ?? digest('e');
          return missingImages.has(reference) ? undefined : { digest: found, children: children.get(found) ?? [] };
        },
      },
      secrets: {
        access(_project, secret, version) {
          const number =
            version === 'latest' ? [...secrets.keys()].filter((key) => key.startsWith(`${secret}/`)).length : version;
          const value = secrets.get(`${secret}/${number}`);
          if (value === undefined) throw new ApiError(404, `Secret Version [${secret}/${version}] not found.`);
          return { value: Buffer.from(value), version: String(number) };
        },
      },
      logs: { write: (entry) => logs.push(entry) },
      metrics: { request: (request) => requests.push(request), started: () => {} },
      identity: { verify: (token) => identities.get(token) },
    },
    { secondMs: 20, ...settings },
  );
  const { port: proxyPort } = await run.listen();
  const api = await serveApi(core, 'run', run.routes);
  const token = core.tokens.mint({ member: `serviceAccount:deployer@${PROJECT}.iam.gserviceaccount.com` }, 3600);

  /** Calls the API; returns the body of the response, whatever its status. */
  async function call<T = Json>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
    const response = await fetch(`${api.url}/v2/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  /** Calls a method that returns an operation, and waits for its end. */
  async function settle(method: string, path: string, body?: unknown): Promise<Json> {
    const started = await call(method, path, body);
    if (started.status !== 200) throw new Error(`${started.status} ${JSON.stringify(started.body)}`);
    return (await call('POST', `${started.body.name}:wait`, { timeout: '20s' })).body;
  }

  /** A request to a service's URL, whose host name is loopback by definition. */
  function visit(
    url: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
    const { host, pathname, search } = new URL(url);
    return new Promise((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: proxyPort, path: pathname + search, headers: { host, ...headers }, agent: false },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString(),
              headers: response.headers,
            }),
          );
        },
      );
      call.on('error', reject);
      call.end();
    });
  }

  const fixture = {
    core,
    run,
    driver,
    logs,
    requests,
    secrets,
    missingImages,
    children,
    identities,
    proxyPort,
    call,
    settle,
    visit,
    token,
    /** The official client of a service, over REST. */
    client<C>(Client: new (options: never) => C): C {
      const authClient = new OAuth2Client();
      authClient.setCredentials({ access_token: token });
      const { port } = new URL(api.url);
      const auth = new GoogleAuth({ authClient: authClient as never });
      return new Client({
        fallback: true,
        auth,
        apiEndpoint: '127.0.0.1',
        port: Number(port),
        protocol: 'http',
      } as never);
    },
    async openToAll(service: string) {
      await call('POST', `${PARENT}/services/${service}:setIamPolicy`, {
        policy: { bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }] },
      });
    },
    async stop() {
      await run.stop();
      await api.close();
    },
  };
  open.push(fixture);
  return fixture;
}

/** A response body; tests assert its fields. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests are about
export type Json = any;

/** A service in the form that clients send. */
export const service = (
  letter: string,
  rest: { template?: object; container?: object; [field: string]: unknown } = {},
) => {
  const { template, container, ...fields } = rest;
  return { template: { containers: [{ image: image(letter), ...container }], ...template }, ...fields };
};

export const LATEST = 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST';
export const REVISION = 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION';
