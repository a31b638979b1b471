import { expect, test } from 'vitest';
import { createServerClock } from '../../../../src/google/server-clock.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';

const START = Date.parse('2026-03-01T10:00:00Z');

function fixture() {
  const warnings: string[] = [];
  let now = START;
  const { clock, hear } = createServerClock({ ...systemClock, now: () => now }, ['https://run.googleapis.com'], {
    warning: (message) => void warnings.push(message),
  });
  return {
    warnings,
    clock,
    pass: (ms: number) => {
      now += ms;
    },
    /** The server responded at this time, `took` milliseconds after the request. */
    respond: (time: number, took = 100, url = 'https://run.googleapis.com/v2/x') => {
      hear({ url, sent: now, received: now + took, date: new Date(time).toUTCString() });
      now += took;
    },
  };
}

test('is the runner’s clock until a response shows another time', () => {
  const { clock, respond, warnings } = fixture();
  expect(clock.now()).toBe(START);
  // A slow response explains the difference.
  respond(START + 40_000, 41_000);
  expect(clock.now()).toBe(START + 41_000);
  respond(START + 41_000 - 9000);
  expect(clock.now()).toBe(START + 41_100);
  expect(warnings).toEqual([]);
});

test.each([
  ['ahead of', 3_600_000],
  ['behind', -3_600_000],
])('follows Google where the runner is %s it, and says so once', (words, off) => {
  const { clock, respond, pass, warnings } = fixture();
  respond(START - off);
  expect(Math.abs(clock.now() - (START - off))).toBeLessThanOrEqual(200);
  pass(60_000);
  respond(START - off + 60_400);
  expect(Math.abs(clock.now() - (START - off + 60_000))).toBeLessThan(1000);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(words);
});

test('returns to the runner’s clock once that is set', () => {
  const { clock, respond, pass } = fixture();
  respond(START + 3_600_000);
  pass(3_600_000);
  respond(START + 3_600_000);
  expect(clock.now()).toBe(START + 3_600_200);
});

test('learns nothing from other servers, or from a response without a time', () => {
  const { clock, respond, pass } = fixture();
  respond(START + 3_600_000, 0, 'https://registry.example.com/v2/');
  respond(Number.NaN, 0);
  pass(1);
  expect(clock.now()).toBe(START + 1);
});
