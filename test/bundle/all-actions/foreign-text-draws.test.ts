/**
 * Hundreds of random texts, with every form of a workflow command behind any white space, in every place where foreign text reaches
 * the log of an action. Output of programs arrives in chunks, cut anywhere. The texts are seeded (test/harness/seeded.ts).
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { hostileText } from '../../harness/hostile-text.ts';
import type { StepResult } from '../../harness/runner.ts';
import fc, { seededRandom } from '../../harness/seeded.ts';
import * as build from '../build-image/build-image.fixture.ts';
import * as deploy from '../deploy-run/deploy-run.fixture.ts';
import * as migrate from '../migrate/migrate.fixture.ts';
import * as publish from '../publish-frontend/publish-frontend.fixture.ts';
import { expectUnmoved } from './unmoved.ts';

const stops: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** The texts for one place, different for each place. The last one is a known text, which shows that the log was printed. */
const END = 'the end of the feed';
function feed(place: string, lines = 300): string[] {
  const seed = Math.floor(seededRandom(place)() * 2 ** 31);
  return [...fc.sample(hostileText, { seed, numRuns: lines }), END];
}
/** For places that take one line: no line breaks, and no characters that an environment variable cannot hold. */
const oneLine = (place: string, draws: number) =>
  feed(place, draws)
    .join(' ')
    .replaceAll(/[\0\r\n]/g, '');

/** A folder that is removed after the test. */
function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'feed-'));
  stops.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The command of a program that prints the text to stdout and stderr, in chunks of 1 to 40 bytes that may split characters. */
function printer(dir: string, text: string): string {
  const random = seededRandom('pieces');
  const bytes = Buffer.from(`${text}\n`);
  const cuts: number[] = [];
  for (let at = 0; at < bytes.length; at += cuts.at(-1) as number) cuts.push(1 + Math.floor(random() * 40));
  const file = join(dir, 'print.mjs');
  const program = `import { writeSync } from 'node:fs';
const bytes = Buffer.from('${bytes.toString('base64')}', 'base64');
for (const fd of [1, 2]) {
  let at = 0;
  for (const size of ${JSON.stringify(cuts)}) {
    writeSync(fd, bytes.subarray(at, at + size));
    at += size;
    await new Promise(setImmediate);
  }
}
`;
  writeFileSync(file, program);
  return `'${process.execPath}' '${file}'`;
}

