/** Finds build arguments that no stage declares, which Docker silently ignores. Pure. */
import { readInstructions } from '../cache-mounts/dockerfile.ts';

/** Without an ARG: https://docs.docker.com/reference/dockerfile/#predefined-args, and https://docs.docker.com/build/building/variables. */
const PREDEFINED =
  /^(?:(?:HTTPS?|FTP|NO|ALL)_PROXY|BUILDKIT_\w+|BUILDX_\w+|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT))$/i;

/** A line for each argument that the Dockerfile `text` does not take. None where another frontend reads the Dockerfile. */
export function unusedBuildArgs(text: string, names: Iterable<string>): string[] {
  if (/^\s*#\s*syntax\s*=\s*(?!\s|docker(?:\.io)?\/(?:docker\/)?dockerfile)/im.test(text)) return [];
  const instructions = readInstructions(text);
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const declared = (from: number, to: number) =>
    new Set(
      instructions
        .slice(from, to)
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(({ rest }) => [...rest.matchAll(/(?:^|\s)([A-Za-z_]\w*)/g)].map(([, name = '']) => name)),
    );
  const [globals, inStages] = [declared(0, Math.max(first, 0)), declared(Math.max(first, 0), instructions.length)];
  const chosen = instructions
    .filter(({ keyword }, i) => keyword === 'FROM' || i < first)
    .map(({ rest, flags }) => `${flags.join(' ')} ${rest}`)
    .join('\n');
  return [...names].flatMap((name) => {
    if (PREDEFINED.test(name) || inStages.has(name)) return [];
    if (!globals.has(name))
      return [
        `Build argument ${name} is not used: the Dockerfile has no ARG ${name}. Write ARG ${name} before the step that uses it, or remove it from build-args.`,
      ];
    if (new RegExp(`\\$\\{?${name}\\b`).test(chosen)) return [];
    return [
      `Build argument ${name} is not used: ARG ${name} is before the first FROM, where only FROM lines can use it. Repeat ARG ${name} after the FROM of the stage that uses it.`,
    ];
  });
}
