import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_MODES, SIMULATED_ACTIONS } from './action-names.ts';
import { BROKEN_CODE } from './broken-code.ts';
import { compileSimulation, type Simulation } from './campaign.ts';
import { ALL_REGRESSIONS } from './regressions.ts';

const SCHEDULES = 120;

describe('the simulation', () => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await compileSimulation();
  });
  afterAll(() => simulation.close());

  test.each(SIMULATED_ACTIONS)(`plays ${SCHEDULES} schedules of %s in which everything holds`, async (action) => {
    const { statistics, failures } = await simulation.campaign({
      actions: [action],
      from: 1,
      count: SCHEDULES,
      seconds: 600,
      processes: 1,
    });
    expect(failures).toEqual([]);
    expect(statistics[action]?.schedules).toBe(SCHEDULES);
    expect(statistics[action]?.counted).toBeGreaterThan(SCHEDULES / 2);
  });

  test('plays every 50th case of the sweep over all modes', async () => {
    const { cases, failures } = await simulation.sweep({ modes: ALL_MODES, every: 50, processes: 1 });
    expect(failures).toEqual([]);
    expect(Object.entries(cases).filter(([, count]) => count < 1)).toEqual([]);
  });

  test.each(SIMULATED_ACTIONS)('plays a seed of %s in the same way each time, to the byte', async (action) => {
    const [once, again] = await Promise.all([simulation.replay(17, action), simulation.replay(17, action)]);
    expect(once.trace.length).toBeGreaterThan(50);
    expect(again.trace).toEqual(once.trace);
    expect(again.message).toBe(once.message);
  });

  test.each(ALL_REGRESSIONS)('$name', async ({ schedule }) => {
    expect((await simulation.replay(schedule)).message).toBeUndefined();
  });

  test.each(BROKEN_CODE)('$name: $caughtBy', async ({ schedule, caughtBy, ...broken }) => {
    expect((await simulation.replay(schedule)).message).toBeUndefined();
    const faulty = await compileSimulation(broken);
    try {
      expect((await faulty.replay(schedule)).message).toMatch(caughtBy);
    } finally {
      faulty.close();
    }
  });
});
