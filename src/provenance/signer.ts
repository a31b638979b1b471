/**
 * Signs statements by the job's identity with GitHub's toolkit (https://github.com/actions/toolkit/tree/main/packages/attest):
 * a key that lives for one signature, a certificate of Sigstore for the job's token, and an entry of the transparency log or a
 * timestamp. Built into a file of its own, which is loaded when something is signed.
 */
import { attest } from '@actions/attest';

// GitHub's client is needed for nothing else in the action that signs.
export { storeAtGitHub } from '../github/attestations.ts';

export interface SignRequest {
  readonly subjects: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicateType: string;
  readonly predicate: object;
  /** Sigstore's public instance with its log, or GitHub's own, which publishes nothing. */
  readonly sigstore: 'public-good' | 'github';
}

/** Returns the bundle's JSON. */
export async function signStatement({ subjects, predicateType, predicate, sigstore }: SignRequest): Promise<string> {
  const { bundle } = await attest({
    subjects: subjects.map(({ name, digest }) => ({ name, digest: { ...digest } })),
    predicateType,
    predicate,
    sigstore,
    token: '',
    skipWrite: true,
  });
  return JSON.stringify(bundle);
}
