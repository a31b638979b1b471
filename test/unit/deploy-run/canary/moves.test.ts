/** An advance of a canary that another run advances, ends or puts on hold at the same time. */
import { describe, expect, test } from 'vitest';
import { advanceCanary } from '../../../../actions/deploy-run/canary/advance.ts';
import type { CanaryMove } from '../../../../actions/deploy-run/canary/canary-move.ts';
import { readCandidates } from '../../../../actions/deploy-run/canary/candidates.ts';
import { stageOf } from '../../../../actions/deploy-run/canary/deployment-status.ts';
import { writeLead } from '../../../../actions/deploy-run/canary/lead-record.ts';
import { announceNext, recordNext } from '../../../../actions/deploy-run/canary/next-commit.ts';
import { claimNextStep, extendStep, takeNextStep } from '../../../../actions/deploy-run/canary/next-step.ts';
import { rolloutOf } from '../../../../actions/deploy-run/plan/records.ts';
import type { CanaryPlan } from '../../../../actions/deploy-run/plan/release/canary-record.ts';
import { canaryOn } from '../../../../actions/deploy-run/plan/release/long-canary.ts';
import { takeFirstStep } from '../../../../actions/deploy-run/release/first-step.ts';
import type { Candidate, Release } from '../../../../actions/deploy-run/release/phases.ts';
import type { ServiceEvent } from '../../../../actions/deploy-run/service/outcome.ts';
import type { RegionalService } from '../../../../actions/deploy-run/service/regional-service.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';
import { fakeService } from '../fake-service.ts';

const PREFIX = 'actions.orchestra.dev/';
const HOUR = 3_600_000;
const HOLD = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
const SINCE = '2026-01-01T00:00:00.000Z';
const plan = {
  steps: [10, 50, 100].map((percent) => ({ percent, ms: HOUR, approval: false })),
  layers: [0],
  overdueAfter: HOUR,
  probe: { kind: 'startup' },
} as unknown as CanaryPlan;
const at = { step: 0, since: SINCE, spans: [] };
/** Nothing of the candidate itself is probed or moved where it serves already. */
const rollout = (canary: object) => ({
  id: 'ours',
  kind: 'deploy',
  commit: 'c'.repeat(40),
  candidate: 'c',
  baseline: [{ revision: 'c', percent: 100 }],
  write: 3,
  release: {
    format: 3,
    members: ['r/services/web'],
    canary: { plan, at, ...canary },
    end: { kind: 'deploy', before: {}, after: {} },
  },
});
function service(records: Readonly<Record<string, object>>): Service {
  const traffic = [{ type: REVISION, revision: 'c', percent: 100 }];
  const annotations = Object.entries(records).map(([name, value]) => [PREFIX + name, JSON.stringify(value)]);
  return { traffic, trafficStatuses: traffic, annotations: Object.fromEntries(annotations) };
}
const canaryIn = ({ annotations = {} }: Service) => JSON.parse(annotations[`${PREFIX}rollout`] ?? '{}').release?.canary;

/** `onWrite` is what happens with the Nth write, after which the service is what it returns. */
function member(first: Service, onWrite: (sent: Service, n: number) => Service = (sent) => sent) {
  let now = first;
  const written: Service[] = [];
  const { regional, passed } = fakeService(
    () => now,
    async (_, sent) => {
      written.push(sent);
      now = onWrite(sent, written.length);
      return {};
    },
  );
  // The lease of the canary is not renewed.
  const sleep = (_: number, signal?: AbortSignal) =>
    new Promise<void>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  const messages: string[] = [];
  const say = (message: string) => void messages.push(message);
  const log = {
    info: say,
    notice: say,
    warning: say,
    debug: say,
    group: (_title: string, work: () => unknown) => work(),
  };
  const github = { runId: '42', runAttempt: 2, runUrl: 'https://example.com/42', actor: 'ann' };
  const context = { ...regional.context, log, github };
  const held = { ...regional, context: { ...context, clock: { ...context.clock, sleep } } };
  return { regional: held as unknown as RegionalService, context, written, messages, passed, now: () => now };
}
const MINUTE_LATER = Date.parse(SINCE) + HOUR + 60_000;

