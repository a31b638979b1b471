/**
 * The emulator's own API, for processes outside it (the demo, workflows in act): faults, the call log, permissions, tokens.
 * Tests in the same process use the handles of `startEmulator` instead. Not part of Google Cloud, so it requires no token.
 */
import type { FaultRule } from './core/faults.ts';
import type { Emulator } from './emulator.ts';
import type { CheckRun } from './github/history.ts';
import { invalid } from './http/errors.ts';
import { ANY_QUERY } from './http/query-parameters.ts';
import { type Handler, type Route, route } from './http/routes.ts';
import type { ImageBehavior } from './run/index.ts';

/** Settings that `PUT /NAME` with a JSON body changes. */
type Settings = Readonly<Record<string, (body: Record<string, unknown>) => unknown>>;

export function createAdmin(emulator: Emulator): { routes: readonly Route[] } {
  const { core } = emulator;
  const open = (method: string, path: string, handler: Handler) =>
    route(method, path, handler, { open: true, query: ANY_QUERY });
  const settings: Settings = {
    'oidc/claims': (claims) => {
      emulator.oidc.claims = claims;
    },
    secrets: ({ name, value }) => ({ version: emulator.seed.secret(String(name), String(value)) }),
    keys: ({ account }) => emulator.seed.key(account as string | undefined),
    images: async (options) => ({ image: await emulator.seed.image(options) }),
    'github/commit': ({ sha, parents, message, ref }) => {
      emulator.github.commit(String(sha), (parents as string[] | undefined) ?? [], String(message ?? ''));
      if (ref !== undefined) emulator.github.ref(String(ref), String(sha));
    },
    'github/check-runs': ({ sha, runs }) => emulator.github.setCheckRuns(String(sha), runs as CheckRun[]),
    'run/image': ({ image, behavior }) => emulator.fakeDriver.setBehavior(String(image), behavior as ImageBehavior),
    monitoring: ({ samplePeriod, ingestionDelay }) => {
      if (samplePeriod !== undefined) emulator.monitoring.samplePeriod = Number(samplePeriod);
      if (ingestionDelay !== undefined) emulator.monitoring.ingestionDelay = Number(ingestionDelay);
    },
    'registry/token-lifetime': ({ seconds }) => {
      emulator.registry.tokenLifetimeSeconds = Number(seconds);
    },
  };
  const routes = [
    open('GET', '/env', () => ({ body: emulator.env })),
    open('GET', '/cdn', () => ({ body: emulator.cdn.cached() })),
    open('GET', '/github/comments/{issue}', ({ params }) => ({ body: emulator.github.comments(Number(params.issue)) })),
    open('GET', '/calls', ({ query }) => ({
      body: core.calls.list.filter((call) => !query.get('api') || call.api === query.get('api')),
    })),
    open('DELETE', '/calls', () => done(core.calls.clear())),
    open('POST', '/faults', async (request) => done(core.faults.add(await request.json<FaultRule>()))),
    open('DELETE', '/faults', () => done(core.faults.clear())),
    open('POST', '/access/deny', async (request) => {
      const { permission, ...rest } = await request.json<{ permission: string; resource?: string; member?: string }>();
      return done(core.access.deny(permission, rest));
    }),
    open('POST', '/access/allow', async (request) => {
      return done(core.access.allow((await request.json<{ permission: string }>()).permission));
    }),
    open('POST', '/tokens', async (request) => ({ body: { token: emulator.token(await request.json()) } })),
    open('PUT', '/{name=**}', async (request) => {
      const set = settings[request.params.name ?? ''];
      if (!set) throw invalid(`No setting ${request.params.name}; there are: ${Object.keys(settings).join(', ')}`);
      return { body: (await set(await request.json())) ?? {} };
    }),
  ];
  return { routes };
}

const done = (_result: unknown) => ({ body: {} });
