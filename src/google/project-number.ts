/** The number of a project, which exported manifests name as their namespace. */
import type { Manifest } from '../manifest/index.ts';
import type { Cloud } from '../runtime/context.ts';
import { CloudError, InputError } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import { createServices } from './run/services.ts';

/**
 * Reads the project's number (https://cloud.google.com/resource-manager/reference/rest/v3/projects/get). Throws `CloudError`
 * without access to the project.
 */
export async function readProjectNumber(
  { http, endpoints }: Pick<Cloud, 'http' | 'endpoints'>,
  project: string,
): Promise<string> {
  const { name = '' } = await http.json<{ name?: string }>({
    method: 'GET',
    url: `${endpoints.cloudresourcemanager}/v3/projects/${project}`,
    resource: `project ${project}`,
    // The number is optional for the caller.
    attemptTimeout: 5000,
    deadline: 10_000,
    permission: 'resourcemanager.projects.get',
    role: 'roles/browser',
  });
  return name.replace('projects/', '');
}

/** The target of a manifest. */
export interface NamespaceTarget {
  readonly project: string;
  readonly region: string;
}

/**
 * Refuses a manifest whose namespace is the number of another project: throws `InputError`. The number is that in the URL of the
 * live service, else Resource Manager's. An unknown number is a warning, because the documented roles do not grant access to it.
 */
export async function checkNamespace(
  { namespace, kind, name }: Manifest,
  { project, region }: NamespaceTarget,
  cloud: Cloud,
  log: Pick<Log, 'warning'>,
): Promise<void> {
  if (!namespace) return;
  const live =
    kind === 'Service'
      ? await numberOfService(cloud, `projects/${project}/locations/${region}/services/${name}`)
      : undefined;
  const number = live ?? (await readProjectNumber(cloud, project).catch(warnOfUnknown));
  if (number !== undefined) requireNamespaceOf({ namespace }, project, number);

  function warnOfUnknown(error: unknown): undefined {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `metadata.namespace: ${namespace?.number} was not compared with the number of ${project}, which could not be read: ${error.message}. Remove metadata.namespace, or write the project's id instead.`,
      namespace?.location,
    );
  }
}

/** Throws `InputError` if the manifest's namespace is another number than that of the project. */
export function requireNamespaceOf({ namespace }: Pick<Manifest, 'namespace'>, project: string, number: string): void {
  if (!namespace || number === namespace.number) return;
  throw new InputError([
    {
      subject: 'metadata.namespace',
      message: `is ${namespace.number}, but the number of the project to deploy to, ${project}, is ${number}. Remove it, or use the same value.`,
      location: namespace.location,
    },
  ]);
}

/**
 * The number in the URL of a live service, `https://SERVICE-NUMBER.REGION.run.app`
 * (https://cloud.google.com/run/docs/triggering/https-request#deterministic); undefined without such a URL.
 */
async function numberOfService({ http, endpoints }: Cloud, name: string): Promise<string | undefined> {
  const service = await createServices(http, endpoints.run)
    .get(name)
    .catch((error: unknown) => {
      // The deploy reads it again and reports the error.
      if (error instanceof CloudError) return undefined;
      throw error;
    });
  const [, , , region = '', , short = ''] = name.split('/');
  const prefix = `${short}-`;
  for (const url of service?.urls ?? []) {
    const [host = '', at = ''] = new URL(url).hostname.split(/\.(.*)/s);
    const number = host.startsWith(prefix) ? host.slice(prefix.length) : '';
    if (/^\d+$/.test(number) && at.startsWith(`${region}.run.`)) return number;
  }
  return undefined;
}
