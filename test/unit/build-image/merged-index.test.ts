/** The index of a merge: what goes in, what is refused, and that it depends on nothing else. */
import { describe, expect, it } from 'vitest';
import {
  indexAnnotations,
  type MergeSource,
  mergeSourceProblem,
  mergeSources,
} from '../../../actions/build-image/merge/merged-index.ts';
import { OCI_INDEX, OCI_MANIFEST, parseImageManifest } from '../../../src/container/registry.ts';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const entry = (architecture: string, digit: string, variant?: string) => ({
  mediaType: OCI_MANIFEST,
  digest: digest(digit),
  size: 500,
  platform: { os: 'linux', architecture, ...(variant && { variant }) },
});
const attestation = (of: string) => ({
  ...entry('unknown', 'f'),
  annotations: { 'vnd.docker.reference.type': 'attestation-manifest', 'vnd.docker.reference.digest': of },
});
const index = (...manifests: object[]) =>
  parseImageManifest(Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests })), OCI_INDEX);
const single = parseImageManifest(
  Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: entry('', 'c'), layers: [] })),
  OCI_MANIFEST,
);
const source = (platform: string, manifest = index(), configured?: string): MergeSource => ({
  platform,
  manifest,
  configured,
});
const recordOf = (created: string) => ({
  'org.opencontainers.image.created': created,
  'org.opencontainers.image.revision': `of ${created}`,
});
const amd64 = source('linux/amd64', index(entry('amd64', 'a'), attestation(digest('a'))));
const arm64 = source('linux/arm64', index(entry('arm64', 'b'), attestation(digest('b'))));

describe('an index', () => {
  it('holds the image of each source with its attestations, whatever the source is', () => {
    const merged = mergeSources([amd64, arm64, source('linux/arm/v7', single, 'linux/arm/v7')], new Map());
    expect(merged.mediaType).toBe(OCI_INDEX);
    expect(merged.manifests).toEqual([
      ...amd64.manifest.manifests,
      ...arm64.manifest.manifests,
      {
        mediaType: OCI_MANIFEST,
        digest: single.digest,
        size: single.bytes.length,
        platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
      },
    ]);
  });

  it('has the same digest for the same sources and annotations, in any order', () => {
    const one = mergeSources(
      [amd64, arm64],
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    );
    expect(
      mergeSources(
        [amd64, arm64],
        new Map([
          ['b', '2'],
          ['a', '1'],
        ]),
      ).digest,
    ).toBe(one.digest);
    expect(mergeSources([amd64, arm64], new Map()).digest).not.toBe(one.digest);
  });

  it('has the annotations that were given for it, and the key', () => {
    const given = new Map([
      ['org.acme.team', 'web'],
      ['index:org.acme.index', '1'],
      ['index,manifest:org.acme.both', '2'],
      ['manifest[linux/arm64]:org.acme.manifest', '3'],
    ]);
    expect([...indexAnnotations(given, 'k', [recordOf('2026-02-01'), recordOf('2026-01-01')])]).toEqual([
      ['org.acme.index', '1'],
      ['org.acme.both', '2'],
      ['dev.orchestra.actions.inputs', 'k'],
      ['dev.orchestra.actions.created', '2026-01-01'],
      ['dev.orchestra.actions.commit', 'of 2026-01-01'],
    ]);
    expect([...indexAnnotations(new Map(), undefined, [recordOf('2026-01-01')])]).toEqual([]);
  });
});

describe('a source', () => {
  it.each([
    ['of its platform', amd64, undefined],
    [
      'of arm64, which BuildKit may write with its only variant',
      source('linux/arm64', index(entry('arm64', 'b', 'v8'))),
      undefined,
    ],
    ['that is no index', source('linux/amd64', single, 'linux/amd64'), undefined],
    ['of another platform', source('linux/arm64', amd64.manifest), 'of linux/amd64'],
    ['that is no index, of another platform', source('linux/arm64', single, 'linux/amd64'), 'of linux/amd64'],
    [
      'of several',
      source('linux/amd64', index(entry('amd64', 'a'), entry('arm64', 'b'))),
      'of linux/amd64, linux/arm64',
    ],
    ['of none', source('linux/amd64', index(attestation(digest('a')))), 'no image'],
  ])('%s', (_, given, problem) => {
    expect(mergeSourceProblem(given)).toBe(problem);
  });
});
