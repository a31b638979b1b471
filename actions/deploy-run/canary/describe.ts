/** Describes the state of a canary, for the outputs, the log and the summary. */

import { shortCommit } from '../../../src/github/commit.ts';
import { findStaged } from '../../../src/records/find-sites.ts';
import { rolloutOf, waitingOn } from '../plan/records.ts';
import { canaryOn, describeTimes, timesOf } from '../plan/release/long-canary.ts';
import { serving, tagsInEffect } from '../plan/traffic.ts';
import type { CanaryStatus, EventSink, RegionalResult } from '../service/outcome.ts';
import { identityOf, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

/**
 * Reads all members of a canary, the lead first. `note` says what this run did, in whole sentences. A dry run also names the frontends that
 * wait for the canary, which publish-frontend would switch.
 */
export async function describeCanary(
  members: readonly RegionalService[],
  { context, clients, inputs: { project, dryRun } }: Pick<StepContext, 'context' | 'clients' | 'inputs'>,
  events: EventSink,
  { waiting = false, note = '' }: { readonly waiting?: boolean; readonly note?: string } = {},
): Promise<RegionalResult[]> {
  const services = await Promise.all(members.map(async ({ api, name }) => (await api.get(name)) ?? {}));
  const found = canaryOn(services[0]);
  const now = clients.googleClock.now();
  const times = found && timesOf(found.canary);
  const next = waitingOn(services[0]);
  const status: CanaryStatus | undefined = found &&
    times && {
      release: found.record.id,
      commit: found.record.commit,
      lead: members[0]?.name ?? '',
      step: found.canary.at.step + 1,
      percent: times.percent,
      since: found.canary.at.since,
      due: new Date(times.due).toISOString(),
      overdue: now > times.overdue,
      approval: times.approval && now >= times.due,
      next: next?.commit,
    };
  const staged =
    status && dryRun ? await findStaged(clients.cloud, { project, release: status.release, log: context.log }) : [];
  for (const sentence of staged) context.log.notice(sentence);
  const waits = next ? ` Commit ${shortCommit(next.commit)} waits for the decision.` : '';
  const state = times ? describeTimes(times, now) : 'no canary';
  if (times) context.log.notice(`${members.map(({ service }) => service).join(', ')}: ${state}.${waits}`);
  else context.log.info(note || 'There is no canary.');
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
        ending: times
          ? { kind: 'canary', revision: candidate, state: sentences }
          : { kind: 'done', did: note || 'There is no canary.' },
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
      waiting,
    };
  });
}
