/**
 * Every call that our code makes to a Google API, a registry or GitHub, next to the same call by the official client: the
 * requests on the wire are the same, but for the differences in `allowed.ts`.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALLOWED, isAllowed } from './allowed.ts';
import { compare, type Difference, describeDifference, sorted } from './compare.ts';
import { normalize, type Wire } from './normalize.ts';
import { PAIRS } from './pairs/index.ts';
import { type Recorder, startRecorder } from './recorder.ts';

let recorder: Recorder;
const met = new Set<object>();

beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder.stop());

describe('our call and the official client’s are the same on the wire', () => {
  test.each(PAIRS)('$name', async ({ name, answers, ours, official, unordered }) => {
    const own = await recorder.during(answers, () => ours(recorder.url));
    const other = await recorder.during(answers, () => official(recorder.url));
    expect(own.length, 'our code sent nothing').toBeGreaterThan(0);
    const order = unordered ? sorted : (requests: Wire[]) => requests;
    const found = compare(order(own.map(normalize)), order(other.map(normalize)));
    const unlisted: Difference[] = found.filter((difference) => {
      const entries = ALLOWED.filter((entry) => isAllowed(entry, name, difference));
      for (const entry of entries) met.add(entry);
      return entries.length === 0;
    });
    expect(unlisted.map(describeDifference)).toEqual([]);
  });
});

describe('an allowed difference still occurs', () => {
  test.each(ALLOWED)('$pairs at $at', (entry) => {
    expect(met.has(entry), `no pair differs there any more: remove the entry (${entry.reason})`).toBe(true);
  });
});
