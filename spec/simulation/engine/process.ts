/** One process of an action: `main` or `post` with its own environment, which can be cancelled or killed at any moment. */
import { OAuth2Client } from 'google-auth-library';
import type { DockerProgram } from '../../../src/container/docker-program.ts';
import { type Action, type ActionProcess, runAction } from '../../../src/runtime/action.ts';
import { type Actor, addActor } from './actors.ts';
import { addressOf, type Network, TOKEN_OF } from './network.ts';
import { createRandom, deriveSeed, type Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';

export interface ActorOptions {
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly seed: number;
  readonly name: string;
  /** Milliseconds by which its clock is ahead. */
  readonly skew: number;
  /** The access token that it uses. */
  readonly token: string;
  /** With this token the runner requests the identity token of the job. */
  readonly requestToken: string;
  readonly env: Readonly<Record<string, string>>;
  /** Inputs, by their names in action.yml. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
  /** The stand-in for its docker. */
  docker?(actor: Actor): DockerProgram;
  onEnd(actor: Actor): void;
}

/** Starts the process. */
export function startActor<Inputs>(action: Action<Inputs>, options: ActorOptions): Actor {
  const { scheduler, network, name, skew, seed } = options;
  const next = createRandom(deriveSeed(seed, name));
  const printed: string[] = [];
  const listeners: Record<string, (() => void)[]> = {};
  let end: Actor['end'];
  const ends = (how: 0 | 1 | 'killed') => {
    if (end !== undefined) return;
    end = how;
    options.onEnd(actor);
  };
  const signal = (which: string) => {
    for (const listener of listeners[which] ?? []) listener();
  };
  const actor: Actor = {
    name,
    action: action.name,
    calls: 0,
    stalledUntil: 0,
    get dead() {
      return end !== undefined;
    },
    get end() {
      return end;
    },
    get printed() {
      return printed.join('');
    },
    get outputs() {
      return commands(actor.printed, 'set-output');
    },
    get state() {
      return commands(actor.printed, 'save-state');
    },
    stall(ms) {
      actor.stalledUntil = scheduler.now() + ms;
    },
    kill: () => ends('killed'),
    cancel() {
      signal('SIGINT');
      scheduler.after(7500, () => signal('SIGTERM'), actor);
      scheduler.after(10_000, () => ends('killed'), actor);
    },
  };
  addActor(actor);
  const write = (chunk: string | Uint8Array) => {
    if (end === undefined) printed.push(String(chunk));
    return true;
  };
  const host: ActionProcess = {
    env: {
      ...options.env,
      ...Object.fromEntries(Object.entries(options.inputs).map(([key, value]) => [variable(key), value])),
      ...Object.fromEntries(Object.entries(options.state ?? {}).map(([key, value]) => [`STATE_${key}`, value])),
    },
    stdout: { write },
    stderr: { write },
    on(event: string, listener: (error: Error) => void) {
      const known = listeners[event] ?? [];
      known.push(listener as () => void);
      listeners[event] = known;
    },
    removeAllListeners: () => {},
    exit: ((code: number) => ends(code === 0 ? 0 : 1)) as ActionProcess['exit'],
  };
  void runAction(action, host, {
    clock: clockOf(scheduler, actor, skew, next),
    random: randomOf(next),
    transport: network.transport(actor),
    ...(options.docker && { docker: options.docker(actor) }),
    identity: {
      client: async () => clientOf(network, `${options.token}${TOKEN_OF}${name}`),
      accessToken: async () => options.token,
      member: () => undefined,
      jobToken: (audience) => jobToken(network, audience, `${options.requestToken}${TOKEN_OF}${name}`),
    },
  });
  return actor;
}

const variable = (input: string) => `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;

/** The environment variables that a runner sets. */
export const runnerEnv = (commit: string, run: number, attempt: number): Record<string, string> => ({
  GITHUB_REPOSITORY: 'orchestra/orchestra',
  GITHUB_REPOSITORY_ID: '700000001',
  GITHUB_ACTOR: 'octocat',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: addressOf('github'),
  GITHUB_WORKFLOW: 'Deploy',
  GITHUB_JOB: 'deploy',
  GITHUB_RUN_ID: String(run),
  GITHUB_RUN_ATTEMPT: String(attempt),
  GITHUB_SHA: commit,
});

/** A clock that is `skew` ahead, and whose timers end with the process. */
function clockOf(scheduler: Scheduler, owner: Owner, skew: number, next: Random) {
  return {
    now: () => scheduler.now() + skew,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const abort = () => {
          cancel();
          reject(signal?.reason);
        };
        const cancel = scheduler.after(
          ms,
          () => {
            signal?.removeEventListener('abort', abort);
            resolve();
          },
          owner,
        );
        signal?.addEventListener('abort', abort, { once: true });
      }),
    timer: (ms: number, work: () => void) => (Number.isFinite(ms) ? scheduler.after(ms, work, owner) : () => {}),
    jitter: next,
  };
}

function randomOf(next: Random) {
  const hex = (bytes: number) => Array.from({ length: bytes * 2 }, () => Math.floor(next() * 16).toString(16)).join('');
  return { hex, uuid: () => `${hex(4)}-${hex(2)}-4${hex(2).slice(1)}-a${hex(2).slice(1)}-${hex(6)}` };
}

/** The auth client for generated clients. */
function clientOf({ fetch }: Network, token: string): OAuth2Client {
  const client = new OAuth2Client({ transporterOptions: { fetchImplementation: fetch } });
  client.setCredentials({ access_token: token, expiry_date: Number.MAX_SAFE_INTEGER });
  return client;
}

async function jobToken({ fetch }: Network, audience: string, bearer: string): Promise<string> {
  const url = `${addressOf('oidc')}/token?api-version=2.0&audience=${audience}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${bearer}` } });
  if (!response.ok) throw new Error(`the runner returned no identity token: ${response.status}`);
  return ((await response.json()) as { value: string }).value;
}

/** Outputs or state, from workflow commands, since there are no command files. */
function commands(printed: string, command: 'set-output' | 'save-state'): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of printed.matchAll(new RegExp(`^::${command} name=([^:]+)::(.*)$`, 'gm')))
    found[name] = value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  return found;
}
