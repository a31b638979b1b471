/**
 * The writes of a call log that affect rollouts, as in the model: per service, in order, with traffic,
 * record, releases and hold of each. Tags and settings are left out, as in the model.
 */
import type { Shares } from '../../rollout/system.ts';
import { type Call, isAccepted, isRefused, parameter, pathOf } from '../calls.ts';

/** The fields of the rollout record that the models have. */
export interface WrittenRecord {
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  readonly candidate: string;
  readonly baseline: Shares;
  readonly found: readonly string[];
  readonly write: number;
  /** The hold that stood when it began, or before an interrupted rollback that it took over. */
  readonly holdBefore: string | undefined;
  /** Of a member of a release of several services, or of a long canary, which other runs may end. */
  readonly release: WrittenRelease | undefined;
}

export interface WrittenRelease {
  /** `REGION/services/NAME`, the lead first. */
  readonly members: readonly string[];
  readonly aborted: boolean;
  /** Of a long canary: the run that moves it, and its state. */
  readonly canary: { readonly advancing: string | undefined; readonly at: string } | undefined;
}

/** A release that is recorded on a service. */
export interface WrittenEntry {
  readonly revision: string;
  readonly rollout: string;
  readonly commit?: string;
  /** Time in ISO 8601. */
  readonly at: string;
  /** Set once it was rolled back from. */
  readonly withdrawn?: string;
  /** The rollback that made it serve again. */
  readonly restoredBy?: { readonly id: string };
  /** By `REGION/services/NAME`: the revisions that served together, and the previous ones. */
  readonly members?: { readonly [key: string]: { readonly revision: string; readonly before?: string } };
}

/** A write that the server accepted, or whose response was lost. */
export interface ServiceWrite {
  readonly service: string;
  /** `main` or `post`; empty for a person. */
  readonly phase: string;
  readonly traffic: Shares;
  /** The routed traffic, as it was read. */
  readonly serving: Shares;
  readonly record: WrittenRecord | undefined;
  /** Revisions recorded as healthy, oldest first. */
  readonly releases: readonly string[];
  /** Those of them that were not rolled back from. */
  readonly standing: readonly string[];
  /** Ids of the rollouts that made them, and of rollbacks to them. */
  readonly rollouts: readonly string[];
  /** Their records, oldest first. */
  readonly entries: readonly WrittenEntry[];
  readonly hold: string | undefined;
  /** URL of the run that set the hold. */
  readonly holdBy: string | undefined;
  /** The revision that the hold keeps. */
  readonly holdAt: string | undefined;
  readonly freeze: string | undefined;
  /** The commit that waits for the decision of a canary. */
  readonly waiting: string | undefined;
  /** False if the response was lost, so that the write may have been executed or not. */
  readonly accepted: boolean;
  /** The fields that the write sets; `*` for all. */
  readonly mask: readonly string[];
  /** It names the etag that was read. */
  readonly fenced: boolean;
  /** Who sent it. */
  readonly by: string;
  /** When, in milliseconds. */
  readonly at: number | undefined;
}

interface Document {
  readonly etag?: string;
  readonly traffic?: readonly { readonly revision?: string; readonly percent?: number }[];
  /** The traffic of a worker pool. */
  readonly instanceSplits?: Document['traffic'];
  readonly trafficStatuses?: Document['traffic'];
  readonly instanceSplitStatuses?: Document['traffic'];
  readonly annotations?: { readonly [name: string]: string };
}

const ANNOTATION = 'actions.orchestra.dev/';
const WRITE = /^\/v2\/(projects\/[^/]+\/locations\/[^/]+\/(?:services|workerPools))(?:\/([^/:]+))?$/;

/** Writes of deploy-run; with `others` also manual ones, which send whole documents. */
export const serviceWrites = (calls: readonly Call[], others = false): ServiceWrite[] =>
  calls.flatMap((call) => (call.action === 'deploy-run' || others ? (serviceWrite(call) ?? []) : []));

/** The write of the call; undefined for other calls and for refused writes. */
function serviceWrite(call: Call): ServiceWrite | undefined {
  const { api, action, method, phase, body, by, at } = call;
  if (api !== 'run' || isRefused(call) || parameter(call, 'validateOnly') === 'true') return undefined;
  const [, place = '', id] = WRITE.exec(pathOf(call)) ?? [];
  const made = method === 'POST' ? (parameter(call, 'serviceId') ?? parameter(call, 'workerPoolId')) : undefined;
  const name = method === 'PATCH' ? id : made;
  // A creation follows no earlier state, unless the whole history is known.
  if (place === '' || name === undefined) return undefined;
  const mask = parameter(call, 'updateMask')?.split(',') ?? ['*'];
  const service = `${place}/${name}`;
  const accepted = isAccepted(call);
  return { service, phase: action === '' ? '' : phase, accepted, mask, by, at, ...read(body as Document) };
}

type WrittenState = Omit<ServiceWrite, 'service' | 'phase' | 'accepted' | 'mask' | 'by' | 'at'>;

function read({
  etag = '',
  instanceSplits = [],
  traffic = instanceSplits,
  instanceSplitStatuses = [],
  trafficStatuses = instanceSplitStatuses,
  annotations = {},
}: Document): WrittenState {
  const record = parse<RawRecord>(annotations, 'rollout');
  const releases = parse<readonly WrittenEntry[]>(annotations, 'releases') ?? [];
  const hold = parse<{ readonly runUrl?: string; readonly revision?: string }>(annotations, 'hold');
  return {
    traffic: sharesOf(traffic),
    serving: sharesOf(trafficStatuses),
    record: record && {
      id: record.id,
      kind: record.kind,
      candidate: record.candidate,
      baseline: sharesOf(record.baseline),
      found: record.found ?? [],
      write: record.write,
      holdBefore: record.holdBefore && JSON.stringify(record.holdBefore),
      release: record.release && releaseOf(record.release),
    },
    fenced: etag !== '',
    releases: releases.map(({ revision }) => revision),
    standing: releases.flatMap(({ revision, withdrawn }) => (withdrawn === undefined ? [revision] : [])),
    rollouts: releases.flatMap(({ rollout, restoredBy }) => [rollout, ...(restoredBy ? [restoredBy.id] : [])]),
    entries: releases,
    hold: hold && JSON.stringify(hold),
    holdBy: hold?.runUrl,
    holdAt: hold?.revision,
    freeze: annotations[`${ANNOTATION}freeze`],
    waiting: parse<{ readonly commit: string }>(annotations, 'next')?.commit,
  };
}

const releaseOf = ({ members, aborted = false, canary }: RawRelease): WrittenRelease => ({
  members,
  aborted,
  canary: canary && { advancing: canary.advancing, at: JSON.stringify(canary.at ?? null) },
});

interface RawRelease {
  readonly members: readonly string[];
  readonly aborted?: boolean;
  readonly canary?: { readonly advancing?: string; readonly at?: object };
}

interface RawRecord {
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  readonly candidate: string;
  readonly baseline: Document['traffic'];
  readonly found?: readonly string[];
  readonly write: number;
  readonly holdBefore?: object;
  readonly release?: RawRelease;
}

function parse<T>(annotations: NonNullable<Document['annotations']>, name: string): T | undefined {
  const text = annotations[ANNOTATION + name];
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

function sharesOf(targets: Document['traffic'] = []): Shares {
  const shares: { [revision: string]: number } = {};
  for (const { revision = 'LATEST', percent = 0 } of targets)
    if (percent > 0) shares[revision] = (shares[revision] ?? 0) + percent;
  return shares;
}
