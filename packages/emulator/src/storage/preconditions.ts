/** Generation and metageneration preconditions. https://cloud.google.com/storage/docs/request-preconditions */
import { bad, NotModified, preconditionFailed } from './errors.ts';

/** The query parameters that `preconditions` reads. */
export const METAGENERATION = ['ifMetagenerationMatch', 'ifMetagenerationNotMatch'];
export const GENERATION = ['ifGenerationMatch', 'ifGenerationNotMatch', ...METAGENERATION];
export const SOURCE = GENERATION.map((name) => name.replace('if', 'ifSource'));

export interface Preconditions {
  readonly generationMatch?: string;
  readonly generationNotMatch?: string;
  readonly metagenerationMatch?: string;
  readonly metagenerationNotMatch?: string;
}

/** Reads `ifGenerationMatch` and its siblings, or `ifSourceGenerationMatch` with the infix `Source`. */
export function preconditions(query: URLSearchParams, infix: '' | 'Source' = ''): Preconditions {
  const number = (name: string): string | undefined => {
    const value = query.get(`if${infix}${name}`);
    if (value === null) return undefined;
    if (!/^\d{1,19}$/.test(value)) throw bad(`Invalid long value: '${value}'`, 'invalidParameter');
    return value.replace(/^0+(?=\d)/, '');
  };
  const read = {
    generationMatch: number('GenerationMatch'),
    generationNotMatch: number('GenerationNotMatch'),
    metagenerationMatch: number('MetagenerationMatch'),
    metagenerationNotMatch: number('MetagenerationNotMatch'),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Throws 412 (for reads 304 where a not-match fails). No live object has generation 0. */
export function check(
  wanted: Preconditions,
  object: { generation?: string; metageneration: number } | undefined,
  reading = false,
): void {
  const generation = object?.generation ?? '0';
  const metageneration = String(object?.metageneration ?? 0);
  const { generationMatch, generationNotMatch, metagenerationMatch, metagenerationNotMatch } = wanted;
  if (generationMatch !== undefined && generationMatch !== generation) throw preconditionFailed();
  if (metagenerationMatch !== undefined && metagenerationMatch !== metageneration) throw preconditionFailed();
  if (generationNotMatch === generation || metagenerationNotMatch === metageneration) {
    throw reading ? new NotModified() : preconditionFailed();
  }
}
