/** The inputs about signed provenance, the same in every action that verifies it. */
import { resolve } from 'node:path';
import { issuerOf, type ProvenanceIdentity } from '../provenance/identity.ts';
import { parsePublicKey } from '../provenance/key-signature.ts';
import { expiryOf, isSignedRoots } from '../provenance/signed-roots-file.ts';
import type { Context } from '../runtime/context.ts';
import type { InputReader } from '../runtime/inputs.ts';
import { readTextFile } from './read-file.ts';

export interface ProvenanceInputs {
  readonly mode: 'off' | 'warn' | 'enforce';
  /** Required builder; undefined if none is required. */
  readonly identity: ProvenanceIdentity | undefined;
  /** Of the file in `trusted-root`; undefined for those that were released with the action. */
  readonly trustedRoots: readonly unknown[] | undefined;
  /** Public keys in PEM of the file in `provenance-key`: what they signed counts, too. */
  readonly keys: readonly string[];
}

/** Events that only users of the repository can trigger. */
const TRIGGERS = ['push', 'workflow_dispatch', 'schedule'];
const KEYS = ['repository-id', 'workflow', 'ref', 'trigger'];

/** `needed` is true where provenance is verified whatever the mode. */
export function readProvenanceInputs(
  reader: InputReader,
  { github, clock }: Pick<Context, 'github' | 'clock'>,
  needed = false,
): ProvenanceInputs {
  const mode = reader.oneOf('require-provenance', ['off', 'warn', 'enforce'], 'off');
  const given = reader.map('provenance-identity');
  const trustedRoots = reader.parse('trusted-root', (text) =>
    readTrustedRoots(resolve(github.workspace || '.', text.trim()), clock.now()),
  );
  const keys =
    reader.parse('provenance-key', (text) => readPublicKeys(resolve(github.workspace || '.', text.trim()))) ?? [];
  for (const key of given?.keys() ?? [])
    if (!KEYS.includes(key))
      reader.problem('provenance-identity', `"${key}" is not known. Write lines of ${KEYS.join('=…, ')}=….`);
  if (mode === 'off' && !needed) return { mode, identity: undefined, trustedRoots, keys };

  const several = (key: string, standard: readonly string[]): readonly string[] => {
    const text = given?.get(key);
    return text === undefined ? standard : text.split(/[\s,]+/).filter(Boolean);
  };
  // `acme/web/.github/workflows/deploy.yml@refs/heads/main`
  const workflow = /^[^/]+\/[^/]+\/([^@]+)@/.exec(github.workflowRef)?.[1];
  const branch = github.payload.repository?.default_branch;
  const identity: ProvenanceIdentity = {
    serverUrl: github.serverUrl,
    repositoryId: given?.get('repository-id') ?? github.repositoryId,
    workflows: several('workflow', workflow ? [workflow] : []),
    refs: several('ref', branch ? [`refs/heads/${branch}`] : []),
    triggers: several('trigger', TRIGGERS),
  };
  const missing = [
    ...(/^\d+$/.test(identity.repositoryId) ? [] : ['repository-id=NUMBER']),
    ...(identity.workflows.length > 0 ? [] : ['workflow=.github/workflows/FILE.yml']),
    ...(identity.refs.length > 0 ? [] : ['ref=refs/heads/BRANCH']),
    ...(identity.triggers.length > 0 ? [] : ['trigger=push']),
  ];
  if (missing.length > 0 && mode !== 'off')
    reader.problem(
      'provenance-identity',
      `is incomplete, and the run does not supply the rest. Set ${missing.join(' and ')}.`,
    );
  if (issuerOf(github.serverUrl) === undefined && mode !== 'off' && keys.length === 0)
    reader.problem(
      'require-provenance',
      `is not available on GitHub Enterprise Server (${github.serverUrl}): no certificate authority that can be verified signs its tokens. Leave it out, or sign with a key (sign-key of build-image) and set provenance-key.`,
    );
  return { mode, identity: missing.length > 0 ? undefined : identity, trustedRoots, keys };
}

/**
 * One root in JSON, one per line as `gh attestation trusted-root` prints them, or signed ones. Throws for signatures that have
 * expired; whether they are true is for the verifier.
 */
function readTrustedRoots(path: string, now: number): unknown[] {
  let text: string;
  try {
    text = readTextFile(path);
  } catch {
    throw new Error(`there is no file "${path}". ${GET_ROOTS}`);
  }
  const parse = (json: string): unknown => JSON.parse(json);
  try {
    const roots = text.trim().startsWith('{') && isJson(text) ? [parse(text)] : text.trim().split('\n').map(parse);
    if (roots.some(isSignedRoots)) return notExpired(roots, path, now);
    if (roots.every((root) => typeof root === 'object' && root !== null && 'certificateAuthorities' in root))
      return roots;
  } catch (error) {
    if (error instanceof ExpiredError) throw error;
    // Said below.
  }
  throw new Error(`"${path}" holds no trusted roots. ${GET_ROOTS}`);
}

class ExpiredError extends Error {}

function notExpired(roots: unknown[], path: string, now: number): unknown[] {
  const end = Math.min(...roots.filter(isSignedRoots).map(expiryOf));
  if (end > now) return roots;
  throw new ExpiredError(
    `the signatures of "${path}" expired on ${new Date(end).toISOString().slice(0, 10)}. ${GET_ROOTS}`,
  );
}

const GET_ROOTS = 'Create it with: npx github:orchestra/actions#v1 trusted-root > FILE';

/** The public keys of a PEM file, one block each: two while a key is replaced by another. */
function readPublicKeys(path: string): string[] {
  let text: string;
  try {
    text = readTextFile(path);
  } catch {
    throw new Error(`there is no file "${path}". ${GET_KEY}`);
  }
  const blocks = text.match(/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw new Error(`"${path}" holds no public key in PEM. ${GET_KEY}`);
  for (const block of blocks) {
    try {
      parsePublicKey(block);
    } catch (error) {
      throw new Error(
        `"${path}" ${(error as Error).message}. Expected EC P-256, or RSA of 2048 bits and more. ${GET_KEY}`,
      );
    }
  }
  return blocks;
}

const GET_KEY =
  'Create it with: gcloud kms keys versions get-public-key VERSION --key=KEY --keyring=RING --location=LOCATION --output-file=FILE';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