describe('a canary on a service', () => {
  const found = service({ rollout: rollout({}) });
  test('is found by its release', () => {
    expect(canaryOn(found)?.record.id).toBe('ours');
    expect(canaryOn(found, 'ours')?.record.id).toBe('ours');
  });
  test('is not that of another release, nor one that was aborted', () => {
    const aborted = { ...rollout({}), release: { ...rollout({}).release, aborted: true } };
    expect(canaryOn(found, 'theirs')).toBeUndefined();
    expect(canaryOn(service({ rollout: aborted }))).toBeUndefined();
  });
  test('is promoted if its own release is recorded', () => {
    const recorded = (id: string) => service({ releases: [{ revision: 'c', commit: 'c'.repeat(40), rollout: id }] });
    expect(stageOf(recorded('ours'), 'web', 'ours', undefined).state).toBe('success');
    expect(stageOf(recorded('theirs'), 'web', 'ours', undefined).state).toBe('failure');
  });
  test('is written only while the release has not ended', async () => {
    const { regional, written } = member(service({ rollout: { ...rollout({}), id: 'theirs' } }));
    await expect(writeLead(regional, 'ours', (canary) => canary)).rejects.toThrow('has taken the service over');
    expect(written).toEqual([]);
  });
  test('has no member that another run has taken over', async () => {
    const taken = member(service({ rollout: { ...rollout({}), id: 'theirs' } })).regional;
    const { regional: lead } = member(found);
    const revisions = { get: async () => ({}) };
    const step = { inputs: { rollout: { probe: { kind: 'startup' } } } } as unknown as StepContext;
    const release = { id: 'ours', kind: 'deploy', members: ['r/services/web'], by: '' } as const;
    const read = (members: readonly RegionalService[]) =>
      readCandidates(
        release,
        members.map((one) => ({ ...one, clients: { ...one.clients, revisions } }) as unknown as RegionalService),
        plan,
        step,
      );
    await expect(read([lead, taken])).rejects.toThrow('no longer belongs to the canary');
    await expect(read([taken])).rejects.toThrow('Another run has ended this canary.');
  });
  test('is in the result of its first step, even if another run has ended it since', async () => {
    const { regional } = member(service({ rollout: rollout({ at: undefined }) }), () => service({}));
    const candidate = {
      deploy: { regional },
      layer: 0,
      unchanged: true,
      progress: { planned: { regional, plan: { baseline: [], service: regional, commit: 'c' } }, id: 'ours' },
    };
    const clients = { googleClock: { now: () => MINUTE_LATER } };
    const step = { id: 'ours', context: regional.context, clients, inputs: { project: 'p', dryRun: false } };
    const events: ServiceEvent[] = [];
    const release = { step, events, members: [], begun: new Set() } as unknown as Release;
    const [result] = await takeFirstStep(release, [candidate as unknown as Candidate], plan);
    expect(result?.canary).toMatchObject({ release: 'ours', commit: 'c', lead: regional.name, percent: 10, step: 1 });
    expect(JSON.stringify(events)).toMatch(/The canary was started, and another run has ended it since/);
  });
});

