/** Releases of other runs that a deploy meets: which have not ended, and which it waits for. */
import { describe, expect, test } from 'vitest';
import { type FoundRelease, releaseOn } from '../../../../actions/deploy-run/plan/release/decision.ts';
import { checkAge, commitsKnown } from '../../../../actions/deploy-run/preflight/checks.ts';
import {
  checkInterrupted,
  InterruptedReleaseError,
} from '../../../../actions/deploy-run/preflight/interrupted-release.ts';
import { settleRelease } from '../../../../actions/deploy-run/release/earlier-release.ts';
import { createCandidates, type Release } from '../../../../actions/deploy-run/release/phases.ts';
import type { RegionalService } from '../../../../actions/deploy-run/service/regional-service.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';
import { fakeService } from '../fake-service.ts';

const PREFIX = 'actions.orchestra.dev/';
const NAMES = ['r/services/web', 'r/services/api'];
const target = (revision: string) => [{ type: REVISION, revision, percent: 100 }];
function service(revision: string, records: Readonly<Record<string, object>> = {}): Service {
  const annotations = Object.entries(records).map(([name, value]) => [PREFIX + name, JSON.stringify(value)]);
  return {
    traffic: target(revision),
    trafficStatuses: target(revision),
    annotations: Object.fromEntries(annotations),
  };
}
const [older, live, newer] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
const rollout = (more: object = {}) => ({
  id: 'theirs',
  kind: 'deploy',
  commit: newer,
  candidate: 'c',
  baseline: [{ revision: 'b', percent: 100 }],
  write: 1,
  ...more,
});
const committed = {
  revision: 'c',
  commit: newer,
  rollout: 'theirs',
  at: '2026-01-01T00:00:00Z',
  members: Object.fromEntries(NAMES.map((name) => [name, { revision: 'c' }])),
};

/** The services web and api. */
function fixture(web: Service, api: Service) {
  const services = new Map([web, api].map((one, i) => [`projects/p/locations/${NAMES[i]}`, one]));
  const written: string[] = [];
  const { regional, passed } = fakeService(() => web);
  const clients = {
    services: {
      get: async (name: string) => services.get(name),
      update: async (name: string, sent: Service) => {
        written.push(name);
        services.set(name, { ...sent, trafficStatuses: sent.traffic ?? [] });
        return {};
      },
    },
  };
  const log = { ...regional.context.log, notice: () => {}, warning: () => {} };
  const context = { ...regional.context, log, github: { runId: '42', runAttempt: 1 } };
  const lead = { ...regional, kind: 'Service', project: 'p', context, clients, api: clients.services };
  const inputs = { request: { kind: 'deploy' }, rollout: { onCanary: 'wait' } };
  const step = { context, inputs } as unknown as StepContext;
  return { lead: lead as unknown as RegionalService, step, written, passed, services };
}

test('a committed release has ended once no other member has its rollout record', async () => {
  const lead = service('c', { releases: [committed] });
  const unfinished = fixture(lead, service('c', { rollout: rollout() }));
  await expect(checkInterrupted(unfinished.lead, lead, new Set())).rejects.toThrow(InterruptedReleaseError);
  await expect(checkInterrupted(unfinished.lead, lead, new Set(['theirs']))).resolves.toBeUndefined();
  for (const other of [service('c'), service('c', { rollout: rollout({ id: 'a later one' }) })]) {
    const ended = fixture(lead, other);
    await expect(checkInterrupted(ended.lead, lead, new Set())).resolves.toBeUndefined();
  }
});

test('a committed release is finished immediately, without waiting for its run', async () => {
  const claim = { format: 2, members: NAMES, end: { kind: 'deploy', image: 'i', before: {}, after: {} } };
  const other = service('c', { rollout: rollout({ release: claim }) });
  const { lead, step, written, passed } = fixture(service('c', { releases: [committed] }), other);
  await settleRelease({ id: 'theirs', kind: 'deploy', members: NAMES, by: 'A deploy' }, lead, step);
  expect(written).toEqual([`projects/p/locations/${NAMES[1]}`]);
  expect(passed()).toBeLessThan(10_000);
});

