/** Named faults of deploys, through the bundle; each says how the run ends and what serves afterwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, B, C, type Case, D, play } from './deploy-run.cases.ts';
import { createWorld, type World } from './deploy-run.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.stop());

const CANARY = { strategy: 'canary', steps: '10,50,100', 'step-interval': '5ms' };
const CODE_INTERNAL = { code: 13, message: 'An internal error has occurred.' };

const WRITES: readonly Case[] = [
  {
    name: 'the answer to the write that makes the revision is lost',
    arrange: ({ writeFault }) => writeFault(1, { dropAnswer: true }),
    ends: 'green',
    shows: /Writing again/,
    serves: B,
    check: ({ service }) => expect(revisionsOf(service)).toHaveLength(2),
  },
  {
    name: 'the connection is reset before that write',
    arrange: ({ writeFault }) => writeFault(1, { reset: true }),
    ends: 'green',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'that write meets 503',
    arrange: ({ writeFault }) => writeFault(1, { status: 503 }),
    ends: 'green',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'that write meets 429',
    arrange: ({ writeFault }) => writeFault(1, { status: 429 }),
    ends: 'green',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'the answer to the write that moves the traffic is lost',
    arrange: ({ writeFault }) => writeFault(2, { dropAnswer: true }),
    ends: 'green',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'the write that moves the traffic meets 500 twice',
    arrange: ({ writeFault }) => writeFault(2, { status: 500, times: 2 }),
    ends: 'green',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'the answer to the write that records the success is lost',
    arrange: ({ writeFault }) => writeFault(3, { dropAnswer: true }),
    ends: 'green',
    shows: /Writing again/,
    serves: B,
    check: ({ service }) => expect(releasesOf(service).map(({ commit }) => commit)).toEqual([A, B]),
  },
  {
    name: 'every answer to a write is lost',
    arrange: ({ writeFault }) => writeFault(1, { dropAnswer: true, times: 3 }),
    ends: 'green',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'all writes fail from the second on, the restoring one as well',
    arrange: ({ writeFault }) => writeFault(2, { status: 500, times: 10 }),
    ends: 'red',
    serves: A,
    says: /500/,
  },
  {
    name: 'a canary loses its writes in the middle',
    inputs: CANARY,
    arrange: ({ writeFault }) => writeFault(3, { status: 500, times: 5 }),
    ends: 'red',
    serves: A,
  },
  {
    name: 'the permission to update is taken away in the middle',
    arrange: ({ before, service }) =>
      before(
        new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`),
        () => world.emulator.core.access.deny('run.services.update', { resource: service }),
        2,
      ),
    ends: 'red',
    serves: A,
    says: /Missing permission for serviceAccount:deployer@.*run\.services\.update/,
    unfinished: true,
  },
  {
    name: 'reads meet 500 and resets',
    arrange: ({ service }) => {
      for (const nth of [2, 4, 6])
        world.emulator.core.faults.add({
          api: 'run',
          method: 'GET',
          path: `services/${service}`,
          nth,
          ...(nth === 4 ? { reset: true } : { status: 500 }),
        });
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'the access token dies before the write',
    arrange: ({ writeFault }) => writeFault(1, { expireToken: true }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'the access token dies before the traffic moves',
    arrange: ({ writeFault }) => writeFault(2, { expireToken: true }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'somebody sets an annotation between our read and our write',
    arrange: ({ before, change, service }) =>
      before(new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`), () =>
        change((doc) => ({ ...doc, annotations: { ...(doc.annotations as object), 'example.com/mine': 'kept' } })),
      ),
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(world.doc(service).annotations).toMatchObject({ 'example.com/mine': 'kept' }),
  },
  {
    name: 'somebody sets a label between each of our reads and writes',
    arrange: ({ before, change, service }) => {
      for (const nth of [1, 3, 5])
        before(
          new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`),
          () => change((doc) => ({ ...doc, labels: { ...(doc.labels as object), [`l${nth}`]: 'kept' } })),
          nth,
        );
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'the etag is stale each time',
    arrange: ({ writeFault }) => writeFault(1, { status: 409, times: 20 }),
    ends: 'red',
    serves: A,
    says: /was modified concurrently; gave up after 6 attempts/,
  },
  {
    name: 'the commit has a revision of another configuration already',
    arrange: async ({ run, setBehaviour }) => {
      setBehaviour({ http: { '/health': 500 } });
      await run(B);
      setBehaviour({});
    },
    ends: 'green',
    serves: B,
    check: ({ service, revision }) => expect(revisionsOf(service)).toContain(revision(B, 2)),
  },
];

const OPERATIONS: readonly Case[] = [
  {
    name: 'the operation ends in an error although the revision is ready',
    arrange: ({ service }) =>
      world.emulator.run.operations.behave({ method: 'services.update', target: service, error: CODE_INTERNAL }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'the operation never ends although the work is done',
    arrange: ({ service }) =>
      world.emulator.run.operations.behave({ method: 'services.update', target: service, never: true }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'no operation ever ends',
    arrange: ({ service }) =>
      world.emulator.run.operations.behave({ method: 'services.update', target: service, never: true, times: 9 }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'neither the work nor the operation ends',
    inputs: { timeout: '4s' },
    arrange: ({ service }) =>
      world.emulator.run.operations.behave({ method: 'services.update', target: service, stuck: true }),
    ends: 'red',
    serves: A,
  },
  {
    name: 'the traffic never moves',
    // In this time the revision has to become ready, too.
    inputs: { timeout: '4s' },
    arrange: ({ service, before }) =>
      before(/probe-never/, () => {}) ??
      before(
        new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`),
        () => world.emulator.run.operations.behave({ method: 'services.update', target: service, stuck: true }),
        2,
      ),
    ends: 'red',
    serves: A,
    says: /The traffic was not moved within 4\.0s/,
  },
  {
    name: 'the operation is forgotten',
    arrange: () => {
      world.emulator.run.settings.readyDelayMs = 300;
      world.emulator.core.faults.add({ api: 'run', path: '/operations/', status: 404, times: 99 });
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'operations may not be read',
    arrange: () => {
      world.emulator.run.settings.readyDelayMs = 300;
      world.emulator.core.faults.add({ api: 'run', path: '/operations/', status: 403, times: 99 });
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'operations are slow',
    arrange: () => {
      world.emulator.run.settings.operationDelayMs = 400;
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'the scheduler is slow',
    arrange: () => {
      world.emulator.run.settings.readyDelayMs = 400;
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'the proxy goes on routing by the old split for a while',
    arrange: () => {
      world.emulator.run.settings.trafficDelayMs = 200;
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'the failure of an earlier deploy is repeated by every operation',
    arrange: async ({ run, setBehaviour, service }) => {
      setBehaviour({ startup: 'exits' });
      await run(B);
      setBehaviour({});
      expect(world.doc(service).terminalCondition?.state).toBe('CONDITION_FAILED');
    },
    commit: C,
    ends: 'green',
    serves: C,
  },
  {
    name: 'the service is deleted in the middle',
    inputs: CANARY,
    arrange: ({ before, service }) =>
      before(
        /proxy GET .*\/health/,
        () => {
          world.emulator.run.services.delete(`projects/orchestra-dev/locations/us-central1/services/${service}`);
        },
        4,
      ),
    ends: 'red',
    serves: 'nothing',
    says: /deleted meanwhile/,
  },
];

const REVISIONS: readonly Case[] = [
  {
    name: 'the process ends before it listens',
    arrange: ({ setBehaviour }) => setBehaviour({ startup: 'exits', logs: ['cannot open database'] }),
    ends: 'red',
    serves: A,
    says: /did not become ready/,
    shows: /cannot open database/,
  },
  {
    name: 'the process never listens',
    arrange: ({ setBehaviour }) => setBehaviour({ startup: 'never' }),
    ends: 'red',
    serves: A,
    says: /did not become ready/,
  },
  {
    name: 'the startup probe fails',
    arrange: ({ setBehaviour }) =>
      setBehaviour({ http: { '/health': 500 }, logs: ['{"severity":"ERROR","message":"no cache"}'] }),
    ends: 'red',
    serves: A,
    shows: /ERROR no cache/,
  },
  {
    name: 'a variable that the process needs is not there',
    arrange: ({ setBehaviour }) => setBehaviour({ requiresEnv: ['STRIPE_KEY'] }),
    ends: 'red',
    serves: A,
  },
  {
    name: 'its service account may not read the secret',
    arrange: () => world.emulator.core.access.deny('secretmanager.versions.access', { resource: 'database-url' }),
    ends: 'red',
    serves: A,
    says: /Secret Manager Secret Accessor.*roles\/secretmanager\.secretAccessor/s,
  },
  {
    name: 'the service agent may not pull the image',
    arrange: () =>
      world.emulator.core.access.deny('artifactregistry.repositories.downloadArtifacts', {
        member: 'serviceAccount:service-123456789012@serverless-robot-prod.iam.gserviceaccount.com',
      }),
    ends: 'red',
    serves: A,
    says: /grant roles\/artifactregistry\.reader on its repository to service-123456789012@serverless-robot-prod/,
  },
  {
    name: 'it is not ready in time',
    inputs: { timeout: '3s' },
    arrange: () => {
      world.emulator.run.settings.readyDelayMs = 9000;
    },
    ends: 'red',
    serves: A,
    says: /was not ready within 3\.0s/,
  },
  {
    name: 'its logs may not be read',
    arrange: ({ setBehaviour }) => {
      setBehaviour({ startup: 'exits' });
      world.emulator.core.access.deny('logging.logEntries.list');
    },
    ends: 'red',
    serves: A,
    says: /did not become ready/,
    shows: /logging\.logEntries\.list is missing, which roles\/logging\.viewer grants/,
  },
  {
    name: 'the logs cannot be read',
    arrange: ({ setBehaviour }) => {
      setBehaviour({ startup: 'exits' });
      world.emulator.core.faults.add({ api: 'logging', status: 400, times: 99 });
    },
    ends: 'red',
    serves: A,
    says: /did not become ready/,
  },
  {
    name: 'it runs another image than ours',
    arrange: ({ before, service, revision }) =>
      before(
        new RegExp(`run GET .*/revisions/${revision(B)}$`),
        () => {
          const doc = world.emulator.run.services.get(nameOf(service))?.revisions.get(revision(B))?.doc;
          const [container] = doc?.containers ?? [];
          if (container) container.image = `other@sha256:${'9'.repeat(64)}`;
        },
        'each',
      ),
    inputs: { timeout: '5s' },
    commit: B,
    ends: 'red',
    serves: A,
    says: /runs other@sha256:9+ in the container .*, not /,
  },
  {
    name: 'it is reported by the digest of the index',
    arrange: () => {
      world.emulator.run.settings.reportedDigest = 'asked';
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'it answers on the tag and dies under traffic',
    arrange: ({ setBehaviour, service }) =>
      setBehaviour({ http: () => (world.serves(service).includes('bbbb') ? 500 : 200) }),
    // Long enough for the passes on the tag before, on a busy machine.
    inputs: { 'probe-timeout': '2s' },
    ends: 'red',
    serves: A,
    says: /failed its health check: .*500, expected 200.*What to do: Read the last response/,
  },
];

const PROBES: readonly Case[] = [
  {
    name: 'the probe path answers 500',
    inputs: { 'probe-path': '/deep' },
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '/deep': 500, '*': 200 } }),
    ends: 'red',
    serves: A,
    says: /500, expected 200/,
  },
  {
    name: 'the probe path is not there',
    inputs: { 'probe-path': '/deep' },
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '/deep': 404, '*': 200 } }),
    ends: 'red',
    serves: A,
    says: /404, expected 200 \(is probe-path right/,
  },
  {
    name: 'the probe path redirects',
    inputs: { 'probe-path': '/deep' },
    arrange: ({ setBehaviour }) =>
      setBehaviour({ http: { '/deep': { status: 302, headers: { location: '/login' } }, '*': 200 } }),
    ends: 'red',
    serves: A,
    says: /302, expected 200 \(redirects to \/login; redirects are not followed/,
  },
  {
    name: 'the body does not say what it should',
    inputs: { 'probe-contains': 'ready' },
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '*': { body: 'starting' } } }),
    ends: 'red',
    serves: A,
    says: /the body does not contain "ready"/,
  },
  {
    name: 'the body says what it should',
    inputs: { 'probe-contains': 'ready' },
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '*': { body: 'all ready' } } }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'a status that was asked for',
    inputs: { 'probe-path': '/deep', 'probe-status': '200,204' },
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '/deep': 204, '*': 200 } }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'health comes and goes: never three passes in a row',
    inputs: { 'probe-passes': '3', 'probe-path': '/deep', 'probe-timeout': '400ms' },
    arrange: ({ setBehaviour }) =>
      setBehaviour({ http: ({ path, count }) => (path === '/deep' && count % 3 === 0 ? 503 : 200) }),
    ends: 'red',
    serves: A,
    says: /of 3 consecutive successes/,
  },
  {
    name: 'a cold start answers 503 at first',
    inputs: { 'probe-path': '/deep' },
    arrange: ({ setBehaviour }) =>
      setBehaviour({ http: ({ path, count }) => (path === '/deep' && count <= 3 ? 503 : 200) }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'the probe is never answered',
    inputs: { 'probe-path': '/deep', 'probe-timeout': '500ms' },
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '/deep': { delayMs: 5000 }, '*': 200 } }),
    ends: 'red',
    serves: A,
    says: /no answer/,
  },
  {
    name: 'the connection of the probe is reset',
    inputs: { 'probe-path': '/deep', 'probe-timeout': '300ms' },
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '/deep': { reset: true }, '*': 200 } }),
    ends: 'red',
    serves: A,
    says: /no answer|50[23], expected/,
  },
  {
    name: 'the startup probe alone is relied on, and said so',
    inputs: { probe: 'startup' },
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '/health': 200, '*': 500 } }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'a gRPC probe of a server that speaks HTTP',
    inputs: { probe: 'grpc', 'probe-timeout': '400ms' },
    ends: 'red',
    serves: A,
  },
  {
    name: 'a private service is probed with a token',
    arrange: ({ service }) => makePrivate(service),
    ends: 'green',
    serves: B,
  },
  {
    name: 'a private service whose prober may not invoke it',
    arrange: ({ service }) => {
      makePrivate(service);
      world.emulator.run.settings.projectInvokers = [];
    },
    inputs: { 'probe-timeout': '2s' },
    ends: 'red',
    serves: A,
    says: /403, expected 200 \(the identity token was refused: grant the probing service account roles\/run\.invoker/,
    check: () => {
      world.emulator.run.settings.projectInvokers = ['serviceAccount:deployer@orchestra-dev.iam.gserviceaccount.com'];
    },
  },
  {
    name: 'a private service and nobody to probe it',
    arrange: ({ service }) => makePrivate(service),
    inputs: ({ manifest, image }) => ({ manifest, image, 'service-account': '' }),
    ends: 'red',
    serves: A,
    says: /probe-service-account: is missing.*is not public.*a federated principal alone cannot mint one.*choose probe: startup/,
  },
  {
    name: 'a service without a URL',
    arrange: ({ change }) => change((doc) => ({ ...doc, defaultUriDisabled: true })),
    ends: 'red',
    serves: A,
    says: /Input probe: the default URL of s\d+ is disabled.*probe: startup/,
  },
  {
    name: 'the identity token cannot be minted',
    arrange: ({ service }) => {
      makePrivate(service);
      world.emulator.core.faults.add({ api: 'iamcredentials', path: 'generateIdToken', status: 403, times: 99 });
    },
    ends: 'red',
    serves: A,
    says: /roles\/iam\.serviceAccountOpenIdTokenCreator/,
  },
];

const TRAFFIC: readonly Case[] = [
  {
    name: 'all of the traffic is on LATEST',
    arrange: ({ change }) =>
      change((doc) => ({ ...doc, traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }] })),
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(world.doc(service).traffic?.[0]).toMatchObject({ revision: expect.any(String) }),
  },
  {
    name: 'the traffic is on LATEST and the new revision fails',
    arrange: async ({ change, setBehaviour }) => {
      await change((doc) => ({ ...doc, traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }] }));
      setBehaviour({ startup: 'exits' });
    },
    ends: 'red',
    serves: A,
  },
  {
    name: 'a manual split is restored as it was',
    history: [A, C],
    commit: D,
    arrange: async ({ change, setBehaviour, revision }) => {
      await change((doc) => ({ ...doc, traffic: [target(revision(A), 70), target(revision(C), 30)] }));
      setBehaviour({ http: { '/deep': 500, '*': 200 } });
    },
    inputs: { ...CANARY, 'probe-path': '/deep' },
    ends: 'red',
    serves: 'a=70 c=30',
  },
  {
    name: 'a manual split gives way in proportion',
    history: [A, C],
    commit: D,
    arrange: async ({ change, setBehaviour, revision, service }) => {
      await change((doc) => ({ ...doc, traffic: [target(revision(A), 70), target(revision(C), 30)] }));
      setBehaviour({ http: () => (world.serves(service).includes('dddd') ? 500 : 200) });
    },
    inputs: { ...CANARY, 'probe-timeout': '200ms' },
    ends: 'red',
    serves: 'a=70 c=30',
  },
  {
    name: 'wish and fact differ after an update that failed',
    arrange: async ({ change, setBehaviour, service, image, revision }) => {
      setBehaviour({ startup: 'exits' });
      await change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: `${service}-00002-bad`, containers: [{ image }] },
        traffic: [target(revision(A), 50), target(`${service}-00002-bad`, 50)],
      }));
      setBehaviour({});
      expect(world.serves(service)).toBe(`${revision(A)}=100`);
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'an earlier deploy went out without traffic',
    arrange: ({ change, service, revision }) =>
      change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: `${service}-00002-dark` },
        traffic: [target(revision(A), 100), { ...target(`${service}-00002-dark`, 0), tag: 'dark' }],
      })),
    ends: 'green',
    serves: B,
    check: ({ service }) =>
      expect(world.doc(service).traffic).toContainEqual({
        type: REVISION,
        revision: `${service}-00002-dark`,
        tag: 'dark',
      }),
  },
  {
    name: 'a tag on LATEST does not jump to the new revision',
    arrange: ({ change, revision }) =>
      change((doc) => ({
        ...doc,
        traffic: [target(revision(A), 100), { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', tag: 'stable' }],
      })),
    ends: 'green',
    serves: B,
    check: ({ service, revision }) =>
      expect(world.doc(service).trafficStatuses).toContainEqual(
        expect.objectContaining({ tag: 'stable', revision: revision(A) }),
      ),
  },
  {
    name: 'the tag of a revision that failed does not poison the deploy',
    arrange: async ({ change, setBehaviour, service, image, revision }) => {
      setBehaviour({ startup: 'exits' });
      await change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: `${service}-00002-bad`, containers: [{ image }] },
        traffic: [target(revision(A), 100), { ...target(`${service}-00002-bad`, 0), tag: 'pr-7' }],
      }));
      setBehaviour({});
    },
    ends: 'green',
    serves: B,
  },
  {
    name: 'the first deploy was killed: nothing is proven, and the next one finishes',
    history: [],
    arrange: async ({ service, change: _, run, setBehaviour, world: { emulator } }) => {
      setBehaviour({ http: { '/deep': 500, '*': 200 } });
      const first = await run(B, {
        manifest: `${service}.yaml`,
        image: await world.image(`image of ${service}`),
        'probe-path': '/deep',
        'probe-timeout': '200ms',
      });
      expect(first.exitCode).toBe(1);
      expect(emulator.run.services.get(nameOf(service))?.policy.bindings ?? []).toEqual([]);
      setBehaviour({});
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(world.isPublic(service)).toBe(true),
  },
  {
    name: 'the first deploy fails its probe: the service stays closed',
    history: [],
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '/deep': 500, '*': 200 } }),
    inputs: { 'allow-unauthenticated': 'true', 'probe-path': '/deep', 'probe-timeout': '200ms' },
    ends: 'red',
    serves: B,
    says: /nothing to restore/,
    unfinished: true,
    check: ({ service }) => expect(world.isPublic(service)).toBe(false),
  },
  {
    name: 'the answer to the creation is lost',
    history: [],
    arrange: ({ service }) =>
      world.emulator.core.faults.add({ api: 'run', method: 'POST', path: `serviceId=${service}$`, dropAnswer: true }),
    ends: 'green',
    serves: B,
  },
];

const REVISION = 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION';
const target = (revision: string, percent: number) => ({ type: REVISION, revision, ...(percent && { percent }) });
const nameOf = (service: string) => `projects/orchestra-dev/locations/us-central1/services/${service}`;
const ownerOf = (service: string) => {
  const owner = world.emulator.run.services.get(nameOf(service));
  if (!owner) throw new Error(`no ${service}`);
  return owner;
};
const revisionsOf = (service: string) => [...ownerOf(service).revisions.keys()];
const releasesOf = (service: string): { commit: string }[] =>
  JSON.parse(world.doc(service).annotations?.['actions.orchestra.dev/releases'] ?? '[]');
const makePrivate = (service: string) => {
  ownerOf(service).policy = {};
};

describe.each([
  ['writes', WRITES],
  ['operations', OPERATIONS],
  ['revisions', REVISIONS],
  ['probes', PROBES],
  ['traffic', TRAFFIC],
] as const)('%s', (_, cases) => {
  test.each(cases)('$name', (one) => play(world, one));
});
