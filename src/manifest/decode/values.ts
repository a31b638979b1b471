/**
 * Readers of single values. A field of v1 is typed (`timeoutSeconds: 300`), an annotation is always text
 * (`autoscaling.knative.dev/minScale: "1"`), and gcloud's decoder refuses one in place of the other; so do these.
 */
import { parse as parseYaml } from 'yaml';
import type { Node } from '../document.ts';
import { Invalid, type Reader } from './table.ts';

/** What a value is, in words: `the number 5`. */
export function describe(node: Node): string {
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  switch (node.type) {
    case 'null':
      return 'empty';
    case 'text':
      return `"${shorten(node.value)}"`;
    case 'integer':
      return `the number ${shorten(node.source)}`;
    case 'boolean':
      return `the boolean ${node.source}`;
    case 'other':
      return `${shorten(node.source)}, which YAML 1.1 does not read as text`;
  }
}

/** A value may be a secret in the wrong place: enough of it to be found, no more. */
const shorten = (value: string) => (value.length > 24 ? `${value.slice(0, 24)}…` : value);

export const text = (node: Node): string => {
  if (node.kind === 'scalar' && node.type === 'text') return node.value;
  const quoted = node.kind === 'scalar' && 'source' in node ? ` Write "${shorten(node.source)}" in quotes.` : '';
  throw new Invalid(`is ${describe(node)}. Expected text.${quoted}`);
};

export const nonEmpty = (node: Node): string => {
  const value = text(node);
  if (value.trim() === '') throw new Invalid('is empty. Expected text.');
  return value;
};

/** Text that matches; `expected` completes `Expected …`. */
export const matching =
  (pattern: RegExp, expected: string): Reader =>
  (node) => {
    const value = text(node);
    if (!pattern.test(value)) throw new Invalid(`is ${describe(node)}. Expected ${expected}.`);
    return value;
  };

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

const INT32: Required<Range> = { min: -(2 ** 31), max: 2 ** 31 - 1 };

function inRange(value: number, { min, max }: Range, node: Node): number {
  const low = min ?? INT32.min;
  const high = max ?? INT32.max;
  if (value < low || value > high) throw new Invalid(`is ${describe(node)}. Expected ${rangeWords({ min, max })}.`);
  return value;
}

function rangeWords({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (min !== undefined && max !== undefined) return `a whole number from ${min} to ${max}`;
  if (min !== undefined) return `a whole number of at least ${min}`;
  return `a whole number of at most ${max ?? INT32.max}`;
}

/** An integer field. Text with an integer in it passes too, as it does in gcloud. */
export const integer =
  (range: Range = {}) =>
  (node: Node): number => {
    if (node.kind === 'scalar' && node.type === 'integer') return inRange(node.value, range, node);
    if (node.kind === 'scalar' && node.type === 'text' && /^\s*[-+]?\d+\s*$/.test(node.value))
      return inRange(Number(node.value), range, node);
    throw new Invalid(`is ${describe(node)}. Expected a whole number.`);
  };

export const boolean = (node: Node): boolean => {
  if (node.kind === 'scalar' && node.type === 'boolean') return node.value;
  throw new Invalid(`is ${describe(node)}. Expected true or false, without quotes.`);
};

/** An integer written as text, as annotations are. */
export const textInteger =
  (range: Range = {}) =>
  (node: Node): number => {
    const value = text(node);
    if (!/^-?\d+$/.test(value)) throw new Invalid(`is ${describe(node)}. Expected a whole number in quotes.`);
    return inRange(Number(value), range, node);
  };

/** `true` or `false` as text, in any case: gcloud writes `True` in some annotations and `true` in others. */
export const textBoolean = (node: Node): boolean => {
  const value = text(node).toLowerCase();
  if (value !== 'true' && value !== 'false') throw new Invalid(`is ${describe(node)}. Expected "true" or "false".`);
  return value === 'true';
};

/** One of the words, each with what v2 calls it. */
export const oneOf = <T>(words: Readonly<Record<string, T>>) =>
  Object.assign(
    (node: Node): T => {
      const value = text(node);
      if (!Object.hasOwn(words, value))
        throw new Invalid(
          `is ${describe(node)}. Expected one of: ${Object.keys(words)
            .map((word) => word || '""')
            .join(', ')}.`,
        );
      return words[value] as T;
    },
    { words: Object.keys(words) },
  );

/** Seconds as a number → `"300s"`. */
export const seconds =
  (range: Range) =>
  (node: Node): string =>
    `${integer(range)(node)}s`;

/** Hours as text → `"3600s"`. */
export const textHours = (node: Node): string => `${textInteger({ min: 1 })(node) * 3600}s`;

/** A list of texts. One text may stand without its dash, as gcloud allows. */
export const texts = (node: Node): string[] => (node.kind === 'list' ? node.items.map(text) : [text(node)]);

/** `a,b` → `['a', 'b']`. */
export const commaList = (node: Node): string[] => {
  const items = nonEmpty(node)
    .split(',')
    .map((item) => item.trim());
  if (items.includes(''))
    throw new Invalid(`is ${describe(node)}. Expected a comma-separated list without empty items.`);
  return items;
};

/**
 * A structure inside text, checked by `check`; `expected` is an example. It is YAML, of which JSON is a part: Google's samples
 * write `"{nginx: [hello]}"` (https://cloud.google.com/run/docs/deploying#sidecars), and the space after the colon may be missing.
 */
export const structured =
  <T>(check: (value: unknown) => value is T, expected: string) =>
  (node: Node): T => {
    const written = text(node);
    let value: unknown;
    try {
      value = withColons(parseYaml(written, { schema: 'core', logLevel: 'error' }));
    } catch {
      // Not YAML: refused below, with an example.
    }
    if (check(value)) return value;
    throw new Invalid(`is ${describe(node)}. Expected JSON or YAML such as ${expected}.`);
  };

/** `{network:default}` is a key without a value to YAML; nothing here has such keys, so it can only mean a key and its value. */
function withColons(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withColons);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const [, name, text] = (inner === null && /^([^:]+):(.+)$/.exec(key)) || [];
      return name !== undefined && text !== undefined ? [name, text] : [key, withColons(inner)];
    }),
  );
}

export const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isTextRecord = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((item) => typeof item === 'string');

export const anything: Reader = () => undefined;

/** A mapping of texts, which are not looked at. */
export const textMap: Reader = (node) => {
  if (node.kind !== 'map') throw new Invalid(`is ${describe(node)}. Expected keys and values below it.`);
  for (const { value } of node.entries.values()) if (!(value.kind === 'scalar' && value.type === 'null')) text(value);
};

/** Nothing but this value, which is what Cloud Run does anyway. */
export const only =
  (value: string | number | boolean, why: string): Reader =>
  (node) => {
    const given = typeof value === 'number' ? integer()(node) : typeof value === 'boolean' ? boolean(node) : text(node);
    if (given !== value) throw new Invalid(`is ${describe(node)}. ${why}`);
  };
