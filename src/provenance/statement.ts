/** The statement inside of an attestation (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). Pure. */
import type { BuildIdentity } from './identity.ts';

export const INTOTO_PAYLOAD = 'application/vnd.in-toto+json';
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** https://slsa.dev/spec/v1.0/provenance */
export const SLSA_PROVENANCE = 'https://slsa.dev/provenance/v1';
/** What a build cache was made by. It is the provenance of the build, of another subject. */
export const BUILD_CACHE = 'https://github.com/orchestra/actions/attestations/build-cache/v1';
/** The same of the image that keeps the cache mounts. */
export const CACHE_MOUNTS = 'https://github.com/orchestra/actions/attestations/cache-mounts/v1';

export interface Statement {
  readonly _type?: unknown;
  readonly predicateType?: unknown;
  readonly subject?: unknown;
  readonly predicate?: unknown;
}

/** Throws unless the envelope holds a statement. */
export function readStatement(envelope: { readonly payloadType: string; readonly payload: Uint8Array }): Statement {
  if (envelope.payloadType !== INTOTO_PAYLOAD) throw new Error(`its payload is ${envelope.payloadType}`);
  const statement: unknown = JSON.parse(Buffer.from(envelope.payload).toString('utf8'));
  if (!isObject(statement)) throw new Error('its payload is not a statement');
  return statement;
}

/** Why the statement is not about the image, in words that follow "is"; undefined if it is. */
export function statementProblem(
  { _type, predicateType, subject, predicate }: Statement,
  expected: { readonly digest: string; readonly predicateType: string },
  build: BuildIdentity,
): string | undefined {
  if (_type !== STATEMENT_TYPE) return `a statement of type ${shown(_type)}, not ${STATEMENT_TYPE}`;
  if (predicateType !== expected.predicateType) return `of type ${shown(predicateType)}, not ${expected.predicateType}`;
  const digests = (Array.isArray(subject) ? subject : []).map((one: unknown) =>
    isObject(one) && isObject(one.digest) ? one.digest.sha256 : undefined,
  );
  if (!digests.includes(expected.digest.replace('sha256:', ''))) return 'about another image';
  // What was signed must not contradict who signed.
  const workflow = field(predicate, 'buildDefinition', 'externalParameters', 'workflow');
  const [repository, ref] = [field(workflow, 'repository'), field(workflow, 'ref')];
  if (repository !== build.repository || ref !== build.ref)
    return `about a build of ${shown(repository)} at ${shown(ref)}, though ${build.repository || 'nobody known'} at ${build.ref || 'no ref'} signed it`;
  return undefined;
}

/**
 * Who built, by the statement itself: for one that a key signed, whose holder vouches for it. `slsaPredicate` writes these places.
 */
export function statedIdentity({ predicate }: Statement): BuildIdentity {
  const workflow = field(predicate, 'buildDefinition', 'externalParameters', 'workflow');
  const github = field(predicate, 'buildDefinition', 'internalParameters', 'github');
  const dependencies = field(predicate, 'buildDefinition', 'resolvedDependencies');
  const [source] = Array.isArray(dependencies) ? (dependencies as unknown[]) : [];
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const [repository, ref] = [text(field(workflow, 'repository')), text(field(workflow, 'ref'))];
  return {
    issuer: '',
    repository,
    ref,
    repositoryId: text(field(github, 'repository_id')),
    workflow: `${repository}/${text(field(workflow, 'path'))}@${ref}`,
    trigger: text(field(github, 'event_name')),
    commit: text(field(source, 'digest', 'gitCommit')),
    runUrl: text(field(predicate, 'runDetails', 'metadata', 'invocationId')),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce((at, name) => (isObject(at) ? at[name] : undefined), value);

const shown = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : 'unknown');
