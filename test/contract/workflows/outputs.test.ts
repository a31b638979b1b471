/** What jobs pass to each other: nothing that a job with code of the user could have written is trusted by its name. */
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../actions/promotion/inputs.ts';
import { readSurroundings } from '../../../src/runtime/action.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';
import { read } from '../sources.ts';
import { type Job, parseWorkflow, type Step } from './workflows.ts';

const pipeline = parseWorkflow(read('.github/workflows/pipeline.yml'));
const SLOTS = Array.from({ length: 256 }, (_, i) => `s${i}`);
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const stepOf = (job: string, name: string): Step => {
  const step = pipeline.jobs[job]?.steps?.find((one) => one.name === name);
  if (!step) throw new Error(`the job ${job} has no step "${name}"`);
  return step;
};

/** Outputs of the jobs of a matrix, as GitHub combines them: a value that is empty or holds a masked text is left out. */
function combine(jobs: readonly Readonly<Record<string, string>>[], masks: readonly string[] = []) {
  const kept = jobs.flatMap((job) =>
    Object.entries(job).filter(([, value]) => value !== '' && !masks.some((mask) => value.includes(mask))),
  );
  return Object.fromEntries(kept);
}

describe.each(['pipeline', 'checks', 'rollback', 'preview', 'preview-clean-up', 'promote'])('%s.yml', (name) => {
  const { jobs } = parseWorkflow(read(`.github/workflows/${name}.yml`));
  const steps = Object.entries(jobs).flatMap(([id, job]) => (job.steps ?? []).map((step) => ({ id, step })));

  test('downloads artifacts by the id that their own job passed on, and by nothing else', () => {
    for (const { step } of steps.filter((one) => one.step.uses?.startsWith('actions/download-artifact@')))
      expect(Object.keys(step.with ?? {}).sort()).toEqual(['artifact-ids', 'path']);
  });

  // A step after the user's build could set any of its own outputs, so the job decides which slot its result is in: by what a step
  // before the build read.
  test('every job of a matrix whose outputs are read has a slot for each entry, and sets its own alone', () => {
    const matrices = Object.values(jobs).filter((job: Job) => job.strategy?.matrix && job.outputs);
    for (const job of matrices) {
      expect(job.outputs).toEqual(
        Object.fromEntries(
          SLOTS.map((slot) => [
            slot,
            `\${{ steps.entry.outputs.slot == '${slot}' && steps.slot.outputs.value || '' }}`,
          ]),
        ),
      );
      const at = (id: string) => job.steps?.findIndex((step) => step.id === id) ?? -1;
      expect(job.steps?.[at('slot')]?.run).toMatch(/"value=.*" >>"\$GITHUB_OUTPUT"/);
      const entry = job.steps?.[at('entry')];
      expect(entry).toMatchObject({ uses: './actions/pipeline', with: { task: 'entry' } });
      const before = job.steps?.slice(0, at('entry')).map(({ uses = '' }) => uses.split('@')[0]);
      expect(before?.filter((uses) => uses !== 'actions/checkout' && uses !== './actions/preview')).toEqual([]);
    }
  });
});

test('digests arrive where the id of the project is masked', () => {
  const jobs = [
    { s0: digest('a'), s1: '' },
    { s0: '', s1: digest('b') },
  ];
  expect(combine(jobs, ['acme'])).toEqual({ s0: digest('a'), s1: digest('b') });
  // Names of images, which hold the id, are composed where they are used.
  const given = stepOf('release', 'Read the lists').with ?? {};
  expect(given.digests).toBe('${{ toJSON(needs.images.outputs) }}');
  expect(given['image-repository']).toBe('${{ inputs.image-repository }}');
});

test('what a call gives its jobs is checked as a whole in each of them', () => {
  const readers = Object.values(pipeline.jobs).flatMap((job) =>
    (job.steps ?? []).filter(({ uses, with: given }) => uses === './actions/pipeline' && given?.task !== 'builds'),
  );
  expect(readers).toHaveLength(10);
  for (const { with: given } of readers)
    expect(given).toMatchObject(
      Object.fromEntries(
        ['checks', 'services', 'jobs', 'frontends', 'migration'].map((list) => [list, `\${{ inputs.${list} }}`]),
      ),
    );
});

test.each(['images', 'platforms'])('the job %s passes on the bare digest that the build gave', (job) => {
  expect(stepOf(job, 'Pass on the digest').env?.DIGEST).toBe('${{ steps.build.outputs.digest }}');
});

test('an image is merged of what the job of its platforms passed on, and of nothing else', () => {
  expect(stepOf('images', 'Read the entry').with?.needs).toBe('${{ toJSON(needs) }}');
  expect(stepOf('images', 'Build').with?.merge).toBe('${{ steps.entry.outputs.merge }}');
  // Both jobs run the same steps: what one of them may do, the other may.
  expect(pipeline.jobs.platforms?.steps).toEqual(pipeline.jobs.images?.steps);
  expect(pipeline.jobs.platforms?.permissions).toEqual(pipeline.jobs.images?.permissions);
});

test('pipeline.yml checks the deploy before it migrates, with what it deploys', () => {
  const names = pipeline.jobs.release?.steps?.map(({ name }) => name) ?? [];
  const order = ['Read the lists', 'Check for a canary', 'Check the deploy', 'Migrate', 'Deploy', 'Publish'];
  expect(names.filter((name) => order.includes(name ?? ''))).toEqual(order);
  expect(stepOf('release', 'Check the deploy').with).toEqual({ ...stepOf('release', 'Deploy').with, 'dry-run': true });
});

