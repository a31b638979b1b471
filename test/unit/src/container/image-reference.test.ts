import { describe, expect, test } from 'vitest';
import {
  artifactRegistryRepository,
  formatImageDigest,
  formatImageName,
  imageNameOf,
  parseImageDigest,
  parseImageName,
  splitPath,
} from '../../../../src/container/image-reference.ts';

const digest = `sha256:${'ab'.repeat(32)}`;

test.each([
  ['nginx', 'docker.io/library/nginx'],
  ['nginx:1.27', 'docker.io/library/nginx'],
  ['acme/web@sha256:DIGEST', 'docker.io/acme/web'],
  ['localhost/web', 'localhost/web'],
  ['127.0.0.1:5000/p/r/web:tag@sha256:DIGEST', '127.0.0.1:5000/p/r/web'],
  ['us-docker.pkg.dev/example.com:p/r/web', 'us-docker.pkg.dev/example.com/p/r/web'],
  ['us-docker.pkg.dev/p/r/../web', undefined],
  ['us-docker.pkg.dev/p/r/Web', undefined],
  ['', undefined],
])('the name in "%s" is %s', (text, name) => {
  const found = imageNameOf(text.replace('DIGEST', 'a'.repeat(64)));
  expect(found && formatImageName(found)).toBe(name);
});

describe('image names', () => {
  test.each([
    ['us-central1-docker.pkg.dev/acme/apps/server', 'us-central1-docker.pkg.dev', 'acme/apps/server'],
    ['127.0.0.1:5000/acme/apps/server', '127.0.0.1:5000', 'acme/apps/server'],
    ['localhost/acme/apps/server', 'localhost', 'acme/apps/server'],
    ['europe-docker.pkg.dev/example.com:acme/apps/a/b', 'europe-docker.pkg.dev', 'example.com:acme/apps/a/b'],
  ])('%s', (text, host, path) => {
    expect(parseImageName(text)).toEqual({ host, path });
  });

  test.each([
    ['acme/apps/server', /contains no registry/],
    ['server', /contains no registry/],
    ['us-docker.pkg.dev/acme/apps/server:v1', /has a tag/],
    [`us-docker.pkg.dev/acme/apps/server@${digest}`, /has a digest/],
    ['us-docker.pkg.dev/acme/Apps/server', /"Apps" must be in lower case/],
    ['us-docker.pkg.dev/acme//server', /is not an image name/],
  ])('refuses %s', (text, message) => {
    expect(() => parseImageName(text)).toThrow(message);
  });
});

describe('images by digest', () => {
  test('a tag before the digest is dropped, as the digest decides', () => {
    expect(formatImageDigest(parseImageDigest(`127.0.0.1:5000/a/b/c:v1@${digest}`))).toBe(
      `127.0.0.1:5000/a/b/c@${digest}`,
    );
  });

  test.each([
    ['us-docker.pkg.dev/a/b/c:latest', /is the tag latest/],
    ['us-docker.pkg.dev/a/b/c:v1', /a tag can be moved/],
    ['us-docker.pkg.dev/a/b/c', /has no digest/],
    ['127.0.0.1:5000/a/b/c', /has no digest/],
    ['us-docker.pkg.dev/a/b/c@sha256:abc', /malformed digest/],
    [`c@${digest}`, /contains no registry/],
  ])('refuses %s', (text, message) => {
    expect(() => parseImageDigest(text)).toThrow(message);
  });
});

test('the Artifact Registry repository of an image', () => {
  expect(artifactRegistryRepository(parseImageName('us-central1-docker.pkg.dev/acme/apps/server'), undefined)).toBe(
    'projects/acme/locations/us-central1/repositories/apps',
  );
  expect(artifactRegistryRepository(parseImageName('127.0.0.1:5000/acme/apps/server'), 'us-east1')).toBe(
    'projects/acme/locations/us-east1/repositories/apps',
  );
  expect(artifactRegistryRepository(parseImageName('ghcr.io/acme/apps/server'), 'us-east1')).toBeUndefined();
});

describe('the project of a domain', () => {
  test.each([
    ['us-central1-docker.pkg.dev/example.com/proj/repo/img', 'example.com:proj', ['repo', 'img']],
    ['us-central1-docker.pkg.dev/example.com:proj/repo/img', 'example.com:proj', ['repo', 'img']],
    ['gcr.io/example.com/proj/img', 'example.com:proj', ['img']],
    ['us-central1-docker.pkg.dev/acme/repo/img', 'acme', ['repo', 'img']],
  ])('%s', (text, project, rest) => expect(splitPath(parseImageName(text))).toEqual({ project, rest }));

  test.each(['example.com/proj', 'example.com:proj'])(
    '%s is written as registries know it, and its repository is found',
    (project) => {
      const image = parseImageName(`us-central1-docker.pkg.dev/${project}/repo/img`);
      expect(formatImageName(image)).toBe('us-central1-docker.pkg.dev/example.com/proj/repo/img');
      expect(artifactRegistryRepository(image, undefined)).toBe(
        'projects/example.com:proj/locations/us-central1/repositories/repo',
      );
    },
  );
});
