/**
 * Whether the tags of a call log are those of one image: what a step tags under the names of a commit, of its inputs and of the user
 * is the same manifest (an image to reuse may turn out to be incomplete; it is then built, and tagged anew), and an attestation is
 * never replaced by another.
 */
import { type Call, isRefused, pathOf } from './calls.ts';

/** Images of one platform, caches, and what belongs to another image. */
const OTHERS = /^(sha256:|attestation-|buildcache)|-(linux|windows)-/;

export function strayTags(calls: readonly Call[]): string[] {
  const tagged = new Map<string, string[]>();
  return calls.flatMap((call, i) => {
    if (call.api !== 'registry' || call.method !== 'PUT' || call.action !== 'build-image' || isRefused(call)) return [];
    const [, name = '', tag] = /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(pathOf(call)) ?? [];
    const isAttestation = tag?.startsWith('attestation-');
    if (tag === undefined || (OTHERS.test(tag) && !isAttestation)) return [];
    const key = isAttestation ? `${name}:${tag}` : `${call.by} ${name}`;
    const body = JSON.stringify(call.body);
    const known = tagged.get(key) ?? [];
    tagged.set(key, [...known.filter((one) => one !== body), body]);
    const isStray = isAttestation ? known.some((one) => one !== body) : known.slice(0, -1).includes(body);
    return isStray
      ? [`write ${i + 1}, ${call.target} by ${call.by}: it names another manifest than the tag before`]
      : [];
  });
}
