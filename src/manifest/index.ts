/**
 * Manifests: Knative v1 YAML, as `gcloud run services replace` takes it, converted to the resources of the Cloud Run v2 API.
 * Strict: a key that v2 cannot express is an error rather than a change of behavior, and all problems are reported at once.
 *
 * The conversion is data: `service.ts`, `job.ts` and `worker-pool.ts` are tables of rows (`table.ts`), and `walk.ts` carries
 * them out on the tree that `document.ts` reads.
 */
import { distance } from 'fastest-levenshtein';
import type { Job, Service } from '../google/run/resources.ts';
import { InputError, type Location, type Problem } from '../runtime/errors.ts';
import type { ManifestOrigin } from './decode/table.ts';
import { convert } from './decode/walk.ts';
import { parseDocument } from './document.ts';
import { containersOf } from './image.ts';
import { type Manifest, TABLES } from './tables.ts';

export type { ManifestOrigin, Path } from './decode/table.ts';
export { isDefaultAccount, withServerDefaults } from './defaults.ts';
export { type Change, differences } from './differences.ts';
export { containersOf, ingressIndex, withImage } from './image.ts';
export { type Manifest, TABLES } from './tables.ts';

/** Reads a manifest. Throws `InputError` with everything that is wrong with it, each with its line. */
export function readManifest(source: ManifestOrigin): Manifest {
  const { root, problems } = parseDocument(source.text, source.file, source.substitutions);
  if (!root) throw new InputError(problems);
  const fail = (message: string, location: Location): never => {
    throw new InputError([...problems, { subject: 'manifest', message, location }]);
  };
  if (root.kind !== 'map') return fail('is not a mapping. Expected a Knative Service, Job or WorkerPool.', root.at);

  const given = root.entries.get('kind');
  const written = given?.value.kind === 'scalar' && given.value.type === 'text' ? given.value.value : undefined;
  const kinds = Object.keys(TABLES);
  const kind = kinds.find((one) => one === written) as Manifest['kind'] | undefined;
  if (!kind) {
    if (written === 'Instance')
      return fail(
        'has the kind "Instance", which has no revisions to deploy to or roll back from. Use gcloud for it, or make it a Service or a WorkerPool.',
        given?.at ?? root.at,
      );
    const near = written && kinds.find((one) => distance(one.toLowerCase(), written.toLowerCase()) <= 2);
    const hint = near ? ` Did you mean ${near}?` : '';
    return fail(
      `has ${written ? `the kind "${written}"` : 'no kind'}. Expected ${kinds.join(', ')}.${hint}`,
      given?.at ?? root.at,
    );
  }

  const name = nameOf(root);
  const converted = convert(root, TABLES[kind], name ?? '', source);
  const missing: Problem[] = ['apiVersion', 'spec']
    .filter((key) => !root.entries.has(key))
    .map((key) => ({ subject: 'manifest', message: `has no ${key}.`, location: root.at }));
  if (name === undefined) missing.push({ subject: 'manifest', message: 'has no metadata.name.', location: root.at });
  const all = [...problems, ...missing, ...converted.problems];
  if (all.length > 0) throw new InputError(all);
  const { resource, exported, warnings, locate } = converted;
  if (containersOf(resource as Service | Job).length === 0)
    return fail('has no containers: spec, or a key below it, is empty.', root.entries.get('spec')?.at ?? root.at);
  const namespace = namespaceOf(root, source.project);
  return { kind, name: name ?? '', resource, exported, warnings, locate, ...(namespace && { namespace }) } as Manifest;
}

/** The number that stands in place of the project's id. */
function namespaceOf(root: Parameters<typeof convert>[0], project: string): Manifest['namespace'] {
  const metadata = root.kind === 'map' ? root.entries.get('metadata')?.value : undefined;
  const given = metadata?.kind === 'map' ? metadata.entries.get('namespace') : undefined;
  const node = given?.value;
  if (!given || node?.kind !== 'scalar') return undefined;
  const number = node.type === 'integer' ? node.source : node.type === 'text' ? node.value : '';
  return /^\d+$/.test(number) && number !== project ? { number, location: given.at } : undefined;
}

function nameOf(root: Parameters<typeof convert>[0]): string | undefined {
  const metadata = root.entries.get('metadata')?.value;
  const name = metadata?.kind === 'map' ? metadata.entries.get('name')?.value : undefined;
  return name?.kind === 'scalar' && name.type === 'text' ? name.value : undefined;
}