describe('an advance', () => {
  /** `read` is the service as the run finds it; `advancing` the run that has claimed it then. */
  async function advance(read: () => Service, clock = MINUTE_LATER, approved: 'all' | ReadonlySet<string> = new Set()) {
    const { context, messages, written } = member(read());
    const clients = {
      services: {
        get: async () => read(),
        update: async (_: string, sent: Service) => void written.push(sent),
      },
      revisions: { get: async () => ({ conditions: [{ type: 'Ready', state: 'CONDITION_SUCCEEDED' }] }) },
      googleClock: { now: () => clock },
      cloud: { http: { json: async () => ({}) }, endpoints: { storage: 'https://storage.test' } },
    };
    const via = { kind: 'Service', project: 'p', region: 'r', service: 'web', context, clients };
    const inputs = {
      rollout: { probe: { kind: 'startup' } },
      request: { kind: 'advance', approved },
      freeze: [],
      force: false,
      dryRun: true,
    };
    const step = { id: '42-2-me', context, clients, inputs } as unknown as StepContext;
    const release = { id: 'ours', kind: 'deploy', members: ['r/services/web'], by: 'A deploy' } as const;
    const events: ServiceEvent[] = [];
    await advanceCanary(release, via as unknown as RegionalService, step, events);
    return { messages, written, did: JSON.stringify(events) };
  }
  const claimed = (advancing: string, write = 3) => service({ rollout: { ...rollout({ advancing }), write } });

  test('goes to the next step once the current one has ended', async () => {
    const { did } = await advance(() => service({ rollout: rollout({}) }));
    expect(did).toMatch(/Dry run: it would move to 50 %/);
  });
  test('goes to a step that needs an approval only with one of this canary and step', async () => {
    const steps = plan.steps.map((one) => ({ ...one, approval: true }));
    const waiting = () => service({ rollout: rollout({ plan: { ...plan, steps } }) });
    const didWith = async (approved: 'all' | readonly string[]) =>
      (await advance(waiting, MINUTE_LATER, approved === 'all' ? approved : new Set(approved))).did;
    for (const others of [[], ['theirs@1'], ['ours@2'], ['ours'], ['ours@11']])
      expect(await didWith(others), others.join()).toMatch(/It needs an approval for 50 %/);
    expect(await didWith(['theirs@2', 'ours@1'])).toMatch(/it would move to 50 %/);
    expect(await didWith('all')).toMatch(/it would move to 50 %/);
  });
  test('does not go to the next step under a hold that was set since the canary was started', async () => {
    const { did } = await advance(() => service({ rollout: rollout({}), hold: HOLD }));
    expect(did).toMatch(/The hold blocks its next step/);
    const known = { ...rollout({}), holdBefore: HOLD };
    expect((await advance(() => service({ rollout: known, hold: HOLD }))).did).toMatch(/it would move to 50 %/);
  });
  test('leaves the canary to another run that is moving it', async () => {
    let write = 3;
    const { messages, did } = await advance(() => claimed('41-1-other', write++));
    expect(messages.join()).toMatch(/The run 41-1-other has begun to move this canary. Waiting for a minute/);
    expect(did).toMatch(/Another run advances this canary/);
  });
  test('takes over from a run that has stopped, also when the canary is overdue by then', async () => {
    const overdue = MINUTE_LATER + 2 * HOUR;
    const { did } = await advance(() => claimed('41-1-other'), overdue);
    expect(did).toMatch(/it would move to 50 %/);
    await expect(advance(() => service({ rollout: rollout({}) }), overdue)).rejects.toThrow('is overdue');
  });
  test('continues with less traffic only if a run that has stopped may have left it', async () => {
    const less = (canary: object) => {
      const record = rollout({ plan: { ...plan, analysis: { conditions: [] } }, ...canary });
      const found = service({ rollout: { ...record, baseline: [{ revision: 'b', percent: 100 }] } });
      const traffic = [
        { type: REVISION, revision: 'b', percent: 95 },
        { type: REVISION, revision: 'c', percent: 5 },
      ];
      return () => ({ ...found, traffic, trafficStatuses: traffic });
    };
    expect((await advance(less({}))).did).toMatch(/c has 5 % instead of 10 %/);
    expect((await advance(less({ advancing: '41-1-other' }))).did).toMatch(/it would move to 50 %/);
  });
  test('does not wait for an earlier attempt of its own run', async () => {
    const { messages } = await advance(() => claimed('42-1-earlier'));
    expect(messages.join()).not.toMatch(/Waiting/);
  });
});

