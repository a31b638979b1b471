/** What doctor takes as granted, and the commands that it prints. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { grants } from '../../../cli/doctor/policies.ts';
import { commandFor } from '../../../cli/setup/commands.ts';
import type { Deployment } from '../../../cli/setup/requirements.ts';

const grant = (role: string, wanted: string, more = {}) =>
  grants([{ role, members: ['serviceAccount:run'], ...more }], wanted, (member) => member === 'serviceAccount:run');

test.each(['client', 'editor', 'admin'])('roles/cloudsql.%s connects to Cloud SQL', (role) => {
  expect(grant(`roles/cloudsql.${role}`, 'roles/cloudsql.client')).toBe(true);
});
test('neither a narrower role nor one with a condition is enough', () => {
  expect(grant('roles/cloudsql.viewer', 'roles/cloudsql.client')).toBe(false);
  expect(grant('roles/cloudsql.client', 'roles/cloudsql.client', { condition: { expression: 'x' } })).toBe(false);
});

test('the condition of a provider is set without a change of its attributes, to which roles may be bound', () => {
  const deployment = { pool: 'github', provider: 'main' } as Deployment;
  const command = commandFor({ kind: 'provider', why: '' }, deployment, 'restrict');
  expect(command).toMatch(
    /providers update-oidc main .*--workload-identity-pool=github \\\n +--attribute-condition="[^"]*"$/,
  );
  expect(command).not.toContain('--attribute-mapping');
});

test('names of a manifest stay one word of the printed command', () => {
  const name = "a'b; $(echo no)";
  const deployment = { runtime: name, deployer: 'd', pool: 'github', provider: 'main' } as Deployment;
  const printed = commandFor(
    { kind: 'role', role: 'roles/storage.objectUser', on: { type: 'bucket', name }, member: 'runtime', why: '' },
    deployment,
  );
  const script = `gcloud() { printf '%s\\n' "$@"; }\n${printed}`;
  const words = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
  expect(words).toContain(`gs://${name}`);
  expect(words).toContain(`--member=serviceAccount:${name}`);
});
