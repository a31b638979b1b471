/** What is on hold or staged on a site, at the end of the summary: by the last read or write of its state. */
import { noteStanding } from '../../../src/freeze/standing.ts';
import { describeStaged } from '../../../src/records/sites.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { md, plain } from '../../../src/runtime/summary.ts';
import type { Layout } from '../store/object-names.ts';
import { describeHold, type State } from '../store/site-state.ts';

export function noteSite(
  { summary, clock }: Pick<Context, 'summary' | 'clock'>,
  { bucket, prefix }: Layout,
  { hold, staged }: State,
): void {
  const place = `site gs://${bucket}/${prefix}`;
  const standing = { place, hold: hold && `It stays at release ${describeHold(hold).replace(/\.?$/, '.')}` };
  noteStanding(summary, standing, clock);
  summary.closing(`staged ${place}`, staged && md`⏸️ On the ${plain(place)}: ${plain(describeStaged(staged))}`);
}
