/**
 * The programs of tests and the demonstration, at pinned versions, in the project's local folder. Each
 * `ensure…` returns the path of the program, and installs it first if it is missing. All are in `toolsBin`.
 */
import { createHash } from 'node:crypto';
import { chmod, copyFile, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { aptInstall, debianProgram } from './debian/debian.ts';
import { packages } from './debian/packages.ts';
import {
  exists,
  localDir,
  MissingPartError,
  onDebianAsRoot,
  projectDir,
  requireProgram,
  run,
  say,
  which,
  withLock,
} from './local.ts';

const toolsDir = join(localDir, 'tools');

/** The folder to put on `PATH`. */
export const toolsBin = join(toolsDir, 'bin');

/**
 * Runs GitHub workflows on this machine, with two changes:
 * - `act/outputs.go` replaces the outputs of jobs, which are not GitHub's for a matrix (https://github.com/nektos/act/issues/981).
 * - Steps have no terminal, as on GitHub's runners. act reads a terminal until a text ends with a certain character, and does not stop
 *   if other text follows it.
 */
export const ensureAct = () =>
  tool('act', `${ACT}-outputs-pipes`, 'act', async (dir) => {
    const { source, env } = await goSource(dir, 'github.com/nektos/act', ACT);
    const replace = async (file: string, original: string, replacement: string) => {
      const text = await readFile(join(source, file), 'utf8');
      if (!text.includes(original)) throw new Error(`act ${ACT} no longer has ${original}: see scripts/parts/act.`);
      await writeFile(join(source, file), text.replace(original, replacement));
    };
    const outputs = 'func (rc *RunContext) interpolateOutputs()';
    await replace('pkg/runner/run_context.go', outputs, 'func (rc *RunContext) originalOutputs()');
    await copyFile(join(import.meta.dirname, 'act/outputs.go'), join(source, 'pkg/runner/orchestra_outputs.go'));
    await replace('pkg/container/host_environment.go', 'if true /* allocate Terminal */', 'if false');
    await run('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', join(dir, 'act'), '.'], { cwd: source, env });
    await rm(source, { recursive: true });
  });
const ACT = 'v0.2.89';

/** Checks workflow files. */
export const ensureActionlint = () => goTool('github.com/rhysd/actionlint/cmd/actionlint', 'v1.7.12');

/** Checks the sample's Go code. */
export const ensureGolangciLint = () => goTool('github.com/golangci/golangci-lint/v2/cmd/golangci-lint', 'v2.15.0');

/** A third-party Cloud Storage server for tests of publish-frontend. */
export const ensureFakeGcsServer = () => goTool('github.com/fsouza/fake-gcs-server', 'v1.56.1');

/** A third-party registry client for the conformance suite. */
export const ensureOras = () => goTool('oras.land/oras/cmd/oras', 'v1.2.3');

/** Checks workflow files for security problems. */
export const ensureZizmor = () =>
  tool('zizmor', '1.32.0', 'bin/zizmor', async (dir, version) => {
    await requireProgram('python3');
    const args = ['install', '--quiet', '--no-deps', '--only-binary=:all:', '--target', dir, `zizmor==${version}`];
    await run('python3', ['-m', 'pip', ...args]);
  });

/** A Python with Google's Python clients, named by their versions. */
export async function ensurePythonClients(): Promise<string> {
  const list = join(projectDir, 'scripts/parts/python-clients.txt');
  const version = createHash('sha256')
    .update(await readFile(list))
    .digest('hex')
    .slice(0, 12);
  return tool('google-python', version, 'bin/google-python', async (dir) => {
    await requireProgram('python3');
    const args = ['install', '--quiet', '--no-deps', '--only-binary=:all:', '--target', join(dir, 'lib'), '-r', list];
    await run('python3', ['-m', 'pip', ...args]);
    const program = join(dir, 'bin/google-python');
    const script = '#!/bin/sh\nPYTHONPATH=$(dirname "$(readlink -f "$0")")/../lib exec python3 "$@"\n';
    await mkdir(dirname(program), { recursive: true });
    await writeFile(program, script, { mode: 0o755 });
  });
}

