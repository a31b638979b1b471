/**
 * Verifies one Sigstore bundle: signature, certificate, transparency log or signed timestamp, who built, and what. Without any
 * call to the outside. Built into a file of its own, which is loaded when provenance is required: it throws and takes plain data
 * alone.
 */
import { type Bundle, bundleFromJSON } from '@sigstore/bundle';
import { X509Certificate } from '@sigstore/core';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { type BuildIdentity, identityProblem, type ProvenanceIdentity, sourceProblem } from './identity.ts';
import { keyHint, parsePublicKey } from './key-signature.ts';
import { verifySignedRoots } from './signed-roots.ts';
import { isSignedRoots } from './signed-roots-file.ts';
import { readStatement, statedIdentity, statementProblem } from './statement.ts';
import pinned from './trusted-roots.json' with { type: 'json' };

export type BundleVerdict =
  | { readonly verified: true; readonly build: BuildIdentity }
  /** Why the bundle does not count, in words that follow "is". */
  | { readonly verified: false; readonly reason: string };

export interface Expectation {
  /** `sha256:…` of the image or of an index. */
  readonly digest: string;
  readonly predicateType: string;
  readonly identity: ProvenanceIdentity;
}

export type VerifyBundle = (bytes: Uint8Array, expected: Expectation) => BundleVerdict;

/** Bytes of a bundle. One with provenance has about 15,000. */
const MOST_BYTES = 4_000_000;
/** Entries of the log and timestamps: a signer requests one or two, and each costs a signature. */
const MOST_WITNESSES = 8;

/**
 * `roots` are trusted roots in Sigstore's JSON, or files of signed ones; without them, those that were released with this action. `keys` are public keys in
 * PEM, whose signatures count, too. Throws for other JSON, and for other keys.
 */
export function createVerifier(
  roots: readonly unknown[] = Object.values(pinned),
  keys: readonly string[] = [],
): VerifyBundle {
  const trusted: Trusted = {
    certificates: roots.flatMap((root) => (isSignedRoots(root) ? verifySignedRoots(root) : [root])).map(rootVerifier),
    keys: keys.length > 0 ? keyVerifier(keys) : undefined,
  };
  return (bytes, expected) => {
    try {
      return verify(bytes, expected, trusted);
    } catch (error) {
      return { verified: false, reason: `malformed (${(error as Error).message})` };
    }
  };
}

interface Trusted {
  readonly certificates: readonly Verifier[];
  readonly keys: Verifier | undefined;
}

/** Whoever holds the private half vouches for the statement and its time: a key needs no log and no timestamp. */
function keyVerifier(pems: readonly string[]): Verifier {
  const keys = new Map(pems.map(parsePublicKey).map((key) => [keyHint(key), key]));
  const find = (hint: string) => {
    const publicKey = keys.get(hint);
    if (!publicKey) throw new Error('none of provenance-key');
    return { publicKey, validFor: () => true };
  };
  const none = TrustedRoot.fromJSON({});
  return new Verifier(toTrustMaterial(none, find), { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
}

/** A root with a log demands its entry and certificates that a log has; one without (GitHub's own) demands a signed timestamp. */
function rootVerifier(json: unknown): Verifier {
  const root = TrustedRoot.fromJSON(json);
  if (root.certificateAuthorities.length === 0) throw new Error('it names no certificate authority');
  if (root.tlogs.length + root.timestampAuthorities.length === 0)
    throw new Error('it names neither a transparency log nor a timestamp authority');
  const logged = root.tlogs.length > 0 ? 1 : 0;
  return new Verifier(toTrustMaterial(root), {
    tlogThreshold: logged,
    ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
    timestampThreshold: 1,
  });
}

function verify(bytes: Uint8Array, expected: Expectation, trusted: Trusted): BundleVerdict {
  const no = (reason: string): BundleVerdict => ({ verified: false, reason });
  if (bytes.length > MOST_BYTES) return no(`larger than ${MOST_BYTES} bytes`);
  const bundle = bundleFromJSON(JSON.parse(Buffer.from(bytes).toString('utf8')));
  const { content, verificationMaterial: material } = bundle;
  if (content.$case !== 'dsseEnvelope') return no('a signature of a file, not of a statement');
  const witnesses = material.tlogEntries.length + (material.timestampVerificationData?.rfc3161Timestamps.length ?? 0);
  if (witnesses > MOST_WITNESSES) return no(`malformed (${witnesses} log entries and timestamps)`);
  const leaf = leafOf(bundle);
  if (!leaf && !trusted.keys) return no('signed with a key, and the input provenance-key names none');
  // What is cheap to compare is compared first; nothing counts before the signature is verified, too.
  const statement = readStatement(content.dsseEnvelope);
  const build = leaf ? readBuildIdentity(leaf) : statedIdentity(statement);
  const ofIdentity = leaf ? identityProblem : sourceProblem;
  const problem = statementProblem(statement, expected, build) ?? ofIdentity(build, expected.identity);
  if (problem) return no(problem);
  const failures: string[] = [];
  for (const verifier of leaf ? trusted.certificates : trusted.keys ? [trusted.keys] : []) {
    try {
      verifier.verify(toSignedEntity(bundle));
      return { verified: true, build };
    } catch (error) {
      failures.push((error as Error).message);
    }
  }
  if (!leaf) return no(`signed with a key that does not count (${failures.join('; ')})`);
  return no(`not signed as a trusted root demands (${[...new Set(failures)].join('; ')})`);
}

function leafOf({ verificationMaterial: { content } }: Bundle): X509Certificate | undefined {
  const certificate =
    content.$case === 'certificate'
      ? content.certificate
      : content.$case === 'x509CertificateChain'
        ? content.x509CertificateChain.certificates[0]
        : undefined;
  return certificate && X509Certificate.parse(Buffer.from(certificate.rawBytes));
}

/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md; from .8 on, values are DER-encoded texts. */
const EXTENSIONS = {
  issuer: 8,
  repository: 12,
  commit: 13,
  ref: 14,
  repositoryId: 15,
  workflow: 18,
  trigger: 20,
  runUrl: 21,
} as const satisfies Record<keyof BuildIdentity, number>;

function readBuildIdentity(certificate: X509Certificate): BuildIdentity {
  const entries = Object.entries(EXTENSIONS).map(([name, number]) => {
    const extension = certificate.extension(`1.3.6.1.4.1.57264.1.${number}`);
    return [name, extension?.valueObj.subs[0]?.value.toString('utf8') ?? ''] as const;
  });
  return Object.fromEntries(entries) as unknown as BuildIdentity;
}
