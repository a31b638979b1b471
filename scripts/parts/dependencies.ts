/**
 * The dependencies of a build without network beyond a base image: the machine's Go and Rust toolchains, and the modules and
 * crates of the sample application's lock files, in the layout that builds read.
 */
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exists, hashOf, localDir, MissingPartError, projectDir, run, tryRun } from './local.ts';
import { findRustup } from './rustup.ts';

/** A folder with a version that changes with its content. */
export interface Folder {
  readonly dir: string;
  readonly stamp: string;
}

const sample = join(projectDir, 'examples/orchestra');
const engine = join(sample, 'engine');

/** The machine's Go toolchain. */
export async function goToolchain(): Promise<Folder> {
  const root = await tryRun('go', ['env', 'GOROOT'], { cwd: sample });
  if (!root) throw new MissingPartError('Go is not installed.', 'https://go.dev/doc/install');
  return { dir: root.trim(), stamp: await readFile(join(root.trim(), 'VERSION'), 'utf8') };
}

/** The machine's Rust toolchain. */
export async function rustToolchain(): Promise<Folder> {
  await findRustup();
  const root = await tryRun('rustc', ['--print', 'sysroot'], { cwd: engine });
  if (!root) throw new MissingPartError('Rust is not installed.', 'https://rustup.rs');
  return { dir: root.trim(), stamp: await run('rustc', ['-vV'], { cwd: engine }) };
}

/** The sample's Go modules in the layout of `GOMODCACHE`: https://go.dev/ref/mod#module-cache */
export async function goModules(): Promise<Folder> {
  const files = await Promise.all(['go.mod', 'go.sum'].map((name) => readFile(join(sample, name), 'utf8')));
  return make('go-modules', files, async (dir) => {
    await run('go', ['mod', 'download', '-modcacherw'], { cwd: sample, env: { ...process.env, GOMODCACHE: dir } });
  });
}

/** The sample's crates in the layout of `CARGO_HOME`. */
export async function rustCrates(): Promise<Folder> {
  const files = await Promise.all(['Cargo.toml', 'Cargo.lock'].map((name) => readFile(join(engine, name), 'utf8')));
  const toolchain = await rustToolchain();
  return make('rust-crates', [...files, toolchain.stamp], async (dir) => {
    await run('cargo', ['fetch', '--locked'], { cwd: engine, env: { ...process.env, CARGO_HOME: dir } });
    await rm(join(dir, 'registry/src'), { recursive: true });
  });
}

/** A folder in the local folder, named by the hash of its sources and of this file. `fill` creates the content once. */
async function make(name: string, from: readonly string[], fill: (dir: string) => Promise<void>): Promise<Folder> {
  // The text of this file, since the text of `fill` differs in transformed tests.
  const stamp = hashOf(...from, await readFile(import.meta.filename));
  const dir = join(localDir, 'dependencies', `${name}-${stamp}`);
  if (!(await exists(dir))) {
    const half = `${dir}.part`;
    await rm(half, { recursive: true, force: true });
    await mkdir(half, { recursive: true });
    await fill(half);
    await rename(half, dir);
    // Older versions are deleted, since each takes hundreds of megabytes.
    for (const other of await readdir(dirname(dir)))
      if (other.startsWith(`${name}-`) && other !== basename(dir))
        await rm(join(dirname(dir), other), { recursive: true });
  }
  return { dir, stamp };
}
