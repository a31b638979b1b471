/**
 * Checks that the writes of a call log are a path of the model: the protocol of `../../rollout/` must plan each accepted write
 * from the write before it. Writes of other users are not in the log, so a step of the protocol may follow
 * any state that its own record explains.
 */

import { type Shares, sameShares } from '../../rollout/system.ts';
import { split } from '../../rollout/traffic.ts';
import type { TraceFacts } from '../calls.ts';
import { judgeDecision, newHistory, remember } from './decisions.ts';
import { finishedRollback, undoes } from './finished-rollback.ts';
import type { ServiceWrite, WrittenRecord } from './writes.ts';

/** The protocol's name for the write, or the problem with it. */
type Judged = { readonly step: string } | { readonly wrong: string };

/**
 * The writes that are on no path of the model, as messages. After a write whose response was lost, the next one may follow it or the
 * one before.
 */
export function unexpectedServiceWrites(writes: readonly ServiceWrite[], facts: TraceFacts = {}): string[] {
  const possible = new Map<string, readonly (ServiceWrite | undefined)[]>();
  const history = newHistory();
  return writes.flatMap((write, i) => {
    const before = possible.get(write.service) ?? [undefined];
    const earlier = writes.slice(0, i).filter(({ service }) => service === write.service);
    // A manual write may be anything.
    const judged = write.phase === '' ? [{ step: 'by hand' }] : before.map((one) => judge(one, write, earlier, facts));
    const decided = facts.complete && write.phase !== '' ? judgeDecision(write, history, facts) : undefined;
    possible.set(write.service, write.accepted ? [write] : [...before, write]);
    remember(history, write);
    const [problem] = judged.flatMap((one) => ('wrong' in one ? [one.wrong] : []));
    const wrong = judged.some((one) => 'step' in one) ? decided : problem;
    return wrong === undefined ? [] : [`write ${i + 1}, ${write.service} by ${write.by} (${write.phase}): ${wrong}`];
  });
}

function judge(
  before: ServiceWrite | undefined,
  write: ServiceWrite,
  earlier: readonly ServiceWrite[],
  facts: TraceFacts,
): Judged {
  const { record } = write;
  const wrong =
    violatedCondition(before, write, facts) ?? (facts.unforced ? requiredForce(before, write, facts) : undefined);
  if (wrong !== undefined) return { wrong };
  const known = before?.record;
  const lost = before?.releases.find((one) => !write.releases.includes(one));
  if (lost !== undefined && write.releases.length < 30)
    return { wrong: `the release ${lost} is not recorded any more` };
  if (undoes(write, finishedRollback(earlier, before), facts)) return { step: 'restore' };
  if (record === undefined)
    return known === undefined
      ? judgeWithoutRollout(before, write)
      : judgeLastWrite(known, before as ServiceWrite, write);
  if (known === undefined || known.id !== record.id)
    return record.write === 1
      ? judgeFirstWrite(record, write)
      : { wrong: `${record.id} begins with write ${record.write}` };
  return judgeNextWrite(known, record, write, before);
}

/** Conditions of every write: no concurrent write, the rollout belongs to the run, and there is no new hold. */
function violatedCondition(
  before: ServiceWrite | undefined,
  { record, traffic, fenced, hold, freeze, by, mask, rollouts }: ServiceWrite,
  { runOf }: TraceFacts,
) {
  if (!fenced && !mask.includes('*')) return 'it names no etag';
  const known = before?.record;
  // A hold, a tag or a label does not change a record.
  const touched = known && (record === undefined || (record.id === known.id && record.write !== known.write));
  // A run that is refused by a hold or a freeze restores an interrupted rollout.
  const restores = record === undefined && (hold !== undefined || freeze !== undefined);
  // A later deploy whose revision already serves ends a rollout in flight, like one with a new revision replaces it.
  const records = runOf !== undefined && rollouts.some((id) => runOf(id) === runOf(by));
  if (touched && !restores && !records && runOf && !known.release && runOf(known.id) !== runOf(by))
    return `${known.id} is ${record ? 'continued' : 'ended'} by run ${by}`;
  if (record?.kind !== 'deploy' || hold === undefined || hold === record.holdBefore) return undefined;
  if (record.write === 1 && known?.id !== record.id) return `${record.id} begins under a hold that it does not know`;
  const more = (traffic[record.candidate] ?? 0) - (before?.traffic[record.candidate] ?? 0);
  return known?.id === record.id && more > 0 ? `${record.id} gets ${more} % more under a new hold` : undefined;
}

