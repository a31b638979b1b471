/** The behavior of an image's containers under the fake driver: start, responses, logs, exit. */
import type { IncomingHttpHeaders } from 'node:http';

export interface FakeResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON. */
  readonly body?: unknown;
  readonly delayMs?: number;
  /** Close the connection instead of responding. */
  readonly reset?: boolean;
}

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly env: Readonly<Record<string, string>>;
  /** Number of requests to this instance for this path, this one included. */
  readonly count: number;
}

/** The run of a job's container; also that of a service that `exits`. */
export interface RunResult {
  readonly exitCode?: number;
  /** Number of the signal that ends it; 9 if it exceeds its memory limit. */
  readonly signal?: number;
  readonly durationMs?: number;
  /** It runs until this resolves, plus `durationMs`. */
  readonly until?: Promise<unknown>;
  readonly logs?: readonly string[];
}

export interface ImageBehavior {
  /** `exits`: the process ends before it listens; `never`: it runs but never listens. Default `listens`. */
  readonly startup?: 'listens' | 'exits' | 'never';
  /** Time before it listens. */
  readonly startMs?: number;
  /** It listens `startMs` after this resolves. */
  readonly startAfter?: Promise<unknown>;
  readonly exitCode?: number;
  /** By path (with a query if given), `*` for the rest; a number is a status. Default: 200 with revision and version. */
  readonly http?: Readonly<Record<string, FakeResponse | number>> | ((request: FakeRequest) => FakeResponse | number);
  /** Response to the gRPC health check. Default SERVING. */
  readonly grpc?: 'SERVING' | 'NOT_SERVING';
  /** Lines written at the start. */
  readonly logs?: readonly string[] | ((env: Readonly<Record<string, string>>) => readonly string[]);
  /** Environment variables without which the process exits with code 1 immediately. */
  readonly requiresEnv?: readonly string[];
  /** For jobs. Default: exits with code 0 immediately. */
  readonly run?: RunResult | ((task: { args: readonly string[]; env: Readonly<Record<string, string>> }) => RunResult);
}
