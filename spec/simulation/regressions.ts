/** Errors that the simulation has found, each as its smallest schedule. */
import type { Schedule } from './deploy-run/schedule.ts';

export const REGRESSIONS: readonly { readonly name: string; readonly schedule: Schedule }[] = [
  {
    name: 'the lease of a release is renewed in the moment in which its lead moves traffic',
    schedule: {
      seed: 312,
      shape: 'services',
      delays: { readyMs: 13747, trafficMs: 1662, operationMs: 14670 },
      actors: [
        {
          name: 'C-deploy',
          action: { kind: 'deploy', commit: 3, image: 'sick', steps: 'direct' },
          at: 35163,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [],
      newest: true,
    },
  },
  {
    name: 'a rollback whose last answer was lost is run again, and does not go one release further',
    schedule: {
      seed: 1,
      shape: 'service',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        {
          name: 'P-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'direct' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        { name: 'A-rollback', action: { kind: 'rollback' }, at: 600_000, skew: 0, runnerLost: false },
      ],
      faults: [{ actor: 'A-rollback', call: 17, kind: 'kill before the answer' }],
      newest: true,
      reaches: 1,
    },
  },
  {
    name: 'an unhealthy image of a commit is deployed right after a healthy one, while routes lag behind',
    schedule: {
      seed: 11447,
      shape: 'service',
      delays: { readyMs: 550, trafficMs: 3901, operationMs: 17027 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'canary' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        {
          name: 'C-deploy',
          action: { kind: 'deploy', commit: 2, image: 'sick', steps: 'direct' },
          at: 30_239,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'a hold is set where a rollout was killed: its re-run restores the baseline',
    schedule: {
      seed: 1861,
      shape: 'service',
      delays: { readyMs: 0, trafficMs: 0, operationMs: 0 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'direct' },
          at: 2000,
          skew: 0,
          runnerLost: true,
        },
        { name: 'B-hold', action: { kind: 'hold' }, at: 29_568, skew: 0, runnerLost: false },
      ],
      faults: [{ actor: 'A-deploy', call: 13, kind: 'kill before the answer' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'a freeze begins where a rollout was killed: its re-run restores the baseline',
    schedule: {
      seed: 794,
      shape: 'service',
      delays: { readyMs: 0, trafficMs: 0, operationMs: 0 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'direct' },
          at: 2000,
          skew: 0,
          runnerLost: true,
        },
        {
          name: 'B-console',
          action: { kind: 'console', field: 'freeze', think: 839 },
          at: 34_502,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [{ actor: 'A-deploy', call: 14, kind: 'kill before the answer' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'a freeze is set between what a deploy has read and its first write: nothing is changed',
    schedule: {
      seed: 1267,
      shape: 'private',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'direct' },
          at: 2000,
          skew: 0,
          runnerLost: true,
        },
        {
          name: 'B-console',
          action: { kind: 'console', field: 'freeze', think: 1363 },
          at: 2720,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [{ actor: 'A-deploy', call: 6, kind: 'delay the answer' }],
      newest: false,
    },
  },
  {
    name: 'a rollback of two regions is run again after a person moved the traffic of one: both go to the revisions chosen at first',
    schedule: {
      seed: 700348,
      shape: 'regions',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'direct' },
          at: 2000,
          skew: 0,
          runnerLost: true,
        },
        {
          name: 'B-console',
          action: { kind: 'console', field: 'traffic', think: 1428 },
          at: 41050,
          skew: 0,
          runnerLost: true,
        },
        { name: 'C-rollback', action: { kind: 'rollback' }, at: 34652, skew: -291540, runnerLost: true },
      ],
      faults: [{ actor: 'A-deploy', call: 56, kind: 'delay the request' }],
      newest: false,
    },
  },
  {
    name: "a person's write between two of a release that was left renews no lease of it",
    schedule: {
      seed: 701117,
      shape: 'services',
      delays: { readyMs: 18030, trafficMs: 878, operationMs: 732 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'crash', steps: 'direct' },
          at: 2000,
          skew: -45750,
          runnerLost: true,
        },
        {
          name: 'B-deploy',
          action: { kind: 'deploy', commit: 3, image: 'sick', steps: 'canary' },
          at: 17169,
          skew: 0,
          runnerLost: true,
        },
        {
          name: 'C-console',
          action: { kind: 'console', field: 'min-instances', think: 2791 },
          at: 25578,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [
        { actor: 'A-deploy', call: 54, kind: 'kill before the answer' },
        { actor: 'B-deploy', call: 44, kind: 'kill before the answer' },
      ],
      newest: false,
    },
  },
  {
    name: 'a hold is set while a release goes back: it leaves the record of the release as it is',
    schedule: {
      seed: 701279,
      shape: 'services',
      delays: { readyMs: 8736, trafficMs: 375, operationMs: 4672 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'sick', steps: 'direct' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        { name: 'B-hold', action: { kind: 'hold' }, at: 22504, skew: 0, runnerLost: false },
        { name: 'C-release-hold', action: { kind: 'release-hold' }, at: 15029, skew: 0, runnerLost: false },
      ],
      faults: [
        { actor: 'C-release-hold', call: 4, kind: 'cancel' },
        { actor: 'B-hold.post', call: 6, kind: 'lose the request' },
      ],
      newest: true,
    },
  },
  {
    name: 'a deploy whose revision serves already ends the rollout in flight of the same commit',
    schedule: {
      seed: 702210,
      shape: 'service',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'direct' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        {
          name: 'B-deploy',
          action: { kind: 'deploy', commit: 2, image: 'sick', steps: 'direct' },
          at: 10277,
          skew: 51948,
          runnerLost: false,
        },
        {
          name: 'C-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'canary' },
          at: 12103,
          skew: -127946,
          runnerLost: false,
        },
      ],
      faults: [
        { actor: 'A-deploy', call: 8, kind: '503' },
        { actor: 'B-deploy', call: 28, kind: 'lose the request' },
      ],
      newest: false,
    },
  },
  {
    name: 'a deploy that a freeze stops restores the rollout that a machine left which stood still',
    schedule: {
      seed: 800192,
      shape: 'service',
      delays: { readyMs: 19449, trafficMs: 3624, operationMs: 17959 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'crash', steps: 'direct' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        {
          name: 'B-console',
          action: { kind: 'console', field: 'freeze', think: 4644 },
          at: 17918,
          skew: 0,
          runnerLost: false,
        },
        {
          name: 'C-deploy',
          action: { kind: 'deploy', commit: 3, image: 'good', steps: 'direct' },
          at: 32409,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [{ actor: 'A-deploy', call: 14, kind: 'stall' }],
      newest: false,
    },
  },
  {
    name: 'a rollback of two services plans one of them again, and both go to the same commit',
    schedule: {
      seed: 801315,
      shape: 'jobs',
      delays: { readyMs: 0, trafficMs: 0, operationMs: 0 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 2, image: 'good', steps: 'canary' },
          at: 2000,
          skew: 0,
          runnerLost: false,
        },
        { name: 'B-rollback', action: { kind: 'rollback' }, at: 29896, skew: 0, runnerLost: false },
        {
          name: 'C-console',
          action: { kind: 'console', field: 'freeze', think: 4548 },
          at: 41561,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [{ actor: 'B-rollback', call: 15, kind: 'delay the request' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'the hold is released although an answer is older than it',
    schedule: {
      seed: 805400,
      shape: 'service',
      delays: { readyMs: 0, trafficMs: 0, operationMs: 0 },
      actors: [
        { name: 'B-release-hold', action: { kind: 'release-hold' }, at: 23608, skew: 0, runnerLost: false },
        { name: 'C-hold', action: { kind: 'hold' }, at: 18059, skew: 0, runnerLost: false },
      ],
      faults: [{ actor: 'B-release-hold', call: 2, kind: 'stale' }],
      newest: false,
      fixedLatency: true,
    },
  },
];
