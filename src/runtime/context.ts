/** The context of an action's `run`: all its access to the outside, injected so that tests need no module mocks. */

import type { Dispatcher } from 'undici';
import type { DockerProgram } from '../container/docker-program.ts';
import type { GitHubRun } from '../github/run.ts';
import type { AuthInputs } from '../google/auth.ts';
import { type Auth, createAuth } from '../google/auth.ts';
import type { Endpoints } from '../google/endpoints.ts';
import { createHttpClient, type HttpClient, type HttpOptions } from '../google/http/client.ts';
import { createServerClock } from '../google/server-clock.ts';
import type { Clock, Random } from './clock.ts';
import type { Log } from './log.ts';
import type { Summary } from './summary.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export interface Context {
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when the step must end. A cancelled step gets SIGINT, 7.5 s later SIGTERM, 2.5 s later the process is killed. */
  readonly signal: AbortSignal;
  /** Aborts on a cancellation alone; `signal` also when the time of the step is over. */
  readonly cancelled: AbortSignal;
  /** When the step must end, in milliseconds since 1970; `Infinity` without an input `timeout`. */
  readonly deadline: number;
  /** The input `timeout` in milliseconds, for messages. */
  readonly timeout?: number;
  readonly github: GitHubRun;
  readonly endpoints: Endpoints;
  /** The environment of the step, for programs that it starts and for lookups of well-known variables. */
  readonly env: Env;
  readonly summary: Summary;
  /** Carries the requests, in place of connections of our own. */
  readonly transport?: Dispatcher;
  /** Docker to use instead of the program on the runner. */
  readonly docker?: DockerProgram;
  /** Identity to use instead of the one in the inputs. */
  readonly identity?: Auth;
  /** Sets an output: text as it is, lists and objects as JSON. An absent value is not set. */
  output(name: string, value: string | number | boolean | object | undefined): void;
  /** Sets a variable in the environment of the job's later steps. */
  exportVariable(name: string, value: string): void;
  /** Remembers a value for `post`, at once. */
  saveState(name: string, value: object | string): void;
  /** What `main` remembered, or `''`. */
  state(name: string): string;
  /** Hides a value in all logs from now on, each line of it. */
  mask(value: string): void;
}

/** The clients of the cloud, for one identity. */
export interface Cloud {
  readonly auth: Auth;
  readonly http: HttpClient;
  /** Another client for the same identity. */
  client(options: ClientOptions): HttpClient;
  readonly endpoints: Endpoints;
  /**
   * Google's clock, learnt from the responses to these clients; before the first one the runner's. Judges what depends on the time of day or
   * outlasts a run: freezes, and steps of a canary.
   */
  readonly clock: Clock;
}

/** Without a signal, calls end when the step is cancelled. */
export type ClientOptions = Pick<HttpOptions, 'mayStart' | 'connections'> & {
  readonly signal?: AbortSignal;
};

/** Keys of which this process has warned: an action connects more than once. */
const warned = new WeakSet<object>();

function warnOfKey({ log }: Context, { key }: AuthInputs): void {
  if (!key || warned.has(key)) return;
  warned.add(key);
  log.warning(
    `credentials-json holds a service account key of ${key.client_email}, which does not expire. Set up Workload Identity Federation, set workload-identity-provider and service-account, and delete the key: https://github.com/orchestra/actions/blob/main/docs/guides/trial.md`,
  );
}

/** Creates the clients. Nothing is called before the first use. */
export function connect(context: Context, inputs: AuthInputs, options: ClientOptions = {}): Cloud {
  warnOfKey(context, inputs);
  const google = createServerClock(context.clock, Object.values(context.endpoints), context.log);
  const auth = context.identity ?? createAuth(inputs, context.endpoints, context.env, context.mask, context.clock);
  const client = (own: ClientOptions) =>
    createHttpClient({
      clock: context.clock,
      userAgent: 'orchestra-actions',
      env: context.env,
      ...(context.transport && { transport: context.transport }),
      accessToken: async (refused) => {
        const token = await auth.accessToken(refused);
        context.mask(token);
        return token;
      },
      member: () => auth.member(),
      onResponse: google.hear,
      ...own,
      signal: own.signal ?? context.signal,
    });
  return { auth, http: client(options), client, endpoints: context.endpoints, clock: google.clock };
}
