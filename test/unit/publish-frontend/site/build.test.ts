/** build-command in a real shell, on a clock that is moved by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
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
