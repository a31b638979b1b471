/** Errors of canaries that the simulation has found, each as its smallest schedule. */
import type { Schedule } from './schedule.ts';

export const CANARY_REGRESSIONS: readonly { readonly name: string; readonly schedule: Schedule }[] = [
  {
    name: 'the clock of a runner is minutes ahead: a canary that is worse to its users is restored anyway',
    schedule: {
      seed: 780,
      shape: 'judged',
      delays: { readyMs: 0, trafficMs: 0, operationMs: 0 },
      actors: [
        {
          name: 'C-deploy',
          action: { kind: 'deploy', commit: 2, image: 'worse', steps: 'canary' },
          at: 403_144,
          skew: 170_032,
          runnerLost: false,
        },
      ],
      faults: [],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'the clock of a runner is minutes behind: a canary that is worse to its users is restored anyway',
    schedule: {
      seed: 780,
      shape: 'judged',
      delays: { readyMs: 0, trafficMs: 0, operationMs: 0 },
      actors: [
        {
          name: 'C-deploy',
          action: { kind: 'deploy', commit: 2, image: 'worse', steps: 'canary' },
          at: 403_144,
          skew: -290_000,
          runnerLost: false,
        },
      ],
      faults: [],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'Cloud Monitoring is down when a step ends: a canary that fails one in twenty of its users is not promoted unjudged',
    schedule: {
      seed: 1266,
      shape: 'long-judged',
      delays: { readyMs: 0, trafficMs: 0, operationMs: 0 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'poor', steps: 'canary' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        { name: 'B-advance', action: { kind: 'advance' }, at: 749_422, skew: 0, runnerLost: false },
      ],
      faults: [],
      newest: false,
      rate: 2,
      unnamedAnalysis: true,
      outage: { api: 'monitoring', from: 547_544, until: 911_218 },
      fixedLatency: true,
    },
  },
  {
    name: 'a person moves traffic of a canary that its runner brings to no end: its re-run says so, and begins anew',
    schedule: {
      seed: 21_428,
      shape: 'long-judged',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'poor', steps: 'canary' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        {
          name: 'B-console',
          action: { kind: 'console', field: 'traffic', think: 1136 },
          at: 48_363,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [{ actor: 'A-deploy', call: 16, kind: 'stall' }],
      newest: false,
      rate: 2,
    },
  },
  {
    name: 'a step ends while it is judged: it is not continued on a judgement from before its end',
    schedule: {
      seed: 777_208,
      shape: 'long-judged',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'poor', steps: 'canary' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        { name: 'B-advance', action: { kind: 'advance' }, at: 345_203, skew: 0, runnerLost: false },
        { name: 'C-advance', action: { kind: 'advance' }, at: 487_218, skew: 0, runnerLost: false },
      ],
      faults: [
        { actor: 'B-advance', call: 3, kind: 'stall' },
        { actor: 'B-advance', call: 11, kind: 'cancel' },
        { actor: 'A-deploy', call: 40, kind: '503' },
      ],
      newest: true,
      rate: 2,
    },
  },
  {
    name: 'an advance whose machine pauses while it reads does not end a canary that its run has handed over meanwhile',
    schedule: {
      seed: 23_202_295,
      shape: 'long-judged',
      delays: { readyMs: 15_871, trafficMs: 4564, operationMs: 10_067 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'canary' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        { name: 'B-advance', action: { kind: 'advance' }, at: 8129, skew: 0, runnerLost: false },
      ],
      faults: [{ actor: 'B-advance', call: 9, kind: 'stall' }],
      newest: false,
      rate: 2,
    },
  },
  {
    name: 'a person moves traffic of one of two services while a rollback reads them',
    schedule: {
      seed: 23_200_172,
      shape: 'jobs',
      delays: { readyMs: 0, trafficMs: 0, operationMs: 0 },
      actors: [
        { name: 'B-rollback', action: { kind: 'rollback' }, at: 14_749, skew: 0, runnerLost: false },
        {
          name: 'C-console',
          action: { kind: 'console', field: 'traffic', think: 1863 },
          at: 30_660,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [{ actor: 'B-rollback', call: 4, kind: 'delay the request' }],
      newest: false,
      fixedLatency: true,
    },
  },
];
