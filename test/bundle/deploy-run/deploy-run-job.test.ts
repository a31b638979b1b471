/** A Job deployed from a manifest: its plan, its outputs and its summary. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { createFixture, type Fixture, COMMITS as HISTORY, logOf } from './deploy-run.fixture.ts';

let fixture: Fixture;
const [A, B] = HISTORY;

beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

test('a job says what changes and what it runs', async () => {
  const manifest = fixture.file(
    'nightly.yaml',
    `apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: nightly
spec:
  template:
    spec:
      template:
        spec:
          containers:
            - image: server
              env:
                - name: MODE
                  value: fast
`,
  );
  const image = await fixture.image('one');
  const plan = await fixture.deploy(A, { manifest, image, 'dry-run': 'true' });
  expect(plan.summary, logOf(plan)).toMatch(
    /Dry run: nothing was changed\. The job would run .*\| `spec\.template.*env\[MODE\]`/s,
  );
  expect(plan.log).toMatch(/Dry run: nothing was changed for the job nightly in us-central1\.\n$/);
  const first = await fixture.deploy(A, { manifest, image });
  expect(first.exitCode, logOf(first)).toBe(0);
  expect(first.log).toMatch(
    /Deploy the job nightly in us-central1: .*env\[MODE\]: – → "fast"\n.*The job nightly in us-central1 runs .*@sha256:\w+\.\n$/s,
  );
  expect(first.summary).toMatch(/^## Job: nightly in us-central1\n\n✅ nightly is deployed and runs /);
  expect([plan, first].map(({ outputs }) => outputs.changed)).toEqual(['true', 'true']);
  const same = await fixture.deploy(B, { manifest, image });
  expect(same.outputs).toMatchObject({ changed: 'false', image });
  expect(same.log, logOf(same)).not.toContain('→');
  expect(same.summary).not.toContain('| Setting |');
});

test('a job made by gcloud: the first deploy pins what it runs, which is no change', async () => {
  const image = await fixture.image('one');
  const tagged = `${image.split('@')[0]}:v1`;
  await fixture.emulator.seed.image({ name: 'server', content: 'one', tags: ['v1'], index: true });
  fixture.emulator.seed.secret('database-url', 'postgres://one');
  const jobs = `${fixture.emulator.urls.run}/v2/projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/jobs`;
  const secretKeyRef = { secret: 'database-url', version: 'latest' };
  const env = [{ name: 'DATABASE_URL', valueSource: { secretKeyRef } }];
  const made = await fetch(`${jobs}?jobId=weekly`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ template: { template: { maxRetries: 0, containers: [{ image: tagged, env }] } } }),
  });
  expect(made.status).toBe(200);
  const manifest = (retries: number) =>
    fixture.file(
      'weekly.yaml',
      `apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: weekly
spec:
  template:
    spec:
      template:
        spec:
          maxRetries: ${retries}
          containers:
            - image: ${tagged}
              env:
                - name: DATABASE_URL
                  valueFrom:
                    secretKeyRef:
                      name: database-url
                      key: latest
`,
    );
  const first = await fixture.deploy(A, { manifest: manifest(0), image });
  expect(first.exitCode, logOf(first)).toBe(0);
  expect(first.outputs.changed, logOf(first)).toBe('false');
  expect(first.log).toMatch(/:v1 → .*@sha256:/);
  const other = await fixture.deploy(B, { manifest: manifest(2), image });
  expect(other.outputs.changed, logOf(other)).toBe('true');
});
