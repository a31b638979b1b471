/** The builds with which build-image restores, measures and keeps cache mounts, as the stand-in for docker carries them out. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegistryClient } from './docker-registry.ts';

/** The only cache mount of a builder; a new builder has nothing in it. */
export interface BuilderMount {
  content: string | undefined;
}

export interface MountArguments {
  readonly dockerfile: string;
  readonly output: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Whether it is a build of the action, not of the user. */
export const isMountBuild = (dockerfile: string): boolean => dockerfile.includes('/orchestra/mounts/');

/** Returns the digest of the image that it pushed. `onRestored` gets that of the image that it restored. */
export async function buildMounts(
  { dockerfile, output, labels }: MountArguments,
  mount: BuilderMount,
  { image, manifest, layerOf }: RegistryClient,
  onRestored: (digest: string) => void,
): Promise<string | undefined> {
  const [, kept] = /^FROM \S+@(\S+) AS orchestra-kept$/m.exec(dockerfile) ?? [];
  const [, folder] = /dest=(.*)/.exec(output) ?? [];
  if (folder === undefined) {
    const [, tag] = /name=[^,]*:([^,:]*)/.exec(output) ?? [];
    const config = { os: 'linux', architecture: 'amd64', config: { Labels: labels } };
    return (await manifest(await image(config, mount.content ?? ''), tag)).digest;
  }
  const before = kept && (await layerOf(kept));
  if (!dockerfile.includes('/report-0')) {
    mount.content = before;
    if (kept) onRestored(kept);
    return undefined;
  }
  const [, key = ''] = /for key in (\S+);/.exec(dockerfile) ?? [];
  const { content = '' } = mount;
  const fingerprint = createHash('sha256').update(content).digest('hex');
  writeFileSync(
    join(folder, 'report-0'),
    `${key} 4 ${content === '' ? 0 : 1} no ${fingerprint} ${content === before ? 0 : 4}\n`,
  );
  return undefined;
}
