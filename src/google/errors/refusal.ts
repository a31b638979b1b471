/**
 * Why a Google API refused a call, by the server's own reason, and what to do about it. Pure. The reasons are those of
 * https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto; where an API still answers in the old
 * format or in words alone, these are matched.
 */
import type { ErrorBody } from './error-body.ts';

/** A refusal that no role on the resource would change. */
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
}

interface Rule {
  readonly reasons: readonly string[];
  /** In the message, where the answer gives no reason. */
  readonly says?: RegExp;
  readonly explain: (facts: Facts) => Refusal;
}

const CONSOLE = 'https://console.cloud.google.com';

const RULES: readonly Rule[] = [
  {
    reasons: ['SERVICE_DISABLED', 'accessNotConfigured'],
    says: /has not been used in project .* before or it is disabled|\bAPI .*is not enabled/i,
    explain: ({ project, service, message }) => {
      const api = service ?? /api\/([a-z0-9.-]+\.googleapis\.com)/.exec(message)?.[1] ?? 'SERVICE';
      return {
        advice: `The API ${api} is disabled in project ${project}. Enable it and run this step again a few minutes later: gcloud services enable ${api} --project=${project}`,
      };
    },
  },
  {
    reasons: ['BILLING_DISABLED', 'billingNotEnabled', 'accountDisabled', 'UserProjectAccountProblem'],
    says: /requires billing to be enabled|billing account .* (?:is )?(?:disabled|absent|closed)|absent billing account|billing (?:is|has been) disabled/i,
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
    says: /quota (?:exceeded|metric|limit)|exceeded .*quota|exhausted .*quota|insufficient .*quota/i,
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
      advice: `The project ${project} does not exist, or the identity of this step must not use it for quota and billing.`,
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
        'The access token lacks the scope https://www.googleapis.com/auth/cloud-platform. If another step made the credentials, give it that scope, or use the input workload-identity-provider.',
    }),
  },
  {
    reasons: ['ACCESS_TOKEN_EXPIRED', 'ACCESS_TOKEN_TYPE_UNSUPPORTED', 'CREDENTIALS_MISSING', 'ACCOUNT_STATE_INVALID'],
    explain: ({ reason }) => ({
      advice:
        reason === 'ACCOUNT_STATE_INVALID'
          ? 'The service account is disabled or deleted. Enable it, or give another one in the input service-account.'
          : 'The server does not take the access token of this step. If another step made the credentials, they have expired: authenticate right before this step, or use the input workload-identity-provider, which gets a new token whenever one is needed.',
    }),
  },
  // Answers of the token endpoint: https://cloud.google.com/iam/docs/troubleshooting-workload-identity-federation
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
        'The workload identity provider does not accept the token of the runner: its issuer must be https://token.actions.githubusercontent.com (or that of your GitHub Enterprise Server), and the clock of the runner must be right.',
    }),
  },
];

/** The refusal behind an error answer of a Google API, or undefined if it may be a matter of a missing permission. */
export function findRefusal(body: ErrorBody, status: number, resource: string): Refusal | undefined {
  if (status < 400) return undefined;
  const rule =
    RULES.find(({ reasons }) => body.reason !== undefined && reasons.includes(body.reason)) ??
    // A permission that the server names is the reason, whatever else its words are about.
    (body.reason === 'IAM_PERMISSION_DENIED' ? undefined : RULES.find(({ says }) => says && matches(says, body)));
  if (rule)
    return rule.explain({ ...body, status, project: projectOf(body, resource), service: body.metadata.service });
  // A reason of its own that we do not know, of Google's APIs alone: its words and links are all there is to say.
  const own = body.reason !== undefined && body.reason !== 'IAM_PERMISSION_DENIED' && /^[A-Z0-9_]+$/.test(body.reason);
  return own ? { advice: `The reason given by the server: ${body.reason}.` } : undefined;
}

const matches = (says: RegExp, { message, violations }: ErrorBody): boolean =>
  says.test(message) || violations.some(({ type, description }) => says.test(`${type ?? ''} ${description ?? ''}`));

function projectOf({ metadata, message }: ErrorBody, resource: string): string {
  return (
    metadata.containerInfo ??
    /^projects\/([^/]+)/.exec(metadata.consumer ?? '')?.[1] ??
    /[?&]project=([\w.:-]*\w)/.exec(message)?.[1] ??
    /project #?(\d+)\b/.exec(message)?.[1] ??
    /\b(?:in|use) project ([\w.:-]*\w)/.exec(message)?.[1] ??
    /projects\/([^/\s]+)/.exec(resource)?.[1] ??
    'PROJECT'
  );
}
