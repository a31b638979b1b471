/**
 * `npm run bench:analysis`: a thousand canaries of each kind on seeded traffic, judged by the action's own code from the
 * emulator's Cloud Monitoring. `-- 100` runs 100 of each, `-- 1000 'latency equal'` one kind on the same traffic.
 */
import { ERRORS } from '../../../actions/deploy-run/analysis/conditions.ts';
import { type CanaryResult, type CanaryScenario, startCanaries } from '../../harness/canary.ts';
import { seededRandom } from '../../harness/seeded.ts';

const ROLLOUTS = Number(process.argv[2] ?? 1000);
const KIND = process.argv[3] ?? '';
/** Percentage of errors in a healthy service. */
const HEALTHY = 0.001;

const random = seededRandom('rates');
const between = (low: number, high: number) => low * (high / low) ** random();
const kinds: readonly { name: string; scenario: () => CanaryScenario }[] = [
  {
    name: 'errors 5 % over 0.1 %, 20–200 requests/s',
    scenario: () => ({ rate: between(20, 200), errors: { candidate: 0.05, baseline: HEALTHY } }),
  },
  {
    name: 'errors 5–100 % over 0.1 %, 20–200 requests/s',
    scenario: () => ({ rate: between(20, 200), errors: { candidate: between(0.05, 1), baseline: HEALTHY } }),
  },
  {
    name: 'healthy, 20–200 requests/s',
    scenario: () => ({ rate: between(20, 200), errors: { candidate: HEALTHY, baseline: HEALTHY } }),
  },
  {
    name: 'healthy, an instance fails for 10 s every two hours, 20–200 requests/s',
    scenario: () => ({ rate: between(20, 200), faults: 0.5, errors: { candidate: HEALTHY, baseline: HEALTHY } }),
  },
  {
    name: 'healthy, little traffic: 0.1–5 requests/s',
    scenario: () => ({ rate: between(0.1, 5), errors: { candidate: HEALTHY, baseline: HEALTHY } }),
  },
  {
    name: 'errors 5 %, little traffic: 0.1–5 requests/s',
    scenario: () => ({ rate: between(0.1, 5), errors: { candidate: 0.05, baseline: HEALTHY } }),
  },
  {
    name: 'latency doubled, 20–100 requests/s',
    scenario: () => ({
      rate: between(20, 100),
      errors: { candidate: HEALTHY, baseline: HEALTHY },
      slowdown: 2,
      latencies: true,
      conditions: [...ERRORS, { kind: 'latency', percentile: 95 }],
    }),
  },
  {
    name: 'latency equal, 20–100 requests/s',
    scenario: () => ({
      rate: between(20, 100),
      errors: { candidate: HEALTHY, baseline: HEALTHY },
      latencies: true,
      conditions: [...ERRORS, { kind: 'latency', percentile: 95 }],
    }),
  },
];

const fixture = await startCanaries();
try {
  for (const { name, scenario } of kinds) {
    const scenarios = Array.from({ length: ROLLOUTS }, scenario); // of all kinds, because they share one random sequence
    if (!name.startsWith(KIND)) continue;
    const results: CanaryResult[] = [];
    const start = performance.now();
    for (const [i, it] of scenarios.entries()) results.push(await fixture.run(`${name} ${i}`, it));
    report(name, results, (performance.now() - start) / 1000);
  }
} finally {
  await fixture.stop();
}
process.exit(0);

function report(name: string, results: readonly CanaryResult[], seconds: number): void {
  const count = (holds: (result: CanaryResult) => boolean) => results.filter(holds).length;
  const quantiles = (values: number[]) => {
    const sorted = values.sort((a, b) => a - b);
    return [0.05, 0.5, 0.95].map((q) => Math.round(sorted[Math.floor(q * (sorted.length - 1))] ?? 0)).join(' / ');
  };
  const restored = results.filter(({ end }) => end === 'restored');
  console.log(`\n${name}: ${results.length} rollouts in ${seconds.toFixed(0)} s`);
  console.log(
    `  promoted ${count(({ end }) => end === 'promoted')}, with a warning ${count(({ end, decisions }) => end === 'promoted' && decisions.includes('proceed-with-warning'))}`,
  );
  console.log(
    `  restored ${restored.length}, in the first step ${count(({ end, percent }) => end === 'restored' && percent === 5)}, by evidence ${count(({ verdict }) => verdict === 'worse')} (${[...new Set(results.flatMap(({ worse }) => worse))].join(', ') || '–'}), as inconclusive ${count(({ end, verdict }) => end === 'restored' && verdict === 'inconclusive')}`,
  );
  console.log(`  minutes to the verdict (5 / 50 / 95 %): ${quantiles(results.map(({ minutes }) => minutes))}`);
  console.log(`  requests of the candidate at the verdict: ${quantiles(results.map(({ requests }) => requests))}`);
}
