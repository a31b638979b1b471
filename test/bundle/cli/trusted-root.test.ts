/** trusted-root as a process, against a server with Sigstore's metadata; and doctor on the file. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import { verifySignedRoots } from '../../../src/provenance/signed-roots.ts';
import type { SignedRoots } from '../../../src/provenance/signed-roots-file.ts';
import { type Cli, createCli, outputOf } from './cli.fixture.ts';

const SIGSTORE = 'https://tuf-repo-cdn.sigstore.dev';
const fixture = JSON.parse(readFileSync(new URL('../../fixtures/trusted-root/sigstore.json', import.meta.url), 'utf8'));
const requested: (readonly [path: string, token: string | undefined])[] = [];
let files: Record<string, string>;
let server: Server;
let mirror: string;
let emulator: Emulator;
let cli: Cli;
beforeAll(async () => {
  const hash = createHash('sha256').update(fixture.trustedRoot).digest('hex');
  files = {
    '/tuf/16.root.json': JSON.stringify(fixture.roots[16]),
    '/tuf/timestamp.json': JSON.stringify(fixture.timestamp),
    [`/tuf/${fixture.timestamp.signed.meta['snapshot.json'].version}.snapshot.json`]: JSON.stringify(fixture.snapshot),
    [`/tuf/${fixture.targets.signed.version}.targets.json`]: JSON.stringify(fixture.targets),
    [`/tuf/targets/${hash}.trusted_root.json`]: fixture.trustedRoot,
  };
  server = createServer((request, response) => {
    requested.push([request.url ?? '', request.headers.authorization]);
    const found = files[request.url ?? ''];
    response.writeHead(found === undefined ? 404 : 200).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tuf`;
  emulator = await startEmulator();
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await emulator.stop();
});
beforeEach(() => {
  cli = createCli(emulator);
});
afterEach(() => cli.remove());

test('prints a file whose signatures lead from the released root to the trusted root; no token is sent', async () => {
  const result = await cli.run(['trusted-root', '--source', `${SIGSTORE}=${mirror}`]);
  expect(outputOf(result)).not.toContain('Error');
  expect(result.exitCode).toBe(0);
  const file = JSON.parse(result.stdout) as SignedRoots;
  expect(verifySignedRoots(file)).toEqual([JSON.parse(fixture.trustedRoot)]);
  // The version after the newest root is requested, too.
  expect(requested.map(([path]) => path)).toContain('/tuf/17.root.json');
  expect(requested.filter(([, token]) => token !== undefined)).toEqual([]);
});

test('names the server that cannot be reached, and refuses another source', async () => {
  const gone = await cli.run(['trusted-root', '--source', `${SIGSTORE}=${mirror}/gone`]);
  expect(gone.exitCode).not.toBe(0);
  expect(gone.stderr).toContain('/tuf/gone/timestamp.json');
  const other = await cli.run(['trusted-root', '--source', 'https://tuf.evil.example']);
  expect(other.exitCode).toBe(2);
  expect(other.stderr).toContain(
    `--source: expected ${SIGSTORE} or https://tuf-repo.github.com, or a mirror as URL=MIRROR`,
  );
});

test.each([
  ['in a year', 365, 'ok', ''],
  ['in 31 days', 31.5, 'ok', ''],
  ['in 29 days', 29.5, 'missing', 'in 29 days'],
  ['yesterday', -1, 'missing', 'deploys that require provenance are refused'],
])('doctor on a file that expires %s', async (_, days, state, detail) => {
  const path = join(cli.folder, 'trusted-root.json');
  const expires = new Date(Date.now() + days * 86_400_000).toISOString();
  const targets = { signatures: [], signed: { ...fixture.targets.signed, expires } };
  const source = {
    url: SIGSTORE,
    roots: [{ signatures: [], signed: { ...fixture.roots[16].signed, expires: '2099-01-01T00:00:00Z' } }],
    targets,
    trustedRoot: '',
  };
  writeFileSync(
    path,
    JSON.stringify({ mediaType: 'application/vnd.orchestra.signed-roots.v1+json', sources: [source] }),
  );
  const result = await cli.here('doctor', '--trusted-root', 'trusted-root.json', '--json');
  const { checks } = result.json<{ checks: { what: string; state: string; detail: string; command: string }[] }>();
  const found = checks.find(({ what }) => what.startsWith('trusted root'));
  expect(found).toMatchObject({ state, detail: expect.stringContaining(detail) });
  if (state === 'missing') expect(found?.command).toContain('trusted-root > ');
});

test('doctor on a file that is not signed', async () => {
  writeFileSync(join(cli.folder, 'trusted-root.json'), fixture.trustedRoot);
  const result = await cli.here('doctor', '--trusted-root', 'trusted-root.json');
  expect(result.stdout).toMatch(/MISSING {2}trusted root .*: is not signed/);
});
