/**
 * Writes single values of v2 as v1 has them. The table's own reader decides: of the forms in which v1 writes values, the one
 * is right that it reads back as the same value. So what is written cannot differ from what is read.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ManifestOrigin, Reader } from '../decode/table.ts';
import type { Node } from '../document.ts';

export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** The v1 form of a value; undefined if the key cannot say it. */
export function written(value: unknown, read: Reader, source: ManifestOrigin): Plain | undefined {
  return forms(value, read.words ?? []).find((form) => {
    try {
      return isDeepStrictEqual(read(toNode(form), { source }), value);
    } catch {
      return false;
    }
  });
}

/** Typed values before text, since fields of v1 are typed where annotations are text. */
function forms(value: unknown, words: readonly string[]): Plain[] {
  if (typeof value === 'boolean' || typeof value === 'number')
    return [value, String(value), ...(value === 0 ? ['disabled'] : []), ...words];
  if (typeof value === 'string') {
    const seconds = /^(\d+)s$/.exec(value)?.[1];
    const duration = seconds === undefined ? [] : [Number(seconds), String(Number(seconds) / 3600)];
    // A boolean of v1 can represent a word of v2.
    return [value, ...words, ...duration, true, false];
  }
  if (Array.isArray(value)) {
    const items = value.every((item) => typeof item === 'string') ? [value as string[], value.join(',')] : [];
    return [...items, JSON.stringify(value)];
  }
  return value === undefined || value === null ? [] : [JSON.stringify(value)];
}

const AT = { file: '' };

/** As `document.ts` reads it. */
function toNode(value: Plain): Node {
  if (typeof value === 'string') return { kind: 'scalar', type: 'text', value, at: AT };
  if (typeof value === 'boolean') return { kind: 'scalar', type: 'boolean', value, source: String(value), at: AT };
  if (typeof value === 'number') return { kind: 'scalar', type: 'integer', value, source: String(value), at: AT };
  return { kind: 'list', items: (value as readonly Plain[]).map(toNode), at: AT };
}
