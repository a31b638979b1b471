/** The clients of one run: one for transfers, which stop with the step, and one for the state, which is still written after a cancellation. */

import type { GitHub } from '../../src/github/api.ts';
import { openGitHub } from '../../src/github/open.ts';
import type { HttpClient } from '../../src/google/http/client.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import type { Cloud, Context } from '../../src/runtime/context.ts';
import { graceAfter } from '../../src/runtime/interruption.ts';
import { type Cdn, openCdn } from './cdn/load-balancer.ts';
import type { SiteInputs } from './inputs.ts';
import { noteSite } from './report/standing.ts';
import { createTimings, type Timings } from './report/timings.ts';
import type { ClaimOptions } from './store/claim.ts';
import { createStore, type Store } from './store/storage-client.ts';

/** The clients of a run. */
export interface SiteClients {
  readonly context: Context;
  /** By which freezes are judged. */
  readonly googleClock: Clock;
  /** For everything but the state and manifests. */
  readonly http: HttpClient;
  /** For the site's objects; its calls end when the step is cancelled or the claim is lost, and none starts after that. */
  readonly store: Store;
  readonly claims: ClaimOptions;
  readonly timings: Timings;
  /** Ends all transfers with this error. */
  readonly stop: (reason: Error) => void;
  /** Loads the client of GitHub's API; undefined without a token. */
  readonly github: (() => Promise<GitHub>) | undefined;
  /** Reads and checks the CDN, if there is a `url-map`. `uncompressed`: the CDN compresses. */
  openCdn(uncompressed: boolean): Promise<Cdn | undefined>;
}

/** A site, with its inputs and clients. */
export interface SiteStep<Inputs extends SiteInputs> {
  readonly inputs: Inputs;
  readonly clients: SiteClients;
}

/** One deadline for all retries of the run, and how long a single call may be retried. Milliseconds. */
const RUN_DEADLINE = 60 * 60_000;
const CALL_DEADLINE = 120_000;

/** How long a call that begins now may be retried: never beyond the deadline of the run. */
export function createDeadline(clock: Clock): (needed?: number) => number {
  const end = clock.now() + RUN_DEADLINE;
  return (needed = 0) => Math.max(0, Math.min(Math.max(CALL_DEADLINE, needed), end - clock.now()));
}

/**
 * Milliseconds after a cancellation in which the record is restored and the claim released: the runner waits 7.5 s until
 * SIGTERM, and 2.5 s after it.
 */
const RECORD_GRACE = 6500;

/** `cloud`: one identity for all sites. */
export function openClients(
  inputs: SiteInputs,
  context: Context,
  { client, clock: googleClock }: Pick<Cloud, 'client' | 'clock'>,
): SiteClients {
  const { clock, random, endpoints, log, github: run } = context;
  const stopped = new AbortController();
  const stop = (reason: Error) => stopped.abort(reason);
  const signal = AbortSignal.any([context.signal, stopped.signal]);
  let mayStart = () => {};
  const http = client({ signal, connections: inputs.concurrency, mayStart: () => mayStart() });
  const record = client({ signal: graceAfter(context.signal, RECORD_GRACE, clock), connections: 4 });
  const { layout, githubToken, dryRun } = inputs;
  const store = createStore({
    http,
    endpoint: endpoints.storage,
    bucket: layout.bucket,
    deadline: createDeadline(clock),
    clock,
    signal,
  });
  return {
    context,
    googleClock,
    http,
    store,
    timings: createTimings(clock, log),
    stop,
    claims: {
      store: createStore({ ...store, http: record }),
      layout,
      dryRun,
      clock,
      random,
      github: run,
      log,
      onLost: stop,
      onHeld: (assertOurs) => {
        mayStart = assertOurs;
      },
      onWritten: (state) => noteSite(context, layout, state),
    },
    github: openGitHub(githubToken, { ...context, signal }),
    async openCdn(uncompressed) {
      if (!inputs.cdn) return undefined;
      const { urlMap, host } = inputs.cdn;
      const { project } = inputs;
      return openCdn({
        http,
        endpoint: endpoints.compute,
        project,
        urlMap,
        host,
        ...layout,
        uncompressed,
        log,
        clock,
        random,
        signal,
      });
    },
  };
}
