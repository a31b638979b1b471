/** The commands of docs/cli.md and of the emulator's README that use the command line on the local Google Cloud. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { read, root } from '../sources.ts';

const FILE = '/tmp/emulator.env';

test.each(['docs/cli.md', 'packages/emulator/README.md'])(
  'those of %s start it and show its services',
  async (page) => {
    const lines = [...read(page).matchAll(/^```(?:bash|sh)\n([\s\S]*?)```/gm)]
      .map(([, text = '']) => text)
      .filter((text) => text.includes(FILE))
      .join('')
      .trim()
      .split('\n');
    const [start = '', ...use] = lines;
    expect(start).toContain('npm run emulator -- ');
    const folder = mkdtempSync(join(tmpdir(), 'cli-on-emulator-'));
    const inFolder = (command: string) => command.replaceAll(FILE, join(folder, 'env'));
    const env = { PATH: process.env.PATH, HOME: folder };
    // The packages are installed; a fixed port can be in use.
    const command = inFolder(start).replace(
      /^.*npm run emulator --/,
      'exec node packages/emulator/src/main.ts --port 0',
    );
    const emulator = spawn('bash', ['-c', `${command.replace(/ +#.*/, '')} --engine none`], { cwd: root, env });
    const ended = once(emulator, 'close');
    try {
      await new Promise<void>((resolve, reject) => {
        let text = '';
        emulator.stderr.on('data', (chunk) => {
          text += String(chunk);
          if (text.includes('is up')) resolve();
        });
        emulator.once('close', () => reject(new Error(text)));
      });
      const { stdout } = await promisify(execFile)('bash', ['-ec', inFolder(use.join('\n'))], { cwd: root, env });
      expect(stdout).toBe('There is no service in us-central1 of acme-staging, and no site.\n');
    } finally {
      emulator.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
