/** Call logs as files: one per test file, with a section per test. Pure except for reading and writing folders. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonical } from './body.ts';
import { isRead } from './normalize.ts';

/** Lines by full test name. */
export type Logs = ReadonlyMap<string, readonly string[]>;

const HEAD = '## ';
const EXTENSION = '.calls';
/** First line of the log of a failed test, whose calls are not compared. */
export const FAILED = '! the test failed';

/** The writes of a test, without steps that wrote nothing. */
export function writesOf(lines: readonly string[]): string[] {
  const writes = lines.filter((line) => !isRead(line));
  return writes.filter((line, i) => !isStep(line) || (writes[i + 1] !== undefined && !isStep(writes[i + 1] as string)));
}

const isStep = (line: string): boolean => line.startsWith('= ');

export function format(logs: Logs): string {
  return [...logs].map(([test, lines]) => `${[HEAD + test, ...lines].join('\n')}\n`).join('\n');
}

export function parse(text: string): Logs {
  const logs = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith(HEAD)) {
      lines = [];
      logs.set(line.slice(HEAD.length), lines);
    } else if (line !== '') lines.push(line);
  }
  return logs;
}

/**
 * The same with each long value stored once: `"@HASH"` refers to it in the section `values`. An object that differs little
 * from an earlier one refers to that one as `"@"` and lists the differences: most writes send a whole document and change little.
 */
export function pack(logs: Logs): string {
  const values = new Map<string, string>();
  /** The last object with these keys, as its reference and its members. */
  const last = new Map<string, readonly [reference: string, members: Readonly<Record<string, unknown>>]>();
  const share = (value: unknown, text = JSON.stringify(value)): unknown => {
    if (text.length < LONG) return value;
    const reference = `@${createHash('sha256').update(text).digest('hex').slice(0, 10)}`;
    if (values.has(reference)) return reference;
    values.set(reference, text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return reference;
    const members = value as Record<string, unknown>;
    const keys = Object.keys(members).join();
    const [base, known] = last.get(keys) ?? ['', {}];
    const changes = Object.entries(members).filter(
      ([key, member]) => JSON.stringify(member) !== JSON.stringify(known[key]),
    );
    const short = JSON.stringify({ '@': base, ...Object.fromEntries(changes) });
    if (base !== '' && short.length < text.length) values.set(reference, short);
    last.set(keys, [reference, members]);
    return reference;
  };
  const short = (value: unknown): unknown => {
    if (Array.isArray(value)) return share(value.map(short));
    if (typeof value !== 'object' || value === null) return share(value);
    return share(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, short(member)])));
  };
  const packed = [...logs].map(([test, lines]) => [test, lines.map((line) => withBody(line, short))] as const);
  const section = [...values].map(([reference, text]) => `${reference} ${text}`);
  return format(new Map([...packed, ...(section.length > 0 ? [[VALUES, section] as const] : [])]));
}

export function unpack(text: string): Logs {
  const packed = new Map(parse(text));
  const values = new Map((packed.get(VALUES) ?? []).map((line) => [line.slice(0, 11), line.slice(12)]));
  packed.delete(VALUES);
  const long = (value: unknown): unknown => {
    if (typeof value === 'string') return values.has(value) ? long(JSON.parse(values.get(value) as string)) : value;
    if (Array.isArray(value)) return value.map(long);
    if (typeof value !== 'object' || value === null) return value;
    const { '@': base, ...members } = value as Record<string, unknown>;
    const own = Object.fromEntries(Object.entries(members).map(([key, member]) => [key, long(member)]));
    return base === undefined ? own : { ...(long(base) as object), ...own };
  };
  return new Map([...packed].map(([test, lines]) => [test, lines.map((line) => withBody(line, long))]));
}

const LONG = 80;
const VALUES = 'values';

/** A line with its JSON body changed. */
function withBody(line: string, change: (value: unknown) => unknown): string {
  const [, call, body] = /^(.*? → \S+ )([[{"].*)$/.exec(line) ?? [];
  return call === undefined || body === undefined ? line : call + canonical(change(JSON.parse(body)));
}

/** Numbers equal names: those of table tests are truncated to 40 characters. */
export function numbered(): (test: string) => string {
  const seen = new Map<string, number>();
  return (test) => {
    const count = (seen.get(test) ?? 0) + 1;
    seen.set(test, count);
    return count === 1 ? test : `${test} (${count})`;
  };
}

/** Entries that name none of these tests, for instance since a test was renamed: nothing would be compared with them. */
export function entriesWithoutTest(logs: Logs, tests: readonly string[]): string[] {
  const names = new Set(tests.map(numbered()));
  return [...logs.keys()].filter((entry) => !names.has(entry));
}

/** The name of a test file's log: `test/bundle/deploy-run/deploy-run.test.ts` → `deploy-run`. */
export const nameOf = (testFile: string): string => basename(testFile).replace(/\.test\.ts$/, '');

/** Names of the logs in a folder, without their extension. */
export const namesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(EXTENSION))
        .map((name) => name.slice(0, -EXTENSION.length))
        .sort()
    : [];

/** One log of a folder; empty if it does not exist. */
export function readLogs(folder: string, name: string): Logs {
  const path = join(folder, name + EXTENSION);
  return existsSync(path) ? unpack(readFileSync(path, 'utf8')) : new Map();
}

export function writeLogs(folder: string, name: string, logs: Logs): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name + EXTENSION), pack(logs));
}

/** All logs of a folder, by `FILE > TEST`. */
export function readFolder(folder: string): Logs {
  const names = namesIn(folder);
  if (names.length === 0)
    throw new Error(`${folder} holds no call logs. Record some: npm run calls -- record ${folder}`);
  return new Map(
    names.flatMap((name) => [...readLogs(folder, name)].map(([test, lines]) => [`${name} > ${test}`, lines] as const)),
  );
}
