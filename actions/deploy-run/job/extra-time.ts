/** A job has used up the step's time, and the services stay on the new revisions: recording that takes time of its own. */
import type { Candidate } from '../release/phases.ts';
import { extraTime } from '../service/clients.ts';
import { type RegionalService, withClients } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

/** The service with clients that still work, or as it is while the step has time. */
export function inExtraTime({ context, inputs }: StepContext): (regional: RegionalService) => RegionalService {
  if (!context.signal.aborted) return (regional) => regional;
  const own = extraTime(context, inputs, 'Recording the release');
  return (regional) => withClients({ ...regional, context: own.context }, own.clients);
}

/** The same candidates, with the services that `change` returns. */
export const withServices = (
  candidates: readonly Candidate[],
  change: (regional: RegionalService) => RegionalService,
): Candidate[] =>
  candidates.map((candidate) => {
    const { planned } = candidate.progress;
    const own = { ...planned, regional: change(planned.regional) };
    return { ...candidate, progress: { ...candidate.progress, planned: own } };
  });
