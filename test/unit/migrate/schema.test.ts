import { describe, expect, it } from 'vitest';
import {
  dirtyMessage,
  entryOf,
  parseStatus,
  recordedOf,
  withEntry,
} from '../../../actions/migrate/migrations/schema-version.ts';
import { migratedSince, readRecord, type SchemaEntry } from '../../../src/records/schema.ts';

describe('the version that a program prints', () => {
  it.each([
    ['as our sample does', ['{"version":7,"dirty":false}'], '7', false],
    ['dirty', ['{"version":7,"dirty":true}'], '7', true],
    ['as golang-migrate does', ['20240102030405'], '20240102030405', false],
    ['as golang-migrate does, dirty', ['8 (dirty)'], '8', true],
    ['as golang-migrate does with nothing applied', ['error: no migration'], '0', false],
    ['among log lines', ['{"level":"info","message":"connecting"}', '{"version":3}', 'bye'], '3', false],
    ['twice: the last one counts', ['1', '2'], '2', false],
    ['as text in JSON', ['{"version":"2024.1"}'], '2024.1', false],
  ])('is read: %s', (_name, lines, version, dirty) => {
    expect(parseStatus(lines)).toEqual({ version, dirty });
  });

  it.each([
    [['applied 7 migrations']],
    [[]],
    [['{"version":{}}']],
    [['{broken']],
    [['7 8']],
    [['7', 'done']],
    [['Rows changed:', '7']],
  ])('is not made up from %j', (lines) => {
    expect(parseStatus(lines)).toBeUndefined();
  });

  it('that is dirty is reported with the fix', () => {
    expect(dirtyMessage({ version: '7', dirty: true })).toMatch(/"force 7".*"force 6"/);
  });
});

const entry = (commit: string, about: Partial<SchemaEntry> = {}): SchemaEntry => ({
  commit,
  contracting: false,
  state: 'applied',
  at: '2026-01-01T00:00:00.000Z',
  ...about,
});

describe('the record', () => {
  it('has the newest commit first', () => {
    const record = withEntry(withEntry({ history: [] }, entry('a')), entry('b'));
    expect(record.history.map(({ commit }) => commit)).toEqual(['b', 'a']);
  });

  it('changes the entry of a commit in place', () => {
    const record = withEntry(
      { history: [entry('b'), entry('a', { state: 'started' })] },
      entry('a', { version: '3', at: 'later' }),
    );
    expect(record.history).toEqual([entry('b'), entry('a', { version: '3' })]);
  });

  it('never forgets that a commit took something away', () => {
    const record = withEntry({ history: [entry('a', { contracting: true })] }, entry('a'));
    expect(entryOf(record, { commit: 'a', database: 'db' })?.contracting).toBe(true);
  });

  it('stays small', () => {
    let record = readRecord(undefined);
    for (let i = 0; i < 80; i++) record = withEntry(record, entry(String(i)));
    expect(record.history).toHaveLength(50);
    expect(record.history[0]?.commit).toBe('79');
  });

  it('knows the version of the last commit that was applied', () => {
    const history = [entry('c', { state: 'failed', version: '9' }), entry('b'), entry('a', { version: '7' })];
    expect(recordedOf({ history }, 'db').version).toBe('7');
  });

  it.each([undefined, '', 'nonsense', '{}', '{"history":7}'])('that migrate did not write (%j) is empty', (text) => {
    expect(readRecord(text)).toEqual({ history: [] });
  });
});

describe('a rollback behind a contracting migration', () => {
  const history = [
    entry('d'),
    entry('c', { contracting: true, at: '2026-03-01' }),
    entry('b', { at: '2026-02-01' }),
    entry('a', { at: '2026-01-01' }),
  ];
  const since = (commit: string, released?: string, about: SchemaEntry[] = history) =>
    migratedSince({ history: about }, commit, released).find((entry) => entry.contracting)?.commit;

  it.each<[string, string, string | undefined, string | undefined]>([
    ['from before it', 'b', undefined, 'c'],
    ['from long before it', 'a', '2026-04-01', 'c'],
    ['not to the change itself', 'c', undefined, undefined],
    ['not to what came after', 'd', undefined, undefined],
    ['by its time, where its migrations left no entry', 'x', '2026-02-15', 'c'],
    ['not by its time', 'x', '2026-03-15', undefined],
    ['not where nothing is known', 'x', undefined, undefined],
  ])('%s', (_name, commit, released, expected) => {
    expect(since(commit, released)).toBe(expected);
  });

  it('also if its end was never recorded, and not if it failed', () => {
    const change = (state: SchemaEntry['state']) => [entry('c', { contracting: true, state }), entry('b')];
    expect(since('b', undefined, change('started'))).toBe('c');
    expect(since('b', undefined, change('failed'))).toBeUndefined();
  });
});
