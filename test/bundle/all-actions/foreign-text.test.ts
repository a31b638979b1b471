/**
 * Text from containers, builders, servers, users' commands and files cannot run workflow commands: it sets no output, state, mask or
 * stop token, and reveals no token of ours. Each place is tested with every form of a command, against the model of the runner.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { hostileLines } from '../../harness/hostile-text.ts';
import * as build from '../build-image/build-image.fixture.ts';
import * as deploy from '../deploy-run/deploy-run.fixture.ts';
import * as migrate from '../migrate/migrate.fixture.ts';
import * as publish from '../publish-frontend/publish-frontend.fixture.ts';
import { expectUnmoved } from './unmoved.ts';

const stops: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Markdown for a summary that first breaks out of code, links and table cells. */
const markdown = '`|"](x)</code> ![x](https://evil.example/x.png) https://evil.example <img src=x> @octocat';
const hostile = [...hostileLines, markdown, '```', markdown].join('\n');
/** For places that take one line. */
const line = `boom ##[stop-commands]x ##[save-state name=docker-config]/tmp/victim \u0085::stop-commands::x ${markdown}`;

test('log lines of a revision that does not start', async () => {
  const fixture = await deploy.createFixture();
  stops.push(() => fixture.stop());
  const [A, B] = deploy.COMMITS;
  fixture.file('m.yaml', fixture.manifest());
  const first = await fixture.deploy(A, { manifest: 'm.yaml', image: await fixture.image('one'), probe: 'startup' });
  expect(first.exitCode, first.log).toBe(0);
  const bad = await fixture.image('bad');
  fixture.emulator.fakeDriver.setBehavior(bad, {
    startup: 'exits',
    exitCode: 1,
    logs: [...hostileLines, line],
  } as never);
  const result = await fixture.deploy(B, { manifest: 'm.yaml', image: bad, probe: 'startup' });
  expect(result.exitCode).toBe(1);
  // They are shown, so the place was tested.
  expect(result.log).toContain('boom ##\\[stop-commands]x');
  // The traffic is restored before the step waits for log lines.
  const calls = fixture.emulator.core.calls.list;
  const restored = calls.findLastIndex(({ api, method }) => api === 'run' && method === 'PATCH');
  const read = calls.findIndex(({ api }) => api === 'logging');
  expect(read).toBeGreaterThan(restored);
  expectUnmoved(result);
});

test('responses of Cloud Run and of GitHub, the manifest and inputs of a deploy', async () => {
  const fixture = await deploy.createFixture();
  stops.push(() => fixture.stop());
  const [A] = deploy.COMMITS;
  fixture.file(
    'm.yaml',
    fixture.manifest({
      extra: `\n    # ${line}`,
      env: `\n            - name: "A${line}"\n              value: "${line}"`,
    }),
  );
  const image = await fixture.image('one');
  expectUnmoved(await fixture.deploy(A, { manifest: 'm.yaml', image }));
  expectUnmoved(
    await fixture.deploy(A, { manifest: `${line}.yaml`, image: line, service: line, tag: line, probe: line }),
  );
  fixture.file('m.yaml', fixture.manifest());
  for (const api of ['run', 'github', 'sts']) {
    fixture.emulator.core.faults.clear();
    fixture.emulator.core.faults.add({ api, status: 403, times: -1, message: hostile });
    const result = await fixture.deploy(A, { manifest: 'm.yaml', image, 'required-checks': `Tests ${line}` });
    expect(result.exitCode, api).toBe(1);
    expectUnmoved(result);
  }
});

test('what a Dockerfile prints, and a token that is minted afterwards', async () => {
  const fixture = await build.createFixture();
  stops.push(() => fixture[Symbol.asyncDispose]());
  fixture.docker({});
  const bin = mkdtempSync(join(tmpdir(), 'bin-'));
  stops.push(() => rmSync(bin, { recursive: true }));
  const data = Buffer.from(`${hostile}\n`).toString('base64');
  const now = new Date().toISOString();
  const status = {
    vertexes: [{ digest: 'z', name: `[2/2] RUN echo ${line}`, started: now }],
    logs: [{ vertex: 'z', data }],
  };
  writeFileSync(join(bin, 'status'), `${JSON.stringify(status)}\n`);
  writeFileSync(
    join(bin, 'docker'),
    `#!/bin/sh\nif [ "$2" = build ]; then cat '${bin}/status' >&2; fi\nexec "$FAKE_DOCKER/docker" "$@"\n`,
  );
  chmodSync(join(bin, 'docker'), 0o755);
  const env = { PATH: `${bin}:${process.env.PATH}` };
  fixture.fault({ api: 'registry', method: 'PUT', path: 'manifests', nth: 1, expireToken: true });
  const result = await fixture.step({ with: { reuse: 'false' }, env });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.log).toContain('boom ##\\[stop-commands]x');
  expect(result.masks.filter((mask) => mask.startsWith('ya29')).length).toBeGreaterThan(1);
  expectUnmoved(result);
});

