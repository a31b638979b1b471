/** Rust is found by all who ask for it, where HOME is another than at its installation. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rustToolchain } from '../../../scripts/parts/dependencies.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rustup-'));
  const bin = join(folder, '.cargo/bin');
  mkdirSync(bin, { recursive: true });
  mkdirSync(join(folder, '.rustup'));
  // As the proxies of rustup do: without toolchains there is no compiler.
  const rustc = '[ -d "$RUSTUP_HOME" ] || exit 1\ncase "$1" in --print) echo /sysroot ;; *) echo "rustc 1.0.0" ;; esac';
  writeFileSync(join(bin, 'rustc'), `#!/bin/sh\n${rustc}\n`);
  chmodSync(join(bin, 'rustc'), 0o755);
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
  vi.stubEnv('RUSTUP_HOME', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('its toolchains are those beside rustup', async () => {
  expect(await rustToolchain()).toEqual({ dir: '/sysroot', stamp: expect.stringContaining('rustc 1.0.0') });
});
