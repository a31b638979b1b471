/** The test bed of a schedule: virtual time, the cloud, the network with its faults, and the processes of the actions. */
import type { InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import type { DockerProgram } from '../../../src/container/docker-program.ts';
import type { Action } from '../../../src/runtime/action.ts';
import { bodyText } from '../../../test/harness/calls/body.ts';
import { type Call, READING_POSTS, type Success } from '../../trace/calls.ts';
import { type Actor, clearActors } from './actors.ts';
import { apiOf, createNetwork, type Network, type NetworkOptions } from './network.ts';
import { startActor } from './process.ts';
import { deriveSeed } from './random.ts';
import { type AnySchedule, type Fault, type PlayResult, Violation } from './schedule.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { useVirtualTime } from './virtual-globals.ts';

export const START = Date.UTC(2026, 5, 1);
export const HOUR = 3_600_000;

export interface TestBedOptions {
  readonly schedule: AnySchedule;
  createCloud(scheduler: Scheduler): InProcessEmulator;
  /** Checks the invariants after each event, while `watching` is on. */
  checkState(): void;
  /** Called before a request is carried out; returns a function to call after it. */
  watch(actor: Actor | undefined, request: Parameters<NetworkOptions['carriedOut']>[1]): (() => void) | undefined;
  /** The findings of the trace check (`../../trace/`) for the writes that the server accepted. */
  findings(writes: readonly Call[], succeeded: readonly Success[]): readonly string[];
}

/** A process to start. */
export interface ProcessOptions<Inputs> {
  readonly name: string;
  readonly action: Action<Inputs>;
  /** Milliseconds by which its clock is ahead. */
  readonly skew: number;
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>> | undefined;
  /** The stand-in for its docker. */
  docker?(actor: Actor): DockerProgram;
  onEnd?(ended: Actor): void;
}

export interface TestBed {
  readonly scheduler: Scheduler;
  readonly cloud: InProcessEmulator;
  readonly network: Network;
  readonly actors: readonly Actor[];
  readonly violation: Violation | undefined;
  /** Faults that have hit a call: `KIND: CALL`. */
  readonly hit: readonly string[];
  /** Whether `checkState` is called after each event. */
  watching: boolean;
  /** Whether the faults of the schedule occur. */
  faultsEnabled: boolean;
  start<Inputs>(role: ProcessOptions<Inputs>): Actor;
  /** Adds a program that a process runs: its calls are counted. */
  addProgram(program: Actor): void;
  /** Schedules `work` of an actor: until then, the schedule is not over. */
  later(ms: number, work: () => void): void;
  /** Runs `work`. The first error that any `work` throws is the violation. */
  guard(work: () => void): void;
  /** Plays until no event is left, the hour has come, or a property is violated. */
  playUntil(hour: number): Promise<void>;
  /** Throws if an actor has not ended. */
  checkAllEnded(): void;
  played(): PlayResult;
}

export function createTestBed({ schedule, createCloud, checkState, watch, findings }: TestBedOptions): TestBed {
  const trace: string[] = [];
  const hit: string[] = [];
  const calls = new Map<string, Pick<Fault, 'actor' | 'call'> | undefined>();
  const writes: Call[] = [];
  const succeeded: Success[] = [];
  const actors: Actor[] = [];
  const programs: Actor[] = [];
  let violation: Violation | undefined;
  let running = 0;
  const guard = (work: () => void) => {
    try {
      work();
    } catch (error) {
      violation ??= error instanceof Violation ? error : new Violation('no crash', String((error as Error).stack));
    }
  };
  const scheduler = createScheduler(START, () => testBed.watching && guard(checkState));
  useVirtualTime(scheduler, deriveSeed(schedule.seed, 'machine'));
  clearActors();
  const cloud = createCloud(scheduler);
  const log = (line: string) => trace.push(`${((scheduler.now() - START) / 1000).toFixed(3)} ${line}`);
  const network = createNetwork({
    scheduler,
    cloud,
    seed: deriveSeed(schedule.seed, 'network'),
    fixedLatency: schedule.fixedLatency ?? false,
    faultOf: (actor, call) =>
      testBed.faultsEnabled
        ? schedule.faults.find((one) => one.actor === actor.name && one.call === call)?.kind
        : undefined,
    isDown(api, path) {
      const { outage } = schedule;
      const ms = scheduler.now() - START;
      if (!outage || outage.api !== api || !path.includes(outage.region ? `/locations/${outage.region}/` : ''))
        return false;
      return testBed.faultsEnabled && ms >= outage.from && ms < outage.until;
    },
    onCall(name, actor, fault) {
      if (!testBed.faultsEnabled || calls.get(name)) return;
      calls.set(name, fault ? undefined : { actor: actor.name, call: actor.calls });
    },
    onFault: (kind, name) => void hit.push(`${kind}: ${name}`),
    trace: log,
    async carriedOut(actor, request, work) {
      const after = watch(actor, request);
      const status = await work();
      if (request.method !== 'GET' && !READING_POSTS.test(request.url.pathname))
        writes.push(callOf(actor, request, status, scheduler.now()));
      if (after) guard(after);
    },
  });
  globalThis.fetch = network.fetch;

  const testBed: TestBed = {
    scheduler,
    cloud,
    network,
    actors,
    hit,
    get violation() {
      return violation;
    },
    watching: false,
    faultsEnabled: true,
    start({ name, action, skew, env, inputs, state, docker, onEnd }) {
      running++;
      const began = scheduler.now();
      log(`${name} starts`);
      const actor = startActor(action, {
        scheduler,
        network,
        seed: schedule.seed,
        name,
        skew,
        token: cloud.emulator.token({ lifetimeSeconds: 86_400 }),
        requestToken: cloud.emulator.oidc.requestToken,
        env,
        inputs,
        ...(state && { state }),
        ...(docker && { docker }),
        onEnd(ended) {
          running--;
          if (ended.end === 0) succeeded.push({ by: name, began, ended: scheduler.now() });
          log(`${name} ends: ${ended.end}`);
          onEnd?.(ended);
        },
      });
      actors.push(actor);
      return actor;
    },
    addProgram: (program) => void programs.push(program),
    later(ms, work) {
      running++;
      scheduler.after(ms, () => {
        running--;
        work();
      });
    },
    guard,
    playUntil: (hour) => scheduler.run(() => violation !== undefined, START + hour * HOUR),
    checkAllEnded() {
      if (running === 0) return;
      const names = actors.filter(({ dead }) => !dead).map(({ name }) => name);
      throw new Violation('every run ends', `${names} still run after six hours`);
    },
    played() {
      guard(() => checkPrinted(actors));
      const found = findings(writes, succeeded);
      const [first] = found;
      return {
        violation: violation ?? (first === undefined ? undefined : new Violation('a path of the model', first)),
        trace,
        hit,
        calls,
        writes,
        findings: found,
        callsOf: Object.fromEntries([...actors, ...programs].map((actor) => [actor.name, actor.calls])),
        ends: Object.fromEntries(actors.map(({ name, end }) => [name, end])),
        printed: Object.fromEntries(actors.map(({ name, printed }) => [name, printed])),
      };
    },
  };
  return testBed;
}

/** An accepted write in the form of a call log. */
function callOf(
  actor: Actor | undefined,
  { method, url, headers, body, sent }: Parameters<NetworkOptions['carriedOut']>[1],
  status: number,
  at: number,
): Call {
  const text = bodyText(body, body.length, headers['content-type'] ?? '');
  return {
    action: actor?.action ?? '',
    phase: actor?.name.endsWith('.post') ? 'post' : 'main',
    by: actor?.name ?? 'a person',
    api: apiOf(url),
    method,
    target: decodeURIComponent(url.pathname + url.search),
    status: String(status),
    at,
    ...(sent !== undefined && { sent }),
    body: /^[[{]/.test(text) ? JSON.parse(text) : text,
  };
}

/** Throws if a run has printed an access token, or a message with a missing part. */
function checkPrinted(actors: readonly Actor[]): void {
  for (const { name, printed } of actors) {
    if (/ya29\./.test(printed.replace(/^::add-mask::.*$/gm, '')))
      throw new Violation('secrets', `${name} printed a token`);
    const odd = /^::(?:notice|warning|error).*(?:: \.|\bundefined\b|\bNaN\b|\[object ).*$/m.exec(printed)?.[0];
    if (odd !== undefined) throw new Violation('messages are whole', `${name} printed ${odd}`);
  }
}

/** The first error that a run printed. */
export const errorOf = ({ printed }: Actor): string => /^::error::(.*)$/m.exec(printed)?.[1] ?? 'without an error';
