/**
 * The file of signed trusted roots, as `orchestra trusted-root` writes it: of each authority the metadata of The Update Framework
 * (https://theupdateframework.github.io/specification/latest/) that vouches for its trusted root. Pure, and without what verifies it.
 */

export const SIGNED_ROOTS = 'application/vnd.orchestra.signed-roots.v1+json';

/** Metadata with signatures of its `signed` part. */
export interface Signed<T> {
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
  readonly signed: T & { readonly _type: string; readonly version: number; readonly expires: string };
}

export interface TufRoot {
  readonly keys: Readonly<Record<string, { readonly keytype: string; readonly keyval: { readonly public: string } }>>;
  readonly roles: Readonly<Record<string, { readonly keyids: readonly string[]; readonly threshold: number }>>;
}

export interface TufTargets {
  readonly targets: Readonly<
    Record<string, { readonly length: number; readonly hashes: Readonly<Record<string, string>> }>
  >;
}

export interface SignedRoots {
  readonly mediaType: typeof SIGNED_ROOTS;
  readonly sources: readonly {
    /** Base URL of the repository of metadata. */
    readonly url: string;
    /** From the one that was released with the actions to the newest, each signed by the one before. */
    readonly roots: readonly Signed<TufRoot>[];
    readonly targets: Signed<TufTargets>;
    /** The bytes of `trusted_root.json`, as text. */
    readonly trustedRoot: string;
  }[];
}

export const isSignedRoots = (json: unknown): json is SignedRoots =>
  typeof json === 'object' && json !== null && (json as { mediaType?: unknown }).mediaType === SIGNED_ROOTS;

/** When the first signature of the file ends, in milliseconds. Throws an Error in words for a file that is incomplete. */
export function expiryOf({ sources }: SignedRoots): number {
  const dates = sources.flatMap(({ roots, targets }) => [roots.at(-1)?.signed.expires, targets.signed.expires]);
  const ends = dates.map((date) => Date.parse(date ?? ''));
  if (ends.length === 0 || ends.some(Number.isNaN)) throw new Error('it does not say when its signatures end');
  return Math.min(...ends);
}
