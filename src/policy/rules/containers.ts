/** What the rules about containers have in common. */
import { isDigestReference } from '../../container/image-reference.ts';
import type { Container } from '../../google/run/resources.ts';
import { containersOf, containersPath, ingressIndex } from '../../manifest/image.ts';
import type { Path } from '../../manifest/index.ts';
import type { PolicyFinding, PolicySubject } from '../types.ts';

/** A container with its place. */
export interface PlacedContainer {
  readonly container: Container;
  readonly path: Path;
  /** As an exception names it: `app`, or `containers[0]` for one without a name. */
  readonly target: string;
}

export const placedContainers = ({ kind, resource }: PolicySubject): PlacedContainer[] =>
  containersOf(resource).map((container, i) => ({
    container,
    path: [...containersPath(kind), i],
    target: container.name ?? `containers[${i}]`,
  }));

export const forContainers = (
  subject: PolicySubject,
  find: (placed: PlacedContainer) => readonly PolicyFinding[],
): PolicyFinding[] => placedContainers(subject).flatMap(find);

/** As exceptions name a variable of the container `target`: with the container first if another one has the variable, too. */
export function variableTargets({ resource }: PolicySubject, target: string, name: string): readonly [string, string] {
  const holders = containersOf(resource).filter(({ env = [] }) => env.some((variable) => variable.name === name));
  const inContainer = `${target}/${name}`;
  return holders.length > 1 ? [inContainer, name] : [name, inContainer];
}

/** Index of the container that is deployed, which takes requests or has its image by digest; the others are its sidecars. */
export function mainIndex({ resource }: Pick<PolicySubject, 'resource'>): number {
  const containers = containersOf(resource);
  const index = ingressIndex(containers);
  if (index >= 0) return index;
  return Math.max(
    0,
    containers.findIndex(({ image = '' }) => isDigestReference(image)),
  );
}
