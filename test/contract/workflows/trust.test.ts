/** Which jobs hold an identity and which run code of the repository: none does both. docs/security-model.md names these tests. */
import { describe, expect, test } from 'vitest';
import { WORKFLOWS } from '../../../scripts/build/workflows.ts';
import { read } from '../sources.ts';
import { type Job, parseWorkflow, type Step } from './workflows.ts';

const jobsOf = (name: string) => Object.entries(parseWorkflow(read(`.github/workflows/${name}.yml`)).jobs);
const JOBS = WORKFLOWS.map((file) => file.replace('.yml', '')).flatMap((name) =>
  jobsOf(name).map(([id, job]) => [`${name}.yml ${id}`, job] as const),
);
const permissions = (job: Job) => (job.permissions ?? {}) as Readonly<Record<string, string>>;
const holdsIdentity = (job: Job) => permissions(job)['id-token'] === 'write';

/** Steps that run what the repository or its lists say: commands, and toolchains with their caches. */
const userSteps = (job: Job) =>
  (job.steps ?? []).filter(
    ({ run = '', uses = '' }) =>
      /bash -\S*c "\$COMMAND"|"\$BUILD"/.test(run) || /^(?!actions\/)[\w-]+\/|^actions\/setup-/.test(uses),
  );

describe('code of the repository', () => {
  test('runs in jobs without an identity, a permission to write, or a secret that is not meant for it', () => {
    const running = JOBS.filter(([, job]) => userSteps(job).length > 0);
    expect(running.map(([name]) => name)).toEqual([
      'pipeline.yml checks',
      'pipeline.yml frontends',
      'checks.yml checks',
      'checks.yml frontends',
      'preview.yml frontends',
      'promote.yml frontends',
    ]);
    for (const [, job] of running) {
      expect(Object.values(permissions(job))).not.toContain('write');
      // Our own action reads commits and checks with the job's token, which may do no more.
      const steps = (job.steps ?? []).filter(
        (step) => !(step.uses === './actions/pipeline' && step.with?.task === 'unchanged'),
      );
      expect(JSON.stringify(steps)).not.toMatch(/secrets\.(?!build-env )|github\.token/);
      // Before any code of the user, so that its values are masked.
      const own = (job.steps ?? []).findIndex((step) => JSON.stringify(step).includes('secrets.build-env'));
      expect(own).toBeLessThan((job.steps ?? []).indexOf(userSteps(job)[0] as Step));
      expect(job.environment).toBeUndefined();
    }
  });

  test('is in no job with an identity: they run our actions, checkout, and the download of artifacts', () => {
    const holding = JOBS.filter(([, job]) => holdsIdentity(job));
    expect(holding.map(([name]) => name)).toEqual(
      expect.arrayContaining(['pipeline.yml release', 'rollback.yml rollback']),
    );
    for (const [name, job] of holding) {
      const uses = (job.steps ?? []).flatMap(({ uses }) => uses ?? []);
      const others = uses.filter((one) => !/^\.\/actions\/|^actions\/(checkout|download-artifact)@/.test(one));
      expect(others, name).toEqual([]);
      expect(userSteps(job), name).toEqual([]);
      // A path of the checkout would run what a branch put there.
      const scripts = (job.steps ?? []).map(({ run = '' }) => run).join('\n');
      expect(scripts, name).not.toMatch(/(^|\s)(\.\/|bash \S|sh \S|npm|npx|node|python3?|make|go|cargo)\b/m);
    }
  });
});

test('a pull request of a fork starts no preview', () => {
  for (const [name, { if: condition = '' }] of jobsOf('preview'))
    expect(condition, name).toContain('github.event.pull_request.head.repo.full_name == github.repository');
});

/** A canary's next step shows its state as a deployment's, and starts the run of the commit that waited. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'advance.yml advance': ['actions', 'deployments'],
  'advance.yml approve': ['actions', 'deployments'],
};

test('no job can push to the repository, or change a workflow, a release or a package', () => {
  for (const [name, job] of JOBS)
    for (const scope of ['contents', 'actions', 'packages', 'deployments', 'workflows', 'attestations'])
      expect(permissions(job)[scope] === 'write', `${name}: ${scope}`).toBe(ALLOWED[name]?.includes(scope) ?? false);
});
