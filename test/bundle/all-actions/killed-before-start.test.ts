/** `main` was killed before its first statement: `post` finds no state, and changes and reads nothing. */
import { afterEach, expect, test } from 'vitest';
import * as build from '../build-image/build-image.fixture.ts';
import * as deploy from '../deploy-run/deploy-run.fixture.ts';
import * as migrate from '../migrate/migrate.fixture.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

test('post of build-image makes no call', async () => {
  const fixture = await build.createFixture();
  stops.push(() => fixture[Symbol.asyncDispose]());
  fixture.docker({});
  const post = await fixture.step({ phase: 'post', state: {} });
  expect(post.exitCode, post.log).toBe(0);
  expect(fixture.emulator.core.calls.list).toEqual([]);
  expect(fixture.calls()).toEqual([]);
});

test('post of migrate makes no call', async () => {
  const fixture = await migrate.createFixture();
  stops.push(() => fixture.emulator.stop());
  const before = fixture.emulator.core.calls.list.length;
  const post = await fixture.step({ phase: 'post', state: {} });
  expect(post.exitCode, post.log).toBe(0);
  expect(fixture.emulator.core.calls.list.slice(before)).toEqual([]);
});

test('post of deploy-run makes no call', async () => {
  const fixture = await deploy.createFixture();
  stops.push(() => fixture.stop());
  const image = await fixture.image('one');
  const before = fixture.emulator.core.calls.list.length;
  const post = await fixture.post(deploy.COMMITS[0], { service: 'web', image }, {});
  expect(post.exitCode, post.log).toBe(0);
  expect(fixture.emulator.core.calls.list.slice(before)).toEqual([]);
});