test('an undecided release is restored once its owner has not written for a minute', async () => {
  const undecided = service('b', { rollout: rollout({ release: { format: 2, members: NAMES } }) });
  const { lead, step, written, passed } = fixture(undecided, undecided);
  await settleRelease({ id: 'theirs', kind: 'deploy', members: NAMES, by: 'A deploy' }, lead, step);
  expect(new Set(written)).toEqual(new Set(NAMES.map((name) => `projects/p/locations/${name}`)));
  expect(passed()).toBeGreaterThanOrEqual(60_000);
});

describe('`previous` of a rollback that ends another one', () => {
  const claim = { format: 2, members: NAMES, end: { kind: 'rollback', reason: 'slow' } };
  const record = rollout({ kind: 'rollback', candidate: 'a', runUrl: 'u', release: claim });
  const settle = async (lead: Service, other: Service) => {
    const one = fixture(lead, other);
    Object.assign(one.step.inputs, { request: { kind: 'rollback' } });
    Object.assign(one.step, { unreachable: new Map() });
    const found = { id: 'theirs', kind: 'rollback', members: NAMES, by: 'A rollback' } as const;
    return [...(await settleRelease(found, one.lead, one.step))];
  };

  test('is not the version that it went back from', async () => {
    expect(await settle(service('b', { rollout: record }), service('b', { rollout: record }))).toEqual([]);
  });

  test('is the version to which it was committed', async () => {
    const restoredBy = { id: 'theirs', members: NAMES };
    const done = { revision: 'a', commit: older, rollout: 'first', at: '2026-01-01T00:00:00Z', restoredBy };
    const restored = await settle(service('a', { releases: [done] }), service('a', { rollout: record }));
    expect(restored).toEqual(NAMES.map((name) => [`projects/p/locations/${name}`, 'a']));
  });
});

describe('`previous` of a rollback that finds a deploy', () => {
  const record = rollout({ release: { format: 2, members: NAMES } });
  const found = releaseOn(service('b', { rollout: record })) as FoundRelease;
  const settle = async (lead: Service, other: Service) => {
    const one = fixture(lead, other);
    Object.assign(one.step.inputs, { request: { kind: 'rollback' } });
    Object.assign(one.step, { unreachable: new Map() });
    return { restored: [...(await settleRelease(found, one.lead, one.step))], written: one.written };
  };

  test('is what served before that, also if its own run has restored it meanwhile', async () => {
    const [web, api] = NAMES.map((name) => `projects/p/locations/${name}`);
    expect(await settle(service('b'), service('b'))).toEqual({ restored: [[web, 'b']], written: [] });
    const moving = { ...service('b'), trafficStatuses: target('c') };
    expect(await settle(moving, service('b'))).toEqual({ restored: [[web, 'b']], written: [] });
    const half = await settle(service('b'), service('c', { rollout: record }));
    expect(half).toEqual({
      restored: [
        [web, 'b'],
        [api, 'b'],
      ],
      written: [api],
    });
  });

  test.each([
    ['rollback', [['projects/p/locations/r/services/web', 'b']]],
    ['deploy', []],
  ])('is known to a %s of one service that is planned again', async (kind, known) => {
    // One that was reconciling is read again.
    const current = { ...service('c', { rollout: rollout() }), reconciling: true };
    const { lead, step } = fixture(service('b'), service('b'));
    let restored: unknown;
    const prepare = async (before: ReadonlyMap<string, string>) => {
      restored = [...before];
      throw new Error('planned again');
    };
    const plan = { kind, current, serving: [], baseline: [], candidate: { kind: 'existing', revision: 'b' } };
    const deploy = { regional: lead, inputs: step.inputs, after: [], prepare };
    const member = { deploy, layer: 0, planned: { regional: lead, plan } };
    const release = { step, events: [], members: [member], begun: new Set() } as unknown as Release;
    await expect(createCandidates(release)).rejects.toThrow('planned again');
    expect(restored).toEqual(known);
  });

  test('is not changed by it if the service runs something else since', async () => {
    for (const lead of [service('d'), service('a'), service('d', { rollout: record })])
      expect((await settle(lead, service('d'))).restored).toEqual([]);
  });
});

