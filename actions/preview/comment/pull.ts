/** Reads the current state of the pull request, which may differ from that of the event. */
import type { GitHub } from '../../../src/github/api.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import type { PreviewInputs } from '../inputs.ts';

export interface PullNow {
  readonly open: boolean;
  /** Open, and with no newer commit than that of this run. */
  readonly current: boolean;
  readonly head: string | undefined;
}

/**
 * What cannot be read is as the event says. So is a response that is older than the event: right after a push, GitHub may still return
 * the state before it. The histories of the commits cannot tell, since a force push goes anywhere.
 */
export async function pullNow(
  { number, commit }: Pick<PreviewInputs, 'number' | 'commit'>,
  { github: run, log }: Context,
  github: GitHub | undefined,
): Promise<PullNow> {
  const { action, pull_request: event } = run.payload;
  let open = action !== 'closed';
  let head: string | undefined;
  let newest = true;
  try {
    const pull = await github?.pull(number);
    const age = (pull?.updatedAt ?? Number.NaN) - Date.parse(event?.updated_at ?? '');
    if (age < 0) return { open, current: open, head: commit };
    open = pull?.open ?? open;
    head = pull?.head;
    if (head !== undefined && head !== commit) newest = !(age > 0) && (await github?.compare(head, commit)) === 'ahead';
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `Whether pull request ${number} is still open could not be read, so it is treated as ${open ? 'open' : 'closed'}. ${describeCloudError(error)}`,
    );
  }
  return { open, current: open && newest, head };
}
