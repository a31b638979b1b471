/** Several services in two regions for tests of releases, with earlier releases. */

import { join } from 'node:path';
import { expect } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import type { StepResult } from '../../harness/runner.ts';
import { COMMITS, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';

export const REGIONS = ['us-central1', 'europe-west1'] as const;
export const [A, B, C] = COMMITS;

/** The step's clock is twenty times as fast, for leases of a minute and for retries of a failing API. */
export const FAST = {
  NODE_OPTIONS: `--require ${join(import.meta.dirname, '../../harness/fast-clock.cjs')}`,
  CLOCK_FACTOR: '20',
};

export interface Fleet {
  /** Names of the services; the first, in the first region, is the lead. */
  readonly names: readonly string[];
  readonly regions: readonly string[];
  /** Inputs that deploy all of them, each with a separate image per commit. */
  inputs(more?: Record<string, string>): Promise<Record<string, string>>;
  /** The first letter of the commits that serve, by service and region, with shares below 100. */
  serves(): string[];
  /** All services as one text: a letter if all serve only that commit. */
  together(): string;
  /** Names of the members with a rollout record. */
  records(): string[];
  holds(): string[];
  settled(): Promise<void>;
}

let count = 0;

/** Services that run commit A, each released by an earlier run. */
export async function createFleet(
  fixture: Fixture,
  options: {
    readonly services?: number;
    readonly regions?: readonly string[];
    readonly history?: readonly string[];
  } = {},
): Promise<Fleet> {
  const { services = 2, regions = REGIONS, history = [A] } = options;
  const fleet = ++count;
  const names = Array.from({ length: services }, (_, i) => `f${fleet}${'abcdef'[i]}`);
  for (const region of regions) for (const name of names) await fixture.release(name, history, region);
  const members = names.flatMap((name) => regions.map((region) => ({ name, region })));
  const key = (name: string, region: string) => `projects/${DEFAULTS.project}/locations/${region}/services/${name}`;
  const annotations = (name: string, region: string) =>
    fixture.emulator.run.services.get(key(name, region))?.doc.annotations ?? {};
  const carrying = (annotation: string) =>
    members
      .filter(({ name, region }) => `actions.orchestra.dev/${annotation}` in annotations(name, region))
      .map(({ name, region }) => `${region}/${name}`);
  const made: Fleet = {
    names,
    regions,
    async inputs(more = {}) {
      const image = await fixture.image('two');
      return {
        'probe-passes': '1',
        'probe-interval': '1ms',
        'probe-path': '/health',
        region: regions.join('\n'),
        services: JSON.stringify(names.map((service) => ({ service, image }))),
        ...more,
      };
    },
    serves: () =>
      members.map(({ name, region }) =>
        fixture
          .serves(name, region)
          .replaceAll(/\S+?-([0-9a-f])\1+-\d+=/g, '$1=')
          .replaceAll('=100', ''),
      ),
    together() {
      const all = new Set(made.serves());
      return all.size === 1 ? ([...all][0] as string) : made.serves().join(', ');
    },
    records: () => carrying('rollout'),
    holds: () => carrying('hold'),
    async settled() {
      for (const { name, region } of members) await fixture.settled(name, region);
    },
  };
  return made;
}

/** Runs main and post like the runner. */
export async function runBothPhases(
  fixture: Fixture,
  commit: string,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
): Promise<StepResult> {
  const main = await fixture.deploy(commit, inputs, { env });
  const post = await fixture.post(commit, inputs, main.state);
  expect(post.exitCode, `${logOf(main)}\n${logOf(post)}`).toBe(0);
  return main;
}

/** The release is complete: one commit serves everywhere, and no rollout record is left. */
export function expectTogether(fleet: Fleet, commit: string, result: StepResult): void {
  expect(fleet.together(), logOf(result)).toBe(commit[0]);
  expect(fleet.records(), logOf(result)).toEqual([]);
}
