/** Images of several platforms: which jobs build them, in which slot each passes on its digest, and what is merged. */
import { describe, expect, it } from 'vitest';
import { imageJobOf, readCall } from '../../../actions/pipeline/plan/call.ts';
import { describeCall } from '../../../actions/pipeline/plan/describe.ts';
import { readRunners } from '../../../actions/pipeline/plan/platforms.ts';

const RUNNERS = [
  { platform: 'linux/amd64', runner: 'ubuntu-24.04' },
  { platform: 'linux/arm64', runner: ['self-hosted', 'arm64'] },
];
const SERVICES = [
  { name: 'web', service: 'web' },
  { name: 'worker', service: 'worker', platforms: ['linux/arm64'] },
  { name: 'admin', service: 'admin', image: 'web' },
  { name: 'mainframe', platforms: 'linux/s390x' },
];
const { lists } = readCall({
  checks: '[]',
  services: JSON.stringify(SERVICES),
  jobs: '[]',
  frontends: '[]',
  migration: '',
});
const runners = readRunners(JSON.stringify(RUNNERS), SERVICES).value;
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const jobOf = (name: string, platform: string) => imageJobOf(lists, name, { platform, runners, needs: {} }).job;
const merged = (name: string, outputs: Record<string, string>, result = 'success') =>
  imageJobOf(lists, name, { platform: undefined, runners, needs: { platforms: { result, outputs } } });

describe('a job of the matrix', () => {
  it('builds its platform of a service, and has a separate output slot', () => {
    expect(jobOf('web', 'linux/amd64')).toEqual({ entry: { ...SERVICES[0], platforms: 'linux/amd64' }, slot: 0 });
    expect(jobOf('web', 'linux/arm64').slot).toBe(1);
    expect(jobOf('worker', 'linux/arm64')).toMatchObject({ entry: { platforms: 'linux/arm64' }, slot: 3 });
  });

  it('has nothing to do for a platform or a service that is not built so', () => {
    for (const [name, platform] of [
      ['worker', 'linux/amd64'],
      ['admin', 'linux/amd64'],
      ['mainframe', 'linux/arm64'],
    ] as const)
      expect(jobOf(name, platform).entry).toBeUndefined();
  });
});

describe('the job of an image', () => {
  it('merges what the jobs of its service passed on', () => {
    const outputs = { s0: digest('a'), s1: digest('b'), s3: digest('c') };
    expect(merged('web', outputs)).toMatchObject({
      merge: [`linux/amd64=${digest('a')}`, `linux/arm64=${digest('b')}`],
      problems: [],
    });
    expect(merged('worker', outputs).merge).toEqual([`linux/arm64=${digest('c')}`]);
  });

  it('builds as a whole where no such job ran, or no runner has its platform', () => {
    expect(merged('web', {}, 'skipped')).toMatchObject({ merge: [], job: { slot: 0 } });
    expect(imageJobOf(lists, 'web', { platform: undefined, runners: [], needs: {} }).merge).toEqual([]);
    expect(merged('mainframe', {})).toMatchObject({ merge: [], job: { entry: { platforms: 'linux/s390x' } } });
    expect(merged('admin', {})).toEqual({ merge: [], problems: [], job: { entry: undefined, slot: 2 } });
  });

  it.each([[{ s0: digest('a') }], [{ s0: digest('a'), s1: 'v1' }]])(
    'fails where a job returned no digest: %j',
    (outputs) => {
      expect(merged('web', outputs).problems).toEqual([
        { input: 'needs', message: 'the job "Image web for linux/arm64" returned no digest. Re-run all jobs.' },
      ]);
    },
  );
});

describe('the input platforms', () => {
  it.each([
    ['no list', JSON.stringify(RUNNERS[0]), /^has \{"text":.*\}\. Expected a platform/],
    ['no JSON', 'linux/amd64', /^has \{"text":"linux\/amd64"\}/],
    ['an unknown key', '[{"platform": "linux/amd64", "runner": "x", "qemu": true}]', /^has .*qemu/],
    ['a word that is no platform', '[{"platform": "arm", "runner": "x"}]', /^has .*"arm"/],
    ['a platform twice', JSON.stringify([RUNNERS[0], RUNNERS[0]]), /^has linux\/amd64 twice/],
  ])('with %s is refused', (_, text, message) => {
    const { value, problems } = readRunners(text, []);
    expect(value).toEqual([]);
    expect(problems[0]).toMatchObject({ input: 'platforms', message: expect.stringMatching(message) });
  });

  it('with more builds than a matrix has jobs is refused', () => {
    const many = Array.from({ length: 129 }, (_, i) => ({ name: `s${i}` }));
    expect(readRunners(JSON.stringify(RUNNERS), many).problems[0]?.message).toMatch(
      /^makes 258 builds of 129 services/,
    );
  });

  it('needs a runner for all platforms of a service, or for none', () => {
    const service = { name: 'web', platforms: ['linux/amd64', 'linux/s390x'] };
    expect(readRunners(JSON.stringify(RUNNERS), [service]).problems).toMatchObject([
      { input: 'services', message: expect.stringContaining('web is built for linux/s390x, which has no runner') },
    ]);
    expect(readRunners('[]', [service])).toEqual({ value: [], problems: [] });
  });

  it('is in the plan', () => {
    const images = describeCall(lists, 'us-central1', undefined, runners).find(({ step }) =>
      step.startsWith('Build images'),
    );
    expect(images?.what).toEqual([
      'web for linux/amd64 and linux/arm64, each on its own runner',
      'worker for linux/arm64, each on its own runner',
      'mainframe',
    ]);
  });
});
