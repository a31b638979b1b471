/** Decides whether a deploy needs a new revision. Pure. */
import type { RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import { sameButCommit, servesAlready } from './desired-service.ts';
import { rolloutOf } from './records.ts';
import { type ServingTemplate, templateRevision } from './serving-template.ts';
import { serving } from './traffic.ts';

export type CandidatePlan =
  /** The live revision differs at most in values that depend on the commit. */
  | { readonly kind: 'serving'; readonly revision: string }
  /** An earlier attempt of this commit created it, and it can be used. */
  | { readonly kind: 'existing'; readonly revision: string }
  | { readonly kind: 'new' };

export function planCandidate(plan: {
  current: Service | undefined;
  base: ServingTemplate | undefined;
  template: RevisionTemplate;
  commit: string;
  /** State of the revision of the service's own template. */
  templateRevisionState: 'ready' | 'pending' | 'failed' | undefined;
}): CandidatePlan {
  const { current, base, template, commit } = plan;
  if (!current) return { kind: 'new' };
  const wanted = { template, commit };
  const [main, ...others] = serving(current);
  const inFlight = rolloutOf(current);
  const isHealthy = !inFlight || (inFlight.candidate !== main?.revision && inFlight.baseline.length > 0);
  if (main && others.length === 0 && isHealthy && base?.revision === main.revision) {
    if (servesAlready(wanted, base.template)) return { kind: 'serving', revision: main.revision };
  }
  const own = templateRevision(current);
  const usable = plan.templateRevisionState === 'ready' || plan.templateRevisionState === 'pending';
  if (
    own &&
    usable &&
    sameButCommit({ template, commit: undefined }, { template: current.template ?? {}, commit: undefined })
  )
    return { kind: 'existing', revision: own };
  return { kind: 'new' };
}
