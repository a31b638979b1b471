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
 * The same with each long text once: a line refers to it by `@HASH`, and the section `texts` has it. Bodies repeat the whole
 * document of a service, of which most writes change little.
 */
export function pack(logs: Logs): string {
  const texts = new Map<string, string>();
  const short = (text: string) => {
    const name = createHash('sha256').update(text).digest('hex').slice(0, 10);
    texts.set(name, text);
    return `@${name}`;
  };
  const packed = new Map(
    [...logs].map(([test, lines]) => [
      test,
      lines.map((line) => {
        const strings = line.replace(LONG_STRING, (string) => `"${short(string.slice(1, -1))}"`);
        const at = strings.search(/(?<= → \S+ )[[{]/);
        return at < 0 || strings.length - at < SHORT ? strings : strings.slice(0, at) + short(strings.slice(at));
      }),
    ]),
  );
  return format(new Map([...packed, ['texts', [...texts].map(([name, text]) => `@${name} ${text}`)]]));
}

const SHORT = 120;
/** A long string of JSON, such as an annotation that holds JSON itself. */
const LONG_STRING = /"(?:[^"\\]|\\.){120,}"/g;

export function unpack(text: string): Logs {
  const packed = new Map(parse(text));
  const texts = new Map((packed.get('texts') ?? []).map((line) => [line.slice(1, 11), line.slice(12)]));
  packed.delete('texts');
  const long = (line: string): string =>
    line.replace(/@([0-9a-f]{10})\b/g, (name, hash: string) =>
      texts.has(hash) ? long(texts.get(hash) as string) : name,
    );
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
