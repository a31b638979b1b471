/** A check is skipped only if it passed in this workflow, on a protected branch, with the same files and configuration. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Emulator } from '../../../packages/emulator/src/emulator.ts';
import type { CheckRun } from '../../../packages/emulator/src/github/history.ts';
import { startEmulator } from '../../../packages/emulator/src/start.ts';
import { runStep, type StepOptions, type StepResult } from '../../harness/runner.ts';

const sha = (letter: string) => letter.repeat(40);
const [OLD, PASSED, NEXT] = [sha('a'), sha('b'), sha('c')];
const CHECK = { name: 'Go tests', go: '1.24', run: 'go test ./...', paths: ['api/**', 'go.*', '!**/*.md'] };
const SUITE = { id: 70, branch: 'main' };
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
  const { github } = emulator;
  github.commit(OLD);
  github.commit(PASSED, [OLD]);
  github.commit(NEXT, [PASSED]);
  github.ref('main', NEXT);
  github.protect('main');
  for (const commit of [OLD, PASSED, NEXT]) {
    github.file(commit, 'api/main.go', 'package main');
    github.file(commit, 'api/README.md', `of ${commit}`);
    github.file(commit, 'go.mod', 'module api');
    github.file(commit, '.github/workflows/deploy.yml', 'on: push');
    github.file(commit, '.github/actions/go/action.yml', 'name: Go');
    github.file(commit, 'site/index.html', `<p>${commit}`);
  }
});
afterEach(() => emulator.stop());

