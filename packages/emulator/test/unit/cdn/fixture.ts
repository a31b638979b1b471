/** A site behind Cloud CDN, with a clock that tests advance. */
import type { CdnPolicy } from '../../../src/cdn/cache-policy.ts';
import type { Emulator } from '../../../src/start.ts';
import { caller, manualClock, start } from '../fixture.ts';

export const BUCKET = 'orchestra-dashboard';
export const HOST = 'app.orchestra.localhost';

export async function fixture(cdnPolicy?: CdnPolicy, errorPagePath?: string) {
  const clock = manualClock();
  const emulator = await start({ clock });
  if (cdnPolicy || errorPagePath) {
    emulator.seed.site({ ...(cdnPolicy && { cdnPolicy }), ...(errorPagePath && { errorPage: errorPagePath }) });
  }
  const call = caller(emulator, 'cdn');
  const get = (path: string, headers: Record<string, string> = {}) =>
    call('GET', path, { token: null, headers: { host: HOST, ...headers } });
  const put = (name: string, body: string | Buffer, metadata: Record<string, string> = {}) =>
    emulator.storage.put(BUCKET, name, body, metadata);
  return { clock, emulator, get, put };
}

export const invalidate = (emulator: Emulator, body: object) =>
  caller(emulator, 'compute')('POST', `/compute/v1/projects/orchestra-dev/global/urlMaps/${BUCKET}/invalidateCache`, {
    json: body,
  });
