/**
 * `gcloud run deploy` of a new image compared with a direct deploy by the action: on one emulated cloud, by calls, seconds and processor
 * time. gcloud uses Cloud Run v1, which the emulator does not support: an adapter serves its few calls, as an HTTP proxy,
 * since gcloud prefixes the host with the region. It deploys to 100 % directly, without health checks, records and restore.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import type { Emulator } from '../../../packages/emulator/src/start.ts';
import { COMMITS, createFixture, type Fixture } from '../../bundle/deploy-run/deploy-run.fixture.ts';
import { median, ms, type Row } from '../measure.ts';
import { isStepsCall } from './counted-calls.ts';

type Json = Record<string, unknown>;

interface ServiceV2 extends Json {
  readonly name: string;
  readonly generation: string;
  readonly observedGeneration?: string;
  readonly etag: string;
  readonly uid: string;
  readonly createTime: string;
  readonly uri?: string;
  readonly template: { readonly containers: readonly { readonly image: string }[] };
  readonly reconciling?: boolean;
  readonly terminalCondition: { readonly state: string; readonly message?: string };
  readonly latestReadyRevision?: string;
  readonly latestCreatedRevision?: string;
}

/** The fields of a service that gcloud reads: https://cloud.google.com/run/docs/reference/rest/v1/namespaces.services */
function toV1(service: ServiceV2): Json {
  const { state, message } = service.terminalCondition;
  const status = service.reconciling ? 'Unknown' : state === 'CONDITION_SUCCEEDED' ? 'True' : 'False';
  const conditions = ['Ready', 'ConfigurationsReady', 'RoutesReady'].map((type) => ({ type, status, message }));
  const short = (name = '') => name.split('/').at(-1);
  const [container] = service.template.containers;
  return {
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: {
      name: short(service.name),
      namespace: DEFAULTS.projectNumber,
      uid: service.uid,
      resourceVersion: service.etag,
      generation: Number(service.generation),
      creationTimestamp: service.createTime,
      labels: {},
      annotations: {},
    },
    spec: {
      template: { metadata: { labels: {}, annotations: {} }, spec: { containers: [{ image: container?.image }] } },
      traffic: [{ latestRevision: true, percent: 100 }],
    },
    status: {
      observedGeneration: Number(service.reconciling ? Number(service.generation) - 1 : service.generation),
      conditions,
      latestReadyRevisionName: short(service.latestReadyRevision),
      latestCreatedRevisionName: short(service.latestCreatedRevision),
      url: service.uri,
      traffic: [{ latestRevision: true, percent: 100, revisionName: short(service.latestReadyRevision) }],
    },
  };
}

/** Returns the port of the adapter. `onCall` is awaited before each response to gcloud. */
async function startAdapter(emulator: Emulator, onCall: () => Promise<void>) {
  const api = async (method: string, service: string, query = '', body?: object): Promise<ServiceV2> => {
    const url = `${emulator.urls.run}/v2/projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/services/${service}${query}`;
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as ServiceV2;
  };
  const respond = async (request: IncomingMessage): Promise<Json> => {
    const { pathname } = new URL(request.url ?? '/');
    await onCall();
    const service = /\/services\/([a-z0-9-]+)$/.exec(pathname)?.[1] ?? '';
    if (pathname.endsWith('/services/run.googleapis.com')) return { state: 'ENABLED' };
    if (request.method === 'PUT') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const wanted = JSON.parse(Buffer.concat(chunks).toString()) as {
        spec: { template: { metadata: { name?: string }; spec: { containers: { image: string }[] } } };
      };
      const { metadata, spec } = wanted.spec.template;
      const current = await api('GET', service);
      const [first, ...others] = current.template.containers;
      const template = {
        ...current.template,
        revision: metadata.name,
        containers: [{ ...first, image: spec.containers[0]?.image }, ...others],
      };
      const traffic = [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }];
      await api('PATCH', service, '?updateMask=template,traffic', { ...current, template, traffic });
    }
    return toV1(await api('GET', service));
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    respond(request).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

interface MeasuredDeploy {
  /** Milliseconds of real time and of processor time. */
  readonly duration: number;
  readonly processor: number;
  readonly calls: number;
}

