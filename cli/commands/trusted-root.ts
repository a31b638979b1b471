/** `trusted-root`: the authorities whose signatures count, as a file that the actions verify. */
import { absent } from '../../src/google/errors/not-found.ts';
import type { HttpClient } from '../../src/google/http/client.ts';
import { expiryOf, SIGNED_ROOTS, type SignedRoots } from '../../src/provenance/signed-roots-file.ts';
import { InputError } from '../../src/runtime/errors.ts';
import type { Command } from '../core/command.ts';
import { connectLocally } from '../core/context.ts';

/** Metadata repositories, each with the root that is released with the actions, from which updates start. */
const SOURCES: readonly (readonly [url: string, root: number])[] = [
  ['https://tuf-repo-cdn.sigstore.dev', 16],
  ['https://tuf-repo.github.com', 3],
];
const MOST_ROOTS = 256;

export const trustedRoot: Command = {
  name: 'trusted-root',
  summary: 'Print the current authorities for the input trusted-root, with their signatures',
  operands: '',
  mostOperands: 0,
  description:
    'Downloads the trusted roots of Sigstore and GitHub with the metadata that signs them, and prints one file for the input trusted-root. The actions verify the signatures, and refuse the file once they expire; doctor --trusted-root warns 30 days before.',
  options: {
    source: {
      value: 'URL',
      about: 'Repository of metadata, or a mirror of one. Default those of Sigstore and GitHub.',
      many: true,
    },
  },
  examples: ['trusted-root > deploy/trusted-root.json'],
  async run(args, { context }) {
    const given = args.list('source');
    const { http } = connectLocally(context);
    const wanted = SOURCES.filter(([url]) => given.length === 0 || given.some((one) => nameOf(one) === url));
    if (given.length > 0 && wanted.length !== given.length)
      throw new InputError([
        {
          subject: 'Option --source',
          message: `expected ${SOURCES.map(([url]) => url).join(' or ')}, or a mirror as URL=MIRROR.`,
        },
      ]);
    const sources = await Promise.all(
      wanted.map(([url, root]) => download(http, url, mirrorOf(given.find((one) => nameOf(one) === url)) ?? url, root)),
    );
    const file: SignedRoots = { mediaType: SIGNED_ROOTS, sources };
    expiryOf(file);
    return { data: file, text: JSON.stringify(file) };
  },
};

/** `URL` or `URL=MIRROR`. */
const nameOf = (source: string): string => (source.split('=')[0] ?? '').replace(/\/$/, '');

const mirrorOf = (source: string | undefined): string | undefined =>
  source?.includes('=') ? source.slice(source.indexOf('=') + 1).replace(/\/$/, '') : undefined;

/** Downloads like a client of The Update Framework, with version and hash in the file names. */
async function download(
  http: HttpClient,
  url: string,
  base: string,
  root: number,
): Promise<SignedRoots['sources'][number]> {
  const text = async (path: string) => {
    const { text: found } = await http.text({
      method: 'GET',
      url: `${base}/${path}`,
      authenticated: false,
      resource: `${base}/${path}`,
    });
    return found;
  };
  const json = async (path: string) => JSON.parse(await text(path));
  const roots: SignedRoots['sources'][number]['roots'][number][] = [];
  for (let version = root; version < root + MOST_ROOTS; version++) {
    const next = await absent(json(`${version}.root.json`));
    if (next === undefined) break;
    roots.push(next);
  }
  const timestamp = await json('timestamp.json');
  const snapshot = await json(`${timestamp.signed.meta['snapshot.json'].version}.snapshot.json`);
  const targets = await json(`${snapshot.signed.meta['targets.json'].version}.targets.json`);
  const { sha256 } = targets.signed.targets['trusted_root.json'].hashes;
  return { url, roots, targets, trustedRoot: await text(`targets/${sha256}.trusted_root.json`) };
}
