/** What a file is: hashed or mutable, its headers, what is never published. */
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { importsOf, pageReferences } from '../../../../actions/publish-frontend/site/dependencies/page-references.ts';
import { crc32cOfFile, md5OfFile } from '../../../../actions/publish-frontend/site/digest.ts';
import { badName, neverPublished } from '../../../../actions/publish-frontend/site/forbidden/forbidden-files.ts';
import { contentHashesOf, hasContentHash } from '../../../../actions/publish-frontend/site/hashed-names.ts';
import { contentType, headerRules, matcher, mayCompress } from '../../../../actions/publish-frontend/site/headers.ts';
import { readSite } from '../../../../actions/publish-frontend/site/read-site.ts';
import { scanFolder } from '../../../../actions/publish-frontend/site/scan-folder.ts';
import { describeFile, hashedBy, type SiteRules } from '../../../../actions/publish-frontend/site/site-files.ts';
import { InputError } from '../../../../src/runtime/errors.ts';
import { RULES } from '../fixtures.ts';

function headersOf(path: string, hashed: boolean, rules: Partial<SiteRules>) {
  const { contentType, cacheControl } = describeFile({ path, size: 1, source: path }, { md5: '' }, () => hashed, {
    ...RULES,
    ...rules,
  });
  return { contentType, cacheControl };
}

describe('names with a content hash', () => {
  test.each([
    ['Vite', 'assets/index-BxYz12_3.js'],
    ['Vite, a hash with a hyphen', 'assets/index-B-Yz12_3.css'],
    ['Vite, a source map', 'assets/index-BxYz12_3.js.map'],
    ['Vite, a hash of letters', 'assets/vendor-DkLmXyZq.js'],
    ['Next, a chunk', '_next/static/chunks/main-0a1b2c3d4e5f6071.js'],
    ['Next, a folder named by the build', '_next/static/Qx8sY2mPv0aLw1_kD3f9Z/_buildManifest.js'],
    ['Next, a font', '_next/static/media/4473ecc91f70f139-s.p.woff'],
    ['Astro', '_astro/index.DkLmXy12.css'],
    ['Astro, an image', '_astro/hero.aB3dEf9Z_Z1kQ2x.webp'],
    ['SvelteKit', '_app/immutable/entry/start.d3b07384.js'],
    ['Nuxt', '_nuxt/entry.0a1b2c3d.js'],
    ['webpack', 'static/js/main.0a1b2c3d.chunk.js'],
    ['webpack, a license beside it', 'static/media/logo.6ce24c58023cc2f8fd88.svg'],
    ['Angular', 'main-6QJ2K7XB.js'],
    ['Angular, a hash of letters', 'chunk-FFHMDTLK.js'],
    ['Angular, a font', 'media/roboto-2W3XQ6YA.woff2'],
    ['Gatsby', 'component---src-pages-index-js-0a1b2c3d4e5f60718293.js'],
    ['Gatsby, the runtime', 'webpack-runtime-0a1b2c3d4e5f60718293.js'],
    ['Workbox', 'workbox-0a1b2c3d.js'],
    ['Parcel', 'index.1a2b3c4d.js'],
  ])('%s: %s', (_, path) => expect(hasContentHash(path)).toBe(true));

  test.each([
    'index.html',
    'page-BxYz12_3.html',
    'favicon.ico',
    'robots.txt',
    'sw.js',
    'assets/my-document.pdf',
    'assets/report-20240101.pdf',
    'assets/photo-2024-01-01.jpg',
    'assets/logo-v2-final.png',
    'assets/hero-myBanner.png',
    'assets/hero-MyBanner.png',
    'assets/inter-SemiBold.woff2',
    'assets/jquery-3.7.1.min.js',
    'manifest.webmanifest',
    'img/apple-touch-icon.png',
    'fonts/deadbeef.woff2',
    'legal/terms-AGREEMENT.pdf',
    'legal/terms-ENGLISHX.pdf',
    'img/my-iPhone15.png',
    'img/team-Photo2024.jpg',
    'img/product-SKU12345.jpg',
    'img/IMG-1234ABCD.jpg',
  ])('none: %s', (path) => expect(hasContentHash(path)).toBe(false));

  describe('of Vite that look like camel case', () => {
    const folder = ['assets/vendor-B8XzQp_1.js', 'assets/index-Cq3Yt0aB.css'];
    const hashed = (path: string, others = folder) => contentHashesOf([...others, path])(path);

    test.each(['index-DiwrgTda.js', 'index-BfzKlmtr.css', 'index-UwrgzTda.js.map'])(
      '%s is one among others',
      (name) => {
        expect(hasContentHash(`assets/${name}`)).toBe(false);
        expect(hashed(`assets/${name}`)).toBe(true);
      },
    );
    test.each([
      'index-homepage.js',
      'index-HomePage.js',
      'page-UserCard.js',
      'chart-GridView.css',
      'parse-JsonHttp.js',
      'icons-SvgIcons.js',
      'photo-DiwrgTda.jpg',
      'page-DiwrgTda.html',
    ])('%s is none', (name) => expect(hashed(`assets/${name}`)).toBe(false));
    test('nor is one in a folder with other names, or where no hash is certain', () => {
      const path = 'assets/index-DiwrgTda.js';
      expect(hashed(path, [...folder, 'assets/polyfills.js'])).toBe(false);
      expect(hashed(path, ['assets/page-UserCard.js'])).toBe(false);
      expect(hashed(path, ['other/vendor-B8XzQp_1.js'])).toBe(false);
      expect(hashed(path, [...folder, 'assets/logo.svg', 'sw.js'])).toBe(true);
    });
  });

  test('globs of mutable overrule in order, and pages always change in place', () => {
    const hashed = hashedBy(['chunks/**', '!chunks/fixed.js', '!index.html'], []);
    expect(hashed('chunks/a-BxYz12_3.js')).toBe(false);
    expect(hashed('chunks/fixed.js')).toBe(true);
    expect(hashed('assets/a-BxYz12_3.js')).toBe(true);
    expect(hashed('index.html')).toBe(false);
  });
});

