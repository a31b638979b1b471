import { v2 } from '@google-cloud/run';
import { expect, test } from 'vitest';
import { digest, image, type Json, PARENT, startFixture } from './fixture.ts';

const JOB = `${PARENT}/jobs/migrate`;
const job = (letter: string, task: object = {}, execution: object = {}) => ({
  template: { ...execution, template: { containers: [{ image: image(letter), args: ['migrate'] }], ...task } },
});
const conditionOf = ({ conditions }: Json, type: string) => conditions.find((one: Json) => one.type === type);

test('the official client creates, runs and follows a job', async () => {
  const fixture = await startFixture();
  fixture.driver.setBehavior(digest('a'), {
    run: { durationMs: 30, logs: ['{"severity":"INFO","message":"applied 3"}', 'plain'] },
  });
  const jobs = fixture.client(v2.JobsClient);
  const executions = fixture.client(v2.ExecutionsClient);
  const [created] = await jobs.createJob({
    parent: PARENT,
    jobId: 'migrate',
    job: {
      template: {
        taskCount: 1,
        template: { maxRetries: 0, timeout: { seconds: 120 }, containers: [{ image: image('a') }] },
      },
    },
  });
  const [stored] = await created.promise();
  // The client passes enums as numbers.
  expect(stored.template?.template).toMatchObject({ maxRetries: 0, executionEnvironment: 2 });
  expect(Number(stored.template?.template?.timeout?.seconds)).toBe(120);
  const [current] = await jobs.getJob({ name: JOB });
  const [running] = await jobs.runJob({ name: JOB, etag: current.etag as string });
  // The execution is known immediately, so that it can be found if the runner is lost.
  const name = (running.metadata as Json).name as string;
  expect(name).toMatch(new RegExp(`^${JOB}/executions/migrate-[a-z0-9]{5}$`));
  expect((running.metadata as Json).completionTime).toBeNull();
  const [finished] = await running.promise();
  expect(finished).toMatchObject({ name, succeededCount: 1, failedCount: 0, taskCount: 1 });
  const [execution] = await executions.getExecution({ name });
  expect(conditionOf(execution, 'Completed')).toMatchObject({ state: 'CONDITION_SUCCEEDED' });
  expect(fixture.logs).toEqual([
    expect.objectContaining({
      severity: 'INFO',
      jsonPayload: { message: 'applied 3' },
      resource: {
        type: 'cloud_run_job',
        labels: { project_id: 'orchestra-dev', location: 'europe-west1', job_name: 'migrate' },
      },
      labels: expect.objectContaining({ 'run.googleapis.com/execution_name': name.split('/').at(-1) }),
    }),
    expect.objectContaining({ textPayload: 'plain' }),
  ]);
  const [after] = await jobs.getJob({ name: JOB });
  expect(after).toMatchObject({
    executionCount: 1,
    latestCreatedExecution: { name, completionStatus: 'EXECUTION_SUCCEEDED' },
  });
});

