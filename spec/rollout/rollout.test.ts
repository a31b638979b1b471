import { describe, expect, test } from 'vitest';
import { explore, propertiesOf, withOnly } from '../explore.ts';
import { BROKEN, QUICK } from './bounds.ts';
import { rolloutModel } from './checked-model.ts';
import { keyIn } from './model.ts';
import { ALL_FENCES } from './programs.ts';
import type { System } from './system.ts';

describe('the rollout', () => {
  test.each(QUICK)('keeps its promises: $name', (bound) => {
    const found = explore(rolloutModel(bound));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test('two deploys in each other’s place are one state, and no end is lost by that', () => {
    const budget = { crashes: 0, lostResponses: 1, staleReads: 0, badRevisions: 0, timeouts: 0 };
    const setup = { actors: ['A', 'B'].map((name) => ({ name, kind: 'deploy' as const })), budget };
    const explored = (key: (system: System) => string) => {
      const ends = new Set<string>();
      const due = ({ actors }: System) => actors.every(({ at }) => at === 'done');
      const check = ({ service: { etag: _, ...service } }: System) => void ends.add(JSON.stringify(service));
      const { states } = explore({ ...rolloutModel(setup), key, liveness: [{ name: 'ends', due, check }] });
      return { states, ends };
    };
    const whole = explored(keyIn({ ...setup, actors: [] }));
    const folded = explored(keyIn(setup));
    const mirrored = (text: string) => text.replace(/"([AB])"/g, (_, name) => (name === 'A' ? '"B"' : '"A"'));
    expect(new Set([...folded.ends].flatMap((text) => [text, mirrored(text)]))).toEqual(whole.ends);
    expect(folded.states).toBeGreaterThanOrEqual(whole.states / 2);
    expect(folded.states).toBeLessThan(0.51 * whole.states);
  });

  test.each(BROKEN)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(withOnly(caughtBy, rolloutModel({ ...bound, fences: { [without]: false } })));
    expect(found.violation?.property).toBe(caughtBy);
  });

  test('each check is needed, and each property finds something', () => {
    expect(new Set(BROKEN.map(({ without }) => without))).toEqual(new Set(Object.keys(ALL_FENCES)));
    const properties = BROKEN.flatMap((bound) => propertiesOf(rolloutModel(bound)));
    expect(new Set(BROKEN.map(({ caughtBy }) => caughtBy))).toEqual(new Set(properties));
  });
});
