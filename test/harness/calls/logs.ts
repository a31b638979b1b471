/** Call logs as files: one for each test file, a section for each test. Pure, but for reading and writing folders. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isRead } from './normalize.ts';

/** Lines by full test name. */
export type Logs = ReadonlyMap<string, readonly string[]>;

const HEAD = '## ';
const EXTENSION = '.calls';
/** First line of the log of a test that failed: what it called is no example. */
export const FAILED = '! the test failed';

/** What a test wrote: without reads, and without steps that wrote nothing. */
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
 * The same with each long value once: a line refers to it by `@HASH`, and the section `values` has it. Bodies repeat the whole
 * document of a service, of which most writes change little.
 */
export function pack(logs: Logs): string {
  const values = new Map<string, string>();
  const share = (text: string): string => {
    if (text.length < LONG) return text;
    const name = `@${createHash('sha256').update(text).digest('hex').slice(0, 10)}`;
    values.set(name, text);
    return name;
  };
  const short = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) {
      const text = share(JSON.stringify(value));
      return text.startsWith('@') ? text : value;
    }
    const entries = Object.entries(value).map(([key, inner]) => [key, short(inner)] as const);
    const inner = Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
    const text = share(JSON.stringify(inner));
    return text.startsWith('@') ? text : inner;
  };
  const packed = [...logs].map(([test, lines]) => {
    const shared = lines.map((line) => {
      const [, call = '', body = ''] = BODY.exec(line) ?? [];
      if (body === '') return line;
      const value = short(JSON.parse(body));
      return call + (typeof value === 'string' ? value : JSON.stringify(value));
    });
    return [test, shared] as const;
  });
  const section = [...values].map(([name, text]) => `${name} ${text}`);
  return format(new Map([...packed, ...(section.length > 0 ? [[VALUES, section] as const] : [])]));
}

const LONG = 80;
const VALUES = 'values';
/** A call and its body, if that is JSON. */
const BODY = /^(.*? → \S+ )([[{].*)$/;

export function unpack(text: string): Logs {
  const packed = new Map(parse(text));
  const values = new Map((packed.get(VALUES) ?? []).map((line) => [line.slice(0, 11), line.slice(12)]));
  packed.delete(VALUES);
  const long = (line: string): string =>
    line.replace(/"(@[0-9a-f]{10})"|(?<= )@[0-9a-f]{10}$/g, (reference, quoted?: string) => {
      const value = values.get(quoted ?? reference);
      return value === undefined ? reference : long(value);
    });
  return new Map([...packed].map(([test, lines]) => [test, lines.map(long)]));
}

/** The name of a test file's log: `test/bundle/deploy-run.test.ts` → `deploy-run`. */
export const nameOf = (testFile: string): string => basename(testFile).replace(/\.test\.ts$/, '');

/** Names of the logs in a folder, without their extension. */
export const namesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(EXTENSION))
        .map((name) => name.slice(0, -EXTENSION.length))
        .sort()
    : [];

/** One log of a folder; empty if there is none. */
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
