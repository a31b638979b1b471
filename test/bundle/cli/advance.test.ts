/** advance as a process, and dry runs of deploy-run, on a canary that outlasts its runs. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { SERVICE } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, C, createLongCanary, good, HOUR, type LongCanary } from '../releases/long-canary.fixture.ts';
import { type Cli, createCli, outputOf } from './cli.fixture.ts';

let canary: LongCanary;
let cli: Cli;
beforeEach(async () => {
  canary = await createLongCanary();
  await canary.release(SERVICE, [A]);
  await good(canary.begin(B));
  cli = createCli(canary.emulator);
});
afterEach(async () => {
  cli.remove();
  await canary.stop();
});

test('names the frontends that are staged for it, as a dry run does', async () => {
  const { emulator } = canary;
  const staged = (release: string) => ({
    release: B,
    commit: B,
    at: '2026-03-01T10:00:00.000Z',
    run: 'https://github.com/acme/shop/actions/runs/7',
    canary: { release, lead: `projects/${DEFAULTS.project}/locations/us-central1/services/${SERVICE}` },
  });
  const { id } = JSON.parse(canary.annotation('rollout') ?? '');
  for (const [bucket, release] of [
    ['acme-shop', id],
    ['acme-docs', 'another'],
  ]) {
    emulator.seed.bucket(bucket);
    const state = JSON.stringify({ format: 1, current: 'v1', staged: staged(release) });
    await emulator.storage.put(bucket, 'app/.releases/state.json', state);
  }
  const sentence =
    /Site acme-shop\/app: commit b{12} has been staged since 2026-03-01 10:00 UTC .*once its canary on the service web/;
  const checked = await good(canary.advance({ 'dry-run': 'true' }));
  expect(checked.summary).toMatch(sentence);
  expect(checked.log).toMatch(sentence);
  const advanced = await good(canary.advance());
  expect(advanced.summary).not.toContain('staged');

  const shown = await cli.here('advance', SERVICE);
  expect(shown.stdout, outputOf(shown)).toMatch(sentence);
  const json = await cli.here('advance', SERVICE, '--dry-run', '--json');
  expect(json.json<{ staged: string[] }>().staged).toEqual([expect.stringMatching(sentence)]);
  for (const result of [checked, shown]) expect(JSON.stringify(result)).not.toContain('acme-docs');
  emulator.core.access.deny('storage.buckets.list');
  const refused = await cli.here('advance', SERVICE);
  expect(outputOf(refused)).toMatch(
    /^exit 0\n[\s\S]*Staged frontends are not shown: no permission storage.buckets.list/,
  );
});

test('a dry run changes nothing: not of a canary that failed, nor of one whose step is over', async () => {
  const before = canary.doc().etag;
  const deploy = await good(canary.begin(C, { 'dry-run': 'true' }));
  expect(deploy.log).toContain('Commit cccccccccccc was not deployed');
  canary.pass(HOUR);
  const due = await good(canary.advance({ 'dry-run': 'true' }));
  expect(due.summary).toContain('Dry run: it would move to 25 %.');
  const newer = { 'dry-run': 'true', 'on-canary': 'supersede' };
  expect((await good(canary.run(C, { service: SERVICE, advance: 'true', ...newer }))).summary).toMatch(
    /Dry run: The deploy of b{12} by .* would be ended\./,
  );
  canary.breaks('two');
  const failed = await good(canary.advance({ 'dry-run': 'true' }));
  expect(failed.summary).toMatch(/Dry run: the old revisions would be restored\. .*failed its health check/s);
  expect(canary.letters()).toBe('a=95 b=5');
  expect(canary.doc().etag).toBe(before);
});
