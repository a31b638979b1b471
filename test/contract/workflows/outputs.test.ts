/** What jobs pass to each other: nothing that a job with code of the user could have written is trusted by its name. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { read } from '../sources.ts';
import { type Job, parseWorkflow, runScript, type Step } from './workflows.ts';

vi.setConfig({ testTimeout: 60_000 });

const pipeline = parseWorkflow(read('.github/workflows/pipeline.yml'));
const SLOTS = Array.from({ length: 256 }, (_, i) => `s${i}`);
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const stepOf = (job: string, name: string): Step => {
  const step = pipeline.jobs[job]?.steps?.find((one) => one.name === name);
  if (!step) throw new Error(`the job ${job} has no step "${name}"`);
  return step;
};

/** Outputs of the legs of a job, as GitHub combines them: a value that is empty or holds a masked text is left out. */
function combine(legs: readonly Readonly<Record<string, string>>[], masks: readonly string[] = []) {
  const kept = legs.flatMap((leg) =>
    Object.entries(leg).filter(([, value]) => value !== '' && !masks.some((mask) => value.includes(mask))),
  );
  return Object.fromEntries(kept);
}

describe.each(['pipeline', 'rollback', 'preview'])('%s.yml', (name) => {
  const { jobs } = parseWorkflow(read(`.github/workflows/${name}.yml`));
  const steps = Object.entries(jobs).flatMap(([id, job]) => (job.steps ?? []).map((step) => ({ id, step })));

  test('downloads artifacts by the id that their own job passed on, and by nothing else', () => {
    for (const { step } of steps.filter((one) => one.step.uses?.startsWith('actions/download-artifact@')))
      expect(Object.keys(step.with ?? {}).sort()).toEqual(['artifact-ids', 'path']);
  });

  test('every job of a matrix whose outputs are read has a slot for each leg, and a step that sets its own', () => {
    const matrices = Object.values(jobs).filter((job: Job) => job.strategy?.matrix && job.outputs);
    for (const job of matrices) {
      expect(job.outputs).toEqual(
        Object.fromEntries(SLOTS.map((slot) => [slot, `\${{ steps.slot.outputs.${slot} }}`])),
      );
      const step = job.steps?.find(({ id }) => id === 'slot');
      expect(step?.run).toMatch(/"s\$SLOT=.*" >>"\$GITHUB_OUTPUT"/);
      expect(step?.env?.SLOT).toMatch(/^\$\{\{ matrix\.\w+\.slot \}\}$/);
    }
  });
});

describe.each([
  ['migrate', 'Name the images'],
  ['deploy', 'Name the images'],
])('the images that the job %s runs', (job, name) => {
  const script = stepOf(job, name).run ?? '';
  const built = [
    { name: 'server', slot: 0 },
    { name: 'nginx', slot: 1 },
  ];
  const run = (slots: object, entry: object = { name: 'server', image: 'server', containers: { proxy: 'nginx' } }) =>
    runScript(script, {
      REPOSITORY: 'us-central1-docker.pkg.dev/acme/apps',
      BUILT: JSON.stringify(built),
      SLOTS: JSON.stringify(slots),
      ENTRY: JSON.stringify(entry),
    });

  test('are in the repository of the call, by the digests that the jobs of the images passed on', () => {
    expect(run({ s0: digest('a'), s1: digest('b') }).outputs).toEqual({
      image: `us-central1-docker.pkg.dev/acme/apps/server@${digest('a')}\nproxy=us-central1-docker.pkg.dev/acme/apps/nginx@${digest('b')}`,
    });
  });

  test('are the same where the id of the project is masked', () => {
    const legs = [
      { s0: digest('a'), s1: '' },
      { s0: '', s1: digest('b') },
    ];
    expect(run(combine(legs, ['acme'])).outputs).toEqual(run({ s0: digest('a'), s1: digest('b') }).outputs);
  });

  test.each([
    ['none', { s1: digest('b') }],
    ['another image', { s0: `docker.io/evil/miner@${digest('b')}`, s1: digest('b') }],
    ['a tag', { s0: 'latest', s1: digest('b') }],
    ['two lines', { s0: `${digest('a')}\nsidecar=docker.io/evil/miner@${digest('b')}`, s1: digest('b') }],
  ])('are refused if a job passed on %s', (_, slots) => {
    const { ok, errors, outputs } = run(slots);
    expect(ok).toBe(false);
    expect(errors).toEqual(['The job "Image server" passed on no digest. Re-run all jobs.']);
    expect(outputs).toEqual({});
  });
});

