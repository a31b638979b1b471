/**
 * Turns a recording into lines that are equal in two runs of the same code. Pure.
 *
 *     run PATCH /v2/…/services/web?updateMask=traffic → 200 {"traffic":[…]}
 *
 * Writes keep their order per resource; a block of writes of one kind, which may be concurrent, is sorted by
 * resource. Reads are a set between two blocks, so polls count once. Values that differ per run (ids, times, ports, digests) are
 * replaced by names numbered by first appearance: equal values stay equal, different ones different.
 */
import { READING_POSTS, RESET } from '../../../spec/trace/calls.ts';
import { bodyText } from './body.ts';
import type { RecordedCall, Recording } from './recorder.ts';

/** One line of a log, before its placeholders are numbered. */
interface Entry {
  readonly line: string;
  readonly isRead: boolean;
  /** Writes of the same kind may be concurrent. */
  readonly kind: string;
  readonly resource: string;
  /** The state of a site that was written with a claim: the claim's renewals so far, and the state without them. */
  readonly claimed: { readonly beat: number; readonly state: string } | undefined;
}

const READS = /^(GET|HEAD|OPTIONS)$/;

/** The lines of a recording; each step starts with a header line. */
export function normalize({ events, apis, folders }: Recording): string[] {
  const lines: string[] = [];
  const local = localNames(folders, apis);
  let entries: Entry[] = [];
  /** The last state of each site. */
  const states = new Map<string, Entry['claimed']>();
  const flush = () => {
    lines.push(...inOrder(entries));
    entries = [];
  };
  for (const event of events) {
    if (event.kind === 'reset') {
      flush();
      lines.push(RESET);
    } else if (event.kind === 'step') {
      flush();
      lines.push(`= ${event.step.action} ${event.step.phase}`);
    } else {
      const entry = read(event.call, apis, local);
      if (!entry) continue;
      if (!isRenewal(entry, states.get(entry.resource))) entries.push(entry);
      if (entry.claimed) states.set(entry.resource, entry.claimed);
    }
  }
  flush();
  return numbered(lines);
}

/** Whether a write renews the claim of a site and changes nothing else. A run does that every ten seconds, so it depends on the run's speed. */
function isRenewal({ claimed, line }: Entry, before: Entry['claimed']): boolean {
  if (!claimed || !before || !/ → 200 /.test(line)) return false;
  return claimed.state === before.state && claimed.beat > before.beat;
}

/** Whether a line of a log is a read. */
export const isRead = (line: string): boolean => line.startsWith('  ');

