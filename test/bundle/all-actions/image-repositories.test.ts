/** The input `image-repositories` applies to every image that will run: of the manifest, of its sidecars, and of deployed containers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMITS, createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import * as migrate from '../migrate/migrate.fixture.ts';

let fixture: Fixture;
let one: string;
let two: string;
let allowed: string;
beforeAll(async () => {
  fixture = await createFixture();
  one = await fixture.image('one');
  two = await fixture.image('two');
  allowed = one.slice(0, one.lastIndexOf('/'));
});
afterAll(() => fixture.stop());

const [A, B] = COMMITS;
const DIGEST = `@sha256:${'e'.repeat(64)}`;
const messages = (result: { errors: readonly { message: string }[] }) =>
  result.errors.map(({ message }) => message).join('\n');
const sidecars = (...images: readonly string[]) =>
  images.map((image, i) => `        - name: side-${i}\n          image: ${image}\n`).join('');
const writes = () =>
  fixture.emulator.core.calls.list.filter(({ api, method, query }) => api === 'run' && method !== 'GET' && !query)
    .length;

describe('deploy-run', () => {
  test('refuses every image of a manifest from elsewhere, by container, file and line, and changes nothing', async () => {
    const elsewhere = [
      `docker.io/evil/miner${DIGEST}`,
      `evil${DIGEST}`,
      // It has the same prefix.
      `${allowed}-eu/server${DIGEST}`,
      `${allowed}/../other/server${DIGEST}`,
      // The repository itself is not an image.
      `${allowed}${DIGEST}`,
    ];
    fixture.file('m.yaml', fixture.manifest({ extra: sidecars(`${allowed}/proxy${DIGEST}`, ...elsewhere) }));
    const before = writes();
    const result = await fixture.deploy(A, { manifest: 'm.yaml', image: one, 'image-repositories': allowed });
    expect(result.exitCode).toBe(1);
    expect(result.errors).toHaveLength(elsewhere.length);
    for (const [i, image] of elsewhere.entries()) {
      const error = result.errors.find(({ message }) => message.startsWith(`Image of container side-${i + 1}: `));
      expect(error, image).toMatchObject({ file: 'm.yaml', line: expect.any(Number) });
      expect(error?.message).toContain(
        `${image} is not in ${allowed}. Pass an image from there, or add its repository to image-repositories.`,
      );
    }
    expect(writes()).toBe(before);
    expect(() => fixture.doc()).toThrow();
  });

  test('accepts sidecars of the repositories that are named', async () => {
    fixture.file('m.yaml', fixture.manifest({ name: 'sided', extra: sidecars(two) }));
    const repositories = `us-central1-docker.pkg.dev/acme/other\n${allowed}/`;
    const inputs = { manifest: 'm.yaml', image: one, 'image-repositories': repositories, probe: 'startup' };
    const result = await fixture.deploy(A, inputs);
    expect(result.exitCode, logOf(result)).toBe(0);
  });

  test('warns of what no input chose, where only inputs are judged', async () => {
    fixture.file('m.yaml', fixture.manifest({ name: 'scoped', extra: sidecars(two) }));
    const scope = {
      'image-repositories': 'us-central1-docker.pkg.dev/acme/other',
      'image-repositories-scope': 'inputs',
    };
    const main = await fixture.emulator.seed.image({ name: 'deep/main', content: 'main', tags: [], index: true });
    fixture.emulator.fakeDriver.setBehavior(main, { http: () => ({ body: {} }) });
    const own = main.slice(0, main.lastIndexOf('/'));
    const refused = await fixture.deploy(A, { manifest: 'm.yaml', image: main, ...scope, probe: 'startup' });
    expect(refused.exitCode).toBe(1);
    expect(messages(refused)).toMatch(/^Input image: /);
    const inputs = { manifest: 'm.yaml', image: main, ...scope, 'image-repositories': own, probe: 'startup' };
    const result = await fixture.deploy(A, inputs);
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.warnings.map(({ message }) => message).join('\n')).toContain(`${two} is not in ${own}.`);
  });

  test('judges the sidecars that a deploy by service and image leaves as they are', async () => {
    const inputs = { service: 'sided', image: `side-0=${two}`, 'image-repositories': 'us-central1-docker.pkg.dev/a/b' };
    const named = await fixture.deploy(B, inputs);
    expect(messages(named)).toMatch(/^Input image: .* is not in us-central1-docker\.pkg\.dev\/a\/b/);
    // The container that takes requests has an allowed image; the sidecar's image is from another repository.
    const sidecar = fixture.doc('sided').template?.containers?.[1];
    if (sidecar) sidecar.image = `gcr.io/evil/miner${DIGEST}`;
    const before = writes();
    const result = await fixture.deploy(B, { service: 'sided', image: two, 'image-repositories': allowed });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(messages(result)).toContain(`Image of container side-0: gcr.io/evil/miner${DIGEST} is not in ${allowed}.`);
    expect(writes()).toBe(before);
  });

  test('judges a Job of a manifest', async () => {
    fixture.file(
      'job.yaml',
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
            - image: docker.io/evil/miner${DIGEST}
`,
    );
    const result = await fixture.deploy(A, { manifest: 'job.yaml', 'image-repositories': allowed });
    expect(result.exitCode).toBe(1);
    expect(messages(result)).toContain(`docker.io/evil/miner${DIGEST} is not in ${allowed}`);
    expect(fixture.emulator.run.jobs.size).toBe(0);
  });
});

test('migrate judges the other containers of a job manifest', async () => {
  const migrated = await migrate.createFixture();
  const repository = migrated.image.slice(0, migrated.image.lastIndexOf('/'));
  const manifest = `apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    spec:
      template:
        spec:
          maxRetries: 0
          containers:
            - name: main
              image: x
              ports: [{ containerPort: 1 }]
            - name: proxy
              image: gcr.io/evil/proxy${DIGEST}
`;
  fixture.file('migrate.yaml', manifest);
  const result = await migrated.step({
    workspace: fixture.workspace,
    with: { job: '', args: '', manifest: 'migrate.yaml', 'image-repositories': repository },
  });
  await migrated.emulator.stop();
  expect(result.exitCode, result.log).toBe(1);
  expect(messages(result)).toContain(
    `Image of container proxy: gcr.io/evil/proxy${DIGEST} is not in ${repository}. Pass an image from there`,
  );
  expect(migrated.emulator.run.jobs.size).toBe(0);
});
