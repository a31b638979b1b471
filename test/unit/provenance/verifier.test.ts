/** The verifier against true provenance and forgeries of it, signed by an authority of our own. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuerOf } from '../../../src/provenance/identity.ts';
import { BUILD_CACHE, SLSA_PROVENANCE } from '../../../src/provenance/statement.ts';
import { createVerifier, type Expectation, type VerifyBundle } from '../../../src/provenance/verifier.ts';
import { type Claims, type Signing, type Sigstore, startSigstore } from '../../harness/signing/sigstore.ts';
import { claims, DIGEST, HEX, IDENTITY, type StatementParts, statement } from './fixture.ts';

let sigstore: Sigstore;
let stranger: Sigstore;
let late: Sigstore;
let verify: VerifyBundle;
beforeAll(async () => {
  const past = new Date(Date.now() - 3 * 3_600_000);
  [sigstore, stranger, late] = await Promise.all([startSigstore(), startSigstore(), startSigstore({ issued: past })]);
  verify = createVerifier([sigstore.trustedRoot(), late.trustedRoot()]);
});
afterAll(async () => {
  for (const one of [sigstore, stranger, late]) await one[Symbol.asyncDispose]();
});

const EXPECTED: Expectation = { digest: DIGEST, predicateType: SLSA_PROVENANCE, identity: IDENTITY };

type Json = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: bundles are taken apart in every way
type Bundle = any;

const bytesOf = (bundle: unknown) => Buffer.from(typeof bundle === 'string' ? bundle : JSON.stringify(bundle));
const judge = (bundle: unknown, over: Partial<Expectation> = {}) => verify(bytesOf(bundle), { ...EXPECTED, ...over });

const sign = (over: Claims = {}, parts: StatementParts = {}, signing: Partial<Signing> = {}, by: Sigstore = sigstore) =>
  by.sign(statement(parts), { claims: claims(over), ...signing });

/** The true bundle with something else in it. */
async function altered(change: (bundle: Bundle) => void): Promise<Json> {
  const bundle = structuredClone(await sign());
  change(bundle);
  return bundle;
}

const repackaged = (payload: unknown) => (bundle: Bundle) => {
  bundle.dsseEnvelope.payload = Buffer.from(JSON.stringify(payload)).toString('base64');
};

describe('true provenance', () => {
  test('with an entry of the log counts, and says who built', async () => {
    expect(judge(await sign())).toEqual({
      verified: true,
      build: {
        issuer: 'https://token.actions.githubusercontent.com',
        repository: 'https://github.com/acme/shop',
        repositoryId: '1001',
        ref: 'refs/heads/main',
        commit: 'c'.repeat(40),
        workflow: 'https://github.com/acme/shop/.github/workflows/deploy.yml@refs/heads/main',
        trigger: 'push',
        runUrl: 'https://github.com/acme/shop/actions/runs/42/attempts/1',
      },
    });
  });

  test('with the log and a timestamp counts', async () => {
    expect(judge(await sign({}, {}, { witnesses: ['log', 'timestamp'] }))).toMatchObject({ verified: true });
  });

  test('with only a timestamp counts for an authority that has no log', async () => {
    const own = createVerifier([sigstore.trustedRoot({ log: false })]);
    expect(own(bytesOf(await sign({}, {}, { witnesses: ['timestamp'] })), EXPECTED)).toMatchObject({ verified: true });
  });

  test('for an index and its images counts for each of them', async () => {
    const child = 'cd'.repeat(32);
    const bundle = await sign({}, { digests: [HEX, child] });
    expect(judge(bundle, { digest: `sha256:${child}` })).toMatchObject({ verified: true });
    expect(judge(bundle)).toMatchObject({ verified: true });
  });

  test('of a reusable workflow counts for the workflow that called it', async () => {
    const called = { job_workflow_ref: 'orchestra/actions/.github/workflows/pipeline.yml@refs/tags/v1' };
    expect(judge(await sign(called))).toMatchObject({ verified: true });
  });

  test('of a tag counts where a pattern allows it', async () => {
    const bundle = await sign({ ref: 'refs/tags/v1.2.3' }, { ref: 'refs/tags/v1.2.3' });
    const tags = { identity: { ...IDENTITY, refs: ['refs/heads/main', 'refs/tags/v*'] } };
    expect(judge(bundle, tags)).toMatchObject({ verified: true });
    expect(judge(bundle)).toMatchObject({ verified: false });
  });

  test('survives a new name of the repository', async () => {
    const bundle = await sign({ repository: 'acme/renamed' }, { repository: 'https://github.com/acme/renamed' });
    expect(judge(bundle)).toMatchObject({ verified: true });
  });
});

