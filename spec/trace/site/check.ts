/**
 * Checks that the writes to Cloud Storage and to URL maps are paths of the site model: the state changes only as the
 * protocol allows, and files belong to the release of the writer's claim. `../fences.ts` checks preconditions.
 */
import { type Call, isAccepted, isRefused, type TraceFacts } from '../calls.ts';
import { type ObjectWrite, objectWrite } from '../fences.ts';
import { judgeState, type TracedState } from './state.ts';

/** The state of a site, from its log. */
interface Site {
  /** The possible states: after a lost response, the new one or the one before. */
  states: readonly (TracedState | undefined)[];
  /** When its state was last written. */
  at: number;
  /** All runs that have claimed it. */
  readonly writers: Map<string, Writer>;
  readonly manifests: Map<string, Manifest>;
  /** Contents by name. */
  readonly objects: Map<string, Content>;
  /** Live objects replaced since the last completed switch, of which caches may have the old content. */
  readonly replaced: Set<string>;
}

interface Writer {
  readonly token: string;
  readonly isRollback: boolean;
  hasBegun: boolean;
  prunes: boolean;
  /** The release of the claim, once it is known. */
  to: string | undefined;
  /** When it sent the write that last renewed its claim. */
  renewed: number;
  /** It found an unfinished switch or a claim, so it rewrites objects that another run may still write. */
  readonly renews: boolean;
  /** The state that its claim replaced. */
  readonly found: TracedState | undefined;
  /** Whether it has recorded its release as live. */
  hasEnded: boolean;
  /** Ages of the commits that were live or being switched to at its claim: it must not publish an older one. */
  readonly live: readonly number[];
}

interface Content {
  readonly md5: string | undefined;
  /** The hash of the uncompressed content. */
  readonly source: string | undefined;
}

interface Manifest {
  readonly release: string;
  readonly atomic: boolean;
  readonly files: Readonly<Record<string, { readonly md5: string; readonly kept?: string }>>;
  readonly carried?: readonly string[];
}

/** A message for each write that is on no path of the model. */
export function unexpectedSiteWrites(calls: readonly Call[], facts: TraceFacts = {}): string[] {
  const sites = new Map<string, Site>();
  const unexpected = calls.flatMap((call, i) => {
    if (call.action !== 'publish-frontend') return [];
    const wrong =
      call.api === 'storage'
        ? judgeObject(call, sites, facts)
        : call.api === 'compute'
          ? judgeMap(call, sites)
          : undefined;
    return wrong === undefined
      ? []
      : [`write ${i + 1}, ${call.method} ${call.target.slice(0, 140)} by ${call.by}: ${wrong}`];
  });
  return [...unexpected, ...(facts.succeeded ?? []).flatMap(({ by }) => missingEnd(by, sites))];
}

/** A successful run that left a site unfinished. One that only releases the hold, or is about a staged release, may switch nothing. */
function missingEnd(by: string, sites: ReadonlyMap<string, Site>): string[] {
  return [...sites].flatMap(([name, { writers }]) => {
    const writer = writers.get(by);
    const isLeft = writer && !writer.hasEnded && !/release-hold\b|stage/.test(by);
    return isLeft ? [`${by} succeeded, and has not recorded its release on ${name}`] : [];
  });
}

function judgeMap({ method, target, by, body }: Call, sites: ReadonlyMap<string, Site>): string | undefined {
  const { path } = (body ?? {}) as { path?: string };
  if (target.includes('/invalidateCache') && path !== undefined) invalidated(path, sites);
  if (method !== 'PUT' || !target.includes('/urlMaps/')) return undefined;
  const writers = [...sites.values()].flatMap((site) => site.writers.get(by) ?? []);
  return writers.length > 0 && !writers.some((writer) => writer.hasBegun)
    ? 'it moves the route before the switch has begun'
    : undefined;
}

function judgeObject(call: Call, sites: Map<string, Site>, facts: TraceFacts): string | undefined {
  const write = objectWrite(call);
  if (!write) return undefined;
  if (isRefused(call)) return undefined;
  if (write.name.endsWith('.releases/state.json')) return judgeStateWrite(call, write, sites, facts);
  const found = siteOf(write, sites);
  if (!found) return facts.complete ? 'nobody has claimed the site' : undefined;
  const wrong = judgeFile(call, write, found, facts);
  keep(call, write, found);
  return wrong;
}

const PLACE = '.releases/';

/** The site with the longest prefix of the object. */
function siteOf({ bucket, name }: ObjectWrite, sites: ReadonlyMap<string, Site>) {
  const names = [...sites.keys()].filter((key) => `${bucket}/${name}`.startsWith(key));
  const key = names.sort((a, b) => b.length - a.length)[0];
  return key === undefined ? undefined : { prefix: key.slice(bucket.length + 1), site: sites.get(key) as Site };
}
type FoundSite = NonNullable<ReturnType<typeof siteOf>>;

