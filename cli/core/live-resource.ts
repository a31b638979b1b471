/** The deployed service, worker pool or job, with its live configuration. */
import { planServingTemplate } from '../../actions/deploy-run/plan/serving-template.ts';
import { serving } from '../../actions/deploy-run/plan/traffic.ts';
import { toService } from '../../actions/deploy-run/service/worker-pools.ts';
import { absent } from '../../src/google/errors/not-found.ts';
import type { Job, Json, Revision, RevisionTemplate, Service } from '../../src/google/run/resources.ts';
import type { Manifest } from '../../src/manifest/index.ts';
import type { Cloud } from '../../src/runtime/context.ts';

export const COLLECTIONS = { Service: 'services', WorkerPool: 'workerPools', Job: 'jobs' } as const;

export interface LiveResource {
  readonly kind: Manifest['kind'];
  /** `projects/P/locations/L/services/S`. */
  readonly name: string;
  /** As it was read, its template the live one, with images by digest; a worker pool in the shape of a service. */
  readonly resource: Service | Job;
}

/** Undefined if it does not exist. `location` is `projects/P/locations/L`. */
export async function readLiveResource(
  { http, endpoints }: Pick<Cloud, 'http' | 'endpoints'>,
  kind: Manifest['kind'],
  location: string,
  shortName: string,
): Promise<LiveResource | undefined> {
  const read = <T>(path: string) =>
    absent(
      http.json<T>({
        method: 'GET',
        url: `${endpoints.run}/v2/${path}`,
        resource: `${kind} ${path}`,
        permission: `run.${COLLECTIONS[kind].toLowerCase()}.get`,
        role: 'roles/run.viewer',
      }),
    );
  const name = `${location}/${COLLECTIONS[kind]}/${shortName}`;
  const found = await read<Json>(name);
  if (!found) return undefined;
  if (kind === 'Job') return { kind, name, resource: found as Job };
  const current = kind === 'WorkerPool' ? toService(found) : (found as Service);
  const main = serving(current)[0]?.revision;
  const revision = main === undefined ? undefined : await read<Revision>(`${name}/revisions/${main}`);
  const { template } = planServingTemplate(current, revision);
  return { kind, name, resource: { ...current, template: withDigests(template, revision) } };
}

/** The digest is what runs. The tag may have been moved. */
function withDigests(template: RevisionTemplate, revision: Revision | undefined): RevisionTemplate {
  const containers = template.containers?.map((container, i) => {
    const runs = revision?.containers?.[i]?.image;
    return runs?.includes('@') && !container.image?.includes('@') ? { ...container, image: runs } : container;
  });
  return { ...template, ...(containers && { containers }) };
}