test.each([
  ['several services', NAMES],
  ['one service', NAMES.slice(0, 1)],
])('a release of %s whose owner wakes up after its lease has expired is left alone', async (_, members) => {
  const undecided = (write: number) => service('b', { rollout: rollout({ write, release: { format: 2, members } }) });
  const { lead, step, written, passed, services } = fixture(undecided(1), service('b'));
  let readsAfterExpiry = 0;
  const awake = () => passed() >= 60_000 && readsAfterExpiry++ > 0;
  services.get = (name) => (name === lead.name ? undecided(awake() ? 2 : 1) : undefined);
  const settled = settleRelease({ id: 'theirs', kind: 'deploy', members, by: 'A deploy' }, lead, step);
  await expect(settled).rejects.toThrow(/^A deploy is in progress on .*, and nothing was changed\. Wait until/);
  expect(written).toEqual([]);
});

describe('a member does not respond', () => {
  const down = new CloudError({ status: 503, code: 'UNAVAILABLE', message: 'down', resource: 'service' });
  const [web, api] = NAMES.map((name) => `projects/p/locations/${name}`) as [string, string];
  /** `silent` fails every read; the calls to it are counted. */
  function without(silent: string, request: string, lead: Service, other: Service) {
    const one = fixture(lead, other);
    const { get } = one.services;
    let reads = 0;
    one.services.get = (name) => {
      if (name !== silent) return get.call(one.services, name);
      reads++;
      throw down;
    };
    const unreachable = new Map<string, CloudError>();
    Object.assign(one.step, { unreachable });
    Object.assign(one.step.inputs.request, { kind: request });
    return { ...one, unreachable, reads: () => reads };
  }

  test('a rollback leaves its last release to later runs, and reads it once; a deploy fails', async () => {
    const lead = service('c', { releases: [committed] });
    const { lead: regional, unreachable, reads } = without(api, 'rollback', lead, service('c'));
    await expect(checkInterrupted(regional, lead, new Set())).rejects.toBe(down);
    for (let i = 0; i < 2; i++) await checkInterrupted(regional, lead, new Set(), unreachable);
    expect([...unreachable]).toEqual([[api, down]]);
    expect(reads()).toBe(2);
  });

  const undecided = service('b', { rollout: rollout({ release: { format: 2, members: NAMES } }) });
  const found = { id: 'theirs', kind: 'deploy', members: NAMES, by: 'A deploy' } as const;

  test.each(['known', 'unknown'])(
    'a rollback restores the others of an interrupted release (%s before)',
    async (when) => {
      const { lead, step, written, unreachable } = without(api, 'rollback', undecided, undecided);
      if (when === 'known') unreachable.set(api, down);
      const restored = await settleRelease(found, lead, step);
      expect([...restored]).toEqual([[web, 'b']]);
      expect(new Set(written)).toEqual(new Set([web]));
      expect([...unreachable.keys()]).toEqual([api]);
    },
  );

  test('nothing is changed if it is the lead, which has the decision', async () => {
    const { lead, step, written, unreachable, reads } = without(web, 'rollback', undecided, undecided);
    unreachable.set(web, down);
    await expect(settleRelease(found, lead, step)).rejects.toThrow(
      /^A deploy was interrupted, and web in r, which records whether it was committed, did not respond\. Nothing was changed\./,
    );
    expect([written, reads()]).toEqual([[], 0]);
  });

  test('a deploy that ends the release fails', async () => {
    const { lead, step } = without(api, 'deploy', undecided, undecided);
    await expect(settleRelease(found, lead, step)).rejects.toThrow(/could not be ended\. Nothing else was changed\./);
  });
});

test('the commit of a rollout counts as unfinished while its traffic is its own', () => {
  const revision = { labels: { 'commit-sha': live } };
  const commits = (serving: string, more: object = {}) =>
    commitsKnown(service(serving, { rollout: rollout(more) }), revision);
  expect(commits('b')).toEqual({ live: [live], unfinished: [newer] });
  expect(commits('z')).toEqual({ live: [live], unfinished: [] });
  expect(commits('b', { kind: 'rollback' })).toEqual({ live: [live], unfinished: [] });
});

test.each([
  [{ live: [newer], unfinished: [] }, /a{12} is older than c{12}, which is already live/],
  [{ live: [], unfinished: [newer] }, /a{12} is older than c{12}, which is already being deployed/],
])('an older commit is refused: %j', async (known, message) => {
  const options = {
    github: async () => ({ compare: async () => 'behind' as const }),
    log: { warning: () => {} } as never,
    force: false,
    onUnknownHistory: 'refuse',
    done: 'deployed',
  } as const;
  await expect(checkAge(older, known, options)).rejects.toThrow(message);
});
