/** Check runs and statuses of a commit, of all pages. */
import { expect, test } from 'vitest';
import { startEmulator } from '../../../../packages/emulator/src/start.ts';
import { createGitHub } from '../../../../src/github/api.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';

const COMMIT = 'c'.repeat(40);
const NAMES = Array.from({ length: 101 }, (_, i) => `shard ${i + 1}`);

test('a failure on the second page of check runs, and one on that of statuses', async () => {
  const emulator = await startEmulator();
  try {
    const { github, urls } = emulator;
    github.commit(COMMIT);
    const conclusionOf = (name: string) => (name === 'shard 101' ? 'failure' : 'success');
    github.setCheckRuns(
      COMMIT,
      NAMES.map((name) => ({ name, status: 'completed', conclusion: conclusionOf(name) })),
    );
    // The newest status is first.
    for (const name of NAMES.toReversed()) github.setStatus(COMMIT, name, conclusionOf(name));
    const client = createGitHub({ repository: 'acme/shop', apiUrl: urls.github }, github.token, {
      signal: new AbortController().signal,
      clock: systemClock,
    });
    const apps = ['github-actions', 'GitHub Actions'];
    expect(await client.checks(COMMIT)).toEqual([
      ...NAMES.map((name) => ({ name, conclusion: conclusionOf(name), apps })),
      ...NAMES.map((name) => ({ name, conclusion: conclusionOf(name), apps: [] })),
    ]);
  } finally {
    await emulator.stop();
  }
});
