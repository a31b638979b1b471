/** The inputs about signed provenance, the same in every action that verifies it. */
import { resolve } from 'node:path';
import { issuerOf, type ProvenanceIdentity } from '../provenance/identity.ts';
import type { Context } from '../runtime/context.ts';
import type { InputReader } from '../runtime/inputs.ts';
import { readTextFile } from './read-file.ts';

export interface ProvenanceInputs {
  readonly mode: 'off' | 'warn' | 'enforce';
  /** Who must have built; undefined where nothing is required. */
  readonly identity: ProvenanceIdentity | undefined;
  /** Of the file in `trusted-root`; undefined for those that were released with the action. */
  readonly trustedRoots: readonly unknown[] | undefined;
}

/** Events that run a workflow of the branch for nobody outside of the repository. */
const TRIGGERS = ['push', 'workflow_dispatch', 'schedule'];
const KEYS = ['repository-id', 'workflow', 'ref', 'trigger'];

/** `needed` is true where provenance is verified whatever the mode. */
export function readProvenanceInputs(
  reader: InputReader,
  { github }: Pick<Context, 'github'>,
  needed = false,
): ProvenanceInputs {
  const mode = reader.oneOf('require-provenance', ['off', 'warn', 'enforce'], 'off');
  const given = reader.map('provenance-identity');
  const trustedRoots = reader.parse('trusted-root', (text) =>
    readTrustedRoots(resolve(github.workspace || '.', text.trim())),
  );
  for (const key of given?.keys() ?? [])
    if (!KEYS.includes(key))
      reader.problem('provenance-identity', `"${key}" is not known. Write lines of ${KEYS.join('=…, ')}=….`);
  if (mode === 'off' && !needed) return { mode, identity: undefined, trustedRoots };

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
    reader.problem('provenance-identity', `the run does not say all of it. Give ${missing.join(' and ')}.`);
  if (issuerOf(github.serverUrl) === undefined && mode !== 'off')
    reader.problem(
      'require-provenance',
      `is not available on GitHub Enterprise Server (${github.serverUrl}): no certificate authority that can be verified signs its tokens. Leave it out.`,
    );
  return { mode, identity: missing.length > 0 ? undefined : identity, trustedRoots };
}

/** One root in JSON, or one per line as `gh attestation trusted-root` prints them. */
function readTrustedRoots(path: string): unknown[] {
  let text: string;
  try {
    text = readTextFile(path);
  } catch {
    throw new Error(`there is no file "${path}". Make it with: gh attestation trusted-root > FILE`);
  }
  const parse = (json: string): unknown => JSON.parse(json);
  try {
    const roots = text.trim().startsWith('{') && isJson(text) ? [parse(text)] : text.trim().split('\n').map(parse);
    if (roots.every((root) => typeof root === 'object' && root !== null && 'certificateAuthorities' in root))
      return roots;
  } catch {
    // Said below.
  }
  throw new Error(`"${path}" holds no trusted roots. Make it with: gh attestation trusted-root > FILE`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
