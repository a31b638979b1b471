/**
 * The cause of a refused call of a Google API, from the server's reason, with advice. Pure. The reasons are those of
 * https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto; where an API still uses the old
 * format or gives only a message, these are matched.
 */
import type { ErrorBody } from './error-body.ts';

/** A refusal that no role on the resource changes. */
export interface Refusal {
  /** What to do, in whole sentences. */
  readonly advice: string;
  /** The one permission that the reason itself represents. */
  readonly permission?: string;
  readonly role?: string;
}

interface Facts extends ErrorBody {
  readonly status: number;
  /** Id or number of the project as the server names it, else as the resource does; else `PROJECT`. */
  readonly project: string;
  /** `run.googleapis.com`. */
  readonly service: string | undefined;
  /** What the call was about, in its own words. */
  readonly resource: string;
}

interface RefusalRule {
  readonly reasons: readonly string[];
  /** In the message, where the response gives no reason. */
  readonly says?: RegExp;
  readonly explain: (facts: Facts) => Refusal;
}

const CONSOLE = 'https://console.cloud.google.com';

/** APIs as messages without details call them. */
const TITLES: readonly (readonly [title: RegExp, api: string])[] = [
  [/Compute Engine API/, 'compute.googleapis.com'],
  [/Cloud Run Admin API/, 'run.googleapis.com'],
  [/Artifact Registry API/, 'artifactregistry.googleapis.com'],
  [/Secret Manager API/, 'secretmanager.googleapis.com'],
  [/IAM Service Account Credentials API/, 'iamcredentials.googleapis.com'],
  [/Cloud Logging API/, 'logging.googleapis.com'],
  [/Cloud Monitoring API/, 'monitoring.googleapis.com'],
  [/Cloud Key Management Service/, 'cloudkms.googleapis.com'],
  [/Cloud Storage/, 'storage.googleapis.com'],
];

