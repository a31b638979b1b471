/** Invariants of every schedule, checked at each write, after each event, and at the end. */
import type { InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import type { Service } from '../../../packages/emulator/src/run/types.ts';
import type { Actor } from '../engine/actors.ts';
import { Violation } from '../engine/schedule.ts';
import { errorOf } from '../engine/test-bed.ts';
import { COMMITS, failedOf, isHealthy, JOBS, kindOf } from './cloud.ts';
import { JUDGED_PERCENT, type Member, MIGRATION } from './modes.ts';
import { isLong, type Shape } from './schedule.ts';

const PREFIX = 'actions.orchestra.dev/';

/** Milliseconds without a write after which other runs may take over a release. */
const LEASE = 60_000;

type Workload = { readonly containers: readonly { readonly image?: string }[] };

/** The revisions of the initial state. */
const isFixture = (revision: string): boolean =>
  COMMITS.slice(0, 2).some((commit) => revision.endsWith(`-${commit.slice(0, 12)}-1`));

interface Rollout {
  readonly id: string;
}

export interface Watch {
  /** Called around each write of a service. */
  before(name: string): Service | undefined;
  after(actor: Actor | undefined, name: string, before: Service | undefined): void;
  /** Called after each event. */
  checkState(): void;
  /** Called when `post` reports that the cancelled execution has ended. */
  hasEnded(execution: string): void;
  /** Records a setting of the person in the console, which must remain. */
  remember(name: string, what: (service: Service) => boolean, text: string): void;
  /** Checked after all actors and requests have ended. */
  atTheEnd(): void;
  /** Number of the run whose rollout is unfinished. */
  unfinished(): number | undefined;
  /**
   * The same after the run that finishes an interrupted release. `byHand`: a person has moved traffic, which stays. `paused`: a canary
   * can be waiting because of a hold or a freeze.
   */
  afterRecovery(byHand: boolean, paused: boolean): void;
  /** All canaries were healthy and unblocked, so they must have been promoted. */
  promoted(): void;
  /** After that: the requested state is reached, and `again`, if there was a re-run, succeeded. */
  reached(commit: string, shape: Shape, again: Actor | undefined): void;
  /** The same after a later deploy, which must succeed. */
  afterNewest(actor: Actor, commit: string): void;
}

export function createWatch(
  { emulator }: InProcessEmulator,
  members: readonly Member[],
  shape: Shape,
  now: () => number,
  alive: () => readonly Actor[],
): Watch {
  const names = members.map(({ name }) => name).filter((name) => !name.includes('/jobs/'));
  const { services, workerPools } = emulator.run;
  const owners = { get: (name: string) => services.get(name) ?? workerPools.get(name) };
  const kept: { readonly name: string; readonly what: (service: Service) => boolean; readonly text: string }[] = [];
  const lastWrite = new Map<string, { readonly actor: string; readonly at: number }>();
  const docOf = (name: string) => owners.get(name)?.doc;
  const record = <T>(service: Service | undefined, key: string): T | undefined => {
    const text = service?.annotations?.[PREFIX + key];
    return text === undefined ? undefined : (JSON.parse(text) as T);
  };
  const shares = (service: Service | undefined) => {
    const sums = new Map<string, number>();
    // A tag is a separate entry without a share.
    for (const { revision = '', percent = 0 } of service?.traffic ?? service?.instanceSplits ?? [])
      sums.set(revision, (sums.get(revision) ?? 0) + percent);
    return sums;
  };

  return {
    // The emulator replaces fields of a document and does not mutate them, so a shallow copy is enough.
    before(name) {
      const doc = docOf(name);
      return doc && { ...doc };
    },
    after(actor, name, before) {
      const now_ = docOf(name);
      if (!actor || !before || !now_ || before.generation === now_.generation) return;
      const had = shares(before);
      const raised = [...shares(now_)].filter(([revision, percent]) => percent > (had.get(revision) ?? 0));
      // A deploy with `release-hold` is allowed.
      const isDeploy = /deploy|advance/.test(actor.name) && !actor.name.includes('releasing');
      const known = record<{ candidate: string; baseline: { revision: string }[] }>(before, 'rollout');
      const held = record<{ at: string }>(before, 'hold');
      if (isDeploy && held) {
        const baseline = record<{ baseline?: { revision: string }[] }>(before, 'rollout')?.baseline ?? [];
        const forward = raised.filter(([revision]) => !baseline.some((share) => share.revision === revision));
        if (forward.length > 0)
          throw new Violation('holds win', `${actor.name} moved traffic to ${forward[0]?.[0]} under a hold`);
      }
      const owned = record<Rollout>(before, 'rollout');
      const last = lastWrite.get(name);
      const other = alive().find((one) => one.name === last?.actor && one.name !== actor.name);
      // Finishing another run's release moves traffic to that run's baseline or candidate.
      const foreign = raised.some(
        ([revision]) => revision !== known?.candidate && !known?.baseline.some((share) => share.revision === revision),
      );
      if (
        isDeploy &&
        owned &&
        other &&
        last &&
        now() - last.at < LEASE &&
        foreign &&
        members.length > 1 &&
        shape !== 'global'
      )
        throw new Violation('ownership', `${actor.name} moved traffic of ${name}, which ${other.name} was changing`);
      if (record<Rollout>(now_, 'rollout')) lastWrite.set(name, { actor: actor.name, at: now() });
    },
    checkState() {
      for (const name of names) {
        const owner = owners.get(name);
        for (const { revision } of isLong(shape)
          ? (record<{ revision: string }[]>(owner?.doc, 'releases') ?? [])
          : []) {
          const found = owner?.revisions.get(revision);
          if (found && !isFixture(revision) && !hasRun(found, 'after-traffic'))
            throw new Violation('a canary is committed after its later job', `${revision} is recorded without its job`);
        }
        for (const { revision = '', percent = 0 } of owner?.routed ?? []) {
          if (percent === 0) continue;
          const found = owner?.revisions.get(revision);
          const kind = kindOf(found?.workload.containers[0]?.image ?? '');
          if (!isHealthy(kind))
            throw new Violation('nothing unhealthy gets traffic', `${revision} (${kind}) has ${percent} %`);
          if (failedOf(kind) > 0 && percent > JUDGED_PERCENT)
            throw new Violation('what is worse to its users is restored', `${revision} has ${percent} %`);
          if (
            shape === 'jobs' &&
            found?.doc.labels?.['commit-sha'] &&
            !isFixture(revision) &&
            !hasRun(found, 'before-traffic')
          )
            throw new Violation(
              'jobs before traffic come first',
              `${revision} has ${percent} % before its job succeeded`,
            );
        }
      }
    },
    hasEnded(execution) {
      const job = emulator.run.jobs.get(execution.replace(/\/executions\/.*/, ''));
      const found = [...(job?.executions.values() ?? [])].find(({ doc }) => doc.name === execution);
      if (found && (found.doc.runningCount ?? 0) > 0)
        throw new Violation('a cancelled execution has ended', `${execution} still runs after \`post\``);
    },
    remember: (name, what, text) => void kept.push({ name, what, text }),
    atTheEnd() {
      for (const { name, what, text } of kept) {
        const service = docOf(name);
        if (!service || !what(service)) throw new Violation('no lost update', `${text} of ${name} is gone`);
      }
      migratedOnce();
    },
    unfinished() {
      const [rollout] = names.flatMap((name) => record<Rollout>(docOf(name), 'rollout') ?? []);
      return rollout && Number(rollout.id.split('-')[0]);
    },
    afterRecovery(byHand, paused) {
      migratedOnce();
      const commits = new Set(names.map((name) => settled(name, byHand, paused)));
      if (!byHand && commits.size > 1)
        throw new Violation('services live together', `after a re-run they run ${[...commits].join(', ')}`);
    },
    promoted() {
      for (const name of names)
        if (COMMITS.slice(0, 2).includes(settled(name, false)))
          throw new Violation('what is healthy is promoted', `${name} is back at its baseline`);
    },
    reached(commit, shape, again) {
      if (again && again.end !== 0) throw new Violation('a re-run succeeds', `${again.name} failed: ${errorOf(again)}`);
      for (const { name } of members) {
        const found =
          shape === 'job'
            ? emulator.run.jobs.get(name)?.doc.labels?.['commit-sha']
            : shape === 'preview'
              ? commitOf(name, owners.get(name)?.routed.find(({ tag }) => tag === 'pr-7')?.revision)
              : settled(name, false);
        if (found !== commit) throw new Violation('success is what was requested', `${name} is at ${found}`);
        const [, served] =
          [...(owners.get(name)?.revisions ?? [])].find(([, one]) => one.doc.labels?.['commit-sha'] === commit) ?? [];
        if (shape === 'jobs' && served && !hasRun(served, 'after-traffic'))
          throw new Violation('success is what was requested', `the job after the traffic of ${commit} did not run`);
        if (shape === 'preview' && settled(name, false) !== COMMITS[1])
          throw new Violation('success is what was requested', `the preview moved traffic of ${name}`);
      }
    },
    afterNewest(actor, commit) {
      if (actor.end !== 0) throw new Violation('later deploys go on', `${actor.name} failed: ${errorOf(actor)}`);
      for (const name of names) {
        const serves = settled(name, false);
        if (serves !== commit) throw new Violation('later deploys go on', `${name} serves ${serves}`);
      }
    },
  };

  /** Each image has migrated at most once. */
  function migratedOnce(): void {
    const ran = new Set<string>();
    for (const [name, { executions }] of emulator.run.jobs) {
      if (!name.endsWith(`/${MIGRATION}`)) continue;
      for (const { doc } of executions.values()) {
        if ((doc.succeededCount ?? 0) === 0) continue;
        const image = doc.template?.containers?.[0]?.image ?? '';
        if (ran.has(image)) throw new Violation('a migration runs once', `${image} ran twice`);
        ran.add(image);
      }
    }
  }

  /** Whether a job of the release ran the image of the revision, and succeeded. */
  function hasRun(revision: { readonly workload: Workload }, when: keyof typeof JOBS): boolean {
    const [container] = revision.workload.containers;
    const [, job] = [...emulator.run.jobs].find(([name]) => name.endsWith(`/${JOBS[when]}`)) ?? [];
    return [...(job?.executions.values() ?? [])].some(
      ({ doc }) => (doc.succeededCount ?? 0) > 0 && doc.template?.containers?.[0]?.image === container?.image,
    );
  }

  /** The only commit that serves. */
  function settled(name: string, byHand: boolean, paused = false): string {
    const owner = owners.get(name);
    const rollout = record<Rollout>(owner?.doc, 'rollout');
    if (rollout && !byHand && !paused)
      throw new Violation('one re-run ends it', `the rollout ${rollout.id} still stands on ${name}`);
    const serving = (owner?.routed ?? []).filter(({ percent = 0 }) => percent > 0);
    const [main] = serving;
    if (main?.percent !== 100 && !(rollout && paused))
      throw new Violation(
        'one re-run ends it',
        `${name} is split: ${serving.map((one) => `${one.revision}=${one.percent}`)}`,
      );
    return commitOf(name, main?.revision) ?? '';
  }

  function commitOf(name: string, revision: string | undefined): string | undefined {
    return owners.get(name)?.revisions.get(revision ?? '')?.doc.labels?.['commit-sha'];
  }
}
