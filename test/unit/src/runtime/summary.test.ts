/** Text of others in summaries and comments, rendered as GitHub renders it: nothing of it comes to life. */

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { code, createSummary, link, md, mermaidLabel, plain } from '../../../../src/runtime/summary.ts';
import fc from '../../../harness/seeded.ts';

const render = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

const HOSTILE = [
  '[click](https://evil.example)',
  '![x](https://evil.example/pixel.png)',
  '<img src=https://evil.example/p.png onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!-- orchestra preview web -->',
  '</code></td></table><a href="https://evil.example">x</a>',
  '`code` and ``more`` and ```',
  'a | b || c \\| d \\\\| e',
  '@acme/admins @octocat',
  'fixes #1, acme/shop#2, GH-3',
  'see https://evil.example/x and www.evil.example and mailto:me@evil.example and me@evil.example',
  '**bold** __bold__ *it* _it_ ~~gone~~ $x^2$',
  '# heading\n## two\n- list\n1. one\n> quote\n---\n===\n```js\ncode\n```\n\n    indented',
  '[a]: https://evil.example\n\n[a]',
  '<https://evil.example>',
  '&lt;b&gt; &#60;b&#62;',
  '[^1]\n\n[^1]: note',
  '- [x] done\n| a | b |\n| - | - |\n| c | d |',
  'end\\',
  'me@evil.example | x',
  '1https://evil.example _https://evil.example (www.evil.example)',
  'a.@octocat é@octocat -@octocat',
  'see https://console.cloud.google.com/[a](b)?x=<b>&y=|"',
];

/** The text that a reader sees. */
const visible = (html: string) =>
  html
    .replace(/<br ?\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '');
/** Names of tags, but for those of line breaks that only may be. Links to where our errors point to are left out, too. */
const tags = (html: string) =>
  [...html.replace(OURS, '').matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name).filter((name) => name !== 'wbr');
const OURS = /<a href="https:\/\/console\.cloud\.google\.com\/[^"]*">[^<]*<\/a>/g;
/** What GitHub looks for in each text node of what is rendered: mentions, issues, and addresses of mail. */
const COMES_TO_LIFE = /(?:^|[^A-Za-z0-9_])@[A-Za-z0-9]|#\d|\bGH-\d|[\w.+-]@[\w-]+\.\w/i;
const textNodes = (html: string) =>
  html
    .replace(/<code>[^<]*<\/code>/g, '<code>')
    .split(/<[^>]*>/)
    .map((node) => node.replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number))));
const text = fc.array(
  fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom(...' \n|`<>[]()!*_~#@\\&-+=:/$1a'), fc.string()),
  {
    maxLength: 6,
  },
);
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  text.map((parts) => parts.join('')),
);
const RUNS = { numRuns: 1000 };
const squeeze = (value: string) => value.replaceAll('\0', ' ').replace(/\s+/g, ' ').trim();

describe('plain', () => {
  test('is shown unchanged, as text only', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const html = render(`before ${plain(value)} after`);
        expect(tags(html).filter((tag) => tag !== 'p' && tag !== 'br')).toEqual([]);
        expect(squeeze(visible(html))).toBe(squeeze(`before ${value} after`));
        expect(textNodes(html).filter((node) => COMES_TO_LIFE.test(node))).toEqual([]);
        const start = render(plain(value));
        expect(tags(start).filter((tag) => tag !== 'p' && tag !== 'br')).toEqual([]);
      }),
      RUNS,
    );
  });

  test('mentions no user and no issue', () => {
    const html = render(plain('@octocat @acme/admins #12 acme/shop#3 GH-4'));
    const seen = html.replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)));
    expect(seen).not.toMatch(/@[\w-]|#\d|GH-\d/);
  });

  test('keeps links to the console, and text that is not Markdown', () => {
    const url = 'https://console.cloud.google.com/run/detail/us-central1/web?project=acme_prod';
    expect(render(plain(`Look: ${url}`))).toContain('<a href="https://console.cloud.google.com/');
    expect(plain('403 PERMISSION_DENIED: run.services.get on web-1 (100 %), "x"')).toBe(
      '403 PERMISSION_DENIED: run.services.get on web-1 (100 %), "x"',
    );
    expect(render(plain('https://console.cloud.google.com.evil.example/'))).not.toContain('<a');
    const two = 'https://console.cloud.google.com/logs/query?project=a_b&query=x#12';
    expect(render(plain(`(${two}).`))).toContain(`href="${two.replace('&', '&amp;')}">`);
  });

  test('is copied as it was: accounts, images and fragments of addresses have no mark in them', () => {
    const digest = `us-docker.pkg.dev/acme/web@sha256:${'0'.repeat(64)}`;
    for (const value of [
      'Grant it to deployer@acme.iam.gserviceaccount.com.',
      digest,
      'https://example.com/docs#part',
    ]) {
      const html = render(plain(value));
      expect(html).not.toContain('\u200b');
      expect(html).not.toMatch(/<a |&#8203;/);
      expect(squeeze(visible(html))).toBe(value);
    }
  });

  test('cannot turn round the text beside it', () => {
    for (const write of [plain, code, mermaidLabel]) {
      const written = write('a\u202eb\u2066c');
      expect(written).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(written.replaceAll('#43;', '+')).toContain('U+202E');
    }
  });
});

