/** Finds the Rust toolchain if HOME differs from the one at its installation. */
import { dirname, join } from 'node:path';
import { exists, tryRun, which } from './local.ts';

/** rustup looks for its toolchains below HOME. If HOME has no toolchains, this process and its programs use those beside rustup. */
export async function findRustup(): Promise<void> {
  const rustc = await which('rustc');
  if (!rustc || process.env.RUSTUP_HOME || (await tryRun(rustc, ['--version']))) return;
  const beside = join(dirname(rustc), '../../.rustup');
  if (await exists(beside)) process.env.RUSTUP_HOME = beside;
}
