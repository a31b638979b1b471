/** Each mode without the fault. The sweep gives one to every call of one process of it. */
import type { Fault } from '../engine/played.ts';
import type { ActorPlan, Deed, Mode, Schedule, Shape } from './schedule.ts';

/** What a mode is, where it is no direct deploy to a service of the same name. */
interface ModePlan {
  readonly shape: Shape;
  readonly deed: Deed;
  /** Deployed beforehand, where the mode needs something that is there. */
  readonly before?: Deed;
  /** Number of the call at which the run is stopped, so that its `post` has something to do: that meets the fault. */
  readonly stopped?: Pick<Fault, 'call' | 'kind'>;
  /** The commit that serves in the end; undefined where the run may fail. */
  readonly reaches?: number;
}

const deploy = (commit: number, steps: 'direct' | 'canary' = 'direct', image: 'good' | 'sick' = 'good'): Deed => ({
  kind: 'deploy',
  commit,
  image,
  steps,
});
const killed = (call: number) => ({ call, kind: 'kill before the answer' }) as const;

const PLANS: Readonly<Record<Mode, ModePlan>> = {
  direct: { shape: 'service', deed: deploy(3), reaches: 3 },
  canary: { shape: 'service', deed: deploy(3, 'canary'), reaches: 3 },
  'long-canary': { shape: 'long-canary', deed: deploy(3, 'canary'), reaches: 3 },
  // It may judge that the canary is unhealthy, where its requests are late.
  advance: { shape: 'long-canary', before: deploy(3, 'canary'), deed: { kind: 'advance' } },
  first: { shape: 'first', deed: deploy(3), reaches: 3 },
  preview: { shape: 'preview', deed: deploy(3), reaches: 3 },
  // There are two releases to choose from.
  rollback: { shape: 'service', before: deploy(2), deed: { kind: 'rollback' }, reaches: 1 },
  'worker-pool': { shape: 'worker-pool', before: deploy(2), deed: deploy(3), reaches: 3 },
  job: { shape: 'job', before: deploy(2), deed: deploy(3), reaches: 3 },
  private: { shape: 'private', deed: deploy(3), reaches: 3 },
  regions: { shape: 'regions', deed: deploy(3), reaches: 3 },
  services: { shape: 'services', deed: deploy(3), reaches: 3 },
  global: { shape: 'global', deed: deploy(3), reaches: 3 },
  jobs: { shape: 'jobs', deed: deploy(3), reaches: 3 },
  judged: { shape: 'judged', deed: deploy(3, 'canary'), reaches: 3 },
  'long-judged': { shape: 'long-judged', deed: deploy(3, 'canary'), reaches: 3 },
  'advance-judged': { shape: 'long-judged', before: deploy(3, 'canary'), deed: { kind: 'advance' } },
  restore: { shape: 'service', deed: deploy(3, 'direct', 'sick') },
  'restore-services': { shape: 'services', deed: deploy(3, 'direct', 'sick') },
  post: { shape: 'service', deed: deploy(3), stopped: killed(16), reaches: 3 },
  'post-services': { shape: 'services', deed: deploy(3), stopped: killed(36), reaches: 3 },
  // A migration moves no traffic.
  migrate: { shape: 'service', deed: { kind: 'migrate', commit: 3 }, reaches: 1 },
  'migrate-cancels': { shape: 'service', deed: { kind: 'migrate', commit: 3, cancels: true }, reaches: 1 },
  'post-migrate': {
    shape: 'service',
    deed: { kind: 'migrate', commit: 3, cancels: true },
    stopped: { call: 14, kind: 'cancel' },
    reaches: 1,
  },
  fleet: { shape: 'fleet', deed: deploy(3), reaches: 3 },
};

/** With the number of the case as the seed of what is random; `victim` is the process that meets the fault. */
export function planMode(mode: Mode, seed: number): { readonly schedule: Schedule; readonly victim: string } {
  const { shape, deed, before, stopped, reaches } = PLANS[mode];
  const actor = (name: string, one: Deed, at: number): ActorPlan => ({
    name,
    deed: one,
    at,
    skew: 0,
    runnerLost: false,
  });
  const name = `A-${deed.kind}`;
  const schedule: Schedule = {
    seed,
    shape,
    delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
    actors: [...(before ? [actor('P-deploy', before, 2000)] : []), actor(name, deed, 600_000)],
    faults: stopped ? [{ actor: name, ...stopped }] : [],
    newest: shape !== 'preview' && shape !== 'job',
    ...(reaches !== undefined && { reaches }),
  };
  return { schedule, victim: stopped ? `${name}.post` : name };
}
