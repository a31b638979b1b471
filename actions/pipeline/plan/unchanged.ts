/** What makes a check the same check as one that has passed: its files, and its configuration. Pure. */
import { createHash, scryptSync } from 'node:crypto';
import picomatch from 'picomatch';
import type { Entry } from './lists.ts';

/** Decides what every job of a commit does, so it counts for each check. */
const WORKFLOWS = '.github/workflows/**';

/** How far apart two runs of an unchanged check may be, by default: versions such as `1.24` move on without a commit. */
const USUAL_AGE = '7d';

/** How long a passed check counts, as a duration. */
export const passedWithin = (entry: Entry): string => String(entry['passed-within'] ?? USUAL_AGE);

/**
 * A hash of the files that the check depends on: its `paths`, its `setup`, and the workflows. `files`: path → id of the content.
 * Undefined if no file matches `paths`.
 */
export function filesDigest(entry: Entry, files: ReadonlyMap<string, string>): string | undefined {
  const patterns = [entry.paths].flat().flatMap((one) => String(one).split('\n'));
  const excluded = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const isOwn = matcher(
    patterns.filter((one) => !one.startsWith('!')),
    excluded,
  );
  const isShared = matcher([WORKFLOWS, ...(entry.setup === undefined ? [] : [folderPattern(String(entry.setup))])]);
  const own = [...files].filter(([path]) => isOwn(path));
  if (own.length === 0) return undefined;
  const all = new Map([...own, ...[...files].filter(([path]) => isShared(path))]);
  return hash([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const matcher = (patterns: readonly string[], excluded: readonly string[] = []) =>
  picomatch([...patterns], { dot: true, ignore: [...excluded] });

const folderPattern = (folder: string) => `${folder.replace(/^\.\//, '').replace(/\/+$/, '')}/**`;

/**
 * A hash of all else that decides how a check ends: command, toolchain, databases, runner and variables. Secrets enter through a slow
 * hash, as this one is public.
 */
export function configurationDigest(
  entry: Entry,
  { runner, buildEnv, repository }: { runner: string; buildEnv: ReadonlyMap<string, string>; repository: string },
): string {
  const { 'passed-within': _, ...rest } = entry;
  const variables = [...buildEnv].sort(([a], [b]) => (a < b ? -1 : 1));
  const secrets = variables.length > 0 ? scryptSync(JSON.stringify(variables), repository, 32).toString('hex') : '';
  return hash([Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)), runner, secrets]);
}

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The message that a check leaves when it has passed. */
export const passedRecord = (configuration: string): string =>
  `This check passed with configuration sha256:${configuration}. It is skipped while that and its files stay the same.`;

/** The configuration in the messages of a check that has passed; undefined for one that was skipped itself. */
export function readPassedRecord(messages: readonly string[]): string | undefined {
  for (const message of messages) {
    const found = /^This check passed with configuration sha256:([0-9a-f]{64})\./.exec(message)?.[1];
    if (found) return found;
  }
  return undefined;
}
