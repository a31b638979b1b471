/** Plays one schedule, and checks it. */
import { readInputs } from '../../../actions/deploy-run/inputs.ts';
import { EXECUTIONS_STATE } from '../../../actions/deploy-run/job/running-executions.ts';
import { post, ROLLOUT_STATE } from '../../../actions/deploy-run/release/end-release.ts';
import { run } from '../../../actions/deploy-run/run.ts';
import { cleanUpMigration } from '../../../actions/migrate/clean-up.ts';
import { type MigrateInputs, readInputs as readMigrateInputs } from '../../../actions/migrate/inputs.ts';
import { CANCELLED_STATE } from '../../../actions/migrate/job/cancel-execution.ts';
import { run as migrate } from '../../../actions/migrate/run.ts';
import type { Context } from '../../../src/runtime/context.ts';
import type { Actor } from '../engine/actors.ts';
import { TOKEN_OF } from '../engine/network.ts';
import { runnerEnv } from '../engine/process.ts';
import type { PlayResult } from '../engine/schedule.ts';
import { createTestBed, START } from '../engine/test-bed.ts';
import { COMMITS, createCloud, prepare } from './cloud.ts';
import { useConsole } from './console.ts';
import { createExecutionWatch } from './executions.ts';
import { createWatch } from './invariants.ts';
import { inputsOf, isPrepared, type Member, membersOf, targetsOf, workspace } from './modes.ts';
import { type ActorPlan, isJudgedShape, isLong, type Schedule } from './schedule.ts';
import { deployFindings } from './trace-findings.ts';
import { createUsers } from './users.ts';

const main = { name: 'deploy-run', readInputs, run };
const migration = {
  name: 'migrate',
  readInputs: readMigrateInputs,
  run: (inputs: MigrateInputs, context: Context) => migrate(inputs, context, 1),
};
const migrationPost = { name: 'migrate', readInputs: readMigrateInputs, run: cleanUpMigration };
const postAction = {
  name: 'deploy-run',
  readInputs,
  run: post,
};

/** A later deploy, which releases holds: no leftover state may block it. */
const NEWEST: ActorPlan = {
  name: 'Z-deploy-releasing',
  action: { kind: 'deploy', commit: COMMITS.length - 1, image: 'good', steps: 'direct', releaseHold: true },
  at: 0,
  skew: 0,
  runnerLost: false,
};

/** Enough advances for a canary of three steps that each last twice as long as configured; and the milliseconds between them. */
const ADVANCES = 12;
const pauseOf = ({ shape }: Schedule): number => (shape === 'long-judged' ? 240_000 : 120_000);

/** Whether the canaries of a schedule can only be stopped by the analysis. */
function isPromoted({ shape, actors }: Schedule, ran: readonly Actor[], hit: readonly string[]): boolean {
  const succeeded = (name: string) => ran.some((one) => one.name.replace('.again', '') === name && one.end === 0);
  return (
    shape === 'long-judged' &&
    actors.some(({ action }) => action.kind === 'deploy') &&
    actors.every(({ action, name }) =>
      action.kind === 'deploy' ? action.image === 'good' && succeeded(name) : action.kind === 'advance',
    ) &&
    // A fault of a health check looks like an unhealthy revision.
    !hit.some((pair) => /: GET (tag|service) /.test(pair))
  );
}

/** Whether a rollback failed because it left out the region that was down, and names it. */
const leavesOut = ({ outage }: Schedule, { printed }: Actor): boolean =>
  outage?.region !== undefined &&
  new RegExp(`::error::.* in ${outage.region} did not respond, and was not rolled back`).test(printed);

