import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileSimulation, type Simulation } from './campaign.ts';
import { MODES } from './deploy-run/schedule.ts';
import { REGRESSIONS } from './regressions.ts';

const SCHEDULES = 120;

describe('the simulation', () => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await compileSimulation();
  });
  afterAll(() => simulation.close());

  test(`plays ${SCHEDULES} schedules in which everything holds`, async () => {
    const { schedules, counted, failures } = await simulation.campaign({
      from: 1,
      count: SCHEDULES,
      seconds: 600,
      processes: 1,
    });
    expect(failures).toEqual([]);
    expect(schedules).toBe(SCHEDULES);
    expect(counted).toBeGreaterThan(SCHEDULES / 2);
  });

  test('plays every 40th case of the sweep over all modes', async () => {
    const { cases, failures } = await simulation.sweep({ modes: MODES, every: 40, processes: 1 });
    expect(failures).toEqual([]);
    expect(Object.entries(cases).filter(([, count]) => count < 1)).toEqual([]);
  });

  test('plays a seed in the same way each time, to the byte', async () => {
    const [once, again] = await Promise.all([simulation.replay(17), simulation.replay(17)]);
    expect(once.trace.length).toBeGreaterThan(50);
    expect(again.trace).toEqual(once.trace);
    expect(again.message).toBe(once.message);
  });

  test.each(REGRESSIONS)('$name', async ({ schedule }) => {
    expect((await simulation.replay(schedule)).message).toBeUndefined();
  });
});
