/**
 * Checks that the tags of a step name one image: its tags for the commit, for its inputs and of the user
 * have the same manifest (a reused image can turn out to be incomplete; it is then built and tagged again), and an attestation is
 * never replaced by another.
 */
import { type Call, isRefused, pathOf, type Success, type TraceFacts } from './calls.ts';

/** Tags of one platform, of caches, and of attachments of other images. */
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

/** The period in which a tag named an image; `until` is when another write moved the tag. */
interface TagPeriod {
  readonly image: string;
  readonly by: string;
  readonly from: number;
  until: number;
}

/**
 * A successful run has set its tags on one image that it pushed or tried to tag: each of them named it at some time during the
 * run. And a tag that its docker pushed kept its image until the run added its other tags, which it does last.
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
  // Refused writes count, too, since an immutable tag can already name the image.
  const isShared = ({ body }: Call) => namedDuringRun.every((images) => images.includes(JSON.stringify(body)));
  if (!own.some(isShared)) return `${by} succeeded, and ${tags.join(' and ')} did not name its image during the run`;
  const completes = own.find((call) => call.by === by)?.sent ?? Number.NEGATIVE_INFINITY;
  const pushed = named.map((one) => one.findLast((push) => push.by === docker));
  const moved = pushed.findIndex((push) => push !== undefined && push.until < completes);
  return moved < 0 ? undefined : `${by} succeeded, and ${tags[moved]} was moved after its docker had pushed it`;
}

/** The images of the tag, oldest first. */
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
