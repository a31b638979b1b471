/**
 * publish-frontend is killed at each of its calls, through the bundle: afterwards every live page loads all that it
 * names, and a re-run finishes. Transfers are sequential, so that the n-th call is the same each time (but for the manifest, which
 * is sent beside the first file); the server still handles the call at which the process dies, so the state after every write is
 * tested, and the state before it at the previous call.
 */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../../../harness/runner.ts';
import {
  type Contents,
  commit,
  createFixture,
  dashboard,
  type Fixture,
  logOf,
  type Site,
} from '../publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

/** Runs the step, and kills it at its n-th call to storage or compute. */
async function killedAt(site: Site, n: number, run: (onStart: (child: ChildProcess) => void) => Promise<StepResult>) {
  let child: ChildProcess | undefined;
  let seen = 0;
  let at = '';
  const remove = fixture.emulator.core.calls.onCall(({ api, method, path, query }) => {
    if ((api !== 'storage' && api !== 'compute') || !path.includes(site.bucket)) return;
    if (++seen !== n) return;
    at = `${method} ${decodeURIComponent(path + query).slice(-80)}`;
    child?.kill('SIGKILL');
  });
  const result = await run((started) => {
    child = started;
  });
  remove();
  await idle(site);
  return { result, at, calls: seen };
}

/** The server has finished the requests of the dead process. */
async function idle({ bucket }: Site) {
  const { calls } = fixture.emulator.core;
  while (calls.list.some(({ status, path }) => status === undefined && path.includes(bucket)))
    await new Promise((resolve) => setTimeout(resolve, 2));
}

interface Scenario {
  readonly name: string;
  readonly options?: { atomic: true };
  /** Runs before the step. */
  readonly prepare: (site: Site) => Promise<unknown>;
  /** Inputs of the step and of its re-runs. */
  readonly inputs: Record<string, string>;
  readonly letter: string;
  readonly build?: Contents;
  /** The live site at the end. */
  readonly goal: (site: Site) => Promise<void>;
  /** Versions that pages may have during the switch. */
  readonly versions: readonly number[];
}

const ATOMIC = { atomic: 'true' };
const KEEP_ALL = { concurrency: '1', 'max-delete': '0' };
const shows = (version: number) => async (site: Site) => {
  expect((await site.get('/index.html')).body).toContain(`v${version}<`);
  expect((await site.get('/help/index.html')).body).toContain(`help ${version}<`);
};

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a first publish',
    prepare: async () => {},
    inputs: KEEP_ALL,
    letter: 'a',
    build: dashboard(1),
    goal: shows(1),
    versions: [1],
  },
  {
    name: 'an update, with a page less',
    prepare: (site) =>
      site.publish('a', dashboard(1, { 'old.html': '<p>old<script src="/assets/index-Ab3dEf01.js">' })),
    inputs: KEEP_ALL,
    letter: 'b',
    build: dashboard(2),
    goal: async (site) => {
      await shows(2)(site);
      expect(site.names()).not.toContain('old.html');
    },
    versions: [1, 2],
  },
  {
    name: 'a rollback',
    prepare: async (site) => {
      await site.publish('a', dashboard(1));
      await site.publish('b', dashboard(2));
    },
    inputs: { concurrency: '1', path: '', 'rollback-to': 'previous' },
    letter: 'c',
    goal: async (site) => {
      await shows(1)(site);
      expect(await site.state()).toMatchObject({ current: commit('a'), hold: { release: commit('a') } });
    },
    versions: [1, 2],
  },
  {
    name: 'a prune',
    prepare: async (site) => {
      for (const [i, letter] of ['a', 'b', 'c'].entries())
        await site.publish(letter, dashboard(i + 1), { 'keep-releases': '1', 'keep-days': '0', 'max-delete': '0' });
    },
    inputs: { concurrency: '1', 'keep-releases': '1', 'keep-days': '0' },
    letter: 'c',
    build: dashboard(3),
    goal: async (site) => {
      await shows(3)(site);
      expect(site.names().filter((name) => name.includes('01.js') || name.includes(`${commit('a')}/manifest`))).toEqual(
        [],
      );
      expect(site.names()).toContain('assets/chunk-Zy9xWv02.js');
    },
    versions: [3],
  },
  {
    name: 'an atomic update',
    prepare: (site) => site.publish('a', dashboard(1), ATOMIC),
    inputs: { ...KEEP_ALL, ...ATOMIC },
    letter: 'b',
    build: dashboard(2),
    goal: shows(2),
    versions: [1, 2],
  },
  {
    name: 'an atomic rollback',
    prepare: async (site) => {
      await site.publish('a', dashboard(1), ATOMIC);
      await site.publish('b', dashboard(2), ATOMIC);
    },
    inputs: { concurrency: '1', path: '', 'rollback-to': commit('a') },
    letter: 'c',
    goal: shows(1),
    versions: [1, 2],
  },
  {
    name: 'staging for a canary',
    prepare: async (site) => {
      await fixture.canary('staging', 'b', 'undecided');
      await site.publish('a', dashboard(1));
    },
    inputs: { ...KEEP_ALL, services: 'us-central1/staging', 'on-canary': 'stage' },
    letter: 'b',
    build: dashboard(2),
    goal: async (site) => {
      await shows(1)(site);
      expect(await site.state()).toMatchObject({ current: commit('a'), staged: { release: commit('b') } });
    },
    versions: [1],
  },
  ...[{}, ATOMIC].map((layout): Scenario => {
    const service = 'atomic' in layout ? 'promoted-atomic' : 'promoted';
    return {
      name: `the ${'atomic' in layout ? 'atomic ' : ''}switch to a staged release`,
      prepare: async (site) => {
        const inputs = { services: `us-central1/${service}`, 'on-canary': 'stage', ...layout };
        await site.publish('a', dashboard(1), layout);
        await fixture.canary(service, 'b', 'undecided');
        await site.publish('b', dashboard(2), inputs);
        await fixture.canary(service, 'b', 'promoted');
      },
      inputs: { concurrency: '1', path: '', 'switch-staged': 'true' },
      letter: 'c',
      goal: async (site) => {
        await shows(2)(site);
        const state = await site.state();
        expect(state).toMatchObject({ current: commit('b'), published: [{}, { commit: commit('b') }] });
        expect(state).not.toHaveProperty('staged');
      },
      versions: [1, 2],
    };
  }),
];

