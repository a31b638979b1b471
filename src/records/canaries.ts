/** What other actions need to know of a canary that deploy-run leaves on a service between two of its runs. */
import { ANNOTATION_PREFIX, type Annotated, readAnnotation } from './annotations.ts';

interface RolloutWithCanary {
  readonly commit?: string;
  readonly release?: { readonly aborted?: true; readonly format?: number };
}

/** The commit of the undecided canary on this service; all its members carry a record of this format. */
export function undecidedCanary(resource: Annotated | undefined): string | undefined {
  const record = readAnnotation<RolloutWithCanary>(resource, `${ANNOTATION_PREFIX}rollout`, () => true);
  return (record?.release?.format ?? 0) >= 3 && !record?.release?.aborted ? record?.commit : undefined;
}
