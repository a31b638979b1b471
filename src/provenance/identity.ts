/** The required builder of an image, compared with a signing certificate or a statement that a key signed. Pure. */

/** The identity that provenance must have. Patterns have `*` for any characters but `/`, and `**` for any. */
export interface ProvenanceIdentity {
  /** Host of GitHub, `https://github.com`. */
  readonly serverUrl: string;
  /** Id of the repository, which does not change when it is renamed. */
  readonly repositoryId: string;
  /** Paths of workflows, such as `.github/workflows/deploy.yml`. */
  readonly workflows: readonly string[];
  /** Git refs that the workflow and the sources are of, such as `refs/heads/main`. */
  readonly refs: readonly string[];
  /** Events that started the run, such as `push`. */
  readonly triggers: readonly string[];
}

/** What a signing certificate says about the run (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md). */
export interface BuildIdentity {
  readonly issuer: string;
  /** `https://github.com/acme/web`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ref: string;
  /** Commit of the sources, 40 digits. */
  readonly commit: string;
  /** The workflow that was started, `https://github.com/acme/web/.github/workflows/deploy.yml@refs/heads/main`. */
  readonly workflow: string;
  readonly trigger: string;
  readonly runUrl: string;
}

/**
 * GitHub's token issuer; an enterprise may have one with its own name at the end
 * (https://docs.github.com/actions/reference/security/oidc#customizing-the-issuer-value-for-an-enterprise). Undefined for GitHub
 * Enterprise Server, whose tokens no public certificate authority knows.
 */
export function issuerOf(serverUrl: string): string | undefined {
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : '';
  if (host === 'github.com') return 'https://token.actions.githubusercontent.com';
  return /^[a-z0-9-]+\.ghe\.com$/.test(host) ? `https://token.actions.${host}` : undefined;
}

/** Why a certificate is of none of the identity's builds, in words that follow "is"; undefined if it is. */
export function identityProblem(build: BuildIdentity, wanted: ProvenanceIdentity): string | undefined {
  const issuer = issuerOf(wanted.serverUrl);
  if (issuer === undefined || (build.issuer !== issuer && !build.issuer.startsWith(`${issuer}/`)))
    return `of the token issuer ${build.issuer || '(none)'}`;
  return sourceProblem(build, wanted);
}

/** As `identityProblem`, for what names no issuer: a statement that a key signed. */
export function sourceProblem(build: BuildIdentity, wanted: ProvenanceIdentity): string | undefined {
  if (!build.repository.startsWith(`${wanted.serverUrl}/`)) return `of ${build.repository || '(no repository)'}`;
  if (build.repositoryId !== wanted.repositoryId)
    return `of repository ${build.repository || '(none)'} (id ${build.repositoryId || 'none'}), not of id ${wanted.repositoryId}`;
  const [path, workflowRef] = workflowOf(build);
  if (path === undefined) return `of the workflow ${build.workflow || '(none)'}, which is not in its repository`;
  if (!matchesAny(path, wanted.workflows)) return `of the workflow ${path}, not of ${wanted.workflows.join(' or ')}`;
  for (const ref of [build.ref, workflowRef ?? ''])
    if (!matchesAny(ref, wanted.refs)) return `of ${ref || 'no ref'}, not of ${wanted.refs.join(' or ')}`;
  if (!wanted.triggers.includes(build.trigger))
    return `of a run that was started by ${build.trigger || 'nothing known'}, not by ${wanted.triggers.join(' or ')}`;
  return undefined;
}

/** Path and ref of the workflow within the repository of the sources. */
export function workflowOf({ workflow, repository }: BuildIdentity): [path?: string, ref?: string] {
  if (repository === '' || !workflow.startsWith(`${repository}/`)) return [];
  const rest = workflow.slice(repository.length + 1);
  const at = rest.indexOf('@');
  return at < 0 ? [] : [rest.slice(0, at), rest.slice(at + 1)];
}

/** Whether a run of this ref can sign as the identity. */
export const identityRefMatches = (ref: string, { refs }: Pick<ProvenanceIdentity, 'refs'>): boolean =>
  matchesAny(ref, refs);

const matchesAny = (text: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => patternOf(pattern).test(text));

function patternOf(pattern: string): RegExp {
  const parts = pattern.split(/(\*+)/).map((part) => {
    if (!part.startsWith('*')) return part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&');
    return part.length > 1 ? '.*' : '[^/]*';
  });
  return new RegExp(`^${parts.join('')}$`);
}
