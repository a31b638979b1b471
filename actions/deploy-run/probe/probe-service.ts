/** Probes a URL of a service, as the inputs say. */
import type { RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import { ingressIndex } from '../../../src/manifest/index.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { DeployInputs, ProbeOptions } from '../plan/request.ts';
import { tagUrl } from '../plan/traffic.ts';
import { GLOBAL, regionalNames } from '../service/multi-region.ts';
import type { ProbeRecord } from '../service/outcome.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import { grpcProbe } from './grpc.ts';
import { httpProbe } from './http.ts';
import { probeUntilHealthy } from './probe.ts';

/**
 * Probes the URL of a tag, else the service's own; for a multi-region service those of all regions, and returns the slowest
 * record. Throws `OutcomeError` if one fails its health check. Undefined with `probe: startup`.
 */
export async function probeService(
  planned: PlannedRollout,
  { service, tag }: { readonly service: Service; readonly tag?: string | undefined },
  { rollout }: DeployInputs,
): Promise<ProbeRecord | undefined> {
  const { regional } = planned;
  if (rollout.probe.kind === 'startup' || regional.kind === 'WorkerPool') return undefined;
  const urlIn = (one: Service | undefined) => (one && tag ? tagUrl(one, tag) : one?.uri);
  if (regional.region !== GLOBAL) return await probeUrl(planned, urlIn(service), service.uri, rollout.probe);
  const places = await regionalNames(regional, async () => service);
  const records = await Promise.all(
    places.map(async (name) => {
      const one = await regional.clients.services.get(name);
      return await probeUrl(planned, urlIn(one), one?.uri, rollout.probe);
    }),
  );
  return records.reduce((slowest, record) => (record.took > slowest.took ? record : slowest));
}

/** `own` is the service's own URL. */
async function probeUrl(
  planned: PlannedRollout,
  base: string | undefined,
  own: string | undefined,
  options: ProbeOptions,
): Promise<ProbeRecord> {
  const { regional, identityToken: token, open } = planned;
  const { clock, signal, log } = regional.context;
  if (base === undefined && own !== undefined)
    throw new OutcomeError(
      `The tag of the revision is missing in ${regional.service}, so it has no URL to probe: another run or user has removed it.`,
    );
  if (base === undefined)
    throw new OutcomeError(
      `The service ${regional.service} has no URL to probe. If its default URL is disabled, set probe: startup.`,
    );
  // For a tag, too, the audience of the token is the service's own URL.
  const bearer = memo(async () => token?.(own ?? base));
  const url = options.kind === 'grpc' ? base : new URL(probePath(options.path, planned.plan.template), base).href;
  const request =
    options.kind === 'grpc'
      ? grpcProbe(url, bearer, { signal, clock, open })
      : httpProbe(regional.clients.cloud.http, clock, url, { ...options, open }, bearer);
  const record = await probeUntilHealthy(url, request, options, clock, signal, log.info);
  log.info(`Health check passed: ${url}, ${record.passes} consecutive successes (${record.lastResponse}).`);
  return record;
}

/** The path of the input, else that of the container's HTTP startup probe. */
export function probePath(given: string | undefined, template: RevisionTemplate): string {
  const containers = template.containers ?? [];
  return given ?? containers[ingressIndex(containers)]?.startupProbe?.httpGet?.path ?? '/';
}

function memo<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
