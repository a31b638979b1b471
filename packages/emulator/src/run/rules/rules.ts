/** Validation of a Service, WorkerPool or Job before anything is stored; reports all violations of a request together. */
import { ApiError } from '../../http/errors.ts';
import type { Job, Service, Template } from '../types.ts';
import { containersViolations } from './container-rules.ts';
import { SPLITS, TRAFFIC, targetViolations } from './traffic.ts';
import type { Violation } from './violations.ts';

/** Throws INVALID_ARGUMENT with the violations, if any, in the API's format. */
export function refuse(violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  throw new ApiError(
    400,
    violations.map(({ field, description }) => `Violation in ${field}: ${description}`).join('\n'),
    {},
    {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: violations.map(({ field, description }) => ({
            field: `Violation in ${field}`,
            description,
          })),
        },
      ],
    },
  );
}

/** `limit` is exclusive: service names must have fewer than 50 characters. */
export function nameViolations(name: string, field: string, limit = 50): Violation[] {
  if (/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length < limit) return [];
  return [
    {
      field,
      description: `Resource name must use only lowercase letters, numbers and '-'. Must begin with a letter and cannot end with a '-'. Must contain fewer than ${limit} characters.`,
    },
  ];
}

export function serviceViolations(id: string, service: Service, at: string): Violation[] {
  return [
    ...metadataViolations(service, at),
    ...((service.description ?? '').length > 512
      ? [{ field: `${at}.description`, description: 'description must be at most 512 characters.' }]
      : []),
    ...revisionViolations(id, service.template, `${at}.template`, 'service'),
    ...(service.traffic ? targetViolations(id, service.traffic, TRAFFIC, `${at}.traffic`) : []),
  ];
}

export function workerPoolViolations(id: string, pool: Service, at: string): Violation[] {
  return [
    ...metadataViolations(pool, at),
    ...revisionViolations(id, pool.template, `${at}.template`, 'workerPool'),
    ...(pool.instanceSplits ? targetViolations(id, pool.instanceSplits, SPLITS, `${at}.instance_splits`) : []),
  ];
}

export function jobViolations(job: Job, at: string): Violation[] {
  const task = job.template?.template;
  const path = `${at}.template.template`;
  if (!job.template || !task)
    return [{ field: job.template ? path : `${at}.template`, description: 'required field not present.' }];
  const found = [
    ...metadataViolations(job, at),
    ...metadataViolations(job.template, `${at}.template`),
    ...containersViolations(task.containers ?? [], task.volumes ?? [], path, 'job', task.nodeSelector?.accelerator),
  ];
  const { taskCount = 1, parallelism = 0 } = job.template;
  if (taskCount < 1 || taskCount > 10_000)
    found.push({ field: `${at}.template.task_count`, description: 'task_count must be between 1 and 10000.' });
  if (parallelism < 0)
    found.push({ field: `${at}.template.parallelism`, description: 'parallelism must not be negative.' });
  if ((task.maxRetries ?? 0) < 0 || (task.maxRetries ?? 0) > 10)
    found.push({ field: `${path}.max_retries`, description: 'max_retries must be between 0 and 10.' });
  const timeout = seconds(task.timeout);
  if (timeout !== undefined && (timeout < 1 || timeout > 604_800))
    found.push({ field: `${path}.timeout`, description: 'timeout must be between 1 and 604800 seconds.' });
  return found;
}

/** `300s` → 300. */
export const seconds = (duration: string | undefined) =>
  duration === undefined ? undefined : Number(duration.slice(0, -1));

const SYSTEM =
  /^(?:[a-z0-9.-]+\.)?(?:run\.googleapis\.com|cloud\.googleapis\.com|serving\.knative\.dev|autoscaling\.knative\.dev)\//;

