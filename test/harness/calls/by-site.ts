/** Splits the recording of concurrent tests with separate sites into one recording per site. Pure. */
import type { RecordedEvent, Recording } from './recorder.ts';

/** Calls that name no site, such as those to GitHub, are left out. */
export function bySite({ events, ...shared }: Recording): Recording[] {
  const sites = new Set(events.flatMap((event) => (event.kind === 'step' ? (event.step.site ?? []) : [])));
  return [...sites].map((site) => ({ ...shared, events: events.filter((event) => isOf(site, event)) }));
}

function isOf(site: string, event: RecordedEvent): boolean {
  if (event.kind === 'step') return event.step.site === site;
  if (event.kind === 'reset') return event.site === undefined || event.site === site;
  return decodeURIComponent(event.call.target)
    .split(/[/?&=]/)
    .includes(site);
}
