/** docs/setup as Terraform: valid by the provider's schemas, with the roles of the guide, and in an order that works. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../sources.ts';
import { filesOf, moduleOf, type Plan, planOf, prepareTofu, ROOTS, references, SAMPLE, type Tofu } from './plan.ts';

const found = await prepareTofu();
const tofu = found as Tofu;
const plans = new Map<string, Plan>();
beforeAll(() => {
  if (found) for (const [path, variables] of ROOTS) plans.set(path, planOf(tofu, path, variables));
}, 60_000);
afterAll(() => {
  if (found) rmSync(tofu.home, { recursive: true, force: true });
});

/** The API that a type of resource is managed through. */
const API: readonly (readonly [type: RegExp, api: string])[] = [
  [/^google_(service_account|iam_workload|project_iam_custom)/, 'iam'],
  [/^google_project_iam_member/, 'cloudresourcemanager'],
  [/^google_artifact_registry/, 'artifactregistry'],
  [/^google_cloud_run/, 'run'],
  [/^google_compute/, 'compute'],
  [/^google_redis/, 'redis'],
  [/^google_secret_manager/, 'secretmanager'],
  [/^google_service_networking/, 'servicenetworking'],
  [/^google_sql/, 'sqladmin'],
  [/^google_storage/, 'storage'],
];

