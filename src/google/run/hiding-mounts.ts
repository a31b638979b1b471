/**
 * Mounts that hide files of the image: a volume takes the place of all that is in its folder
 * (https://cloud.google.com/run/docs/configuring/services/secrets#mounting-secrets). Pure.
 */
import type { Container, Volume } from './resources.ts';

/** Folders that images have files in. */
const FILLED =
  /^\/(?:app|bin|boot|code|etc|home|lib|lib32|lib64|opt|root|run|sbin|srv|usr|var|workspace)$|^\/(?:usr\/(?:bin|lib|local|local\/(?:bin|etc|lib|share)|sbin|share|src|src\/app)|var\/(?:lib|www|www\/html)|etc\/(?:nginx|ssl|ssl\/certs)|home\/\w+)$/;

interface Mounting {
  readonly containers?: readonly Container[];
  readonly volumes?: readonly Volume[];
}

/** A sentence for each mount that `before` does not have. */
export function hidingMounts(template: Mounting, before: Mounting | undefined): string[] {
  return (template.containers ?? []).flatMap((container, i) => {
    const known = before?.containers?.[i]?.volumeMounts?.map(({ mountPath }) => mountPath);
    return (container.volumeMounts ?? []).flatMap(({ name = '', mountPath = '', subPath }) => {
      const folder = mountPath.replace(/(?<=.)\/+$/, '');
      if (
        known?.includes(mountPath) ||
        subPath !== undefined ||
        !(FILLED.test(folder) || holdsProgram(folder, container))
      )
        return [];
      const volume = template.volumes?.find((one) => one.name === name);
      const what = volume?.secret ? 'a secret' : `the volume ${name}`;
      const whose = container.name ? ` of the container ${container.name}` : '';
      return `${folder}${whose} gets ${what}, which hides all files that the image has there. Use a separate folder, such as /secrets/${folder.split('/').at(-1)}.`;
    });
  });
}

/** True if what the container starts, or starts in, is in the folder. */
const holdsProgram = (folder: string, { command: [program = ''] = [], workingDir = '' }: Container): boolean =>
  [program, `${workingDir}/`].some((path) => path.startsWith(`${folder}/`));
