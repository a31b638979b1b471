/** Invariants of images in every schedule, checked after each write of the registry, at the end of a step, and at the end. */
import { keyTag } from '../../../actions/build-image/plan/own-tags.ts';
import { KEY_LABEL } from '../../../actions/build-image/reuse/key-label.ts';
import type { InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import {
  type ImageConfig,
  type ImageManifest,
  isAttestation,
  parseImageManifest,
} from '../../../src/container/registry.ts';
import type { Actor } from '../engine/actors.ts';
import { addressOf } from '../engine/network.ts';
import { Violation } from '../engine/schedule.ts';
import { errorOf } from '../engine/test-bed.ts';
import { contentOf, IMAGE_COMMITS, IMAGE_PATH } from './cloud.ts';
import { SOURCE_LABEL, sourceOf } from './docker.ts';
import { type ImageAction, PLATFORMS } from './schedule.ts';

/** An action that builds. */
export type Made = Extract<ImageAction, { kind: 'build' | 'platforms' }>;

export interface ImageWatch {
  /** After each write: the images of all tags exist completely. */
  tagsAreWhole(): Promise<void>;
  /** After a successful step: its output exists and was built from its inputs. `isDeleted`: the output can have been deleted. */
  isRight(ended: Actor, action: Made, platforms: readonly string[], isDeleted: boolean): Promise<void>;
  /** Where images must be signed: each of these has an attestation about it. `what` says who uses them. */
  isSigned(what: string, digests: readonly string[]): Promise<void>;
  /** The tags of the commit name the image, and the tag of its inputs an image of the same inputs. */
  isTagged(ended: Actor, action: Made): Promise<void>;
  /** The digests of the tags. */
  tags(): Promise<ReadonlyMap<string, string>>;
}

export const platformsOf = (action: Made): readonly string[] =>
  action.kind === 'build' && !action.both ? PLATFORMS.slice(0, 1) : PLATFORMS;

export const buildArgsOf = ({ variant }: Made): readonly string[] => (variant ? ['VARIANT=1'] : []);

export function createImageWatch({ emulator, call }: InProcessEmulator): ImageWatch {
  const token = emulator.token({ lifetimeSeconds: 86_400 * 30 });
  const request = async (method: string, path: string) => {
    const url = new URL(`${addressOf('registry')}/v2/${IMAGE_PATH}${path}`);
    const headers = { authorization: `Bearer ${token}` };
    const { status = 200, body } = await call('registry', { method, url, headers, body: Buffer.alloc(0) });
    return { status, body };
  };
  const manifestOf = async (reference: string): Promise<ImageManifest | undefined> => {
    const found = await emulator.registry.store.manifest(IMAGE_PATH, reference);
    return found && parseImageManifest(found.bytes, found.mediaType);
  };
  const configOf = async ({ config }: ImageManifest): Promise<ImageConfig> => {
    const { body } = await request('GET', `/blobs/${config?.digest}`);
    const chunks = (await (body as { toArray(): Promise<Buffer[]> }).toArray()) as Buffer[];
    return JSON.parse(Buffer.concat(chunks).toString()) as ImageConfig;
  };
  const tags = async () => {
    const { status, body } = await request('GET', '/tags/list');
    const names = status === 200 ? (body as { tags: string[] }).tags : [];
    const found = await Promise.all(
      names.map(async (name) => [name, (await manifestOf(name))?.digest ?? 'nothing'] as const),
    );
    return new Map(found);
  };

  /** The missing part of an image; undefined if it is complete. */
  async function missingOf(digest: string): Promise<string | undefined> {
    const manifest = await manifestOf(digest);
    if (!manifest) return digest;
    for (const child of manifest.manifests) {
      const missing = await missingOf(child.digest);
      if (missing !== undefined) return missing;
    }
    for (const { digest: part } of [...(manifest.config ? [manifest.config] : []), ...manifest.layers])
      if ((await request('HEAD', `/blobs/${part}`)).status !== 200) return part;
    return undefined;
  }

  /** The inputs of the images of an index, by platform. */
  async function sourcesOf(digest: string): Promise<ReadonlyMap<string, string>> {
    const manifest = await manifestOf(digest);
    if (!manifest) return new Map();
    const singles = manifest.config
      ? [manifest]
      : await Promise.all(manifest.manifests.filter((one) => !isAttestation(one)).map((one) => manifestOf(one.digest)));
    const configs = await Promise.all(singles.map((one) => one && configOf(one)));
    return new Map(
      configs.map((one) => [`${one?.os}/${one?.architecture}`, one?.config?.Labels?.[SOURCE_LABEL] ?? 'nothing']),
    );
  }

  /** The digests that an attestation is about. */
  async function subjectsOf(tag: string): Promise<readonly string[]> {
    const [layer] = ((await manifestOf(tag))?.layers ?? []) as readonly { readonly data?: string }[];
    const { dsseEnvelope } = JSON.parse(Buffer.from(layer?.data ?? '', 'base64').toString()) as {
      dsseEnvelope: { payload: string };
    };
    const { subject } = JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()) as {
      subject: { digest: { sha256: string } }[];
    };
    return subject.map((one) => one.digest.sha256);
  }

  const described = (sources: ReadonlyMap<string, string>) =>
    [...sources.keys()].sort().map((platform) => sources.get(platform));
  const wanted = (action: Made, platforms: readonly string[]) =>
    platforms.map((platform) => sourceOf(contentOf(action.commit), buildArgsOf(action), platform));

  return {
    tags,
    async tagsAreWhole() {
      for (const [tag, digest] of await tags()) {
        const missing = await missingOf(digest);
        if (missing !== undefined)
          throw new Violation('what a tag names is whole', `${tag} names ${digest}, of which ${missing} is missing`);
      }
    },
    async isRight({ name, outputs }, action, platforms, isDeleted) {
      const digest = outputs.digest ?? '';
      const missing = await missingOf(digest);
      if (missing !== undefined) {
        if (isDeleted) return;
        throw new Violation('an image that is given out is there', `${name} gave out ${digest}; ${missing} is missing`);
      }
      const found = JSON.stringify(described(await sourcesOf(digest)));
      if (found !== JSON.stringify(wanted(action, platforms)))
        throw new Violation(
          'an image is of its inputs',
          `${name} ${outputs.reused === 'true' ? 'reused' : 'gave out'} ${digest}, which was built from ${found}`,
        );
    },
    async isSigned(what, digests) {
      const names = [...(await tags()).keys()];
      for (const one of new Set(digests)) {
        const hex = one.replace('sha256:', '');
        const attested = await Promise.all(
          names.filter((tag) => tag.startsWith(`attestation-${hex}-`)).map((tag) => subjectsOf(tag)),
        );
        if (!attested.flat().includes(hex))
          throw new Violation('an image that must be signed has an attestation', `${what} ${one} without one`);
      }
    },
    async isTagged({ name, outputs, end, ...actor }, action) {
      if (end !== 0) throw new Violation('a re-run succeeds', `${name}: ${errorOf({ name, outputs, end, ...actor })}`);
      const commit = IMAGE_COMMITS[action.commit] as string;
      const all = await tags();
      for (const tag of [commit, commit.slice(0, 7)])
        if (all.get(tag) !== outputs.digest)
          throw new Violation(
            'success is what was requested',
            `${tag} names ${all.get(tag)}, and not ${outputs.digest} of ${name}`,
          );
      const manifest = await manifestOf(outputs.digest ?? '');
      const key =
        manifest?.annotations[KEY_LABEL] ??
        (manifest?.config && (await configOf(manifest)).config?.Labels?.[KEY_LABEL]);
      const found = key === undefined ? undefined : all.get(keyTag(key));
      if (found === undefined)
        throw new Violation(
          'success is what was requested',
          `no tag leads from the inputs to ${outputs.digest} of ${name}`,
        );
    },
  };
}