test('the job of an image passes on the bare digest that the build gave', () => {
  expect(stepOf('images', 'Pass on the digest').env?.DIGEST).toBe('${{ steps.build.outputs.digest }}');
});

describe('the result', () => {
  const script = stepOf('result', 'Collect').run ?? '';
  const lists = {
    images: JSON.stringify([{ name: 'web', slot: 0 }]),
    services: JSON.stringify([
      { name: 'web', slot: 0 },
      { name: 'api', slot: 1 },
    ]),
    frontends: JSON.stringify([{ name: 'site', slot: 0 }]),
  };
  const run = (jobs: object) =>
    runScript(script, {
      REPOSITORY: 'us-central1-docker.pkg.dev/acme/apps',
      JOBS: JSON.stringify({ plan: { result: 'success', outputs: lists }, ...jobs }),
      GITHUB_STEP_SUMMARY: '/dev/null',
    }).outputs;

  test('names what each leg passed on, and leaves out those that failed', () => {
    const jobs = {
      images: { result: 'success', outputs: { s0: digest('a') } },
      deploy: { result: 'failure', outputs: { s1: 'api-1 https://api.example' } },
      publish: { result: 'success', outputs: { s0: 'c0ffee ' } },
    };
    expect(run(jobs)).toEqual({
      images: { web: `us-central1-docker.pkg.dev/acme/apps/web@${digest('a')}` },
      urls: { api: 'https://api.example', site: '' },
      revisions: { api: 'api-1', site: 'c0ffee' },
    });
  });

  test('takes nothing from jobs that were skipped', () => {
    const skipped = { result: 'skipped', outputs: { s0: 'left over', s1: 'left over' } };
    expect(run({ images: skipped, deploy: skipped, publish: skipped })).toEqual({
      images: {},
      urls: {},
      revisions: {},
    });
    expect(run({ plan: { result: 'failure', outputs: {} } })).toEqual({ images: {}, urls: {}, revisions: {} });
  });
});

test('an artifact that another job overwrote is explained: its id is gone, and nothing is published', () => {
  const steps = pipeline.jobs.publish?.steps ?? [];
  const at = steps.findIndex(({ name }) => name === 'Explain a missing build');
  expect(steps[at - 1]).toMatchObject({ id: 'download', with: { 'artifact-ids': '${{ steps.build.outputs.id }}' } });
  expect((steps[at] as { if?: string }).if).toBe("failure() && steps.download.outcome == 'failure'");
  const { ok, errors } = runScript(steps[at]?.run ?? '', { NAME: 'site', ID: '42' });
  expect(ok).toBe(false);
  expect(errors.join()).toMatch(
    /^Nothing was published\. The artifact 42, .*"Build site".* overwrote .* re-run all jobs/,
  );
});

test('a frontend whose job passed on no artifact is not published', () => {
  const script = stepOf('publish', 'Find the build').run ?? '';
  const run = (slots: object) => runScript(script, { NAME: 'site', SLOT: 's0', SLOTS: JSON.stringify(slots) });
  expect(run({ s0: `17 ${digest('a')}` }).outputs).toEqual({ id: '17', digest: digest('a') });
  for (const slots of [{}, { s0: '' }, { s0: '17' }, { s0: `x ${digest('a')}` }, { s1: `17 ${digest('a')}` }])
    expect(run(slots).errors).toEqual(['The job "Build site" passed on no artifact. Re-run all jobs.']);
});

