/** Problems of the checks of a call. Pure. */
import { commandOf, type Entry, type ListProblem } from '../lists.ts';

export const checkProblems = (checks: readonly Entry[]): ListProblem[] =>
  checks
    .flatMap((entry) => [...workProblems(entry), ...setupProblems(entry), ...pathsProblems(entry)])
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