type Forgery = readonly [name: string, reason: RegExp, make: () => Promise<unknown>, over?: Partial<Expectation>];

const ownKey = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

const FORGERIES: readonly Forgery[] = [
  [
    'another repository',
    /of repository .*acme\/other \(id 7\), not of id 1001/,
    () => sign({ repository: 'acme/other', repository_id: '7' }, { repository: 'https://github.com/acme/other' }),
  ],
  ['another repository that took the name', /\(id 7\), not of id 1001/, () => sign({ repository_id: '7' })],
  [
    'a fork',
    /of repository .*mallory\/shop/,
    () => sign({ repository: 'mallory/shop', repository_id: '666' }, { repository: 'https://github.com/mallory/shop' }),
  ],
  [
    'another workflow',
    /of the workflow \.github\/workflows\/test\.yml, not of/,
    () => sign({ workflow_path: '.github/workflows/test.yml' }),
  ],
  [
    'a workflow whose path only begins alike',
    /of the workflow/,
    () => sign({ workflow_path: '.github/workflows/deploy.yml.evil.yml' }),
  ],
  [
    'a workflow of another repository',
    /which is not in its repository/,
    () => sign({ workflow_ref: 'mallory/x/.github/workflows/deploy.yml@refs/heads/main' }),
  ],
  [
    'a branch where main is required',
    /of refs\/heads\/feature, not of refs\/heads\/main/,
    () => sign({ ref: 'refs/heads/feature' }, { ref: 'refs/heads/feature' }),
  ],
  [
    'a branch that only begins like main',
    /of refs\/heads\/main-2/,
    () => sign({ ref: 'refs/heads/main-2' }, { ref: 'refs/heads/main-2' }),
  ],
  [
    'a tag that is named as the branch',
    /of refs\/tags\/main/,
    () => sign({ ref: 'refs/tags/main' }, { ref: 'refs/tags/main' }),
  ],
  [
    'a workflow of another branch that runs on main',
    /of refs\/heads\/feature/,
    () => sign({ workflow_ref: 'acme/shop/.github/workflows/deploy.yml@refs/heads/feature' }),
  ],
  [
    'a pull request',
    /of refs\/pull\/5\/merge/,
    () => sign({ ref: 'refs/pull/5/merge', event_name: 'pull_request' }, { ref: 'refs/pull/5/merge' }),
  ],
  [
    'pull_request_target, which runs as main',
    /started by pull_request_target/,
    () => sign({ event_name: 'pull_request_target' }),
  ],
  ['workflow_run, which runs as main', /started by workflow_run/, () => sign({ event_name: 'workflow_run' })],
  ['issue_comment, which runs as main', /started by issue_comment/, () => sign({ event_name: 'issue_comment' })],
  ['another token issuer', /of the token issuer https:\/\/evil/, () => sign({ iss: 'https://evil.example' })],
  [
    'an issuer whose name only begins alike',
    /of the token issuer/,
    () => sign({ iss: 'https://token.actions.githubusercontent.com.evil.example' }),
  ],
  ['another image', /about another image/, () => sign({}, { digest: 'cd'.repeat(32) })],
  ['a replayed bundle of an older image', /about another image/, () => sign(), { digest: `sha256:${'ef'.repeat(32)}` }],
  ['no subject', /about another image/, () => sign({}, { digests: [] })],
  ['a digest in upper case', /about another image/, () => sign({}, { digest: HEX.toUpperCase() })],
  [
    'an older predicate',
    /of type https:\/\/slsa.dev\/provenance\/v0\.2/,
    () => sign({}, { predicateType: 'https://slsa.dev/provenance/v0.2' }),
  ],
  [
    'an SBOM in place of provenance',
    /of type https:\/\/spdx.dev/,
    () => sign({}, { predicateType: 'https://spdx.dev/Document/v2.3' }),
  ],
  ['a build cache in place of an image', /of type .*build-cache/, () => sign({}, { predicateType: BUILD_CACHE })],
  ['an older statement', /a statement of type/, () => sign({}, { type: 'https://in-toto.io/Statement/v0.1' })],
  [
    'a statement that names another repository than who signed',
    /though .* signed it/,
    () => sign({}, { repository: 'https://github.com/acme/other' }),
  ],
  [
    'a statement that names another ref than who signed',
    /though .* signed it/,
    () => sign({}, { ref: 'refs/heads/other' }),
  ],
  [
    'a payload that was swapped',
    /not signed as a trusted root demands/,
    () =>
      sign({}, { digest: 'cd'.repeat(32) }).then((other: Bundle) => {
        const swap = structuredClone(other);
        repackaged(statement())(swap);
        return swap;
      }),
  ],
  ['a payload of another type', /payload is text\/plain/, () => sign({}, {}, { payloadType: 'text/plain' })],
  [
    'a payload type that was changed',
    /malformed/,
    () =>
      altered((bundle) => {
        bundle.dsseEnvelope.payloadType = 'application/json';
      }),
  ],
  [
    'another signature',
    /not signed as a trusted root demands/,
    () =>
      altered((bundle) => {
        bundle.dsseEnvelope.signatures[0].sig = Buffer.alloc(70, 1).toString('base64');
      }),
  ],
  [
    'two signatures',
    /malformed/,
    () =>
      altered((bundle) => {
        bundle.dsseEnvelope.signatures.push(bundle.dsseEnvelope.signatures[0]);
      }),
  ],
  [
    'no signature',
    /malformed/,
    () =>
      altered((bundle) => {
        bundle.dsseEnvelope.signatures = [];
      }),
  ],
  ['a self-made authority', /not signed as a trusted root demands/, () => sign({}, {}, {}, stranger)],
  [
    'a certificate that had expired when it was used',
    /not signed as a trusted root demands/,
    () => sign({}, {}, {}, late),
  ],
  [
    'the certificate of another identity',
    /not signed as a trusted root demands/,
    async () => {
      const [mine, other] = [structuredClone(await sign()) as Bundle, (await sign()) as Bundle];
      mine.verificationMaterial.certificate = other.verificationMaterial.certificate;
      return mine;
    },
  ],
  [
    'a certificate without an entry of the log',
    /not signed as a trusted root demands .*(timestamp|tlog)/,
    () =>
      altered((bundle) => {
        bundle.verificationMaterial.tlogEntries = [];
      }),
  ],
  [
    'a timestamp instead of the log',
    /expected 1 tlog entries, got 0/,
    () => sign({}, {}, { witnesses: ['timestamp'] }),
  ],
  [
    'no timestamp at all',
    /expected 1 timestamps, got 0/,
    () =>
      altered((bundle) => {
        bundle.verificationMaterial.tlogEntries = [];
        delete bundle.verificationMaterial.timestampVerificationData;
      }),
  ],
  [
    'the log entry of another signature',
    /not signed as a trusted root demands/,
    async () => {
      const [mine, other] = [structuredClone(await sign()) as Bundle, (await sign()) as Bundle];
      mine.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries;
      return mine;
    },
  ],
  [
    'an entry of another log',
    /not signed as a trusted root demands/,
    async () => {
      const [mine, other] = [structuredClone(await sign()) as Bundle, (await sign({}, {}, {}, stranger)) as Bundle];
      mine.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries;
      return mine;
    },
  ],
  [
    'a log entry whose time was changed',
    /not signed as a trusted root demands/,
    () =>
      altered((bundle) => {
        bundle.verificationMaterial.tlogEntries[0].integratedTime = '1600000000';
      }),
  ],
  [
    'a log entry without promise and proof',
    /malformed|not signed/,
    () =>
      altered((bundle) => {
        const [entry] = bundle.verificationMaterial.tlogEntries;
        delete entry.inclusionPromise;
        delete entry.inclusionProof;
      }),
  ],
  [
    'a proof of another tree',
    /not signed as a trusted root demands/,
    async () => {
      const bundle: Bundle = structuredClone(await sign({}, {}, { witnesses: ['log', 'timestamp'] }));
      const [entry] = bundle.verificationMaterial.tlogEntries;
      delete entry.inclusionPromise;
      entry.inclusionProof.hashes = [Buffer.alloc(32, 7).toString('base64')];
      return bundle;
    },
  ],
  [
    'a hundred log entries',
    /100 log entries/,
    () =>
      altered((bundle) => {
        const { verificationMaterial: material } = bundle;
        material.tlogEntries = Array(100).fill(material.tlogEntries[0]);
      }),
  ],
  [
    'a key in place of a certificate',
    /signed with a key/,
    () =>
      altered((bundle) => {
        delete bundle.verificationMaterial.certificate;
        bundle.verificationMaterial.publicKey = { hint: ownKey.publicKey.export({ format: 'pem', type: 'spki' }) };
      }),
  ],
  [
    'a signature of a file',
    /a signature of a file/,
    () =>
      altered((bundle) => {
        const signature = bundle.dsseEnvelope.signatures[0].sig;
        delete bundle.dsseEnvelope;
        bundle.messageSignature = {
          messageDigest: { algorithm: 'SHA2_256', digest: Buffer.from(HEX, 'hex').toString('base64') },
          signature,
        };
      }),
  ],
  [
    'a certificate that is none',
    /malformed/,
    () =>
      altered((bundle) => {
        bundle.verificationMaterial.certificate.rawBytes = Buffer.from('certificate').toString('base64');
      }),
  ],
  ['a payload that is no JSON', /malformed/, () => sigstore.sign('nothing', { claims: claims() })],
  ['a payload that is a list', /malformed/, () => sigstore.sign([], { claims: claims() })],
  ['an empty file', /malformed/, async () => ''],
  ['a file that is no JSON', /malformed/, async () => '<html>'],
  ['a bundle that is null', /malformed/, async () => 'null'],
  ['a bundle of nothing', /malformed/, async () => ({})],
  ['a bundle that is nested ten thousand times', /malformed/, async () => '['.repeat(10_000)],
  ['a giant bundle', /larger than 4000000 bytes/, async () => ' '.repeat(5_000_000)],
];

describe('is refused:', () => {
  test.each(FORGERIES.map(([name, ...rest]) => [name, rest] as const))('%s', async (_name, [reason, make, over]) => {
    const bundle = await make();
    const began = performance.now();
    const verdict = judge(bundle, over);
    expect(verdict).toEqual({ verified: false, reason: expect.stringMatching(reason) });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('true provenance, for a user who trusts only the released roots', async () => {
    expect(createVerifier()(bytesOf(await sign()), EXPECTED)).toMatchObject({ verified: false });
  });

  test('provenance of GitHub.com, to GitHub Enterprise Server', async () => {
    const identity = { ...IDENTITY, serverUrl: 'https://github.acme.internal' };
    expect(issuerOf(identity.serverUrl)).toBeUndefined();
    expect(judge(await sign(), { identity })).toMatchObject({ verified: false });
  });
});

describe('a trusted root', () => {
  test.each([
    ['without authorities', { certificateAuthorities: [] }, /no certificate authority/],
    ['without log and timestamps', { tlogs: [], timestampAuthorities: [] }, /neither a transparency log/],
  ])('%s is refused', (_, over, reason) => {
    expect(() => createVerifier([{ ...sigstore.trustedRoot(), ...over }])).toThrow(reason);
  });
});