describe('promote.yml', () => {
  const { jobs } = parseWorkflow(read('.github/workflows/promote.yml'));
  const steps = jobs.release?.steps ?? [];
  const named = (name: string) => steps.find((one) => one.name === name);

  test('reads what the target refuses before it copies, and checks the deploy before it migrates', () => {
    const order = ['Read the lists', 'Fetch images and sites', 'Check the deploy', 'Migrate', 'Deploy', 'Publish'];
    expect(steps.map(({ name }) => name).filter((name) => order.includes(name ?? ''))).toEqual(order);
    expect(named('Fetch images and sites')?.with?.['target-services']).toBe('${{ steps.lists.outputs.holders }}');
    expect(named('Check the deploy')?.with).toEqual({ ...named('Deploy')?.with, 'dry-run': true });
  });

  test('builds frontends as pipeline.yml does, at the commit that is promoted', () => {
    const promoted = JSON.stringify(jobs.frontends?.steps)
      .replaceAll('fromJSON(steps.entry.outputs.entry).', 'matrix.frontend.')
      .replace("fromJSON(inputs.frontends || '[]')[matrix.frontend].name", 'matrix.frontend.name')
      .replace('"ref":"${{ needs.source.outputs.commit }}",', '')
      .replace('"promotion":true,"from-sites":"${{ inputs.from-sites }}",', '');
    const built = JSON.stringify(pipeline.jobs.frontends?.steps)
      .replaceAll('fromJSON(steps.entry.outputs.entry).', 'matrix.frontend.')
      .replace('"checks":"${{ inputs.checks }}",', '');
    expect(JSON.parse(promoted)).toEqual(JSON.parse(built));
  });

  test('builds a frontend whose name contains a masked value', () => {
    expect(jobs.frontends?.strategy?.matrix).toEqual({ frontend: '${{ fromJSON(needs.source.outputs.rebuilt) }}' });
    const { rebuilt } = readInputs(
      createInputReader({
        INPUT_TASK: 'source',
        'INPUT_FROM-PROJECT': 'acme-staging',
        INPUT_REGION: 'us-central1',
        'INPUT_FROM-SITES': 'shop=shop',
        INPUT_FRONTENDS: '[{"name": "shop", "bucket": "b"}, {"name": "acme-staging-site", "bucket": "c"}]',
      }),
      readSurroundings({}),
    );
    expect(rebuilt).toEqual([{ name: 'acme-staging-site', place: 1 }]);
    expect(jobs.frontends?.name).toBe("Build ${{ fromJSON(inputs.frontends || '[]')[matrix.frontend].name }}");
  });

  // As those of a call that builds images, the lists would be checked for Dockerfiles that need not exist.
  test('reads its lists as those of a promotion in every job', () => {
    const readers = Object.values(jobs).flatMap((job) => job.steps ?? []);
    const without = readers.filter(
      ({ uses, with: given }) =>
        uses === './actions/pipeline' && !['builds', 'result'].includes(String(given?.task)) && !given?.promotion,
    );
    expect(without).toEqual([]);
  });

  test.each(['Check for a canary', 'Migrate', 'Deploy', 'Publish'])('%s gets what it gets in pipeline.yml', (name) => {
    const { 'credentials-json': _, ...expected } = stepOf('release', name).with ?? {};
    expect(named(name)?.with).toEqual({ ...expected, commit: '${{ needs.source.outputs.commit }}' });
  });
});

describe('rollback.yml', () => {
  const { jobs } = parseWorkflow(read('.github/workflows/rollback.yml'));
  const steps = jobs.rollback?.steps ?? [];
  const at = (name: string) => steps.findIndex((one) => one.name === name);

  test('plans everything and shows it before anything changes; frontends go first', () => {
    const order = [
      'Plan the services',
      'Plan the frontends',
      'Show the plan',
      'Roll back the frontends',
      'Roll back the services',
    ];
    expect(order.map(at)).toEqual([...order.map(at)].sort((a, b) => a - b));
    for (const name of order.slice(0, 2)) expect(steps[at(name)]?.with?.['dry-run']).toBe(true);
    for (const name of order.slice(3)) expect(steps[at(name)]?.with).not.toHaveProperty('dry-run');
  });

  test('plans exactly what it then does', () => {
    const release = '${{ inputs.release-hold }}';
    for (const what of ['services', 'frontends']) {
      const { 'dry-run': _, ...planned } = steps[at(`Plan the ${what}`)]?.with ?? {};
      expect(steps[at(`Roll back the ${what}`)]?.with).toEqual({ ...planned, 'release-hold': release });
    }
  });
});

test.each(['pipeline', 'promote'])('%s.yml says nothing of a canary that its commit waits for', (name) => {
  const { release, promote } = parseWorkflow(read(`.github/workflows/${name}.yml`)).jobs;
  const [result] = ((release ?? promote)?.steps ?? []).filter(({ id }) => id === 'result');
  expect(result?.with?.deployed).toBe(
    "${{ steps.deploy.outputs.waiting != 'true' && steps.deploy.outputs.services || '' }}",
  );
});
