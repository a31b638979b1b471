/** Two regions of a service have revisions of the same name: what is observed in one is not reported for the other. */
import { describe, expect, test } from 'vitest';
import type { ComparisonResult } from '../../../../actions/deploy-run/analysis/judge.ts';
import { verdictOf } from '../../../../actions/deploy-run/analysis/judge.ts';
import type { Look } from '../../../../actions/deploy-run/analysis/watch.ts';
import { decisiveCandidate, type JudgedCandidate, reportLook } from '../../../../actions/deploy-run/release/canary.ts';
import type { ServiceEvent } from '../../../../actions/deploy-run/service/outcome.ts';

const REGIONS = ['us-central1', 'europe-west1', 'asia-east1'];
const REVISION = 'web-bbbbbbbbbbbb-1';

const candidate = (region: string, regions: readonly string[] = []) =>
  ({
    regional: { name: `projects/p/locations/${region}/services/web`, service: 'web', region },
    plan: { current: { multiRegionSettings: { regions } } },
    revision: REVISION,
  }) as unknown as JudgedCandidate;

const counts = { requests: 100, events: 0 };
/** A look in which `special` has this result, and all other regions are fine. */
function lookAt(special: string, result: ComparisonResult['result']): Look {
  const observations = REGIONS.map((region) => ({
    watched: { service: 'web', region, candidate: REVISION, baseline: ['web-aaaaaaaaaaaa-1'] },
    percent: 5,
    results: [
      {
        name: '5xx',
        result: region === special ? result : 'fine',
        restores: true,
        candidate: counts,
        baseline: counts,
        uncounted: 0,
      } as ComparisonResult,
    ],
    readings: {} as Look['observations'][number]['readings'],
  }));
  return { at: 0, observations, verdict: verdictOf(observations.flatMap(({ results }) => results)) };
}

function reported(candidates: readonly JudgedCandidate[], look: Look) {
  const events: ServiceEvent[] = [];
  reportLook(candidates, look, events);
  return events.map((event) => event.kind === 'judged' && [event.name.split('/')[3], event.observation.watched.region]);
}

describe.each(['worse', 'undecided'] as const)('one region is %s', (result) => {
  test.each(REGIONS)('%s is the one that failed, and each region reports its own', (region) => {
    const candidates = REGIONS.map((one) => candidate(one));
    const look = lookAt(region, result);
    expect(decisiveCandidate(candidates, look)?.regional.region).toBe(region);
    expect(reported(candidates, look)).toEqual(REGIONS.map((one) => [one, one]));
  });

  test.each(REGIONS)('a multi-region service reports %s', (region) => {
    const candidates = [candidate('global', REGIONS)];
    const look = lookAt(region, result);
    expect(decisiveCandidate(candidates, look)).toBe(candidates[0]);
    expect(reported(candidates, look)).toEqual([['global', region]]);
  });
});
