/**
 * Whether the tags of a call log are those of one image: what a step tags under the names of a commit, of its inputs and of the user
 * is the same manifest (an image to reuse may turn out to be incomplete; it is then built and tagged again), and an attestation is
 * never replaced by another.
 */
import { type Call, isRefused, pathOf, type Success, type TraceFacts } from './calls.ts';

/** Images of one platform, caches, and what belongs to another image. */
const NO_RELEASE_TAG = /^(sha256:|attestation-|buildcache)|-(linux|windows)-/;

const TAGGED = /^\/v2\/(.+)\/manifests\/([^/]+)$/;

export function unexpectedTags(calls: readonly Call[], facts: TraceFacts = {}): string[] {
  return [...replacedTags(calls), ...(facts.succeeded ?? []).flatMap((run) => missingTags(calls, run, facts) ?? [])];
}

function replacedTags(calls: readonly Call[]): string[] {
  const tagged = new Map<string, string[]>();
  return calls.flatMap((call, i) => {
    if (call.api !== 'registry' || call.method !== 'PUT' || call.action !== 'build-image' || isRefused(call)) return [];
    const [, name = '', tag] = TAGGED.exec(pathOf(call)) ?? [];
    const isAttestation = tag?.startsWith('attestation-');
    if (tag === undefined || (NO_RELEASE_TAG.test(tag) && !isAttestation)) return [];
    const key = isAttestation ? `${name}:${tag}` : `${call.by} ${name}`;
    const body = JSON.stringify(call.body);
    const known = tagged.get(key) ?? [];
    tagged.set(key, [...known.filter((one) => one !== body), body]);
    const isUnexpected = isAttestation ? known.some((one) => one !== body) : known.slice(0, -1).includes(body);
    return isUnexpected
      ? [`write ${i + 1}, ${call.target} by ${call.by}: it names another manifest than the tag before`]
      : [];
  });
}

/** A tag that named the image while it was there; `until` is when another write moved it. */
interface TagPeriod {
  readonly image: string;
  readonly by: string;
  readonly from: number;
  until: number;
}

/**
 * A run that ended well has left its tags on one image that it has pushed or wanted to tag: each of them has named it while the run
 * lasted. And what its docker has pushed under a tag stood there until the run gave its other tags, which it does last.
 */
function missingTags(
  calls: readonly Call[],
  { by, began, ended }: Success,
  { tagsOf }: TraceFacts,
): string | undefined {
  const tags = tagsOf?.(by) ?? [];
  const docker = `${by}.docker`;
  const own = calls.filter((call) => (call.by === by || call.by === docker) && isTagging(call));
  if (tags.length === 0) return undefined;
  const named = tags.map((tag) => historyOf(calls, tag));
  const namedDuringRun = named.map((one) =>
    one.flatMap(({ image, from, until }) => (from <= ended && until >= began ? [image] : [])),
  );
  // Those that were refused, too: an immutable tag may name the image already.
  const isShared = ({ body }: Call) => namedDuringRun.every((images) => images.includes(JSON.stringify(body)));
  if (!own.some(isShared)) return `${by} succeeded, and ${tags.join(' and ')} did not name its image during the run`;
  const completes = own.find((call) => call.by === by)?.sent ?? Number.NEGATIVE_INFINITY;
  const pushed = named.map((one) => one.findLast((push) => push.by === docker));
  const moved = pushed.findIndex((push) => push !== undefined && push.until < completes);
  return moved < 0 ? undefined : `${by} succeeded, and ${tags[moved]} was moved after its docker had pushed it`;
}

/** What the tag has named, oldest first. */
function historyOf(calls: readonly Call[], tag: string): TagPeriod[] {
  const found: TagPeriod[] = [];
  for (const call of calls) {
    if (!isTagging(call) || isRefused(call) || TAGGED.exec(pathOf(call))?.[2] !== tag) continue;
    const { by, at = 0, body } = call;
    const image = JSON.stringify(body);
    const last = found.at(-1);
    if (last?.image === image) continue;
    if (last) last.until = at;
    found.push({ image, by, from: at, until: Number.POSITIVE_INFINITY });
  }
  return found;
}

const isTagging = (call: Call): boolean =>
  call.api === 'registry' && call.method === 'PUT' && TAGGED.test(pathOf(call));
