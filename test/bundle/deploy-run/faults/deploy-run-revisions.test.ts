/** Faults of revisions and health checks, through the bundle: the result of the run, and the live revisions afterwards. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { A, B, type Case, ownerOf, play } from '../deploy-run.cases.ts';
import { createFixture, type Fixture } from '../deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const nameOf = (service: string) => `projects/orchestra-dev/locations/us-central1/services/${service}`;
const makePrivate = (service: string) => {
  ownerOf(fixture, service).policy = {};
};

const REVISIONS: readonly Case[] = [
  {
    name: 'the process ends before it listens',
    arrange: ({ setBehavior }) => setBehavior({ startup: 'exits', logs: ['cannot open database'] }),
    ends: 'failure',
    serves: A,
    says: /did not become ready/,
    shows: /cannot open database/,
  },
  {
    name: 'the process never listens',
    arrange: ({ setBehavior }) => setBehavior({ startup: 'never' }),
    ends: 'failure',
    serves: A,
    says: /did not become ready/,
  },
  {
    name: 'the startup probe fails',
    arrange: ({ setBehavior }) =>
      setBehavior({ http: { '/health': 500 }, logs: ['{"severity":"ERROR","message":"no cache"}'] }),
    ends: 'failure',
    serves: A,
    says: /startup probe checks\. The startup probe requests \/health(?: on port \d+)? and takes a status from 200 to 399, for up to [\d.ms]+\. Set probe-path, or startupProbe/,
    shows: /ERROR no cache/,
  },
  {
    name: 'a variable that the process needs is not there',
    arrange: ({ setBehavior }) => setBehavior({ requiresEnv: ['STRIPE_KEY'] }),
    ends: 'failure',
    serves: A,
  },
  {
    name: 'its service account has no permission to read the secret',
    arrange: () => fixture.emulator.core.access.deny('secretmanager.versions.access', { resource: 'database-url' }),
    ends: 'failure',
    serves: A,
    says: /Secret Manager Secret Accessor.*roles\/secretmanager\.secretAccessor/s,
  },
  {
    name: 'the service agent has no permission to pull the image',
    arrange: () =>
      fixture.emulator.core.access.deny('artifactregistry.repositories.downloadArtifacts', {
        member: 'serviceAccount:service-123456789012@serverless-robot-prod.iam.gserviceaccount.com',
      }),
    ends: 'failure',
    serves: A,
    says: /grant roles\/artifactregistry\.reader on its repository to service-123456789012@serverless-robot-prod/,
  },
  {
    name: 'it is not ready in time',
    inputs: { timeout: '8s' },
    arrange: () => {
      fixture.emulator.run.settings.readyDelayMs = 20_000;
    },
    ends: 'failure',
    serves: A,
    // A poll that has no response when the time is up ends with the step.
    says: /was not ready within 8\.0s|step timed out after 8\.0s/,
  },
  {
    name: 'its logs cannot be read',
    arrange: ({ setBehavior }) => {
      setBehavior({ startup: 'exits' });
      fixture.emulator.core.access.deny('logging.logEntries.list');
    },
    ends: 'failure',
    serves: A,
    says: /did not become ready/,
    shows: /logging\.logEntries\.list is missing, which roles\/logging\.viewer grants/,
  },
  {
    name: 'the logs cannot be read',
    arrange: ({ setBehavior }) => {
      setBehavior({ startup: 'exits' });
      fixture.emulator.core.faults.add({ api: 'logging', status: 400, times: 99 });
    },
    ends: 'failure',
    serves: A,
    says: /did not become ready/,
  },
  {
    name: 'it runs another image than ours',
    arrange: ({ before, service, revision }) =>
      before(
        new RegExp(`run GET .*/revisions/${revision(B)}$`),
        () => {
          const doc = fixture.emulator.run.services.get(nameOf(service))?.revisions.get(revision(B))?.doc;
          const [container] = doc?.containers ?? [];
          if (container) container.image = `other@sha256:${'9'.repeat(64)}`;
        },
        'each',
      ),
    inputs: { timeout: '8s' },
    commit: B,
    ends: 'failure',
    serves: A,
    says: /runs other@sha256:9+ in the container .*, not /,
  },
  {
    name: 'it is reported by the digest of the index',
    arrange: () => {
      fixture.emulator.run.settings.reportedDigest = 'requested';
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'it is healthy on the tag and crashes under traffic',
    arrange: ({ setBehavior, service }) =>
      setBehavior({ http: () => (fixture.serves(service).includes('bbbb') ? 500 : 200) }),
    ends: 'failure',
    serves: A,
    says: /failed its health check: .*500, expected 200.*What to do: Check the last response/,
  },
];

const PROBES: readonly Case[] = [
  {
    name: 'the probe path responds with 500',
    inputs: { 'probe-path': '/deep' },
    arrange: ({ setBehavior }) => setBehavior({ http: { '/deep': 500, '*': 200 } }),
    ends: 'failure',
    serves: A,
    says: /500, expected 200/,
  },
  {
    name: 'the probe path is not there',
    inputs: { 'probe-path': '/deep' },
    arrange: ({ setBehavior }) => setBehavior({ http: { '/deep': 404, '*': 200 } }),
    ends: 'failure',
    serves: A,
    says: /404, expected 200 \(set probe-path to a path of the application/,
  },
  {
    name: 'the probe path redirects',
    inputs: { 'probe-path': '/deep' },
    arrange: ({ setBehavior }) =>
      setBehavior({ http: { '/deep': { status: 302, headers: { location: '/login' } }, '*': 200 } }),
    ends: 'failure',
    serves: A,
    says: /302, expected 200 \(redirects to \/login; redirects are not followed/,
  },
  {
    name: 'the body does not contain the text of probe-contains',
    inputs: { 'probe-contains': 'ready' },
    arrange: ({ setBehavior }) => setBehavior({ http: { '*': { body: 'starting' } } }),
    ends: 'failure',
    serves: A,
    says: /the body does not contain "ready"/,
  },
  {
    name: 'the body contains the text of probe-contains',
    inputs: { 'probe-contains': 'ready' },
    arrange: ({ setBehavior }) => setBehavior({ http: { '*': { body: 'all ready' } } }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'a status of the input probe-status',
    inputs: { 'probe-path': '/deep', 'probe-status': '200,204' },
    arrange: ({ setBehavior }) => setBehavior({ http: { '/deep': 204, '*': 200 } }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'health comes and goes: never three consecutive successes',
    inputs: { 'probe-passes': '3', 'probe-path': '/deep', 'probe-timeout': '2s' },
    arrange: ({ setBehavior }) =>
      setBehavior({ http: ({ path, count }) => (path === '/deep' && count % 3 === 0 ? 503 : 200) }),
    ends: 'failure',
    serves: A,
    says: /of 3 consecutive successes/,
  },
  {
    name: 'a cold start responds with 503 at first',
    inputs: { 'probe-path': '/deep' },
    arrange: ({ setBehavior }) =>
      setBehavior({ http: ({ path, count }) => (path === '/deep' && count <= 3 ? 503 : 200) }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'the probe never gets a response',
    inputs: { 'probe-path': '/deep', 'probe-timeout': '2s' },
    arrange: ({ setBehavior }) => setBehavior({ http: { '/deep': { delayMs: 5000 }, '*': 200 } }),
    ends: 'failure',
    serves: A,
    says: /no response/,
  },
  {
    name: 'the connection of the probe is reset',
    inputs: { 'probe-path': '/deep', 'probe-timeout': '2s' },
    arrange: ({ setBehavior }) => setBehavior({ http: { '/deep': { reset: true }, '*': 200 } }),
    ends: 'failure',
    serves: A,
    says: /no response|50[23], expected/,
  },
  {
    name: 'only the startup probe is used, with a notice',
    inputs: { probe: 'startup' },
    arrange: ({ setBehavior }) => setBehavior({ http: { '/health': 200, '*': 500 } }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'a gRPC probe of a server that speaks HTTP',
    inputs: { probe: 'grpc', 'probe-timeout': '2s' },
    ends: 'failure',
    serves: A,
  },
  {
    name: 'a private service is probed with a token',
    arrange: ({ service }) => makePrivate(service),
    ends: 'success',
    serves: B,
  },
  {
    name: 'a private service whose prober has no permission to invoke it',
    arrange: ({ service }) => {
      makePrivate(service);
      fixture.emulator.run.settings.projectInvokers = [];
    },
    inputs: { 'probe-timeout': '10s' },
    ends: 'failure',
    serves: A,
    says: /403, expected 200 \(the identity token was refused: grant the probing service account roles\/run\.invoker/,
    check: () => {
      fixture.emulator.run.settings.projectInvokers = ['serviceAccount:deployer@orchestra-dev.iam.gserviceaccount.com'];
    },
  },
  {
    name: 'a private service without an account that may probe it',
    arrange: ({ service }) => makePrivate(service),
    inputs: ({ manifest, image }) => ({ manifest, image, 'service-account': '' }),
    ends: 'failure',
    serves: A,
    says: /probe-service-account: is missing.*is not public.*which only a service account can get.*set probe: startup/,
  },
  {
    name: 'a service without a URL',
    arrange: ({ change }) => change((doc) => ({ ...doc, defaultUriDisabled: true })),
    ends: 'failure',
    serves: A,
    says: /Input probe: the default URL of s\d+ is disabled.*probe: startup/,
  },
  {
    name: 'the identity token cannot be minted',
    arrange: ({ service }) => {
      makePrivate(service);
      fixture.emulator.core.faults.add({ api: 'iamcredentials', path: 'generateIdToken', status: 403, times: 99 });
    },
    ends: 'failure',
    serves: A,
    says: /roles\/iam\.serviceAccountOpenIdTokenCreator/,
  },
];

describe('revisions', () => {
  test.each(REVISIONS)('$name', (one) => play(fixture, one));
});

describe('probes', () => {
  test.each(PROBES)('$name', (one) => play(fixture, one));
});
