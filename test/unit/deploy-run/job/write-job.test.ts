/** Jobs are written over what others set, again after a concurrent change, and only if something differs. */
import { describe, expect, it } from 'vitest';
import { overridesOf } from '../../../../actions/deploy-run/job/execute-job.ts';
import { withVariables, writeJob } from '../../../../actions/deploy-run/job/write-job.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import type { Jobs } from '../../../../src/google/run/jobs.ts';
import type { Container, Job } from '../../../../src/google/run/resources.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { CloudError, InputError } from '../../../../src/runtime/errors.ts';

const NAME = 'projects/p/locations/r/jobs/report';
const IMAGE = `example.com/p/report@sha256:${'b'.repeat(64)}`;
const COMMIT = 'a'.repeat(40);

const jobOf = (container: Container = {}, rest: Job = {}): Job => ({
  ...rest,
  template: { template: { containers: [{ image: IMAGE, ...container }] } },
});

/** A server with at most one job. `refusals` are the errors of its first writes. */
function server(job?: Job, refusals: CloudError[] = []) {
  let current = job && { etag: '1', ...job };
  const written: { readonly job: Job; readonly validateOnly: boolean }[] = [];
  const write = async (_: string, job: Job, validateOnly: boolean) => {
    const refusal = refusals.shift();
    if (refusal) {
      // Another user was faster.
      current = { ...current, etag: '2', annotations: { ...current?.annotations, theirs: 'new' } };
      throw refusal;
    }
    written.push({ job, validateOnly });
    if (!validateOnly) current = { ...job, etag: `${written.length + 2}` };
    return { name: 'operation', done: true };
  };
  const jobs = { get: async () => current, create: write, update: write } as unknown as Jobs;
  return { jobs, written, read: () => current };
}

async function write(
  { jobs }: ReturnType<typeof server>,
  wanted: Job,
  about: { dryRun?: boolean; onRead?: () => void } = {},
) {
  const { dryRun = false, onRead } = about;
  const waited: string[] = [];
  const log = new Proxy({}, { get: () => () => {} });
  const clock = { ...systemClock, now: () => 0, sleep: async () => {} };
  const operations = { get: async (name: string) => void waited.push(name) };
  const step = {
    context: { log, clock, signal: new AbortController().signal, deadline: 1000 },
    inputs: { dryRun, commit: COMMIT, project: 'p' },
    clients: { operations, registry: {}, secrets: {} },
  } as unknown as StepContext;
  const manifest = { name: 'report', locate: () => ({ file: 'job.yaml' }) };
  const imageRepositories = { allowed: [], scope: 'all' } as const;
  return { ...(await writeJob(NAME, wanted, { imageRepositories, jobs, manifest, onRead }, step)), waited };
}

describe('a job', () => {
  it('keeps what the manifest does not name, fields that are newer than this code included', async () => {
    const theirs = jobOf({ env: [{ name: 'THEIRS', value: '1' }] }, {
      newField: { a: 1 },
      labels: { team: 'a' },
    } as Job);
    const existing = server(theirs);
    await write(existing, jobOf({ args: ['run'] }));
    expect(existing.read()).toMatchObject({
      newField: { a: 1 },
      labels: { team: 'a', 'commit-sha': COMMIT, 'managed-by': 'github-actions' },
      template: { template: { containers: [{ image: IMAGE, args: ['run'], env: [{ name: 'THEIRS', value: '1' }] }] } },
    });
  });

  it('loses what the manifest named before and no longer names', async () => {
    const existing = server();
    await write(existing, jobOf({ args: ['run'], command: ['report'] }));
    await write(existing, jobOf({ args: ['run'] }));
    const [container] = existing.read()?.template?.template?.containers ?? [];
    expect(container).toEqual({ image: IMAGE, args: ['run'] });
  });

  it('is not written if nothing differs, and not changed if only the commit does', async () => {
    const existing = server();
    expect(await write(existing, jobOf())).toMatchObject({ changed: true, waited: ['operation'] });
    expect(await write(existing, jobOf())).toMatchObject({ changed: false, changes: [], waited: [] });
    expect(existing.written).toHaveLength(1);
    const older = server({
      ...existing.read(),
      labels: { 'commit-sha': 'b'.repeat(40), 'managed-by': 'github-actions' },
    });
    expect(await write(older, jobOf())).toMatchObject({ changed: false, changes: [] });
    expect(older.read()?.labels?.['commit-sha']).toBe(COMMIT);
  });

  it.each([
    ['modified concurrently', 409],
    ['whose write got no response', 0],
    ['whose write failed in the server', 503],
  ])('%s is read again before the next write, and checked once', async (_, status) => {
    const existing = server(jobOf(), [new CloudError({ message: 'refused', status, resource: 'job' })]);
    let reads = 0;
    await write(existing, jobOf({ args: ['run'] }), { onRead: () => void reads++ });
    expect(existing.written).toHaveLength(1);
    expect(existing.written[0]?.job).toMatchObject({ etag: '2', annotations: { theirs: 'new' } });
    expect(reads).toBe(1);
  });

  it('is not written where the check after the read throws', async () => {
    const existing = server(jobOf());
    const frozen = () => {
      throw new InputError([{ subject: 'Input freeze', message: 'frozen' }]);
    };
    await expect(write(existing, jobOf({ args: ['run'] }), { onRead: frozen })).rejects.toThrow('frozen');
    expect(existing.written).toEqual([]);
  });

  it('that the server refuses is an error of the manifest, and is not repeated', async () => {
    const existing = server(undefined, [new CloudError({ message: 'bad memory', status: 400, resource: 'job' })]);
    await expect(write(existing, jobOf())).rejects.toThrow(InputError);
    expect(existing.written).toEqual([]);
  });

  it('of a dry run is only validated', async () => {
    const existing = server();
    expect(await write(existing, jobOf(), { dryRun: true })).toMatchObject({ changed: true, waited: [] });
    expect(existing.written.map(({ validateOnly }) => validateOnly)).toEqual([true]);
  });
});

describe('variables of a release', () => {
  const URLS = new Map([['URL_WEB', 'https://web.test']]);
  const containersIn = (job: Job) => job.template?.template?.containers;

  it('are added to a job, unless its manifest sets them', () => {
    const own = [{ name: 'URL_WEB', value: 'https://own.test' }];
    expect(containersIn(withVariables(jobOf({ env: own }), URLS))?.[0]?.env).toEqual(own);
    const added = [{ name: 'A', value: '1' }];
    expect(containersIn(withVariables(jobOf({ env: added }), URLS))?.[0]?.env).toEqual([
      ...added,
      { name: 'URL_WEB', value: 'https://web.test' },
    ]);
  });

  it('are given to every container of a job that runs as it is', () => {
    const job: Job = { template: { template: { containers: [{ name: 'app' }, { name: 'proxy' }] } } };
    const env = [{ name: 'URL_WEB', value: 'https://web.test' }];
    expect(overridesOf(job, URLS)).toEqual([
      { container: 'app', env },
      { container: 'proxy', env },
    ]);
    expect(overridesOf(job, new Map())).toEqual([]);
  });
});
