/** The emulator's driver for real containers: processes, environment, network access and clean-up. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDockerDriver } from '../../packages/emulator/src/run/index.ts';
import { type Emulator, startEmulator } from '../../packages/emulator/src/start.ts';
import { type Engine, ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages } from '../../scripts/parts/images.ts';

const run = promisify(execFile);
const REVISION = 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION';

/** Serves on $PORT: `/health` with status $HEALTH; other paths with its environment and its sidecar's response. */
const SERVE = `#!/bin/sh
read -r method path protocol
while read -r line && [ "$line" != "$(printf '\\r')" ]; do :; done
status=200
[ "$path" = /health ] && status=\${HEALTH:-200}
body="revision=$K_REVISION secret=$SECRET file=$(cat /secrets/key 2>/dev/null)"
[ "$path" = /sidecar ] && body="$(wget -T 2 -qO- http://127.0.0.1:3000/ 2>&1)"
[ "$path" = /host ] && body="$(wget -T 2 -qO- "$UPSTREAM" 2>&1)"
printf 'HTTP/1.1 %s X\\r\\nContent-Length: %s\\r\\nConnection: close\\r\\n\\r\\n%s' "$status" "\${#body}" "$body"
`;
const ENTRY = `#!/bin/sh
if [ "$1" = task ]; then echo "task $CLOUD_RUN_TASK_INDEX of $CLOUD_RUN_TASK_COUNT, attempt $CLOUD_RUN_TASK_ATTEMPT"; exec sh -c "$2"; fi
echo '{"severity":"NOTICE","message":"listening"}'
trap 'echo stopped; exit 0' TERM
(nc -lk -p "$PORT" -e /serve 2>/dev/null || nc -ll -p "$PORT" -e /serve) & wait
`;

const engine: Engine | undefined = await ensureEngine().catch((error: unknown) => {
  if (process.env.CI === 'true') throw error;
  console.log(`Left out: containers, since there is no engine (${(error as Error).message})`);
  return undefined;
});

