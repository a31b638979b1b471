/** The policy rule require-provenance, through the bundles of deploy-run and migrate. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signAs, signWithKey } from '../../harness/signing/sign-image.ts';
import { type Claims, type Sigstore, startSigstore } from '../../harness/signing/sigstore.ts';
import type { StatementParts } from '../../unit/provenance/fixture.ts';
import { COMMITS, createFixture, type Fixture } from '../deploy-run/deploy-run.fixture.ts';
import * as migrate from '../migrate/migrate.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'trusted-root-'));
const trustedRoot = join(folder, 'trusted-root.jsonl');
let sigstore: Sigstore;
let fixture: Fixture;
beforeAll(async () => {
  [sigstore, fixture] = await Promise.all([startSigstore(), createFixture()]);
  writeFileSync(trustedRoot, `${JSON.stringify(sigstore.trustedRoot())}\n`);
});
afterAll(async () => {
  await fixture.stop();
  await sigstore[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const [A, B] = COMMITS;
const RUN = {
  event: { repository: { default_branch: 'main' } },
  env: { GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main' },
};
const ENFORCED = { 'require-provenance': 'enforce', 'trusted-root': trustedRoot };
const messages = (result: { errors: readonly { message: string }[] }) =>
  result.errors.map(({ message }) => message).join('\n');
const sign = (image: string, over?: Claims, parts?: StatementParts) =>
  signAs(sigstore, image, fixture.emulator.token(), over, parts);

async function deploy(service: string, image: string, given: Record<string, string> = ENFORCED) {
  fixture.file(`${service}.yaml`, fixture.manifest({ name: service }));
  return await fixture.deploy(A, { manifest: `${service}.yaml`, image, probe: 'startup', ...given }, RUN);
}

const writes = () =>
  fixture.emulator.core.calls.list.filter(({ api, method }) => api === 'run' && method !== 'GET').length;

describe('deploy-run', () => {
  test('deploys an image whose provenance is verified, and says who built it', async () => {
    const image = await fixture.image('signed');
    await sign(image);
    const result = await deploy('signed', image);
    expect(messages(result)).toBe('');
    expect(result.log).toContain(`Provenance verified: ${image} was built from https://github.com/acme/shop`);
    expect(fixture.serves('signed')).toMatch(/=100$/);
  });

  test.each<[string, Claims | undefined, StatementParts | undefined, string]>([
    ['unsigned', undefined, undefined, 'no attestation is attached'],
    ['signed by a fork', { repository: 'mallory/shop', repository_id: '666' }, {}, 'is of repository'],
    ['signed by another workflow', { workflow_path: '.github/workflows/x.yml' }, {}, 'of the workflow'],
    ['signed on a branch', { ref: 'refs/heads/feature' }, {}, 'of refs/heads/feature'],
    ['signed for pull_request_target', { event_name: 'pull_request_target' }, {}, 'started by pull_request_target'],
    ['with the provenance of another image', {}, { digest: 'ef'.repeat(32) }, 'about another image'],
    ['with an older predicate', {}, { predicateType: 'https://slsa.dev/provenance/v0.2' }, 'none counts as'],
  ])('refuses one that is %s, before anything changes', async (name, over, parts, why) => {
    const image = await fixture.image(name);
    if (over) await sign(image, over, parts);
    const before = writes();
    const result = await deploy('refused', image);
    expect(result.exitCode).toBe(1);
    expect(messages(result)).toContain('require-provenance: ');
    expect(messages(result)).toContain(why);
    expect(messages(result)).toContain('build the image there with build-image and sign: required');
    expect(writes()).toBe(before);
    expect(() => fixture.doc('refused')).toThrow();
  });

  test('refuses an image whose signer it does not trust', async () => {
    const image = await fixture.image('self-made authority');
    await using own = await startSigstore();
    await signAs(own, image, fixture.emulator.token());
    expect(messages(await deploy('refused', image))).toContain('not signed as a trusted root demands');
  });

  test('accepts what a key signed, verified with its public key and the same identity', async () => {
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const file = join(folder, 'provenance.pem');
    writeFileSync(file, key.publicKey.export({ type: 'spki', format: 'pem' }));
    const policy = { 'require-provenance': 'enforce', 'provenance-key': file };
    const image = await fixture.image('by-key');
    const branch = await fixture.image('by-key-on-a-branch');
    await signWithKey(key, image, fixture.emulator.token());
    await signWithKey(key, branch, fixture.emulator.token(), { ref: 'refs/heads/x' });
    const before = writes();
    expect(messages(await deploy('by-key', image))).toContain(
      'signed with a key, and the input provenance-key names none',
    );
    expect(messages(await deploy('by-key', branch, policy))).toContain('is of refs/heads/x');
    expect(writes()).toBe(before);
    const result = await deploy('by-key', image, policy);
    expect(messages(result)).toBe('');
    expect(result.log).toContain(`Provenance verified: ${image} was built from https://github.com/acme/shop`);
  });

  test('warns where the policy only warns, and reads nothing where it is off', async () => {
    const image = await fixture.image('warned');
    const warned = await deploy('warned', image, { ...ENFORCED, 'require-provenance': 'warn' });
    expect(warned.exitCode, warned.log).toBe(0);
    expect(warned.warnings.map(({ message }) => message).join()).toContain('require-provenance: no attestation');
    const before = fixture.emulator.core.calls.list.filter(({ path }) => path.includes('/tags/list')).length;
    const off = await deploy('warned', image, {});
    expect(off.exitCode, off.log).toBe(0);
    expect(fixture.emulator.core.calls.list.filter(({ path }) => path.includes('/tags/list'))).toHaveLength(before);
  });

  test('rolls back to a revision that is recorded as having served, with a warning', async () => {
    fixture.file('back.yaml', fixture.manifest({ name: 'back' }));
    const unsigned = await fixture.image('served before');
    const first = await fixture.deploy(A, { manifest: 'back.yaml', image: unsigned, probe: 'startup' });
    expect(first.exitCode, first.log).toBe(0);
    const signed = await fixture.image('served after');
    await sign(signed);
    const second = await fixture.deploy(
      B,
      { manifest: 'back.yaml', image: signed, probe: 'startup', ...ENFORCED },
      RUN,
    );
    expect(second.exitCode, second.log).toBe(0);
    const result = await fixture.deploy(
      B,
      { service: 'back', 'rollback-to': 'previous', probe: 'startup', ...ENFORCED },
      RUN,
    );
    expect(result.exitCode, result.log).toBe(0);
    expect(result.warnings.map(({ message }) => message).join()).toContain('recorded as having been live');
  });

  test('names what is wrong with its inputs, all at once', async () => {
    const image = await fixture.image('inputs');
    const result = await deploy('inputs', image, {
      'require-provenance': 'enforce',
      'provenance-identity': 'branch=main',
      'trusted-root': 'package.json',
    });
    expect(messages(result)).toContain('Input provenance-identity: "branch" is not known');
    expect(messages(result)).toContain('Input trusted-root: there is no file');
  });
});

describe('migrate', () => {
  test('runs no migration of an image that is not signed, and runs that of a signed one', async () => {
    await using own = await migrate.createFixture();
    own.program({ exitCode: 0 });
    const refused = await own.step({ ...RUN, with: ENFORCED });
    expect(refused.exitCode).toBe(1);
    expect(messages(refused)).toContain('no attestation is attached');
    expect(own.migrations()).toEqual([]);
    await signAs(sigstore, own.image, own.emulator.token());
    const passed = await own.step({ ...RUN, with: ENFORCED });
    expect(messages(passed)).toBe('');
    expect(own.migrations()).toHaveLength(1);
  });
});
