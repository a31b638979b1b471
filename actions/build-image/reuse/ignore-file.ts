/**
 * Which files of a context BuildKit leaves out, by the rules of `.dockerignore`
 * (https://docs.docker.com/build/concepts/context/#dockerignore-files). The rules are not git's: patterns start at the root
 * of the context, the last match wins, and a match of a folder covers what is in it.
 */
import { posix } from 'node:path';
import { compilePattern } from './ignore-pattern.ts';

interface Pattern {
  readonly negated: boolean;
  readonly matches: (path: string) => boolean;
}

/** Decides about one entry, knowing what was decided about the folder that it is in. */
export interface IgnoreRules {
  /** `path` is relative to the context, with slashes. `parent` is the verdict of its folder; undefined at the root. */
  judge(path: string, parent: Verdict | undefined): Verdict;
  /** True if nothing in an ignored folder can come back. */
  readonly final: boolean;
}

export interface Verdict {
  readonly ignored: boolean;
  /** By pattern: whether it matched this entry or a folder above it. */
  readonly matched: readonly boolean[];
}

/** Reads the text of an ignore file. */
export function parseIgnoreFile(text: string): IgnoreRules {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '!')
    .map(parsePattern);
  return {
    final: !patterns.some((pattern) => pattern.negated),
    judge(path, parent) {
      let ignored = false;
      const matched = patterns.map((pattern, i) => {
        let match = parent?.matched[i] ?? false;
        // A pattern that cannot change the verdict is not tried, and then does not count as matched below either.
        if (!match && pattern.negated === ignored) match = pattern.matches(path);
        if (match) ignored = !pattern.negated;
        return match;
      });
      return { ignored, matched };
    },
  };
}

function parsePattern(line: string): Pattern {
  const negated = line.startsWith('!');
  const cleaned = posix.normalize(negated ? line.slice(1).trim() : line).replace(/(?<=.)\/+$/, '');
  return { negated, matches: compilePattern(cleaned.length > 1 ? cleaned.replace(/^\//, '') : cleaned) };
}
