/**
 * Inserts all mutants into one copy of the sources: each site checks which mutants are active. So they are built once, and
 * each run activates one, or a pair.
 */
import { dirname, join, relative } from 'node:path';
import { isConstant, type Site } from './sites.ts';

/** Name of the module with the active mutants, in the root of the copy. */
export const SWITCH = 'active-mutants.ts';

/** The module: `FOLDER/active` holds the numbers of the active mutants, and a run writes the reached ones to `FOLDER/reached`. */
export const switchModule = (folder: string): string => `import { appendFileSync, readFileSync } from 'node:fs';
const [active = '', record = ''] = readFileSync(${JSON.stringify(join(folder, 'active'))}, 'utf8').split('|');
const state = ((globalThis as any).mutants ??= {
  active: new Set(active.split(' ').filter(Boolean).map(Number)),
  reached: new Set<number>(),
  different: new Set<number>(),
  record,
});
export function isMutated(number: number): boolean {
  if (!state.reached.has(number)) {
    state.reached.add(number);
    if (state.record) appendFileSync(${JSON.stringify(join(folder, 'reached'))}, number + '\\n');
  }
  return state.active.has(number);
}
/** Records that the code returns another value than the mutant would. */
export function noteMutant<T>(number: number, mutated: unknown, value: T): T {
  if (value !== mutated) state.different.add(number);
  return value;
}
`;

/** The text of a file with its mutants. `numbers` are those of `sites`, which are all of this file. */
export function withMutants(file: string, text: string, sites: readonly Site[], numbers: readonly number[]): string {
  const order = sites
    .map((site, i) => ({ site, number: numbers[i] as number }))
    // An outer site precedes those within it.
    .sort((a, b) => a.site.start - b.site.start || b.site.end - a.site.end);
  const up = relative(dirname(file), '.') || '.';
  return `import { isMutated, noteMutant } from '${up.startsWith('.') ? up : `./${up}`}/${SWITCH}'; ${part(text, 0, text.length, order)}`;
}

interface Numbered {
  readonly site: Site;
  readonly number: number;
}

/** The text from `from` to `to`; `inside` are the sites there, in order. */
function part(text: string, from: number, to: number, inside: readonly Numbered[]): string {
  let at = from;
  let out = '';
  for (let i = 0; i < inside.length; ) {
    const { site, number } = inside[i] as Numbered;
    let next = i + 1;
    while (next < inside.length && (inside[next] as Numbered).site.start < site.end) next++;
    const original = part(text, site.start, site.end, inside.slice(i + 1, next));
    out += text.slice(at, site.start) + choice(site, number, original);
    at = site.end;
    i = next;
  }
  return out + text.slice(at, to);
}

function choice({ change }: Site, number: number, original: string): string {
  if ('leaveOut' in change) return `if (!isMutated(${number})) ${original}`;
  if ('replace' in change) {
    const kept = isConstant(change.replace) ? `noteMutant(${number}, ${change.replace}, ${original})` : `(${original})`;
    return `(isMutated(${number}) ? (${change.replace}) : ${kept})`;
  }
  // A parameter without effect: https://cloud.google.com/storage/docs/json_api/v1/parameters#quotauser
  const name = `isMutated(${number}) ? 'quotaUser' : '${original}'`;
  return change.rename === 'key' ? `[${name}]` : `\${${name}}`;
}
