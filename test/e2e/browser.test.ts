/**
 * The dashboard of the sample application in a real browser, through the emulated CDN: a page opened before a publish
 * still loads its lazy chunk afterwards, a rollback shows the old version to new pages, and no request fails. Precompressed files
 * are decoded by the browser.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import { type Emulator, startEmulator } from '../../packages/emulator/src/start.ts';
import { ensureChromium, ensurePnpm } from '../../scripts/parts/tools.ts';
import { runStep, type StepResult } from '../harness/runner.ts';

const run = promisify(execFile);

const tools = await Promise.all([ensureChromium(), ensurePnpm()]).catch((error: unknown) => {
  if (process.env.CI === 'true') throw error;
  console.log(`Left out: the dashboard in a browser (${(error as Error).message})`);
  return undefined;
});

describe.skipIf(!tools)('the dashboard in a browser', () => {
  const [executablePath = '', pnpm = ''] = tools ?? [];
  let folder: string;
  let resources: string;
  const failures: string[] = [];
  let emulator: Emulator;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'browser-'));
    resources = join(folder, 'resources');
    cpSync(join(import.meta.dirname, '../../examples/orchestra/resources'), resources, {
      recursive: true,
      filter: (path) => !/\/(node_modules|dist)$/.test(path),
    });
    const path = `${dirname(pnpm)}:${process.env.PATH}`;
    await run(pnpm, ['install', '--frozen-lockfile', '--prefer-offline'], {
      cwd: resources,
      env: { ...process.env, PATH: path },
    });
    emulator = await startEmulator();
    emulator.seed.all();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    await emulator?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const publish = (commit: string, inputs: Record<string, string>): Promise<StepResult> =>
    runStep('publish-frontend', {
      workspace: folder,
      with: {
        'workload-identity-provider': DEFAULTS.provider,
        'service-account': DEFAULTS.serviceAccount,
        project: DEFAULTS.project,
        bucket: DEFAULTS.bucket,
        prefix: 'dashboard',
        'url-map': DEFAULTS.urlMap,
        host: DEFAULTS.siteHost,
        ...inputs,
      },
      env: {
        ...emulator.env,
        PATH: `${dirname(pnpm)}:${process.env.PATH}`,
        GITHUB_SHA: commit,
        GITHUB_RUN_ID: commit.slice(0, 4),
        VITE_COMMIT: commit,
      },
    });

  /** Builds a version whose page and lazy chunk both differ from every other, and publishes it. */
  async function release(version: string): Promise<void> {
    const source = join(resources, 'dashboard/src');
    const edit = (file: string, pattern: RegExp, text: string) =>
      writeFileSync(join(source, file), readFileSync(join(source, file), 'utf8').replace(pattern, text));
    edit('text.ts', /greeting: '[^']*'/, `greeting: 'Movement ${version}.'`);
    edit('Projects.tsx', /<ul[^>]*>/, `<ul data-version="${version}">`);
    const result = await publish(commitOf(version), {
      path: 'resources/dashboard/dist',
      'working-directory': 'resources',
      'build-command': 'pnpm build',
    });
    expect(result.exitCode, result.log).toBe(0);
  }

  const commitOf = (version: string) => version.charCodeAt(0).toString(16).repeat(20);

  /** A new page without a cache. Failed requests are recorded; the page's API is faked here. */
  async function open(): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    page.on('requestfailed', (request) => failures.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on('response', (response) => {
      if (response.status() >= 400) failures.push(`${response.url()}: ${response.status()}`);
    });
    page.on('pageerror', (error) => failures.push(error.message));
    await page.route('**/version', (route) => route.fulfill({ json: { version: 'v1', schema: null } }));
    await page.route('**/api/projects', (route) =>
      route.fulfill({ json: { projects: [{ id: 1, name: 'Symphony', status: 'ready' }] } }),
    );
    await page.goto(`http://${DEFAULTS.siteHost}:${new URL(emulator.urls.cdn).port}/dashboard/index.html`);
    return page;
  }
  const shown = (page: Page) => page.getByTestId('dashboard-version').textContent();

  /** Loads the lazy chunk, and returns the version of its code. */
  async function lazily(page: Page): Promise<string | null> {
    await page.getByRole('button', { name: 'Show projects' }).click();
    await page.getByText('Symphony').waitFor();
    return page.locator('ul').getAttribute('data-version');
  }

  test('opened before a publish or a rollback, a page loads its own chunk after it', { timeout: 300_000 }, async () => {
    await release('a');
    const early = await open();
    expect(await shown(early)).toBe(commitOf('a'));

    await release('b');
    expect(await lazily(early)).toBe('a');
    const later = await open();
    expect(await shown(later)).toBe(commitOf('b'));

    const back = await publish(commitOf('c'), { 'rollback-to': 'previous' });
    expect(back.exitCode, back.log).toBe(0);
    expect(await lazily(later)).toBe('b');
    const fresh = await open();
    expect(await shown(fresh)).toBe(commitOf('a'));
    expect(await fresh.getByText('Movement a.').isVisible()).toBe(true);
    expect(await lazily(fresh)).toBe('a');
    expect(failures).toEqual([]);
  });

  test.each([
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['zstd', 'zstd'],
  ] as const)('precompressed: %s; the browser decodes page, style, script and WebAssembly', async (input, encoding) => {
    const site = `packed-${input}`;
    // The smallest module: magic number and version.
    const wasm = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const contents = {
      'index.html': '<!doctype html><link rel="stylesheet" href="style.css"><p>page</p><script src="app.js"></script>',
      'style.css': 'p { color: rgb(1, 2, 3) }',
      'app.js':
        'WebAssembly.compileStreaming(fetch("code.wasm")).then(() => (document.title = "compiled"), (error) => (document.title = String(error)));',
      'code.wasm': wasm,
    };
    for (const [name, content] of Object.entries(contents)) {
      mkdirSync(join(folder, site), { recursive: true });
      writeFileSync(join(folder, site, name), content);
      writeFileSync(join(folder, site, `${name}.gz`), gzipSync(content));
      writeFileSync(join(folder, site, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(folder, site, `${name}.zst`), zstdCompressSync(content));
    }
    const result = await publish(commitOf('a'), { path: site, prefix: site, precompressed: input });
    expect(result.exitCode, result.log).toBe(0);
    const page = await (await browser.newContext()).newPage();
    const encodings: Record<string, string | undefined> = {};
    page.on('response', (response) => {
      const name = new URL(response.url()).pathname.split('/').pop() ?? '';
      if (name in contents) encodings[name] = response.headers()['content-encoding'];
    });
    await page.goto(`http://${DEFAULTS.siteHost}:${new URL(emulator.urls.cdn).port}/${site}/index.html`);
    await page.waitForFunction('document.title !== ""');
    expect(await page.title()).toBe('compiled');
    expect(await page.evaluate('getComputedStyle(document.querySelector("p")).color')).toBe('rgb(1, 2, 3)');
    expect(encodings).toEqual(Object.fromEntries(Object.keys(contents).map((name) => [name, encoding])));
  });
});