test('what a builder fails with, and warns of', async () => {
  const fixture = await build.createFixture();
  stops.push(() => fixture[Symbol.asyncDispose]());
  for (const stderr of [
    `ERROR: ${hostile}`,
    `Dockerfile:2\n-----\nERROR: failed to solve: ${line}`,
    `ERROR: failed to push: 401 ${line}`,
  ])
    for (const given of [{ reuse: 'false' }, { push: 'false' }] as Record<string, string>[]) {
      fixture.docker({ builds: [{ stderr }, { stderr: `ERROR: ${hostile}` }], inspect: line });
      const result = await fixture.step({ with: given });
      expect(result.exitCode).toBe(1);
      expectUnmoved(result);
    }
  fixture.docker({ stderr: hostile });
  expectUnmoved(await fixture.step());
});

test('the output of a migration, and a token that is minted during it', async () => {
  const fixture = await migrate.createFixture();
  stops.push(() => fixture.emulator.stop());
  fixture.program(() => ({ durationMs: 4000, logs: [...hostileLines] }));
  fixture.fault({ api: 'run', method: 'GET', path: 'executions/', nth: 4, expireToken: true });
  const result = await fixture.step();
  expect(result.exitCode, result.log).toBe(0);
  expect(result.log).toContain('boom ##\\[stop-commands]x');
  expect(result.masks.filter((mask) => mask.startsWith('ya29')).length).toBeGreaterThan(1);
  expectUnmoved(result);
});

test.each([
  ['executions', JSON.stringify([`projects/p/locations/r/jobs/j:run?x=${line}`])],
  ['executions', `[${line}`],
  ['rollout', JSON.stringify({ id: 'x', sites: [{ kind: 'Service', region: 'r', service: '../jobs/j:run?' }] })],
  ['rollout', '{}'],
])('post of deploy-run calls nothing that forged state names as %s: %s', async (name, value) => {
  const fixture = await deploy.createFixture();
  stops.push(() => fixture.stop());
  const image = await fixture.image('one');
  const before = fixture.emulator.core.calls.list.length;
  const post = await fixture.post(deploy.COMMITS[0], { service: 'web', image }, { [name]: value });
  expect(post.exitCode, post.log).toBe(0);
  expect(post.warnings.map(({ message }) => message).join()).toContain(`State ${name} is not what this step saved`);
  expect(fixture.emulator.core.calls.list.slice(before)).toEqual([]);
  expectUnmoved(post);
});

test('post of migrate cancels no execution of another job that forged state names', async () => {
  const fixture = await migrate.createFixture();
  stops.push(() => fixture.emulator.stop());
  for (const name of ['projects/p/locations/r/jobs/other/executions/other-1', `x?${line}`]) {
    const before = fixture.emulator.core.calls.list.length;
    const post = await fixture.step({ phase: 'post', state: { 'cancelled-execution': name } });
    expect(post.exitCode, post.log).toBe(0);
    expect(fixture.emulator.core.calls.list.slice(before)).toEqual([]);
    expectUnmoved(post);
  }
});

test.each(['docker-config', 'builder'])('post does not remove what forged state names as %s', async (name) => {
  const victim = mkdtempSync(join(tmpdir(), 'victim-'));
  stops.push(() => rmSync(victim, { recursive: true, force: true }));
  mkdirSync(join(victim, 'sub'));
  const migrated = await migrate.createFixture();
  stops.push(() => migrated.emulator.stop());
  expect((await migrated.step({ phase: 'post', state: { [name]: victim } })).exitCode).toBe(0);
  const built = await build.createFixture();
  stops.push(() => built[Symbol.asyncDispose]());
  built.docker({});
  const post = await built.step({ phase: 'post', state: { [name]: name === 'builder' ? 'default' : victim } });
  expect(post.exitCode, post.log).toBe(0);
  expect(built.calls()).toEqual([]);
  expect(existsSync(join(victim, 'sub'))).toBe(true);
});

test('what build-command prints, and the names of its files', async () => {
  const fixture = await publish.createFixture();
  stops.push(() => fixture.stop());
  const site = fixture.site('shop');
  site.build({ 'index.html': '<p>' });
  writeFileSync(join(fixture.workspace, 'hostile.txt'), `${hostile}\n${line}`);
  const chatty = 'cat hostile.txt; cat hostile.txt >&2; echo "out=[$GITHUB_OUTPUT] state=[$GITHUB_STATE]"';
  const result = await site.run('a', { path: 'shop', 'build-command': chatty });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.log).toContain('boom ##\\[stop-commands]x');
  expect(result.log).toContain('out=[] state=[]');
  expectUnmoved(result);
  const named = await site.publish('b', {
    'index.html': '<p>',
    'a ##[stop-commands]x.html': '<p>',
    '::stop-commands::x': '',
  });
  expectUnmoved(named);
  fixture.emulator.core.faults.add({ api: 'storage', status: 403, times: -1, message: hostile });
  const refused = await site.publish('c', { 'index.html': '<p>changed' });
  expect(refused.exitCode).toBe(1);
  expectUnmoved(refused);
});
