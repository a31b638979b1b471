/** Our own release: code of dependencies runs without rights, and the job with the rights runs none of it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git, makeCommits, type Release } from '../../../scripts/release/commits.ts';
import { currentVersion } from '../../../scripts/release/version.ts';
import { scratchRepository } from '../../../scripts/release.ts';
import { filesBelow, importsOf, read } from '../sources.ts';
import { type Job, parseWorkflow } from '../workflows/workflows.ts';

const { jobs } = parseWorkflow(read('.github/workflows/release.yml'));
const writes = (job: Job): boolean =>
  Object.values((job.permissions ?? {}) as Record<string, string>).includes('write') ||
  JSON.stringify(job).includes('secrets.');

test.each(
  filesBelow('.github/workflows', '.yml').flatMap((file) =>
    Object.entries(parseWorkflow(read(file)).jobs)
      .filter(([, job]) => writes(job))
      .map(([name, job]) => [file, name, job] as const),
  ),
)('%s: job %s, which may write or holds a secret, installs and runs no package', (_, __, { steps = [] }) => {
  const scripts = steps.map(({ run = '' }) => run).join('\n');
  expect(scripts).not.toMatch(/\b(npm|npx|pnpm|yarn|pip|go (run|install)|cargo|curl|wget)\b|node_modules/);
});

describe('release.yml', () => {
  test('has one job with rights; the one that runs npm may read', () => {
    expect(Object.keys(jobs).filter((name) => writes(jobs[name] as Job))).toEqual(['publish']);
    expect(jobs.build?.permissions).toEqual({ contents: 'read' });
    expect(jobs.build?.environment).toBeUndefined();
    expect(jobs.publish?.environment).toBe('release');
  });

  test("the job with rights uses GitHub's own actions, and takes nothing from the other but a SHA to compare", () => {
    const uses = (jobs.publish?.steps ?? []).flatMap(({ uses }) => uses ?? []);
    expect(uses.filter((name) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(name))).toEqual([]);
    expect(uses.filter((name) => /download-artifact|cache/.test(name))).toEqual([]);
    expect(JSON.stringify(jobs.publish).match(/needs\.build\.[\w.]+/g)).toEqual(['needs.build.outputs.commit']);
  });

  test('its scripts import nothing but Node and each other', () => {
    const scripts = (jobs.publish?.steps ?? []).flatMap(({ run = '' }) =>
      [...run.matchAll(/node (\S+)/g)].map((match) => match[1] as string),
    );
    expect(new Set(scripts)).toEqual(new Set(['scripts/release.ts']));
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const packages = [...read(path).matchAll(/(?:from|import)[\s(]*'([^.'][^']*)'/g)].map((match) => match[1]);
      expect(packages.filter((name) => !name?.startsWith('node:'))).toEqual([]);
      for (const next of importsOf(path)) visit(posix.normalize(next));
    };
    visit('scripts/release.ts');
    expect(seen.size).toBeGreaterThan(2);
  });
});

describe('the steps of the job with rights', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-run-'));
  const [origin, temp, bin] = ['origin.git', 'temp', 'bin'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  let clone: string;
  let expected: Release;

  beforeAll(() => {
    clone = scratchRepository();
    expected = makeCommits(clone, currentVersion(), 'HEAD');
    for (const one of [temp, bin]) mkdirSync(one);
    execFileSync('git', ['init', '--quiet', '--bare', origin]);
    // GitHub is a folder here, and `gh` writes down what it was called with.
    git(clone, ['config', `url.${origin}.insteadOf`, 'https://x-access-token@github.com/acme/actions']);
    const gh = `#!/bin/sh\necho "$*" >>${folder}/gh\n[ "$2" != view ]\n`;
    writeFileSync(join(bin, 'gh'), gh, { mode: 0o755 });
  }, 60_000);
  afterAll(() => {
    for (const one of [folder, clone]) rmSync(one, { recursive: true, force: true });
  });

  const outputs: Record<string, string> = {};
  /** Runs a step as the runner does: `bash -e`, with outputs of the step before. */
  function step(name: string, env: Record<string, string> = {}) {
    const { run = 'exit 9' } = jobs.publish?.steps?.find((one) => one.name === name) ?? {};
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const result = spawnSync('bash', ['-e', '-c', run], {
      cwd: clone,
      encoding: 'utf8',
      env: {
        PATH: `${bin}:${process.env.PATH}`,
        HOME: folder,
        GITHUB_REPOSITORY: 'acme/actions',
        GITHUB_OUTPUT: output,
        RUNNER_TEMP: temp,
        ...env,
      },
    });
    for (const [, key, value] of readFileSync(output, 'utf8').matchAll(/^(\w+)=(.*)$/gm))
      outputs[key as string] = value as string;
    return result;
  }

  test.each(['', 'f'.repeat(40)])('stop where the build has another release (%j), and tag nothing', (BUILT) => {
    const { status, stderr } = step('Make the release that was built', { BUILT });
    expect(status).not.toBe(0);
    expect(stderr).toContain('The job that built the sources has release');
    expect(git(clone, ['tag', '--list'])).toBe('');
  });

  test('make, push and publish the release, and move the major tag last', () => {
    expect(step('Make the release that was built', { BUILT: expected.commit }).stderr).toBe('');
    expect(outputs).toMatchObject({ commit: expected.commit, tag: expected.tag, major: expected.major });
    const TOKEN = 'token';
    expect(step('Push the immutable tag', { TOKEN, TAG: outputs.tag as string }).status).toBe(0);
    expect(git(origin, ['for-each-ref', '--format=%(refname) %(objectname)'])).toBe(
      `refs/tags/${expected.tag} ${expected.commit}`,
    );
    const env = { GH_TOKEN: TOKEN, TAG: outputs.tag as string, ARCHIVE: outputs.archive as string };
    expect(step('Draft, then publish', env).status).toBe(0);
    expect(readFileSync(join(folder, 'gh'), 'utf8').split('\n').slice(0, 3)).toEqual([
      `release view ${expected.tag}`,
      expect.stringContaining(`release create ${expected.tag} ${outputs.archive} --draft --verify-tag`),
      `release edit ${expected.tag} --draft=false`,
    ]);
    expect(step('Move the major tag, last', { TOKEN, MAJOR: outputs.major as string }).status).toBe(0);
    expect(git(origin, ['rev-parse', `refs/tags/${expected.major}`])).toBe(expected.commit);
  });

  test('attest an archive that names the release commit', () => {
    expect(existsSync(outputs.archive as string)).toBe(true);
    const unpacked = gunzipSync(readFileSync(outputs.archive as string)).subarray(0, 2048);
    expect(execFileSync('git', ['get-tar-commit-id'], { input: unpacked, encoding: 'utf8' }).trim()).toBe(
      expected.commit,
    );
    const attest = jobs.publish?.steps?.find(({ uses }) => uses?.startsWith('actions/attest-build-provenance@'));
    expect(attest?.with).toEqual({ 'subject-path': '${{ steps.release.outputs.archive }}' });
  });
});
