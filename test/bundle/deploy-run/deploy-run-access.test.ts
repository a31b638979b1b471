/** Invokers of a service, through the bundle. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, B, type Case, ownerOf, play } from './deploy-run.cases.ts';
import { createFixture, type Fixture } from './deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const ACCESS: readonly Case[] = [
  {
    name: 'open to everyone',
    arrange: ({ service }) => {
      ownerOf(fixture, service).policy = {};
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(fixture.isPublic(service)).toBe(true),
  },
  {
    name: 'closed to everyone',
    inputs: { 'allow-unauthenticated': 'false' },
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(fixture.isPublic(service)).toBe(false),
  },
  {
    name: 'left as it is',
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(fixture.isPublic(service)).toBe(true),
  },
  {
    name: 'other bindings stay, conditions included',
    arrange: ({ service }) => {
      ownerOf(fixture, service).policy = {
        version: 3,
        bindings: [
          {
            role: 'roles/run.invoker',
            members: ['user:ann@example.com'],
            condition: { title: 'x', expression: 'true' },
          },
          { role: 'roles/run.viewer', members: ['user:bob@example.com'] },
        ],
      };
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'success',
    serves: B,
    check: ({ service }) =>
      expect(ownerOf(fixture, service).policy.bindings).toMatchObject([
        { members: ['user:ann@example.com'], condition: { title: 'x' } },
        { role: 'roles/run.viewer' },
        { role: 'roles/run.invoker', members: ['allUsers'] },
      ]),
  },
  {
    name: 'the policy is modified concurrently',
    arrange: ({ service }) => {
      ownerOf(fixture, service).policy = {};
      fixture.emulator.core.faults.add({ api: 'run', path: 'setIamPolicy', status: 409, times: 2 });
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(fixture.isPublic(service)).toBe(true),
  },
  {
    name: 'the response to the IAM write is lost',
    arrange: ({ service }) => {
      ownerOf(fixture, service).policy = {};
      fixture.emulator.core.faults.add({ api: 'run', path: 'setIamPolicy', dropResponse: true });
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'success',
    serves: B,
  },
  {
    name: 'opening is forbidden: an error, and the traffic is back',
    arrange: ({ service }) => {
      ownerOf(fixture, service).policy = {};
      fixture.emulator.core.access.deny('run.services.setIamPolicy');
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'failure',
    serves: A,
    says: /run\.services\.setIamPolicy\. Grant it, for instance with roles\/run\.admin/,
  },
  {
    name: 'an organization policy forbids everyone',
    history: [],
    arrange: () => {
      fixture.emulator.run.settings.domainRestrictedSharing = true;
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'failure',
    serves: B,
    says: /domain restricted sharing.*invoker-iam-disabled/,
    unfinished: true,
    check: ({ service }) => expect(fixture.isPublic(service)).toBe(false),
  },
  {
    name: 'no IAM check, by the manifest: only once the first revision has passed its health checks',
    history: [],
    arrange: (scenario) => {
      fixture.file(
        `${scenario.service}.yaml`,
        fixture.manifest({
          name: scenario.service,
          annotations: '\n    run.googleapis.com/invoker-iam-disabled: "true"',
        }),
      );
      scenario.before(new RegExp(`proxy GET .*${scenario.service}-.*/health`), () =>
        expect(fixture.doc(scenario.service).invokerIamDisabled).toBeFalsy(),
      );
    },
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(fixture.doc(service).invokerIamDisabled).toBe(true),
  },
];
describe('access', () => {
  test.each(ACCESS)('$name', (one) => play(fixture, one));
});
