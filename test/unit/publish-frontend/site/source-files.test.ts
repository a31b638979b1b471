/** Which files are published under which path: compressed copies, rules, pages under their clean addresses. */
import { describe, expect, test } from 'vitest';
import { withCleanUrls } from '../../../../actions/publish-frontend/site/clean-urls.ts';
import { headerRules, looksLikeHtml } from '../../../../actions/publish-frontend/site/headers.ts';
import {
  contentPath,
  type EncodingRules,
  sourceFiles,
} from '../../../../actions/publish-frontend/site/source-files.ts';
import { holds } from '../../../../actions/publish-frontend/store/stored-object.ts';
import { md5, object, RULES, site } from '../fixtures.ts';

const files = (...paths: string[]) => paths.map((path, i) => ({ path, size: i + 1 }));
const rules = (precompressed: EncodingRules['precompressed'], ...encodings: [string, string][]) => ({
  precompressed,
  contentEncoding: headerRules(new Map(encodings)),
});
const published = (sources: ReturnType<typeof sourceFiles>) =>
  sources.files.map(({ path, source, contentEncoding }) => `${path} ← ${source} ${contentEncoding ?? 'plain'}`);

describe('compressed copies', () => {
  const all = files('a.js', 'a.js.br', 'a.js.gz', 'b.js', 'b.js.gz', 'c.js', 'c.js.br', 'd.tar.gz');
  test.each<[EncodingRules['precompressed'], string[], number]>([
    ['gzip', ['a.js ← a.js.gz gzip', 'b.js ← b.js.gz gzip', 'c.js ← c.js plain', 'd.tar.gz ← d.tar.gz plain'], 4],
    ['br', ['a.js ← a.js.br br', 'b.js ← b.js.gz gzip', 'c.js ← c.js.br br', 'd.tar.gz ← d.tar.gz plain'], 4],
    ['zstd', ['a.js ← a.js.br br', 'b.js ← b.js.gz gzip', 'c.js ← c.js.br br', 'd.tar.gz ← d.tar.gz plain'], 4],
    ['off', all.map(({ path }) => `${path} ← ${path} plain`), 0],
  ])('%s', (precompressed, expected, leftOut) => {
    const sources = sourceFiles(all, rules(precompressed));
    expect(published(sources)).toEqual(expected);
    expect(sources.leftOut).toBe(leftOut);
  });

  test.each<[EncodingRules['precompressed'], string[], number]>([
    ['zstd', ['a.js ← a.js.zst zstd'], 2],
    ['br', ['a.js ← a.js.br br'], 2],
    ['gzip', ['a.js ← a.js plain'], 2],
    ['off', ['a.js ← a.js plain', 'a.js.br ← a.js.br plain', 'a.js.zst ← a.js.zst plain'], 0],
  ])('with a copy in Zstandard, %s', (precompressed, expected, leftOut) => {
    const sources = sourceFiles(files('a.js', 'a.js.br', 'a.js.zst'), rules(precompressed));
    expect([published(sources), sources.leftOut]).toEqual([expected, leftOut]);
  });

  test('the size is that of the bytes to store', () => {
    expect(sourceFiles(all, rules('br')).files[0]).toMatchObject({ path: 'a.js', size: 2, original: 'a.js' });
  });

  test('with a rule of their own they are published as it says', () => {
    const sources = sourceFiles(all, rules('gzip', ['a.js.gz', 'none'], ['c.js.br', 'br']));
    expect(published(sources).filter((line) => /^[ac]/.test(line))).toEqual([
      'a.js ← a.js plain',
      'a.js.gz ← a.js.gz plain',
      'c.js ← c.js plain',
      'c.js.br ← c.js.br br',
    ]);
  });

  test('downloads are distinguished from files that pages load', () => {
    const { downloads } = sourceFiles(files('a.js', 'a.js.br', 'game.wasm.br', 'sitemap.xml.gz', 'x.tar.gz'), RULES);
    expect(downloads).toEqual([
      { path: 'a.js.br', of: 'a.js', beside: true },
      { path: 'game.wasm.br', of: 'game.wasm', beside: false },
    ]);
  });

  test.each([
    ['game.wasm.br', 'br', 'game.wasm'],
    ['game.wasm.br', undefined, 'game.wasm.br'],
    ['game.data.zst', 'zstd', 'game.data'],
    ['app.js', 'gzip', 'app.js'],
  ] as const)('the content of %s in %s has the type of %s', (path, contentEncoding, expected) => {
    expect(contentPath({ path, ...(contentEncoding && { contentEncoding }) })).toBe(expected);
  });
});

