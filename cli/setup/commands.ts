/** The gcloud command for each requirement, as docs/setup.md has it. Pure. */
import type { Deployment, Requirement, Resource } from './requirements.ts';

/** Variables that the commands use, in the order in which they are set. */
export function variables({ project, region, repository }: Deployment): string[] {
  return [
    ...(repository ? [] : ['# Replace OWNER/REPOSITORY with your repository on GitHub.']),
    `PROJECT=${project} REGION=${region} REPOSITORY=${repository ?? 'OWNER/REPOSITORY'}`,
    'NUMBER=$(gcloud projects describe "$PROJECT" --format="value(projectNumber)")',
    '# The numeric ids do not change when a repository or its owner is renamed.',
    'REPOSITORY_ID=$(gh api "repos/$REPOSITORY" --jq .id) OWNER_ID=$(gh api "repos/$REPOSITORY" --jq .owner.id)',
  ];
}

/** What a pool or a provider needs that exists, but is disabled, deleted, or open to all repositories. */
export type Repair = 'enable' | 'undelete' | 'restrict';

/** With the variables above. */
export function commandFor(requirement: Requirement, deployment: Deployment, repair?: Repair): string {
  const { pool, provider } = deployment;
  switch (requirement.kind) {
    case 'apis':
      return `gcloud services enable ${requirement.names.join(' ')} --project="$PROJECT"`;
    case 'exists':
      return creation(requirement.resource);
    case 'pool': {
      const command = 'gcloud iam workload-identity-pools';
      const where = `${pool} --location=global --project="$PROJECT"`;
      if (repair === 'enable') return `${command} update ${where} --no-disabled`;
      return `${command} ${repair ?? 'create'} ${where}`;
    }
    case 'provider': {
      const command = 'gcloud iam workload-identity-pools providers';
      const where = `${provider} --location=global --project="$PROJECT"`;
      if (repair === 'enable') return `${command} update-oidc ${where} --workload-identity-pool=${pool} --no-disabled`;
      if (repair === 'undelete') return `${command} undelete ${where} --workload-identity-pool=${pool}`;
      const condition = `  --attribute-condition="assertion.repository_id == '$REPOSITORY_ID' && assertion.repository_owner_id == '$OWNER_ID' && assertion.ref == 'refs/heads/main' && assertion.event_name in ['push', 'workflow_dispatch', 'schedule']"`;
      // Roles may be bound to other attributes, so the mapping stays.
      if (repair === 'restrict')
        return [`${command} update-oidc ${where} --workload-identity-pool=${pool}`, condition].join(' \\\n');
      return [
        `${command} create-oidc ${where}`,
        `  --workload-identity-pool=${pool} --issuer-uri=https://token.actions.githubusercontent.com`,
        `  --attribute-mapping='google.subject=assertion.sub,attribute.repository_id=assertion.repository_id,attribute.track="production"'`,
        condition,
      ].join(' \\\n');
    }
    case 'role': {
      const member = memberOf(requirement.member, deployment);
      const binding = `--member="${member}" --role=${requirement.role}`;
      return `${bindingCommand(requirement.on)} ${binding}${requirement.on.type === 'project' ? ' --condition=None' : ''}`;
    }
  }
}

/** In shell words; the project's number is a variable there. */
function memberOf(member: 'deployer' | 'runtime' | 'github', { deployer, runtime, pool }: Deployment): string {
  if (member === 'deployer') return `serviceAccount:${inDoubleQuotes(deployer)}`;
  if (member === 'runtime')
    return `serviceAccount:${runtime === undefined ? DEFAULT_RUNTIME : inDoubleQuotes(runtime)}`;
  return `principalSet://iam.googleapis.com/projects/$NUMBER/locations/global/workloadIdentityPools/${pool}/attribute.track/production`;
}

const DEFAULT_RUNTIME = '$NUMBER-compute@developer.gserviceaccount.com';

/** Names come from manifests, and users paste the commands into a shell. */
const word = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const inDoubleQuotes = (text: string): string => text.replace(/[\\"$`]/g, '\\$&');

function creation(resource: Exclude<Resource, { type: 'project' }>): string {
  switch (resource.type) {
    case 'account':
      return `gcloud iam service-accounts create ${word(resource.email.split('@')[0] ?? '')} --project="$PROJECT"`;
    case 'repository':
      return `gcloud artifacts repositories create ${word(resource.id)} --repository-format=docker --location=${word(resource.location)} --project=${word(resource.project)}`;
    case 'secret':
      return `gcloud secrets create ${word(resource.name)} --replication-policy=automatic --project="$PROJECT"`;
    case 'bucket':
      return `gcloud storage buckets create gs://${word(resource.name)} --location="$REGION" --uniform-bucket-level-access --project="$PROJECT"`;
  }
}

function bindingCommand(on: Resource): string {
  switch (on.type) {
    case 'project':
      return `gcloud projects add-iam-policy-binding ${on.id === undefined ? '"$PROJECT"' : word(on.id)}`;
    case 'account':
      return `gcloud iam service-accounts add-iam-policy-binding "${on.email ? inDoubleQuotes(on.email) : DEFAULT_RUNTIME}" --project="$PROJECT"`;
    case 'repository':
      return `gcloud artifacts repositories add-iam-policy-binding ${word(on.id)} --location=${word(on.location)} --project=${word(on.project)}`;
    case 'secret':
      return `gcloud secrets add-iam-policy-binding ${word(on.name)} --project="$PROJECT"`;
    case 'bucket':
      return `gcloud storage buckets add-iam-policy-binding gs://${word(on.name)}`;
  }
}
