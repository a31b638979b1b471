import { describe, expect, it } from 'vitest';
import { type MapNode, type Node, parseDocument } from '../../../src/manifest/document.ts';
import { processorTime } from '../../harness/processor-time.ts';
import fc from '../../harness/seeded.ts';

const parse = (text: string, substitutions: Record<string, string> = {}) =>
  parseDocument(text, 'a.yaml', new Map(Object.entries(substitutions)));
const messages = (text: string, substitutions: Record<string, string> = {}) =>
  parse(text, substitutions).problems.map(({ message, location }) => `${location?.line}: ${message}`);

/** The tree as plain values. */
function plain(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map') return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
  return node.type === 'null' ? null : 'value' in node ? node.value : `other ${node.source}`;
}

describe('substitution', () => {
  it('puts values into scalars of every style', () => {
    const text = 'a: x-${P}-y\nb: "${P}${P}"\nc: \'${P}\'\nd: |\n  one ${P}\n  two\ne: ["${P}"]\n';
    expect(plain(parse(text, { P: 'acme' }).root)).toEqual({
      a: 'x-acme-y',
      b: 'acmeacme',
      c: 'acme',
      d: 'one acme\ntwo\n',
      e: ['acme'],
    });
  });

  it('inserts values as text, whatever they look like', () => {
    expect(plain(parse('a: ${N}', { N: '12' }).root)).toEqual({ a: '12' });
    expect(plain(parse('a: ${N}', { N: 'true' }).root)).toEqual({ a: 'true' });
    expect(plain(parse('a: ${N}', { N: '' }).root)).toEqual({ a: '' });
  });

  it('cannot break the document, nor add to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const { root, problems } = parse('a: ${V}\nb: "${V}"\nc: [x, "${V}"]\n', { V: value });
        expect(problems).toEqual([]);
        expect(plain(root)).toEqual({ a: value, b: value, c: ['x', value] });
      }),
    );
    const evil = '"\n  injected: yes\nother: { a: b } # ${P}';
    expect(plain(parse('a: ${V}', { V: evil }).root)).toEqual({ a: evil });
  });

  it('does not look into what it put in', () => {
    expect(plain(parse('a: ${A}', { A: '${B}', B: 'c' }).root)).toEqual({ a: '${B}' });
  });

  it('leaves $${ as text', () => {
    expect(plain(parse('a: $${HOME}/${P}/$HOME/$(X)/$$', { P: 'p' }).root)).toEqual({ a: '${HOME}/p/$HOME/$(X)/$$' });
  });

  it('does not look into comments and keys', () => {
    expect(messages('# ${NOTHING}\na: b # ${NOTHING}\n')).toEqual([]);
    expect(messages('"${P}": b\n', { P: 'p' })).toEqual([expect.stringMatching(/^1: .*not in keys/)]);
  });

  it('names what has no value, with its line and the nearest name', () => {
    expect(messages('a: b\nc: ${PROJCT}\n', { PROJECT: 'p', REGION: 'r' })).toEqual([
      '2: uses ${PROJCT}, which has no value. Did you mean ${PROJECT}? Set PROJCT=VALUE in the input substitutions, or write $${PROJCT} for the text itself.',
    ]);
    expect(messages('a: ${LOG_LEVEL}\n', { PROJECT: 'p' })).toEqual([
      '1: uses ${LOG_LEVEL}, which has no value. Set LOG_LEVEL=VALUE in the input substitutions, or write $${LOG_LEVEL} for the text itself.',
    ]);
    expect(messages('a: ${A-b}\n')).toEqual([expect.stringMatching(/^1: has a "\$\{" that is not \$\{NAME\}/)]);
    expect(messages('a: ${\n')).toHaveLength(1);
  });

  it('reports each problem once, however often an alias repeats it', () => {
    expect(messages('a: &x ${A}\nb: *x\nc: *x\n')).toHaveLength(1);
  });
});

it('shows how to write a substitution in a flow mapping', () => {
  expect(messages('a: [${P}]\n', { P: 'p' }).join()).toContain('put a value with ${…} in quotes');
});