describe('what a rollback of all services to `previous` says before anything changes', () => {
  const { jobs } = parseWorkflow(read('.github/workflows/rollback.yml'));
  const script = jobs.compare?.steps?.[0]?.run ?? '';
  const [old, middle, current] = ['a', 'b', 'c'].map((digit) => digit.repeat(40));
  const run = (slots: object) => {
    const folder = mkdtempSync(join(tmpdir(), 'compare-'));
    const summary = join(folder, 'summary');
    writeFileSync(summary, '');
    const { warnings } = runScript(script, {
      SERVICES: JSON.stringify([
        { name: 'web', slot: 0 },
        { name: 'api', slot: 1 },
      ]),
      SLOTS: JSON.stringify(slots),
      GITHUB_STEP_SUMMARY: summary,
    });
    const text = readFileSync(summary, 'utf8');
    rmSync(folder, { recursive: true });
    return { warnings, text };
  };

  test('nothing, where all leave one commit for one other', () => {
    expect(run({ s0: `${current} ${middle}`, s1: `${current} ${middle}` })).toEqual({ warnings: [], text: '' });
  });

  test.each([
    [
      'are on different commits',
      { s0: `${current} ${middle}`, s1: `${middle} ${old}` },
      'api from bbbbbbbbbbbb to aaaaaaaaaaaa',
    ],
    [
      'go back to different commits',
      { s0: `${current} ${middle}`, s1: `${current} ${old}` },
      'api from cccccccccccc to aaaaaaaaaaaa',
    ],
    ['could not be looked at', { s0: `${current} ${middle}` }, 'api from - to -'],
  ])('which services %s', (_, slots, said) => {
    const { warnings, text } = run(slots);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(
      `web from cccccccccccc to bbbbbbbbbbbb, ${said}. This combination may never have run.`,
    );
    expect(text).toContain('| web | cccccccccccc | bbbbbbbbbbbb |');
  });

  test('no job changes anything before that', () => {
    for (const job of ['frontends', 'services']) expect(jobs[job]?.needs).toContain('compare');
    expect(jobs.look?.steps?.find(({ id }) => id === 'look')?.with?.['dry-run']).toBe(true);
  });
});

test('the reason of a rollback is shown as text, whatever it holds', () => {
  const { jobs } = parseWorkflow(read('.github/workflows/rollback.yml'));
  const script = Object.values(jobs).flatMap(({ steps }) => steps ?? []);
  const collect = script.find(({ name }) => name === 'Collect')?.run ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'reason-'));
  const summary = join(folder, 'summary');
  const needs = JSON.stringify({ plan: { result: 'success', outputs: {} } });
  const shown = (reason: string) => {
    writeFileSync(summary, '');
    runScript(collect, { JOBS: needs, REASON: reason, GITHUB_STEP_SUMMARY: summary });
    return /^Reason: <code>(.*)<\/code>$/m.exec(readFileSync(summary, 'utf8'))?.[1] ?? '';
  };
  for (const reason of [
    'The fix broke it',
    '[x](https://evil.example) <img src=x> ``` | @octocat #1 me@evil.example\n# é',
  ]) {
    expect(shown(reason)).toMatch(/^(?:[A-Za-z0-9 ]|&#\d+;|<wbr>)*$/);
    const read = shown(reason).replaceAll('<wbr>', '');
    expect(read.replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))).toBe(reason);
  }
  rmSync(folder, { recursive: true });
});

test.each(['pipeline', 'rollback'])('the tables of %s.yml show names and values as text', (workflow) => {
  const { jobs } = parseWorkflow(read(`.github/workflows/${workflow}.yml`));
  const steps = Object.values(jobs).flatMap(({ steps = [] }) => steps);
  const collect = steps.find(({ name }) => name === 'Collect')?.run ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'cells-'));
  const summary = join(folder, 'summary');
  const hostile = '<img/src=x>|[x](https://evil.example)`@octocat';
  const services = JSON.stringify([{ name: 'web', slot: 0 }]);
  const slots = { result: 'success', outputs: { s0: `${hostile} https://web.example` } };
  const needs = { plan: { result: 'success', outputs: { services } }, deploy: slots, services: slots };
  const shown = (script: string, variables: Record<string, string>) => {
    writeFileSync(summary, '');
    runScript(script, { ...variables, GITHUB_STEP_SUMMARY: summary });
    return readFileSync(summary, 'utf8');
  };
  const text = shown(collect, { JOBS: JSON.stringify(needs), REASON: '', REPOSITORY: 'r' });
  expect(text).toMatch(/^\| web \| &#60;img\/src&#61;x&#62;&#124;.*&#64;<wbr>octocat/m);
  expect(text).toContain('https://web.example');
  if (workflow === 'rollback') {
    const compare = shown(jobs.compare?.steps?.[0]?.run ?? '', {
      SERVICES: services,
      SLOTS: JSON.stringify({ s0: `${hostile} -` }),
    });
    expect(compare).toMatch(/^\| web \| &#60;img/m);
    expect(compare).not.toContain('<img');
  }
  expect(text).not.toContain('<img');
  rmSync(folder, { recursive: true });
});
