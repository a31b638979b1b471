/** One start of the action: its identity, its clients, and what it must remember for `post`. */
import { randomBytes } from 'node:crypto';
import { createGitHub, type GitHub } from '../../../src/github/api.ts';
import type { FreshnessOptions } from '../../../src/github/freshness.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { graceAfter } from '../../../src/runtime/interruption.ts';
import { CALL_GRACE } from '../../../src/runtime/time-limit.ts';
import type { Release } from '../plan/records.ts';
import type { Inputs } from '../plan/request.ts';
import { type Clients, createClients } from './clients.ts';
import { createSite, type Site } from './regional-service.ts';
import { createReport } from './rollout-report.ts';

export interface Session {
  readonly context: Context;
  readonly inputs: Inputs;
  /** Unique for this start of the action. */
  readonly id: string;
  readonly clients: Clients;
  /** Of the clients' calls: aborts a little after the step's own. */
  readonly signal: AbortSignal;
  readonly github: GitHub | undefined;
  readonly freshness: FreshnessOptions;
  site(kind: Site['kind'], region: string, service: string): Site;
  /** The record of a success. */
  release(revision: string, image: string): Release;
}

export function createSession(context: Context, inputs: Inputs): Session {
  const { github: run, clock, log, deadline } = context;
  const id = `${run.runId || 'local'}-${run.runAttempt}-${randomBytes(4).toString('hex')}`;
  const signal = graceAfter(context.signal, CALL_GRACE);
  const clients = createClients(context, inputs, signal);
  const github =
    inputs.githubToken && run.repository
      ? createGitHub(run, inputs.githubToken, { signal, clock, deadline })
      : undefined;
  return {
    context,
    inputs,
    id,
    clients,
    signal,
    github,
    freshness: {
      github: github && (async () => github),
      log,
      force: inputs.force,
      onUnknownHistory: inputs.onUnknownHistory,
      words: { live: 'serves', done: 'deployed' },
    },
    site: (kind, region, service) =>
      createSite({
        context,
        clients,
        kind,
        project: inputs.project,
        region,
        service,
        report: createReport(region, service),
      }),
    release: (revision, image) => ({
      revision,
      commit: inputs.commit,
      image,
      at: new Date(clock.now()).toISOString(),
      runUrl: run.runUrl,
      rollout: id,
    }),
  };
}