test('a run is fenced by the etag of the job, which the run itself changes', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${PARENT}/jobs?jobId=migrate`, job('a'));
  const { etag } = (await call('GET', JOB)).body;
  expect((await call('POST', `${JOB}:run`, { etag })).status).toBe(200);
  expect((await call('POST', `${JOB}:run`, { etag })).body.error).toMatchObject({ code: 409, status: 'ABORTED' });
});

test.each([
  ['three retries by default', {}, 4, 3],
  ['no retries where 0 is really sent', { maxRetries: 0 }, 1, 0],
])('a task that fails has %s', async (_, task, attempts, retried) => {
  const { settle, call, driver } = await startFixture();
  driver.setBehavior(digest('a'), { run: { exitCode: 3 } });
  await settle('POST', `${PARENT}/jobs?jobId=migrate`, job('a', task));
  const operation = await settle('POST', `${JOB}:run`, {});
  expect(operation.error).toMatchObject({
    code: 9,
    message: expect.stringContaining('failed with message: The container exited with an error.'),
  });
  const execution = operation.metadata;
  expect(execution).toMatchObject({ failedCount: 1, completionTime: expect.any(String) });
  expect(conditionOf(execution, 'Completed')).toMatchObject({
    state: 'CONDITION_FAILED',
    executionReason: 'NON_ZERO_EXIT_CODE',
  });
  expect(driver.started).toHaveLength(attempts);
  const { tasks } = (await call('GET', `${execution.name}/tasks`)).body;
  expect(tasks[0]).toMatchObject({ lastAttemptResult: { exitCode: 3 }, ...(retried > 0 && { retried }) });
  expect((await call('GET', JOB)).body.latestCreatedExecution.completionStatus).toBe('EXECUTION_FAILED');
});

test('a task that takes too long is ended', async () => {
  const { settle, driver } = await startFixture();
  driver.setBehavior(digest('a'), { run: { durationMs: 60_000 } });
  await settle('POST', `${PARENT}/jobs?jobId=migrate`, job('a', { maxRetries: 0, timeout: '2s' }));
  const operation = await settle('POST', `${JOB}:run`, {});
  expect(operation.error.message).toContain('The configured timeout was reached.');
  expect(driver.running).toHaveLength(0);
});

test('a cancelled execution ends as cancelled, and its operation without an error', async () => {
  const { settle, call, driver } = await startFixture();
  driver.setBehavior(digest('a'), { run: { durationMs: 60_000 } });
  await settle('POST', `${PARENT}/jobs?jobId=migrate`, job('a'));
  const run = (await call('POST', `${JOB}:run`, {})).body;
  await settle('POST', `${run.metadata.name}:cancel`, {});
  const { body } = await call('GET', run.name);
  expect(body.done).toBe(true);
  expect(body.error).toBeUndefined();
  expect(body.response).toMatchObject({ cancelledCount: 1 });
  expect(conditionOf(body.response, 'Completed')).toMatchObject({
    state: 'CONDITION_FAILED',
    executionReason: 'CANCELLED',
  });
  expect((await call('POST', `${run.metadata.name}:cancel`, {})).body.error.status).toBe('FAILED_PRECONDITION');
});

test('overrides reach the container and leave the job as it is', async () => {
  const { settle, call, core, driver } = await startFixture();
  const containers = [
    {
      image: image('a'),
      args: ['migrate'],
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    },
  ];
  await settle('POST', `${PARENT}/jobs?jobId=migrate`, job('a', { containers }));
  const overrides = {
    taskCount: 2,
    timeout: '60s',
    containerOverrides: [{ args: ['migrate', '--status'], env: [{ name: 'B', value: '3' }] }],
  };
  const { response } = await settle('POST', `${JOB}:run`, { overrides });
  expect(response).toMatchObject({ taskCount: 2, succeededCount: 2, template: { timeout: '60s' } });
  expect(driver.started.map(({ containers }) => containers[0])).toEqual([
    expect.objectContaining({
      args: ['migrate', '--status'],
      env: expect.objectContaining({ A: '1', B: '3', CLOUD_RUN_TASK_INDEX: '0', CLOUD_RUN_TASK_COUNT: '2' }),
    }),
    expect.objectContaining({ env: expect.objectContaining({ CLOUD_RUN_TASK_INDEX: '1' }) }),
  ]);
  expect((await call('GET', JOB)).body.template.template.containers[0].args).toEqual(['migrate']);
  core.access.deny('run.jobs.runWithOverrides');
  expect((await call('POST', `${JOB}:run`, { overrides })).status).toBe(403);
  expect((await call('POST', `${JOB}:run`, {})).status).toBe(200);
});

test('a job whose image is missing is not ready', async () => {
  const { settle, missingImages } = await startFixture();
  missingImages.add(image('a'));
  const operation = await settle('POST', `${PARENT}/jobs?jobId=migrate`, job('a'));
  expect(operation.error).toMatchObject({ code: 5, message: expect.stringContaining('not found') });
});

test('a deleted job takes its executions along', async () => {
  const { settle, call, driver } = await startFixture();
  driver.setBehavior(digest('a'), { run: { durationMs: 60_000 } });
  await settle('POST', `${PARENT}/jobs?jobId=migrate`, job('a'));
  const run = (await call('POST', `${JOB}:run`, {})).body;
  await settle('DELETE', JOB);
  expect((await call('GET', run.metadata.name)).status).toBe(404);
  expect(driver.running).toHaveLength(0);
});

test('a job has no update mask, and a running limit can be met by a fault', async () => {
  const { settle, call, core } = await startFixture();
  await settle('POST', `${PARENT}/jobs?jobId=migrate`, job('a'));
  expect((await call('PATCH', `${JOB}?updateMask=template`, job('b'))).status).toBe(400);
  await settle('PATCH', JOB, job('b'));
  core.faults.add({ api: 'run', path: ':run', status: 429 });
  expect((await call('POST', `${JOB}:run`, {})).body.error.status).toBe('RESOURCE_EXHAUSTED');
});

test('a job can start an execution of a given name as it is written', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${PARENT}/jobs?jobId=migrate`, { ...job('a'), runExecutionToken: 'abc' });
  const { body } = await call('GET', `${JOB}/executions/migrate-abc`);
  expect(body).toMatchObject({ succeededCount: 1, completionTime: expect.any(String) });
  expect((await call('GET', JOB)).body.runExecutionToken).toBeUndefined();
});