export const REFUSAL_RULES: readonly RefusalRule[] = [
  // Of the token endpoint.
  {
    reasons: [],
    says: /invalid_rapt|Token has been expired or revoked/,
    explain: () => ({
      advice: 'The login has expired or was revoked. Run gcloud auth application-default login again.',
    }),
  },
  {
    reasons: [],
    says: /Invalid JWT Signature|Invalid grant: account not found/,
    explain: () => ({
      advice:
        'The service account or its key was deleted or disabled. Create another key, or use Workload Identity Federation.',
    }),
  },
  {
    reasons: ['SERVICE_DISABLED', 'accessNotConfigured'],
    says: /has not been used in project .* before or it is disabled|\bAPI .*is not enabled/i,
    explain: ({ project, service, message }) => {
      const named = /api\/([a-z0-9.-]+\.googleapis\.com)/.exec(message)?.[1];
      const api = service ?? named ?? TITLES.find(([title]) => title.test(message))?.[1] ?? 'SERVICE';
      return {
        advice: `The API ${api} is disabled in project ${project}. Enable it and run this step again a few minutes later: gcloud services enable ${api} --project=${project}`,
      };
    },
  },
  {
    reasons: ['BILLING_DISABLED', 'billingNotEnabled', 'accountDisabled', 'UserProjectAccountProblem'],
    says: /requires billing to be enabled|billing account .* (?:is )?(?:disabled|absent|closed)|absent billing account|billing (?:is|has been) disabled|billing account .* is not open|billing must be enabled/i,
    explain: ({ project }) => ({
      advice: `Billing is disabled for project ${project}. Link an active billing account: gcloud billing projects link ${project} --billing-account=ACCOUNT_ID`,
    }),
  },
  {
    // https://cloud.google.com/vpc-service-controls/docs/troubleshooting#unique-id
    reasons: ['SECURITY_POLICY_VIOLATED', 'vpcServiceControls'],
    says: /vpcServiceControlsUniqueIdentifier|VPC Service Controls/i,
    explain: ({ metadata, message, violations }) => {
      const id =
        metadata.uid ??
        /vpcServiceControlsUniqueIdentifier:?\s*([\w-]+)/.exec(message)?.[1] ??
        violations.find(({ type }) => type === 'VPC_SERVICE_CONTROLS')?.description;
      return {
        advice: `A VPC Service Controls perimeter blocks the call; no role changes that. Ask the administrators of the perimeter for an ingress rule for the identity of this step${id ? `, and give them the identifier ${id}: ${CONSOLE}/security/service-perimeter/troubleshoot-landing?troubleshootingToken=${id}` : ''}`,
      };
    },
  },
  {
    // https://cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints
    reasons: [
      'CUSTOM_ORG_POLICY_VIOLATION',
      'ORG_POLICY_VIOLATED',
      'LOCATION_ORG_POLICY_VIOLATED',
      'RESOURCE_USAGE_RESTRICTION_VIOLATED',
    ],
    says: /constraints\/[a-z]|customConstraints\/|organi[sz]ation(?:al)? policy|do not belong to a permitted customer/i,
    explain: ({ message, metadata, violations, project }) => {
      const sources = [message, ...Object.values(metadata), ...violations.flatMap((one) => Object.values(one))];
      const named = sources.map((one) => /(?:constraints|customConstraints)\/([\w.-]*\w)/.exec(one ?? '')?.[1]);
      const domain = /do not belong to a permitted customer/i.test(message);
      const constraint =
        named.find(Boolean) ?? metadata.customConstraints ?? (domain ? 'iam.allowedPolicyMemberDomains' : undefined);
      const policy = constraint ? `The organization policy ${constraint}` : 'An organization policy';
      return {
        advice: `${policy} forbids this; no role on the resource changes that. Change what is deployed, or ask an administrator of the policy (roles/orgpolicy.policyAdmin) for an exception${constraint ? `: gcloud org-policies describe ${constraint} --project=${project} --effective` : '.'}`,
      };
    },
  },
  {
    // https://github.com/firezone/firezone/pull/7711, https://github.com/hashicorp/terraform-provider-google/issues/17037
    reasons: ['LOCATION_POLICY_VIOLATED', 'LOCATION_ACCESS_DENIED', 'LOCATION_TAX_POLICY_VIOLATED', 'INVALID_LOCATION'],
    says: /locations\/[a-z0-9-]+'? \(or it may not exist\)|(?:unknown|invalid|unsupported) (?:location|region)|location .*(?:is not (?:found|supported|valid)|does not exist)/i,
    explain: ({ message, metadata, project }) => {
      const location = /locations\/([a-z0-9-]+)/.exec(message)?.[1] ?? metadata.location?.replace('locations/', '');
      return {
        advice: `The region${location ? ` ${location}` : ''} does not exist or is not available to project ${project}. Check the spelling of the region; available regions: gcloud run regions list --project=${project}`,
      };
    },
  },
  {
    reasons: ['RATE_LIMIT_EXCEEDED', 'RESOURCE_QUOTA_EXCEEDED', 'quotaExceeded', 'rateLimitExceeded', 'QUOTA_EXCEEDED'],
    says: /quota (?:exceeded|metric|limit|violated)|(?:do|does) not have (?:enough )?quota|exceeded .*quota|exhausted .*quota|insufficient .*quota/i,
    explain: ({ metadata, project, service }) => {
      const metric = metadata.quota_metric ?? metadata.metric_name ?? metadata.metricName;
      const limit = metadata.quota_limit ?? metadata.limit_name ?? metadata.limitName;
      const value = metadata.quota_limit_value;
      const what = [metric && ` ${metric}`, limit && ` (${limit}${value ? `: ${value}` : ''})`]
        .filter(Boolean)
        .join('');
      return {
        advice: `The quota${what} of project ${project} is exceeded. Wait and run this step again, or request more: ${CONSOLE}/iam-admin/quotas?project=${project}${service ? `&service=${service}` : ''}`,
      };
    },
  },
  {
    reasons: ['USER_PROJECT_DENIED'],
    explain: ({ project }) => ({
      advice: `The project ${project} does not exist, or the identity of this step is not allowed to use it for quota and billing.`,
      permission: 'serviceusage.services.use',
      role: 'roles/serviceusage.serviceUsageConsumer',
    }),
  },
  {
    reasons: ['CONSUMER_INVALID'],
    says: /project .* (?:was not found|not found or deleted|has been deleted)|deleted project/i,
    explain: ({ project }) => ({
      advice: `The project ${project} does not exist or was deleted. Check the input project.`,
    }),
  },
  {
    reasons: ['CONSUMER_SUSPENDED'],
    explain: ({ project }) => ({
      advice: `The project ${project} is suspended. See https://cloud.google.com/resource-manager/docs/project-suspension-guidelines`,
    }),
  },
  {
    reasons: ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientScopes'],
    says: /insufficient authentication scopes/i,
    explain: () => ({
      advice:
        'The access token lacks the scope https://www.googleapis.com/auth/cloud-platform. If another step created the credentials, add that scope there, or use the input workload-identity-provider.',
    }),
  },
  {
    reasons: ['ACCESS_TOKEN_EXPIRED', 'ACCESS_TOKEN_TYPE_UNSUPPORTED', 'CREDENTIALS_MISSING', 'ACCOUNT_STATE_INVALID'],
    explain: ({ reason }) => ({
      advice:
        reason === 'ACCOUNT_STATE_INVALID'
          ? 'The service account is disabled or deleted. Enable it, or set another one in the input service-account.'
          : 'The server does not accept the access token of this step. If another step created the credentials, they have expired: authenticate right before this step, or use the input workload-identity-provider, which gets a new token whenever one is needed.',
    }),
  },
  {
    // https://cloud.google.com/storage/docs/bucket-lock, https://cloud.google.com/storage/docs/object-holds
    reasons: ['retentionPolicyNotMet', 'objectUnderActiveHold'],
    says: /retention policy .*cannot be (?:deleted|overwritten)|is under active .*hold/i,
    explain: ({ resource }) => ({
      advice: `A retention policy or a hold of the bucket forbids replacing or deleting objects; no role changes that. Use a bucket without one, or remove it: gcloud storage buckets update gs://${bucketOf(resource)} --clear-retention-period`,
    }),
  },
  {
    reasons: [],
    says: /Gaia id not found for email|service account .*(?:is disabled|has been disabled|was deleted)/i,
    explain: ({ message }) => {
      const account = /[\w.-]+@[\w.-]+\.gserviceaccount\.com/.exec(message)?.[0];
      return {
        advice: `The service account${account ? ` ${account}` : ''} does not exist or is disabled. Check the input service-account: gcloud iam service-accounts describe ${account ?? 'EMAIL'}`,
      };
    },
  },
  {
    // https://cloud.google.com/iam/docs/workload-identity-federation#mapping
    reasons: [],
    says: /google\.subject exceeds the 127 bytes limit|attributes? (?:is|are) not mapped/i,
    explain: () => ({
      advice:
        'The attribute mapping of the workload identity provider does not fit the token of this run. google.subject has at most 127 bytes; a subject with a long repository or environment has more. Map a shorter one: gcloud iam workload-identity-pools providers update-oidc PROVIDER --workload-identity-pool=POOL --location=global --project=PROJECT --attribute-mapping="google.subject=assertion.repository_id + \':\' + assertion.run_id,attribute.repository_id=assertion.repository_id"',
    }),
  },
  // Responses of the token endpoint: https://cloud.google.com/iam/docs/troubleshooting-workload-identity-federation
  {
    reasons: [],
    says: /rejected by the attribute condition/i,
    explain: () => ({
      advice:
        "The attribute condition of the workload identity provider refuses this workflow. Compare it with the repository, branch, environment and event of this run: gcloud iam workload-identity-pools providers describe PROVIDER --workload-identity-pool=POOL --location=global --project=PROJECT --format='value(attributeCondition)'",
    }),
  },
  {
    reasons: ['invalid_target'],
    says: /target service indicated by the "audience" parameters is invalid/i,
    explain: () => ({
      advice:
        'The workload identity provider does not exist, or it or its pool is disabled or deleted. Check the input workload-identity-provider: projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.',
    }),
  },
  {
    reasons: [],
    says: /audience in (?:the )?ID Token|does not match the expected audience|Invalid value for "audience"/i,
    explain: () => ({
      advice:
        'The workload identity provider does not accept the audience of the token. Remove the allowed audiences of the provider, or add https://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER to them; the input workload-identity-provider needs the number of the project.',
    }),
  },
  {
    reasons: [],
    says: /ID Token issued .* is stale|token (?:has )?expired|issuer .*does not match|issuer .* in ID Token/i,
    explain: () => ({
      advice:
        'The workload identity provider does not accept the token of the runner. Check that its issuer is https://token.actions.githubusercontent.com (or that of your GitHub Enterprise Server), and that the clock of the runner is correct.',
    }),
  },
];

/** `object gs://site/index.html` → `site`. */
const bucketOf = (resource: string): string => /(?:gs:\/\/|bucket )([a-z0-9._-]+)/.exec(resource)?.[1] ?? 'BUCKET';
