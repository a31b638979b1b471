/** Values of gcloud's flags (`gcloud topic escaping`, `gcloud topic datetimes`). Each throws an Error with a message for the user. */

/** `a,b`, or `^:^a:b` with a custom separator. An expression of the workflow (`${{ a || 'b,c' }}`) is never split. */
export function listValue(text: string): string[] {
  const custom = /^\^([^^]+)\^([\s\S]*)$/.exec(text);
  const [separator, rest] = custom ? [custom[1] as string, custom[2] as string] : [',', text];
  if (rest === '') return [];
  const items = [''];
  for (const [index, part] of rest.split(/(\$\{\{.*?\}\})/).entries()) {
    const [first = '', ...more] = index % 2 === 1 ? [part] : part.split(separator);
    items.push(`${items.pop()}${first}`, ...more);
  }
  return items;
}

/** `NAME=value,OTHER=value`. A value may have `=`. */
export function dictValue(text: string): Map<string, string> {
  return new Map(
    listValue(text).map((item) => {
      const at = item.indexOf('=');
      if (at < 1) throw new Error(`has "${item}". Expected NAME=VALUE, separated by commas.`);
      return [item.slice(0, at).trim(), item.slice(at + 1)];
    }),
  );
}

export function numberValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`is "${text}". Expected a whole number.`);
}

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** `300`, `5m`, `1h30m` → seconds. */
export function secondsValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const parts = [...text.matchAll(/(\d+)([smhd])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text)
    throw new Error(`is "${text}". Expected a duration, for instance 300, 5m or 1h30m.`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS], 0);
}
