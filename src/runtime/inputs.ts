/**
 * Reads the inputs of an action from the runner's `INPUT_*` variables, and collects everything that is wrong with them,
 * so that a user sees all of it at once and before anything was changed. Each action's `inputs.ts` is written with this.
 *
 * The runner neither enforces `required` nor refuses unknown inputs, and an absent input is `''`
 * (https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs); here absent is `undefined`.
 */
import { closest } from 'fastest-levenshtein';
import { parseDuration } from '../inputs/duration.ts';
import { LineError, parseList, parseMap, shortened } from '../inputs/lists.ts';
import { findSecret } from '../policy/secrets/looks-like-secret.ts';
import { InputError, type Problem } from './errors.ts';

export interface InputReader {
  /** The text, trimmed; `fallback` (spelled as in action.yml) if it is absent. */
  text(name: string, fallback: string): string;
  text(name: string): string | undefined;
  /** The text; a problem if it is absent. */
  required(name: string): string;
  boolean(name: string, fallback: 'true' | 'false'): boolean;
  integer(name: string, fallback: string, range: Range): number;
  integer(name: string, fallback: undefined, range: Range): number | undefined;
  /** Milliseconds. */
  duration(name: string, fallback: string): number;
  duration(name: string): number | undefined;
  oneOf<const T extends string>(name: string, values: readonly T[], fallback: T): T;
  oneOf<const T extends string>(name: string, values: readonly T[]): T | undefined;
  list(name: string, fallback?: string): readonly string[];
  map(name: string, fallback?: string): ReadonlyMap<string, string>;
  /** Reads the text through a parser that throws an Error with a message for the user; `undefined` if it is absent. */
  parse<T>(name: string, parser: (text: string) => T, fallback: string): T;
  parse<T>(name: string, parser: (text: string) => T): T | undefined;
  /** Like `parse`, for each line of a list. */
  parseList<T>(name: string, parser: (text: string) => T, fallback?: string): readonly T[];
  /** True if the user gave the input (text that is not blank). */
  given(name: string): boolean;
  /** True if the user gave something else than the default, which the runner fills in. Read the input first. */
  changed(name: string): boolean;
  /** Records a problem of an input, or of several that do not go together. */
  problem(name: string, message: string): void;
  /** Throws `InputError` with all problems, unknown inputs included. Call it once, before the values are used. */
  done(): void;
  /** The inputs that were read, with the fallback of each: for the test that compares them with action.yml. */
  readonly reads: ReadonlyMap<string, string | undefined>;
}

/** In the spellings of YAML (https://yaml.org/spec/1.2.2/#10212-boolean); undefined for other text. */
export function parseBoolean(text: string): boolean | undefined {
  const value = text.trim();
  return /^(?:true|True|TRUE|false|False|FALSE)$/.test(value) ? value.toLowerCase() === 'true' : undefined;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** A reader over the environment of the step. Placeholders returned for bad inputs are never used: `done()` throws first. */
export function createInputReader(env: Readonly<Record<string, string | undefined>>): InputReader {
  const reads = new Map<string, string | undefined>();
  const problems: Problem[] = [];

  const problem = (name: string, message: string) => {
    problems.push({ subject: `Input ${name}`, message: withoutSecrets(message, env[variable(name)] ?? '') });
  };
  const raw = (name: string, fallback?: string): string | undefined => {
    reads.set(name, fallback);
    const value = env[variable(name)];
    return value === undefined || value.trim() === '' ? fallback : value;
  };
  /** Reports what the work throws, in place of a value. */
  const attempt = <T>(name: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      const at = error instanceof LineError ? `line ${error.line}: ` : '';
      problem(name, `${at}${(error as Error).message}`);
      return undefined;
    }
  };
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of InputReader give each caller its own type
  const parse = (name: string, parser: (text: string) => any, fallback?: string): any => {
    const value = raw(name, fallback);
    return value === undefined ? undefined : attempt(name, () => parser(value));
  };
  const integer = (name: string, fallback: string | undefined, { min, max }: Range) =>
    parse(
      name,
      (text) => {
        const value = Number(text.trim());
        if (/^-?\d+$/.test(text.trim()) && value >= min && value <= max) return value;
        throw new Error(`"${text}" is not a whole number from ${min} to ${max}.`);
      },
      fallback,
    );

  return {
    reads,
    problem,
    parse,
    text: ((name: string, fallback?: string) => raw(name, fallback)?.trim()) as InputReader['text'],
    required(name) {
      const value = raw(name);
      if (value === undefined) problem(name, 'is missing. It is required.');
      return value?.trim() ?? '';
    },
    boolean: (name, fallback) =>
      parse(
        name,
        (text) => {
          const value = parseBoolean(text);
          if (value !== undefined) return value;
          throw new Error(`"${text}" is not a boolean. Write true or false.`);
        },
        fallback,
      ),
    integer: integer as InputReader['integer'],
    duration: ((name: string, fallback?: string) => parse(name, parseDuration, fallback)) as InputReader['duration'],
    oneOf: (<T extends string>(name: string, values: readonly T[], fallback?: T) =>
      parse(
        name,
        (text) => {
          const value = values.find((candidate) => candidate === text.trim());
          if (value !== undefined) return value;
          throw new Error(`"${text}" is not known. Write one of: ${values.join(', ')}.`);
        },
        fallback,
      )) as InputReader['oneOf'],
    list: (name, fallback) => parse(name, parseList, fallback) ?? [],
    map: (name, fallback) => parse(name, parseMap, fallback) ?? new Map(),
    // Each item by itself, so that all that is wrong with the list is reported.
    parseList: <T>(name: string, parser: (text: string) => T, fallback?: string): readonly T[] =>
      ((parse(name, parseList, fallback) ?? []) as string[]).flatMap(
        (item) => attempt(name, () => [parser(item)]) ?? [],
      ),
    given(name) {
      return (env[variable(name)] ?? '').trim() !== '';
    },
    changed(name) {
      const value = (env[variable(name)] ?? '').trim();
      return value !== '' && value !== reads.get(name);
    },
    done() {
      const known = new Set([...reads.keys()].map(variable));
      for (const key of Object.keys(env)) {
        if (!key.startsWith('INPUT_') || known.has(key)) continue;
        const name = key.slice('INPUT_'.length).toLowerCase();
        problem(name, `is not an input of this action. Did you mean ${closest(name, [...reads.keys()])}?`);
      }
      if (problems.length > 0) throw new InputError(problems);
    },
  };
}

/** The message without what looks like a secret in the value of its input, such as a key in the input service-account. */
function withoutSecrets(message: string, value: string): string {
  const pieces = [value, ...value.split('\n')].map((piece) => piece.trim());
  return pieces
    .filter((piece) => piece !== '' && findSecret('', piece) !== undefined)
    .flatMap((piece) => [piece, shortened(piece), JSON.stringify(piece).slice(1, -1)])
    .reduce((text, piece) => text.replaceAll(piece, '(hidden)'), message);
}

/** The variable in which the runner hands an input over: upper case, spaces as underscores, hyphens kept. */
export function variable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
