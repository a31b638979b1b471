/** Errors of releases with jobs that the simulation has found, each as its smallest schedule. */
import type { Schedule } from './deploy-run/schedule.ts';

export const JOB_REGRESSIONS: readonly { readonly name: string; readonly schedule: Schedule }[] = [
  {
    name: 'the response to the start of a job is lost: the step warns that an execution may be running',
    schedule: {
      seed: 1,
      shape: 'jobs',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 3, image: 'hanging', steps: 'direct' },
          at: 600_000,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [{ actor: 'A-deploy', call: 34, kind: 'lose the answer' }],
      newest: true,
    },
  },
  {
    name: 'a run is killed while it starts a job: its `post` warns that an execution may be running',
    schedule: {
      seed: 1,
      shape: 'jobs',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        {
          name: 'A-deploy',
          action: { kind: 'deploy', commit: 3, image: 'hanging', steps: 'direct' },
          at: 600_000,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [{ actor: 'A-deploy', call: 34, kind: 'kill before the answer' }],
      newest: true,
    },
  },
  {
    name: 'a run that ends another release after a minute finds that its owner has woken up',
    schedule: {
      seed: 300_582,
      shape: 'jobs',
      delays: { readyMs: 11_878, trafficMs: 1862, operationMs: 15_093 },
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
          action: { kind: 'deploy', commit: 3, image: 'jobless', steps: 'direct' },
          at: 10_876,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [
        { actor: 'A-deploy', call: 6, kind: '503' },
        { actor: 'A-deploy', call: 27, kind: 'stall' },
      ],
      newest: false,
    },
  },
];
