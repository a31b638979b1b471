/** State that `main` saved for `post`, as JSON. Another process of the job can write it, too. */
import type { Context } from '../../../src/runtime/context.ts';

/** Undefined without state. What this action does not save is ignored, with a warning. */
export function readLeft<T>(
  context: Pick<Context, 'state' | 'log'>,
  name: string,
  valid: (value: unknown) => value is T,
): T | undefined {
  const text = context.state(name);
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (valid(value)) return value;
  } catch {
    // Said below.
  }
  context.log.warning(`State ${name} is not what this step saved, so it is ignored: ${text}`);
  return undefined;
}
