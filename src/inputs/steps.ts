/** The steps of a canary, as inputs give them. */
import { parseDuration } from './duration.ts';
import { parseList } from './lists.ts';

/** A step of a canary that outlasts the run. */
export interface HeldStep {
  readonly percent: number;
  /** How long it lasts, in milliseconds; 0 for the last. */
  readonly ms: number;
  /** Whether the step after it needs an approval. */
  readonly approval: boolean;
}

/** `5,25,100`, or one per line; or `5@1h,25@1d+approval,100`, whose steps outlast the run (`held`). */
export function parseSteps(text: string): { readonly steps: readonly number[]; readonly held: readonly HeldStep[] } {
  const items = parseList(text.replaceAll(',', '\n'));
  if (!text.includes('@')) return { steps: parsePercentages(items), held: [] };
  const parts = items.map((item) => item.split('@'));
  const steps = parsePercentages(parts.map(([percent = '']) => percent.trim()));
  const held = parts.map(([, time, more], i): HeldStep => {
    if (more !== undefined) throw new Error(`"${items[i]}" has two times. Write one, for instance 5@1h.`);
    const last = i === parts.length - 1;
    if (last !== (time === undefined))
      throw new Error(
        `"${items[i]}" ${last ? 'is the last step, which has no end' : 'has no time'}. Write a time for each step but the last, for instance 5@1h,25@1d,100.`,
      );
    const [duration = '', gate] = (time ?? '0s').split('+').map((part) => part.trim());
    if (gate !== undefined && gate !== 'approval')
      throw new Error(`"+${gate}" is not known. Write for instance 25@1d+approval.`);
    return { percent: steps[i] as number, ms: parseDuration(duration), approval: gate === 'approval' };
  });
  return { steps, held };
}

function parsePercentages(items: readonly string[]): number[] {
  const steps = items.map((item) => Number(item.replace(/(?<=\d)\s*%$/, '')));
  const bad = items.find(
    (_, i) => !Number.isInteger(steps[i]) || (steps[i] as number) < 1 || (steps[i] as number) > 100,
  );
  if (bad !== undefined)
    throw new Error(`"${bad}" is not a percentage. Write whole numbers from 1 to 100, for instance 5,25,100.`);
  if (steps.some((step, i) => i > 0 && step <= (steps[i - 1] as number)))
    throw new Error(`"${items.join(',')}" is not increasing. Each step must be larger than the one before.`);
  if (steps.at(-1) !== 100) throw new Error(`"${items.join(',')}" does not end at 100. Add 100 as the last step.`);
  return steps;
}
