/**
 * Verifies a file of signed trusted roots against the roots of metadata that were released with the actions, without any call: each
 * root is signed by the one before and by itself, the newest one's keys sign the list of files, and the list names the hash of the
 * trusted root (https://theupdateframework.github.io/specification/latest/#detailed-client-workflow).
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import type { Signed, SignedRoots, TufRoot } from './signed-roots-file.ts';
import pinned from './tuf-roots.json' with { type: 'json' };

/** By the URL of their repository. */
export type PinnedRoots = Readonly<Record<string, unknown>>;

const TARGET = 'trusted_root.json';

/** The trusted roots of the file, in Sigstore's JSON. Throws an Error in words for what is not signed as it must be. */
export function verifySignedRoots({ sources }: SignedRoots, released: PinnedRoots = pinned): unknown[] {
  if (sources.length === 0) throw new Error('it names no authority');
  return sources.map(({ url, roots, targets, trustedRoot }) => {
    if (!Object.hasOwn(released, url)) throw new Error(`no root was released for ${url}`);
    const root = newestRoot(released[url] as Signed<TufRoot>, roots, url);
    demand(targets.signed._type === 'targets', `the list of files of ${url} is of type ${targets.signed._type}`);
    demandSignatures(root, 'targets', targets, `the list of files of ${url}`);
    const { length, hashes } = targets.signed.targets[TARGET] ?? {};
    const bytes = Buffer.from(trustedRoot);
    const digest = createHash('sha256').update(bytes).digest('hex');
    demand(bytes.length === length && hashes?.sha256 === digest, `${TARGET} of ${url} is not the file that was signed`);
    return JSON.parse(trustedRoot) as unknown;
  });
}

/** The last of the roots, once each is signed as the one before demands. The dates that the file shows are its own. */
function newestRoot(released: Signed<TufRoot>, roots: readonly Signed<TufRoot>[], url: string): Signed<TufRoot> {
  let newest = released;
  for (const next of roots) {
    const what = `root ${next.signed.version} of ${url}`;
    demand(next.signed._type === 'root', `${what} is of type ${next.signed._type}`);
    if (next.signed.version === newest.signed.version) {
      demand(canonicalize(next.signed) === canonicalize(newest.signed), `${what} is not the one that was released`);
      continue;
    }
    demand(
      next.signed.version === newest.signed.version + 1,
      `${what} does not follow on root ${newest.signed.version}; the file may be older than these actions`,
    );
    demandSignatures(newest, 'root', next, what);
    demandSignatures(next, 'root', next, what);
    newest = next;
  }
  demand(roots.at(-1)?.signed.version === newest.signed.version, `the newest root of ${url} is not in the file`);
  return newest;
}

/** Throws unless as many different keys of the role signed as it demands. */
function demandSignatures(
  by: Signed<TufRoot>,
  role: string,
  { signatures, signed }: Signed<object>,
  what: string,
): void {
  const { keyids = [], threshold = Number.POSITIVE_INFINITY } = by.signed.roles[role] ?? {};
  const bytes = Buffer.from(canonicalize(signed));
  const signers = new Set<string>();
  for (const { keyid, sig } of signatures) {
    const key = keyids.includes(keyid) ? by.signed.keys[keyid]?.keyval.public : undefined;
    if (key !== undefined && isSignature(bytes, key, sig)) signers.add(key);
  }
  demand(threshold >= 1 && signers.size >= threshold, `${what} has ${signers.size} of ${threshold} signatures`);
}

/** Both repositories have keys on P-256 alone; what other keys sign does not count. */
function isSignature(bytes: Uint8Array, pem: string, hex: string): boolean {
  try {
    const key = createPublicKey(pem);
    return (
      key.asymmetricKeyDetails?.namedCurve === 'prime256v1' && verify('sha256', bytes, key, Buffer.from(hex, 'hex'))
    );
  } catch {
    return false;
  }
}

function demand(condition: boolean, problem: string): void {
  if (!condition) throw new Error(problem);
}
