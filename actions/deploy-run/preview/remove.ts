/** `remove-tag`: removes the URLs of previews, so that Cloud Run can delete their revisions. A missing tag is no error. */
import type { Service } from '../../../src/google/run/resources.ts';
import { isLeftOver, otherOwner, type TagClaim } from '../../../src/records/preview-owners.ts';
import { code, listed, md } from '../../../src/runtime/summary.ts';
import { serving } from '../plan/traffic.ts';
import type { EventSink, RegionalResult } from '../service/outcome.ts';
import { identityOf, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { comment } from './comment.ts';
import { dropTags, removeLeftOver } from './drop-tags.ts';

/** Removes the tags of all services. A tag of another repository stays: on a shared service, its pull request has the same number. */
export async function removeTags(
  services: readonly RegionalService[],
  step: StepContext,
  tags: readonly string[],
  events: EventSink,
): Promise<RegionalResult[]> {
  const { inputs, context } = step;
  const claims = tags.map((tag) => ({ tag, repository: context.github.repository, force: inputs.force }));
  const found = await Promise.all(
    services.map(async (one) => ({ regional: one, before: await one.api.get(one.name) })),
  );
  const results: RegionalResult[] = [];
  for (const { regional, before } of found) {
    const present = claims.flatMap((claim) =>
      before?.traffic?.some(({ tag }) => tag === claim.tag) ? { claim, other: otherOwner(before, claim) } : [],
    );
    const had = present.flatMap(({ claim, other }) => (other === undefined ? claim : []));
    const after = had.length > 0 && !inputs.dryRun ? await dropTags(regional, had) : (before ?? {});
    const gone = !inputs.dryRun && isLeftOver(after) && (await removeLeftOver(regional));
    const service: Service = gone ? {} : after;
    const did = [
      present.length === 0 && `There is no tag ${tags.join(', ')}.`,
      had.length > 0 && describe(had, inputs.dryRun),
      ...present.map(({ claim: { tag }, other }) => other && ofOther(tag, other)),
      gone && 'The service was deleted: a preview created it, and it has no other tag.',
    ]
      .filter(Boolean)
      .join(' ');
    events.push({ name: regional.name, kind: 'ended', ending: { kind: 'done', did } });
    context.log.info(`${regional.service} in ${regional.region}: ${did}`);
    results.push({
      target: identityOf(regional),
      before: [],
      service,
      revision: serving(service)[0]?.revision ?? '',
      template: service.template ?? {},
      tag: undefined,
      changed: had.length > 0 || gone,
    });
  }
  if (!inputs.dryRun)
    await comment(
      results.map(({ target }) => target),
      step,
      [md`**Preview** ${listed(tags.map(code), ', ')} was removed.`],
      true,
    );
  return results;
}

function describe(had: readonly TagClaim[], dryRun: boolean): string {
  const [noun, verb] = had.length === 1 ? ['tag', 'was'] : ['tags', 'were'];
  return `The ${noun} ${had.map(({ tag }) => tag).join(', ')} ${dryRun ? 'would be' : verb} removed.`;
}

const ofOther = (tag: string, repository: string): string =>
  `The tag ${tag} stays: it is a preview of the repository ${repository}. To remove it, use force: true.`;