describe('the next step', () => {
  const hold = (one: Service): Service => ({
    ...one,
    annotations: { ...one.annotations, [`${PREFIX}hold`]: JSON.stringify(HOLD) },
  });
  const OTHER = { advancing: 'another run' };
  /** Moves the canary of these services, the lead first, which was judged at the step `index`. Returns what blocks it. */
  async function move(services: readonly RegionalService[], index = 0) {
    const [lead] = services as [RegionalService];
    const judgedAt = { ...at, step: index };
    const record = rollout({ at: judgedAt });
    const { holdBefore } = rolloutOf(await lead.api.get('')) ?? {};
    const candidates = services.map((regional) => ({
      deploy: { regional },
      layer: 0,
      unchanged: true,
      progress: {
        planned: { regional, plan: { baseline: record.baseline, service: regional, holdBefore } },
        id: 'ours',
        revision: 'c',
        service: {},
        ...(regional === lead && { advancing: 'me' }),
      },
    }));
    const clients = { googleClock: { now: () => MINUTE_LATER } };
    const inputs = { freeze: [], force: false };
    const step = { id: 'me', context: lead.context, clients, inputs, stopOthers: () => {} };
    const working = { step, events: [], members: [], begun: new Set(), failing: undefined, held: plan };
    const found = { record, canary: { plan, at: judgedAt } };
    const next = { found, candidates, lead, working } as unknown as CanaryMove;
    const blocked = await claimNextStep(next);
    if (blocked === undefined) await takeNextStep(next);
    return blocked;
  }
  const judged = service({ rollout: rollout({}) });

  test('is claimed, taken and recorded', async () => {
    const { regional, written } = member(judged);
    await move([regional]);
    expect(written.map(canaryIn)).toMatchObject([{ advancing: 'me', at: { step: 0 } }, { at: { step: 1 } }]);
    expect(canaryIn(written[1] as Service).advancing).toBeUndefined();
  });
  test('is not claimed under a hold that was set since the canary was judged', async () => {
    const { regional, written } = member(hold(judged));
    expect(await move([regional])).toMatch(/The hold blocks its next step\. .*incident/);
    expect(written).toEqual([]);
  });
  test('is not claimed in a freeze that began since the canary was judged', async () => {
    const frozen = { ...judged.annotations, [`${PREFIX}freeze`]: 'Mon-Sun 00:00-24:00 UTC' };
    const { regional, written } = member({ ...judged, annotations: frozen });
    expect(await move([regional])).toMatch(/The freeze blocks its next step/);
    expect(written).toEqual([]);
  });
  test('is claimed despite the hold under which the canary was started', async () => {
    const started = service({ rollout: { ...rollout({}), holdBefore: HOLD } });
    const { regional, written } = member(hold(started));
    expect(await move([regional])).toBeUndefined();
    expect(canaryIn(written[0] as Service).advancing).toBe('me');
  });
  test('is put off where the current one had no verdict, unless another run has moved the canary', async () => {
    const extend = async (canary: object) => {
      const { regional, written } = member(service({ rollout: rollout(canary) }));
      const found = { record: rollout({}), canary: { plan, at } };
      await extendStep({ found, lead: regional } as unknown as CanaryMove);
      return written.map((one) => canaryIn(one).at);
    };
    expect(await extend({})).toEqual([{ ...at, extended: true }]);
    expect(await extend({ at: { ...at, step: 1 } })).toEqual([]);
  });
  test.each<[string, object]>([
    ['another run has claimed', OTHER],
    ['another run has moved', { at: { ...at, since: '2026-01-01T00:30:00.000Z' } }],
  ])('is not taken on a canary that %s since it was judged', async (_, canary) => {
    const { regional, written } = member(service({ rollout: rollout(canary) }));
    await expect(move([regional])).rejects.toThrow(
      'Another run advances this canary. This run stopped and changed nothing.',
    );
    expect(written).toEqual([]);
  });
  test('is not recorded by a run whose claim another run has taken over', async () => {
    const { regional, written } = member(judged, () => service({ rollout: rollout(OTHER) }));
    await expect(move([regional])).rejects.toThrow('Another run advances this canary. This run stopped.');
    expect(written).toHaveLength(1);
  });
  /** The write that records the step fails, and `after` is there then. */
  const recordFails = (after: (now: Service) => Service) => {
    const { regional, written, now } = member(judged);
    let writes = 0;
    const update: RegionalService['api']['update'] = async (name, sent, mask, options) => {
      if (++writes !== 2) return await regional.api.update(name, sent, mask, options);
      await regional.api.update(name, after(now()), mask, options);
      throw new CloudError({ message: 'no permission', status: 403, resource: 'web' });
    };
    return { done: move([{ ...regional, api: { ...regional.api, update } }]), written };
  };
  test('gives its claim back if it cannot be recorded', async () => {
    const { done, written } = recordFails((same) => same);
    await expect(done).rejects.toThrow('no permission');
    expect(canaryIn(written.at(-1) as Service)).toEqual({ plan, at });
  });
  test('does not give back the claim of another run', async () => {
    const { done, written } = recordFails(() => service({ rollout: rollout(OTHER) }));
    await expect(done).rejects.toThrow('no permission');
    expect(canaryIn(written.at(-1) as Service)).toMatchObject(OTHER);
  });

  describe('to 100 %', () => {
    const last = service({ rollout: rollout({ at: { ...at, step: 1 } }) });

    test('is the commit', async () => {
      const { regional, now } = member(last);
      await move([regional], 1);
      expect(now().annotations).not.toHaveProperty(`${PREFIX}rollout`);
    });
    test('is not committed under a hold that was set since', async () => {
      const lead = member(last, hold);
      await expect(move([lead.regional], 1)).rejects.toThrow(/The hold blocks its next step\. .*incident/);
      expect(canaryIn(lead.now())).toEqual({ plan, at: { ...at, step: 1 } });
    });
    test('is not committed under a hold on the other service', async () => {
      const lead = member(last);
      const other = member(hold(service({ rollout: rollout({}) })));
      await expect(move([lead.regional, other.regional], 1)).rejects.toThrow(/The hold blocks.*incident/);
      expect(canaryIn(lead.now())).toEqual({ plan, at: { ...at, step: 1 } });
    });
  });
});