function judgeStateWrite(
  call: Call,
  { bucket, name }: ObjectWrite,
  sites: Map<string, Site>,
  facts: TraceFacts,
): string | undefined {
  const key = `${bucket}/${name.slice(0, -`${PLACE}state.json`.length)}`;
  const next = partOf<TracedState>(call);
  if (!next) return undefined;
  const site: Site = sites.get(key) ?? {
    states: [undefined],
    at: Number.NEGATIVE_INFINITY,
    writers: new Map(),
    manifests: new Map(),
    objects: new Map(),
    replaced: new Set(),
  };
  sites.set(key, site);
  const sinceLastWrite = (call.at ?? Number.POSITIVE_INFINITY) - site.at;
  const together = { ...facts, siteOfSeveral: sites.size > 1 };
  const verdicts = site.states.map((before) => judgeState(before, next, call, sinceLastWrite, together));
  const known = site.states;
  site.states = isAccepted(call) ? [next] : [...known, next];
  site.at = call.at ?? site.at;
  const claim = next.claim;
  const before = known[0];
  const old = site.writers.get(call.by);
  const writer =
    claim && claim.token !== old?.token
      ? {
          token: claim.token,
          isRollback: claim.work === 'switch',
          hasBegun: false,
          prunes: false,
          to: undefined,
          renewed: 0,
          renews: before?.claim !== undefined || before?.unfinished !== undefined,
          found: before,
          hasEnded: false,
          live: claim.work === 'switch' ? [] : liveAges(before, site.manifests, facts),
        }
      : old;
  if (writer) {
    site.writers.set(call.by, writer);
    const first = before?.current === undefined && next.unfinished !== undefined;
    writer.hasBegun ||= claim?.work === 'switch' || (claim !== undefined && first);
    writer.prunes ||= claim?.work === 'prune';
    if (writer.hasBegun && next.unfinished) writer.to = next.unfinished.to;
    writer.renewed = call.sent ?? 0;
    writer.hasEnded ||= next.unfinished === undefined && next.current === writer.to && writer.hasBegun;
  }
  const [wrong] = verdicts;
  if (writer?.prunes && mayReceivePages(writer)) return 'it prunes while pages of another release may still be created';
  if (writer && !old?.hasBegun && isOlder(writer.to, writer, facts))
    return `it switches to the older commit ${writer.to}`;
  if (verdicts.includes(undefined)) {
    const ended = before?.unfinished && next.current === before.unfinished.to && next.unfinished === undefined;
    return facts.complete && ended && writer
      ? unfinishedFile(key.slice(bucket.length + 1), site, before.unfinished.to)
      : undefined;
  }
  return wrong;
}

/** After an interrupted switch to another release. */
function mayReceivePages({ found, to }: Writer): boolean {
  if (!found?.unfinished) return false;
  const { current, unfinished } = found;
  const ended = unfinished.to === current && unfinished.pruning === current;
  return (unfinished.to !== to && !ended) || unfinished.from.some((one) => one !== current);
}

/**
 * An unfinished rollback leaves its release intentionally, so its target counts. The first publish of a site begins its switch
 * with its claim; until its manifest is stored, the release does not exist, and its commit is unknown.
 */
function liveAges(
  before: TracedState | undefined,
  manifests: Site['manifests'],
  { unforced, ageOf }: TraceFacts,
): number[] {
  if (!before || !unforced || !ageOf) return [];
  const { current, unfinished, hold } = before;
  const goesTo = unfinished && (current !== undefined || manifests.has(unfinished.to)) ? unfinished.to : undefined;
  const releases = [unfinished && hold?.release === unfinished.to ? undefined : current, goesTo];
  return releases.flatMap((release) => (release === undefined ? [] : (ageOf(release) ?? [])));
}

const isOlder = (release: string | undefined, { live }: Writer, { ageOf }: TraceFacts): boolean => {
  const age = release === undefined ? undefined : ageOf?.(release);
  return age !== undefined && live.some((one) => age < one);
};

/** The path, or all paths with the prefix, were invalidated. */
function invalidated(path: string, sites: ReadonlyMap<string, Site>): void {
  const [name = ''] = path.slice(1).split('*');
  for (const { replaced } of sites.values())
    for (const one of replaced) if (one === name || (path.endsWith('*') && one.startsWith(name))) replaced.delete(one);
}

/** A file that does not yet belong to the release that the site is being switched to. */
function unfinishedFile(prefix: string, site: Site, release: string): string | undefined {
  const [stale] = site.replaced;
  if (stale !== undefined) return `it records ${release.slice(0, 8)} as live, and caches may have the old ${stale}`;
  const manifest = site.manifests.get(release);
  if (!manifest) return `it switches to ${release.slice(0, 8)}, which has no manifest`;
  const root = manifest.atomic ? `${prefix}releases/${release}/` : prefix;
  for (const [path, { md5 }] of Object.entries(manifest.files)) {
    const live = site.objects.get(root + path);
    if (!live || (live.source ?? live.md5) !== md5)
      return `it records ${release.slice(0, 8)} as live, and ${root + path} is ${live ? 'another file' : 'not there'}`;
  }
  return undefined;
}

