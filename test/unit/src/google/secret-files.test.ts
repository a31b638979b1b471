import { describe, expect, test } from 'vitest';
import type { RevisionTemplate } from '../../../../src/google/run/resources.ts';
import { mountSecretFiles, secretFileProblems } from '../../../../src/google/run/secret-files.ts';
import { envNameProblem } from '../../../../src/inputs/environment-names.ts';

const file = (path: string, secret = 'database-url', version = 'latest') => ({ path, secret, version });

describe('secrets as files', () => {
  test('a file is an item of a volume that is mounted at its directory', () => {
    const { containers, volumes } = mountSecretFiles<RevisionTemplate>({ containers: [{ image: 'a' }] }, 0, [
      file('/secrets/db'),
    ]);
    const [volume] = volumes ?? [];
    expect(volume).toEqual({
      name: expect.stringMatching(/^secret-[0-9a-f]{12}$/) as string,
      secret: { secret: 'database-url', items: [{ path: 'db', version: 'latest' }] },
    });
    expect(containers).toEqual([{ image: 'a', volumeMounts: [{ name: volume?.name, mountPath: '/secrets' }] }]);
  });

  test('a repeat changes nothing', () => {
    const once = mountSecretFiles<RevisionTemplate>({ containers: [{ image: 'a' }] }, 0, [file('/secrets/db')]);
    expect(mountSecretFiles(once, 0, [file('/secrets/db')])).toEqual(once);
  });

  test('two versions of one secret are two files of one directory', () => {
    const files = [file('/secrets/db'), file('/secrets/old', 'database-url', '1')];
    const { volumes } = mountSecretFiles<RevisionTemplate>({ containers: [{}] }, 0, files);
    expect(volumes?.map(({ secret }) => secret?.items)).toEqual([
      [
        { path: 'db', version: 'latest' },
        { path: 'old', version: '1' },
      ],
    ]);
  });

  test('what was mounted in the directory stays if it is the same secret, and goes if not; all else stays', () => {
    const before: RevisionTemplate = {
      containers: [
        {
          volumeMounts: [
            { name: 'v', mountPath: '/secrets' },
            { name: 'cache', mountPath: '/cache' },
          ],
        },
        { image: 'sidecar' },
      ],
      volumes: [
        {
          name: 'v',
          secret: { secret: 'database-url', items: [{ path: 'ca', version: '3', mode: 256 }], defaultMode: 292 },
        },
        { name: 'cache', emptyDir: {} },
      ],
    };
    const same = mountSecretFiles(before, 0, [file('/secrets/db')]);
    expect(same.volumes?.find(({ name }) => name?.startsWith('secret-'))?.secret).toEqual({
      secret: 'database-url',
      defaultMode: 292,
      items: [
        { path: 'ca', version: '3', mode: 256 },
        { path: 'db', version: 'latest' },
      ],
    });
    expect(same.volumes?.map(({ name }) => name)).not.toContain('v');
    expect(same.volumes?.map(({ name }) => name)).toContain('cache');
    const other = mountSecretFiles(before, 0, [file('/secrets/db', 'another')]);
    expect(other.volumes?.find(({ name }) => name?.startsWith('secret-'))?.secret).toEqual({
      secret: 'another',
      items: [{ path: 'db', version: 'latest' }],
    });
    expect(other.containers?.[1]).toEqual({ image: 'sidecar' });
  });

  test.each<readonly [string, ReturnType<typeof file>[], RegExp]>([
    ['in the root', [file('/db')], /"\/db" cannot be mounted in \/\. .*\/secrets\/db/],
    ['in /proc', [file('/proc/x/y')], /cannot be mounted/],
    ['with ..', [file('/secrets/../db')], /is not the path of a file/],
    ['that ends in /', [file('/secrets/')], /is not the path of a file/],
    [
      'of two secrets in one directory',
      [file('/s/a', 'one'), file('/s/b', 'two')],
      /\/s would hold several secrets \(one, two\)/,
    ],
  ])('a file %s is refused', (_, files, message) => expect(secretFileProblems(files).join('\n')).toMatch(message));

  test('files that are right have no problem', () =>
    expect(secretFileProblems([file('/secrets/db'), file('/run/other/key', 'two')])).toEqual([]));
});

describe('names of environment variables', () => {
  test.each<readonly [string, 'service' | 'job', RegExp]>([
    ['PORT', 'service', /PORT is set by Cloud Run/],
    ['K_SERVICE', 'service', /K_SERVICE is set by Cloud Run/],
    ['CLOUD_RUN_TASK_INDEX', 'job', /is set by Cloud Run/],
    ['X_GOOGLE_FOO', 'service', /Cloud Run reserves/],
    ['A B', 'service', /must not have spaces/],
    ['/secrets/db', 'service', /\/secrets\/db=SECRET:VERSION in the input secrets/],
  ])('%s of a %s is refused', (name, kind, message) => expect(envNameProblem(name, kind)).toMatch(message));
  test.each<readonly [string, 'service' | 'job']>([
    ['DATABASE_URL', 'service'],
    ['spring.datasource.url', 'service'],
    ['Auth__Key', 'job'],
    ['PORT', 'job'],
  ])('%s of a %s is taken', (name, kind) => expect(envNameProblem(name, kind)).toBeUndefined());
});
