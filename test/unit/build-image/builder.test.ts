import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseBuilder } from '../../../actions/build-image/build/builder.ts';
import type { BuildInputs } from '../../../actions/build-image/inputs.ts';
import type { Docker } from '../../../src/container/docker-program.ts';
import { systemRandom } from '../../../src/runtime/clock.ts';
import { anInput } from './inputs-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'builder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Fixture {
  readonly driver?: string;
  readonly labels?: string;
  readonly create?: number;
  readonly stderr?: string;
}

async function choose(fixture: Fixture, about: Partial<BuildInputs> = {}) {
  const calls: string[][] = [];
  const made: string[] = [];
  const docker: Docker = async (args) => {
    calls.push([...args]);
    if (args[1] === 'create') return { exitCode: fixture.create ?? 0, stdout: '', stderr: 'pull failed' };
    if (args.includes('--bootstrap')) return { exitCode: 0, stdout: '', stderr: '' };
    if (fixture.stderr) return { exitCode: 1, stdout: '', stderr: fixture.stderr };
    const stdout = `Name: default\nDriver:        ${fixture.driver ?? 'docker'}\n\nLabels:\n${fixture.labels ?? GATEWAY}\n`;
    return { exitCode: 0, stdout, stderr: '' };
  };
  const inputs = anInput(about);
  const result = chooseBuilder(inputs, docker, {}, folder, systemRandom, (name) => made.push(name));
  return { result: await result.catch((error: Error) => error), calls, made };
}

// Lines of what buildx prints for an engine without and with the containerd image store.
const GATEWAY = ' org.mobyproject.buildkit.worker.moby.host-gateway-ip: <nil>';
const CONTAINERD = `${GATEWAY}\n org.mobyproject.buildkit.worker.snapshotter:          overlayfs`;

describe('the builder', () => {
  it('is the current one where it can do all', async () => {
    for (const fixture of [{ driver: 'docker-container' }, { labels: CONTAINERD }, { driver: 'remote' }])
      expect((await choose(fixture)).result).toEqual({ name: undefined, capable: true, missing: undefined });
  });

  it('is the one that was requested', async () => {
    const { result, calls } = await choose({ driver: 'kubernetes' }, { builder: 'farm' });
    expect(result).toMatchObject({ name: 'farm', capable: true });
    expect(calls).toContainEqual(['buildx', 'inspect', 'farm']);
  });

  it('is made where the current one cannot make attestations', async () => {
    const { result, calls, made } = await choose({});
    expect(result).toMatchObject({ name: made[0], capable: true });
    expect(made).toHaveLength(1);
    expect(calls.find((call) => call[1] === 'create')).toEqual([
      'buildx',
      'create',
      '--name',
      made[0],
      '--driver',
      'docker-container',
    ]);
  });

  it('that is made sees a registry on this machine', async () => {
    const { calls } = await choose({}, { image: { host: '127.0.0.1:5000', path: 'a/b/c' } });
    const create = calls.find((call) => call[1] === 'create') ?? [];
    expect(create.slice(6)).toEqual(['--driver-opt', 'network=host', '--config', join(folder, 'buildkitd.toml')]);
    expect(readFileSync(join(folder, 'buildkitd.toml'), 'utf8')).toBe('[registry."127.0.0.1:5000"]\n  http = true\n');
  });

  it('continues without one and prints one line if it cannot be created', async () => {
    const { result } = await choose({ create: 1 });
    expect(result).toMatchObject({ name: undefined, capable: false });
    expect((result as { missing: string }).missing).toMatch(/without provenance, sbom, cache: registry.*pull failed/);
  });

  it('stays plain silently if no input needs more', async () => {
    const { result, made } = await choose({}, { provenance: 'false', sbom: 'false', cache: 'off' });
    expect(result).toEqual({ name: undefined, capable: false, missing: undefined });
    expect(made).toEqual([]);
  });

  it('is never created in place of one that an input names', async () => {
    const { result, made } = await choose({}, { builder: 'mine' });
    expect(made).toEqual([]);
    expect(result).toMatchObject({
      name: 'mine',
      capable: false,
      missing: expect.stringContaining('Docker runs without the containerd image store'),
    });
  });
});

describe('no builder', () => {
  it.each<[string, string, Partial<BuildInputs>, RegExp]>([
    [
      'docker without buildx',
      "docker: 'buildx' is not a docker command.",
      {},
      /buildx was not found.*setup-buildx-action/,
    ],
    ['docker without buildx, in other words', 'docker: unknown command: docker buildx', {}, /buildx was not found/],
    [
      'one that does not exist',
      'ERROR: no builder "farm" found',
      { builder: 'farm' },
      /the builder "farm" was not found/,
    ],
    [
      'an engine that sleeps',
      'Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?',
      {},
      /does not respond/,
    ],
    ['anything else', 'ERROR: out of luck', {}, /not usable: ERROR: out of luck/],
  ])('%s', async (_name, stderr, about, said) => {
    expect(String((await choose({ stderr }, about)).result)).toMatch(said);
  });
});