function executable(dir: string, name: string, script: string): string {
  writeFileSync(join(dir, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(dir, name), 0o755);
  return `${dir}:${process.env.PATH}`;
}

function expectShown(result: StepResult, exitCode: number): void {
  expect(result.exitCode, result.log).toBe(exitCode);
  expect(result.log).toContain(END);
  expectUnmoved(result);
}

test('build-image: what a build prints, and what it fails with', async () => {
  const fixture = await build.createFixture();
  stops.push(() => fixture[Symbol.asyncDispose]());
  fixture.docker({});
  const dir = folder();
  const now = new Date().toISOString();
  const vertex = { digest: 'z', name: `[2/2] RUN ${oneLine('name of a step', 20)}`, started: now };
  const bytes = Buffer.from(`${feed('output of a build').join('\n')}\n`);
  const random = seededRandom('logs of a build');
  const logs: object[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + Math.floor(random() * 40);
    logs.push({ vertex: 'z', data: bytes.subarray(at, at + size).toString('base64') });
    at += size;
  }
  const status = logs.map((log, i) => JSON.stringify({ vertexes: i === 0 ? [vertex] : [], logs: [log] })).join('\n');
  const print = printer(dir, status);
  const PATH = executable(dir, 'docker', `if [ "$2" = build ]; then ${print} >&2; fi\nexec "$FAKE_DOCKER/docker" "$@"`);
  fixture.fault({ api: 'registry', method: 'PUT', path: 'manifests', nth: 1, expireToken: true });
  expectShown(await fixture.step({ with: { reuse: 'false' }, env: { PATH } }), 0);
  fixture.docker({
    builds: [{ stderr: `ERROR: ${feed('error of a build').join('\n')}` }],
    inspect: oneLine('inspect', 50),
  });
  expectShown(await fixture.step({ with: { reuse: 'false' } }), 1);
});

test('migrate: what a program prints in a job, and what it says of its state', async () => {
  const fixture = await migrate.createFixture();
  stops.push(() => fixture.emulator.stop());
  const logs = feed('output of a migration');
  fixture.program(
    () => ({ durationMs: 4000, logs }),
    () => feed('status of a migration').join('\n'),
  );
  fixture.fault({ api: 'run', method: 'GET', path: 'executions/', nth: 4, expireToken: true });
  expectShown(await fixture.step(), 0);
  const requested = await fixture.step({ with: { 'status-args': 'status' }, commit: 'b'.repeat(40) });
  expectUnmoved(requested);
});

test('migrate: what a program prints in a container on the runner, and docker itself', async () => {
  const fixture = await migrate.createFixture();
  stops.push(() => fixture.emulator.stop());
  const dir = folder();
  const print = printer(dir, feed('output in docker').join('\n'));
  const given = { mode: 'docker', job: '', region: '' };
  const PATH = executable(dir, 'docker', `if [ "$1" = run ]; then ${print}; fi`);
  expectShown(await fixture.step({ with: given, env: { PATH } }), 0);
  expectUnmoved(await fixture.step({ with: { ...given, 'status-args': 'status' }, env: { PATH } }));
  executable(dir, 'docker', `${print}\nexit 1`);
  expectShown(await fixture.step({ with: given, env: { PATH } }), 1);
});

test('deploy-run: log lines of a revision that does not start', async () => {
  const fixture = await deploy.createFixture();
  stops.push(() => fixture.stop());
  const [A, B] = deploy.COMMITS;
  fixture.file('m.yaml', fixture.manifest());
  const given = { manifest: 'm.yaml', probe: 'startup' };
  const first = await fixture.deploy(A, { ...given, image: await fixture.image('one') });
  expect(first.exitCode, first.log).toBe(0);
  const bad = await fixture.image('bad');
  // Twenty lines are shown, so each holds many texts.
  const draws = feed('logs of a revision', 400);
  const logs = Array.from({ length: 20 }, (_, i) => draws.slice(i * 20, i * 20 + 20).join(' '));
  fixture.emulator.fakeDriver.setBehavior(bad, { startup: 'exits', exitCode: 1, logs: [...logs.slice(1), END] });
  expectShown(await fixture.deploy(B, { ...given, image: bad }), 1);
});

test('deploy-run: what a job prints', async () => {
  const fixture = await deploy.createFixture();
  stops.push(() => fixture.stop());
  const image = await fixture.image('job');
  for (const exitCode of [0, 1]) {
    fixture.emulator.fakeDriver.setBehavior(image, {
      run: { exitCode, durationMs: 500, logs: feed(`output of a job ${exitCode}`) },
    });
    const job = `apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: nightly-${exitCode} }
spec: { template: { spec: { template: { spec: { maxRetries: 0, containers: [{ image: x }] } } } } }
`;
    fixture.file('job.yaml', job);
    const [A] = deploy.COMMITS;
    const result = await fixture.deploy(A, { manifest: 'job.yaml', image, execute: 'true' });
    expect(result.exitCode, result.log).toBe(exitCode);
    // The log of a successful job is not shown.
    expect(result.log.includes(END)).toBe(exitCode === 1);
    expectUnmoved(result);
  }
});

test('deploy-run: responses of each server, the manifest and the inputs', async () => {
  const fixture = await deploy.createFixture();
  stops.push(() => fixture.stop());
  const [A] = deploy.COMMITS;
  const image = await fixture.image('one');
  const hostile = oneLine('inputs', 60);
  const manifest = fixture.manifest({
    env: `\n            - name: ${JSON.stringify(`A${hostile}`)}\n              value: ""`,
  });
  fixture.file('m.yaml', manifest);
  expectUnmoved(await fixture.deploy(A, { manifest: 'm.yaml', image }));
  const names = [
    'manifest',
    'image',
    'service',
    'tag',
    'probe',
    'project',
    'region',
    'env',
    'secrets',
    'labels',
    'timeout',
  ];
  const refused = await fixture.deploy(A, Object.fromEntries(names.map((name) => [name, `${name} ${hostile}`])));
  expectShown(refused, 1);
  fixture.file('m.yaml', fixture.manifest());
  for (const api of ['run', 'registry', 'sts', 'iamcredentials', 'github']) {
    fixture.emulator.core.faults.clear();
    // Messages are truncated, so each server sends a few long ones, and a body of another shape.
    const message = feed(`message of ${api}`, 40).join('\n');
    fixture.emulator.core.faults.add({ api, status: 403, times: -1, message });
    const result = await fixture.deploy(A, { manifest: 'm.yaml', image, 'required-checks': 'Tests' });
    expect(result.exitCode, `${api} ${result.log}`).toBe(1);
    expectUnmoved(result);
    fixture.emulator.core.faults.clear();
    fixture.emulator.core.faults.add({ api, status: 403, times: -1, body: oneLine(`body of ${api}`, 40) });
    expectUnmoved(await fixture.deploy(A, { manifest: 'm.yaml', image, 'required-checks': 'Tests' }));
  }
});

test('publish-frontend: what build-command prints, names of files, responses of servers', async () => {
  const fixture = await publish.createFixture();
  stops.push(() => fixture.stop());
  const site = fixture.site('shop');
  site.build({ 'index.html': '<p>' });
  const print = printer(folder(), feed('output of build-command').join('\n'));
  expectShown(await site.run('a', { path: 'shop', 'build-command': print }), 0);
  // A file name has at most 255 bytes, without slashes and NUL.
  const names = feed('names of files', 200).map((name, i) =>
    Buffer.from(`${i}${name.replaceAll(/[/\0]/g, '')}`)
      .subarray(0, 200)
      .toString()
      .replaceAll('\ufffd', ''),
  );
  const files = Object.fromEntries(names.map((name) => [`${name}.html`, '<p>']));
  expectUnmoved(await site.publish('b', { 'index.html': '<p>', ...files }));
  for (const api of ['storage', 'compute', 'sts'])
    for (const fault of [
      { message: feed(`message of ${api}`, 40).join('\n') },
      { body: oneLine(`body of ${api}`, 40) },
    ]) {
      fixture.emulator.core.faults.clear();
      fixture.emulator.core.faults.add({ api, status: 403, times: -1, ...fault });
      const result = await site.publish('c', { 'index.html': `<p>${api}` });
      if (api !== 'compute') expect(result.exitCode, result.log).toBe(1);
      expectUnmoved(result);
    }
});