describe('YAML 1.1', () => {
  it.each([
    ['0444', 292],
    ['0x1F', 31],
    ['1_000', 1000],
    ['12:30:45', 45_045],
    ['yes', true],
    ['Off', false],
    ['~', null],
    ['', null],
    ['1.5', 'other 1.5'],
    ['1e3', 'other 1e3'],
    ['.inf', 'other .inf'],
    ['2025-01-02', 'other 2025-01-02'],
    ['!!binary aGk=', 'other aGk='],
    ['99999999999999999999', 'other 99999999999999999999'],
    ['0o444', '0o444'],
    ["'5'", '5'],
    ['!!str 5', '5'],
  ])('%s', (source, value) => {
    expect(plain(parse(`a: ${source}\n`).root)).toEqual({ a: value });
  });

  it('merges', () => {
    expect(plain(parse('x: &x { a: 1, b: 2 }\ny: &y { b: 3 }\nz: { <<: [*x, *y], a: 5, c: 6 }\n').root)).toMatchObject({
      z: { a: 5, b: 2, c: 6 },
    });
    expect(messages('z: { <<: 5 }\n')).toEqual([expect.stringContaining('not a mapping')]);
  });

  it('does not grow without end', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}, *l${i}, *l${i}]`).join(
      '\n',
    );
    const time = processorTime(() => {
      expect(messages(`l0: &l0 [a]\n${levels}\n`).join()).toContain('aliases');
    });
    expect(time).toBeLessThan(5000);
  });

  it.each([
    ['a list', (levels: number) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}\n`],
    ['a mapping', (levels: number) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ])('refuses %s that is nested too deeply', (_, nested) => {
    expect(messages(nested(100))).toEqual([]);
    for (const levels of [300, 3000])
      expect(messages(nested(levels))).toEqual([expect.stringMatching(/^\d+: is nested deeper than 200 levels\.$/)]);
  });

  it('keeps "__proto__" an ordinary key', () => {
    const { root } = parse('__proto__: { polluted: "1" }\n');
    expect((root as MapNode).entries.has('__proto__')).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it('knows the line and column of keys and values', () => {
  const { root } = parse('a: 1\nb:\n  - c\n  - d: e\n');
  const map = root as MapNode;
  expect(map.entries.get('b')?.at).toEqual({ file: 'a.yaml', line: 2, column: 1 });
  const list = map.entries.get('b')?.value;
  expect(list?.kind === 'list' && list.items.map(({ at }) => at.line)).toEqual([3, 4]);
});

it('reports all syntax errors of a document, with their lines', () => {
  const found = messages('a: "x\nb: [1\n');
  expect(found.length).toBeGreaterThan(0);
  for (const message of found) expect(message).toMatch(/^\d+: is not valid YAML 1\.1: /);
});

it.each(['', '# only a comment\n', '---\n'])('an empty document is reported as empty: %j', (text) => {
  expect(parse(text).problems[0]?.message).toContain('is empty');
});

describe('a file that something else was to fill in', () => {
  it('has an expression of a workflow', () => {
    expect(messages('a: ${{ vars.X }}\n')).toEqual([
      expect.stringMatching(/^1: has an expression in \$\{\{ \}\}, .* NAME=\$\{\{ … \}\} in the input substitutions/),
    ]);
  });
  it('has a template', () => {
    expect(messages('a:\n  image: {{ .Values.image }}\n')).toEqual([
      expect.stringMatching(/^2: has a template in \{\{ \}\}, which is not replaced here\. Render the file before/),
    ]);
  });
});

describe('several documents', () => {
  it.each(['---\na: b\n', 'a: b\n---\n', '# head\n---\na: b\n---\n# end\n', '---\n---\na: b\n'])(
    '%j is one',
    (text) => {
      expect(messages(text)).toEqual([]);
      expect(plain(parse(text).root)).toEqual({ a: 'b' });
    },
  );
  it('with content are refused', () => {
    expect(messages('a: b\n---\n---\nc: d\n')).toEqual([expect.stringMatching(/^3: has more than one YAML document/)]);
  });
});
