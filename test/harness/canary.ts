/** Canaries under a virtual clock: the code of the action against the emulator's Cloud Monitoring, with seeded traffic. */

import { type AnalysisCondition, ERRORS } from '../../actions/deploy-run/analysis/conditions.ts';
import type { OnInconclusive, StepDecision } from '../../actions/deploy-run/analysis/judge.ts';
import { createCanaryWatch, type Look } from '../../actions/deploy-run/analysis/watch.ts';
import { type Emulator, startEmulator } from '../../packages/emulator/src/start.ts';
import { createHttpClient, type HttpClient } from '../../src/google/http/client.ts';
import { createLogReader } from '../../src/google/logging.ts';
import { createMetricReader } from '../../src/google/monitoring.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { seededRandom } from './seeded.ts';
import { createTraffic, type TrafficOptions } from './traffic.ts';

const PROJECT = 'orchestra-dev';
const REGION = 'us-central1';
const STEPS = [5, 25];
const INTERVAL = 600_000;
/** Only the baseline serves in the hour before. */
const BEFORE = 3_600_000;

export interface CanaryScenario extends TrafficOptions {
  readonly conditions?: readonly AnalysisCondition[];
  readonly onInconclusive?: OnInconclusive;
  readonly falseAlarmRate?: number;
  /** From the first share on, Cloud Monitoring shows values so many milliseconds later than it says. Default 0. */
  readonly late?: number;
  /** Minutes after the first share in which Cloud Monitoring responds with 503. Default: never. */
  readonly down?: { readonly from: number; readonly to: number };
}

export interface CanaryResult {
  /** `promoted`, or the reason for the restore. */
  readonly end: 'promoted' | 'restored';
  /** Percentage at which it ended. */
  readonly percent: number;
  readonly decisions: readonly StepDecision[];
  /** Of the last analysis. */
  readonly verdict: Look['verdict']['kind'];
  /** Names of the comparisons in which the candidate was worse. */
  readonly worse: readonly string[];
  /** Names of the inconclusive comparisons. */
  readonly undecided: readonly string[];
  /** Minutes from the first traffic to the verdict. */
  readonly minutes: number;
  /** Requests of the candidate until the verdict, and those that the analysis had seen. */
  readonly requests: number;
}

export interface CanaryFixture {
  run(name: string, scenario: CanaryScenario): Promise<CanaryResult>;
  stop(): Promise<void>;
}

export async function startCanaries(): Promise<CanaryFixture> {
  let now = Date.UTC(2026, 0, 1);
  let advance = (_from: number, _to: number) => {};
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      advance(now, now + ms);
      now += ms;
    },
    timer: systemClock.timer,
    jitter: () => 1,
  };
  const emulator: Emulator = await startEmulator({ clock });
  const signal = new AbortController().signal;
  const token = emulator.token({ lifetimeSeconds: 1e9 });
  const http: HttpClient = createHttpClient({ clock, signal, userAgent: 'test', accessToken: async () => token });
  const timing = { samplePeriod: emulator.monitoring.samplePeriod, ingestDelay: emulator.monitoring.ingestionDelay };
  const revision = (name: string) => ({
    type: 'cloud_run_revision',
    labels: {
      project_id: PROJECT,
      location: REGION,
      service_name: 'web',
      revision_name: name,
      configuration_name: 'web',
    },
  });

  return {
    async run(name, { conditions = ERRORS, onInconclusive = 'extend', falseAlarmRate = 0.01, late = 0, ...scenario }) {
      const { down = { from: 0, to: 0 } } = scenario;
      const { faults } = emulator.core;
      emulator.monitoring.clear();
      emulator.monitoring.ingestionDelay = timing.ingestDelay;
      emulator.core.calls.clear();
      const traffic = createTraffic(emulator, revision, scenario, seededRandom(name));
      let percent = 0;
      advance = (from, to) => traffic.run(from, to, percent);
      await clock.sleep(BEFORE);
      const watch = createCanaryWatch({
        options: { conditions, explicit: true, onInconclusive, falseAlarmRate },
        steps: STEPS.length,
        candidates: 1,
        timing,
        clock,
        signal,
        metrics: createMetricReader({ http, endpoints: { monitoring: emulator.urls.monitoring }, project: PROJECT }),
        logs: createLogReader({ http, endpoints: { logging: emulator.urls.logging }, clock, project: PROJECT }),
      });
      emulator.monitoring.ingestionDelay = timing.ingestDelay + late;
      const began = now;
      advance = (from, to) => {
        traffic.run(from, to, percent);
        faults.clear();
        const minutes = (to - began) / 60_000;
        if (minutes >= down.from && minutes < down.to)
          faults.add({ api: 'monitoring', status: 503, times: Number.POSITIVE_INFINITY });
      };
      const decisions: StepDecision[] = [];
      for (const [index, share] of STEPS.entries()) {
        percent = share;
        const watched = { service: 'web', region: REGION, candidate: 'candidate', baseline: ['baseline'] };
        const { decision, last } = await watch.step([watched], { index, percent: share, interval: INTERVAL });
        decisions.push(decision);
        const findings = last.observations[0]?.results ?? [];
        const result = (end: CanaryResult['end']): CanaryResult => ({
          end,
          percent: share,
          decisions,
          verdict: last.verdict.kind,
          worse: findings.filter(({ result }) => result === 'worse').map(({ name }) => name),
          undecided: findings.filter(({ result }) => result === 'undecided').map(({ name }) => name),
          minutes: (now - began) / 60_000,
          requests: findings[0]?.candidate.requests ?? 0,
        });
        if (decision === 'restore') return result('restored');
        if (index === STEPS.length - 1) return result('promoted');
      }
      throw new Error('a canary without steps');
    },
    async stop() {
      await http.close();
      await emulator.stop();
    },
  };
}
