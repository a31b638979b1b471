/** Errors of releases with jobs that the simulation has found. */
import { deploy, type Regression, regression } from './builders.ts';

export const JOB_REGRESSIONS: readonly Regression[] = [
  regression('the response to the start of a job is lost: the step warns that an execution may be running', {
    seed: 1,
    shape: 'jobs',
    actors: [deploy('A', 600_000, { commit: 3, image: 'hanging' })],
    faults: [{ actor: 'A-deploy', call: 34, kind: 'lose the response' }],
    newest: true,
  }),
  regression('a run is killed while it starts a job: its `post` warns that an execution may be running', {
    seed: 1,
    shape: 'jobs',
    actors: [deploy('A', 600_000, { commit: 3, image: 'hanging' })],
    faults: [{ actor: 'A-deploy', call: 34, kind: 'kill before the response' }],
    newest: true,
  }),
  regression('a run that ends another release after a minute finds that its owner has woken up', {
    seed: 300_582,
    shape: 'jobs',
    delays: { readyMs: 11_878, trafficMs: 1862, operationMs: 15_093 },
    actors: [deploy('A', 2000), deploy('B', 10_876, { commit: 3, image: 'jobless' })],
    faults: [
      { actor: 'A-deploy', call: 6, kind: '503' },
      { actor: 'A-deploy', call: 27, kind: 'stall' },
    ],
  }),
];
