/** Describes the state of a canary, for the outputs, the log and the summary. */

import { shortCommit } from '../../../src/github/commit.ts';
import { findStaged } from '../../../src/records/find-sites.ts';
import { type RolloutRecord, rolloutOf, waitingOn } from '../plan/records.ts';
import { canaryOn, describeTimes, type FoundCanary, timesOf } from '../plan/release/long-canary.ts';
import { serving, tagsInEffect } from '../plan/traffic.ts';
import type { CanaryStatus, EventSink, RegionalResult } from '../service/outcome.ts';
import { identityOf, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

/** The output `canary`. `now` in milliseconds since 1970. */
export function canaryStatus(
  { record, canary }: { readonly record: Pick<RolloutRecord, 'id' | 'commit'>; readonly canary: FoundCanary['canary'] },
  { lead, next, now }: { readonly lead: string; readonly next: string | undefined; readonly now: number },
): CanaryStatus {
  const { percent, due, overdue, approval } = timesOf(canary);
  return {
    release: record.id,
    commit: record.commit,
    lead,
    step: canary.at.step + 1,
    percent,
    since: canary.at.since,
    due: new Date(due).toISOString(),
    overdue: now > overdue,
    approval: approval && now >= due,
    next,
  };
}

/**
 * Reads all members of a canary, the lead first. `note` says what this run did, in whole sentences; `none` that there is no canary.
 * A dry run also names the frontends that wait for the canary, which publish-frontend would switch.
 */
export async function describeCanary(
  members: readonly RegionalService[],
  { context, clients, inputs: { project, dryRun } }: Pick<StepContext, 'context' | 'clients' | 'inputs'>,
  events: EventSink,
  { note = '', none = 'There is no canary.' }: { readonly note?: string; readonly none?: string } = {},
): Promise<RegionalResult[]> {
  const services = await Promise.all(members.map(async ({ api, name }) => (await api.get(name)) ?? {}));
  const found = canaryOn(services[0]);
  const now = clients.googleClock.now();
  const times = found && timesOf(found.canary);
  const next = waitingOn(services[0]);
  const status = found && canaryStatus(found, { lead: members[0]?.name ?? '', next: next?.commit, now });
  const staged =
    status && dryRun ? await findStaged(clients.cloud, { project, release: status.release, log: context.log }) : [];
  for (const sentence of staged) context.log.notice(sentence);
  const waits = next ? ` Commit ${shortCommit(next.commit)} waits for the decision.` : '';
  const state = times ? describeTimes(times, now) : 'no canary';
  const names = [...new Set(members.map(({ service }) => service))].join(', ');
  const said = note === '' ? '' : ` ${note}`;
  if (times) context.log.notice(`${names}: ${state}.${said}${waits}`);
  else context.log.info(note || none);
  return members.map((regional, i) => {
    const service = services[i] ?? {};
    const { name } = regional;
    const shares = serving(service);
    const candidate = rolloutOf(service)?.candidate ?? shares[0]?.revision ?? '';
    const sentences = [note, `${state}.${waits}`, ...staged].filter((text) => text !== '').join(' ');
    events.push(
      { name, kind: 'serves', shares, before: shares, tags: tagsInEffect(service) },
      {
        name,
        kind: 'ended',
        ending: times ? { kind: 'canary', revision: candidate, state: sentences } : { kind: 'done', did: note || none },
      },
    );
    return {
      target: identityOf(regional),
      before: shares,
      service,
      revision: times ? (found.record.baseline[0]?.revision ?? '') : (shares[0]?.revision ?? ''),
      template: service.template ?? {},
      tag: undefined,
      changed: false,
      canary: status,
    };
  });
}
