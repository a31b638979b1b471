/**
 * Files of secrets in a folder that a job has already: a volume is a folder, so the files that the inputs name are put beside those that
 * another tool put there. Pure.
 */
import type { Container, TaskTemplate, Volume } from '../../../src/google/run/resources.ts';
import { itemsOf, shortNameOf } from '../../../src/google/run/secret-files.ts';

type Named = ReadonlySet<string>;

const volumePath = ({ name = '' }: Volume): string => `inputs:volumes[${name}]`;
const filePath = (volume: Volume, file = ''): string => `${volumePath(volume)}.items[${file}]`;

/** The paths of the files that a volume has. */
export const filePaths = (volume: Volume): string[] =>
  (volume.secret?.items ?? []).map((item) => filePath(volume, item.path));

/** The task without the files that an earlier run named, and the named paths without the folders that still have others. */
export function withoutNamedFiles(
  task: TaskTemplate,
  mounts: Container['volumeMounts'] = [],
  named: Named,
): { readonly task: TaskTemplate; readonly named: Named } {
  const shared = new Set<string>();
  const volumes = task.volumes?.map((volume) => {
    const others = volume.secret?.items?.filter((item) => !named.has(filePath(volume, item.path))) ?? [];
    // Earlier versions recorded no files, so the whole volume is theirs.
    if (others.length === 0 || !filePaths(volume).some((path) => named.has(path))) return volume;
    shared.add(volumePath(volume));
    for (const { name, mountPath } of mounts) if (name === volume.name) shared.add(`inputs:volumeMounts[${mountPath}]`);
    return { ...volume, secret: { ...volume.secret, items: others } };
  });
  return {
    task: { ...task, ...(volumes && { volumes }) },
    named: new Set([...named].filter((path) => !shared.has(path))),
  };
}

/** A wanted volume with the files that the same secret has in its folder, but for those of an earlier run of ours. */
export function withOtherFiles(
  volume: Volume,
  folder: string | undefined,
  task: TaskTemplate,
  mounts: Container['volumeMounts'] = [],
  named: Named,
): Volume {
  const mount = mounts.find((one) => one.mountPath?.replace(/(?<=.)\/+$/, '') === folder);
  const there = task.volumes?.find((one) => one.name === mount?.name);
  if (!volume.secret || !there?.secret || named.has(volumePath(there))) return volume;
  if (shortNameOf(there.secret.secret) !== shortNameOf(volume.secret.secret)) return volume;
  const wanted = new Map(volume.secret.items?.map((item) => [item.path, item]));
  const before = itemsOf(there.secret);
  return {
    ...volume,
    secret: {
      ...there.secret,
      ...volume.secret,
      items: [
        ...before.map((item) => ({ ...item, ...wanted.get(item.path) })),
        ...[...wanted.values()].filter(({ path }) => !before.some((item) => item.path === path)),
      ],
    },
  };
}
