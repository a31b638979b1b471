/** What makes a migration the same as an earlier one, and what is known of secrets. */
import { describe, expect, it } from 'vitest';
import { createSecretBook, lookUpSecrets, pinSecrets, type SecretFacts } from '../../../actions/migrate/job/secrets.ts';
import { isSame } from '../../../actions/migrate/plan/decision.ts';
import {
  configurationOf,
  databaseOf,
  fingerprintOf,
  usedTodaysSecrets,
} from '../../../actions/migrate/plan/fingerprint.ts';
import { containerAt, namedSettings, overTask } from '../../../actions/migrate/plan/merge-task.ts';
import type { ListedExecution } from '../../../src/google/run/executions.ts';
import type { Container, TaskTemplate } from '../../../src/google/run/resources.ts';
import { mountSecretFiles } from '../../../src/google/run/secret-files.ts';
import type { SecretManager } from '../../../src/google/secret-manager.ts';
import { CloudError } from '../../../src/runtime/errors.ts';

const JOB = 'projects/acme/locations/us-central1/jobs/migrate';
const NONE: SecretFacts = new Map();
const secretEnv = (version: string, secret = 'db') => ({
  name: 'DATABASE_URL',
  valueSource: { secretKeyRef: { secret, version } },
});
const aTask = (container: Container = {}, about: TaskTemplate = {}): TaskTemplate => ({
  containers: [{ image: 'h/p@sha256:1', args: ['migrate'], env: [{ name: 'TARGET', value: 'a' }], ...container }],
  ...about,
});
const print = (task: TaskTemplate, job = JOB) => fingerprintOf(job, task, 'acme', NONE);

/** Versions 1 to `newest` of the secret db, each made on that day of January. */
const manager = (newest: number, destroyed: readonly number[] = []): SecretManager => ({
  async version(secret, version) {
    if (secret !== 'projects/acme/secrets/db') return undefined;
    const number = version === 'latest' || version === 'alias' ? newest : Number(version);
    if (number > newest + destroyed.length) return undefined;
    return {
      name: `projects/7/secrets/db/versions/${number}`,
      version: String(number),
      state: destroyed.includes(number) ? 'DESTROYED' : 'ENABLED',
      createTime: `2026-01-0${number}T00:00:00Z`,
    };
  },
});
const noLog = { warning: () => {} };

describe('a fingerprint', () => {
  it.each<[string, TaskTemplate]>([
    ['the image', aTask({ image: 'h/p@sha256:2' })],
    ['the command', aTask({ command: ['node'] })],
    ['the arguments', aTask({ args: ['migrate', 'up'] })],
    ['the environment', aTask({ env: [{ name: 'TARGET', value: 'b' }] })],
    ['a secret', aTask({ env: [secretEnv('1')] })],
    ['the working directory', aTask({ workingDir: '/db' })],
    ['the service account', aTask({}, { serviceAccount: 'a@b.iam.gserviceaccount.com' })],
    ['VPC', aTask({}, { vpcAccess: { connector: 'c' } })],
    ['Cloud SQL', aTask({}, { volumes: [{ name: 'sql', cloudSqlInstance: { instances: ['p:r:i'] } }] })],
    ['a field that is newer than we are', aTask({}, { futureKnob: 'x' })],
  ])('is another for another value of %s', (_name, task) => {
    expect(print(task)).not.toBe(print(aTask()));
  });
  it('is another in another project, region or job', () => {
    for (const job of [JOB.replace('acme', 'b'), JOB.replace('central1', 'east1'), `${JOB}-b`])
      expect(print(aTask(), job)).not.toBe(print(aTask()));
  });
  it.each<[string, TaskTemplate]>([
    ['limits', aTask({ resources: { limits: { cpu: '4', memory: '8Gi' } } })],
    ['the timeout and retries', aTask({}, { timeout: '3600s', maxRetries: 0 })],
    ['what the server fills in', aTask({}, { serviceAccount: '7-compute@developer.gserviceaccount.com', volumes: [] })],
    ['the repository of the same digest', aTask({ image: 'mirror/p@sha256:1' })],
  ])('does not depend on %s', (_name, task) => {
    expect(print(task)).toBe(print(aTask()));
  });
  it('distinguishes versions of a secret by name and by creation time', async () => {
    const of = async (version: string, newest: number, createTime?: string) => {
      const { version: look } = manager(newest);
      const book = createSecretBook(
        { version: async (...args) => ({ ...(await look(...args)), ...(createTime && { createTime }) }) as never },
        noLog,
      );
      const task = aTask({ env: [secretEnv(version)] });
      await lookUpSecrets(task, 'acme', book);
      return fingerprintOf(JOB, task, 'acme', book.facts);
    };
    expect(await of('latest', 2)).toBe(await of('2', 3));
    expect(await of('latest', 2)).not.toBe(await of('latest', 3));
    expect(await of('1', 2)).not.toBe(await of('1', 2, '2026-02-01T00:00:00Z'));
  });
});

