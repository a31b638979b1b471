/** Invalid inputs, and the messages for them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planContainer } from '../../../actions/migrate/docker/migrate-in-docker.ts';
import { readInputs } from '../../../actions/migrate/inputs.ts';
import { readGitHubRun } from '../../../src/github/run.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';
import { anInput, DIGEST } from './inputs-of.ts';

let workspace: string;
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'inputs-'));
  writeFileSync(join(workspace, 'job.yaml'), 'kind: Job');
});
afterAll(() => rmSync(workspace, { recursive: true }));

const NAME = 'us-central1-docker.pkg.dev/acme-prod/apps/server';
const GOOD = { image: `${NAME}@${DIGEST}`, job: 'migrate', region: 'us-central1', project: 'acme-prod' };

function read(given: Record<string, string>) {
  const env = {
    GITHUB_WORKSPACE: workspace,
    GITHUB_SHA: 'c'.repeat(40),
    ...Object.fromEntries(
      Object.entries({ ...GOOD, ...given }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  return readInputs(createInputReader(env), { env, github: readGitHubRun(env), clock: systemClock });
}
const complaint = (given: Record<string, string>): string => {
  try {
    read(given);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('good inputs', () => {
  it('name the job after the service if nothing else does', () => {
    expect(read({ job: '', 'from-service': 'w'.repeat(41) }).job).toBe(`${'w'.repeat(41)}-migrate`);
    expect(read({ job: '', 'from-service': 'orchestra-server' }).job).toBe('orchestra-server-migrate');
  });

  it('take substitutions for the manifest of a job or a service', () => {
    for (const input of ['manifest', 'from-service'])
      expect(read({ [input]: 'job.yaml', substitutions: 'A=1' }).substitutions).toEqual(new Map([['A', '1']]));
  });

  it('take names and versions of secrets', () => {
    expect(
      read({
        secrets:
          'DATABASE_URL=database-url:latest\nKEY=projects/1234/secrets/key:7\nNEW=key\nOLD=projects/example.com:p/secrets/key/versions/3',
      }).secrets,
    ).toEqual([
      { name: 'DATABASE_URL', valueSource: { secretKeyRef: { secret: 'database-url', version: 'latest' } } },
      { name: 'KEY', valueSource: { secretKeyRef: { secret: 'projects/1234/secrets/key', version: '7' } } },
      { name: 'NEW', valueSource: { secretKeyRef: { secret: 'key', version: 'latest' } } },
      { name: 'OLD', valueSource: { secretKeyRef: { secret: 'projects/example.com:p/secrets/key', version: '3' } } },
    ]);
  });

  it('name the job after the service of a manifest', () => {
    writeFileSync(
      join(workspace, 'web.yaml'),
      'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - image: x\n',
    );
    expect(read({ job: '', 'from-service': 'web.yaml' }).job).toBe('web-migrate');
  });

  it.each([
    [{ args: 'migrate,up' }, /^Input args: "migrate,up" is one argument with commas.*migrate ⏎ up$/],
    [{ args: 'manage.py,migrate,--noinput' }, /manage\.py ⏎ migrate ⏎ --noinput$/],
    [{ 'status-args': 'migrate,status' }, /^Input status-args/],
    [{ command: '/bin/sh,-c,./migrate' }, /^Input command/],
  ])('hint at a list of gcloud: %j', (given, hint) => {
    expect(read(given).judged.warnings).toEqual([expect.stringMatching(hint)]);
  });
  it.each([
    [
      { command: 'python manage.py' },
      /^Input command: "python manage\.py" is one argument with spaces.*python ⏎ manage\.py$/,
    ],
    [{ args: 'migrate --noinput' }, /^Input args: .*migrate ⏎ --noinput$/],
  ])('hint at a command line: %j', (given, hint) => {
    expect(read(given).judged.warnings).toEqual([expect.stringMatching(hint)]);
  });
  it.each(['select 1 + (2);', 'migrate\nup --all', 'echo "a b"'])('have no such hint for %j', (args) =>
    expect(read({ args }).judged.warnings).toEqual([]),
  );
  it.each(['migrate\nup', '--fields=id,name', 'a b,c d', 'migrate', '-tables,x=1', '{"a":1,"b":2}'])(
    'have no such hint for %j',
    (args) => expect(read({ args }).judged.warnings).toEqual([]),
  );

  it('of mode docker need no project', () => {
    expect(read({ mode: 'docker', job: '', region: '', project: '' }).mode).toBe('docker');
  });
});

const CASES: readonly (readonly [name: string, given: Record<string, string>, message: RegExp])[] = [
  ['no image', { image: '' }, /^Input image: is missing/],
  ['a tag where a digest is required', { image: `${NAME}:v1` }, /is a tag.*build-image/],
  ['latest', { image: `${NAME}:latest` }, /tag latest/],
  ['neither job nor manifest', { job: '' }, /Input job: is missing/],
  ['no region', { region: '' }, /Input region: is missing/],
  ['no project', { project: '' }, /Input project: is missing/],
  ['a job in capitals', { job: 'Migrate' }, /"Migrate" is not the name of a job/],
  ['a manifest that is missing', { manifest: 'none.yaml' }, /no file "none.yaml"/],
  [
    'a manifest and what it says',
    { manifest: 'job.yaml', args: 'up', env: 'A=1' },
    /Input args: cannot be combined with manifest[\s\S]*Input env/,
  ],
  [
    'a service whose name leaves no room for that of its job',
    { job: '', 'from-service': 'w'.repeat(42) },
    /^Input job: "w{42}-migrate", its default, has more than 49 characters\. Set a shorter name\.$/,
  ],
  ['a service that is none', { 'from-service': 'Not A Service' }, /neither the name of a service nor the path/],
  [
    'a name of a secret that is none',
    { secrets: 'A=data base' },
    /A: this is not a secret's name. Write A=SECRET:VERSION/,
  ],
  [
    'a key where the name of a secret is required',
    { secrets: `A=${['sk', 'live', '0123456789abcdefghij'].join('_')}` },
    /use the name and never the value/,
  ],
  [
    'a value where the name of a secret is required',
    { secrets: 'A=postgres://user:pw@host/db' },
    /use the name and never the value/,
  ],
  ['a plain secret', { env: 'DB_PASSWORD=hunter2hunter2' }, /DB_PASSWORD looks like a secret.*in the input secrets/],
  ['one variable in two places', { env: 'A=1', secrets: 'A=s:1' }, /A is also given in secrets/],
  ['an instance that is none', { 'cloudsql-instances': 'orchestra-db' }, /Write PROJECT:REGION:INSTANCE/],
  [
    'a secret as a file in the root',
    { secrets: '/db=database-url:latest' },
    /cannot be mounted in \/\..*\/secrets\/db/,
  ],
  ['a variable that Cloud Run sets', { env: 'CLOUD_RUN_JOB=x' }, /CLOUD_RUN_JOB is set by Cloud Run/],
  ['a timeout of nothing', { timeout: '0s' }, /from 1s to 7d/],
  ['a timeout of weeks', { timeout: '30d' }, /from 1s to 7d/],
  [
    'inputs of a job in mode docker',
    { mode: 'docker', secrets: 'A=s:1' },
    /Input secrets: is only allowed with mode: job/,
  ],
  [
    'substitutions for a live service',
    { substitutions: 'A=1', 'from-service': 'web' },
    /Input substitutions: is only allowed with manifest, or with the path of a manifest in from-service/,
  ],
  ['an unknown mode', { mode: 'kubernetes' }, /job, docker/],
  ['a folder that is missing', { migrations: 'nowhere' }, /no folder "nowhere"/],
  [
    'a folder without migrations',
    { migrations: 'empty' },
    /no migration found in "empty"\. Expected files such as 000001_name/,
  ],
  [
    'migrations that are code, before anything runs',
    { migrations: 'shop/migrations' },
    /no migration found in .*Only SQL is checked.* Remove this input where migrations are code, and set contracting: true/,
  ],
  ['an unknown input', { arg: 'x' }, /Did you mean args/],
  [
    'a relative path of a secret',
    { secrets: 'secrets/db=url' },
    /"secrets\/db" is neither.*write \/secrets\/db=SECRET/,
  ],
  ['a secret in the current folder', { secrets: './db=url' }, /write \/secrets\/db=SECRET:VERSION/],
  [
    'two services that are none',
    { services: 'eu/web\na/b/c' },
    /"eu" is not a region[\s\S]*"a\/b\/c" is not a service/,
  ],
];

beforeAll(() => {
  for (const folder of ['empty', 'shop/migrations']) mkdirSync(join(workspace, folder), { recursive: true });
  writeFileSync(join(workspace, 'shop/migrations/0001_initial.py'), '');
});

describe('bad inputs', () => {
  it.each(CASES)('%s', (_name, given, said) => expect(complaint(given)).toMatch(said));

  it('never repeat the value of a secret', () => {
    expect(complaint({ env: 'DB_PASSWORD=hunter2hunter2' })).not.toContain('hunter2');
    expect(complaint({ secrets: 'A=postgres://user:hunter2@host/db' })).not.toContain('hunter2');
  });
});

describe('the container on the runner', () => {
  it('gets variables that docker reads by value, so that they do not change which docker is used', () => {
    const env = new Map([
      ['HOME', '/app'],
      ['DOCKER_HOST', 'tcp://db-tools:2375'],
      ['DOCKER_AUTH_CONFIG', '{}'],
    ]);
    expect(planContainer(anInput({ env }), 'm', []).filter((_, i, all) => all[i - 1] === '--env')).toEqual([
      'HOME=/app',
      'DOCKER_HOST=tcp://db-tools:2375',
      'DOCKER_AUTH_CONFIG',
    ]);
  });
  it('passes its environment by name only', () => {
    const inputs = anInput({ command: ['/bin/sh', '-c'], env: new Map([['DATABASE_URL', 'postgres://secret']]) });
    expect(planContainer(inputs, 'm', ['up'])).toEqual([
      ...['run', '--rm', '--name', 'm', '--network', 'host', '--env', 'DATABASE_URL', '--entrypoint', '/bin/sh'],
      ...[`us-central1-docker.pkg.dev/acme/apps/server@${DIGEST}`, '-c', 'up'],
    ]);
  });
});
