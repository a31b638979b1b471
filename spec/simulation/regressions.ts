/** What the simulation has found, each as the smallest schedule that shows it. */
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
          deed: { kind: 'deploy', commit: 3, image: 'sick', steps: 'direct' },
          at: 35163,
          skew: 0,
          runnerLost: false,
        },
      ],
      faults: [],
      newest: true,
    },
  },
];