describe('an object holds a compressed file', () => {
  const [plain] = site({ 'a.js': 'text' });
  const file = {
    ...plain,
    md5: md5('text'),
    storedMd5: md5('packed'),
    contentEncoding: 'gzip',
    gzip: false,
    size: 6,
  } as const;
  test.each([
    [
      'the same content, compressed otherwise',
      { contentEncoding: 'gzip', sourceMd5: md5('text'), md5: md5('other') },
      true,
    ],
    ['other content', { contentEncoding: 'gzip', sourceMd5: md5('else') }, false],
    ['the same content in another encoding', { contentEncoding: 'br', sourceMd5: md5('text') }, false],
    ['the same content uncompressed', { md5: md5('text') }, false],
    ['the same bytes, stored by another tool', { contentEncoding: 'gzip', md5: md5('packed') }, true],
  ])('%s: %s', (_, more, expected) => {
    expect(holds(object('a.js', '', more), file)).toBe(expected);
  });

  test('one in Brotli is no object that gzip was considered for', () => {
    const considered = { md5: md5('text'), size: 4, gzip: true };
    expect(holds(object('a.js', '', { contentEncoding: 'br', sourceMd5: md5('text') }), considered)).toBe(false);
    expect(holds(object('a.js', 'text', { sourceMd5: md5('text') }), considered)).toBe(true);
  });
});

test.each([
  ['<!DOCTYPE html>', true],
  ['\uFEFF\n  <html lang="en">', true],
  ['<!-- saved --><!-- twice -->\n<!doctype html>', true],
  ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', true],
  ['<htmlx>', false],
  ['{"html": "<html>"}', false],
  ['<svg>', false],
  ['', false],
])('%j begins like a page: %s', (text, expected) => expect(looksLikeHtml(Buffer.from(text))).toBe(expected));

test('clean addresses: pages but index.html, and no name that another file has', () => {
  const paths = ['index.html', 'a.html', 'a/b.html', 'docs/index.html', 'c.html', 'c', 'x/.releases/state.json.html'];
  const clean = withCleanUrls(site(Object.fromEntries(paths.map((path) => [path, path]))));
  expect(clean.map(({ path, source }) => `${path} ← ${source}`)).toEqual([
    'a ← a.html',
    'a.html ← a.html',
    'a/b ← a/b.html',
    'a/b.html ← a/b.html',
    'c ← c',
    'c.html ← c.html',
    'docs/index.html ← docs/index.html',
    'index.html ← index.html',
    'x/.releases/state.json.html ← x/.releases/state.json.html',
  ]);
});

test('clean addresses: a page whose address is that of a file with other content is named', () => {
  const named: string[] = [];
  const other = site({
    'a.html': 'page',
    a: 'feed',
    'docs/b.HTML': 'page',
    'docs/b': 'feed',
    'c.html': 'page',
    c: 'page',
    'd.html': 'page',
    'd.HTML': 'other page',
  });
  const clean = withCleanUrls(other, (page, path) => named.push(`${page} as ${path}`));
  expect(named).toEqual(['a.html as a', 'docs/b.HTML as docs/b', 'd.HTML as d']);
  expect(clean.filter(({ path }) => path === 'd')).toHaveLength(1);
});
