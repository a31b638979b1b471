/** Faults around a build, through the bundle: the step pushes the image that it reports, or fails with the reason. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../packages/emulator/src/core/faults.ts';
import type { StepResult } from '../../harness/runner.ts';
import { COMMIT, createFixture, type DockerPlan, type Fixture } from './build-image.fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

const errorsOf = (result: StepResult): string => result.errors.map(({ message }) => message).join('\n');
const OTHER = 'b'.repeat(40);
const PUSH = 'ERROR: failed to solve: failed to push h/n:t:';

describe('the push is retried and the image exists, although', () => {
  it.each([
    ['the login had expired', `${PUSH} unexpected status from HEAD request to http://h/v2/n: 401 Unauthorized`],
    ['the repository was not ready', `${PUSH} unexpected status: 404 Not Found`],
    ['too many pushes came', `${PUSH} 429 Too Many Requests`],
    ['the registry was overloaded', `${PUSH} unexpected status: 503 Service Unavailable`],
    ['the registry failed', `${PUSH} unexpected status: 500 Internal Server Error`],
    ['the connection was reset', `${PUSH} write tcp: connection reset by peer`],
    ['the connection ended', `${PUSH} failed to do request: Put "http://h": EOF`],
    [
      'no token was available',
      'ERROR: failed to solve: failed to fetch oauth token: unexpected status: 503 Service Unavailable',
    ],
  ])('%s', async (_name, stderr) => {
    fixture.docker({ builds: [{ stderr }, {}] });
    const result = await fixture.step();
    expect(result.exitCode, result.log).toBe(0);
    expect(result.log).toContain('The image is not rebuilt');
    expect(await fixture.digest(COMMIT)).toBe(result.outputs.digest);
    const [first, second] = fixture.builds();
    expect(second?.args.slice(0, -1)).toEqual(first?.args.slice(0, -1));
  });

  it.each<[string, FaultRule]>([
    [
      'the registry responds to a manifest with 503',
      { api: 'registry', method: 'PUT', path: 'manifests', status: 503 },
    ],
    ['the registry resets a manifest', { api: 'registry', method: 'PUT', path: `manifests/${COMMIT}`, reset: true }],
    [
      'the registry refuses a token that was good',
      { api: 'registry', method: 'PUT', path: 'manifests', expireToken: true, status: 401 },
    ],
  ])('%s', async (_name, rule) => {
    fixture.fault(rule);
    const result = await fixture.step();
    expect(result.exitCode, result.log).toBe(0);
    expect(fixture.hits()).toBe(1);
    expect(await fixture.digest(COMMIT)).toBe(result.outputs.digest);
  });
});

describe('the step continues although', () => {
  it.each<[string, FaultRule]>([
    [
      'the look-up of a reusable image fails for a moment',
      { api: 'registry', method: 'GET', path: 'manifests/inputs-', status: 503, times: 2 },
    ],
    ['the look-up is reset', { api: 'registry', method: 'GET', path: 'manifests/inputs-', reset: true }],
    [
      'the repository cannot be read for a moment',
      { api: 'artifactregistry', path: 'repositories/orchestra', status: 503 },
    ],
    [
      'reading the image back fails for a moment',
      { api: 'registry', method: 'GET', path: 'manifests/sha256', status: 500 },
    ],
    [
      'reading the image back is refused for an old token',
      { api: 'registry', method: 'GET', path: 'manifests/sha256', expireToken: true },
    ],
    [
      'the configuration cannot be read for a moment',
      { api: 'registry', method: 'GET', path: 'blobs/sha256', status: 502 },
    ],
    ['the token service is down for a moment', { api: 'sts', status: 503 }],
  ])('%s', async (_name, rule) => {
    fixture.fault(rule);
    const result = await fixture.step();
    expect(result.exitCode, result.log).toBe(0);
    expect(fixture.hits()).toBeGreaterThan(0);
    expect(await fixture.digest(COMMIT)).toBe(result.outputs.digest);
  });

  it.each<[string, FaultRule]>([
    [
      'tagging a reused image fails for a moment',
      { api: 'registry', method: 'PUT', path: `manifests/${OTHER}`, status: 503 },
    ],
    [
      'the response to the tagging is lost',
      { api: 'registry', method: 'PUT', path: `manifests/${OTHER}`, dropResponse: true },
    ],
  ])('%s', async (_name, rule) => {
    await fixture.step();
    fixture.fault(rule);
    const result = await fixture.step({ commit: OTHER });
    expect(result.outputs).toMatchObject({ reused: 'true' });
    expect(fixture.hits()).toBe(1);
    expect(await fixture.digest(OTHER)).toBe(result.outputs.digest);
  });

  it('a part of the image to reuse is gone: it is built again', async () => {
    await fixture.step();
    fixture.fault({
      api: 'registry',
      method: 'PUT',
      path: `manifests/${OTHER}$`,
      status: 404,
      message: 'MANIFEST_BLOB_UNKNOWN',
    });
    const result = await fixture.step({ commit: OTHER });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs.reused).toBe('false');
    expect(fixture.builds()).toHaveLength(2);
  });

  it('an image in the index to reuse is gone: it is built again', async () => {
    await fixture.step();
    fixture.fault({
      api: 'registry',
      method: 'GET',
      path: 'manifests/sha256:',
      status: 404,
      message: 'MANIFEST_UNKNOWN',
    });
    const result = await fixture.step({ commit: OTHER });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs.reused).toBe('false');
    expect(fixture.builds()).toHaveLength(2);
    expect(await fixture.digest(OTHER)).toBe(result.outputs.digest);
  });

  it("the scanner's image cannot be pulled: one line says that there is no SBOM", async () => {
    fixture.docker({
      builds: [
        {
          stderr:
            'ERROR: failed to solve: failed to resolve source metadata for docker.io/docker/buildkit-syft-scanner:stable-1: failed to do request: no such host',
        },
        {},
      ],
    });
    const result = await fixture.step();
    expect(result.exitCode, result.log).toBe(0);
    expect(result.warnings.map(({ message }) => message).join()).toContain('Built without SBOM');
    expect(fixture.builds()[1]?.args).toEqual(expect.arrayContaining(['--sbom', 'false', '--provenance', 'mode=min']));
  });

  it("GitHub's cache is out of reach: one line says so", async () => {
    const result = await fixture.step({ with: { cache: 'gha' } });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.warnings.map(({ message }) => message).join()).toContain("no access to GitHub's cache");
    expect(fixture.builds()[0]?.args.join(' ')).not.toContain('type=gha');
  });
});

const FAILURES: readonly (readonly [name: string, plan: DockerPlan, message: RegExp])[] = [
  [
    'the engine does not respond',
    { stderr: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?' },
    /engine does not respond/,
  ],
  [
    'docker has no buildx',
    { builds: [{ stderr: 'unknown flag: --file' }], inspect: 'docker: unknown command: docker buildx' },
    /buildx was not found.*setup-buildx-action/,
  ],
  ['the push yields no digest', { builds: [{ digest: null }] }, /returned no digest/],
  [
    'the digest that was reported is not in the registry',
    { builds: [{ digest: `sha256:${'0'.repeat(64)}` }] },
    /registry has no .*sha256:0000/,
  ],
  ['the push is forbidden', { builds: [{ stderr: `${PUSH} denied: Permission "x" denied` }] }, /denied/],
  [
    'the base image does not exist',
    { builds: [{ stderr: 'Dockerfile:1\n--------------------\nERROR: failed to solve: nope/x: not found' }] },
    /nope\/x: not found/,
  ],
  [
    'the platform cannot run here',
    {
      builds: [
        { stderr: 'Dockerfile:2\n--------------------\nERROR: failed to solve: exec /bin/sh: exec format error' },
      ],
    },
    /setup-qemu-action/,
  ],
  [
    'a secret that the Dockerfile requires is not given',
    {
      builds: [{ stderr: 'Dockerfile:2\n--------------------\nERROR: failed to solve: secret NPM_TOKEN: not found' }],
    },
    /secret NPM_TOKEN: not found\nPass it in secrets, as NPM_TOKEN=VALUE; in pipeline\.yml, in the secret build-env\.$/,
  ],
  [
    'the builder is older than an option of the Dockerfile',
    {
      builds: [
        { stderr: "Dockerfile:2\n--------------------\nERROR: failed to solve: unexpected key 'env' in 'env=TOKEN'" },
      ],
    },
    /begin with the line # syntax=docker\/dockerfile:1\.$/,
  ],
];

describe('the step fails and names the cause when', () => {
  it.each(FAILURES)('%s', async (_name, plan, message) => {
    fixture.docker(plan);
    const result = await fixture.step();
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toMatch(message);
    expect(result.outputs.image).toBeUndefined();
  });

  it('an instruction fails, at its line of the Dockerfile', async () => {
    fixture.docker({
      builds: [
        {
          stderr:
            'Dockerfile:2\n--------------------\n   2 | >>> COPY . /\n--------------------\nERROR: failed to solve: no space left',
        },
      ],
    });
    const result = await fixture.step();
    expect(result.errors).toContainEqual({
      message: 'ERROR: failed to solve: no space left',
      file: 'Dockerfile',
      line: 2,
    });
    expect(fixture.builds()).toHaveLength(1);
  });

  it("BuildKit's checks warn, at the line, and the step succeeds", async () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    fixture.docker({
      builds: [
        {
          warnings: [
            {
              short: base64('JSONArgsRecommended'),
              sourceInfo: { filename: 'Dockerfile' },
              range: [{ start: { line: 2 } }],
            },
          ],
        },
      ],
    });
    const result = await fixture.step();
    expect(result.exitCode).toBe(0);
    expect(result.warnings).toContainEqual({ message: 'JSONArgsRecommended', file: 'Dockerfile', line: 2 });
  });

  it('a browser key is not a secret, even if BuildKit warns about its name; another key is', async () => {
    const short = (name: string) =>
      Buffer.from(
        `SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ARG "${name}")`,
      ).toString('base64');
    const names = ['VITE_API_KEY', 'NEXT_PUBLIC_AUTH_TOKEN', 'API_KEY'];
    fixture.docker({ builds: [{ warnings: names.map((name) => ({ short: short(name) })) }] });
    const result = await fixture.step();
    expect(result.exitCode).toBe(0);
    expect(result.warnings.map(({ message }) => message)).toEqual([expect.stringContaining('(ARG "API_KEY")')]);
  });

  it('a build argument that the Dockerfile does not take is a warning, in the summary, too', async () => {
    const result = await fixture.step({ with: { 'build-args': 'NEXT_PUBLIC_MAPS_KEY=key' } });
    expect(result.exitCode).toBe(0);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('NEXT_PUBLIC_MAPS_KEY is not used: the Dockerfile has no ARG NEXT_PUBLIC_MAPS_KEY.'),
    ]);
    expect(result.summary).toContain('NEXT_PUBLIC_MAPS_KEY is not used');
  });

  it('there is no docker', async () => {
    rmSync(join(fixture.workspace, 'main.go'));
    const result = await fixture.step({ env: { PATH: '/nowhere' } });
    expect(errorsOf(result)).toContain('there is no docker on this runner');
  });

  it('the repository does not exist: the command that creates it is named, and nothing is pushed', async () => {
    const result = await fixture.step({ with: { image: fixture.image.replace('/orchestra/', '/apps/') } });
    expect(errorsOf(result)).toMatch(
      /repositories\/apps.*gcloud artifacts repositories create apps --repository-format=docker --location=us-central1/,
    );
    expect(fixture.pushes()).toEqual([]);
  });

  it.each(['artifactregistry.repositories.uploadArtifacts', 'artifactregistry.repositories.get'])(
    '%s is missing: permission and role are named, and nothing is pushed',
    async (permission) => {
      fixture.emulator.core.access.deny(permission);
      const result = await fixture.step({ with: { reuse: 'false' } });
      expect(errorsOf(result)).toContain(permission);
      expect(errorsOf(result)).toContain('roles/artifactregistry.writer');
      if (permission.endsWith('uploadArtifacts')) expect(errorsOf(result)).toContain('no permission to push to it');
      expect(fixture.pushes()).toEqual([]);
    },
  );

  /** The API responds that the repository does not exist, but only once `reached` holds. */
  const refuseWhen = (reached: () => boolean) => {
    fixture.fault({ api: 'artifactregistry', method: 'GET', path: 'repositories/orchestra', status: 404 });
    fixture.emulator.core.calls.onCall(async ({ api }) => {
      if (api === 'artifactregistry') await fixture.until(reached);
    });
  };

  it('the repository turns out late not to exist: a build that has ended was not pushed', async () => {
    refuseWhen(fixture.requested);
    const result = await fixture.step({ with: { reuse: 'false' } });
    expect(errorsOf(result)).toContain('it does not exist');
    expect(fixture.builds()).toHaveLength(1);
    expect(fixture.pushes()).toEqual([]);
  });

  it('the repository turns out late not to exist: a build that is still running is interrupted', async () => {
    fixture.docker({ builds: [{ sleepMs: 60_000 }] });
    refuseWhen(() => fixture.builds().length === 1);
    const result = await fixture.step({ with: { reuse: 'false' } });
    expect(errorsOf(result)).toContain('it does not exist');
    expect(fixture.builds()).toHaveLength(1);
    await fixture.ended();
    expect(fixture.pushes()).toEqual([]);
  });

  it('the step has no permission to read the image to reuse', async () => {
    fixture.emulator.core.access.deny('artifactregistry.repositories.downloadArtifacts');
    const result = await fixture.step();
    expect(errorsOf(result)).toContain('artifactregistry.repositories.downloadArtifacts');
  });

  it('another run moved the tag during the build', async () => {
    await fixture.step();
    const first = await fixture.digest(COMMIT);
    fixture.write('main.go', 'package other');
    fixture.docker({ builds: [{ digest: first as string }] });
    const result = await fixture.step({ with: { tags: 'v2' } });
    expect(errorsOf(result)).toMatch(/modified concurrently: it points at sha256:.* and not at sha256:/);
  });

  it('the runner offers no identity', async () => {
    const result = await fixture.step({ env: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined } });
    expect(errorsOf(result)).toContain('id-token: write');
  });

  it.each<[string, FaultRule]>([
    ['the registry', { api: 'registry', delayMs: 60_000 }],
    ['Artifact Registry', { api: 'artifactregistry', delayMs: 60_000 }],
    ['the token service', { api: 'sts', delayMs: 60_000 }],
  ])('its timeout is over while %s is silent', async (_name, fault) => {
    fixture.docker({ builds: [{ sleepMs: 60_000 }] });
    fixture.fault({ ...fault, times: 1000 });
    const began = performance.now();
    const result = await fixture.step({ with: { timeout: '2s', reuse: 'false' } });
    expect(errorsOf(result)).toContain('timed out after 2.0s (input timeout)');
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(fixture.pushes()).toEqual([]);
  });

  it('its timeout is over while it builds: the builder is interrupted', async () => {
    fixture.docker({ builds: [{ sleepMs: 60_000 }] });
    const began = performance.now();
    const result = await fixture.step({ with: { timeout: '8s' } });
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toContain('timed out after 8.0s (input timeout)');
    expect(performance.now() - began).toBeLessThan(30_000);
    await fixture.ended();
    expect(fixture.pushes()).toEqual([]);
  });

  it('it is cancelled while it builds: the builder is interrupted and stops', async () => {
    fixture.docker({ builds: [{ sleepMs: 60_000 }] });
    const result = await fixture.step({
      onStart: (child) => void fixture.until(() => fixture.builds().length === 1).then(() => child.kill('SIGINT')),
    });
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toContain('was cancelled');
    await fixture.ended();
  });
});
