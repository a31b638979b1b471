/** The grammar of inputs that are lists in YAML or JSON whose entries have inputs of their own, such as `services` and `sites`. */
import { parse, type ScalarTag, type Tags } from 'yaml';
import { describeYamlError } from '../manifest/yaml-error.ts';
import { InputError, type Problem } from '../runtime/errors.ts';
import { createInputReader, type InputReader, variable } from '../runtime/inputs.ts';
import { writeList, writeMap } from './lists.ts';

/** Description of a list. */
export interface EntryGrammar {
  /** Required keys of an entry, with an example, for messages: `bucket. Write for instance: …`. */
  readonly expected: string;
  /** Inputs that no entry has. */
  readonly wide: ReadonlySet<string>;
  /** What those inputs are for, for messages: `the whole release`. */
  readonly whole: string;
  /** The name of an entry, for messages; without one its number. */
  readonly labelOf: (given: RawEntry) => unknown;
}

export type RawEntry = Readonly<Record<string, unknown>>;

/** An entry of a list. */
export interface InputEntry {
  readonly label: string;
  /** Input by name, as the text that the input would have. */
  readonly values: ReadonlyMap<string, string>;
}

/** A number stays as it is written: `VERSION: 1.10` is not 1.1, and `ZIP: 01234` is not 1234. */
const asWritten = (tags: Tags): Tags =>
  tags.filter((tag) => !/:(?:int|float)$/.test(typeof tag === 'string' ? tag : (tag as ScalarTag).tag));

/** Parses the list. Throws an Error with a message for the user. */
export function parseEntries(text: string, { expected }: Pick<EntryGrammar, 'expected'>): RawEntry[] {
  let value: unknown;
  try {
    value = parse(text.replace(/^\uFEFF/, ''), { customTags: asWritten, merge: true });
  } catch (error) {
    throw new Error(describeYamlError(error));
  }
  if (!Array.isArray(value) || value.length === 0) throw new Error(`expected a list of entries with ${expected}`);
  return value.map((entry, i) => {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry))
      throw new Error(`entry ${i + 1}: expected an object with ${expected}`);
    return entry as RawEntry;
  });
}

/**
 * The inputs of one entry. A value is text, a number or a boolean; a list represents lines, a map for lines of `KEY=VALUE`.
 * Throws an Error with a message for the user.
 */
export function parseEntry(given: RawEntry, index: number, { wide, whole, labelOf }: EntryGrammar): InputEntry {
  const label = String(labelOf(given) ?? `entry ${index + 1}`);
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(given)) {
    if (wide.has(key)) throw new Error(`${label}: ${key} is for ${whole}. Set it as an input of the step.`);
    values.set(key, textOf(value, `${label}: ${key}`));
  }
  return { label, values };
}

function textOf(value: unknown, where: string): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return writeList(value.map((item) => textOf(item, where)));
  return writeMap(
    Object.entries(value as object).map(([key, item]) => {
      if (item !== null && typeof item === 'object') throw new Error(`${where}: the value of ${key} must be text.`);
      return [key, String(item ?? '')];
    }),
  );
}

interface EntryReading<T> {
  /** The input that holds the list, for messages. */
  readonly list: string;
  readonly entry: InputEntry;
  /** Variables of the step that the entry inherits. */
  readonly inherited: readonly (readonly [string, string | undefined])[];
  /** Inputs that only entries have: their problems are the entry's even where it does not give them. */
  readonly entryOnly: readonly string[];
  /** Inputs that hold such lists, and stand in the environment of the step. */
  readonly lists: readonly string[];
  readonly read: (reader: InputReader) => T;
}

/** Reads an entry like the inputs of a step. Problems of its own inputs name the entry. */
export function readEntry<T>(
  { list, entry: { label, values }, inherited, entryOnly, lists, read }: EntryReading<T>,
  problems: Problem[],
): T | undefined {
  const own = [...values].map(([name, value]) => [variable(name), value] as const);
  const reader = createInputReader(Object.fromEntries([...inherited, ...own]));
  for (const name of lists) reader.text(name);
  try {
    return read(reader);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { subject, message } of error.problems) {
      const name = subject.replace(/^Input /, '');
      const isOwn = values.has(name) || entryOnly.includes(name);
      problems.push({ subject: isOwn ? `Input ${list}, ${label}, ${name}` : subject, message });
    }
    return undefined;
  }
}
