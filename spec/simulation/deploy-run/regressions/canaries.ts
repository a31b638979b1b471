/** Errors of canaries that the simulation has found. */
import { INSTANT } from '../schedule.ts';
import { deploy, type Regression, regression, run, user } from './builders.ts';

export const CANARY_REGRESSIONS: readonly Regression[] = [
  regression('the clock of a runner is minutes ahead: a canary that is worse to its users is restored anyway', {
    seed: 780,
    shape: 'judged',
    delays: INSTANT,
    actors: [deploy('C', 403_144, { image: 'worse', steps: 'canary' }, { skew: 170_032 })],
    fixedLatency: true,
  }),
  regression('the clock of a runner is minutes behind: a canary that is worse to its users is restored anyway', {
    seed: 780,
    shape: 'judged',
    delays: INSTANT,
    actors: [deploy('C', 403_144, { image: 'worse', steps: 'canary' }, { skew: -290_000 })],
    fixedLatency: true,
  }),
  regression(
    'Cloud Monitoring is down when a step ends: a canary that fails one in twenty of its users is not promoted unjudged',
    {
      seed: 1266,
      shape: 'long-judged',
      delays: INSTANT,
      actors: [deploy('A', 2000, { image: 'poor', steps: 'canary' }), run('B', 749_422, 'advance')],
      rate: 2,
      unnamedAnalysis: true,
      outage: { api: 'monitoring', from: 547_544, until: 911_218 },
      fixedLatency: true,
    },
  ),
  regression('a user moves traffic of a canary whose runner stalls: its re-run says so, and starts again', {
    seed: 21_428,
    shape: 'long-judged',
    actors: [
      deploy('A', 2000, { image: 'poor', steps: 'canary' }),
      user('B', 48_363, { field: 'traffic', think: 1136 }),
    ],
    faults: [{ actor: 'A-deploy', call: 16, kind: 'stall' }],
    rate: 2,
  }),
  regression('a step ends while it is judged: it is not continued on a judgment from before its end', {
    seed: 777_208,
    shape: 'long-judged',
    actors: [
      deploy('A', 2000, { image: 'poor', steps: 'canary' }),
      run('B', 345_203, 'advance'),
      run('C', 487_218, 'advance'),
    ],
    faults: [
      { actor: 'B-advance', call: 3, kind: 'stall' },
      { actor: 'B-advance', call: 11, kind: 'cancel' },
      { actor: 'A-deploy', call: 40, kind: '503' },
    ],
    newest: true,
    rate: 2,
  }),
  regression(
    'an advance whose machine pauses while it reads does not end a canary whose run has recorded its first step meanwhile',
    {
      seed: 23_202_295,
      shape: 'long-judged',
      delays: { readyMs: 15_871, trafficMs: 4564, operationMs: 10_067 },
      actors: [deploy('A', 2000, { steps: 'canary' }), run('B', 8129, 'advance')],
      faults: [{ actor: 'B-advance', call: 9, kind: 'stall' }],
      rate: 2,
    },
  ),
  regression('a user moves traffic of one of two services while a rollback reads them', {
    seed: 23_200_172,
    shape: 'jobs',
    delays: INSTANT,
    actors: [run('B', 14_749, 'rollback'), user('C', 30_660, { field: 'traffic', think: 1863 })],
    faults: [{ actor: 'B-rollback', call: 4, kind: 'delay the request' }],
    fixedLatency: true,
  }),
  regression('a hold is set while an advance judges the canary: its next step is not begun', {
    seed: 91_670,
    shape: 'long-canary',
    delays: INSTANT,
    actors: [deploy('A', 2000, { steps: 'canary' }), deploy('B', 66_632, { image: 'crash' }), run('C', 66_864, 'hold')],
    fixedLatency: true,
  }),
];