function read(
  call: RecordedCall,
  apis: ReadonlyMap<number, string>,
  local: (text: string) => string,
): Entry | undefined {
  // The emulator forwards requests for a service to its containers, so they were already recorded.
  if (call.headers['x-forwarded-for'] !== undefined) return undefined;
  const host = call.headers.host ?? '';
  const service = /\.run\.localhost(:|$)/.test(host);
  const api = service ? 'service' : (apis.get(call.port) ?? 'other');
  const [path = '', query = ''] = call.target.split('?');
  const requested = query === '' ? '' : `?${[...new URLSearchParams(query)].map((pair) => pair.join('=')).join('&')}`;
  const target = local(`${service ? `//${host.replace(/:\d+$/, '')}` : ''}${decode(path)}${requested}`);
  const reads = READS.test(call.method) || READING_POSTS.test(path);
  const sent = local(bodyText(call.body(), call.bytes(), call.headers['content-type'] ?? ''));
  const body = sent.replace(BEAT, (_, head: string) => `${head}0`);
  const [, , beat] = BEAT.exec(sent) ?? [];
  const claimed = beat === undefined ? undefined : { beat: Number(beat), state: body.replace(/"md5Hash":"[^"]*"/, '') };
  const conditions = ['if-match', 'if-none-match', 'content-range', 'x-goog-copy-source-range']
    .filter((name) => call.headers[name] !== undefined)
    .map((name) => ` ${name}: ${call.headers[name]}`)
    .join('');
  const line = veiled(`${api} ${call.method} ${target}${conditions} → ${call.status() ?? 'cut'}${body && ` ${body}`}`);
  return { line: `${reads ? '  ' : ''}${line}`, isRead: reads, claimed, ...placed(api, call.method, veiled(target)) };
}

/** The number of renewals in the state of a site. */
const BEAT = /("claim":\{"attempt":\d+,"beat":)(\d+)/;

/** Kind and resource of a write. The state of a site is a separate kind, since the order around it matters. */
function placed(api: string, method: string, target: string): { kind: string; resource: string } {
  const [path = '', query = ''] = target.split('?');
  if (api === 'storage') {
    const name = /(?:^|&)name=([^&]*)/.exec(query)?.[1] ?? /\/o\/(.*)$/.exec(path)?.[1] ?? '';
    const resource = `${path} ${name}`;
    if (/\bstate\.json$/.test(name)) return { kind: resource, resource };
    // A stored page goes live after everything that it loads; other copies are sent with the uploads.
    return { kind: /\/files\/[^/]+\/rewriteTo\//.test(path) ? 'switch' : method, resource };
  }
  if (/\/invalidateCache$/.test(path)) return { kind: 'invalidateCache', resource: '' };
  return { kind: path, resource: path };
}

/** The log of one step: blocks of writes of one kind, each after the reads that came before its end. */
function inOrder(entries: readonly Entry[]): string[] {
  const lines: string[] = [];
  let reads: string[] = [];
  let block: Entry[] = [];
  const close = () => {
    lines.push(...reads.sort(byText), ...sorted(block));
    reads = [];
    block = [];
  };
  for (const entry of entries) {
    if (entry.isRead) {
      reads.push(entry.line);
      continue;
    }
    if (block.length > 0 && block[0]?.kind !== entry.kind) close();
    block.push(entry);
  }
  close();
  return lines;
}

/** By resource; writes to the same resource keep their order. Those without one are a set. */
function sorted(block: readonly Entry[]): string[] {
  const key = ({ resource, line }: Entry) => resource || line;
  return [...block].sort((a, b) => byText(key(a), key(b))).map(({ line }) => line);
}

/** Sorts by values that are equal in each run; equal texts keep their order. */
function byText(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.replace(MARK, '$1')) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Replaces values of this machine: ports, and folders of the run. */
function localNames(folders: ReadonlySet<string>, apis: ReadonlyMap<number, string>): (text: string) => string {
  const names = [...folders].sort((a, b) => b.length - a.length);
  return (text) =>
    names
      .reduce((known, folder) => known.replaceAll(folder, '<folder>'), text)
      // An API of an earlier test may have had the port of a service.
      .replace(/(\.run\.localhost):\d{4,5}\b/g, '$1:<port>')
      .replace(/\b(127\.0\.0\.1|localhost):(\d{4,5})\b/g, (_, host: string, port: string) => {
        const api = apis.get(Number(port));
        return `${host}:<${api ?? 'port'}>`;
      });
}

/** Values that differ in each run, by name. They are marked first, and numbered once all lines are sorted. */
const DRAWN: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['jwt', /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g],
  ['token', /\bya29\.[\w-]+/g],
  ['uuid', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g],
  ['etag', /(?<="etag":"\\"|[?&]etag=")[A-Za-z0-9+/]{16}(?=\\?")/g],
  ['md5', /(?<="md5Hash":")[A-Za-z0-9+/]{22}==(?=")/g],
  ['generation', /\b1[6-9]\d{14}\b/g],
  // The random suffix of a rollout, after its run and attempt.
  ['rollout', /(?<=\b(?:\d+|local)-\d+-)[0-9a-f]{8}\b/g],
  ['execution', /(?<=\bexecutions\/[a-z0-9-]*-|execution_name\W{1,6}[a-z0-9-]*-)[a-z0-9]{5}\b/g],
  ['operation', /\boperation-\d{13}-[0-9a-f]{12}\b/g],
  ['fingerprint', /(?<="fingerprint":")[A-Za-z0-9+/]{11}=(?=")/g],
  ['id', /(?<="id":")\d{10,}(?=")/g],
  ['digest', /(?<=sha256:)[0-9a-f]{64}\b/g],
  // Files of a release are named by their content, which is equal in each run.
  ['hash', /(?<!\/files\/)\b(?!([0-9a-f])\1{11})[0-9a-f]{32,64}\b/g],
];
const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;
/** A commit of the fixtures is one digit, forty times. */
const COMMIT = /\b([0-9a-f])\1{39}\b/g;
/** Services of table tests are numbered within their file. */
const CASE = /(?<![\w+/=])s\d+\b(?![+/])/g;

function veiled(text: string): string {
  const marked = DRAWN.reduce(
    (known, [name, pattern]) => known.replace(pattern, (value) => `${OPEN}${name}=${value}${CLOSE}`),
    text.replace(TIME, '<time>'),
  );
  return marked.replace(CASE, 's#');
}

/** Private-use characters of Unicode, which no call contains. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const MARK = new RegExp(`${OPEN}(\\w+)=([^${CLOSE}]*)${CLOSE}`, 'g');

/**
 * Numbers the values in writes by first appearance, since the number of polls must not change the numbers. Values that only
 * occur in reads have no number, and reads that are then equal are merged.
 */
function numbered(lines: readonly string[]): string[] {
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [mark, name = ''] of lines.filter((line) => !isRead(line)).flatMap((line) => [...line.matchAll(MARK)])) {
    // The server compares an MD5 with the content.
    if (name === 'md5' || numbers.has(mark)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    numbers.set(mark, counts.get(name) as number);
  }
  const named = lines.map((line) =>
    line
      .replace(MARK, (mark, name: string) => (numbers.has(mark) ? `<${name}-${numbers.get(mark)}>` : `<${name}>`))
      .replace(COMMIT, '<commit-$1>'),
  );
  return named.filter((line, i) => !isRead(line) || line !== named[i - 1]);
}
