/** Mounts that hide files of the image. */
import { expect, test } from 'vitest';
import { hidingMounts } from '../../../../src/google/run/hiding-mounts.ts';
import type { Container, Volume } from '../../../../src/google/run/resources.ts';

const secret = { name: 'key', secret: { secret: 'key' } };
const mounting = (mountPath: string, more: Container = {}, volume: Volume = secret) => ({
  containers: [{ volumeMounts: [{ name: 'key', mountPath }], ...more }],
  volumes: [volume],
});

test.each<[string, Container?]>([
  ['/etc'],
  ['/etc/'],
  ['/app'],
  ['/usr/src/app'],
  ['/var/www/html'],
  ['/etc/ssl/certs'],
  ['/home/node'],
  ['/service', { workingDir: '/service' }],
  ['/service', { workingDir: '/service/web' }],
  ['/service', { command: ['/service/server', '--port=1'] }],
])('%s hides files, %j', (path, more = {}) => {
  expect(hidingMounts(mounting(path, more), undefined)).toEqual([
    expect.stringMatching(/ gets a secret, which hides all files that the image has there\. .*\/secrets\//),
  ]);
});

test.each<[string, Container?]>([
  ['/secrets'],
  ['/etc/secrets'],
  ['/app/secrets'],
  ['/mnt/data'],
  ['/tmp'],
  ['/cloudsql'],
  ['/service', { workingDir: '/services', command: ['/server'] }],
])('%s is a folder of its own, %j', (path, more = {}) => {
  expect(hidingMounts(mounting(path, more), undefined)).toEqual([]);
});

test('any volume does it; a part of one does not, nor what is deployed already', () => {
  const bucket = mounting('/app', { name: 'web' }, { name: 'key', gcs: { bucket: 'b' } });
  expect(hidingMounts(bucket, undefined).join()).toMatch(/^\/app of the container web gets the volume key,/);
  expect(hidingMounts(bucket, bucket)).toEqual([]);
  const part = { containers: [{ volumeMounts: [{ name: 'key', mountPath: '/app', subPath: 'x' }] }] };
  expect(hidingMounts(part, undefined)).toEqual([]);
});
