/** Overrides of a run. https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs/run#Overrides */
import { invalid } from '../../http/errors.ts';
import type { EnvVar, Job, TaskTemplate } from '../types.ts';

export interface Overrides {
  containerOverrides?: { name?: string; args?: string[]; env?: EnvVar[]; clearArgs?: boolean }[];
  taskCount?: number;
  timeout?: string;
}

/** The template with an execution's overrides: arguments are replaced; environment variables are merged and take precedence. */
export function overridden(
  template: NonNullable<Job['template']>,
  { containerOverrides = [], taskCount, timeout }: Overrides,
) {
  const task: TaskTemplate = template.template ?? {};
  const containers = task.containers ?? [];
  for (const { name, args, clearArgs } of containerOverrides) {
    if (name && !containers.some((container) => container.name === name))
      throw invalid(`Violation in RunJobRequest.overrides.container_overrides: container '${name}' does not exist.`);
    if (args && clearArgs)
      throw invalid(
        'Violation in RunJobRequest.overrides.container_overrides: args and clear_args are mutually exclusive.',
      );
  }
  return {
    ...template,
    ...(taskCount !== undefined && { taskCount }),
    template: {
      ...task,
      ...(timeout !== undefined && { timeout }),
      containers: containers.map((container, i) => {
        const override = containerOverrides.find(({ name }) => (name ? name === container.name : i === 0));
        if (!override) return container;
        const { args, env = [], clearArgs } = override;
        const kept = (container.env ?? []).filter((entry) => !env.some(({ name }) => name === entry.name));
        const { args: oldArgs, ...rest } = container;
        const chosen = args ?? (clearArgs ? undefined : oldArgs);
        return { ...rest, ...(chosen && { args: chosen }), env: [...kept, ...env] };
      }),
    },
  };
}
