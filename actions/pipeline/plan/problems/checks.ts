/** Problems of the checks of a call. Pure. */
import { commandOf, type Entry, type ListProblem } from '../lists.ts';

export const checkProblems = (checks: readonly Entry[]): ListProblem[] =>
  checks
    .flatMap((entry) => [
      ...workProblems(entry),
      ...setupProblems(entry),
      ...pathsProblems(entry),
      ...versionProblems(entry),
      ...databaseProblems(entry),
    ])
    .map((message) => ({ input: 'checks', message }));

/** A command that is empty, or in no form that a shell takes, would pass without a test. */
function workProblems({ name, run, 'golangci-lint': lint }: Entry): string[] {
  if (run === undefined) return lint ? [] : [`${name} needs run or golangci-lint.`];
  return commandOf(run) === undefined ? [`${name} has a run that is not a command. ${COMMAND_EXPECTED}`] : [];
}

export const COMMAND_EXPECTED = 'Expected text or a list of lines, such as "npm ci && npm test".';

/** A composite action is one of the repository: others are pinned by their commit in a composite action of your own. */
function setupProblems({ name, setup }: Entry): string[] {
  if (setup === undefined || /^\.\/(?!.*(?:^|\/)\.\.(?:\/|$))[\w./-]+$/.test(String(setup))) return [];
  return [
    `${name} has setup ${JSON.stringify(setup)}. Expected the folder of a composite action in this repository, such as ./.github/actions/setup.`,
  ];
}

/** Files that a check depends on: with them, it is skipped while they are unchanged. */
function pathsProblems(entry: Entry): string[] {
  const { name, paths } = entry;
  if (paths === undefined)
    return 'passed-within' in entry ? [`${name} has passed-within, which is only allowed with paths.`] : [];
  const patterns = [paths].flat();
  const isText = patterns.every((one) => typeof one === 'string' && one !== '' && !/^!?\.?\//.test(one));
  if (isText && patterns.some((one) => !String(one).startsWith('!'))) return [];
  return [
    `${name} has invalid paths. Expected a list of patterns from the root of the repository, such as ["api/**", "go.*", "!**/*.md"].`,
  ];
}

const TOOLCHAINS = ['go', 'node', 'rust', 'python', 'java', 'ruby', 'dotnet', 'php', 'golangci-lint'];

/** Numbers that JSON makes of versions that end with a zero, and that are no versions in use themselves. */
const LOST_ZERO: Readonly<Record<string, readonly unknown[]>> = { go: [1.1, 1.2, 1.3], python: [3.1, 3.2, 3.3] };

function versionProblems(entry: Entry): string[] {
  return TOOLCHAINS.flatMap((key) => {
    const value = entry[key];
    if (LOST_ZERO[key]?.includes(value))
      return [`${entry.name} has ${key} ${value}, a number, which loses its last zero. Write "${value}0", in quotes.`];
    if (value === undefined || typeof value === 'string' || typeof value === 'number') return [];
    return [`${entry.name} has ${key} ${JSON.stringify(value)}. Expected a version, in quotes.`];
  });
}

/** Such an image could not be pulled, and GitHub would only show the failed pull. */
const databaseProblems = (entry: Entry): string[] =>
  Object.entries({ postgres: 'postgres:17', redis: 'redis:8' }).flatMap(([key, example]) => {
    const value = entry[key];
    if (value === undefined || (typeof value === 'string' && !/^[\d.]+$/.test(value))) return [];
    return [`${entry.name} has ${key} ${JSON.stringify(value)}. Expected an image, such as ${example}.`];
  });
