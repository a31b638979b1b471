/** Faulty code, each with a schedule in which a property of the simulation finds it. */
import type { SomeSchedule } from './action-names.ts';
import type { ImageSchedule } from './build-image/schedule.ts';
import { planImageMode } from './build-image/sweep.ts';
import type { BrokenCode } from './campaign.ts';
import { PARTIAL_ROLLBACK } from './deploy-run/regressions/builders.ts';
import { QUICK } from './deploy-run/schedule.ts';
import { actorAt } from './engine/schedule.ts';
import type { SiteActor, SiteSchedule } from './publish-frontend/schedule.ts';

export interface BrokenVariant extends BrokenCode {
  readonly name: string;
  readonly caughtBy: string;
  readonly schedule: SomeSchedule;
}

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
  actors: [actorAt(2000, 'A', { kind: 'stage', commit: 2 }), ...others],
  faults: [],
  newest: false,
  fixedLatency: true,
});

const hangingDeploy = { kind: 'deploy', image: 'hanging', steps: 'direct' } as const;

/** A build that must sign, and is interrupted at one of its calls. */
const signed = (immutableTags: boolean, ...faults: ImageSchedule['faults']): ImageSchedule => ({
  seed: 1,
  image: { immutableTags, attested: true, orphans: true, buildMs: 5000, sign: 'required' },
  actors: [actorAt(2000, 'A', { kind: 'build', commit: 1, variant: false, both: false })],
  faults,
  fixedLatency: true,
});

const { schedule: mounts } = planImageMode('signed-mounts', 1);

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
    name: 'cache mounts are restored without a signature',
    caughtBy: 'an image that must be signed has an attestation',
    file: 'actions/build-image/reuse/trusted-reuse.ts',
    code: "from: await verifiedContent(work, tag, CACHE_MOUNTS, 'cache mounts in the registry are'),",
    instead: 'from: await registry.digest(inputs.image, tag),',
    schedule: {
      ...mounts,
      faults: [{ actor: 'P-build', call: 13, kind: 'kill before it is sent' }],
    },
  },
  {
    name: 'a rollback keeps what is staged',
    caughtBy: 'under a hold nothing is staged',
    file: 'actions/publish-frontend/store/site-state.ts',
    code: 'export function withHold({ staged: _, released: __, ...state }: State, hold: Hold)',
    instead: 'export function withHold({ released: __, ...state }: State, hold: Hold)',
    schedule: staged('restored', actorAt(40_000, 'B', { kind: 'rollback' })),
  },
  {
    name: 'an undecided canary counts as promoted',
    caughtBy: 'a staged release waits for its canary',
    file: 'src/records/canaries.ts',
    code: "rollout.release?.aborted ? 'restored' : 'undecided'",
    instead: "rollout.release?.aborted ? 'restored' : 'promoted'",
    schedule: staged('restored', actorAt(40_000, 'B', { kind: 'switch-staged' })),
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
    name: 'a rollback is undone after its hold was released',
    caughtBy: 'without a record, traffic goes from',
    file: 'actions/deploy-run/rollout/undo.ts',
    code: 'isAsWritten(now, undo) && isSameHold(holdOf(now), undo.hold)',
    instead: 'isAsWritten(now, undo)',
    schedule: {
      seed: 1,
      shape: 'service',
      delays: QUICK,
      actors: [
        actorAt(2000, 'P', { kind: 'deploy', image: 'good', steps: 'direct', commit: 2 }),
        actorAt(600_000, 'A', { kind: 'rollback' }),
        // `post` starts a second after the run was killed in the health checks of the service.
        actorAt(604_500, 'B', { kind: 'release-hold' }),
      ],
      faults: [{ actor: 'A-rollback', call: 17, kind: 'kill before the response' }],
      newest: true,
      fixedLatency: true,
    },
  },
  {
    name: 'a rollback that leaves out a region succeeds',
    caughtBy: 'services live together',
    file: 'actions/deploy-run/release/reachable.ts',
    code: 'if (!first || step.inputs.dryRun) return;',
    instead: 'if (first !== null) return;',
    schedule: { seed: 1, shape: 'regions', delays: QUICK, newest: false, ...PARTIAL_ROLLBACK },
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
      delays: QUICK,
      actors: [
        actorAt(2000, 'A', { ...hangingDeploy, commit: 2 }, { runnerLost: true }),
        actorAt(30_000, 'B', { ...hangingDeploy, commit: 3 }),
      ],
      faults: [{ actor: 'A-deploy', call: 50, kind: 'kill before it is sent' }],
      newest: true,
      fixedLatency: true,
    },
  },
];