describe('headers', () => {
  const rules = {
    cacheControl: headerRules(
      new Map([
        ['*.ico', 'public, max-age=60'],
        ['/docs/**', 'max-age=5'],
      ]),
    ),
    contentType: headerRules(new Map([['feed', 'application/rss+xml']])),
  };
  test.each([
    ['assets/a-BxYz12_3.js', true, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['index.html', false, 'text/html; charset=utf-8', 'no-cache'],
    ['data.json', false, 'application/json; charset=utf-8', 'no-cache'],
    ['site.webmanifest', false, 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['logo.svg', false, 'image/svg+xml; charset=utf-8', 'no-cache'],
    ['a.woff2', false, 'font/woff2', 'no-cache'],
    ['engine.wasm', false, 'application/wasm', 'no-cache'],
    ['deep/favicon.ico', false, 'image/vnd.microsoft.icon', 'public, max-age=60'],
    ['docs/a/b.html', false, 'text/html; charset=utf-8', 'max-age=5'],
    ['feed', false, 'application/rss+xml', 'no-cache'],
    ['unknown', false, 'application/octet-stream', 'no-cache'],
    ['.well-known/openid-configuration', false, 'application/json; charset=utf-8', 'no-cache'],
    ['.well-known/apple-app-site-association', false, 'application/json; charset=utf-8', 'no-cache'],
  ])('%s', (path, hashed, type, cache) =>
    expect(headersOf(path, hashed, rules)).toEqual({ contentType: type, cacheControl: cache }),
  );

  test('the first rule that matches wins', () => {
    const first = headerRules(
      new Map([
        ['*.js', 'a=1'],
        ['**/*', 'b=1'],
      ]),
    );
    expect(headersOf('x/a.js', false, { cacheControl: first }).cacheControl).toBe('a=1');
    expect(headersOf('.well-known/x', false, { cacheControl: first }).cacheControl).toBe('b=1');
  });

  test('a glob without a slash matches in every folder', () => {
    expect(matcher('*.js')('a/b/c.js')).toBe(true);
    expect(matcher('/c.js')('a/c.js')).toBe(false);
    expect(matcher('a/*.js')('a/b/c.js')).toBe(false);
  });

  test.each([
    ['text/html; charset=utf-8', 2000, true],
    ['application/wasm', 2000, true],
    ['image/svg+xml; charset=utf-8', 2000, true],
    ['text/html; charset=utf-8', 100, false],
    ['image/png', 2_000_000, false],
    ['font/woff2', 2_000_000, false],
    ['application/zip', 2000, false],
    ['text/plain; charset=utf-8', 50_000_000, false],
  ])('gzip of %s with %d bytes: %s', (type, size, pays) => expect(mayCompress(type, size)).toBe(pays));

  test('every type of text says its charset', () => {
    for (const path of ['a.css', 'a.mjs', 'a.txt', 'a.xml', 'a.csv', 'a.md'])
      expect(contentType(path)).toMatch(/; charset=utf-8$/);
  });
});

describe('what is never published', () => {
  test.each([
    '.env',
    '.env.production',
    '.env-prod',
    '.ENVRC',
    'sub/.git/config',
    'gha-creds-0123456789abcdef.json',
    'application_default_credentials.json',
    '.npmrc',
    '.aws/credentials',
    'id_rsa',
    'keys/site.p12',
  ])('%s', (path) => expect(neverPublished(path)).toBeDefined());

  test.each(['env.js', '.well-known/security.txt', 'git/index.html', 'environment.html', '.nojekyll'])(
    'but %s is',
    (path) => expect(neverPublished(path)).toBeUndefined(),
  );

  test.each([
    ['x'.repeat(1025), 'is longer than 1024 bytes'],
    ['a\nb', 'contains a control character'],
    ['a\uFFFDb', 'is not UTF-8'],
  ])('names that cannot be an object', (name, why) => expect(badName(name)).toBe(why));
});

describe('a folder', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
  });
  const folder = (contents: Record<string, string>) => {
    const root = mkdtempSync(join(tmpdir(), 'scan-'));
    made.push(root);
    for (const [path, content] of Object.entries(contents)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return root;
  };
  const scan = (root: string, sourceMaps = false) =>
    scanFolder({ folder: root, given: 'dist', prefix: '', sourceMaps, index: 'required' });
  const problems = async (root: string) => {
    try {
      await scan(root);
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(({ message }) => message);
      throw error;
    }
    return [];
  };

  test('is walked in full, without source maps unless requested', async () => {
    const root = folder({ 'index.html': 'a', 'a/b/c.js': 'bb', 'a/b/c.js.map': '', '.well-known/x': '' });
    expect(await scan(root)).toMatchObject({ sourceMaps: 1 });
    expect((await scan(root)).files.map(({ path, size }) => [path, size])).toEqual([
      ['.well-known/x', 0],
      ['a/b/c.js', 2],
      ['index.html', 1],
    ]);
    expect((await scan(root, true)).files).toHaveLength(4);
  });

  test('reports all problems together', async () => {
    const root = folder({ 'index.html': '', '.env': 'A=1', 'x/.git/HEAD': '', '.releases/a': '', 'x/id_rsa': '' });
    expect(await problems(root)).toEqual([
      '.env is an environment file and must not be published. Remove it from the folder.',
      '.releases/a is reserved for releases. Rename it.',
      'x/.git is a git repository and must not be published. Remove it from the folder.',
      'x/id_rsa is a private key and must not be published. Remove it from the folder.',
    ]);
  });

  test('follows links inside, and refuses those that leave, lead nowhere or in circles', async () => {
    const root = folder({ 'index.html': '', 'real/a.js': 'x' });
    symlinkSync('real', join(root, 'linked'));
    expect((await scan(root)).files.map(({ path }) => path)).toEqual(['index.html', 'linked/a.js', 'real/a.js']);
    symlinkSync('/etc/hostname', join(root, 'out'));
    symlinkSync('..', join(root, 'up'));
    symlinkSync('.', join(root, 'self'));
    symlinkSync('gone', join(root, 'dangling'));
    expect((await problems(root)).sort()).toEqual([
      'dangling is a broken symbolic link. Remove it.',
      'out is a symbolic link that leaves the folder. Replace it with a copy of its target.',
      'self is a link to a folder that contains it. Remove the link.',
      'up is a symbolic link that leaves the folder. Replace it with a copy of its target.',
    ]);
  });

  test('without index.html, without files, or no folder at all', async () => {
    expect((await problems(folder({ 'a.js': '' })))[0]).toMatch(/has no index.html/);
    expect((await problems(folder({})))[0]).toMatch(/has no files/);
    expect((await problems('/nowhere'))[0]).toBe(
      '"dist" does not exist. Set the folder that the build wrote, relative to the workspace.',
    );
    expect((await problems(join(folder({ f: '' }), 'f')))[0]).toMatch(/is a file/);
  });

  test('hashes small and large files as Cloud Storage does', () => {
    const root = folder({ small: 'hello', large: 'x'.repeat(2_500_000), digits: '123456789' });
    expect(md5OfFile(join(root, 'small'))).toBe('XUFAKrxLKna5cZ2REBfFkg==');
    expect(md5OfFile(join(root, 'large'))).toBe(hash('md5', 'x'.repeat(2_500_000), 'base64'));
    // The check value of CRC-32C: e3069283.
    expect(crc32cOfFile(join(root, 'digits'))).toBe(Buffer.from('e3069283', 'hex').toString('base64'));
  });
});

