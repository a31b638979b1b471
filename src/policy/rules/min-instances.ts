/** The rule min-instances. */
import type { Service } from '../../google/run/resources.ts';
import type { PolicyFacts, PolicyFinding, PolicySubject } from '../types.ts';

/** Why a service counts as production, for messages. */
const WHY = 'its label environment is production';

export function noInstances({ kind, resource }: PolicySubject, { production }: PolicyFacts): PolicyFinding[] {
  if (!production || kind === 'Job') return [];
  if (kind === 'WorkerPool') {
    const scaling = resource.scaling as Service['scaling'];
    if (scaling?.manualInstanceCount !== 0) return [];
    return [
      {
        message: `The worker pool is for production (${WHY}) and has no instances. Set run.googleapis.com/manualInstanceCount to 1 or more, or change the label.`,
        path: ['scaling', 'manualInstanceCount'],
      },
    ];
  }
  const { scaling, template } = resource as Service;
  const least =
    scaling?.scalingMode === 'MANUAL'
      ? scaling.manualInstanceCount
      : Math.max(scaling?.minInstanceCount ?? 0, template?.scaling?.minInstanceCount ?? 0);
  if ((least ?? 0) >= 1) return [];
  return [
    {
      message: `The service is for production (${WHY}) and has no minimum number of instances, so the first request after a pause waits for a cold start. Set autoscaling.knative.dev/minScale to "1" or more, or change the label.`,
      path: ['template', 'scaling', 'minInstanceCount'],
    },
  ];
}
