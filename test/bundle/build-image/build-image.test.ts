/** The build-image bundle: builds, reuse, outputs and messages. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMIT, createFixture, type Fixture } from './build-image.fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

const OTHER = 'b'.repeat(40);

describe('an image', () => {
  it('is built once, pushed under its commit, and given by digest', async () => {
    const result = await fixture.step({ with: { tags: 'v1' } });
    expect(result.exitCode, result.log).toBe(0);
    const digest = await fixture.digest(COMMIT);
    expect(result.outputs).toMatchObject({
      image: `${fixture.image}@${digest}`,
      digest,
      reused: 'false',
      tags: JSON.stringify([COMMIT, 'aaaaaaa', 'v1'].map((tag) => `${fixture.image}:${tag}`)),
    });
    expect(JSON.parse(result.outputs.digests ?? '')).toEqual({ 'linux/amd64': expect.stringMatching(/^sha256:/) });
    expect(JSON.parse(result.outputs.metadata ?? '')).toMatchObject({ 'containerimage.digest': digest });
    expect(await fixture.digest('aaaaaaa')).toBe(digest);
    expect(await fixture.digest('v1')).toBe(digest);
    expect(fixture.builds()[0]?.args.filter((arg) => arg === '--tag')).toHaveLength(1);
  });

  it('gets its other tags only after the registry was seen to have it', async () => {
    fixture.emulator.core.faults.add({ api: 'registry', method: 'PUT', path: 'manifests/v1', status: 403 });
    const result = await fixture.step({ with: { tags: 'v1' } });
    expect(result.exitCode).toBe(1);
    expect(result.errors.map(({ message }) => message).join()).toMatch(/v1.*403/s);
    expect(result.outputs.image ?? '').toBe('');
    expect(await fixture.digest(COMMIT)).toMatch(/^sha256:/);
    expect(await fixture.digest('v1')).toBeUndefined();
  });

  it('carries OCI labels', async () => {
    await fixture.step();
    const { args } = fixture.builds()[0] ?? { args: [] };
    expect(args).toEqual(
      expect.arrayContaining([
        `org.opencontainers.image.revision=${COMMIT}`,
        'org.opencontainers.image.source=https://github.com/acme/shop',
        expect.stringMatching(/^org\.opencontainers\.image\.created=\d{4}-/),
      ]),
    );
  });

  it('names the commit that is checked out if it is another, as after a plain checkout on workflow_run', async () => {
    mkdirSync(join(fixture.workspace, '.git'));
    fixture.write('.dockerignore', '.git\n');
    fixture.write('.git/config', '[remote "origin"]\n\turl = https://github.com/acme/shop\n');
    fixture.write('.git/HEAD', OTHER);
    const started = { env: { GITHUB_EVENT_NAME: 'workflow_run' }, commit: OTHER };
    const result = await fixture.step({ ...started, event: { workflow_run: { head_sha: COMMIT } } });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The workspace has commit b{12}, but this step is for commit a{12}/),
    ]);
    const same = await fixture.step({ ...started, event: { workflow_run: { head_sha: OTHER } } });
    expect(same.warnings).toEqual([]);
  });

  it('is reused by the next commit if nothing that shapes it has changed', async () => {
    const first = await fixture.step();
    const second = await fixture.step({ commit: OTHER });
    expect(second.exitCode, second.log).toBe(0);
    expect(second.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest, metadata: '' });
    expect(await fixture.digest(OTHER)).toBe(first.outputs.digest);
    expect(fixture.builds()).toHaveLength(1);
    expect(second.summary).toContain('aaaaaaaaaaaa');
  });

  it('is reused by the annotations of its index: no configuration is read', async () => {
    await fixture.step();
    const { list } = fixture.emulator.core.calls;
    const before = list.length;
    const second = await fixture.step({ commit: OTHER });
    expect(second.outputs).toMatchObject({ reused: 'true' });
    const reads = list.slice(before).filter(({ api, method }) => api === 'registry' && method === 'GET');
    expect(reads.filter(({ path }) => path.includes('/blobs/'))).toEqual([]);
  });

  it('cannot be dated in the future, which would evade reuse-max-age', async () => {
    const result = await fixture.step({ with: { labels: 'org.opencontainers.image.created=2099-01-01T00:00:00Z' } });
    expect(result.exitCode).toBe(1);
    expect(result.errors.map(({ message }) => message).join()).toMatch(
      /^Input labels: org\.opencontainers\.image\.created is 2099-\S+ which is in the future/,
    );
    expect(fixture.calls()).toEqual([]);
  });

  it('of several platforms is reused with its attestations', async () => {
    const inputs = { platforms: 'linux/amd64\nlinux/arm64' };
    const first = await fixture.step({ with: inputs });
    const second = await fixture.step({ with: inputs, commit: OTHER });
    expect(Object.keys(JSON.parse(second.outputs.digests ?? ''))).toEqual(['linux/amd64', 'linux/arm64']);
    expect(second.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
    expect((await fixture.emulator.registry.find(`${fixture.image}:${OTHER}`))?.children).toHaveLength(4);
  });

  it.each<[string, () => void, Record<string, string>]>([
    ['a file changes', () => fixture.write('main.go', 'package other'), {}],
    ['an input changes', () => {}, { target: 'x' }],
    ['reuse is off', () => {}, { reuse: 'false' }],
    ['fresh base images are requested', () => {}, { pull: 'true' }],
    ['a fresh build is requested', () => {}, { 'no-cache': 'true' }],
    ['it is too old', () => {}, { 'reuse-max-age': '0s' }],
  ])('is rebuilt when %s', async (_name, change, inputs) => {
    await fixture.step();
    change();
    const second = await fixture.step({ commit: OTHER, with: inputs });
    expect(second.outputs.reused).toBe('false');
    expect(fixture.builds()).toHaveLength(2);
  });

  const moved = (result: { warnings: readonly { message: string }[] }) =>
    result.warnings.map(({ message }) => message).filter((message) => message.includes('was moved from'));

  it('without reuse starts docker at once, and gives it the login once the tag of the commit was read', async () => {
    let reads = 0;
    let atLogin: object | undefined;
    const remove = fixture.emulator.core.calls.onCall(async ({ api, method, path }) => {
      if (api !== 'registry' || method !== 'GET' || !path.endsWith(`/manifests/${COMMIT}`) || ++reads > 1) return;
      await fixture.until(() => fixture.requested());
      atLogin = { pushes: fixture.pushes(), reads };
    });
    const { exitCode } = await fixture.step({ with: { reuse: 'false' } });
    remove();
    expect({ exitCode, atLogin }).toEqual({ exitCode: 0, atLogin: { pushes: [], reads: 1 } });
  });

  it('of the same commit with other inputs moves the tag of the commit, with a warning', async () => {
    const first = await fixture.step();
    expect(moved(first)).toEqual([]);
    const second = await fixture.step({ with: { labels: 'variant=b' } });
    expect(second.outputs.reused).toBe('false');
    const text = `The tag ${fixture.image}:${COMMIT} was moved from ${first.outputs.digest} to ${second.outputs.digest}`;
    expect(moved(second)).toEqual([expect.stringContaining(text)]);
    expect(second.summary).toContain('was moved from');
    // After a revert the first image is reused, and its tag moves, too.
    const third = await fixture.step();
    expect(third.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
    expect(moved(third)).toHaveLength(1);
    expect(await fixture.digest(COMMIT)).toBe(first.outputs.digest);
  });

  it('of the same inputs that is built again moves its tag without a warning', async () => {
    await fixture.step();
    expect(moved(await fixture.step({ with: { 'no-cache': 'true' } }))).toEqual([]);
    expect(moved(await fixture.step())).toEqual([]);
  });

  it('is compared with the one of the commit before', async () => {
    await fixture.step();
    fixture.write('main.go', 'package other');
    const result = await fixture.step({ commit: OTHER, event: { before: COMMIT } });
    expect(result.summary).toContain('the same size as the previous image');
  });

  it('in a dry run is neither built nor tagged, and the command line is shown', async () => {
    const result = await fixture.step({ with: { 'dry-run': 'true' } });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.log).toContain('docker buildx build --file Dockerfile');
    expect(fixture.calls()).toEqual([]);
    expect(await fixture.digest(COMMIT)).toBeUndefined();
  });

  it('in a dry run that would reuse changes nothing', async () => {
    await fixture.step();
    const result = await fixture.step({ commit: OTHER, with: { 'dry-run': 'true' } });
    expect(result.log).toContain('would get the tags');
    expect(await fixture.digest(OTHER)).toBeUndefined();
  });

  it('without push needs no identity and touches nothing of the registry', async () => {
    const result = await fixture.step({
      with: { push: 'false', 'workload-identity-provider': '', 'service-account': '' },
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined },
    });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs.image).toBeUndefined();
    expect(fixture.emulator.core.calls.list).toEqual([]);
  });
});

describe('secrets', () => {
  it('reach the builder through its environment, and no argument, log or summary', async () => {
    const result = await fixture.step({ with: { secrets: 'npm=very-secret-value' } });
    const call = fixture.builds()[0];
    expect(call?.secrets).toEqual({ ORCHESTRA_SECRET_0: 'very-secret-value' });
    expect(call?.args.join(' ')).not.toContain('very-secret-value');
    expect(call?.inputs).toEqual([]);
    expect(result.masks).toContain('very-secret-value');
    const shown = result.log.replaceAll('::add-mask::very-secret-value', '') + result.summary;
    expect(shown).not.toContain('very-secret-value');
  });

  it('of ours, the access token, is masked and stays out of the log', async () => {
    const result = await fixture.step();
    const tokens = result.masks.filter((mask) => mask.startsWith('ya29.'));
    expect(tokens.length).toBeGreaterThan(0);
    const shown = result.log.replaceAll(/^::add-mask::.*$/gm, '');
    for (const token of tokens) expect(shown).not.toContain(token);
  });
});

describe('the private configuration of docker', () => {
  it('is gone after the step', async () => {
    const result = await fixture.step();
    expect(result.state['docker-config']).toBeTruthy();
    expect(existsSync(result.state['docker-config'] as string)).toBe(false);
  });

  it('is removed by post if the step was killed', async () => {
    fixture.docker({ builds: [{ sleepMs: 5000 }] });
    const env = { RUNNER_TEMP: mkdtempSync(join(tmpdir(), 'temp-')) };
    const result = await fixture.step({
      env,
      onStart: (child) => void fixture.until(() => fixture.builds().length === 1).then(() => child.kill('SIGKILL')),
    });
    const dir = result.state['docker-config'] as string;
    expect(existsSync(dir)).toBe(true);
    const post = await fixture.step({ phase: 'post', state: result.state, env });
    expect(post.exitCode, post.log).toBe(0);
    expect(existsSync(dir)).toBe(false);
    rmSync(env.RUNNER_TEMP, { recursive: true });
  });
});

describe('where the builder can do less', () => {
  it('one is created for the step, used, and removed by post', async () => {
    fixture.docker({ plain: true });
    const result = await fixture.step();
    expect(result.exitCode, result.log).toBe(0);
    const name = result.state.builder as string;
    expect(name).toMatch(/^orchestra-/);
    const [refused, built] = fixture.builds();
    expect(refused?.args).not.toContain('--builder');
    expect(built?.args).toEqual(expect.arrayContaining(['--builder', name, '--provenance', 'mode=min']));
    await fixture.step({ phase: 'post', state: result.state });
    expect(fixture.calls().at(-1)?.args).toEqual(['buildx', 'rm', '--force', name]);
  });

  it('one is created before cache mounts are restored, and runs all builds of the step', async () => {
    const run = 'RUN --mount=type=cache,target=/cache true';
    fixture.write('Dockerfile', `FROM alpine\n${run}\n`);
    fixture.docker({ plain: true, builds: [{ name: `[2/2] ${run}` }] });
    const given = { provenance: 'false', sbom: 'false', cache: 'off', 'cache-mounts': 'true' };
    const first = await fixture.step({ with: given });
    expect(first.log).toContain('Saved the cache mounts');
    fixture.write('main.go', 'other');
    const result = await fixture.step({ with: given, commit: 'b'.repeat(40) });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.warnings).toEqual([]);
    const own = fixture.builds().filter(({ args }) => args.includes(result.state.builder as string));
    expect(own.map(({ args }) => args.find((arg) => /^--push$|^type=/.test(arg))?.replace(/[,:].*/, ''))).toEqual([
      'type=local',
      'type=image',
      'type=local',
      'type=image',
    ]);
    expect(fixture.builds().filter(({ args }) => !args.includes('--builder'))).toEqual([]);
  });

  it('and no other can be created, unsupported features are left out with a warning', async () => {
    fixture.docker({ plain: true, create: 'ERROR: pull failed' });
    const result = await fixture.step();
    expect(result.exitCode, result.log).toBe(0);
    expect(fixture.builds()[1]?.args).toEqual(expect.arrayContaining(['--provenance', 'false', '--sbom', 'false']));
    expect(result.warnings.map(({ message }) => message).join()).toMatch(/Built without provenance.*pull failed/);
    expect(result.summary).toContain('Built without provenance');
  });

  it('and no other can be created, cache mounts are neither restored nor saved', async () => {
    fixture.docker({ plain: true, create: 'ERROR: pull failed' });
    fixture.write('Dockerfile', 'FROM alpine\nRUN --mount=type=cache,target=/cache true\n');
    const result = await fixture.step({ with: { 'cache-mounts': 'true' } });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.warnings.map(({ message }) => message).join()).toMatch(/^Built without .*, cache-mounts: /);
    expect(fixture.builds()).toHaveLength(1);
  });

  it('but no further input is set, it is used as it is', async () => {
    fixture.docker({ plain: true });
    const result = await fixture.step({ with: { provenance: 'false', sbom: 'false', cache: 'off' } });
    expect(result.exitCode, result.log).toBe(0);
    expect(fixture.calls().map(({ args }) => args[1])).toEqual(['build']);
  });
});
