/**
 * Every moment of a release is safe: four services in two regions, with a fault at a call of every kind. `npm run sweep:release` plays all
 * calls with all faults, which takes hours; by default a sample is tested.
 */
import { expect, test } from 'vitest';
import fc from '../../harness/seeded.ts';
import { createFixture, type Fixture } from '../deploy-run/deploy-run.fixture.ts';
import { REGIONS } from './release.fixture.ts';
import { countReleaseCalls, FAULTS, FOLLOWERS, playSweep, type SweepCase } from './release-sweep.ts';

const SIZE = { services: 4, regions: REGIONS };
const LANES = 2;
const SAMPLE = 12;

/** `all`, or some of the calls, such as `100-120`, or `1-400/10` for every tenth. */
const wanted = process.env.RELEASE_SWEEP;

test('a release of four services in two regions, with a fault at any call', { timeout: 20 * 3_600_000 }, async () => {
  const fixtures = await Promise.all(Array.from({ length: LANES }, createFixture));
  try {
    const calls = await countReleaseCalls(fixtures[0] as Fixture, SIZE);
    expect(calls).toBeGreaterThan(100);
    if (wanted !== undefined) console.log(`${calls} calls`);
    const queue = wanted === undefined ? sample(calls) : every(calls, wanted);
    const failures: string[] = [];
    await Promise.all(
      fixtures.map(async (fixture) => {
        for (let one = queue.shift(); one !== undefined; one = queue.shift())
          try {
            await playSweep(fixture, SIZE, one);
            if (wanted !== undefined) console.log(`${one.fault} at call ${one.call}, then ${one.follower}: together`);
          } catch (error) {
            failures.push((error as Error).message);
            if (wanted !== undefined) console.log(`FAILED ${(error as Error).message}`);
          }
      }),
    );
    expect(failures).toEqual([]);
  } finally {
    await Promise.all(fixtures.map((fixture) => fixture.stop()));
  }
});

/** Each fault with each follower, at calls all over the release. */
function sample(calls: number): SweepCase[] {
  const [numbers = []] = fc.sample(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: SAMPLE, maxLength: SAMPLE }),
    1,
  );
  return numbers.map((chance, i) => ({
    // One call of each twelfth of the release.
    call: 1 + Math.floor(((i + chance * 0.999) / SAMPLE) * calls),
    fault: FAULTS[i % FAULTS.length] as SweepCase['fault'],
    follower: FOLLOWERS[(i + Math.floor(i / FAULTS.length)) % FOLLOWERS.length] as SweepCase['follower'],
  }));
}

function every(calls: number, range: string): SweepCase[] {
  const [, from = '1', to = String(calls), by = '1'] = /^(\d+)-(\d+)(?:\/(\d+))?$/.exec(range) ?? [];
  const numbers = Array.from({ length: calls }, (_, i) => i + 1).filter(
    (number) => number >= Number(from) && number <= Number(to) && (number - Number(from)) % Number(by) === 0,
  );
  return numbers.flatMap((call) => FAULTS.flatMap((fault) => FOLLOWERS.map((follower) => ({ call, fault, follower }))));
}