test('code is one code span, in a sentence and in a cell', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      const html = render(`a ${code(value)} b`);
      const expected = value === '' ? [] : ['code', 'code'];
      expect(tags(html).filter((tag) => tag !== 'p')).toEqual(expected);
      expect(squeeze(visible(html))).toBe(squeeze(`a ${value} b`));
    }),
    RUNS,
  );
  expect(code('web-1')).toBe('`web-1`');
  // GitHub looks for mail addresses in HTML that is written as such, too.
  expect(textNodes(render(code('me@evil.example | x').replace(/<\/?code>/g, '<i>'))).join()).not.toMatch(COMES_TO_LIFE);
});

test('a table keeps its columns and rows with any text in its cells', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 4 }), (rows) => {
      const summary = createSummary();
      summary.table(
        ['One', 'Two'],
        rows.map(([a, b]) => [code(a), plain(b)]),
      );
      const html = render(summary.text());
      expect(html.match(/<tr>/g)).toHaveLength(rows.length + 1);
      expect(html.match(/<td>/g)).toHaveLength(rows.length * 2);
      expect(tags(html).filter((tag) => !/^(table|thead|tbody|tr|th|td|code|br)$/.test(tag as string))).toEqual([]);
    }),
    RUNS,
  );
});

test('a block holds its text, fences included', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      const summary = createSummary();
      summary.block(value, 'text');
      const html = render(summary.text());
      expect(tags(html)).toEqual(['pre', 'code', 'code', 'pre']);
    }),
    RUNS,
  );
});

test('a link leads to its address, or nowhere', () => {
  expect(render(link('all of them', 'https://console.cloud.google.com/logs/query;query=a%20(b)?project=p'))).toBe(
    '<p><a href="https://console.cloud.google.com/logs/query;query=a%20%28b%29?project=p">all of them</a></p>',
  );
  expect(render(link('x', 'https://example.com/?a=1&copy;=2'))).toContain(
    'href="https://example.com/?a=1&amp;copy;=2"',
  );
  for (const url of ['javascript:alert(1)', 'https://a b', 'data:text/html,x', '', 'https://x\n\n# y'])
    expect(render(link('x', url))).not.toContain('<a');
  fc.assert(
    fc.property(hostile, hostile, (name, end) => {
      const html = render(`a ${link(name, `https://example.com/${end}`)} b`);
      for (const [, href] of html.matchAll(/<a href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/example\.com\//);
      expect(tags(html).filter((tag) => !/^(p|a|br)$/.test(tag as string))).toEqual([]);
    }),
    RUNS,
  );
});

test('a label of a diagram cannot end its quotes or its line', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      expect(mermaidLabel(value)).toMatch(/^(?:[\p{L}\p{N} .,:/_%+–-]|#\d+;)*$/u);
    }),
    RUNS,
  );
  expect(mermaidLabel('web-1')).toBe('web-1');
  expect(mermaidLabel('a"] --> b["<b>\n  click a "https://evil.example"')).not.toMatch(/["\]<\n]/);
});

test('text that is not escaped does not compile', () => {
  const summary = createSummary();
  const foreign: string = '<b>';
  // @ts-expect-error A paragraph takes Markdown only.
  summary.paragraph(foreign);
  // @ts-expect-error So does a heading, and a cell.
  summary.heading(`Image ${foreign}`);
  // @ts-expect-error
  summary.table(['a'], [[foreign]]);
  // @ts-expect-error Values of our own Markdown are escaped already.
  md`x ${foreign}`;
  expect(md`**${plain(foreign)}** ${1} of ${2}`).toBe('**&#60;b&#62;** 1 of 2');
});

describe('the runner shows no summary of more than 1 MiB, so one', () => {
  const bytes = (summary: ReturnType<typeof createSummary>) => Buffer.byteLength(summary.text());
  const MOST = 1024 * 1024;

  test('of log lines of any length keeps their end, and the reason of the failure', () => {
    const summary = createSummary();
    summary.block(`${'`'.repeat(4 * MOST)}\n${'x'.repeat(4 * MOST)}\nthe last line`, 'text');
    summary.paragraph(md`❌ ${plain('<'.repeat(4 * MOST))}`);
    summary.paragraph(code('|'.repeat(4 * MOST)));
    expect(bytes(summary)).toBeLessThan(MOST);
    expect(summary.text()).toContain('\nthe last line\n');
    expect(tags(render(summary.text()))).toEqual(['pre', 'code', 'code', 'pre', 'p', 'p', 'p', 'code', 'code', 'p']);
  });

  test('with too many rows omits the largest part, and says so', () => {
    const summary = createSummary();
    summary.heading(md`web`);
    summary.collapsed('rows', () => summary.table(['a'], Array(20_000).fill([plain('&'.repeat(20))])));
    summary.paragraph(md`❌ failed`);
    expect(bytes(summary)).toBeLessThan(MOST);
    expect(summary.text()).toBe(
      '## web\n\n<details><summary>rows</summary>\n\n</details>\n\n❌ failed\n\n⚠️ A part of this summary was too large and is left out. The log of the step has it.\n',
    );
  });
});
