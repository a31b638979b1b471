/** Probes a URL of a service in the way that the inputs say. */
import type { RevisionTemplate } from '../../../src/google/run/resources.ts';
import { ingressIndex } from '../../../src/manifest/index.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { DeployInputs } from '../plan/request.ts';
import type { ProbeRecord } from '../service/outcome.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import { grpcProbe } from './grpc.ts';
import { httpProbe } from './http.ts';
import { probeUntilHealthy } from './probe.ts';

/** Throws `OutcomeError` if the URL fails its health check. Undefined where the startup probe alone is relied on. */
export async function probeService(
  planned: PlannedRollout,
  base: string | undefined,
  { rollout }: DeployInputs,
): Promise<ProbeRecord | undefined> {
  const { regional, identityToken: token, open } = planned;
  const { clock, signal, log } = regional.context;
  const options = rollout.probe;
  if (options.kind === 'startup' || regional.kind === 'WorkerPool') return undefined;
  if (base === undefined)
    throw new OutcomeError(
      `The service ${regional.service} shows no URL to probe. If its default URL is disabled choose probe: startup.`,
    );
  // Tags, too, want a token for the service's own URL.
  const audience = async () => token?.((await regional.api.get(regional.name))?.uri ?? base);
  const bearer = memo(audience);
  const url = options.kind === 'grpc' ? base : new URL(probePath(options.path, planned.plan.template), base).href;
  const ask =
    options.kind === 'grpc'
      ? grpcProbe(url, bearer, { signal, clock, open })
      : httpProbe(regional.clients.cloud.http, clock, url, { ...options, open }, bearer);
  const record = await probeUntilHealthy(url, ask, options, clock, signal);
  log.info(`Health check passed: ${url}, ${record.passes} consecutive successes (${record.lastAnswer}).`);
  return record;
}

/** The path that was asked for, else that of the container's own HTTP startup probe. */
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
