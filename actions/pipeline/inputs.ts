/** The lists of the calling workflow. All that is wrong with them is reported at once. */
import type { InputReader } from '../../src/runtime/inputs.ts';
import type { ListProblem } from './plan/lists.ts';
import { type PipelinePlan, planPipeline } from './plan/pipeline.ts';
import { chooseRollback, type RollbackPlan } from './plan/rollback.ts';

export type WorkflowPlan =
  | { readonly workflow: 'pipeline'; readonly plan: PipelinePlan }
  | { readonly workflow: 'rollback'; readonly plan: RollbackPlan };

export function readInputs(reader: InputReader): WorkflowPlan {
  const workflow = reader.oneOf('workflow', ['pipeline', 'rollback'], 'pipeline');
  const lists = {
    services: reader.text('services', '[]'),
    frontends: reader.text('frontends', '[]'),
    region: reader.text('region') ?? '',
  };
  const pipeline = planPipeline({
    ...lists,
    checks: reader.text('checks', '[]'),
    migration: reader.text('migration') ?? '',
    target: reader.text('target') ?? '',
    call: reader.text('call') ?? '',
  });
  const rollback = chooseRollback({
    ...lists,
    what: reader.text('what', 'all'),
    to: reader.text('to', 'previous'),
    releaseHold: reader.boolean('release-hold', 'false'),
  });
  const { problems } = workflow === 'pipeline' ? pipeline : rollback;
  report(reader, problems);
  reader.done();
  return workflow === 'pipeline' ? { workflow, plan: pipeline.plan } : { workflow, plan: rollback.plan };
}

function report(reader: InputReader, problems: readonly ListProblem[]): void {
  for (const { input, message } of problems) reader.problem(input, message);
}
