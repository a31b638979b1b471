/** A Job deployed from a manifest: its plan, its outputs and its summary. */
import { afterAll, beforeAll, expect, test } from 'vitest';
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
