/** Finds duplicates and cycles in the lists of a call. Pure. */
import { asLines, type Entry, type ListProblem, regionsOf } from '../lists.ts';

/** A service of two entries: only one of their configurations could serve. `region` is that of entries that name none. */
export function repeatedServices(deployed: readonly Entry[], region = ''): ListProblem[] {
  return repeated(deployed, (one, other) => isSameService(one, other, region)).map(([one, other]) => ({
    input: 'services',
    message: `${one.name} and ${other.name} are the same service, ${String(one.manifest ?? one.service)}. Remove one of them, or set another region for one of them.`,
  }));
}

function isSameService(one: Entry, other: Entry, usual: string): boolean {
  const place = ({ manifest, service, substitutions }: Entry) =>
    JSON.stringify([manifest, service, asLines(substitutions)]);
  if (place(one) !== place(other)) return false;
  const [regions, others] = [one, other].map((entry) => regionsOf(entry, usual || '-'));
  return regions?.some((region) => others?.includes(region)) ?? false;
}

/** Sites of two frontends in one place: the second would replace the first. */
export function repeatedSites(frontends: readonly Entry[]): ListProblem[] {
  const place = ({ bucket, prefix = '' }: Entry) => `gs://${bucket}/${String(prefix).replace(/^\/+|\/+$/g, '')}`;
  return repeated(frontends, (one, other) => place(one) === place(other)).map(([one, other]) => ({
    input: 'frontends',
    message: `${one.name} and ${other.name} are both published to ${place(one)}. Use a separate bucket or prefix for each.`,
  }));
}

/** Services that come after each other, or after themselves, in a circle. */
export function circularServices(deployed: readonly Entry[]): ListProblem[] {
  let rest = [...deployed];
  for (;;) {
    const names = rest.map(({ name }) => name);
    const waiting = rest.filter(({ after = [] }) => [after].flat().some((one) => names.includes(String(one))));
    if (waiting.length < rest.length) {
      rest = waiting;
      continue;
    }
    if (rest.length === 0) return [];
    const message = `${names.join(', ')} wait for each other. Remove an after.`;
    return [{ input: 'services', message }];
  }
}

/** Each entry that is the same as one before it, after the first of those. */
const repeated = (list: readonly Entry[], isSame: (one: Entry, other: Entry) => boolean): (readonly [Entry, Entry])[] =>
  list.flatMap((other, i) => {
    const one = list.slice(0, i).find((before) => isSame(before, other));
    return one ? [[one, other] as const] : [];
  });
