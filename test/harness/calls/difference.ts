/** The differences of two call logs, as readable text. Pure. */
import { isRead } from './normalize.ts';

/**
 * Lines with `-` (only before) and `+` (only after); for a changed body each changed value. Empty if the logs are equal. What the actions
 * write in parallel may differ in its order: tags that were set one after the other, files of a site, and the writes to two regions.
 */
export function difference(before: readonly string[], after: readonly string[]): string[] {
  const report: string[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    for (const line of removed) {
      const at = added.findIndex((other) => headOf(other) === headOf(line));
      if (at < 0) report.push(`- ${line}`);
      else report.push(...changed(line, added.splice(at, 1)[0] as string));
    }
    report.push(...added.map((line) => `+ ${line}`));
    removed = [];
    added = [];
  };
  for (const [sign, line] of edits(inOneOrder(before), inOneOrder(after))) {
    if (sign === '-') removed.push(line);
    else if (sign === '+') added.push(line);
    else flush();
  }
  flush();
  return report;
}

/** Writes that are made in parallel, and what they are sorted by. */
const PARALLEL: readonly RegExp[] = [
  // A call that sets a tag of an image.
  /^registry PUT \S+\/manifests\/(?!sha256:).*/,
  // Files and their headers, and the manifest beside them; not the state of a site, and not the copies that go live.
  /^storage (?:POST|PATCH) (?:\/upload[^?]*\?uploadType=\w+&name=(?![^&]*\bstate\.json)[^&]*|(?!\/upload)(?![^?]*\/files\/[^/]+\/rewriteTo\/)[^?]*)/,
  // The writes to one region keep their order.
  /^run \S+ \S+\/locations\/[\w-]+(?=[/?:])/,
];

/** The lines in an order that is equal in two runs, with the values numbered in it. */
const inOneOrder = (lines: readonly string[]): string[] =>
  renumbered(PARALLEL.reduce<readonly string[]>(withSortedBlocks, lines));

function withSortedBlocks(lines: readonly string[], parallel: RegExp): string[] {
  const sorted: string[] = [];
  const block: (readonly [key: string, line: string])[] = [];
  const flush = () => {
    block.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    sorted.push(...block.splice(0).map(([, line]) => line));
  };
  for (const line of lines) {
    const key = parallel
      .exec(line)?.[0]
      .replace(/^(run|storage) \S+ /, '')
      .replace(/-\d+>/g, '>');
    if (key !== undefined) block.push([key, line]);
    else {
      flush();
      sorted.push(line);
    }
  }
  flush();
  return sorted;
}

/** Numbers by first appearance in writes, as `normalize` gives them. A commit is named by its digit, not numbered. */
function renumbered(lines: readonly string[]): string[] {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const NUMBERED = /<(?!commit-)([a-z]+)-\d+>/g;
  for (const [mark, name = ''] of lines
    .filter((line) => !isRead(line))
    .flatMap((line) => [...line.matchAll(NUMBERED)])) {
    if (names.has(mark)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    names.set(mark, `<${name}-${counts.get(name)}>`);
  }
  return lines.map((line) => line.replace(NUMBERED, (mark) => names.get(mark) ?? mark));
}

/** API, method and path of a call; for an upload also the name of the object. */
function headOf(line: string): string {
  const path = /^ *\S+ \S+ [^?]*?(?=\?| →|$)/.exec(line)?.[0] ?? line;
  return path + (/[?&]name=[^& ]*/.exec(line)?.[0] ?? '');
}

/** A call in both logs with different values. */
function changed(before: string, after: string): string[] {
  const [oldCall, oldBody] = split(before);
  const [newCall, newBody] = split(after);
  const report = oldCall === newCall ? [`~ ${newCall}`] : [`- ${oldCall}`, `+ ${newCall}`];
  const [old, now] = [leaves(oldBody), leaves(newBody)];
  for (const path of new Set([...old.keys(), ...now.keys()])) {
    if (old.get(path) === now.get(path)) continue;
    report.push(`    ${path}: ${clip(old.get(path) ?? 'absent')} → ${clip(now.get(path) ?? 'absent')}`);
  }
  return report;
}

const clip = (text: string): string =>
  text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text;

function split(line: string): [string, string] {
  const [, call = line, body = ''] = /^(.*? → \S+)(?: (.*))?$/.exec(line) ?? [];
  return [call, body];
}

/** Values of a body by path; strings that hold JSON are parsed, too. A body that is not JSON is one value. */
function leaves(body: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    const inner = typeof value === 'string' && /^[[{]/.test(value) ? parsed(value) : undefined;
    const whole = inner ?? value;
    if (typeof whole !== 'object' || whole === null || Object.keys(whole).length === 0) {
      found.set(path || 'body', JSON.stringify(whole));
      return;
    }
    for (const [key, each] of Object.entries(whole)) {
      walk(each, Array.isArray(whole) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
    }
  };
  if (body === '') return found;
  const value = parsed(body);
  if (value === undefined) found.set('body', body);
  else walk(value, '');
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The shortest edit from one list to the other (longest common subsequence). */
function edits(before: readonly string[], after: readonly string[]): ['-' | '+' | ' ', string][] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  const [a, b] = [before.slice(start), after.slice(start)];
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      (common[i] as Uint32Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const list: ['-' | '+' | ' ', string][] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      list.push([' ', a[i] as string]);
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) list.push(['-', a[i++] as string]);
    else list.push(['+', b[j++] as string]);
  }
  return list;
}