describe('a database', () => {
  it('is the same with a rotated secret or another image, and another with another secret or instance', () => {
    const of = (env: Container['env'], about = {}) => databaseOf(aTask({ ...(env && { env }), ...about }), 'acme');
    expect(of([secretEnv('1')])).toBe(of([secretEnv('2', 'projects/acme/secrets/db')], { image: 'other@sha256:2' }));
    expect(of([secretEnv('1')])).not.toBe(of([secretEnv('1', 'other')]));
    expect(of([{ name: 'TARGET', value: 'b' }])).not.toBe(of(undefined));
  });
});

describe('secrets', () => {
  const book = (newest: number, destroyed: number[] = []) => createSecretBook(manager(newest, destroyed), noLog);

  it('are pinned by number, in environment and volumes', async () => {
    const volumes = [{ name: 'v', secret: { secret: 'db', items: [{ path: 'p', version: 'latest' }] } }];
    const task = await pinSecrets(aTask({ env: [secretEnv('latest')] }, { volumes }), 'acme', book(3));
    expect(task.containers?.[0]?.env).toEqual([secretEnv('3')]);
    expect(task.volumes?.[0]?.secret?.items).toEqual([{ path: 'p', version: '3' }]);
  });
  it('that do not exist or are not enabled are reported together', async () => {
    const task = aTask({ env: [secretEnv('2'), { ...secretEnv('latest', 'no-such'), name: 'KEY' }] });
    await expect(pinSecrets(task, 'acme', book(1, [2]))).rejects.toThrow(
      /DATABASE_URL: the secret projects\/acme\/secrets\/db, version 2, is destroyed[\s\S]*KEY.*no-such.*does not exist/,
    );
  });
  it('that cannot be read stay as they are, with one warning for each', async () => {
    const warnings: string[] = [];
    const closed = createSecretBook(
      {
        version: async () => {
          throw new CloudError({ message: 'no', status: 403, resource: 'secret' });
        },
      },
      { warning: (text) => warnings.push(text) },
    );
    const task = aTask({ env: [secretEnv('latest'), { ...secretEnv('latest'), name: 'AGAIN' }] });
    expect(await pinSecrets(task, 'acme', closed)).toEqual(task);
    expect(warnings).toEqual([expect.stringContaining('roles/secretmanager.viewer')]);
  });

  it.each<[string, string, number, number[], boolean]>([
    ['a number that existed', '2', 3, [], true],
    ['the newest, older than the execution', 'latest', 2, [], true],
    ['the newest, made since', 'latest', 5, [], false],
    ['a number made again since', '5', 5, [], false],
    ['the newest, after which one was destroyed', 'latest', 2, [3], false],
    ['an alias', 'alias', 2, [], false],
    ['one that is gone', '9', 2, [], false],
  ])('of an execution of 1.0 are today’s: %s', async (_name, version, newest, destroyed, expected) => {
    const template = aTask({ env: [secretEnv(version)] });
    const known = book(newest, destroyed);
    await lookUpSecrets(template, 'acme', known, true);
    const marks = { labels: { 'commit-sha': 'c' }, annotations: { 'actions.orchestra.dev/digest': 'd' } };
    const execution = { template, createTime: '2026-01-04T00:00:00Z', ...marks } as unknown as ListedExecution;
    expect(usedTodaysSecrets(execution, 'acme', known.facts)).toBe(expected);
    // It carries no fingerprint, so this decides whether it is the same migration.
    const configuration = configurationOf(template, 'acme', known.facts);
    const wanted = { commit: 'c', digest: 'd', project: 'acme', fingerprint: 'f', configuration, facts: known.facts };
    expect(isSame(execution, wanted)).toBe(expected);
  });
  it('pinned and as `latest` are one configuration', async () => {
    const known = book(2);
    const tasks = ['latest', '2'].map((version) => aTask({ env: [secretEnv(version)] }));
    for (const task of tasks) await lookUpSecrets(task, 'acme', known);
    const [latest, pinned] = tasks.map((task) => configurationOf(task, 'acme', known.facts));
    expect(latest).toBe(pinned);
  });
});

