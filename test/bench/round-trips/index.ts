/**
 * Sequential round trips of each step: the response to each API call of the step (tokens included, probe requests not) is delayed
 * by 0, 50, 100 and 200 ms, and the slope of the step's duration over the latency is the number of sequential calls. Load on the
 * machine adds noise to the slope, so the calls that began after the end of the one before are also counted, which is exact. Opening
 * a connection is not counted, since only responses are delayed. `-- round-trips calls` also lists the calls, each with the number
 * of calls that it waits for.
 */

import type { Call } from '../../../packages/emulator/src/core/calls.ts';
import buildBundles from '../../harness/bundles.ts';
import { median, ms, type Row } from '../measure.ts';
import { isStepsCall } from './counted-calls.ts';
import { compareWithGcloud } from './gcloud.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

const LATENCIES = [0, 50, 100, 200];
const ROUNDS = 3;

interface TimedCall {
  readonly call: Call;
  /** Milliseconds. */
  readonly began: number;
  readonly ended: number;
}

interface Sample {
  /** Milliseconds. */
  readonly latency: number;
  readonly duration: number;
}

export async function benchRoundTrips(options: { readonly listCalls: boolean }): Promise<Row[]> {
  const removeBundles = await buildBundles();
  try {
    const rows: Row[] = [];
    for (const scenario of SCENARIOS) rows.push(await measure(scenario, options.listCalls));
    return [...rows, ...(await compareWithGcloud())];
  } finally {
    removeBundles();
  }
}

async function measure({ name, aim, prepare }: Scenario, listCalls: boolean): Promise<Row> {
  const { emulator, run, stop } = await prepare();
  let latency = 0;
  const calls: TimedCall[] = [];
  emulator.core.calls.onCall(async (call) => {
    if (!isStepsCall(call)) return;
    const began = performance.now();
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    calls.push({ call, began, ended: performance.now() });
  });
  try {
    // The first run is a warm-up of the machine and the server.
    await run();
    const samples: Sample[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (latency of LATENCIES) {
        calls.length = 0;
        samples.push({ latency, duration: await run() });
      }
    }
    if (listCalls) {
      console.log(`${name}:`);
      const start = calls[0]?.began ?? 0;
      for (const { call, began } of [...calls].sort((a, b) => a.began - b.began)) {
        const before = ((began - start) / latency).toFixed(1).padStart(5);
        console.log(`${before}  ${call.api} ${call.method} ${call.path}${call.query}`);
      }
    }
    const at = (wanted: number) =>
      median(samples.filter((sample) => sample.latency === wanted).map(({ duration }) => duration));
    return {
      what: `round trips: ${name}`,
      ours: `${inSequence(calls)} of ${calls.length} calls in sequence, slope ${slope(samples).toFixed(1)}`,
      against: '',
      ratio: `${ms(at(0))} at no latency, ${ms(at(200))} at 200 ms`,
      aim: `at most ${aim}`,
    };
  } finally {
    await stop();
  }
}

/** The most calls of which each began after the end of the one before. */
function inSequence(calls: readonly TimedCall[]): number {
  let count = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { began, ended } of [...calls].sort((a, b) => a.ended - b.ended)) {
    if (began < end) continue;
    count++;
    end = ended;
  }
  return count;
}

/** Milliseconds of the step for each millisecond of latency: least squares through the fastest run at each latency. */
function slope(samples: readonly Sample[]): number {
  const points = LATENCIES.map((latency) => ({
    x: latency,
    y: Math.min(...samples.filter((sample) => sample.latency === latency).map(({ duration }) => duration)),
  }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const covariance = mean(points.map((point) => (point.x - x) * (point.y - y)));
  return covariance / mean(points.map((point) => (point.x - x) ** 2));
}
