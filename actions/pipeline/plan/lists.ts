/** Reads and checks the lists of the workflows. Pure. */
import { closest } from 'fastest-levenshtein';
import { writeList, writeMap } from '../../../src/inputs/lists.ts';

/** An entry of a list, as its JSON object. */
export type Entry = Readonly<Record<string, unknown>>;

/** A problem of an input of the workflow. */
export interface ListProblem {
  readonly input: string;
  readonly message: string;
}

/** A list or object with its problems. It is empty if it cannot be read, so that other inputs are still checked. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly ListProblem[];
}

/** Number of outputs, `s0` to `s255`, in which jobs of a matrix pass their results. GitHub allows no more jobs in a matrix. */
export const SLOTS = 256;

const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is `null` is not given, as for the expressions of the workflow. */
const withoutNull = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));

/** A JSON list of objects. `known`: the keys of an entry; `needed`: those that each must have, besides `name`. */
export function readList(
  input: string,
  text: string,
  known: readonly string[],
  needed: readonly string[] = [],
): Read<readonly Entry[]> {
  const { value: list, fault } = parseJson(text);
  if (!Array.isArray(list) || !list.every(isObject))
    return {
      value: [],
      problems: [{ input, message: `is not a JSON list of objects, such as [{"name": "web"}].${fault}` }],
    };
  const value = list.map(withoutNull);
  const problems = value.flatMap((entry) => entryProblems(input, entry, known, needed));
  return { value, problems: [...lossProblems(input, text), ...problems] };
}

/** A JSON object, or `undefined` if the text is empty. */
export function readObject(
  input: string,
  text: string,
  known: readonly string[],
  example: string,
): Read<Entry | undefined> {
  if (text.trim() === '') return { value: undefined, problems: [] };
  const { value, fault } = parseJson(text);
  if (!isObject(value))
    return { value: undefined, problems: [{ input, message: `is not a JSON object, such as ${example}.${fault}` }] };
  const problems = unknownKeys(value, known).map((message) => ({ input, message }));
  return { value: withoutNull(value), problems: [...lossProblems(input, text), ...problems] };
}

/** Problems of lists that are blank and not empty, such as a block with a variable that is not set: GitHub's `fromJSON` refuses them. */
export const blankLists = (inputs: Entry): ListProblem[] =>
  ['checks', 'services', 'jobs', 'frontends', 'platforms'].flatMap((input) => {
    const text = textOrEmpty(inputs[input]);
    if (text === '' || hasContent(text)) return [];
    const message = `is blank. Pass a list, or nothing: a variable that may be empty is written without a block, such as ${input}: \${{ vars.LIST }}.`;
    return [{ input, message }];
  });

/** A problem for each name that stands twice: jobs look their entry up by its name. */
export function repeatedNames(what: string, lists: Readonly<Record<string, readonly Entry[]>>): ListProblem[] {
  const seen = new Set<unknown>();
  return Object.entries(lists).flatMap(([input, entries]) =>
    entries.flatMap(({ name }) => {
      if (typeof name !== 'string' || !seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [{ input, message: `two ${what} have the name ${name}. Names must be unique.` }];
    }),
  );
}

/** A problem for a list that has more entries than a job has slots. */
export function tooMany(input: string, what: string, entries: readonly Entry[]): ListProblem[] {
  if (entries.length <= SLOTS) return [];
  return [
    {
      input,
      message: `has ${entries.length} ${what}, and one call takes at most ${SLOTS}, GitHub's limit of jobs in a matrix. Split the list into two calls.`,
    },
  ];
}

/** An entry as the actions take it: a list becomes lines, an object lines of `KEY=VALUE`; other values stay. */
export function asInputs(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, asLines(value)]));
}

/** A list as lines, an object as lines of `KEY=VALUE`. */
export function asLines(value: unknown): unknown {
  if (Array.isArray(value)) return writeList(value.map(asText));
  if (!isObject(value)) return value;
  return writeMap(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

/** The value as text; empty for none. */
export const textOrEmpty = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const hasContent = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A command for a shell, from text or a list of lines; undefined for anything else, and for nothing. */
export function commandOf(value: unknown): string | undefined {
  const lines = [value].flat();
  if (!lines.every((line) => typeof line === 'string')) return undefined;
  const text = lines.join('\n');
  return hasContent(text) ? text : undefined;
}

/** Regions that an entry or the workflow names: text or a list. */
export function regionsOf(entry: Entry, region: string): string[] {
  return String(asLines(entry.region ?? region))
    .split(/\s+/)
    .filter((one) => one !== '');
}

function entryProblems(
  input: string,
  entry: Entry,
  known: readonly string[],
  needed: readonly string[],
): ListProblem[] {
  const who = typeof entry.name === 'string' ? entry.name : 'an entry';
  const messages = [
    ...(isName(entry.name) ? [] : ['needs a name of letters, digits, blanks, ".", "_" and "-".']),
    ...unknownKeys(entry, known),
    ...needed.filter((key) => !(key in entry)).map((key) => `needs ${key}.`),
  ];
  return messages.map((message) => ({ input, message: `${who} ${message}` }));
}

export const isName = (name: unknown): boolean =>
  typeof name === 'string' && /^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(name);

function unknownKeys(entry: Entry, known: readonly string[]): string[] {
  return Object.keys(entry)
    .filter((key) => !known.includes(key))
    .map((key) => `has no key ${key}. Did you mean ${closest(key, [...known])}? Known keys: ${known.join(', ')}.`);
}

/** The value; where the text is no JSON, a sentence that says why and where. */
function parseJson(text: string): { value: unknown; fault: string } {
  try {
    return { value: JSON.parse(text), fault: '' };
  } catch (error) {
    return { value: undefined, fault: ` ${faultOf((error as Error).message)}.` };
  }
}

/**
 * What is lost silently when valid JSON is parsed: the first value of a key that stands twice in one object, and digits of a number in
 * an object or list of an entry, such as the zero of `"env": {"VERSION": 1.10}`.
 */
function lossProblems(input: string, text: string): ListProblem[] {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\]:]|-?\d[\d.eE+-]*/g) ?? [];
  const open: (Set<unknown> | undefined)[] = [];
  const messages = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (tokens[i + 1] === ':') {
      const keys = open.at(-1);
      const key: unknown = JSON.parse(token);
      if (keys?.has(key)) messages.add(`has the key ${token} twice in one object. Set each key once.`);
      keys?.add(key);
    } else if (/^[-\d]/.test(token) && open.length - 1 > open.findIndex(Boolean)) {
      const value = String(JSON.parse(token));
      if (value !== token)
        messages.add(`has the number ${token}, which would become ${value}. Write "${token}", in quotes.`);
    }
  }
  return [...messages].map((message) => ({ input, message }));
}

/** V8 names the place by line and column, or by the text around it. */
function faultOf(message: string): string {
  const [, what, line, column] = /^(.*?)(?: in JSON)? at position \d+ \(line (\d+) column (\d+)\)/s.exec(message) ?? [];
  if (what !== undefined) return `Line ${line}, column ${column}: ${what}`;
  const [, token, around] =
    /^(Unexpected token .*?), (?:\.\.\.)?"(.*)"(?:\.\.\. ?)? is not valid JSON$/s.exec(message) ?? [];
  return token === undefined ? 'It ends too early' : `${token} near ${around}`;
}

export const pick = (entry: Entry, keys: readonly string[]): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => keys.includes(key)));
