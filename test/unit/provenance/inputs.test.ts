/** The inputs about provenance: files that are wrong or have expired are problems before anything is read from a registry. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readProvenanceInputs } from '../../../src/inputs/provenance.ts';
import { SIGNED_ROOTS } from '../../../src/provenance/signed-roots-file.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'provenance-inputs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NOW = Date.UTC(2026, 10, 29);
const github = {
  workspace: folder,
  serverUrl: 'https://github.com',
  repositoryId: '1001',
  workflowRef: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
  payload: { repository: { default_branch: 'main' } },
};
const signed = (expires: string) => {
  const metadata = { signatures: [], signed: { _type: 'root', version: 1, expires } };
  return JSON.stringify({
    mediaType: SIGNED_ROOTS,
    sources: [{ url: 'u', roots: [metadata], targets: metadata, trustedRoot: '' }],
  });
};
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));

/** What the inputs say, or the messages of their problems. */
function read(given: Record<string, string>, files: Record<string, string>, over: Partial<typeof github> = {}) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const reader = createInputReader(
    Object.fromEntries(
      Object.entries({ 'require-provenance': 'enforce', ...given }).map(([name, text]) => [
        `INPUT_${name.toUpperCase()}`,
        text,
      ]),
    ),
  );
  const context = { github: { ...github, ...over }, clock: { now: () => NOW } };
  const inputs = readProvenanceInputs(reader, context as never);
  try {
    reader.done();
  } catch (error) {
    return {
      problems: (error as { problems: { subject: string; message: string }[] }).problems.map(
        ({ subject, message }) => `${subject}: ${message}`,
      ),
    };
  }
  return { inputs };
}

test('a signed trusted root counts until its first signature ends', () => {
  const given = { 'trusted-root': 'root.json' };
  expect(read(given, { 'root.json': signed('2026-11-30T00:00:00Z') }).inputs?.trustedRoots).toHaveLength(1);
  expect(read(given, { 'root.json': signed('2026-11-28T00:00:00Z') }).problems).toEqual([
    'Input trusted-root: the signatures of "' +
      join(folder, 'root.json') +
      '" expired on 2026-11-28. Create it with: npx github:orchestra/actions#v1 trusted-root > FILE',
  ]);
  expect(read(given, { 'root.json': signed('soon') }).problems?.join()).toContain('holds no trusted roots');
});

test('two public keys count while one replaces the other', () => {
  expect(read({ 'provenance-key': 'key.pem' }, { 'key.pem': `${pem}${pem}` }).inputs?.keys).toHaveLength(2);
});

test.each([
  ['a private key', String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 'holds a private key'],
  ['no key', 'hello', 'holds no public key in PEM'],
])('%s is a problem', (_, content, message) => {
  const problems = read({ 'provenance-key': 'key.pem' }, { 'key.pem': content }).problems?.join() ?? '';
  expect(problems).toContain(message);
  expect(problems).toContain('gcloud kms keys versions get-public-key');
  expect(problems).not.toContain(content.slice(30, 60) || 'nothing');
});

test('GitHub Enterprise Server needs a key', () => {
  const serverUrl = 'https://ghes.internal';
  expect(read({}, {}, { serverUrl }).problems?.join()).toContain('or sign with a key (sign-key of build-image)');
  expect(read({ 'provenance-key': 'key.pem' }, { 'key.pem': pem }, { serverUrl }).inputs?.identity).toMatchObject({
    serverUrl,
  });
});
