/** Which of GitHub's tokens the providers exchange, by the conditions that Terraform plans: those of reviewed code, in our workflows. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { satisfies } from '../../../packages/emulator/src/identity/iam.ts';
import { read } from '../sources.ts';
import { type Plan, planOf, prepareTofu, ROOTS, type Tofu } from './plan.ts';

const found = await prepareTofu();
const plans = new Map<string, Plan>();
beforeAll(() => {
  if (found) for (const [path, variables] of ROOTS) plans.set(path, planOf(found as Tofu, path, variables));
}, 60_000);
afterAll(() => {
  if (found) rmSync((found as Tofu).home, { recursive: true, force: true });
});

type Claims = Readonly<Record<string, string>>;

/** https://docs.github.com/en/actions/reference/security/oidc#oidc-token-claims */
const claims = {
  repository_id: '1001',
  repository_owner_id: '2002',
  ref: 'refs/heads/main',
  event_name: 'push',
  environment: 'production',
  job_workflow_ref: 'orchestra/actions/.github/workflows/pipeline.yml@refs/tags/v1',
};
const { environment: _, ...outside } = claims;
const pull = { ...outside, event_name: 'pull_request', ref: 'refs/pull/7/merge' };
const workflow = (name: string, ref = 'refs/tags/v1', owner = 'orchestra/actions') => ({
  job_workflow_ref: `${owner}/.github/workflows/${name}.yml@${ref}`,
});

describe.skipIf(!found)('a token', () => {
  /** Ids of the providers that exchange it. */
  const accepted = (token: Claims, path: string) =>
    plans
      .get(path)
      ?.planned.filter(({ type }) => type === 'google_iam_workload_identity_pool_provider')
      .filter(({ values }) => satisfies(String(values.attribute_condition), token))
      .map(({ values }) => values.workload_identity_pool_provider_id)
      .sort();

  test.each<[string, Claims, readonly string[]]>([
    ['of the release of a push to main', claims, ['github', 'github-images']],
    ['of the job of an image', outside, ['github-images']],
    ['of a rollback by hand', { ...claims, ...workflow('rollback'), event_name: 'workflow_dispatch' }, ['github']],
    ['of a schedule', { ...claims, event_name: 'schedule' }, ['github', 'github-images']],
    [
      'of a canary',
      { ...claims, ...workflow('advance'), environment: 'canary', event_name: 'schedule' },
      ['github-canary'],
    ],
    [
      'of a step of a canary that needs an approval',
      { ...claims, ...workflow('advance') },
      ['github', 'github-canary'],
    ],
    ['of a preview', { ...pull, ...workflow('preview') }, ['github-pull-requests']],
    [
      'of the clean-up of previews',
      { ...outside, ...workflow('preview-clean-up'), event_name: 'schedule' },
      ['github-preview-clean-up'],
    ],
  ])('%s is exchanged', (_, token, expected) => {
    expect(accepted(token, 'docs/setup')).toEqual(expected);
  });

  test.each<[string, Claims]>([
    [
      'a job of another workflow, in the environment',
      { ...claims, ...workflow('deploy', 'refs/heads/main', 'acme/shop') },
    ],
    ['our workflow, called from a branch of it', { ...claims, ...workflow('pipeline', 'refs/heads/x') }],
    ['our workflow of another version', { ...claims, ...workflow('pipeline', 'refs/tags/v10') }],
    ['a workflow of the same name', { ...claims, ...workflow('pipeline', 'refs/tags/v1', 'evil/actions') }],
    [
      'a repository whose name ends alike',
      { ...claims, ...workflow('pipeline', 'refs/tags/v1', 'x/orchestra/actions') },
    ],
    ['a branch', { ...claims, ref: 'refs/heads/feature' }],
    ['a branch that begins alike', { ...claims, ref: 'refs/heads/main2' }],
    ['a tag', { ...claims, ref: 'refs/tags/v9' }],
    ['another repository', { ...claims, repository_id: '1002' }],
    ['a repository after a transfer', { ...claims, repository_owner_id: '2003' }],
    ['a pull request that calls the pipeline', pull],
    ['a pull request that names the environment', { ...pull, environment: 'production' }],
    ['a preview that names the environment', { ...pull, environment: 'production', repository_id: '1002' }],
    ['a canary in another environment', { ...claims, ...workflow('advance'), environment: 'staging' }],
    ['another workflow in the environment of canaries', { ...claims, ...workflow('rollback'), environment: 'canary' }],
    ['a pull request that calls the clean-up of previews', { ...pull, ...workflow('preview-clean-up') }],
    ['a push to main that calls preview.yml', { ...outside, ...workflow('preview') }],
    ['GitHub without our claims', { ref: 'refs/heads/main', event_name: 'push' }],
  ])('of %s is not', (_, token) => {
    expect(accepted(token, 'docs/setup')).toEqual([]);
  });

  // Events that others than those who may push to main can start, or whose code is not main's.
  // https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
  test.each([
    ...[
      'pull_request',
      'pull_request_target',
      'workflow_run',
      'issue_comment',
      'issues',
      'discussion',
      'release',
      'watch',
    ],
    ...['repository_dispatch', 'merge_group', 'create', 'fork', 'deployment_status', 'check_run', 'a-new-one'],
  ])('of the event %s on main is not', (event_name) => {
    for (const [path] of ROOTS) expect(accepted({ ...claims, event_name }, path)).toEqual([]);
  });

  test('of another environment than that of the deployment deploys nothing', () => {
    expect(accepted({ ...claims, environment: 'staging' }, 'docs/setup')).toEqual(['github-images']);
  });

  test.each<[string, Claims, readonly string[]]>([
    ['a push to main', outside, ['github']],
    ['a pull request', pull, []],
    ['a branch', { ...outside, ref: 'refs/heads/x' }, []],
  ])('of %s, for one service', (_, token, expected) => {
    expect(accepted(token, 'docs/setup/one-service')).toEqual(expected);
  });
});

const CONDITIONS = [
  'docs/setup.md',
  'docs/setup/one-service.md',
  'docs/setup/identities.tf',
  'docs/setup/one-service/main.tf',
  'cli/setup/commands.ts',
];

test.each(CONDITIONS)('%s lists the events that may deploy', (file) => {
  const events = [...read(file).matchAll(/event_name (?:in|!=) [^&"]*/g)].map(([text]) => text.trim());
  expect(new Set(events)).toEqual(new Set(["event_name in ['push', 'workflow_dispatch', 'schedule']"]));
});

test('the commands of the guide have the conditions that Terraform plans', () => {
  const { planned = [] } = plans.get('docs/setup') ?? {};
  const guide = [...read('docs/setup.md').matchAll(/create-oidc (\S+) [\s\S]*?--attribute-condition="(.*)"$/gm)].map(
    ([, id, condition = '']) => [
      id,
      condition
        .replaceAll('$OURS', "assertion.repository_id == '1001' && assertion.repository_owner_id == '2002'")
        .replaceAll('$MAIN', MAIN)
        .replaceAll('$WORKFLOWS', 'orchestra/actions/.github/workflows')
        .replaceAll('$REF', 'refs/tags/v1'),
    ],
  );
  const providers = planned.filter(({ type }) => type === 'google_iam_workload_identity_pool_provider');
  if (found)
    expect(Object.fromEntries(guide)).toEqual(
      Object.fromEntries(
        providers.map(({ values }) => [values.workload_identity_pool_provider_id, values.attribute_condition]),
      ),
    );
});
const [, MAIN = ''] = /^MAIN="(.*)"$/m.exec(read('docs/setup.md')) ?? [];