function look(check: object = CHECK, { commit = NEXT, env = {}, event, ...inputs }: Look = {}): Promise<StepResult> {
  return runStep('pipeline', {
    with: {
      task: 'unchanged',
      entry: 'Go tests',
      checks: JSON.stringify([check]),
      runner: 'ubuntu-latest',
      'github-token': emulator.github.token,
      ...inputs,
    },
    env: { ...emulator.env, GITHUB_SHA: commit, GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push', ...env },
    event,
  });
}
interface Look {
  readonly commit?: string;
  readonly env?: NonNullable<StepOptions['env']>;
  readonly event?: unknown;
  readonly [input: string]: unknown;
}

/** Records that the check passed at a commit, like the workflow. */
async function pass(check: object = CHECK, changes: Partial<CheckRun> = {}, inputs: Look = {}): Promise<CheckRun> {
  const { outputs } = await look(check, inputs);
  return {
    name: 'Deploy / Go tests',
    status: 'completed',
    conclusion: 'success',
    completed_at: YESTERDAY,
    suite: SUITE,
    annotations: [outputs.record as string],
    ...changes,
  };
}

const expectSkipped = ({ outputs, notices, exitCode, log }: StepResult) => {
  expect(exitCode, log).toBe(0);
  expect(outputs.skip, log).toBe('true');
  expect(notices[0]?.message).toMatch(
    /^Skipped: Go tests passed at [ab]{12} on .*, and nothing that it depends on has changed since: https:/,
  );
};
const expectRun = ({ outputs, log, exitCode }: StepResult, because: RegExp) => {
  expect(exitCode, log).toBe(0);
  expect(outputs.skip, log).toBe('false');
  expect(log).toMatch(because);
};

describe('skipped', () => {
  test('where its files are those of a commit at which it passed; other files may have changed', async () => {
    emulator.github.setCheckRuns(PASSED, [await pass()]);
    const result = await look();
    expectSkipped(result);
    expect(result.summary).toContain('Go tests was skipped');
  });

  test('in a pull request and in a merge queue, by the history of the base branch', async () => {
    emulator.github.setCheckRuns(PASSED, [await pass()]);
    const env = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_EVENT_NAME: 'pull_request' };
    expectSkipped(await look(CHECK, { env, event: { pull_request: { base: { ref: 'main', sha: PASSED } } } }));
    const queue = { GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7', GITHUB_EVENT_NAME: 'merge_group' };
    const event = { merge_group: { base_ref: 'refs/heads/main', base_sha: PASSED } };
    expectSkipped(await look(CHECK, { env: queue, event }));
  });

  test('by an older commit, where it was skipped in between; and by a branch that a ruleset protects', async () => {
    emulator.github.protect('main', 'ruleset');
    emulator.github.setCheckRuns(OLD, [await pass()]);
    emulator.github.setCheckRuns(PASSED, [await pass(CHECK, { annotations: ['Skipped: Go tests passed at aaaa'] })]);
    expectSkipped(await look());
  });
});

describe('not skipped', () => {
  const secrets = { 'build-env': 'API_KEY=one-two-three' };
  test.each<[string, Partial<CheckRun>, object, Look, RegExp]>([
    ['with another command', {}, { ...CHECK, run: 'go test -race ./...' }, {}, /configuration has changed/],
    ['with another toolchain', {}, { ...CHECK, go: '1.25' }, {}, /configuration has changed/],
    ['with another database', {}, { ...CHECK, postgres: 'postgres:17' }, {}, /configuration has changed/],
    ['on another runner', {}, CHECK, { runner: 'large' }, /configuration has changed/],
    ['with other secrets', {}, CHECK, secrets, /configuration has changed/],
    ['after it failed', { conclusion: 'failure' }, CHECK, {}, /it ended with failure at bbbb/],
    ['by another app', { app: { slug: 'mallory', name: 'M' } }, CHECK, {}, /it has not passed on branch main recently/],
    ['by another check', { name: 'Deploy / My Go tests' }, CHECK, {}, /it has not passed on branch main/],
    ['by a run of another branch', { suite: { id: 71, branch: 'feature' } }, CHECK, {}, /it has not passed/],
    ['without a record', { annotations: ['ok'] }, CHECK, {}, /it has not passed/],
    ['after a week', { completed_at: '2020-01-01T00:00:00Z' }, CHECK, {}, /passed at bbbb.* more than 7d ago/],
    ['in a re-run', {}, CHECK, { env: { GITHUB_RUN_ATTEMPT: '2' } }, /this is a re-run/],
    ['for a tag', {}, CHECK, { env: { GITHUB_REF: 'refs/tags/v1' } }, /this run has no branch/],
    ['on an open branch', {}, CHECK, { env: { GITHUB_REF: 'refs/heads/open' } }, /branch open is not protected/],
  ])('%s', async (_, run, check, look_, because) => {
    emulator.github.ref('open', NEXT);
    emulator.github.setCheckRuns(PASSED, [await pass(CHECK, run)]);
    expectRun(await look(check, look_), because);
  });

  test.each([
    ['of its own', 'api/main.go'],
    ['of the workflows', '.github/workflows/other.yml'],
    ['of its setup', '.github/actions/go/action.yml'],
  ])('after a change of a file %s', async (_, path) => {
    const check = { ...CHECK, setup: './.github/actions/go' };
    emulator.github.setCheckRuns(PASSED, [await pass(check)]);
    emulator.github.file(NEXT, path, 'changed');
    expectRun(await look(check), /files that it depends on have changed since it passed at bbbb/);
  });

  test('where paths match nothing, so that a wrong pattern never passes for good', async () => {
    const check = { ...CHECK, paths: ['apx/**'] };
    emulator.github.setCheckRuns(PASSED, [await pass(check)]);
    expectRun(await look(check), /no file of the repository matches paths of Go tests/);
  });

  test('and with a warning, if GitHub does not respond', async () => {
    const result = await look(CHECK, { 'github-token': 'ghs_wrong' });
    expectRun(result, /Go tests is not skipped, since GitHub did not say whether it has passed/);
    expect(result.outputs.record).toMatch(/configuration sha256:[0-9a-f]{64}/);
  });
});

test('the record changes with a secret, and shows nothing of it', async () => {
  const value = 'one-two-three';
  const [with_, without] = [await look(CHECK, { 'build-env': `API_KEY=${value}` }), await look()];
  expect(with_.outputs.record).not.toBe(without.outputs.record);
  expect(with_.log).not.toContain(value);
});
