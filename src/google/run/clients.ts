/**
 * Options for the official clients (`@google-cloud/run`, `@google-cloud/artifact-registry`) over REST, with our identity,
 * endpoints and deadlines, and their errors as `CloudError`. Import a client by its own path: the package's index loads all.
 */

import { type AuthClient, GoogleAuth } from 'google-auth-library';
import type { Clock } from '../../runtime/clock.ts';
import { CloudError, InputError } from '../../runtime/errors.ts';
import { interrupted, orAborted } from '../../runtime/interruption.ts';
import { isTransient, retry } from '../../runtime/retry.ts';
import type { Auth } from '../auth.ts';
import { cloudError } from '../errors/cloud-error.ts';
import { type ErrorBody, readErrorBody, readJson } from '../errors/error-body.ts';
import { transportError } from '../http/auth-transport.ts';
import { about } from '../http/invalid-response.ts';

/** What all generated clients take in their constructor. */
export type GeneratedClientOptions = {
  fallback: true;
  auth: GoogleAuth<AuthClient>;
  apiEndpoint: string;
  port: number;
  protocol: string;
};

/** `endpoint` is a base URL of `Endpoints`. */
export async function clientOptions(auth: Auth, endpoint: string): Promise<GeneratedClientOptions> {
  const url = new URL(endpoint);
  return {
    fallback: true,
    auth: new GoogleAuth({ authClient: await auth.client() }),
    apiEndpoint: url.hostname,
    port: Number(url.port || (url.protocol === 'http:' ? 80 : 443)),
    protocol: url.protocol.replace(':', ''),
  };
}

/**
 * Options of one attempt of a call: these methods have no retries of their own, and `called` repeats what may be repeated.
 * Each call needs an object of its own: the generated client writes the call's routing header into it.
 */
export const once = () => ({ timeout: 30_000 });

/** What a call is about, for its error message; `reads` if it may be repeated after a fault, for `deadline` milliseconds. */
export interface CallFacts {
  readonly resource: string;
  readonly permission?: string;
  readonly role?: string;
  readonly reads?: boolean;
  readonly deadline?: number;
}

/** Canonical codes (https://google.aip.dev/193) by number, with the HTTP status that represents each. */
const CODES: readonly (readonly [name: string, status: number])[] = [
  ['OK', 200],
  ['CANCELLED', 499],
  ['UNKNOWN', 500],
  ['INVALID_ARGUMENT', 400],
  ['DEADLINE_EXCEEDED', 0],
  ['NOT_FOUND', 404],
  ['ALREADY_EXISTS', 409],
  ['PERMISSION_DENIED', 403],
  ['RESOURCE_EXHAUSTED', 429],
  ['FAILED_PRECONDITION', 400],
  ['ABORTED', 409],
  ['OUT_OF_RANGE', 400],
  ['UNIMPLEMENTED', 501],
  ['INTERNAL', 500],
  ['UNAVAILABLE', 0],
  ['DATA_LOSS', 500],
  ['UNAUTHENTICATED', 401],
];

const READ_DEADLINE = 60_000;

export interface Caller {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly auth: Auth;
}

/**
 * Carries out a call of a generated client. Its error becomes a `CloudError` that names resource and permission; a read
 * is repeated on 408, 429, 5xx and connection faults, for a minute by default. A write is sent once; if its response is lost, it is read.
 * A call that was refused for its token is repeated with another, once.
 */
export async function called<T>(caller: Caller, facts: CallFacts, call: () => Promise<T>): Promise<T> {
  const { clock, signal, auth } = caller;
  const end = clock.now() + (facts.deadline ?? READ_DEADLINE);
  let refused: string | undefined;
  let last: CloudError | undefined;
  // The clients know no signal, so no one waits for them when it aborts.
  const heard = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await orAborted(work, signal);
    } catch (error) {
      throw signal.aborted ? interrupted(signal, facts.resource, last) : error;
    }
  };
  const work = async (): Promise<T> => {
    signal.throwIfAborted();
    let token: string | undefined;
    try {
      // The client takes the same token. Requesting it here lets a failed exchange say which party refused.
      token = await heard(auth.accessToken(refused));
      return await heard(call());
    } catch (error) {
      if (signal.aborted) throw error;
      last = toCloudError(facts, error, auth.member());
      if (last.status !== 401 || token === undefined || refused !== undefined) throw last;
      refused = token;
      return await work();
    }
  };
  const { reads = false, resource } = facts;
  return await retry(work, { clock, signal, resource, until: end, mayPass: (error) => reads && isTransient(error) });
}

interface GaxError extends Error {
  readonly code?: number;
  readonly httpStatusCode?: number;
  readonly reason?: string;
  readonly errorInfoMetadata?: Readonly<Record<string, string>>;
  readonly statusDetails?: unknown;
}

/** Where the client keeps the response as it came. */
const RAW = Symbol.for('google-gax.rawHttpResponsePayload');

function toCloudError(facts: CallFacts, error: unknown, member: string | undefined): CloudError {
  if (error instanceof CloudError) return error;
  if (error instanceof InputError) throw error;
  const unusable = transportError(error);
  if (unusable) return about(facts.resource, unusable, error);
  const { code, httpStatusCode } = error as GaxError;
  const canonical = typeof code === 'number' ? CODES[code] : undefined;
  if (!canonical) throw error;
  const status = httpStatusCode ?? canonical[1];
  return cloudError(facts, { status, body: bodyOf(error as GaxError), code: canonical[0], member, cause: error });
}

/** What the server said: the client's own error keeps only a part of it. */
function bodyOf(error: GaxError): ErrorBody {
  const raw = (error as { [RAW]?: unknown })[RAW];
  if (typeof raw === 'string' && raw.trim() !== '') return readErrorBody(raw);
  if (typeof raw === 'object' && raw !== null) return readJson(raw);
  const { reason, errorInfoMetadata: metadata, statusDetails } = error;
  const details = [
    ...(Array.isArray(statusDetails) ? statusDetails : []),
    ...(reason !== undefined ? [{ reason, metadata }] : []),
  ];
  return readJson({ error: { message: error.message.replace(/^\d+ [A-Z_]+: /, ''), details } });
}
