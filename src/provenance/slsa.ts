/**
 * SLSA v1 provenance of a build in GitHub Actions (https://slsa.dev/spec/v1.0/provenance,
 * https://actions.github.io/buildtypes/workflow/v1), by the claims of the job's token. Pure. The toolkit's own function asks for
 * another token by a function that prints it.
 */

/** Of the job's token (https://docs.github.com/actions/reference/security/oidc#oidc-token-claims). */
export interface JobClaims {
  readonly iss: string;
  readonly repository: string;
  readonly repository_id: string;
  readonly repository_owner_id: string;
  readonly repository_visibility: string;
  readonly ref: string;
  readonly sha: string;
  readonly event_name: string;
  readonly workflow_ref: string;
  readonly job_workflow_ref: string;
  readonly runner_environment: string;
  readonly run_id: string;
  readonly run_attempt: string;
}

/** https://github.com/in-toto/attestation/blob/main/spec/v1/resource_descriptor.md */
export interface ResolvedDependency {
  readonly uri: string;
  readonly digest: Readonly<Record<string, string>>;
}

/** The claims of a token. Throws an Error that names those that are missing. */
export function readClaims(token: string): JobClaims {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as JobClaims;
  const names = ['iss', 'repository', 'repository_id', 'ref', 'sha', 'event_name', 'workflow_ref', 'run_id'] as const;
  const missing = names.filter((name) => typeof claims[name] !== 'string');
  if (missing.length > 0) throw new Error(`the job's token has no ${missing.join(' and no ')}`);
  return claims;
}

/** `commit` is what was built, which may be another one than the run's. */
export function slsaPredicate(
  claims: JobClaims,
  serverUrl: string,
  commit: string,
  dependencies: readonly ResolvedDependency[],
): object {
  const repository = `${serverUrl}/${claims.repository}`;
  const path = claims.workflow_ref.replace(`${claims.repository}/`, '').split('@')[0];
  return {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: { workflow: { ref: claims.ref, repository, path } },
      internalParameters: {
        github: {
          event_name: claims.event_name,
          repository_id: claims.repository_id,
          repository_owner_id: claims.repository_owner_id,
          runner_environment: claims.runner_environment,
        },
      },
      resolvedDependencies: [
        { uri: `git+${repository}@${claims.ref}`, digest: { gitCommit: commit } },
        ...dependencies,
      ],
    },
    runDetails: {
      builder: { id: `${serverUrl}/${claims.job_workflow_ref ?? claims.workflow_ref}` },
      metadata: { invocationId: `${repository}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}` },
    },
  };
}

/**
 * What BuildKit resolved, from its metadata: `materials` of SLSA v0.2, `resolvedDependencies` of v1; one entry for each platform
 * of several (https://docs.docker.com/build/metadata/attestations/slsa-provenance/).
 */
export function resolvedDependencies(metadata: Readonly<Record<string, unknown>>): ResolvedDependency[] {
  const found = new Map<string, ResolvedDependency>();
  for (const [key, value] of Object.entries(metadata)) {
    if (!key.startsWith('buildx.build.provenance')) continue;
    const { materials, buildDefinition } = object(value);
    for (const list of [materials, object(buildDefinition).resolvedDependencies]) {
      for (const entry of Array.isArray(list) ? list : []) {
        const { uri, digest } = object(entry);
        const digests = Object.entries(object(digest)).filter(
          (pair): pair is [string, string] => typeof pair[1] === 'string',
        );
        if (typeof uri !== 'string' || digests.length === 0) continue;
        found.set(`${uri} ${JSON.stringify(digests)}`, { uri, digest: Object.fromEntries(digests) });
      }
    }
  }
  return [...found.values()];
}

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
