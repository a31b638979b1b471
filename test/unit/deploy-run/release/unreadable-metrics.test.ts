/** A canary while Cloud Monitoring is down: what it missed counts later, and a step without data does not end the analysis. */
import { describe, expect, test } from 'vitest';
import { ERRORS } from '../../../../actions/deploy-run/analysis/conditions.ts';
import { type JudgedCandidate, prepareCanary } from '../../../../actions/deploy-run/release/canary.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import type { MetricPoint } from '../../../../src/google/monitoring.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';

const MINUTE = 60_000;
const [NEW, OLD] = ['web-bbbbbbbbbbbb-1', 'web-aaaaaaaaaaaa-1'];
const plan = {
  kind: 'deploy',
  service: { kind: 'Service', service: 'web', region: 'r' },
  candidate: { kind: 'new' },
  baseline: [{ revision: OLD, percent: 100 }],
  current: {},
};
const candidate = {
  regional: { name: 'projects/p/locations/r/services/web', service: 'web', region: 'r' },
  plan,
  revision: NEW,
} as unknown as JudgedCandidate;

/** Two steps of ten minutes. `bad` requests of 100 a minute fail on the candidate; Cloud Monitoring has this status in these minutes. */
async function judge(bad: number, down: { from: number; to: number; status: number }, explicit = false) {
  let now = 0;
  const messages: string[] = [];
  const log = { info: () => {}, notice: () => {}, warning: (text: string) => messages.push(text) };
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const point = (end: number, revision: string, code: string, value: number): MetricPoint => ({
    labels: { response_code: code },
    resourceLabels: { revision_name: revision },
    start: end - MINUTE,
    end,
    value,
  });
  const metrics = {
    timing: async () => ({ samplePeriod: MINUTE, ingestDelay: 3 * MINUTE }),
    read: async (filter: string, _: number, to: number) => {
      const { from, to: until, status } = down;
      if (now >= from * MINUTE && now < until * MINUTE)
        throw new CloudError({ message: 'no response', status, resource: 'metrics' });
      if (!filter.includes('request_count')) return [];
      return Array.from({ length: Math.floor(to / MINUTE) }, (_, i) => [
        point((i + 1) * MINUTE, NEW, '500', bad),
        point((i + 1) * MINUTE, NEW, '200', 100 - bad),
        point((i + 1) * MINUTE, OLD, '200', 1000),
      ]).flat();
    },
  };
  const analysis = { conditions: ERRORS, explicit, onInconclusive: 'extend', falseAlarmRate: 0.01 };
  const logs = { times: async () => ({ moments: [], since: 0 }) };
  const step = {
    inputs: { project: 'p', rollout: { analysis, steps: [5, 25, 100], stepInterval: 10 * MINUTE, held: [] } },
    context: { log, clock, signal: new AbortController().signal },
    clients: { metrics, logs, googleClock: clock },
  } as unknown as StepContext;
  const canary = await prepareCanary([candidate.plan], step, []);
  try {
    for (const [index, percent] of [5, 25].entries())
      await canary?.judgeStep([candidate], { index, percent }, () => {});
    return { end: 'promoted', minutes: now / MINUTE, messages };
  } catch (error) {
    return { end: (error as Error).message, minutes: now / MINUTE, messages };
  }
}

describe('Cloud Monitoring is down', () => {
  test('for some minutes: no step is left to the health checks', async () => {
    for (const down of [
      { from: 5, to: 9, status: 503 },
      { from: 8, to: 15, status: 429 },
    ])
      expect(await judge(0, down)).toEqual({ end: 'promoted', minutes: down.to > 10 ? 30 : 20, messages: [] });
    expect((await judge(10, { from: 5, to: 9, status: 503 })).end).toContain('is worse than its baseline: 5xx');
  });

  test('until the end of the extended step: this step is left to the health checks, and the next one is not', async () => {
    const down = { from: 5, to: 25, status: 429 };
    const healthy = await judge(0, down);
    expect(healthy).toMatchObject({ end: 'promoted', minutes: 30 });
    expect(healthy.messages).toEqual([
      'The step at 5 % is judged by its health checks alone: Cloud Monitoring cannot be read (no response).',
    ]);
    expect((await judge(10, down)).end).toContain('at 25 % is worse than its baseline: 5xx');
    expect((await judge(0, down, true)).end).toBe('no response');
  });

  test('without permission: the rest is left to the health checks at once', async () => {
    const { end, minutes, messages } = await judge(10, { from: 5, to: 9, status: 403 });
    expect([end, minutes]).toEqual(['promoted', 20]);
    expect(messages).toEqual([
      'The rest of this canary is judged by its health checks alone: Cloud Monitoring cannot be read (no response).',
    ]);
  });
});