/** Milliseconds after the last renewal in which a run may start writes, plus the interval of its checks. */
const TRUST = 30_000 + 1000;

/** The files that a run may write in its phase. */
function judgeFile(
  call: Call,
  { name, kind, from }: ObjectWrite,
  { prefix, site }: FoundSite,
  facts: TraceFacts,
): string | undefined {
  const { by, sent } = call;
  const writer = facts.complete ? site.writers.get(by) : [...site.writers.values()].at(-1);
  if (!writer) return facts.complete ? 'it has never claimed the site' : undefined;
  const path = name.slice(prefix.length);
  // The manifest may always be written: with it, pruning finds the files of a failed run.
  if (sent !== undefined && sent - writer.renewed > TRUST && !path.endsWith('/manifest.json'))
    return `it was sent ${sent - writer.renewed} ms after the claim was last renewed`;
  if (kind === 'delete') {
    if (!writer.hasBegun && !writer.prunes) return 'it deletes before the switch has begun';
    return facts.complete ? needed(name, prefix, site) : undefined;
  }
  const isKept = path.startsWith(PLACE);
  if (writer.isRollback && kind === 'upload') return 'a rollback stores nothing';
  const content = kind === 'copy' ? site.objects.get(from ?? '') : contentOf(call);
  const same = content?.md5 !== undefined && content.md5 === site.objects.get(name)?.md5;
  if (facts.complete && same && !writer.renews && kind !== 'patch' && !path.endsWith('.json'))
    return 'it writes what is there';
  const stored = /^\.releases\/([^/]+)\/manifest\.json$/.exec(path)?.[1];
  if (isOlder(stored, writer, facts)) return `it publishes the older commit ${stored}`;
  if (isKept || /^releases\//.test(path)) return undefined;
  const manifest = site.manifests.get(writer.to ?? '');
  const file = manifest?.files[path];
  if (kind === 'copy' && from?.startsWith(prefix + PLACE)) {
    if (!writer.hasBegun) return 'it writes a page before the switch has begun';
    const key = from.slice((prefix + PLACE).length);
    return manifest && file?.kept !== key
      ? `it makes ${key} live, which ${writer.to?.slice(0, 8)} does not have there`
      : undefined;
  }
  return undefined;
}

/** Files of the live release and of the switch's target must not be deleted. */
function needed(name: string, prefix: string, site: Site): string | undefined {
  const [state] = site.states;
  for (const release of new Set([state?.unfinished?.to ?? state?.current, state?.current])) {
    const manifest = site.manifests.get(release ?? '');
    if (!manifest || release === undefined) continue;
    const isOld = state?.unfinished !== undefined && release !== state.unfinished.to;
    const root = manifest.atomic ? `${prefix}releases/${release}/` : prefix;
    for (const [path, { kept }] of Object.entries(manifest.files))
      if ((name === root + path && !isOld) || (kept !== undefined && name === `${prefix}${PLACE}${kept}`))
        return `it deletes ${name}, which ${release.slice(0, 8)} needs`;
  }
  return undefined;
}

/** Records manifests and contents. */
function keep(call: Call, { name, kind, from }: ObjectWrite, { prefix, site }: FoundSite): void {
  if (kind === 'delete') site.objects.delete(name);
  if (kind === 'copy') {
    const content = site.objects.get(from ?? '');
    const old = site.objects.get(name);
    const path = name.slice(prefix.length);
    const isLive = !path.startsWith(PLACE) && !path.startsWith('releases/');
    if (isLive && old && content && old.md5 !== content.md5) site.replaced.add(name);
    if (content) site.objects.set(name, content);
  }
  if (kind !== 'upload') return;
  site.objects.set(name, contentOf(call));
  const release = /^\.releases\/([^/]+)\/manifest\.json$/.exec(name.slice(prefix.length))?.[1];
  const manifest = release === undefined ? undefined : partOf<Manifest>(call);
  if (release !== undefined && manifest) site.manifests.set(release, manifest);
}

/** The description of an upload's content. */
function contentOf({ body }: Call): Content {
  const [about] = Array.isArray(body) ? body : [body];
  const { md5Hash, metadata } = (about ?? {}) as { md5Hash?: string; metadata?: Readonly<Record<string, string>> };
  return { md5: md5Hash, source: metadata?.['source-md5'] };
}

/** The JSON that an upload sends; undefined for other content. */
function partOf<T>({ body }: Call): T | undefined {
  const part: unknown = Array.isArray(body) ? body[1] : undefined;
  return typeof part === 'object' && part !== null ? (part as T) : undefined;
}
