/** Who signs a statement: the job's identity, through Sigstore, or a key of Cloud KMS. */
import { createKms } from '../../../src/google/kms.ts';
import {
  KEY_ALGORITHMS,
  keyBundle,
  parsePublicKey,
  preAuthEncoding,
  sha256,
} from '../../../src/provenance/key-signature.ts';
import type { SignRequest } from '../../../src/provenance/signer.ts';
import type { JobClaims } from '../../../src/provenance/slsa.ts';
import { STATEMENT_TYPE } from '../../../src/provenance/statement.ts';
import type { Cloud } from '../../../src/runtime/context.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { signingInstance } from '../plan/signing.ts';

interface Signer {
  /** Returns the bundle's JSON. */
  sign(statement: Omit<SignRequest, 'sigstore'>): Promise<string>;
  /** For people, after "Signed provenance as …, ". */
  readonly how: string;
}

/** Signs with a certificate for the job's token. The toolkit is loaded with the first signature. */
export function identitySigner(claims: JobClaims, signLog: 'auto' | 'public'): Signer {
  const sigstore = signingInstance(claims, signLog);
  const where = sigstore === 'public-good' ? "Sigstore's public log" : "GitHub's timestamps, in no public log";
  return {
    how: `recorded by ${where}`,
    async sign(statement) {
      const { signStatement } = await import('../../../src/provenance/signer.ts');
      return await signStatement({ ...statement, sigstore });
    },
  };
}

/** Signs with a key version of Cloud KMS. Nothing of the build leaves the project but the digest of the statement, to Cloud KMS. */
export async function keySigner(
  version: string,
  { http, endpoints }: Pick<Cloud, 'http' | 'endpoints'>,
): Promise<Signer> {
  const kms = createKms(http, endpoints.cloudkms);
  const { pem, algorithm } = await kms.publicKey(version);
  if (!KEY_ALGORITHMS.test(algorithm))
    throw new OutcomeError(
      `Key version ${version} has the algorithm ${algorithm || '(none)'}. Expected EC_SIGN_P256_SHA256, or RSA_SIGN_PKCS1_2048_SHA256, …_3072_… or …_4096_…: gcloud kms keys create KEY --purpose=asymmetric-signing --default-algorithm=ec-sign-p256-sha256.`,
    );
  const key = parsePublicKey(pem);
  return {
    how: `by the key ${version}, in no log`,
    async sign({ subjects, predicateType, predicate }) {
      const payload = Buffer.from(
        JSON.stringify({ _type: STATEMENT_TYPE, subject: subjects, predicateType, predicate }),
      );
      return keyBundle(payload, await kms.sign(version, sha256(preAuthEncoding(payload))), key);
    },
  };
}
