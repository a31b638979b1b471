/** Each mode without the fault. The sweep adds one to every call of one of its processes. */
import type { Fault } from '../engine/schedule.ts';
import { actorAt } from '../engine/schedule.ts';
import type { ImageKind } from './cloud.ts';
import { type Mode, QUICK, type RunAction, type Schedule, type Shape } from './schedule.ts';

/** The plan of a mode. */
interface ModePlan {
  readonly shape: Shape;
  readonly action: RunAction;
  /** A run before it, if the mode needs an earlier state. */
  readonly before?: RunAction;
  /** The call at which the run is stopped, so that its `post`, which gets the fault, has work. */
  readonly stopped?: Pick<Fault, 'call' | 'kind'>;
  /** The commit that serves at the end; undefined if the run may fail. */
  readonly reaches?: number;
}

const deploy = (commit: number, steps: 'direct' | 'canary' = 'direct', image: ImageKind = 'good'): RunAction => ({
  kind: 'deploy',
  commit,
  image,
  steps,
});
const killed = (call: number) => ({ call, kind: 'kill before the response' }) as const;

const PLANS: Readonly<Record<Mode, ModePlan>> = {
  direct: { shape: 'service', action: deploy(3), reaches: 3 },
  canary: { shape: 'service', action: deploy(3, 'canary'), reaches: 3 },
  'long-canary': { shape: 'long-canary', action: deploy(3, 'canary'), reaches: 3 },
  // The analysis can restore the canary if its requests are late.
  advance: { shape: 'long-canary', before: deploy(3, 'canary'), action: { kind: 'advance' } },
  first: { shape: 'first', action: deploy(3), reaches: 3 },
  preview: { shape: 'preview', action: deploy(3), reaches: 3 },
  // There are two releases to choose from.
  rollback: { shape: 'service', before: deploy(2), action: { kind: 'rollback' }, reaches: 1 },
  'worker-pool': { shape: 'worker-pool', before: deploy(2), action: deploy(3), reaches: 3 },
  job: { shape: 'job', before: deploy(2), action: deploy(3), reaches: 3 },
  private: { shape: 'private', action: deploy(3), reaches: 3 },
  regions: { shape: 'regions', action: deploy(3), reaches: 3 },
  services: { shape: 'services', action: deploy(3), reaches: 3 },
  global: { shape: 'global', action: deploy(3), reaches: 3 },
  jobs: { shape: 'jobs', action: deploy(3), reaches: 3 },
  'hanging-jobs': { shape: 'jobs', action: deploy(3, 'direct', 'hanging') },
  'lingering-jobs': { shape: 'jobs', action: deploy(3, 'direct', 'lingering') },
  judged: { shape: 'judged', action: deploy(3, 'canary'), reaches: 3 },
  'long-judged': { shape: 'long-judged', action: deploy(3, 'canary'), reaches: 3 },
  'advance-judged': { shape: 'long-judged', before: deploy(3, 'canary'), action: { kind: 'advance' } },
  restore: { shape: 'service', action: deploy(3, 'direct', 'sick') },
  'restore-services': { shape: 'services', action: deploy(3, 'direct', 'sick') },
  post: { shape: 'service', action: deploy(3), stopped: killed(16), reaches: 3 },
  'post-services': { shape: 'services', action: deploy(3), stopped: killed(36), reaches: 3 },
  // A migration moves no traffic.
  migrate: { shape: 'service', action: { kind: 'migrate', commit: 3 }, reaches: 1 },
  'migrate-cancels': { shape: 'service', action: { kind: 'migrate', commit: 3, cancels: true }, reaches: 1 },
  'post-migrate': {
    shape: 'service',
    action: { kind: 'migrate', commit: 3, cancels: true },
    stopped: { call: 14, kind: 'cancel' },
    reaches: 1,
  },
  fleet: { shape: 'fleet', action: deploy(3), reaches: 3 },
};

/** The number of the case is the seed; `victim` is the process that gets the fault. */
export function planMode(mode: Mode, seed: number): { readonly schedule: Schedule; readonly victim: string } {
  const { shape, action, before, stopped, reaches } = PLANS[mode];
  const name = `A-${action.kind}`;
  const schedule: Schedule = {
    seed,
    shape,
    delays: QUICK,
    actors: [...(before ? [actorAt(2000, 'P', before)] : []), actorAt(600_000, 'A', action)],
    faults: stopped ? [{ actor: name, ...stopped }] : [],
    newest: shape !== 'preview' && shape !== 'job',
    ...(reaches !== undefined && { reaches }),
  };
  return { schedule, victim: stopped ? `${name}.post` : name };
}
