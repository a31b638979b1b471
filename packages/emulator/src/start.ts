/**
 * Starts the local Google Cloud: every API on a separate loopback port, one shared core, and the environment variables that point
 * clients at it. State is in memory only.
 */
import { createAdmin } from './admin.ts';
import { apisOf, assemble, type EmulatorOptions, type ServedApi } from './assemble.ts';
import { type Emulator, PORTS, type ServerName } from './emulator.ts';
import { type ApiServer, serveApi } from './http/server.ts';

export type { EmulatorOptions } from './assemble.ts';
export type { Emulator } from './emulator.ts';

/** The proxy for the URLs of Cloud Run services has the port after them. */
const PROXY = PORTS.length;

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const portOf = (index: number) => (options.port === undefined ? 0 : options.port + index);
  const servers = new Map<ServerName, ApiServer>();
  const url = (name: ServerName) => servers.get(name)?.url ?? '';
  const stop = async () => {
    await Promise.all([...servers.values()].map((server) => server.close()));
  };
  const emulator = assemble(options, { url, stop }, portOf(PROXY));
  const serve = async (name: ServerName, api: ServedApi) => {
    const { address } = options;
    const served = {
      ...api.serveOptions,
      port: portOf(PORTS.indexOf(name)),
      ...(address !== undefined && { address }),
    };
    servers.set(name, await serveApi(emulator.core, name, api.routes, served));
  };
  try {
    await emulator.run.listen();
    for (const [name, api] of Object.entries(apisOf(emulator))) {
      await serve(name as ServerName, api);
      // Known once it listens.
      if (name === 'oidc') emulator.oidc.issuer = url('oidc');
    }
    await serve('admin', createAdmin(emulator));
  } catch (error) {
    await emulator.stop();
    throw error;
  }
  if (options.seed !== false) emulator.seed.all();
  return emulator;
}