/** Builds the sample's dashboard: the version that its package.json names. */
export async function ensurePnpm(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(projectDir, 'examples/orchestra/resources/package.json'), 'utf8'));
  const version = String(manifest.packageManager)
    .replace(/^pnpm@/, '')
    .replace(/\+.*$/, '');
  return tool('pnpm', version, 'node_modules/.bin/pnpm', async (dir) => {
    const options = [
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--loglevel=error',
    ];
    await run('npm', ['install', ...options, '--prefix', dir, `pnpm@${version}`]);
  });
}

/** Compiles the sample's protocol buffers on this machine. */
export const ensureProtoc = () => systemTool('protoc', packages.protoc, 'usr/bin/protoc', '-I%/usr/include');

/** Serves the sample's nginx configurations in its tests. */
export const ensureNginx = () => systemTool('nginx', packages.nginx, 'usr/sbin/nginx');

/** Compiles the Java service of the tests: the machine's, else Debian's, which must be installed, since its files refer to each other by absolute paths. */
export async function ensureJava(): Promise<string> {
  const present = await which('javac');
  if (present) return present;
  if (!(await onDebianAsRoot()))
    throw new MissingPartError('Java is not installed.', 'apt-get install default-jdk-headless');
  await aptInstall(['default-jdk-headless']);
  return '/usr/bin/javac';
}

/** A browser for tests of pages: the machine's, else Debian's, which must be installed, since it has too many dependencies to unpack. */
export async function ensureChromium(): Promise<string> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  for (const name of names) {
    const present = await which(name);
    if (present) return present;
  }
  if (!(await onDebianAsRoot())) throw new MissingPartError('Chromium is not installed.', 'apt-get install chromium');
  const began = performance.now();
  await aptInstall(['chromium']);
  say(`chromium installed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return '/usr/bin/chromium';
}

/** A program of a Go module, compiled on this machine. */
function goTool(path: string, version: string): Promise<string> {
  const name = basename(path);
  return tool(name, version, name, async (dir) => {
    await requireProgram('go');
    const env = { ...process.env, GOBIN: dir, GOFLAGS: '', CGO_ENABLED: '0' };
    await run('go', ['install', '-trimpath', '-ldflags=-s -w', `${path}@${version}`], { env });
  });
}

/** Downloads the sample's Go modules into the cache that `env` names, so that builds and tests make no requests for them. */
export const cacheGoModules = (env: NodeJS.ProcessEnv): Promise<string> =>
  run('go', ['mod', 'download'], { cwd: join(projectDir, 'examples/orchestra'), env });

/** The source of a Go module, copied below `dir` to be changed or built there; and the environment for the build. */
export async function goSource(dir: string, path: string, version: string) {
  await requireProgram('go');
  const env = { ...process.env, GOFLAGS: '-modcacherw', CGO_ENABLED: '0' };
  const { Dir } = JSON.parse(await run('go', ['mod', 'download', '-json', `${path}@${version}`], { env }));
  const source = join(dir, 'source');
  await cp(Dir, source, { recursive: true });
  // Files of the module cache are read-only.
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true }))
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  await chmod(source, 0o755);
  return { source, env };
}

/** The machine's own program, else Debian's, unpacked. */
async function systemTool(name: string, debian: readonly string[], program: string, extra = ''): Promise<string> {
  const present = await which(name);
  if (present) return present;
  if (!(await onDebianAsRoot()))
    throw new MissingPartError(`${name} is not installed.`, `apt-get install ${debian[0]}`);
  return link(name, await debianProgram(debian, program, extra));
}

/** Installs a program into its own folder, unless this version is already installed. */
export async function tool(
  name: string,
  version: string,
  program: string,
  install: (dir: string, version: string) => Promise<void>,
): Promise<string> {
  const dir = join(toolsDir, `${name}-${version}`);
  if (!(await exists(dir)))
    await withLock(`tool-${name}`, async () => {
      if (await exists(dir)) return;
      const began = performance.now();
      const half = `${dir}.part`;
      await rm(half, { recursive: true, force: true });
      await mkdir(half, { recursive: true });
      await install(half, version);
      await rename(half, dir);
      say(`${name} ${version} installed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    });
  return link(name, join(dir, program));
}

/** Makes a program available by name in `toolsBin`; returns its path there. */
async function link(name: string, target: string): Promise<string> {
  const file = join(toolsBin, name);
  await mkdir(toolsBin, { recursive: true });
  const half = `${file}.${process.pid}`;
  await symlink(target, half);
  await rename(half, file);
  return file;
}
