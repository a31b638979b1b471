/** CONTRIBUTING.md: its commands exist, and the example of debugging deploys to the emulator. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { startEmulator } from '../../../packages/emulator/src/start.ts';
import { read, root } from '../sources.ts';

const page = read('CONTRIBUTING.md');
const blocks = [...page.matchAll(/^ *```bash\n([\s\S]*?)```/gm)].map(([, text = '']) => text);
const folder = mkdtempSync(join(tmpdir(), 'contributing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('its scripts are those of package.json, and its files exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const names = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !(name in scripts))).toEqual([]);
  const files = blocks.flatMap((text) =>
    [...text.matchAll(/ -- ((?:test|packages)\/\S+)/g)].map(([, file = '']) => file),
  );
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('a test that it selects by name exists', () => {
  const selected = [...page.matchAll(/ -- (\S+\.test\.ts) -t '([^']+)'/g)].map(([, file = '', name = '']) => ({
    file,
    name,
  }));
  expect(selected).not.toEqual([]);
  const titles = (file: string) =>
    [...read(file).matchAll(/\b(?:it|test|describe)\('([^']+)'/g)].map(([, title = '']) => title);
  expect(selected.filter(({ file, name }) => !titles(file).some((title) => title.includes(name)))).toEqual([]);
});

test('the bundle that is debugged deploys the image', async () => {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.stop());
  const variables = join(folder, 'emulator.env');
  const lines = Object.entries(emulator.env).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(variables, lines.join(''));
  const example = blocks.find((text) => text.includes('--inspect-brk')) ?? '';
  const script = example.replace('/tmp/emulator.env', variables).replace(' --inspect-brk', '');
  expect(script).not.toBe(example);
  const { PATH, HOME } = process.env;
  const child = spawn('bash', ['-ec', script], { cwd: root, env: { PATH, HOME, RUNNER_TEMP: folder } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(output).toMatch(/web-[0-9a-f]{12}-1 serves web in us-central1/);
  expect(code).toBe(0);
}, 60_000);