/** What only a run with `force` does. */
function requiredForce(before: ServiceWrite | undefined, write: ServiceWrite, { ageOf = () => undefined }: TraceFacts) {
  const { record, hold, traffic } = write;
  const known = before?.record;
  if (record?.kind === 'deploy' && record.write === 1) {
    const candidate = ageOf(record.candidate);
    const [main] = Object.keys(record.baseline);
    const serving = main === undefined ? undefined : ageOf(main);
    if (candidate !== undefined && serving !== undefined && candidate < serving)
      return `${record.id} begins with an older commit than ${main} has`;
  }
  const finished = known?.kind === 'deploy' && !record && sameShares(traffic, { [known.candidate]: 100 });
  if (finished && known.holdBefore !== undefined && hold === known.holdBefore)
    return `${known.id} continued under a hold that was set before`;
  return undefined;
}

/** The first write: the candidate gets no additional traffic. */
function judgeFirstWrite(record: WrittenRecord, { traffic }: ServiceWrite): Judged {
  const allowed = [record.baseline, split(record.baseline, record.candidate, 0)];
  const foundToo = Object.keys(traffic).every((one) => one in record.baseline || record.found.includes(one));
  if (allowed.some((shares) => sameShares(shares, traffic)) || foundToo || Object.keys(record.baseline).length === 0)
    return { step: 'create' };
  return { wrong: `${record.id} begins with ${text(traffic)}, and its baseline is ${text(record.baseline)}` };
}

/** A later write of the same rollout: its number is incremented, and traffic is split between baseline and candidate. */
function judgeNextWrite(
  known: WrittenRecord,
  record: WrittenRecord,
  { traffic, mask }: ServiceWrite,
  before?: ServiceWrite,
): Judged {
  if (record.write === known.write && before !== undefined && sameShares(traffic, before.traffic))
    return { step: 'idle' };
  if (record.write !== known.write + 1)
    return { wrong: `${record.id} goes from write ${known.write} to ${record.write}` };
  for (const field of ['kind', 'candidate'] as const)
    if (record[field] !== known[field]) return { wrong: `${record.id} has another ${field}` };
  if (!sameShares(record.baseline, known.baseline)) return { wrong: `${record.id} has another baseline` };
  if (!mask.includes('traffic')) return { step: 'record' };
  const percent = traffic[record.candidate] ?? 0;
  return isSplit(traffic, record, percent) || Object.keys(record.baseline).length === 0
    ? { step: `shift ${percent}` }
    : { wrong: `${record.id} shifts to ${text(traffic)}, and its baseline is ${text(record.baseline)}` };
}

/** Split as in the model, which has one baseline revision; several keep their proportions. */
function isSplit(traffic: Shares, { baseline, candidate }: WrittenRecord, percent: number): boolean {
  const others = Object.entries(baseline).filter(([revision]) => revision !== candidate);
  if (others.length < 2 || percent === 100) return sameShares(traffic, split(baseline, candidate, percent));
  const known = Object.keys(traffic).every((revision) => revision === candidate || revision in baseline);
  return known && others.every(([one, share]) => Math.abs((traffic[one] ?? 0) - (share * (100 - percent)) / 100) <= 1);
}

/** The record is removed: with all traffic on the candidate, or with the baseline restored. */
function judgeLastWrite(known: WrittenRecord, before: ServiceWrite, { traffic, releases, mask }: ServiceWrite): Judged {
  const finished = sameShares(traffic, { [known.candidate]: 100 });
  if (finished && known.kind === 'deploy' && !releases.includes(known.candidate))
    return { wrong: `${known.id} ends with ${known.candidate}, and does not record it` };
  if (finished) return { step: 'finish' };
  const gained = releases.filter((one) => !before.releases.includes(one));
  if (gained.includes(known.candidate)) return { wrong: `${known.id} is restored, and records ${known.candidate}` };
  const restored = sameShares(traffic, known.baseline) || !mask.includes('traffic');
  return restored || Object.keys(known.baseline).length === 0
    ? { step: 'restore' }
    : { wrong: `${known.id} ends with ${text(traffic)}, and its baseline is ${text(known.baseline)}` };
}

/** Without a rollout: a tag, a hold, records without a new revision. Traffic does not change. */
function judgeWithoutRollout(before: ServiceWrite | undefined, { traffic, mask }: ServiceWrite): Judged {
  if (before === undefined || !mask.includes('traffic') || sameShares(traffic, before.traffic)) return { step: 'idle' };
  return { wrong: `without a record, traffic goes from ${text(before.traffic)} to ${text(traffic)}` };
}

const text = (shares: Shares): string =>
  Object.entries(shares)
    .map(([name, percent]) => `${name} ${percent} %`)
    .join(', ') || 'nothing';