describe('the task of a job with several containers', () => {
  const proxy = { name: 'proxy', image: 'gcr.io/proxy:2', env: [{ name: 'P', value: '1' }] };
  const main = { name: 'main', image: 'h/apps/server@sha256:0', env: [{ name: 'M', value: '1' }] };
  it('replaces the image of our container, and keeps the others', () => {
    const wanted = aTask({ image: 'h/apps/server@sha256:1' });
    const { containers } = overTask({ containers: [proxy, main] }, wanted, new Set(), 'h/apps/server');
    expect(containers).toEqual([
      proxy,
      {
        name: 'main',
        image: 'h/apps/server@sha256:1',
        args: ['migrate'],
        env: [...main.env, { name: 'TARGET', value: 'a' }],
      },
    ]);
  });
  it('that runs it nowhere is refused', () => {
    expect(() => containerAt([proxy, main], 'h/other')).toThrow(
      /several containers \(proxy, main\), and none .*manifest/,
    );
  });
  it('that runs it more than once is refused', () => {
    const containers = [proxy, main, { ...main, name: 'again' }];
    expect(() => overTask({ containers }, aTask(), new Set(), 'h/apps/server')).toThrow(/more than one .*manifest/);
  });
  it('removes fields that the previous manifest named, and nothing else', () => {
    const before = aTask({ command: ['x'], env: [{ name: 'OLD', value: '1' }] }, { serviceAccount: 'a' });
    const named = new Set(namedSettings(before));
    const deployed = { ...before, vpcAccess: { connector: 'c' } };
    const after = overTask(deployed, aTask(), named, 'h/p');
    expect(after).toMatchObject({ vpcAccess: { connector: 'c' }, containers: [{ env: [{ name: 'TARGET' }] }] });
    expect(after).not.toHaveProperty('serviceAccount');
    expect(after.containers?.[0]).not.toHaveProperty('command');
  });
});

describe('a file of a secret, in a folder that the job has already', () => {
  const mounted = (name: string) => [{ name, mountPath: '/secrets' }];
  const wanted = (...paths: string[]) =>
    mountSecretFiles(
      aTask(),
      0,
      paths.map((path) => ({ path: `/secrets/${path}`, secret: 'db', version: '2' })),
    );
  const files = (task: TaskTemplate) =>
    task.volumes?.flatMap(({ secret }) => secret?.items?.map(({ path, version }) => `${path}:${version}`) ?? ['all']);
  const terraform = (secret: object) => ({
    containers: [{ image: 'h/p@sha256:0', volumeMounts: mounted('creds') }],
    volumes: [{ name: 'creds', secret: { secret: 'db', ...secret } }],
  });
  const old = {
    items: [
      { path: 'db', version: '1', mode: 256 },
      { path: 'old', version: '1' },
    ],
  };

  it.each([
    ['its other files stay, and it keeps its mode', old, ['db:2', 'old:1']],
    ['without items it is the file of the secret', {}, ['db:2']],
    ['of another secret, it takes its place', { ...old, secret: 'other' }, ['db:2']],
  ])('%s', (_, secret, expected) => {
    const after = overTask(terraform(secret), wanted('db'), new Set(), 'h/p');
    expect(files(after)).toEqual(expected);
    expect(after.volumes).toHaveLength(1);
    expect(after.containers?.[0]?.volumeMounts).toEqual(mounted(after.volumes?.[0]?.name ?? ''));
  });

  it('files that an earlier run named go, and those of others stay, also once no file is named', () => {
    const first = wanted('db', 'ours');
    const one = overTask(terraform(old), first, new Set(), 'h/p');
    expect(files(one)).toEqual(['db:2', 'old:1', 'ours:2']);
    const second = wanted('db');
    const two = overTask(one, second, new Set(namedSettings(first)), 'h/p');
    expect(files(two)).toEqual(['old:1', 'db:2']);
    const three = overTask(two, aTask(), new Set(namedSettings(second)), 'h/p');
    expect(files(three)).toEqual(['old:1']);
    expect(three.containers?.[0]?.volumeMounts).toEqual(mounted(three.volumes?.[0]?.name ?? ''));
  });

  it('a folder of ours goes as a whole, also one that an earlier version recorded', () => {
    const first = wanted('db', 'more');
    const named = namedSettings(first);
    for (const before of [named, named.filter((path) => !path.includes('.items['))]) {
      expect(files(overTask(first, wanted('db'), new Set(before), 'h/p'))).toEqual(['db:2']);
      expect(overTask(first, aTask(), new Set(before), 'h/p').volumes).toEqual([]);
    }
  });
});
