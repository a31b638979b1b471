/** Builders for the smallest schedule of an error that the simulation has found. `npm run simulate -- --replay` takes the result. */
import { actorAt } from '../../engine/schedule.ts';
import { type ActorPlan, QUICK, type RunAction, type Schedule } from '../schedule.ts';

export interface Regression {
  readonly name: string;
  readonly schedule: Schedule;
}

/** Without the fields given, delays are short, no call fails, and no later commit is deployed at the end. */
export const regression = (
  name: string,
  schedule: Pick<Schedule, 'seed' | 'shape' | 'actors'> & Partial<Schedule>,
): Regression => ({ name, schedule: { delays: QUICK, faults: [], newest: false, ...schedule } });

type Machine = Partial<Pick<ActorPlan, 'skew' | 'runnerLost'>>;
type Deploy = Extract<RunAction, { kind: 'deploy' }>;
type Change = Extract<RunAction, { kind: 'console' }>;

export const deploy = (
  letter: string,
  at: number,
  { commit = 2, image = 'good', steps = 'direct' }: Partial<Omit<Deploy, 'kind'>> = {},
  machine?: Machine,
): ActorPlan => actorAt(at, letter, { kind: 'deploy', commit, image, steps }, machine);

export const run = (
  letter: string,
  at: number,
  kind: 'rollback' | 'advance' | 'hold' | 'release-hold',
  machine?: Machine,
): ActorPlan => actorAt(at, letter, { kind }, machine);

/** A user in the console, who reads the service and writes it after `think` milliseconds. */
export const user = (letter: string, at: number, change: Omit<Change, 'kind'>, machine?: Machine): ActorPlan =>
  actorAt(at, letter, { kind: 'console', ...change }, machine);

/** A deploy is killed after its commit point and before its second region is finished, which is down during the rollback. */
export const PARTIAL_ROLLBACK: Pick<Schedule, 'actors' | 'faults' | 'outage'> = {
  actors: [deploy('P', 2000, {}, { runnerLost: true }), run('A', 600_000, 'rollback')],
  faults: [{ actor: 'P-deploy', call: 43, kind: 'kill before it is sent' }],
  outage: { api: 'run', region: 'europe-west1', from: 599_000, until: 1_199_000 },
};