describe('a later commit', () => {
  const [older, newer] = ['a'.repeat(40), 'd'.repeat(40)];
  const next = { commit: newer, runId: '43', runUrl: 'https://example.com/43', by: 'eve', at: SINCE };
  /** A run of `commit`, which is older than all others. */
  function run(records: Readonly<Record<string, object>>, commit: string) {
    const lead = member(service(records));
    const reruns: string[] = [];
    const github = { compare: async () => 'behind' as const, rerun: async (id: string) => void reruns.push(id) };
    const freshness = {
      github: async () => github,
      log: lead.context.log,
      force: false,
      onUnknownHistory: 'refuse',
      done: 'deployed',
    };
    const inputs = { commit, dryRun: false };
    const step = { inputs, context: lead.context, freshness, openGitHub: async () => github };
    return { ...lead, reruns, step: step as unknown as StepContext };
  }

  test('does not wait for a canary of a newer one', async () => {
    const { regional, step, written } = run({ rollout: rollout({}) }, older);
    await expect(recordNext(regional, step)).rejects.toThrow(/is older than c{12}/);
    expect(written).toEqual([]);
  });
  test('does not wait in place of a newer one', async () => {
    const { regional, step, written } = run({ rollout: rollout({}), next }, 'e'.repeat(40));
    const newest = {
      ...step.freshness,
      github: async () => ({ compare: async (base: string) => (base === newer ? 'behind' : 'ahead') }),
    };
    const sentence = await recordNext(regional, { ...step, freshness: newest } as unknown as StepContext);
    expect(sentence).toMatch(/the newer commit d{12} waits for the decision/);
    expect(written).toEqual([]);
  });
  test('starts once the canary was decided, but not under a hold', async () => {
    const free = run({ next }, older);
    await announceNext(free.regional, free.step);
    const held = run({ next, hold: HOLD }, older);
    await announceNext(held.regional, held.step);
    expect([free.reruns, held.reruns]).toEqual([['43'], []]);
    expect(held.messages.join()).toMatch(/The hold on the service blocks it/);
  });
});
