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

/** What cannot be read is as the event says. */
export async function pullNow(
  { number, commit }: Pick<PreviewInputs, 'number' | 'commit'>,
  { github: run, log }: Context,
  github: GitHub | undefined,
): Promise<PullNow> {
  let open = run.payload.action !== 'closed';
  let head: string | undefined;
  let newest = true;
  try {
    const pull = await github?.pull(number);
    open = pull?.open ?? open;
    head = pull?.head;
    // Right after a push GitHub may still name the commit before it.
    if (head !== undefined && head !== commit) newest = (await github?.compare(head, commit)) === 'ahead';
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `Whether pull request ${number} is still open could not be read, so it is treated as ${open ? 'open' : 'closed'}. ${describeCloudError(error)}`,
    );
  }
  return { open, current: open && newest, head };
}