/** Every page is of one of the versions, and everything that it loads exists, its lazy chunk included. */
async function allPagesWhole(site: Site, versions: readonly number[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const page of ['/index.html', '/help/index.html', '/old.html']) {
    const { status, body } = await site.get(page);
    if (status !== 200) continue;
    const script = /src="?([^">]+)/.exec(body)?.[1] ?? '';
    if (
      page !== '/old.html' &&
      !versions.some((version) => body.includes(`v${version}<`) || body.includes(`help ${version}<`))
    )
      wrong.push(`${page} is of no version: ${body}`);
    const { status: loaded, body: code } = await site.get(new URL(script, `http://x${page}`).pathname);
    if (loaded !== 200) wrong.push(`${page} does not get ${script}`);
    const chunk = /import\('\.\/([^']+)/.exec(code)?.[1];
    if ((await site.get(`/assets/${chunk}`)).status !== 200) wrong.push(`${page} does not get ${chunk}`);
  }
  return wrong;
}

describe.concurrent.each(SCENARIOS)('killed in $name', ({ name, prepare, inputs, letter, build, goal, versions }) => {
  test('at every call: pages are whole, and a re-run finishes', { timeout: 240_000 }, async () => {
    const site = fixture.site(`kill-${name.replace(/[^a-z]+/g, '-')}`);
    await prepare(site);
    const map = fixture.emulator.compute.urlMaps.get(site.bucket);
    const restore = site.snapshot();
    if (build) site.build(build);
    const run = (attempt: string, onStart?: (child: ChildProcess) => void) =>
      site.run(
        letter,
        { path: build ? site.bucket : '', ...inputs },
        {
          env: { GITHUB_RUN_ATTEMPT: attempt },
          ...(onStart && { onStart }),
        },
      );
    const wrong: string[] = [];
    let n = 1;
    for (; ; n++) {
      restore();
      if (map) fixture.emulator.compute.urlMaps.set(site.bucket, structuredClone(map));
      const { result, at, calls } = await killedAt(site, n, (onStart) => run('1', onStart));
      if (calls < n) {
        expect(result.exitCode, logOf(result)).toBe(0);
        break;
      }
      expect(result.signal).toBe('SIGKILL');
      for (const line of await allPagesWhole(site, versions)) wrong.push(`killed at ${n}, ${at}: ${line}`);
      // A read leaves the state of the previous call, from which a re-run was already tested.
      if (n > 1 && at.startsWith('GET')) continue;
      const again = await run('2');
      if (again.exitCode !== 0) wrong.push(`killed at ${n}, ${at}: the re-run failed: ${logOf(again)}`);
      else await goal(site);
      expect(await site.state()).not.toHaveProperty('claim');
      expect(await site.state()).not.toHaveProperty('unfinished');
    }
    expect(wrong).toEqual([]);
    // It was killed at each of its calls, so there were some.
    expect(n).toBeGreaterThan(9);
  });
});
