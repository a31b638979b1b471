/** status as a process, on sites that publish-frontend published. */
import { userInfo } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commit, createFixture, dashboard, type Fixture, logOf } from '../publish-frontend/publish-frontend.fixture.ts';
import { type Cli, createCli, outputOf } from './cli.fixture.ts';

let fixture: Fixture;
let cli: Cli;
beforeEach(async () => {
  fixture = await createFixture();
  cli = createCli(fixture.emulator);
});
afterEach(async () => {
  cli.remove();
  await fixture.stop();
});

/** A site with two releases, and a site under a prefix of another bucket. */
async function published() {
  const app = fixture.site('app-site');
  const docs = fixture.site('docs-site');
  for (const [site, letter, inputs] of [
    [app, 'a', {}],
    [app, 'b', { release: 'v2' }],
    [docs, 'a', { prefix: 'docs/latest' }],
  ] as const) {
    const result = await site.publish(letter, dashboard(letter), inputs);
    expect(result.exitCode, logOf(result)).toBe(0);
  }
  return app;
}

test('shows what each site serves, of which commit, and what to go back to', async () => {
  const app = await published();
  const result = await cli.here('status', '--json');
  expect(result.exitCode, outputOf(result)).toBe(0);
  expect(result.json()).toMatchObject({
    sites: [
      {
        site: 'app-site',
        bucket: 'app-site',
        prefix: '',
        serving: { release: 'v2', commit: commit('b') },
        hold: null,
        run: null,
        switching: null,
        staged: null,
        releases: [
          { release: 'v2', commit: commit('b') },
          { release: commit('a'), commit: commit('a') },
        ],
      },
      { site: 'docs-site/docs/latest', serving: { release: commit('a'), commit: commit('a') } },
    ],
  });
  const back = await app.run('c', { 'rollback-to': 'previous', reason: 'checkout fails' });
  expect(back.exitCode, logOf(back)).toBe(0);
  const { stdout } = await cli.here('status');
  expect(stdout).toMatch(/^site app-site\n {2}serves {4}commit aaaaaaaaaaaa {2}published \d{4}-/m);
  expect(stdout).toMatch(/^ {2}hold {6}checkout fails \(.*https:\/\/github.*\)$/m);
  expect(stdout).toMatch(/v2 {2}commit bbbbbbbbbbbb/);
  expect(stdout).toMatch(/^site docs-site\/docs\/latest\n/m);
  expect(stdout).not.toContain(userInfo().homedir);
});

test('--site shows one site, and names those that are none', async () => {
  await published();
  const one = await cli.here('status', '--site', 'docs-site/docs/latest', '--json');
  expect(one.json<{ sites: object[] }>().sites).toEqual([expect.objectContaining({ site: 'docs-site/docs/latest' })]);
  const none = await cli.here('status', '--site', 'docs-site,gs://no-such-bucket/x/');
  expect(outputOf(none)).toMatch(/exit 2/);
  expect(outputOf(none)).toContain('there is no site in gs://docs-site/');
  expect(outputOf(none)).toContain('there is no site in gs://no-such-bucket/x/');
});

test('a publish that runs or stopped half-way is shown', async () => {
  const app = await published();
  const name = '.releases/state.json';
  const state = { ...(await app.state()), unfinished: { from: ['v2'], to: 'v3' } };
  const claim = { run: 'https://github.test/run/7', attempt: 1, job: 'j', work: 'switch', beat: 1, token: 't' };
  await fixture.emulator.storage.put('app-site', name, JSON.stringify({ ...state, claim }));
  const { stdout } = await cli.here('status', '--site', 'app-site');
  expect(stdout).toMatch(
    /^ {2}switch {4}to release v3, not finished\n {2}run {7}https:\/\/github.test\/run\/7 \(switch\)$/m,
  );
});

test('what is staged for a canary is shown, with its commit and since when', async () => {
  const app = await published();
  await fixture.canary('app', 'c', 'undecided');
  const staged = await app.publish('c', dashboard('c'), { services: 'us-central1/app', 'on-canary': 'stage' });
  expect(staged.exitCode, logOf(staged)).toBe(0);
  const shown = await cli.here('status', '--site', 'app-site');
  expect(shown.stdout, outputOf(shown)).toMatch(
    /^ {2}staged {4}commit cccccccccccc {2}since \d{4}-\S+ \S+ UTC {2}\(https:\S+\)\n {12}goes live once its canary on the service app in us-central1 of orchestra-dev has all traffic$/m,
  );
  expect((await cli.here('status', '--site', 'app-site', '--json')).json()).toMatchObject({
    sites: [{ serving: { release: 'v2' }, staged: { release: commit('c'), commit: commit('c') } }],
  });
});

test('without permission to list buckets, services are shown, and the missing permission is named', async () => {
  await published();
  fixture.emulator.core.access.deny('storage.buckets.list');
  const result = await cli.here('status');
  expect(result.exitCode, outputOf(result)).toBe(0);
  expect(outputOf(result)).toContain('Sites are left out: no permission storage.buckets.list');
  expect(outputOf(result)).toContain('roles/storage.bucketViewer');
});

test('buckets that must not be read have no sites; a state of a later version is an error', async () => {
  await published();
  await fixture.emulator.storage.put('docs-site', '.releases/state.json', '{"format": 9}');
  const unreadable = await cli.here('status');
  expect(outputOf(unreadable)).toMatch(
    /exit 1[\s\S]*gs:\/\/docs-site\/.releases\/state.json is not a valid site state/,
  );
  fixture.emulator.core.access.deny('storage.objects.list');
  expect((await cli.here('status', '--json')).json<{ sites: object[] }>().sites).toEqual([]);
});