function metadataViolations(
  of: { labels?: Record<string, string>; annotations?: Record<string, string> },
  at: string,
): Violation[] {
  const found: Violation[] = [];
  for (const [key, value] of Object.entries(of.labels ?? {})) {
    const field = `${at}.labels`;
    if (SYSTEM.test(key))
      found.push({
        field,
        description: `Label '${key}' is not supported in v2: system labels are set through fields of their own.`,
      });
    else if (!/^[a-z][a-z0-9_./-]{0,62}$/.test(key))
      found.push({
        field,
        description: `Label key '${key}' must start with a lowercase letter, contain only lowercase letters, numbers, '-' and '_', and have at most 63 characters.`,
      });
    if (!/^[a-z0-9_-]{0,63}$/.test(value))
      found.push({
        field,
        description: `Label value '${value}' must contain only lowercase letters, numbers, '-' and '_', and have at most 63 characters.`,
      });
  }
  let size = 0;
  for (const [key, value] of Object.entries(of.annotations ?? {})) {
    const field = `${at}.annotations`;
    size += key.length + value.length;
    if (SYSTEM.test(key))
      found.push({
        field,
        description: `Annotation '${key}' is not supported in v2: system annotations are set through fields of their own.`,
      });
    else if (!/^(?:[a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/.test(key))
      found.push({ field, description: `Annotation key '${key}' is not a qualified name.` });
  }
  // Kubernetes allows 256 KiB for all annotations of an object together.
  if (size > 262_144)
    found.push({ field: `${at}.annotations`, description: 'annotations must have at most 262144 bytes in total.' });
  return found;
}

function revisionViolations(
  id: string,
  template: Template | undefined,
  at: string,
  kind: 'service' | 'workerPool',
): Violation[] {
  if (!template) return [{ field: at, description: 'required field not present.' }];
  const found = [
    ...metadataViolations(template, at),
    ...containersViolations(
      template.containers ?? [],
      template.volumes ?? [],
      at,
      kind,
      template.nodeSelector?.accelerator,
    ),
  ];
  const bad = (field: string, description: string) => found.push({ field: `${at}.${field}`, description });
  const { revision, scaling, maxInstanceRequestConcurrency: concurrency } = template;
  if (revision !== undefined) {
    if (!revision.startsWith(`${id}-`))
      bad(
        'revision',
        `The revision name must be prefixed by the name of the enclosing Service or Configuration with a trailing -`,
      );
    else if (revision.length > 63 || !/^[a-z]([a-z0-9-]*[a-z0-9])$/.test(revision))
      bad(
        'revision',
        `Resource name must use only lowercase letters, numbers and '-'. Must begin with a letter and cannot end with a '-'. Maximum length is 63 characters.`,
      );
  }
  const timeout = seconds(template.timeout);
  if (timeout !== undefined && (timeout < 1 || timeout > 3600))
    bad('timeout', 'timeout must be between 1 and 3600 seconds.');
  if (concurrency !== undefined && (concurrency < 1 || concurrency > 1000))
    bad('max_instance_request_concurrency', 'max_instance_request_concurrency must be between 1 and 1000.');
  if (scaling?.minInstanceCount !== undefined && scaling.minInstanceCount < 0)
    bad('scaling.min_instance_count', 'min_instance_count must not be negative.');
  if (scaling?.maxInstanceCount !== undefined && scaling.maxInstanceCount < 1)
    bad('scaling.max_instance_count', 'max_instance_count must be greater than 0.');
  if ((scaling?.minInstanceCount ?? 0) > (scaling?.maxInstanceCount ?? Number.POSITIVE_INFINITY))
    bad('scaling', 'min_instance_count must not be greater than max_instance_count.');
  const vpc = template.vpcAccess as { connector?: string; networkInterfaces?: unknown[] } | undefined;
  if (vpc?.connector && vpc.networkInterfaces)
    bad('vpc_access', 'connector and network_interfaces are mutually exclusive.');
  if ((vpc?.networkInterfaces?.length ?? 0) > 1)
    bad('vpc_access.network_interfaces', 'only one network interface is supported.');
  return found;
}
