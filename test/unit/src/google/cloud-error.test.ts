/** What refusals and error bodies of the real services become. Bodies are as they were seen; each has its source. */
import { describe, expect, test } from 'vitest';
import { cloudError } from '../../../../src/google/errors/cloud-error.ts';
import { describeCloudError } from '../../../../src/runtime/report.ts';

const CALL = {
  resource: 'service projects/acme-prod/locations/mars-north1/services/web',
  permission: 'run.services.get',
  role: 'roles/run.viewer',
};
const text = (status: number, body: unknown) =>
  describeCloudError(
    cloudError(CALL, {
      status,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      member: 'serviceAccount:deployer@acme-prod.iam.gserviceaccount.com',
    }),
  );
const google = (code: number, status: string, message: string, details: unknown[] = [], errors?: unknown[]) => ({
  error: { code, message, status, ...(details.length > 0 && { details }), ...(errors && { errors }) },
});
const info = (reason: string, metadata: object = {}) => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata,
});

describe('a refusal is recognized by the reason of the server', () => {
  test.each<readonly [name: string, status: number, body: unknown, expected: readonly RegExp[]]>([
    [
      'an API that is disabled, by its title alone',
      403,
      google(403, 'PERMISSION_DENIED', 'Compute Engine API has not been used in project 5 before or it is disabled.'),
      [/gcloud services enable compute\.googleapis\.com --project=5/],
    ],
    [
      'a billing account that is closed',
      400,
      google(
        400,
        'FAILED_PRECONDITION',
        'Billing account for project 123 is not open. Billing must be enabled for activation of service(s)',
      ),
      [/Billing is disabled for project/],
    ],
    [
      // https://cloud.google.com/run/docs/configuring/services/gpu
      'no quota for GPUs',
      400,
      google(400, 'FAILED_PRECONDITION', 'You do not have quota for using GPUs without zonal redundancy.'),
      [/quota of project acme-prod is/],
    ],
    [
      'a quota of CPUs',
      400,
      google(400, 'INVALID_ARGUMENT', 'Quota violated: CpuAllocPerProjectRegion requested: 400000 allowed: 200000'),
      [/quota of project acme-prod is/],
    ],
    [
      'a service account that is gone',
      404,
      google(404, 'NOT_FOUND', 'Not found; Gaia id not found for email deployer@acme.iam.gserviceaccount.com'),
      [/service account deployer@acme\.iam\.gserviceaccount\.com does not exist or is disabled.*input service-account/],
    ],
    [
      // https://cloud.google.com/iam/docs/troubleshooting-workload-identity-federation
      'a subject that is too long',
      400,
      {
        error: 'invalid_request',
        error_description:
          'The size of mapped attribute google.subject exceeds the 127 bytes limit. Either modify your attribute mapping or the incoming assertion.',
      },
      [/google\.subject has at most 127 bytes.*--attribute-mapping/],
    ],
    [
      // https://github.com/google-gemini/gemini-cli/issues/1343
      'an API that is disabled',
      403,
      google(
        403,
        'PERMISSION_DENIED',
        'Cloud Run Admin API has not been used in project acme-prod before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/run.googleapis.com/overview?project=acme-prod then retry.',
        [
          info('SERVICE_DISABLED', {
            serviceTitle: 'Cloud Run Admin API',
            consumer: 'projects/acme-prod',
            containerInfo: 'acme-prod',
            service: 'run.googleapis.com',
          }),
          {
            '@type': 'type.googleapis.com/google.rpc.Help',
            links: [
              {
                description: 'Google developers console API activation',
                url: 'https://console.developers.google.com/apis/api/run.googleapis.com/overview?project=acme-prod',
              },
            ],
          },
        ],
      ),
      [
        /API run\.googleapis\.com is disabled in project acme-prod/,
        /gcloud services enable run\.googleapis\.com --project=acme-prod/,
      ],
    ],
    [
      // https://github.com/terraform-google-modules/terraform-google-project-factory/issues/753
      'an API that is disabled, in the old format',
      403,
      google(
        403,
        'PERMISSION_DENIED',
        'Compute Engine API has not been used in project 599705029636 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/compute.googleapis.com/overview?project=599705029636 then retry.',
        [],
        [{ message: 'Access Not Configured', domain: 'usageLimits', reason: 'accessNotConfigured' }],
      ),
      [/gcloud services enable compute\.googleapis\.com --project=599705029636/],
    ],
    [
      // https://github.com/pgmichael/wavenet-for-chrome/issues/83
      'billing is disabled',
      403,
      google(
        403,
        'PERMISSION_DENIED',
        'This API method requires billing to be enabled. Please enable billing on project #58906374421 by visiting https://console.developers.google.com/billing/enable?project=58906374421 then retry.',
        [info('BILLING_DISABLED', { service: 'run.googleapis.com', consumer: 'projects/58906374421' })],
      ),
      [/Billing is disabled for project 58906374421/, /gcloud billing projects link 58906374421/],
    ],
    [
      // https://cloud.google.com/storage/docs/json_api/v1/status-codes#403-forbidden (accountDisabled)
      'the billing account of a bucket is gone',
      403,
      google(
        403,
        '',
        'The billing account for the owning project is disabled in state absent',
        [],
        [{ reason: 'accountDisabled', domain: 'global' }],
      ),
      [/Billing is disabled for project acme-prod/],
    ],
    [
      // https://github.com/cloudquery/cloudquery/issues/1062
      'VPC Service Controls',
      403,
      google(
        403,
        'PERMISSION_DENIED',
        "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: eYhDkfYCu-dOCjuj8X4Am9",
        [
          {
            '@type': 'type.googleapis.com/google.rpc.PreconditionFailure',
            violations: [{ type: 'VPC_SERVICE_CONTROLS', description: 'eYhDkfYCu-dOCjuj8X4Am9' }],
          },
          info('SECURITY_POLICY_VIOLATED', {
            service: 'run.googleapis.com',
            uid: 'eYhDkfYCu-dOCjuj8X4Am9',
            consumer: 'projects/acme-prod',
          }),
        ],
      ),
      [/VPC Service Controls perimeter blocks the call/, /identifier eYhDkfYCu-dOCjuj8X4Am9/],
    ],
    [
      // https://github.com/firezone/firezone/pull/7711
      'a region that is not there',
      403,
      google(403, 'PERMISSION_DENIED', "Permission denied on 'locations/mars-north1' (or it may not exist).", [
        info('LOCATION_POLICY_VIOLATED', { consumer: 'projects/acme-prod', location: 'mars-north1', service: '' }),
        {
          '@type': 'type.googleapis.com/google.rpc.Help',
          links: [{ description: 'Access to the region is unavailable.' }],
        },
      ]),
      [
        /region mars-north1 does not exist or is not available to project acme-prod/,
        /gcloud run regions list/,
        /Access to the region is unavailable/,
      ],
    ],
    [
      // https://github.com/hashicorp/terraform-provider-google/issues/17037
      'a region that is not there, in the old format',
      403,
      google(
        403,
        'PERMISSION_DENIED',
        "Permission denied on 'locations/mars-north1' (or it may not exist)",
        [],
        [{ reason: 'forbidden', domain: 'global' }],
      ),
      [/region mars-north1 does not exist/],
    ],
    [
      // https://github.com/firebase/firebase-tools/issues/6454
      'an organization policy',
      400,
      google(
        400,
        'FAILED_PRECONDITION',
        'Constraint constraints/gcp.resourceLocations violated for [orgpolicy:projects/1234567890] attempting to create a secret in [global].',
        [
          {
            '@type': 'type.googleapis.com/google.rpc.PreconditionFailure',
            violations: [{ type: 'constraints/gcp.resourceLocations', subject: 'orgpolicy:projects/1234567890' }],
          },
        ],
      ),
      [
        /organization policy gcp\.resourceLocations forbids this/,
        /gcloud org-policies describe gcp\.resourceLocations/,
      ],
    ],
    [
      // https://cloud.google.com/run/docs/authenticating/public#domain-restricted-sharing
      'domain restricted sharing',
      400,
      google(
        400,
        'FAILED_PRECONDITION',
        'One or more users named in the policy do not belong to a permitted customer, perhaps due to an organization policy.',
      ),
      [/organization policy iam\.allowedPolicyMemberDomains forbids this/],
    ],
    [
      // https://github.com/googleapis/repo-automation-bots/issues/4469
      'a quota',
      429,
      google(
        429,
        'RESOURCE_EXHAUSTED',
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per region' of service 'run.googleapis.com' for consumer 'project_number:42'.",
        [
          info('RATE_LIMIT_EXCEEDED', {
            consumer: 'projects/42',
            service: 'run.googleapis.com',
            quota_metric: 'run.googleapis.com/read_regional',
            quota_limit: 'ReadPerMinutePerProjectRegion',
            quota_limit_value: '3000',
          }),
        ],
      ),
      [/quota run\.googleapis\.com\/read_regional \(ReadPerMinutePerProjectRegion: 3000\) of project 42 is exceeded/],
    ],
    [
      'a project that is not there',
      403,
      google(403, 'PERMISSION_DENIED', 'Permission denied: Consumer projects/acme-prd has been deleted.', [
        info('CONSUMER_INVALID', { consumer: 'projects/acme-prd', service: 'run.googleapis.com' }),
      ]),
      [/project acme-prd does not exist or was deleted. Check the input project/],
    ],
    [
      'an account that is disabled',
      401,
      google(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.', [
        info('ACCOUNT_STATE_INVALID', { service: 'run.googleapis.com' }),
      ]),
      [/service account is disabled or deleted/],
    ],
    [
      'too narrow a scope',
      403,
      google(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
        info('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service: 'run.googleapis.com' }),
      ]),
      [/lacks the scope https:\/\/www\.googleapis\.com\/auth\/cloud-platform/],
    ],
    [
      // https://github.com/circleci/circleci-docs/pull/8541
      'the attribute condition of a provider',
      401,
      {
        error: 'unauthorized_client',
        error_description: 'The given credential is rejected by the attribute condition.',
      },
      [/401 unauthorized_client/, /attribute condition of the workload identity provider refuses this workflow/],
    ],
    [
      // https://github.com/google-github-actions/auth/issues/17
      'a provider that is not there',
      400,
      {
        error: 'invalid_target',
        error_description:
          'The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist.',
      },
      [/provider does not exist, or it or its pool is disabled or deleted/],
    ],
    [
      // https://github.com/google-github-actions/auth/issues/211
      'a provider by project id',
      400,
      {
        error: 'invalid_request',
        error_description:
          'Invalid value for "audience". This value should be the full resource name of the Identity Provider.',
      },
      [/needs the number of the project/],
    ],
    [
      'a reason that is newer than us',
      403,
      google(403, 'PERMISSION_DENIED', 'No.', [info('MOON_PHASE_WRONG')]),
      [/MOON_PHASE_WRONG/],
    ],
  ])('%s', (_, status, body, expected) => {
    const message = text(status, body);
    for (const pattern of expected) expect(message).toMatch(pattern);
    expect(message).not.toMatch(/Missing permission|roles\/run\.viewer|run\.services\.get/);
  });

  test.each([
    [
      // https://cloud.google.com/iam/docs/permission-error-messages
      'IAM_PERMISSION_DENIED',
      google(403, 'PERMISSION_DENIED', "Permission 'run.services.update' denied on resource (or it may not exist).", [
        {
          ...info('IAM_PERMISSION_DENIED', { permission: 'run.services.update', resource: 'x' }),
          domain: 'iam.googleapis.com',
        },
      ]),
      /Missing permission for serviceAccount:deployer@.*: run\.services\.update/,
    ],
    [
      'nothing else explains it',
      google(403, 'PERMISSION_DENIED', 'The caller does not have permission'),
      /run\.services\.get.*roles\/run\.viewer/,
    ],
  ])('a missing permission is named when %s', (_, body, expected) => expect(text(403, body)).toMatch(expected));

  test('a user project without permission to use it names that permission', () =>
    expect(
      text(
        403,
        google(403, 'PERMISSION_DENIED', 'Caller does not have required permission to use project acme.', [
          info('USER_PROJECT_DENIED', { consumer: 'projects/acme' }),
        ]),
      ),
    ).toMatch(/serviceusage\.services\.use.*roles\/serviceusage\.serviceUsageConsumer/));
});

test('a retention policy is no matter of a role', () => {
  const body = {
    error: {
      code: 403,
      message:
        "Object 'site/index.html' is subject to bucket's retention policy and cannot be deleted or overwritten until 2027-01-01T00:00:00Z",
      errors: [{ reason: 'retentionPolicyNotMet' }],
    },
  };
  const call = {
    resource: 'object gs://site/index.html',
    permission: 'storage.objects.delete',
    role: 'roles/storage.objectUser',
  };
  const message = describeCloudError(cloudError(call, { status: 403, body: JSON.stringify(body) }));
  expect(message).toMatch(/no role changes that.*buckets update gs:\/\/site --clear-retention-period/);
  expect(message).not.toContain('roles/storage.objectUser');
});
