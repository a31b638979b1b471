/** build-command in a real shell, on a clock that is moved by hand. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { buildSite } from '../../../../actions/publish-frontend/site/build-command.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';

test('a silent build-command says every 30 s that it is still running', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-command-'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const { signal } = new AbortController();
  const log = { info: print, output: print };
  const building = buildSite(
    { command: ':', folder },
    { env: { PATH: process.env.PATH }, log: log as never, clock: systemClock, signal },
  );
  vi.advanceTimersByTime(60_000);
  await building;
  expect(lines).toEqual(['build-command: still running, 30 s', 'build-command: still running, 60 s']);
});

test('a build gets what a run step gets, and nothing with which it could act as this step', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const log = { info: () => {}, output: () => {} };
  const kept = { PATH: process.env.PATH, CI: 'true', GITHUB_SHA: 'a', RUNNER_TEMP: folder, NODE_AUTH_TOKEN: 'theirs' };
  const withheld = {
    ...{ INPUT_PATH: 'x', 'INPUT_CREDENTIALS-JSON': 'x', STATE_claim: 'x', GITHUB_OUTPUT: '/x', GITHUB_STATE: '/x' },
    ...{ ACTIONS_ID_TOKEN_REQUEST_URL: 'x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x', ACTIONS_RUNTIME_TOKEN: 'x' },
    ...{ ACTIONS_RUNTIME_URL: 'x', ACTIONS_RESULTS_URL: 'x', ACTIONS_CACHE_URL: 'x' },
  };
  await buildSite(
    { command: 'env -0 > env', folder },
    { env: { ...kept, ...withheld }, log: log as never, clock: systemClock, signal: new AbortController().signal },
  );
  const names = readFileSync(join(folder, 'env'), 'utf8')
    .split('\0')
    .map((line) => line.split('=')[0]);
  expect(names).toEqual(expect.arrayContaining(Object.keys(kept)));
  expect(names.filter((name) => name !== undefined && name in withheld)).toEqual([]);
});
