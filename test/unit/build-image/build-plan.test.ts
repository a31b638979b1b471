/** Golden command lines: what `docker` is given, argument by argument. */
import { describe, expect, it } from 'vitest';
import {
  type BuildSettings,
  planBuild,
  planLabels,
  planTags,
} from '../../../actions/build-image/plan/build-command.ts';
import { keyTag } from '../../../actions/build-image/plan/own-tags.ts';
import { anInput } from './inputs-of.ts';

const SETTINGS: BuildSettings = {
  builder: undefined,
  capable: true,
  cache: 'registry',
  sbom: 'true',
  again: false,
  metadataFile: '/tmp/m.json',
};
const NAME = 'us-central1-docker.pkg.dev/acme/apps/server';
const CACHE = `type=registry,ref=${NAME}:buildcache-linux-amd64`;

const argsOf = (inputs = {}, settings: Partial<BuildSettings> = {}, tags = ['v1']) =>
  planBuild(anInput(inputs), tags, new Map(), { ...SETTINGS, ...settings }).args;

describe('the command line', () => {
  it('with only an image', () => {
    expect(argsOf()).toEqual([
      ...['buildx', 'build', '--file', 'Dockerfile', '--platform', 'linux/amd64'],
      ...['--provenance', 'mode=min', '--sbom', 'true', '--cache-from', CACHE],
      ...['--cache-to', `${CACHE},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`],
      ...['--tag', `${NAME}:v1`, '--push', '--metadata-file', '/tmp/m.json', '--progress', 'rawjson', '.'],
    ]);
  });

  it('is this with every input', () => {
    const inputs = {
      contextDir: 'app',
      file: 'deploy/Dockerfile.server',
      target: 'runtime',
      platforms: ['linux/amd64', 'linux/arm64'],
      buildArgs: new Map([['GREETING', 'a, "b" = $c']]),
      buildContexts: new Map([['proto', '../proto']]),
      secrets: new Map([['npm', 'x,"y"={}\n']]),
      secretEnvs: new Map([['pip', 'PIP_CONF']]),
      secretFiles: new Map([['key', 'a, "b".pem']]),
      ssh: ['default'],
      annotations: new Map([['index:org.acme', 'yes']]),
      cache: 'gha' as const,
      sbom: 'generator=acme/scan:1',
      load: false,
      pull: true,
      noCache: true,
      extraArgs: ['--network=host'],
    };
    const labels = new Map([['a', 'b=c']]);
    const plan = planBuild(anInput(inputs), ['v1', 'v2'], labels, {
      ...SETTINGS,
      builder: 'remote',
      cache: 'gha',
      sbom: 'generator=acme/scan:1',
    });
    expect(plan.args).toEqual([
      ...['buildx', 'build', '--builder', 'remote', '--file', 'deploy/Dockerfile.server', '--target', 'runtime'],
      ...['--platform', 'linux/amd64,linux/arm64', '--build-arg', 'GREETING=a, "b" = $c'],
      ...['--build-context', 'proto=../proto', '--secret', 'id=npm,env=ORCHESTRA_SECRET_0'],
      ...['--secret', 'id=pip,env=PIP_CONF', '--secret', 'id=key,"src=a, ""b"".pem"', '--ssh', 'default'],
      ...['--label', 'a=b=c', '--annotation', 'index:org.acme=yes'],
      ...['--provenance', 'mode=min', '--sbom', 'generator=acme/scan:1'],
      ...['--cache-from', 'type=gha,scope=us-central1-docker.pkg.dev/acme/apps/server/linux-amd64-linux-arm64'],
      ...[
        '--cache-to',
        'type=gha,scope=us-central1-docker.pkg.dev/acme/apps/server/linux-amd64-linux-arm64,mode=max,ignore-error=true',
      ],
      ...['--no-cache', '--pull', '--tag', `${NAME}:v1`, '--tag', `${NAME}:v2`, '--push'],
      ...['--metadata-file', '/tmp/m.json', '--progress', 'rawjson', '--network=host', 'app'],
    ]);
    expect(plan.env).toEqual({ ORCHESTRA_SECRET_0: 'x,"y"={}\n' });
  });

  it('never shows the value of a secret', () => {
    const args = argsOf({ secrets: new Map([['token', 'hunter2-hunter2']]) });
    expect(args.join(' ')).not.toContain('hunter2');
  });

  it('reuses the finished build when a push is repeated', () => {
    const args = argsOf({ noCache: true, pull: true }, { again: true });
    expect(args).not.toContain('--no-cache');
    expect(args).not.toContain('--pull');
  });

  it('asks a plain builder for neither attestations nor cache', () => {
    const args = argsOf({}, { capable: false });
    expect(args.filter((arg) => arg.startsWith('--cache'))).toEqual([]);
    expect(args).toEqual(expect.arrayContaining(['--provenance', 'false', '--sbom', 'false']));
  });

  it('asks for the media types of OCI where no attestation does: those of Docker have none for zstd', () => {
    const bare = argsOf({ provenance: 'false', sbom: 'false' }, { sbom: 'false' });
    expect(bare.join(' ')).toContain('--output type=image,oci-mediatypes=true');
    expect(argsOf({}, { sbom: 'false' })).not.toContain('--output');
    expect(argsOf({ provenance: 'false' })).not.toContain('--output');
    expect(argsOf({ provenance: 'false', push: false, load: true }, { sbom: 'false' })).not.toContain('--output');
  });

  it('repeats on the index what a later run reads to reuse the image', () => {
    const labels = new Map([
      ['dev.orchestra.actions.inputs', 'k'],
      ['org.opencontainers.image.created', '2026-01-01, noon'],
      ['org.opencontainers.image.revision', 'c0ffee'],
    ]);
    const outputs = (inputs: Parameters<typeof anInput>[0], settings = {}) => {
      const { args } = planBuild(anInput(inputs), ['v1'], labels, { ...SETTINGS, ...settings });
      return args.flatMap((arg, i) => (arg === '--output' ? [args[i + 1]] : []));
    };
    expect(outputs({})).toEqual([
      'type=image,annotation-index.dev.orchestra.actions.inputs=k,"annotation-index.dev.orchestra.actions.created=2026-01-01, noon",annotation-index.dev.orchestra.actions.commit=c0ffee',
    ]);
    // BuildKit refuses such annotations where there is no index, and Docker's own builder knows none.
    const bare = { provenance: 'false', sbom: 'false' };
    expect(outputs(bare, { sbom: 'false' })).toEqual(['type=image,oci-mediatypes=true']);
    expect(outputs({ load: true })).toEqual([]);
    expect(outputs({}, { capable: false })).toEqual([]);
    expect(outputs({ ...bare, platforms: ['linux/amd64', 'linux/arm64'] }, { sbom: 'false' })).toEqual([
      expect.stringMatching(/^type=image,oci-mediatypes=true,annotation-index\.dev\.orchestra\.actions\.inputs=k,/),
    ]);
  });

  it('touches nothing of the registry without push', () => {
    const args = argsOf({ push: false, load: true });
    expect(args).not.toContain('--push');
    expect(args.filter((arg) => arg.startsWith('--cache'))).toEqual([]);
    expect(args).toContain('--load');
  });

  it('gives each image and set of platforms a separate cache', () => {
    const refs = [{}, { platforms: ['linux/arm64'] }, { image: { host: 'h.io', path: 'acme/apps/worker' } }].map(
      (inputs) => argsOf(inputs)[argsOf(inputs).indexOf('--cache-from') + 1],
    );
    expect(new Set(refs).size).toBe(3);
  });
});

describe('tags and labels', () => {
  it('are the commit, its first seven digits, and what was requested, once each', () => {
    const commit = 'abcdef0'.padEnd(40, '1');
    expect(planTags({ commit, tags: ['v1', 'abcdef0'], forMerge: false, platforms: [] })).toEqual([
      commit,
      'abcdef0',
      'v1',
    ]);
  });

  it('finds an image by a tag that the registry takes', () => {
    expect(keyTag('a'.repeat(64))).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/);
  });

  it('lets the labels of the user win, but not over the key', () => {
    const labels = planLabels(
      {
        commit: 'c'.repeat(40),
        labels: new Map([
          ['org.opencontainers.image.source', 'mine'],
          ['dev.orchestra.actions.inputs', 'forged'],
        ]),
      },
      { serverUrl: 'https://github.com', repository: 'acme/shop' },
      new Date(0),
      'k'.repeat(64),
    );
    expect(Object.fromEntries(labels)).toEqual({
      'org.opencontainers.image.created': '1970-01-01T00:00:00.000Z',
      'org.opencontainers.image.revision': 'c'.repeat(40),
      'org.opencontainers.image.source': 'mine',
      'dev.orchestra.actions.inputs': 'k'.repeat(64),
    });
  });
});
