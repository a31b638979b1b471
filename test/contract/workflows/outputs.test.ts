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

describe.each(['pipeline', 'rollback', 'preview', 'promote'])('%s.yml', (name) => {
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
      expect(step?.run).toMatch(/"s?\$SLOT=.*" >>"\$GITHUB_OUTPUT"/);
      expect(step?.env?.SLOT).toMatch(/^\$\{\{ (?:matrix\.\w+\.slot|steps\.entry\.outputs\.slot) \}\}$/);
    }
  });
});

test('digests arrive where the id of the project is masked', () => {
  const legs = [
    { s0: digest('a'), s1: '' },
    { s0: '', s1: digest('b') },
  ];
  expect(combine(legs, ['acme'])).toEqual({ s0: digest('a'), s1: digest('b') });
  // Names of images, which hold the id, are composed where they are used.
  const given = stepOf('release', 'Read the lists').with ?? {};
  expect(given.digests).toBe('${{ toJSON(needs.images.outputs) }}');
  expect(given['image-repository']).toBe('${{ inputs.image-repository }}');
});

test('what a call gives its jobs is checked as a whole in each of them', () => {
  const readers = Object.values(pipeline.jobs).flatMap((job) =>
    (job.steps ?? []).filter(({ uses }) => uses === './actions/pipeline'),
  );
  expect(readers).toHaveLength(6);
  for (const { with: given } of readers)
    expect(given).toMatchObject(
      Object.fromEntries(
        ['checks', 'services', 'frontends', 'migration'].map((list) => [list, `\${{ inputs.${list} }}`]),
      ),
    );
});

test('the job of an image passes on the bare digest that the build gave', () => {
  expect(stepOf('images', 'Pass on the digest').env?.DIGEST).toBe('${{ steps.build.outputs.digest }}');
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

test.each(['rollback'])('the tables of %s.yml show names and values as text', (workflow) => {
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
