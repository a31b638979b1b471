/** The secret `build-env`: variables of builds and tests, whose values are secret. */
import { parseMap } from '../../src/inputs/lists.ts';

/** Masking shorter values would hide unrelated text. */
const SHORTEST = 8;

/** Set by the runner, or read by it and by the programs that it starts. */
const RESERVED = /^(?:GITHUB|RUNNER|ACTIONS|INPUT)_|^(?:PATH|HOME|CI|NODE_OPTIONS|LD_PRELOAD|BASH_ENV)$/;

/** Reads `KEY=VALUE` lines. Throws an Error with a message for the user, which contain no value. */
export function parseBuildEnv(text: string): ReadonlyMap<string, string> {
  const values = readLines(text);
  const problems = [...values].flatMap(([name, value]) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      return [`a name is not a valid variable name (letters, digits and "_"). Correct the line.`];
    if (RESERVED.test(name)) return [`${name} is a variable of the runner. Choose another name.`];
    if (value.trim().length < SHORTEST)
      return [
        `${name} has fewer than ${SHORTEST} characters, so it cannot be masked in logs. Use a longer secret, or write the value into the command if it is not a secret.`,
      ];
    return [];
  });
  if (problems.length > 0) throw new Error(problems.join(' '));
  return values;
}

function readLines(text: string): ReadonlyMap<string, string> {
  try {
    return parseMap(text);
  } catch {
    throw new Error('expected KEY=VALUE, one per line. Values are not shown; look for a line without "=".');
  }
}
