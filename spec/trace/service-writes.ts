/**
 * The writes of a call log that concern a rollout, as the model sees them: per service, in order, with what each says of traffic,
 * record, releases and hold. Tags and settings are left out, as in the model.
 */
import type { Shares } from '../rollout/world.ts';

/** The rollout record, as far as the model has it. */
export interface WrittenRecord {
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  readonly candidate: string;
  readonly baseline: Shares;
  readonly found: readonly string[];
  readonly write: number;
  /** The hold that stood when it began. */
  readonly holdBefore: string | undefined;
  /** It is that of a member of a release of several, which other runs may end. */
  readonly release: boolean;
}

/** One write that the server accepted, or whose answer was lost. */
export interface ServiceWrite {
  readonly service: string;
  /** `main` or `post`. */
  readonly phase: string;
  readonly traffic: Shares;
  readonly record: WrittenRecord | undefined;
  /** Revisions recorded as healthy, oldest first. */
  readonly releases: readonly string[];
  readonly hold: string | undefined;
  /** False if the answer was lost: the write was carried out, or not. */
  readonly answered: boolean;
  /** The fields that the write sets. */
  readonly mask: readonly string[];
  /** It names the etag that was read. */
  readonly fenced: boolean;
  /** The number of the run that wrote, where that is known. */
  readonly by?: string;
}

interface Document {
  readonly etag?: string;
  readonly traffic?: readonly { readonly revision?: string; readonly percent?: number }[];
  readonly annotations?: { readonly [name: string]: string };
}

const ANNOTATION = 'actions.orchestra.dev/';
const WRITE = /^run PATCH \/v2\/(projects\/[^?]+\/services\/[^?]+)\?updateMask=([^& ]*) → (\S+) (\{.*\})$/;

/** `lines` are those of one test, as `test/golden/` has them. */
export function serviceWrites(lines: readonly string[]): ServiceWrite[] {
  let phase = '';
  return lines.flatMap((line) => {
    const step = /^= deploy-run (\w+)/.exec(line);
    if (line.startsWith('= ')) phase = step?.[1] ?? '';
    return serviceWrite(line, phase) ?? [];
  });
}

/** The write that the line of a log is; undefined if it is none that was carried out. An empty `phase` is none of deploy-run's. */
export function serviceWrite(line: string, phase: string): ServiceWrite | undefined {
  const [, service, mask = '', status = '', body] = WRITE.exec(line) ?? [];
  // A refused write changes nothing; an answer of 5xx says nothing about that.
  if (phase === '' || service === undefined || body === undefined || /^4/.test(status)) return undefined;
  return { service, phase, answered: status === '200', mask: mask.split(','), ...read(JSON.parse(body) as Document) };
}

function read({
  etag = '',
  traffic = [],
  annotations = {},
}: Document): Omit<ServiceWrite, 'service' | 'phase' | 'answered' | 'mask'> {
  const record = parse<RawRecord>(annotations, 'rollout');
  const releases = parse<readonly { readonly revision: string }[]>(annotations, 'releases') ?? [];
  const hold = parse<{ readonly revision: string; readonly at: string }>(annotations, 'hold');
  return {
    traffic: sharesOf(traffic),
    record: record && {
      id: record.id,
      kind: record.kind,
      candidate: record.candidate,
      baseline: sharesOf(record.baseline),
      found: record.found ?? [],
      write: record.write,
      holdBefore: record.holdBefore && JSON.stringify(record.holdBefore),
      release: record.release !== undefined,
    },
    fenced: etag !== '',
    releases: releases.map(({ revision }) => revision),
    hold: hold && JSON.stringify(hold),
  };
}

interface RawRecord {
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  readonly candidate: string;
  readonly baseline: Document['traffic'];
  readonly found?: readonly string[];
  readonly write: number;
  readonly holdBefore?: object;
  readonly release?: object;
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
