/** Plays one schedule from its start to its end, and judges it. */
import { readInputs } from '../../../actions/deploy-run/inputs.ts';
import { post, ROLLOUT_STATE } from '../../../actions/deploy-run/release/end-release.ts';
import { run } from '../../../actions/deploy-run/run.ts';
import { type MigrateInputs, readInputs as readMigrateInputs } from '../../../actions/migrate/inputs.ts';
import { run as migrate } from '../../../actions/migrate/run.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { type Actor, leaveAll } from '../engine/cast.ts';
import { derive } from '../engine/chance.ts';
import { possess } from '../engine/machine.ts';
import { createNetwork, TOKEN_OF } from '../engine/network.ts';
import { startActor, surroundingsOf } from '../engine/process.ts';
import { createScheduler } from '../engine/scheduler.ts';
import { COMMITS, createCloud, prepare } from './cloud.ts';
import { useConsole } from './console.ts';
import { createWatch, Violation } from './invariants.ts';
import { inputsOf, isPrepared, type Member, membersOf, workspace } from './modes.ts';
import type { ActorPlan, Schedule } from './schedule.ts';

export interface Played {
  readonly violation: Violation | undefined;
  /** Everything that happened, a line each. */
  readonly trace: readonly string[];
  /** Faults that hit a call: `KIND: CALL`. */
  readonly hit: readonly string[];
  /** The calls that were made, by name. */
  readonly calls: ReadonlySet<string>;
  readonly callsOf: Readonly<Record<string, number>>;
  /** What the server carried out, in the form of a call log, with who asked for it. */
  readonly writes: readonly { readonly actor: string; readonly line: string }[];
  /** How each actor ended. */
  readonly ends: Readonly<Record<string, Actor['end']>>;
  readonly printed: Readonly<Record<string, string>>;
}

const START = Date.UTC(2026, 5, 1);
const HOUR = 3_600_000;

const main = { name: 'deploy-run', readInputs, run };
const migration = {
  name: 'migrate',
  readInputs: readMigrateInputs,
  run: (inputs: MigrateInputs, context: Context) => migrate(inputs, context, 1),
};
const afterwards = {
  name: 'deploy-run',
  readInputs,
  run: post,
};

/** A later deploy, which releases holds: nothing that was left may stop it. */
const NEWEST: ActorPlan = {
  name: 'Z-deploy-releasing',
  deed: { kind: 'deploy', commit: COMMITS.length - 1, image: 'good', steps: 'direct', releaseHold: true },
  at: 0,
  skew: 0,
  runnerLost: false,
};

