/** Jobs that fail, are cancelled, or whose approval is rejected; and what "Re-run failed jobs" does then. */
import { describe, expect, test } from 'vitest';
import { read } from '../../sources.ts';
import { parseWorkflow } from '../workflows.ts';
import { type Attempt, type JobResult, runJobs, type Surroundings } from './runner-model.ts';

const workflow = (name: string) => parseWorkflow(read(`.github/workflows/${name}.yml`));

/** Runs, then re-runs what failed without a failure. */
function twice(name: string, surroundings: Surroundings): readonly [first: Attempt, second: Attempt] {
  const first = runJobs(workflow(name), surroundings);
  const { cancelledBefore: _, outcomes: __, ...again } = surroundings;
  return [first, runJobs(workflow(name), { ...again, earlier: first })];
}

const LISTS = {
  checks: '[{"name": "Tests", "run": "make"}]',
  services: '[{"name": "web", "service": "web"}]',
  jobs: '[]',
  frontends: '[{"name": "site", "path": "dist", "bucket": "b"}]',
  migration: '',
  platforms: '[]',
};

describe('pipeline.yml', () => {
  const inputs = { ...LISTS, deploy: true };

  test('releases once, after everything else', () => {
    const [first, second] = twice('pipeline', { inputs });
    expect(first.ran.at(-1)).toBe('release');
    expect(second.ran).toEqual([]);
  });

  test.each<[string, JobResult, string[]]>([
    ['checks', 'failure', ['checks', 'release']],
    ['images', 'failure', ['images', 'release']],
    ['frontends', 'failure', ['frontends', 'release']],
    // Rejected, too: the re-run asks for the approval again, and has the digests of the first attempt.
    ['release', 'failure', ['release']],
    ['release', 'cancelled', ['release']],
    // For inputs that the release would refuse it asks for no approval.
    ['plan', 'failure', ['plan', 'release']],
  ])('after %s (%s) the re-run repeats only it and what needs it', (job, result, expected) => {
    const [first, second] = twice('pipeline', { inputs, outcomes: { [job]: result } });
    expect(first.results.release).toBe(job === 'release' ? result : 'skipped');
    expect(second.ran.filter((one) => one !== 'named')).toEqual(expected);
    expect(second.results.release).toBe('success');
  });

  test('a plan that times out stops no release', () => {
    const [first] = twice('pipeline', { inputs, outcomes: { plan: 'cancelled' } });
    expect(first.results.release).toBe('success');
  });

  test('that is cancelled before the release releases nothing, and its re-run does', () => {
    const [first, second] = twice('pipeline', { inputs, cancelledBefore: 'release' });
    expect(first.ran).not.toContain('release');
    expect(second.ran).toEqual(['release']);
  });

  test('deploys nothing with deploy: false, whatever is re-run', () => {
    const given = { inputs: { ...inputs, deploy: false }, outcomes: { checks: 'failure' } } as const;
    for (const { ran } of twice('pipeline', given)) expect(ran).not.toContain('release');
  });
});

describe('promote.yml', () => {
  const outputs = { source: { rebuilt: '[0]' } };

  test('after a rejected approval promotes what the source served when the plan was read', () => {
    const [first, second] = twice('promote', { inputs: LISTS, outputs, outcomes: { release: 'failure' } });
    expect(first.ran).toEqual(['source', 'frontends', 'release']);
    // Its first step refuses what is on hold, withdrawn or older meanwhile.
    expect(second.ran).toEqual(['release']);
  });

  test.each(['source', 'frontends'])('releases nothing after %s failed', (job) => {
    const [first, second] = twice('promote', { inputs: LISTS, outputs, outcomes: { [job]: 'failure' } });
    expect(first.ran).not.toContain('release');
    expect(second.results.release).toBe('success');
  });
});

