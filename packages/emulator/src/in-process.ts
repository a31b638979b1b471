/** The local Google Cloud within another program: the same handlers execute requests, without connections. */
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { apisOf, assemble, type EmulatorOptions } from './assemble.ts';
import type { Emulator, ServerName } from './emulator.ts';
import { dispatch } from './http/dispatch.ts';
import type { Reply } from './http/routes.ts';

export interface InProcessRequest {
  readonly method: string;
  readonly url: URL;
  /** By lower-case name. */
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface InProcessEmulator {
  readonly emulator: Emulator;
  /** Executes a request to an API; errors are replies, too. */
  call(api: Exclude<ServerName, 'admin'>, request: InProcessRequest): Promise<Reply>;
}

/** `url` returns the address of each API. Nothing is seeded. */
export function createInProcessEmulator(
  options: EmulatorOptions,
  url: (name: ServerName) => string,
): InProcessEmulator {
  const emulator = assemble(options, { url, stop: async () => {} });
  emulator.oidc.issuer = url('oidc');
  const apis = apisOf(emulator);
  return {
    emulator,
    async call(api, { method, url: at, headers, body }) {
      const { core } = emulator;
      const call = core.calls.begin({ api, method, path: at.pathname, query: at.search });
      const { routes, serveOptions: served = {} } = apis[api];
      const incoming = {
        method,
        url: at,
        headers,
        get stream() {
          return Readable.from([body]);
        },
        body: async () => body,
      };
      const reply = await dispatch({ core, name: api, routes, options: served }, incoming, undefined);
      core.calls.end(call, reply.status ?? 200);
      return reply;
    },
  };
}
