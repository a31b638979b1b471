/** Gives the plan to the jobs of the workflow, as outputs that they read with `fromJSON`. */
import type { Context } from '../../src/runtime/context.ts';
import type { WorkflowPlan } from './inputs.ts';

export async function run(planned: WorkflowPlan, context: Context): Promise<void> {
  const { services, frontends } = planned.plan;
  context.output('services', JSON.stringify(services));
  context.output('frontends', JSON.stringify(frontends));
  if (planned.workflow === 'rollback') {
    context.output('compare', String(planned.plan.compare));
    return;
  }
  const { checks, images, migration, holders, target, call } = planned.plan;
  context.output('checks', JSON.stringify(checks));
  context.output('images', JSON.stringify(images));
  context.output('migration', JSON.stringify(migration));
  context.output('holders', holders.join('\n'));
  context.output('target', target);
  context.output('call', call);
}
