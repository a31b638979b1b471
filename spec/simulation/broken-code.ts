/** Faulty code, each with a schedule in which a property of the simulation finds it. */
import type { SomeSchedule } from './action-names.ts';
import type { ImageSchedule } from './build-image/schedule.ts';
import type { BrokenCode } from './campaign.ts';
import type { SiteActor, SiteSchedule } from './publish-frontend/schedule.ts';

export interface BrokenVariant extends BrokenCode {
  readonly name: string;
  readonly caughtBy: string;
  readonly schedule: SomeSchedule;
}

const siteActor = (name: string, action: SiteActor['action'], at: number): SiteActor => ({
  name,
  action,
  at,
  skew: 0,
  runnerLost: false,
});

/** A site whose release is staged, and another run. */
const staged = (canary: 'promoted' | 'restored', ...others: readonly SiteActor[]): SiteSchedule => ({
  seed: 1,
  site: {
    shape: 'in-place',
    keepReleases: 2,
    maxDelete: 1000,
    wait: false,
    cachedPages: false,
    operationMs: 0,
    canary,
  },
  actors: [siteActor('A-stage', { kind: 'stage', commit: 2 }, 2000), ...others],
  faults: [],
  newest: false,
  fixedLatency: true,
});

const hangingDeploy = { kind: 'deploy', image: 'hanging', steps: 'direct' } as const;

/** A build that must sign, and is interrupted at one of its calls. */
const signed = (immutableTags: boolean, ...faults: ImageSchedule['faults']): ImageSchedule => ({
  seed: 1,
  image: { immutableTags, attested: true, orphans: true, buildMs: 5000, sign: 'required' },
  actors: [
    {
      name: 'A-build',
      action: { kind: 'build', commit: 1, variant: false, both: false },
      at: 2000,
      skew: 0,
      runnerLost: false,
    },
  ],
  faults,
  fixedLatency: true,
});

export const BROKEN_CODE: readonly BrokenVariant[] = [
  {
    name: 'a failed signature is only a warning',
    caughtBy: 'an image that must be signed has an attestation',
    file: 'actions/build-image/sign/sign-image.ts',
    code: "if (inputs.sign === 'required' || isAbort(error)",
    instead: 'if (isAbort(error)',
    schedule: signed(false, { actor: 'A-build', call: 6, kind: '429' }),
  },
  {
    name: 'an immutable tag is pushed before its image is signed',
    caughtBy: 'a re-run succeeds',
    file: 'actions/build-image/run.ts',
    code: 'const target = mustBeSigned(work) &&',
    instead: 'const target = false &&',
    schedule: signed(true, { actor: 'A-build', call: 12, kind: 'kill before it is sent' }),
  },
  {
    name: 'a rollback keeps what is staged',
    caughtBy: 'under a hold nothing is staged',
    file: 'actions/publish-frontend/store/site-state.ts',
    code: 'export function withHold({ staged: _, ...state }: State, hold: Hold)',
    instead: 'export function withHold(state: State, hold: Hold)',
    schedule: staged('restored', siteActor('B-rollback', { kind: 'rollback' }, 40_000)),
  },
  {
    name: 'an undecided canary counts as promoted',
    caughtBy: 'a staged release waits for its canary',
    file: 'src/records/canaries.ts',
    code: "rollout.release?.aborted ? 'restored' : 'undecided'",
    instead: "rollout.release?.aborted ? 'restored' : 'promoted'",
    schedule: staged('restored', siteActor('B-switch-staged', { kind: 'switch-staged' }, 40_000)),
  },
  {
    name: 'a restored canary counts as undecided',
    caughtBy: 'one run ends the wait of a staged release',
    file: 'src/records/canaries.ts',
    code: "recorded.withdrawn === undefined ? 'promoted' : 'restored'",
    instead: "recorded.withdrawn === undefined ? 'promoted' : 'undecided'",
    schedule: staged('restored'),
  },
  {
    name: 'a step cancels all executions of its job',
    caughtBy: 'no run cancels the jobs of another',
    file: 'actions/deploy-run/job/running-executions.ts',
    code: 'await executions.cancel(name);',
    instead: `for (const one of await executions.list(name.replace(/.executions.*/, '')))
          if (!one.ended) await executions.cancel(one.name);`,
    schedule: {
      seed: 1,
      shape: 'jobs',
      delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
      actors: [
        { name: 'A-deploy', action: { ...hangingDeploy, commit: 2 }, at: 2000, skew: 0, runnerLost: true },
        { name: 'B-deploy', action: { ...hangingDeploy, commit: 3 }, at: 30_000, skew: 0, runnerLost: false },
      ],
      faults: [{ actor: 'A-deploy', call: 50, kind: 'kill before it is sent' }],
      newest: true,
      fixedLatency: true,
    },
  },
];
