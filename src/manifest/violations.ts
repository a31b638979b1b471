/** What the API finds wrong with a resource, at the lines of its manifest. */
import type { CloudError, Location, Problem } from '../runtime/errors.ts';
import type { Path } from './decode/table.ts';

/** `Violation in CreateServiceRequest.service.template.containers[0].startup_probe` → `['template', 'containers', 0, 'startupProbe']`. */
export function fieldPath(field: string): Path {
  const all = field.replace(/^Violation in /, '').split('.');
  const resource = all.findIndex((part) => ['service', 'job', 'worker_pool'].includes(part));
  return all.slice(resource + 1).flatMap((part) => {
    const [, name = part, indices = ''] = /^([^[]*)((?:\[[^\]]*\])*)$/.exec(part) ?? [];
    const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return [camel, ...[...indices.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index))];
  });
}

/** One problem for each field that the API names, or one with its message. `locate` is the manifest's. */
export function violationProblems(
  subject: string,
  error: CloudError,
  locate: ((path: Path) => Location) | undefined,
): Problem[] {
  const refusal = 'Cloud Run refuses this configuration.';
  if (error.fields.length === 0 || !locate) return [{ subject, message: `${refusal} ${error.message}` }];
  return error.fields.map(({ field, description }) => ({
    subject,
    message: `${refusal} ${field}: ${description}`,
    location: locate(fieldPath(field)),
  }));
}