// Each plan takes seconds, and a test makes up to three.
describe.skipIf(!found)('Terraform', { timeout: 120_000 }, () => {
  const plan = (path = 'docs/setup') => plans.get(path) as Plan;

  test.each(ROOTS)('%s is valid, and plans every resource of its files', (path) => {
    const declared = [...filesOf(path).matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(
      ([, type, name]) => `${type}.${name}`,
    );
    const planned = plan(path).planned.map(({ address }) =>
      address.replace(/^module\.\w+(\[\d+\])?\./, '').replace(/\[.*/, ''),
    );
    expect(declared.length).toBeGreaterThan(10);
    expect(declared.filter((address) => !planned.includes(address))).toEqual([]);
  });

  test.each([
    ['a misspelled argument', 'images.tf', '  format        =', '  formats       =', 'Unsupported argument'],
    ['a missing argument', 'identities.tf', '  account_id   = each.key\n', '', 'Missing required argument'],
    [
      'a reference to nothing',
      'identities.tf',
      'account["runtime"]',
      'person["runtime"]',
      'Reference to undeclared resource',
    ],
    [
      'a value of another type',
      'database.tf',
      'memory_size_gb     = 1',
      'memory_size_gb     = "one"',
      'a number is required',
    ],
  ])('%s is found', (_, file, from, to, message) => {
    const edit = (folder: string) => {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(folder, file), text.replace(from, to));
    };
    expect(() => planOf(tofu, 'docs/setup', SAMPLE, edit)).toThrow(message);
  });

  test.each(ROOTS)('%s waits for the APIs that it enables', (path) => {
    for (const resources of plan(path).modules.values()) {
      const waiting = new Set(['time_sleep.apis']);
      for (let before = 0; before !== waiting.size; ) {
        before = waiting.size;
        for (const one of resources)
          if (references(one, resources).some((address) => waiting.has(address))) waiting.add(one.address);
      }
      const early = resources.map(({ address }) => address).filter((address) => !waiting.has(address));
      expect(early).toEqual(['google_project_service.api']);
      const sleep = resources.find(({ address }) => address === 'time_sleep.apis');
      expect(sleep?.depends_on).toEqual(['google_project_service.api']);
    }
  });

  test.each(ROOTS)('%s enables the API of each resource, and those that the actions call', (path) => {
    for (const name of new Set(plan(path).planned.map(moduleOf))) {
      const own = plan(path).planned.filter((one) => moduleOf(one) === name);
      const services = own.filter(({ type }) => type === 'google_project_service');
      const others = own.filter(({ type }) => type !== 'google_project_service' && type !== 'time_sleep');
      const needed = others.map(({ type }) => API.find(([pattern]) => pattern.test(type))?.[1] ?? `the API of ${type}`);
      const enabled = services.map(({ values }) => String(values.service).replace('.googleapis.com', ''));
      expect(enabled).toEqual(expect.arrayContaining([...new Set([...needed, 'iamcredentials', 'sts', 'logging'])]));
    }
  });

  /** Blocks of resources that grant an account something. */
  const grants = (account: string): string[] =>
    [...filesOf('docs/setup').matchAll(/^resource "\w+_iam_member" "\w+" \{[\s\S]*?^\}/gm)]
      .map(([block]) => block)
      .filter(
        (block) =>
          block.includes(`account["${account}"].member`) ||
          (block.includes('account[each.key].member') && block.includes(`"${account}"`)),
      );

  test('grants the deployer what the sample needs: it opens services, and writes no image', () => {
    const text = grants('deployer').join('\n');
    // `allow-unauthenticated` of the sample's server is run.services.setIamPolicy:
    // https://cloud.google.com/run/docs/reference/iam/roles
    expect(read('examples/orchestra/.github/workflows/deploy.yml')).toContain('"allow-unauthenticated": true');
    for (const role of ['run.admin', 'run.invoker', 'logging.viewer', 'monitoring.viewer', 'iam.serviceAccountUser'])
      expect(text).toContain(`"roles/${role}"`);
    expect(text).toMatch(/"roles\/artifactregistry\.reader" = google_service_account\.account\["deployer"\]\.member/);
  });

  test('grants the account of canaries what moves traffic, and nothing that opens, builds or reads secrets', () => {
    const roles = plan().planned.filter(({ address }) => address.startsWith('google_project_iam_member.canary['));
    expect(roles.map(({ values }) => values.role)).toEqual(
      ['run.developer', 'run.invoker', 'logging.viewer', 'monitoring.viewer'].map((role) => `roles/${role}`).sort(),
    );
    expect(grants('canary')).toHaveLength(5);
    const bare = planOf(tofu, 'docs/setup', { ...SAMPLE, canary_frontends: 'false' });
    expect(
      bare.planned.map(({ address }) => address).filter((address) => /canary(_frontend_cache)?\[\d/.test(address)),
    ).toEqual([]);
  });

  test('grants the planner nothing but to read services and sites', () => {
    const roles = grants('planner').map((block) => /role\s+= "([^"]+)"/.exec(block)?.[1]);
    expect(roles.sort()).toEqual(['roles/run.viewer', 'roles/storage.objectViewer']);
  });

  test('grants the builder nothing but to write images', () => {
    expect(grants('builder')).toHaveLength(1);
    expect(grants('builder')[0]).toMatch(
      /"roles\/artifactregistry\.writer" = google_service_account\.account\["builder"\]/,
    );
  });

  test('lets only the service accounts of containers read secrets', () => {
    const accessors = [
      ...filesOf('docs/setup').matchAll(
        /^resource "google_secret_manager_secret_iam_member" "accessor" \{[\s\S]*?^\}/gm,
      ),
    ];
    const members = accessors.map(
      ([block]) => /member\s+= google_service_account\.account\["([\w-]+)"\]/.exec(block)?.[1],
    );
    expect(members.sort()).toEqual(['runtime', 'runtime-preview']);
    expect(filesOf('docs/setup').match(/roles\/(secretmanager\.secretAccessor|owner|editor)/g)).toHaveLength(2);
  });

  test('puts previews into a separate project, and grants them no roles in that of production', () => {
    const projects = plan().planned.filter(
      ({ address, type }) => address.startsWith('module.previews') && type.startsWith('google_project_iam'),
    );
    expect(new Set(projects.map(({ values }) => values.project))).toEqual(new Set(['acme-previews']));
    const previews = plan().modules.get('previews') ?? [];
    expect(previews.map(({ address }) => address)).toContain('google_cloud_run_v2_service.preview');
    expect(read('docs/setup/main.tf')).toMatch(/providers\s+= \{ google = google\.preview \}/);
    // The rest reads nothing of them but what the workflow needs.
    const used = [...filesOf('docs/setup').matchAll(/module\.previews\S*\.(\w+)/g)].map(([, output]) => output);
    expect(used).toEqual(['workload_identity_provider', 'clean_up_workload_identity_provider']);
  });

  test('lets previews write one bucket and make jobs only where they have frontends and databases', () => {
    const bare = { ...SAMPLE, preview_frontends: 'false', preview_databases: 'false' };
    const optional = (variables: Readonly<Record<string, string>>) =>
      planOf(tofu, 'docs/setup', variables)
        .planned.map(({ address }) => address.replace('module.previews[0].', ''))
        .filter((address) => /^google_(storage\w*\.pages|project_iam_member\.databases)/.test(address));
    expect(optional(bare)).toEqual([]);
    expect(optional({ ...bare, preview_frontends: 'true' })).toEqual([
      'google_storage_bucket.pages[0]',
      'google_storage_bucket_iam_member.pages["roles/storage.legacyObjectReader"]',
      'google_storage_bucket_iam_member.pages["roles/storage.objectUser"]',
    ]);
    expect(optional({ ...bare, preview_databases: 'true' })).toEqual([
      'google_project_iam_member.databases["roles/run.developer"]',
      'google_project_iam_member.databases["roles/run.invoker"]',
    ]);
  });

  // A digest without a tag may serve in production. In a preview it is what a clean-up that was killed has left.
  test('deletes versions without a tag of previews alone', () => {
    const policies = plan()
      .planned.filter(({ type }) => type === 'google_artifact_registry_repository')
      .map(({ address, values }) => [address, values.cleanup_policies]);
    expect(Object.fromEntries(policies)).toEqual({
      'google_artifact_registry_repository.images': [],
      'module.previews[0].google_artifact_registry_repository.images': [
        expect.objectContaining({
          action: 'DELETE',
          condition: [expect.objectContaining({ tag_state: 'UNTAGGED', older_than: '86400s' })],
        }),
      ],
    });
  });

  test('refuses the project of production for previews, and makes none without a project', () => {
    const planned = (preview_project: string) => planOf(tofu, 'docs/setup', { ...SAMPLE, preview_project });
    expect(() => planned('acme-prod')).toThrow('preview_project is the project of production');
    expect(planned('').planned.filter(({ address }) => address.includes('preview'))).toEqual([]);
  });
});
