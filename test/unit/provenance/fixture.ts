/** The build that provenance is expected of, and what it signs. */
import type { ProvenanceIdentity } from '../../../src/provenance/identity.ts';
import { SLSA_PROVENANCE, STATEMENT_TYPE } from '../../../src/provenance/statement.ts';
import type { Claims } from '../../harness/signing/sigstore.ts';

export const HEX = 'ab'.repeat(32);
export const DIGEST = `sha256:${HEX}`;

export const IDENTITY: ProvenanceIdentity = {
  serverUrl: 'https://github.com',
  repositoryId: '1001',
  workflows: ['.github/workflows/deploy.yml'],
  refs: ['refs/heads/main'],
  triggers: ['push', 'workflow_dispatch', 'schedule'],
};

/** Claims of the job's token, as GitHub gives them. */
export const claims = (over: Claims = {}): Claims => {
  const { repository = 'acme/shop', ref = 'refs/heads/main', workflow_path = '.github/workflows/deploy.yml' } = over;
  const { workflow_path: _, ...rest } = over;
  return {
    iss: 'https://token.actions.githubusercontent.com',
    sub: `https://github.com/${repository}/${workflow_path}@${ref}`,
    repository,
    repository_id: '1001',
    repository_owner: 'acme',
    repository_owner_id: '2002',
    repository_visibility: 'public',
    ref,
    sha: 'c'.repeat(40),
    event_name: 'push',
    workflow: 'Deploy',
    workflow_ref: `${repository}/${workflow_path}@${ref}`,
    workflow_sha: 'c'.repeat(40),
    job_workflow_ref: `${repository}/${workflow_path}@${ref}`,
    job_workflow_sha: 'c'.repeat(40),
    runner_environment: 'github-hosted',
    run_id: '42',
    run_attempt: '1',
    ...rest,
  };
};

export interface StatementParts {
  readonly digest?: string;
  readonly digests?: readonly string[];
  readonly type?: string;
  readonly predicateType?: string;
  readonly repository?: string;
  readonly ref?: string;
}

export const statement = ({
  digest = HEX,
  digests = [digest],
  type = STATEMENT_TYPE,
  predicateType = SLSA_PROVENANCE,
  repository = 'https://github.com/acme/shop',
  ref = 'refs/heads/main',
}: StatementParts = {}) => ({
  _type: type,
  subject: digests.map((sha256) => ({ name: 'us-docker.pkg.dev/acme/web/server', digest: { sha256 } })),
  predicateType,
  predicate: {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: { workflow: { ref, repository, path: '.github/workflows/deploy.yml' } },
    },
  },
});