export async function play(schedule: Schedule): Promise<Played> {
  const trace: string[] = [];
  const hit: string[] = [];
  const calls = new Set<string>();
  const writes: { actor: string; line: string }[] = [];
  const actors: Actor[] = [];
  const interrupted: { readonly plan: ActorPlan; readonly run: number }[] = [];
  let violation: Violation | undefined;
  let running = 0;
  let watching = false;
  let faulty = true;
  const guard = (work: () => void) => {
    try {
      work();
    } catch (error) {
      violation ??= error instanceof Violation ? error : new Violation('no crash', String((error as Error).stack));
    }
  };
  const scheduler = createScheduler(START, () => watching && guard(() => watch.look()));
  possess(scheduler, derive(schedule.seed, 'machine'));
  leaveAll();
  const members = membersOf(schedule.shape);
  const cloud = createCloud(scheduler, schedule.delays);
  const tell = (line: string) => trace.push(`${((scheduler.now() - START) / 1000).toFixed(3)} ${line}`);
  const network = createNetwork({
    scheduler,
    cloud,
    seed: derive(schedule.seed, 'network'),
    calm: schedule.calm ?? false,
    faultOf: (actor, call) =>
      faulty ? schedule.faults.find((one) => one.actor === actor.name && one.call === call)?.kind : undefined,
    onCall: (name) => void calls.add(name),
    onFault: (kind, name) => void hit.push(`${kind}: ${name}`),
    trace: tell,
    async carriedOut(actor, { method, url, body }, work) {
      const name =
        method === 'GET'
          ? undefined
          : /^\/v2\/(projects\/[^/]+\/locations\/[^/]+\/(?:services|workerPools)\/[^/:]+)$/.exec(url.pathname)?.[1];
      const before = name === undefined ? undefined : watch.before(name);
      const status = await work();
      if (actor && method !== 'GET' && status < 400 && !url.searchParams.has('validateOnly'))
        writes.push({
          actor: actor.name,
          line: `${url.hostname.split('.')[0]} ${method} ${decodeURIComponent(url.pathname + url.search)} → ${status} ${body}`,
        });
      if (name !== undefined) guard(() => watch.after(actor, name, before));
    },
  });
  globalThis.fetch = network.fetch;
  const watch = createWatch(cloud, members, scheduler.now, () => actors.filter(({ dead }) => !dead));
  if (isPrepared(schedule.shape)) await prepare(network, members, schedule.shape !== 'private');
  else await prepare(network, [], true);
  await scheduler.run(() => scheduler.now() >= START + 1000, START + 1500);
  watching = true;

  const start = (plan: ActorPlan, name: string, number: number, attempt: number, state?: Actor['state']) => {
    running++;
    tell(`${name} starts`);
    const commit = COMMITS['commit' in plan.deed ? plan.deed.commit : 3] as string;
    const action = state ? afterwards : plan.deed.kind === 'migrate' ? migration : main;
    const actor = startActor(action as unknown as typeof main, {
      scheduler,
      network,
      seed: schedule.seed,
      name,
      skew: plan.skew,
      token: cloud.emulator.token({ lifetimeSeconds: 86_400 }),
      env: { ...surroundingsOf(commit, number, attempt), GITHUB_WORKSPACE: workspace() },
      inputs: inputsOf(schedule, plan, `${cloud.emulator.github.token}${TOKEN_OF}${name}`),
      ...(state && { state }),
      onEnd(ended) {
        running--;
        tell(`${name} ends: ${ended.end}`);
        const next = ended.state;
        // The runner starts `post` after a step that was cancelled, killed or failed.
        if (state === undefined && attempt === 1 && !(plan.runnerLost && ended.end === 'killed')) {
          running++;
          scheduler.after(1000, () => {
            running--;
            if (next[ROLLOUT_STATE]) start(plan, `${name}.post`, number, attempt, next);
          });
        }
        if (ended.end !== 0 && ['deploy', 'rollback', 'migrate'].includes(plan.deed.kind) && state === undefined)
          interrupted.push({ plan, run: number });
      },
    });
    actors.push(actor);
    return actor;
  };

  for (const [i, plan] of schedule.actors.entries()) {
    running++;
    scheduler.after(plan.at, () => {
      running--;
      if (plan.deed.kind === 'console') void useConsole(plan, network, watch, members[0] as Member);
      else start(plan, plan.name, 100 + i, 1);
    });
  }
  // Whatever was delayed arrives, and what was asked for is carried out.
  await scheduler.run(() => violation !== undefined, START + 6 * HOUR);
  guard(() => {
    if (running > 0)
      throw new Violation(
        'every run ends',
        `${actors.filter(({ dead }) => !dead).map(({ name }) => name)} still run after six hours`,
      );
    watch.atTheEnd(actors);
  });
  faulty = false;
  const until = (hours: number) => scheduler.run(() => violation !== undefined, START + hours * HOUR);
  if (!violation) {
    // A re-run of what was interrupted, alone.
    const left = watch.unfinished();
    const last = interrupted.findLast((one) => left === undefined || one.run === left);
    if (last) start({ ...last.plan, skew: 0 }, `${last.plan.name}.again`, last.run, 2);
    await until(12);
    const byHand = schedule.actors.some(({ deed }) => deed.kind === 'console' && deed.field === 'traffic');
    guard(() => watch.afterRecovery(byHand));
    const { reaches } = schedule;
    if (reaches !== undefined)
      guard(() => watch.reached(COMMITS[reaches] as string, schedule.shape, last && actors.at(-1)));
  }
  if (!violation && schedule.newest) {
    const newest = start(NEWEST, NEWEST.name, 200, 1);
    await until(18);
    guard(() => watch.afterNewest(newest, COMMITS.at(-1) as string));
  }
  return {
    violation,
    trace,
    hit,
    calls,
    writes,
    callsOf: Object.fromEntries(actors.map((actor) => [actor.name, actor.calls])),
    ends: Object.fromEntries(actors.map(({ name, end }) => [name, end])),
    printed: Object.fromEntries(actors.map(({ name, printed }) => [name, printed])),
  };
}
