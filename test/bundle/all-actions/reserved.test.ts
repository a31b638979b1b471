/** Manifests, inputs and previews cannot write the records that the actions keep on cloud resources. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as build from '../build-image/build-image.fixture.ts';
import { COMMITS, createFixture, type Fixture } from '../deploy-run/deploy-run.fixture.ts';
import * as migrate from '../migrate/migrate.fixture.ts';

let fixture: Fixture;
let one: string;
let two: string;
beforeAll(async () => {
  fixture = await createFixture();
  one = await fixture.image('one');
  two = await fixture.image('two');
});
afterAll(() => fixture.stop());

const [A, B, C] = COMMITS;
const messages = (result: { errors: readonly { message: string }[] }) =>
  result.errors.map(({ message }) => message).join('\n');
const indent = (lines: readonly string[]) => lines.map((line) => `\n    ${line}`).join('');
const evil = `actions.orchestra.dev/releases: '[{"revision":"web-evil","commit":"${'e'.repeat(40)}","image":"x","at":"2020-01-01T00:00:00Z","runUrl":"u","rollout":"r"}]'`;
const hold = `actions.orchestra.dev/hold: '{"reason":"x","by":"mallory","at":"2020-01-01T00:00:00Z","runUrl":"u","revision":"r","commit":"c"}'`;

describe('a manifest of deploy-run', () => {
  test('is refused by name, file and line if it carries records or labels of ours, also for a first deploy', async () => {
    const annotations = indent([
      hold,
      evil,
      'actions.orchestra.dev/policy-exception.min-instances: "an internal tool"',
    ]);
    fixture.file(
      'h.yaml',
      fixture
        .manifest({ name: 'fresh', annotations })
        .replace('metadata:', 'metadata:\n  labels:\n    managed-by: terraform\n    commit-sha: abc'),
    );
    const result = await fixture.deploy(A, { manifest: 'h.yaml', image: one });
    expect(result.exitCode).toBe(1);
    for (const key of [
      'annotations["actions.orchestra.dev/hold"]',
      'annotations["actions.orchestra.dev/releases"]',
      'labels.commit-sha',
    ]) {
      const error = result.errors.find(({ message }) => message.includes(`metadata.${key}`));
      expect(error, key).toMatchObject({ file: 'h.yaml', line: expect.any(Number) });
      expect(error?.message).toContain('is written by these actions only');
    }
    // Terraform and other tools set this one, too; every deploy overwrites it.
    expect(result.errors.map(({ message }) => message).join()).not.toContain('managed-by');
    expect(messages(result)).not.toContain('policy-exception');
    expect(() => fixture.doc('fresh')).toThrow();
  });

  test('that is an export of the live service is accepted; its records are dropped with one note, and the live ones stay', async () => {
    fixture.file('m.yaml', fixture.manifest());
    expect((await fixture.deploy(A, { manifest: 'm.yaml', image: one, probe: 'startup' })).exitCode).toBe(0);
    const records = fixture.doc().annotations?.['actions.orchestra.dev/releases'];
    const exported = fixture
      .manifest({ annotations: indent([evil, hold, 'run.googleapis.com/ingress-status: all']) })
      .replace(
        'metadata:',
        `metadata:\n  labels:\n    cloud.googleapis.com/location: us-central1\n    managed-by: other\n    commit-sha: ${'e'.repeat(40)}`,
      );
    fixture.file('export.yaml', exported);
    const result = await fixture.deploy(B, { manifest: 'export.yaml', image: two, probe: 'startup' });
    expect(result.exitCode, result.log).toBe(0);
    expect(
      [...result.warnings, ...result.notices].filter(({ message }) => message.includes('records are left out')),
    ).toHaveLength(1);
    const after = JSON.parse(fixture.doc().annotations?.['actions.orchestra.dev/releases'] ?? '[]');
    expect(after.slice(0, 1)).toEqual(JSON.parse(records ?? ''));
    expect(JSON.stringify(after)).not.toContain('evil');
    expect(fixture.doc().annotations).not.toHaveProperty(['actions.orchestra.dev/hold']);
    expect(fixture.doc().labels).toMatchObject({ 'managed-by': 'github-actions', 'commit-sha': B });
    // A key that 1.0 recorded as set by a manifest is kept by a manifest that does not set it.
    const named = fixture.doc().annotations as Record<string, string>;
    named['actions.orchestra.dev/named'] = JSON.stringify([
      ...JSON.parse(named['actions.orchestra.dev/named'] as string),
      'annotations.actions.orchestra.dev/releases',
      'labels.commit-sha',
    ]);
    const next = await fixture.deploy(C, { manifest: 'm.yaml', image: one, probe: 'startup' });
    expect(next.exitCode, next.log).toBe(0);
    expect(JSON.parse(fixture.doc().annotations?.['actions.orchestra.dev/releases'] ?? '[]')).toHaveLength(3);
  });
});

test.each(['commit-sha=abc', 'managed-by=me', 'actions.orchestra.dev/x=1'])(
  'the input labels of deploy-run refuses %s',
  async (label) => {
    const result = await fixture.deploy(A, { service: 'web', image: one, labels: label });
    expect(result.exitCode).toBe(1);
    expect(messages(result)).toContain(`${label.split('=')[0]} is set by this action`);
  },
);

test('a job manifest of migrate is refused if it carries records of ours', async () => {
  const migrated = await migrate.createFixture();
  const manifest = `apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: migrate
  annotations:
    actions.orchestra.dev/schema: '{}'
spec:
  template:
    metadata:
      annotations:
        actions.orchestra.dev/digest: sha256:abc
    spec:
      template:
        spec:
          containers:
            - image: x
`;
  fixture.file('job.yaml', manifest);
  const result = await migrated.step({
    workspace: fixture.workspace,
    with: { job: '', args: '', manifest: 'job.yaml' },
  });
  await migrated.emulator.stop();
  expect(result.exitCode).toBe(1);
  expect(messages(result)).toContain('actions.orchestra.dev/schema"]: is written by these actions only');
  expect(messages(result)).toContain('actions.orchestra.dev/digest"]: is written by these actions only');
});

test.each([
  ['labels', 'dev.orchestra.actions.inputs=abc'],
  ['annotations', 'index:dev.orchestra.actions.inputs=abc'],
])('the input %s of build-image refuses %s', async (name, value) => {
  const built = await build.createFixture();
  built.docker({});
  const result = await built.step({ with: { [name]: value } });
  await built[Symbol.asyncDispose]();
  expect(result.exitCode).toBe(1);
  expect(messages(result)).toContain('dev.orchestra.actions.inputs is set by this action');
});

test('a preview changes nothing of the live service, and says what is not applied', async () => {
  fixture.file(
    'int.yaml',
    fixture.manifest({ name: 'web3', annotations: indent(['run.googleapis.com/ingress: internal']) }),
  );
  const live = await fixture.deploy(A, { manifest: 'int.yaml', image: one, probe: 'startup' });
  expect(live.exitCode, live.log).toBe(0);
  const before = structuredClone(fixture.doc('web3'));
  const policy = () => fixture.emulator.run.services.get(before.name ?? '');
  expect(policy()).toBeDefined();
  fixture.file(
    'pr.yaml',
    fixture.manifest({
      name: 'web3',
      annotations: indent([
        'run.googleapis.com/ingress: all',
        'run.googleapis.com/invoker-iam-disabled: "true"',
        'run.googleapis.com/binary-authorization: default',
        'example.com/mine: changed',
      ]),
    }),
  );
  const result = await fixture.deploy(
    B,
    {
      manifest: 'pr.yaml',
      image: two,
      tag: 'pr-1',
      'no-traffic': 'true',
      probe: 'startup',
      'allow-unauthenticated': 'true',
    },
    {
      event: { pull_request: { number: 1, head: { sha: B } } },
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge' },
    },
  );
  expect(result.exitCode, result.log).toBe(0);
  // Our record of the tag, which does not affect the running service.
  const { 'actions.orchestra.dev/previews': previews, ...annotations } = fixture.doc('web3').annotations ?? {};
  expect(previews).toBe('{"pr-1":"acme/shop"}');
  const after = { ...fixture.doc('web3'), annotations };
  for (const field of ['ingress', 'invokerIamDisabled', 'binaryAuthorization', 'labels', 'annotations', 'scaling'])
    expect(after[field as keyof typeof after], field).toEqual(before[field as keyof typeof before]);
  expect(after.traffic?.some(({ tag }) => tag === 'pr-1')).toBe(true);
  const messages = result.notices.map(({ message }) => message).join('\n');
  expect(messages).toMatch(/Not applied: .*ingress/);
  expect(messages).toMatch(/Not applied: .*invoker-iam-disabled/);
  expect(messages).toContain('allow-unauthenticated was not applied');
  expect(messages).not.toMatch(/commit-sha|orchestra\.dev/);
  const response = await fetch(`${fixture.emulator.urls.run}/v2/${before.name}:getIamPolicy`, {
    headers: { authorization: `Bearer ${fixture.emulator.token()}` },
  });
  expect(JSON.stringify(await response.json())).not.toContain('allUsers');
});