/** Rows of both without latency and with 100 ms: medians of three runs, each on a separate service. Empty without gcloud. */
export async function compareWithGcloud(): Promise<Row[]> {
  if (spawnSync('gcloud', ['--version'], { stdio: 'ignore' }).status !== 0) {
    console.warn('Left out: gcloud run deploy, since gcloud is not installed.');
    return [];
  }
  const fixture = await createFixture();
  const { emulator } = fixture;
  try {
    const rows: Row[] = [];
    for (const latency of [0, 100]) {
      const runs: { ours: MeasuredDeploy; gcloud: MeasuredDeploy }[] = [];
      for (let round = 0; round < 3; round++) {
        const [ours, theirs] = [`ours-${latency}-${round}`, `gcloud-${latency}-${round}`];
        for (const service of [ours, theirs]) await fixture.release(service, COMMITS.slice(0, 1));
        const image = await fixture.image('two');
        runs.push({
          ours: await deployWithAction(fixture, ours, image, latency),
          gcloud: await deployWithGcloud(emulator, theirs, image, latency),
        });
      }
      const of = (side: 'ours' | 'gcloud', field: keyof MeasuredDeploy) => median(runs.map((one) => one[side][field]));
      const text = (side: 'ours' | 'gcloud') =>
        `${ms(of(side, 'duration'))}, ${ms(of(side, 'processor'))} of processor, ${of(side, 'calls')} calls`;
      rows.push({
        what: `direct deploy, ${latency} ms a call`,
        ours: text('ours'),
        against: `gcloud run deploy ${text('gcloud')}`,
        ratio: `${(of('ours', 'duration') / of('gcloud', 'duration')).toFixed(2)} of its time`,
        aim: 'below 1',
      });
    }
    return rows;
  } finally {
    await fixture.stop();
  }
}

async function deployWithAction(
  { emulator, deploy }: Fixture,
  service: string,
  image: string,
  latency: number,
): Promise<MeasuredDeploy> {
  let calls = 0;
  const remove = emulator.core.calls.onCall(async (call) => {
    if (!isStepsCall(call)) return;
    calls++;
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
  });
  let processor = 0;
  const onStart = (child: ChildProcess) => {
    const timer = setInterval(() => {
      processor = processorTime(child.pid) ?? processor;
    }, 10);
    child.on('close', () => clearInterval(timer));
  };
  const result = await deploy(COMMITS[1], { service, image, 'probe-path': '/health' }, { onStart });
  remove();
  if (result.exitCode !== 0) throw new Error(result.log);
  return { duration: result.duration, processor, calls };
}

/** Processor time of a process in milliseconds, in clock ticks of 10 ms; undefined once it has ended. */
function processorTime(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** Runs `gcloud run deploy SERVICE --image IMAGE` once; each call gets its response after so many milliseconds. */
async function deployWithGcloud(
  emulator: Emulator,
  service: string,
  image: string,
  latency: number,
): Promise<MeasuredDeploy> {
  let calls = 0;
  const adapter = await startAdapter(emulator, async () => {
    calls++;
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
  });
  const folder = mkdtempSync(join(tmpdir(), 'gcloud-run-'));
  writeFileSync(join(folder, 'token'), emulator.token());
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    CLOUDSDK_CONFIG: join(folder, 'config'),
    CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: join(folder, 'token'),
    CLOUDSDK_CORE_PROJECT: DEFAULTS.project,
    CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
    CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: '1',
    CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: '1',
    CLOUDSDK_PROXY_TYPE: 'http',
    CLOUDSDK_PROXY_ADDRESS: '127.0.0.1',
    CLOUDSDK_PROXY_PORT: String(adapter.port),
    CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN: 'http://run.localhost/',
    CLOUDSDK_API_ENDPOINT_OVERRIDES_SERVICEUSAGE: 'http://serviceusage.localhost/',
  };
  const args = ['run', 'deploy', service, `--image=${image}`, `--region=${DEFAULTS.region}`, '--quiet'];
  try {
    const began = performance.now();
    const output = await run('bash', ['-c', 'TIMEFORMAT="cpu %U %S"; time gcloud "$@"', 'gcloud', ...args], env);
    const duration = performance.now() - began;
    const [, user = '0', system = '0'] = /cpu ([\d.]+) ([\d.]+)/.exec(output) ?? [];
    return { duration, processor: (Number(user) + Number(system)) * 1000, calls };
  } finally {
    adapter.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output.slice(-3000)))));
  });
}
