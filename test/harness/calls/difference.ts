/** The differences of two call logs, as readable text. Pure. */

/**
 * Lines with `-` (only before) and `+` (only after); for a changed body each changed value. Empty if the logs are equal. The order of
 * tags that were set one after the other does not count: the actions set them in parallel.
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
  for (const [sign, line] of edits(withSortedTags(before), withSortedTags(after))) {
    if (sign === '-') removed.push(line);
    else if (sign === '+') added.push(line);
    else flush();
  }
  flush();
  return report;
}

/** A call that sets a tag of an image. */
const SETS_TAG = /^registry PUT \S+\/manifests\/(?!sha256:)/;

function withSortedTags(lines: readonly string[]): string[] {
  const sorted: string[] = [];
  const tags: string[] = [];
  for (const line of lines) {
    if (SETS_TAG.test(line)) tags.push(line);
    else sorted.push(...tags.splice(0).sort(), line);
  }
  return [...sorted, ...tags.sort()];
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