export async function play(schedule: Schedule): Promise<PlayResult> {
  let settled = false;
  const interrupted: { readonly plan: ActorPlan; readonly run: number; readonly leftOut: boolean }[] = [];
  const members = membersOf(schedule.shape);
  const targets = targetsOf(schedule.shape);
  const testBed = createTestBed({
    schedule,
    createCloud: (scheduler) => createCloud(scheduler, schedule.delays),
    checkState() {
      users.sendRequests();
      watch.checkState();
    },
    findings: (writes, succeeded) => deployFindings(schedule, writes, succeeded, settled),
    watch(actor, request) {
      const { method, url } = request;
      const started = method === 'POST' ? executions.around(actor, request) : undefined;
      if (started) return started;
      const name =
        method === 'GET'
          ? undefined
          : /^\/v2\/(projects\/[^/]+\/locations\/[^/]+\/(?:services|workerPools)\/[^/:]+)$/.exec(url.pathname)?.[1];
      if (name === undefined) return undefined;
      const before = watch.before(name);
      return () => watch.after(actor, name, before);
    },
  });
  const { scheduler, cloud, network, actors } = testBed;
  const watch = createWatch(cloud, members, schedule.shape, scheduler.now, () => actors.filter(({ dead }) => !dead));
  const executions = createExecutionWatch(cloud, actors);
  const users = createUsers(cloud, members, isJudgedShape(schedule.shape) ? (schedule.rate ?? 20) : 0, scheduler.now);
  if (isPrepared(schedule.shape)) await prepare(network, targets, members, schedule.shape !== 'private');
  else await prepare(network, [], [], true);
  await scheduler.run(() => scheduler.now() >= START + 1000, START + 1500);
  testBed.watching = true;

  const start = (plan: ActorPlan, name: string, number: number, attempt: number, state?: Actor['state']) => {
    const commit = COMMITS['commit' in plan.action ? plan.action.commit : 3] as string;
    const isMigration = plan.action.kind === 'migrate';
    const program = state ? (isMigration ? migrationPost : postAction) : isMigration ? migration : main;
    return testBed.start({
      name,
      action: program as unknown as typeof main,
      skew: plan.skew,
      env: { ...runnerEnv(commit, number, attempt), GITHUB_WORKSPACE: workspace() },
      inputs: inputsOf(schedule, plan, `${cloud.emulator.github.token}${TOKEN_OF}${name}`),
      state,
      onEnd(ended) {
        const next = ended.state;
        if (state?.[CANCELLED_STATE] && ended.end === 0)
          testBed.guard(() => watch.hasEnded(state[CANCELLED_STATE] ?? ''));
        // The runner starts `post` after a step that was cancelled, killed or failed.
        if (state === undefined && attempt === 1 && !(plan.runnerLost && ended.end === 'killed'))
          testBed.later(1000, () => {
            if ([ROLLOUT_STATE, EXECUTIONS_STATE, CANCELLED_STATE].some((state) => next[state]))
              start(plan, `${name}.post`, number, attempt, next);
          });
        if (
          ended.end !== 0 &&
          ['deploy', 'rollback', 'migrate', 'advance'].includes(plan.action.kind) &&
          state === undefined
        )
          interrupted.push({ plan, run: number, leftOut: leavesOut(schedule, ended) });
      },
    });
  };

  for (const [i, plan] of schedule.actors.entries())
    testBed.later(plan.at, () => {
      if (plan.action.kind === 'console') void useConsole(plan, network, watch, targets[0] as Member);
      else start(plan, plan.name, 100 + i, 1);
    });
  // Until all delayed calls have arrived and all runs have ended.
  await testBed.playUntil(6);
  testBed.guard(() => {
    testBed.checkAllEnded();
    watch.atTheEnd();
    executions.atTheEnd();
  });
  testBed.faultsEnabled = false;
  if (!testBed.violation) {
    // A re-run of the interrupted run, without concurrent actors.
    const left = watch.unfinished();
    const last = interrupted.findLast((one) => left === undefined || one.run === left);
    // A rollback that left out a region says that it is to be run again. The run that left a record does not do that for it.
    const partial = interrupted.findLast(({ leftOut }) => leftOut);
    for (const one of new Set([last, partial])) {
      if (one) start({ ...one.plan, skew: 0 }, `${one.plan.name}.again`, one.run, 2);
      await testBed.playUntil(12);
    }
    // Scheduled runs complete a long canary.
    for (let i = 1; isLong(schedule.shape) && i <= ADVANCES && watch.unfinished() !== undefined; i++) {
      testBed.later(pauseOf(schedule), () =>
        start({ ...NEWEST, action: { kind: 'advance' } }, `advance ${i}`, 300 + i, 1),
      );
      await testBed.playUntil(12 + i / 10);
      if (testBed.violation) break;
    }
    const has = (kind: string) =>
      schedule.actors.some(
        ({ action }) => action.kind === kind || (action.kind === 'console' && action.field === kind),
      );
    const paused = isLong(schedule.shape) && (has('hold') || has('freeze'));
    settled = !has('traffic') && !paused && !testBed.violation;
    testBed.guard(() => watch.afterRecovery(has('traffic'), paused));
    if (isPromoted(schedule, actors, testBed.hit)) testBed.guard(() => watch.promoted());
    const { reaches } = schedule;
    if (reaches !== undefined)
      testBed.guard(() => watch.reached(COMMITS[reaches] as string, schedule.shape, last && actors.at(-1)));
  }
  if (!testBed.violation && schedule.newest) {
    const newest = start(NEWEST, NEWEST.name, 200, 1);
    await testBed.playUntil(18);
    testBed.guard(() => watch.afterNewest(newest, COMMITS.at(-1) as string));
  }
  return testBed.played();
}