describe.skipIf(!engine)('real containers', () => {
  let emulator: Emulator;
  let image: string;
  let folder: string;
  const base = 'projects/orchestra-dev/locations/europe-west1';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'containers-'));
    const { env, dockerHost } = engine as Engine;
    await ensureBaseImages(engine as Engine, ['alpine']);
    emulator = await startEmulator({ driver: await createDockerDriver({ host: dockerHost, graceSeconds: 2 }) });
    emulator.seed.secret('key', 'first');
    writeFileSync(join(folder, 'serve'), SERVE, { mode: 0o755 });
    writeFileSync(join(folder, 'entry'), ENTRY, { mode: 0o755 });
    writeFileSync(join(folder, 'Dockerfile'), 'FROM alpine:3.20\nCOPY serve entry /\nENTRYPOINT ["/entry"]\n');
    const name = `${emulator.registryHost}/orchestra-dev/orchestra/containers-test:1`;
    const docker = async (...args: string[]) =>
      run('docker', args, { env: { ...process.env, ...env, DOCKER_CONFIG: folder } });
    const auth = Buffer.from(`oauth2accesstoken:${emulator.token()}`).toString('base64');
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths: { [emulator.registryHost]: { auth } } }));
    await run('docker', ['build', '--quiet', '--network=none', '-t', name, folder], {
      env: { ...process.env, ...env },
    });
    await docker('push', '--quiet', name);
    await docker('rmi', name);
    const found = await emulator.registry.find(name);
    image = `${name.replace(':1', '')}@${found?.digest}`;
  }, 300_000);

  afterAll(async () => {
    await emulator?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  // biome-ignore lint/suspicious/noExplicitAny: responses are asserted on field by field
  async function call(method: string, path: string, body?: unknown): Promise<any> {
    const response = await fetch(`${emulator.urls.run}/v2/${path}`, {
      method,
      headers: { authorization: `Bearer ${emulator.token()}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return response.json();
  }
  async function settle(method: string, path: string, body?: unknown) {
    const started = await call(method, path, body);
    if (started.error) throw new Error(JSON.stringify(started.error));
    return call('POST', `${started.name}:wait`, { timeout: '60s' });
  }
  const visit = (url: string) =>
    new Promise<string>((resolve, reject) => {
      const { host, port, pathname } = new URL(url);
      request({ host: '127.0.0.1', port, path: pathname, headers: { host } }, (response) => {
        let text = `${response.statusCode} `;
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve(text));
      })
        .once('error', reject)
        .end();
    });
  const running = async () => {
    const { stdout } = await run(
      'docker',
      ['ps', '-a', '-q', '--filter', `label=dev.orchestra.emulator.pid=${process.pid}`],
      {
        env: { ...process.env, ...(engine as Engine).env },
      },
    );
    return stdout.split('\n').filter(Boolean).length;
  };
  const health = (port: number) => ({
    startupProbe: { httpGet: { path: '/health', port }, periodSeconds: 1, failureThreshold: 5 },
  });
  const template = (revision: string, env: object[] = []) => ({
    revision,
    volumes: [{ name: 'secrets', secret: { secret: 'key', items: [{ path: 'key', version: '1' }] } }],
    containers: [
      {
        name: 'front',
        image,
        ports: [{ containerPort: 8080 }],
        dependsOn: ['back'],
        env: [{ name: 'SECRET', valueSource: { secretKeyRef: { secret: 'key', version: 'latest' } } }, ...env],
        volumeMounts: [{ name: 'secrets', mountPath: '/secrets' }],
        ...health(8080),
      },
      { name: 'back', image, env: [{ name: 'PORT', value: '3000' }], ...health(3000) },
    ],
  });
  const service = `${base}/services/web`;
  const to = (revision: string, percent: number, tag?: string) => ({
    type: REVISION,
    revision,
    percent,
    ...(tag && { tag }),
  });

  test('two revisions with the same ports run in parallel, each with its sidecar and its secrets', {
    timeout: 60_000,
  }, async () => {
    const one = await settle('POST', `${base}/services?serviceId=web`, {
      invokerIamDisabled: true,
      template: template('web-one'),
    });
    expect(one.error).toBeUndefined();
    expect(await visit(one.response.uri)).toBe('200 revision=web-one secret=first file=first');
    emulator.seed.secret('key', 'second');
    const two = await settle('PATCH', `${service}?updateMask=template,traffic`, {
      template: template('web-two'),
      traffic: [to('web-one', 100), to('web-two', 0, 'candidate')],
    });
    expect(two.error).toBeUndefined();
    const tagged = two.response.trafficStatuses[1].uri;
    expect(await visit(tagged)).toBe('200 revision=web-two secret=second file=first');
    expect(await visit(one.response.uri)).toContain('revision=web-one secret=first');
    expect(await visit(`${tagged}/sidecar`)).toContain('revision=web-two');
    expect(await visit(`${one.response.uri}/sidecar`)).toContain('revision=web-one');
    // Two containers and the relay each.
    expect(await running()).toBe(6);
    await settle('PATCH', `${service}?updateMask=traffic`, { traffic: [to('web-two', 100)] });
    // The engine stops and removes three containers, each with a grace period.
    await expect.poll(running, { timeout: 45_000 }).toBe(3);
    expect(await visit(one.response.uri)).toContain('revision=web-two');
    expect(emulator.logging.entries).toContainEqual(
      expect.objectContaining({
        severity: 'NOTICE',
        jsonPayload: { message: 'listening' },
        resource: expect.objectContaining({ labels: expect.objectContaining({ revision_name: 'web-one' }) }),
      }),
    );
  });

  test('a revision that responds with 500 never becomes ready, and its containers are gone', {
    timeout: 60_000,
  }, async () => {
    const bad = await settle('PATCH', service, {
      invokerIamDisabled: true,
      template: template('web-bad', [{ name: 'HEALTH', value: '500' }]),
    });
    expect(bad.error.message).toContain("Revision 'web-bad' is not ready");
    expect(await visit((await call('GET', service)).uri)).toContain('revision=web-two');
    expect(await running()).toBe(3);
  });

  test('an instance reaches the ports of this machine that its environment names, and no others', {
    timeout: 60_000,
  }, async () => {
    const here = createServer((_, response) => response.end('hello from outside'));
    await new Promise<void>((resolve) => here.listen(0, '127.0.0.1', resolve));
    const { port } = here.address() as AddressInfo;
    const container = (value: string) => ({
      containers: [{ image, env: [{ name: 'UPSTREAM', value }], ...health(8080) }],
    });
    const { response } = await settle('POST', `${base}/services?serviceId=reach`, {
      invokerIamDisabled: true,
      template: container(`http://127.0.0.1:${port}/`),
    });
    expect(await visit(`${response.uri}/host`)).toBe('200 hello from outside');
    // The same port in a notation that is not recognized: the containers reach nothing else.
    const unseen = await settle('PATCH', `${base}/services/reach`, {
      invokerIamDisabled: true,
      template: container(`http://127.1:${port}/`),
    });
    expect(await visit(`${unseen.response.uri}/host`)).not.toContain('hello');
    await settle('DELETE', `${base}/services/reach`);
    here.close();
  });

  test('tasks run to their end, fail with their exit code, and are killed when their time is up', {
    timeout: 60_000,
  }, async () => {
    const job = (script: string, rest: object = {}) => ({
      template: { template: { maxRetries: 0, containers: [{ image, args: ['task', script] }], ...rest } },
    });
    await settle('POST', `${base}/jobs?jobId=task`, job('exit 0'));
    const good = await settle('POST', `${base}/jobs/task:run`, { overrides: { taskCount: 2 } });
    expect(good.response).toMatchObject({ succeededCount: 2 });
    const execution = good.response.name.split('/').at(-1);
    const lines = emulator.logging.entries
      .filter(({ labels }) => labels?.['run.googleapis.com/execution_name'] === execution)
      .map(({ textPayload }) => textPayload);
    expect(lines.sort()).toEqual(['task 0 of 2, attempt 0', 'task 1 of 2, attempt 0']);
    await settle('PATCH', `${base}/jobs/task`, job('exit 7'));
    const failed = await settle('POST', `${base}/jobs/task:run`, {});
    expect(failed.error.message).toContain('The container exited with an error.');
    expect((await call('GET', `${failed.metadata.name}/tasks`)).tasks[0].lastAttemptResult.exitCode).toBe(7);
    await settle('PATCH', `${base}/jobs/task`, job('sleep 60', { timeout: '1s' }));
    const late = await settle('POST', `${base}/jobs/task:run`, {});
    expect(late.error.message).toContain('The configured timeout was reached.');
    expect(await running()).toBe(3);
  });

  test('a command that does not exist is reported', { timeout: 60_000 }, async () => {
    const { error } = await settle('POST', `${base}/services?serviceId=broken`, {
      template: { containers: [{ image, command: ['/nothing'] }] },
    });
    expect(error.message).toContain('/nothing');
  });

  test('nothing is left when the emulator stops', { timeout: 60_000 }, async () => {
    await emulator.stop();
    expect(await running()).toBe(0);
  });
});
