/** Arguments of a program, one per line. */

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
