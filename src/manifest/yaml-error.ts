/** The parser recurses once per level, so its limit depends on the stack; no manifest or input nests this deep. */
export const MOST_LEVELS = 200;

export const TOO_DEEP = `is nested deeper than ${MOST_LEVELS} levels`;

/** True if the parser ran out of stack. */
export const isTooDeep = (error: unknown): boolean => (error as Error).message.startsWith('Maximum call stack');

/** What a parser's error says to a user, in one line. */
export function describeYamlError(error: unknown): string {
  const message = (error as Error).message.split('\n')[0] ?? '';
  return isTooDeep(error) ? TOO_DEEP : `is not valid YAML or JSON: ${message}`;
}