describe('what a page loads', () => {
  test.each([
    ['a script', '<script src="/app.js"></script>', ['app.js']],
    ['a module, relative', '<script type=module src=./app.js></script>', ['docs/app.js']],
    ['a style', "<link rel='stylesheet' href='../main.css'>", ['main.css']],
    ['a preloaded module', '<LINK REL="modulepreload" HREF="/a.js">', ['a.js']],
    ['an encoded name and a query', '<script src="/a%20b.js?v=1&amp;x#y"></script>', ['a b.js']],
    ['behind the prefix', '<script src="/app/x.js"></script>', ['app/x.js', 'x.js']],
    ['a comment', '<!-- <script src="/app.js"></script> -->', []],
    ['text of a script', '<script>"<script src=/no.js>"</script><script src=/yes.js></script>', ['yes.js']],
    ['another site', '<script src="https://cdn.example.com/a.js"></script>', []],
    ['an icon', '<link rel=icon href=/favicon.ico>', []],
    ['an attribute with a bracket', '<script data-x="a>b" src="/app.js"></script>', ['app.js']],
    ['its own module', '<script>import x from "./x.js"; import "y"</script>', ['docs/x.js']],
    ['what it would load by a name', '<script>const from = "./x.js"</script>', []],
    ['a base', '<base href="/sub/"><script src="a.js"></script>', ['sub/a.js']],
    [
      'a preloaded script, no preloaded image',
      '<link rel=preload as=script href=/a.js><link rel=preload as=image href=/b>',
      ['a.js'],
    ],
    ['an import map', '<script type=importmap>{"imports": {"a": "/a.js"}}</script>', ['a.js']],
    ['a style of its own', '<style>@import "/a.css"; b{}</style>', ['a.css']],
    ['a broken address', '<script src="http://["></script><script src="/%ff.js"></script>', []],
  ])('%s', (_, html, paths) => expect([...pageReferences(html as string, 'docs/index.html', 'app/')]).toEqual(paths));
});

describe('what code loads', () => {
  test.each([
    ['js/a.js', 'import a from "./b.js"; export * from\'../c.js\'; import`/no`', ['js/b.js', 'c.js', 'no']],
    [
      'js/a.js',
      'import{x}from"/app/d.mjs";import("./e.js");import( /* why */ "./f.js")',
      ['app/d.mjs', 'd.mjs', 'js/e.js', 'js/f.js'],
    ],
    ['js/a.js', 'new Worker(new URL("./w.js", import.meta.url)); import react from "react"', ['js/w.js']],
    ['js/a.js', 'const important = "./no.js"; import(`./${name}.js`)', []],
    ['css/a.css', '@import "b.css"; @import url(../c.css) screen; a{background:url(d.png)}', ['css/b.css', 'c.css']],
  ])('%s: %s', (path, code, paths) => expect([...importsOf(code, path, 'app/')]).toEqual(paths));
});

describe('reading the site', () => {
  test('a file that cannot be read is named', async () => {
    const gone = [{ path: 'a.js', size: 1, source: 'a.js' }];
    await expect(readSite('/nowhere', gone, RULES, new AbortController().signal)).rejects.toThrow(
      'Input path: a.js cannot be read (ENOENT)',
    );
  });
});
