/** The comment on the pull request. It shows the current state, whether the last run succeeded or failed. */

import { shortCommit } from '../../../src/github/commit.ts';
import { writePreviewComment } from '../../../src/github/preview-comment.ts';
import { isTagOf } from '../../../src/records/preview-owners.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { code, link, type Markdown, md, plain } from '../../../src/runtime/summary.ts';
import type { ServiceIdentity } from '../plan/rollout-plan.ts';
import { tagsInEffect, tagUrl } from '../plan/traffic.ts';
import { identityOf, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

/** Updates the comment on the pull request; where the preview was `removed`, all comments on it. */
export async function comment(
  targets: readonly ServiceIdentity[],
  { context, openGitHub, inputs }: StepContext,
  lines: readonly Markdown[],
  removed = false,
): Promise<void> {
  const number = context.github.payload.pull_request?.number;
  const services = targets.map(({ name }) => name);
  if (number && openGitHub && inputs.previewComment && services.length > 0)
    await writePreviewComment(await openGitHub(), context.log, { number, services, removed }, lines);
}

/** Writes that the preview of this commit failed, and which commit the tag still shows. */
export async function commentFailure(
  services: readonly RegionalService[],
  step: StepContext,
  tag: string,
  reason: string,
): Promise<void> {
  const { inputs, context } = step;
  // A cancelled step has only seconds left, and the next run writes the comment.
  if (context.signal.aborted) return;
  const shown = await Promise.all(services.map((one) => stillShown(one, tag)));
  await comment(services.map(identityOf), step, [
    md`❌ **Preview** of ${plain(shortCommit(inputs.commit))} failed (${link('run', context.github.runUrl)}). ${plain(reason)}`,
    md``,
    ...shown,
  ]);
}

async function stillShown(regional: RegionalService, tag: string): Promise<Markdown> {
  const place = md`${plain(regional.service)} in ${plain(regional.region)}`;
  try {
    const now = await regional.api.get(regional.name);
    const ours = now && isTagOf(now, tag, regional.context.github.repository);
    const revision = ours && tagsInEffect(now).find((one) => one.tag === tag)?.revision;
    const url = revision && tagUrl(now, tag);
    if (!url) return md`- ${place}: no preview.`;
    return md`- ${place}: ${link(url, url)} still shows revision ${code(revision)}.`;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return md`- ${place}: what its preview shows could not be read.`;
  }
}
