/** A service without a cloud, for the functions that read and write one. */
import type { RegionalService } from '../../../actions/deploy-run/service/regional-service.ts';
import type { Service } from '../../../src/google/run/resources.ts';

/** A service that is what `read` gives, with a clock that advances by the time of each sleep. */
export function fakeService(
  read: () => Service | undefined,
  update: RegionalService['api']['update'] = async () => ({}),
) {
  let now = 0;
  const regional = {
    service: 'web',
    region: 'r',
    name: 'projects/p/locations/r/services/web',
    api: { get: async () => read(), update },
    context: {
      log: { info: () => {}, group: (_title: string, work: () => unknown) => work() },
      deadline: 300_000,
      signal: new AbortController().signal,
      clock: {
        jitter: () => 0.5,
        now: () => now,
        sleep: async (ms: number, signal?: AbortSignal) => {
          signal?.throwIfAborted();
          now += ms;
        },
      },
    },
  };
  return { regional: regional as unknown as RegionalService, passed: () => now };
}
