/** Errors of deploys and rollbacks that the simulation has found. */
import { INSTANT } from '../schedule.ts';
import { deploy, PARTIAL_ROLLBACK, type Regression, regression, run, user } from './builders.ts';

export const REGRESSIONS: readonly Regression[] = [
  regression('the lease of a release is renewed at the moment when its lead moves traffic', {
    seed: 312,
    shape: 'services',
    delays: { readyMs: 13_747, trafficMs: 1662, operationMs: 14_670 },
    actors: [deploy('C', 35_163, { commit: 3, image: 'sick' })],
    newest: true,
  }),
  regression('a rollback whose last response was lost is run again, and does not go one release further', {
    seed: 1,
    shape: 'service',
    actors: [deploy('P', 2000), run('A', 600_000, 'rollback')],
    faults: [{ actor: 'A-rollback', call: 17, kind: 'kill before the response' }],
    newest: true,
    reaches: 1,
  }),
  regression('an unhealthy image of a commit is deployed right after a healthy one, while routes lag behind', {
    seed: 11_447,
    shape: 'service',
    delays: { readyMs: 550, trafficMs: 3901, operationMs: 17_027 },
    actors: [deploy('A', 2000, { steps: 'canary' }), deploy('C', 30_239, { image: 'sick' })],
    fixedLatency: true,
  }),
  regression('a hold is set where a rollout was killed: its re-run restores the baseline', {
    seed: 1861,
    shape: 'service',
    delays: INSTANT,
    actors: [deploy('A', 2000, {}, { runnerLost: true }), run('B', 29_568, 'hold')],
    faults: [{ actor: 'A-deploy', call: 13, kind: 'kill before the response' }],
    fixedLatency: true,
  }),
  regression('a freeze begins where a rollout was killed: its re-run restores the baseline', {
    seed: 794,
    shape: 'service',
    delays: INSTANT,
    actors: [deploy('A', 2000, {}, { runnerLost: true }), user('B', 34_502, { field: 'freeze', think: 839 })],
    faults: [{ actor: 'A-deploy', call: 14, kind: 'kill before the response' }],
    fixedLatency: true,
  }),
  regression('a freeze is set between the reads of a deploy and its first write: nothing is changed', {
    seed: 1267,
    shape: 'private',
    actors: [deploy('A', 2000, {}, { runnerLost: true }), user('B', 2720, { field: 'freeze', think: 1363 })],
    faults: [{ actor: 'A-deploy', call: 6, kind: 'delay the response' }],
  }),
  regression(
    'a rollback of two regions is run again after a user moved the traffic of one: both go to the revisions chosen at first',
    {
      seed: 700_348,
      shape: 'regions',
      actors: [
        deploy('A', 2000, {}, { runnerLost: true }),
        user('B', 41_050, { field: 'traffic', think: 1428 }, { runnerLost: true }),
        run('C', 34_652, 'rollback', { skew: -291_540, runnerLost: true }),
      ],
      faults: [{ actor: 'A-deploy', call: 56, kind: 'delay the request' }],
    },
  ),
  regression("a user's write between two writes of an interrupted release does not renew its lease", {
    seed: 701_117,
    shape: 'services',
    delays: { readyMs: 18_030, trafficMs: 878, operationMs: 732 },
    actors: [
      deploy('A', 2000, { image: 'crash' }, { skew: -45_750, runnerLost: true }),
      deploy('B', 17_169, { commit: 3, image: 'sick', steps: 'canary' }, { runnerLost: true }),
      user('C', 25_578, { field: 'min-instances', think: 2791 }),
    ],
    faults: [
      { actor: 'A-deploy', call: 54, kind: 'kill before the response' },
      { actor: 'B-deploy', call: 44, kind: 'kill before the response' },
    ],
  }),
  regression('a hold is set while a release is restored: it does not change the record of the release', {
    seed: 701_279,
    shape: 'services',
    delays: { readyMs: 8736, trafficMs: 375, operationMs: 4672 },
    actors: [deploy('A', 2000, { image: 'sick' }), run('B', 22_504, 'hold'), run('C', 15_029, 'release-hold')],
    faults: [
      { actor: 'C-release-hold', call: 4, kind: 'cancel' },
      { actor: 'B-hold.post', call: 6, kind: 'lose the request' },
    ],
    newest: true,
  }),
  regression('a deploy whose revision serves already ends the rollout of the same commit that is in progress', {
    seed: 702_210,
    shape: 'service',
    actors: [
      deploy('A', 2000),
      deploy('B', 10_277, { image: 'sick' }, { skew: 51_948 }),
      deploy('C', 12_103, { steps: 'canary' }, { skew: -127_946 }),
    ],
    faults: [
      { actor: 'A-deploy', call: 8, kind: '503' },
      { actor: 'B-deploy', call: 28, kind: 'lose the request' },
    ],
  }),
  regression('a deploy that a freeze blocks restores the rollout of a machine that stalled', {
    seed: 800_192,
    shape: 'service',
    delays: { readyMs: 19_449, trafficMs: 3624, operationMs: 17_959 },
    actors: [
      deploy('A', 2000, { image: 'crash' }),
      user('B', 17_918, { field: 'freeze', think: 4644 }),
      deploy('C', 32_409, { commit: 3 }),
    ],
    faults: [{ actor: 'A-deploy', call: 14, kind: 'stall' }],
  }),
  regression('a rollback of two services plans one of them again, and both go to the same commit', {
    seed: 801_315,
    shape: 'jobs',
    delays: INSTANT,
    actors: [
      deploy('A', 2000, { steps: 'canary' }),
      run('B', 29_896, 'rollback'),
      user('C', 41_561, { field: 'freeze', think: 4548 }),
    ],
    faults: [{ actor: 'B-rollback', call: 15, kind: 'delay the request' }],
    fixedLatency: true,
  }),
  regression('the hold is released although a response is older than the hold', {
    seed: 805_400,
    shape: 'service',
    delays: INSTANT,
    actors: [run('B', 23_608, 'release-hold'), run('C', 18_059, 'hold')],
    faults: [{ actor: 'B-release-hold', call: 2, kind: 'stale' }],
    fixedLatency: true,
  }),
  regression('a hold that was killed after one of two regions is set in the other by the next run', {
    seed: 8034,
    shape: 'regions',
    actors: [run('B', 4060, 'hold', { runnerLost: true }), run('C', 15_983, 'hold')],
    faults: [{ actor: 'B-hold', call: 4, kind: 'kill before the response' }],
  }),
  regression('a rollback takes over one whose runner was lost, and fails: the hold of neither stands', {
    seed: 1,
    shape: 'service',
    actors: [deploy('P', 2000), run('A', 600_000, 'rollback', { runnerLost: true }), run('B', 660_000, 'rollback')],
    faults: [
      { actor: 'A-rollback', call: 6, kind: 'kill before the response' },
      { actor: 'B-rollback', call: 9, kind: 'cancel' },
    ],
  }),
  ...['us-central1', 'europe-west1'].flatMap((region) => {
    const down = { shape: 'regions', outage: { api: 'run', region, from: 599_000, until: 1_199_000 } } as const;
    const rollbacks = [run('A', 600_000, 'rollback'), run('B', 1_200_000, 'rollback')];
    return [
      regression(`${region} is down: a rollback rolls back the other region, and the next one finishes it`, {
        ...down,
        seed: 1,
        actors: [deploy('P', 2000), ...rollbacks],
        reaches: 1,
      }),
      regression(`${region} is down, and a deploy was killed: a rollback restores the other region`, {
        ...down,
        seed: 1,
        actors: [deploy('P', 2000, {}, { runnerLost: true }), ...rollbacks],
        faults: [{ actor: 'P-deploy', call: 30, kind: 'kill before the response' }],
        newest: true,
      }),
    ];
  }),
  regression('a deploy restores itself while a rollback waits for a region that is down: `previous` means the same', {
    seed: 7116,
    shape: 'regions',
    actors: [deploy('A', 2000, { steps: 'canary' }), run('C', 35_700, 'rollback')],
    outage: { api: 'run', region: 'europe-west1', from: 8434, until: 497_338 },
    reaches: 1,
  }),
  regression('a rollback leaves out a region in which a committed deploy is unfinished, and is run again', {
    seed: 1,
    shape: 'regions',
    ...PARTIAL_ROLLBACK,
  }),
];
