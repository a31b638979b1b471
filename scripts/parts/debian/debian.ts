/**
 * Programs from Debian's archive, unpacked into the project's folder instead of installed on the machine.
 * apt runs with a private configuration (sources, lists and cache) and still checks every signature.
 */
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exists, hashOf, localDir, run, withLock } from '../local.ts';

const aptDir = join(localDir, 'apt');
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Debian 13 for what Debian 12 lacks (docker.io 26.1, docker-buildx 0.13), Debian 12 for what needs its older libc. */
const suites = ['trixie', 'trixie-updates', 'bookworm'];
const sources = suites
  .map((suite) => `deb [signed-by=${keyring}] http://deb.debian.org/debian ${suite} main\n`)
  .join('');

/** Files that no program here reads. */
const omitted = [
  ...['doc', 'man', 'info', 'lintian', 'locale', 'bug', 'bash-completion'].map((name) => `./usr/share/${name}`),
  ...['gconv', 'lto1', 'lto-dump*', '*-lto-dump-*', 'lib*san.a', 'lib*san.so*', 'docker-proxy', 'ctr'],
];

const maxListAge = 24 * 3600_000;

function apt(...args: readonly string[]): Promise<string> {
  const options = {
    'Dir::Etc::sourcelist': join(aptDir, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State': aptDir,
    'Dir::State::status': join(aptDir, 'status'),
    'Dir::Cache': aptDir,
    'APT::Sandbox::User': 'root',
    'APT::Update::Post-Invoke-Success::': '/bin/true',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
    'Acquire::IndexTargets::deb::Translations::DefaultEnabled': 'false',
    'Acquire::Retries': '3',
  };
  return run('apt-get', [...Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`]), ...args], {
    cwd: join(aptDir, 'debs'),
  });
}

/** Fetches the package lists, unless they are younger than a day. */
async function refreshLists(force = false): Promise<void> {
  const stamp = join(aptDir, 'updated');
  const age = await stat(stamp).then(
    (file) => Date.now() - file.mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
  if (age < maxListAge && !force) return;
  await Promise.all(
    ['lists/partial', 'archives/partial', 'debs'].map((dir) => mkdir(join(aptDir, dir), { recursive: true })),
  );
  await Promise.all([writeFile(join(aptDir, 'sources.list'), sources), writeFile(join(aptDir, 'status'), '')]);
  await apt('update');
  await writeFile(stamp, '');
}

/**
 * Unpacks Debian packages into a separate folder and returns it.
 * @param name The folder's name, for people.
 * @param packages Package names; `name/suite` takes the package from that suite instead of Debian 13. Dependencies are
 *   not followed: name all packages that the programs load.
 */
export async function unpackDebian(name: string, packages: readonly string[]): Promise<string> {
  const dir = join(localDir, 'debian', `${name}-${hashOf(sources, ...omitted, ...packages)}`);
  if (await exists(dir)) return dir;
  return withLock('apt', async () => {
    if (await exists(dir)) return dir;
    const pinned = packages.map((item) => (item.includes('/') ? item : `${item}/trixie`));
    await refreshLists();
    const debs = join(aptDir, 'debs');
    await rm(debs, { recursive: true, force: true });
    await mkdir(debs);
    // A list that is a few hours old can name a version that a security update has replaced.
    await apt('download', ...pinned).catch(async () => {
      await refreshLists(true);
      await apt('download', ...pinned);
    });
    const half = `${dir}.part`;
    await rm(half, { recursive: true, force: true });
    await mkdir(half, { recursive: true });
    const unpack = `dpkg-deb --fsys-tarfile "$0" | tar --extract --directory "$1" ${omitted.map((glob) => `--exclude='${glob}'`).join(' ')}`;
    for (const deb of await readdir(debs)) await run('bash', ['-o', 'pipefail', '-c', unpack, join(debs, deb), half]);
    await rm(debs, { recursive: true, force: true });
    await mkdir(debs);
    await rename(half, dir);
    return dir;
  });
}

/**
 * A program of a Debian package as a file that can be run from anywhere: it starts under the C library that was
 * unpacked with it, since the machine's may be older. Put its folder on `PATH` to find it by name.
 * @param program Its path in the package, such as `usr/bin/protoc`.
 * @param extra Arguments to put before the caller's; `%` represents the unpacked folder.
 */
export async function debianProgram(packages: readonly string[], program: string, extra = ''): Promise<string> {
  const name = basename(program);
  const root = await unpackDebian(name, packages);
  const file = join(root, 'start', name);
  if (await exists(file)) return file;
  const [loader, triplet] = libc[process.arch as keyof typeof libc] ?? [];
  if (!loader) throw new Error(`There are no Debian programs for ${process.arch} here.`);
  const lib = `${root}/usr/lib/${triplet}`;
  const start = `'${lib}/${loader}' --library-path '${lib}' --argv0 ${name} '${root}/${program}'`;
  await mkdir(join(root, 'start'), { recursive: true });
  await writeFile(`${file}.part`, `#!/bin/sh\nexec ${start} ${extra.replaceAll('%', root)} "$@"\n`, { mode: 0o755 });
  await rename(`${file}.part`, file);
  return file;
}

/** The dynamic loader and the library folder of Debian's architectures, by Node's names. */
const libc = {
  x64: ['ld-linux-x86-64.so.2', 'x86_64-linux-gnu'],
  arm64: ['ld-linux-aarch64.so.1', 'aarch64-linux-gnu'],
} as const;

/** Installs packages on the machine with its own apt, for what cannot run unpacked. */
export async function aptInstall(names: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '--yes', '--no-install-recommends', ...names], { env });
  // A new machine has no package lists, and outdated lists name versions that no longer exist.
  await install().catch(async () => {
    await run('apt-get', ['update'], { env });
    await install();
  });
}