describe('preview.yml', () => {
  const repo = { full_name: 'acme/shop' };
  const event = (action: string, full_name = 'acme/shop') => ({
    repository: repo.full_name,
    event: { action, pull_request: { head: { repo: { full_name } } } },
  });
  const inputs = { ...LISTS, name: '' };
  const given = { inputs, github: event('synchronize'), outputs: { deploy: { result: 'success' } } };

  test('of a pushed commit builds, deploys and publishes', () => {
    const { ran } = runJobs(workflow('preview'), given);
    expect(ran).toEqual(['plan', 'images', 'deploy', 'frontends', 'publish']);
  });

  test.each(['opened', 'synchronize', 'reopened', 'closed'])('of a fork does nothing when it is %s', (action) => {
    expect(runJobs(workflow('preview'), { ...given, github: event(action, 'mallory/shop') }).ran).toEqual([]);
  });

  test('of a closed pull request only cleans up, and the re-run of a failed clean-up is one', () => {
    const closed = { ...given, github: event('closed'), outcomes: { cleanup: 'failure' } } as const;
    for (const { ran } of twice('preview', closed)) expect(ran).toEqual(['cleanup']);
  });

  // GitHub cancels a job that exceeds its time limit, without cancelling the run.
  test.each(['images', 'frontends'])('whose job %s exceeds its time limit says so in the comment', (job) => {
    const { ran } = runJobs(workflow('preview'), { ...given, outcomes: { [job]: 'cancelled' } });
    const last = job === 'images' ? 'deploy' : 'publish';
    expect(ran).toContain(last);
    const comment = workflow('preview').jobs[last]?.steps?.find(({ id }) => id === 'comment');
    expect(comment?.with?.results).toContain(`"${job}": "\${{ needs.${job}.result }}"`);
  });

  test.each(['plan', 'images', 'deploy', 'frontends', 'publish'])(
    'that is cancelled before %s says so in the comment, and its re-run does not',
    (job) => {
      const cancelled = runJobs(workflow('preview'), { ...given, cancelledBefore: job });
      expect(cancelled.ran).not.toContain(job);
      expect(cancelled.ran.at(-1)).toBe('cancelled');
      const again = runJobs(workflow('preview'), { ...given, earlier: cancelled });
      expect(again.ran.at(-1)).toBe('publish');
    },
  );

  test.each<[string, object, Readonly<Record<string, JobResult>>, string]>([
    ['its jobs have finished', {}, {}, 'cancelled'],
    ['a preview without frontends was deployed', { frontends: '[]' }, {}, 'cancelled'],
    ['the deploy has failed', {}, { deploy: 'failure' }, 'frontends'],
    ['the publishing has failed', {}, { publish: 'failure' }, 'cancelled'],
  ])('that is cancelled after %s keeps its comment', (_, lists, outcomes, cancelledBefore) => {
    const { ran } = runJobs(workflow('preview'), {
      ...given,
      inputs: { ...inputs, ...lists },
      outcomes,
      cancelledBefore,
    });
    expect(ran).not.toContain('cancelled');
  });

  test.each<[string, readonly string[], readonly string[]]>([
    // The job that deploys writes what failed into the comment.
    ['images', ['plan', 'images', 'deploy'], ['images', 'deploy', 'frontends', 'publish']],
    ['deploy', ['plan', 'images', 'deploy'], ['deploy', 'frontends', 'publish']],
    // As does the job that publishes.
    ['frontends', ['plan', 'images', 'deploy', 'frontends', 'publish'], ['frontends', 'publish']],
    ['publish', ['plan', 'images', 'deploy', 'frontends', 'publish'], ['publish']],
    ['plan', ['plan', 'images'], ['plan', 'deploy', 'frontends', 'publish']],
  ])('whose %s failed runs %j, and its re-run %j', (job, first, second) => {
    const outputs = { deploy: { result: job === 'images' || job === 'deploy' ? 'skipped' : 'success' } };
    const failed = runJobs(workflow('preview'), { ...given, outputs, outcomes: { [job]: 'failure' } });
    expect(failed.ran).toEqual(first);
    expect(runJobs(workflow('preview'), { ...given, earlier: failed }).ran).toEqual(second);
  });
});

test.each(['pipeline', 'promote', 'rollback', 'preview', 'preview-clean-up'])(
  'a run of %s.yml that waits is neither cancelled nor replaced by a newer one',
  (name) => {
    const groups = Object.values(workflow(name).jobs).flatMap(({ concurrency }) => concurrency ?? []);
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) expect(group).toMatchObject({ 'cancel-in-progress': false, queue: 'max' });
  },
);
