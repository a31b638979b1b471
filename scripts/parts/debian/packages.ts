/**
 * Debian packages with the shared libraries that their programs load, since `unpackDebian` follows no dependencies.
 * All are of one Debian release, so that any of them can be laid over another.
 */

const runtime = ['libc6', 'libgcc-s1', 'libstdc++6', 'zlib1g', 'libzstd1'];

export const packages = {
  alpine: ['busybox-static', 'ca-certificates', 'tzdata', 'libc6', 'libgcc-s1'],
  protoc: ['protobuf-compiler', 'libprotobuf-dev', 'libprotoc32t64', 'libprotobuf32t64', ...runtime],
  nginx: ['nginx', 'nginx-common', 'libcrypt1', 'libpcre2-8-0', 'libssl3t64', ...runtime],
  redis: [
    ...['redis-server', 'redis-tools', 'libatomic1', 'libjemalloc2', 'liblzf1', 'libssl3t64', 'libsystemd0', 'libcap2'],
    ...runtime,
  ],
  python: [
    ...['python3.13', 'python3.13-minimal', 'libpython3.13-minimal', 'libpython3.13-stdlib'],
    ...['libbz2-1.0', 'libexpat1', 'libffi8', 'liblzma5', 'libsqlite3-0', 'libssl3t64', 'libuuid1'],
    ...runtime,
  ],
  node: [...runtime],
  java: ['openjdk-21-jdk-headless', 'openjdk-21-jre-headless', ...runtime],
  /** What rustc calls as `cc`. */
  linker: [
    ...['gcc', 'gcc-x86-64-linux-gnu', 'gcc-14', 'gcc-14-x86-64-linux-gnu', 'libgcc-14-dev', 'libc6-dev'],
    ...[
      'binutils',
      'binutils-x86-64-linux-gnu',
      'libbinutils',
      'libctf0',
      'libctf-nobfd0',
      'libsframe1',
      'libjansson4',
    ],
    ...['libgmp10', 'libisl23', 'libmpc3', 'libmpfr6'],
    ...runtime,
  ],
} as const satisfies Record<string, readonly string[]>;
