import { describe, expect, test } from 'vitest';
import { type LineError, parseList, parseMap, writeList, writeMap } from '../../../../src/inputs/lists.ts';
import fc from '../../../harness/seeded.ts';

describe('lists: one item per line', () => {
  test.each([
    ['commas are data', 'a,b\nc', ['a,b', 'c']],
    ['blank lines and comments are skipped', '\n# not me\n a \r\n\n', ['a']],
    ['a # inside a line is data', 'a # b', ['a # b']],
    ['nothing', '', []],
  ])('%s', (_, text, items) => {
    expect(parseList(text)).toEqual(items);
  });
});

describe('maps: one KEY=VALUE per line', () => {
  test.each<[string, string, [string, string][]]>([
    ['split at the first "="', 'URL=a=b', [['URL', 'a=b']]],
    ['commas, quotes and JSON inside are data', `J={"a":[1,"x"]}`, [['J', '{"a":[1,"x"]}']]],
    ['a # after the start is data', 'A=b # c', [['A', 'b # c']]],
    ['an empty value', 'A=', [['A', '']]],
    [
      'line ends of Windows',
      'A=1\r\nB<<EOF\r\nx\r\ny\r\nEOF\r\n',
      [
        ['A', '1'],
        ['B', 'x\ny'],
      ],
    ],
    ['double quotes keep spaces', 'A="  b "', [['A', '  b ']]],
    ['single quotes keep double ones', `A='"b"'`, [['A', '"b"']]],
    ['nothing is escaped', 'A=b\\nc', [['A', 'b\\nc']]],
    [
      'order is kept',
      'B=1\nA=2',
      [
        ['B', '1'],
        ['A', '2'],
      ],
    ],
  ])('%s', (_, text, entries) => {
    expect([...parseMap(text)]).toEqual(entries);
  });

  test.each([
    ['a line without "="', 'A=1\nB', 2, /has no "="/],
    ['no key', '=1', 1, /no key/],
    ['a repeated key', '# x\nA=1\nA=2', 3, /"A" appears twice/],
    ['quotes around the whole line', '"A=b"', 1, /a key starts with "\. Put quotes around the value only/],
    ['single quotes around it', "A=1\n'B=c d'", 2, /KEY='…'/],
    ['an open quote', 'A="b', 1, /does not end with it/],
    ['a quote alone', 'A="', 1, /does not end with it/],
  ])('refuses %s and names the line', (_, text, line, message) => {
    expect(() => parseMap(text)).toThrow(message);
    try {
      parseMap(text);
    } catch (error) {
      expect((error as LineError).line).toBe(line);
    }
  });

  test('a message does not show a whole long line, which could be a secret', () => {
    expect(() => parseMap(`hunter2-${'x'.repeat(60)}`)).toThrow(/hunter2-x{16}…/);
  });

  test('any value without line breaks survives in one kind of quotes or the other', () => {
    const value = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/[\r\n]/.test(text) && !(text.includes('"') && text.includes("'")));
    fc.assert(
      fc.property(value, (text) => {
        const quote = text.includes('"') ? "'" : '"';
        expect(parseMap(`K=${quote}${text}${quote}`).get('K')).toBe(text);
      }),
    );
  });
});

describe('what a line cannot hold', () => {
  test('stands between two marks, in maps and in lists', () => {
    const map = parseMap('A=1\nKEY<<END\n  -----BEGIN-----\n# not a comment\nB=2\n\nEND\nC=3');
    expect([...map]).toEqual([
      ['A', '1'],
      ['KEY', '  -----BEGIN-----\n# not a comment\nB=2\n'],
      ['C', '3'],
    ]);
    expect(parseList('sh\n-c\n<<EOF\nset -e\ncurl x\nEOF\nz')).toEqual(['sh', '-c', 'set -e\ncurl x', 'z']);
    // As before, where nothing closes it.
    expect(parseList('a\n<<EOF')).toEqual(['a', '<<EOF']);
    expect(parseMap('A=b<<EOF').get('A')).toBe('b<<EOF');
  });

  test.each([
    ['without an end', 'A=1\nKEY<<EOF\nx', 2, /the value of "KEY" has no end\. Write EOF on a line of its own/],
    ['of a key that appears twice', 'KEY=1\nKEY<<EOF\nx\nEOF', 2, /"KEY" appears twice/],
  ])('is refused %s', (_, text, line, message) => {
    expect(() => parseMap(text)).toThrow(message);
    expect(() => parseMap(text)).toThrow(expect.objectContaining({ line }));
  });

  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('\n', '\r', ' ', '"', "'", '#', '=', 'a', 'EOF', '<<EOF', '\nEOF\n'),
      maxLength: 8,
    }),
  );

  test('any list survives', () => {
    fc.assert(
      fc.property(fc.array(value), (items) => {
        expect(parseList(writeList(items))).toEqual(items);
      }),
    );
  });

  test('any map survives', () => {
    const key = fc.string({ unit: fc.constantFrom('A', 'b', '_', '1', '/', '.'), minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(key, value), (map) => {
        expect(Object.fromEntries(parseMap(writeMap(Object.entries(map))))).toEqual({ ...map });
      }),
    );
  });
});
