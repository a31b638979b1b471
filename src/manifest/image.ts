/** Puts an image by digest into a v2 resource, in place of what its manifest named. */
import type { Container, Job, Service, WorkerPool } from '../google/run/resources.ts';
import { InputError } from '../runtime/errors.ts';

/** A Service or WorkerPool keeps its containers in its template, a Job in the template of its tasks. */
export function containersOf(resource: Service | Job | WorkerPool): readonly Container[] {
  const { template } = resource as Service & Job;
  return template?.containers ?? template?.template?.containers ?? [];
}

/** Where v2 keeps them. */
export const containersPath = (kind: 'Service' | 'Job' | 'WorkerPool'): readonly string[] =>
  kind === 'Job' ? ['template', 'template', 'containers'] : ['template', 'containers'];

/** The container that takes requests: the one with ports, or the only one; -1 without one. */
export const ingressIndex = (containers: readonly Container[]): number =>
  containers.length === 1 ? 0 : containers.findIndex(({ ports }) => ports !== undefined && ports.length > 0);

/**
 * A copy of the resource with `image` (`NAME@sha256:…`) in the named container, or without a name in the one that takes
 * requests. Throws `InputError` if there is no such container.
 */
export function withImage<R extends Service | Job | WorkerPool>(
  resource: R,
  name: string | undefined,
  image: string,
): R {
  const copy = structuredClone(resource);
  const containers = containersOf(copy);
  const index = name === undefined ? ingressIndex(containers) : containers.findIndex((one) => one.name === name);
  const container = containers[index];
  if (!container) {
    const names = containers.map((one) => one.name ?? 'an unnamed one').join(', ') || 'none';
    const message =
      name === undefined
        ? `does not say which container it is for, and none of them has ports. Containers: ${names}. Write NAME=IMAGE.`
        : `is for the container "${name}", which does not exist. Containers: ${names}.`;
    throw new InputError([{ subject: 'Input image', message }]);
  }
  container.image = image;
  return copy;
}
