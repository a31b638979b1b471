/** Lists as gcloud takes them, separated by commas, in inputs that have one item per line. */

/**
 * A hint for a list that is separated by commas, as `gcloud run jobs … --args=migrate,up` takes it; undefined for anything else.
 * A single argument can contain commas, such as `--fields=id,name`.
 */
export function commaHint(input: string, given: readonly string[]): string | undefined {
  const [only = ''] = given;
  const parts = only.split(',');
  if (given.length !== 1 || parts.length < 2 || parts.some((part) => part === '' || /\s/.test(part))) return undefined;
  const [first = '', ...rest] = parts;
  const flags = rest.some((part) => part.startsWith('-'));
  const words = parts.every((part) => /^[\w./:@-]+$/.test(part)) && !first.startsWith('-');
  if (!flags && !words) return undefined;
  return `Input ${input}: "${only}" is one argument with commas. gcloud separates arguments by commas, this input by lines. Write one argument per line: ${parts.join(' ⏎ ')}`;
}

/** The same for a command line in one item: `python manage.py migrate`. A text for a shell comes after `-c`, as a second item. */
export function blankHint(input: string, given: readonly string[]): string | undefined {
  const [only = ''] = given;
  const words = only.split(/\s+/);
  if (given.length !== 1 || words.length < 2 || !words.every((word) => /^[\w./:=@+-]+$/.test(word))) return undefined;
  return `Input ${input}: "${only}" is one argument with spaces, and no shell splits it. Write one per line: ${words.join(' ⏎ ')}`;
}

/**
 * The same for `NAME=VALUE` lines: `A=1,B=2`, as `--set-env-vars` and the input `env_vars` of deploy-cloudrun take it. A value
 * can be such a list itself, such as `OTEL_RESOURCE_ATTRIBUTES=service.name=web,team=shop`.
 */
export function commaMapHints(input: string, given: ReadonlyMap<string, string>): string[] {
  return [...given].flatMap(([name, value]) => {
    const [first = '', ...others] = value.split(',');
    const names = others.map((part) => /^\s*([A-Za-z_]\w*)=/.exec(part)?.[1]);
    if (others.length === 0 || first.includes('=') || names.includes(undefined)) return [];
    return `Input ${input}: the value of ${name} contains ${names.join('= and ')}=. gcloud separates by commas, this input by lines. Write one NAME=VALUE per line, or the value in quotes if it is one.`;
  });
}
