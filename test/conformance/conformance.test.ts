/**
 * Every call that our code makes to a Google API, a registry or GitHub, next to the same call by the official client: the
 * requests on the wire are the same, but for the differences in `allowed.ts`.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALLOWED, isAllowed } from './allowed.ts';
import { countCalls, DOORS, describeSite, doors } from './call-sites.ts';
import { compare, type Difference, describeDifference, sorted } from './compare.ts';
import { normalize, type Wire } from './normalize.ts';
import { type Recorded, type Recorder, startRecorder } from './recorder.ts';

// Before our code is loaded, so that all of it is counted.
const count = await countCalls();
const { PAIRS } = await import('./pairs/index.ts');

/** Requests that go to no API: there is no client to compare with. */
const NO_API = ['actions/deploy-run/probe/http.ts: http.raw', 'actions/preview/comment/site.ts: http.raw'];

let recorder: Recorder;
const met = new Set<object>();

beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder.stop());

describe('our call and the official client’s are the same on the wire', () => {
  test.each(PAIRS)('$name', async ({ name, respond, ours, official, unordered, only = () => true, first }) => {
    const wires = (requests: Recorded[]): Wire[] => {
      const compared = requests.map(normalize).filter(only).slice(0, first);
      return unordered ? sorted(compared) : compared;
    };
    const own = wires(await recorder.during(respond, () => ours(recorder.url)));
    const other = wires(await recorder.during(respond, () => official(recorder.url)));
    expect(own.length, 'our code sent nothing').toBeGreaterThan(0);
    const unlisted: Difference[] = compare(own, other).filter((difference) => {
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

describe('no call is left out', () => {
  test('the pairs make every call of our code', async () => {
    const sites = await count.callSites();
    expect(sites.length).toBeGreaterThan(30);
    const missing = sites.filter(({ made }) => !made).map(describeSite);
    expect(missing, 'add a pair for the call to test/conformance/pairs').toEqual(NO_API);
  });

  test('only these modules access the network directly', () => {
    expect(
      doors(),
      'send through src/google/http/client.ts, or count the calls of the module in call-sites.ts',
    ).toEqual(DOORS);
  });
});
