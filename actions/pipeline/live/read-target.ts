/** Reads the live state of the target of a plan. If a part cannot be read, its row says so: that blocks no release. */
import { freezeOn } from '../../../src/freeze/freeze.ts';
import type { FreezeWindow } from '../../../src/freeze/windows.ts';
import { readServiceName } from '../../../src/inputs/services.ts';
import { readNamedServices } from '../../../src/records/holds.ts';
import { readSiteManifest, readSiteState, type SitePlace } from '../../../src/records/sites.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { CloudError, isAbort } from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import { describeLiveService, describeLiveSite, type LiveRow } from '../plan/live.ts';

export interface TargetPlaces {
  /** As input `services` of migrate takes them. */
  readonly services: readonly string[];
  readonly project: string;
  readonly commit: string;
  readonly sites: readonly SitePlace[];
  readonly freeze: readonly FreezeWindow[];
}

export interface LiveTarget {
  readonly rows: readonly LiveRow[];
  /** What would stop or delay a release, a sentence each. */
  readonly stops: readonly string[];
  /** What could not be read, a sentence each. */
  readonly unread: readonly string[];
}

export async function readLiveTarget(
  { services, sites, freeze, project, commit }: TargetPlaces,
  { http, endpoints, clock }: Pick<Cloud, 'http' | 'endpoints' | 'clock'>,
  { signal, github }: Pick<Context, 'signal' | 'github'>,
): Promise<LiveTarget> {
  const place = { project, region: undefined, commit, workspace: github.workspace || '.' };
  const bucket = { http, endpoint: endpoints.storage };
  const reads = [
    ...services.map(async (line) => {
      const name = readServiceName(line, place);
      // A job has no traffic.
      const found = name === undefined ? [] : await readNamedServices(http, endpoints.run, [name]);
      return found.map((service) => describeLiveService(service, clock));
    }),
    ...sites.map(async (site) => {
      const state = await readSiteState(bucket, site);
      const manifest = state?.current === undefined ? undefined : await readSiteManifest(bucket, site, state.current);
      return [describeLiveSite(site, state, manifest?.commit)];
    }),
  ];
  const results = await Promise.allSettled(reads);
  signal.throwIfAborted();
  const rows = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  const frozen = freezeOn(undefined, freeze, clock);
  return {
    rows,
    stops: [...(frozen === undefined ? [] : [frozen]), ...rows.flatMap((row) => row.stops)],
    unread: [
      ...new Set(
        results.flatMap((result) => {
          if (result.status === 'fulfilled') return [];
          if (isAbort(result.reason)) throw result.reason;
          return [
            result.reason instanceof CloudError ? describeCloudError(result.reason) : (result.reason as Error).message,
          ];
        }),
      ),
    ],
  };
}
