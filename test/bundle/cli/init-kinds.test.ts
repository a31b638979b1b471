/** init from services with each setting that Cloud Run has, as a process: the first deploy of the manifest changes nothing. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { A, B } from '../deploy-run/deploy-run.cases.ts';
import { createFixture, type Fixture, logOf, SERVICE } from '../deploy-run/deploy-run.fixture.ts';
import { type Cli, createCli, outputOf } from './cli.fixture.ts';

let fixture: Fixture;
let cli: Cli;
beforeEach(async () => {
  fixture = await createFixture();
  cli = createCli(fixture.emulator);
});
afterEach(async () => {
  cli.remove();
  await fixture.stop();
});

type Fields = Record<string, unknown>;
const LIMITS = { cpu: '1', memory: '512Mi' };
const HTTP = { httpGet: { path: '/health', port: 8080 }, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 4 };
const KEY = 'projects/acme-prod/locations/us-central1/keyRings/r/cryptoKeys/k';

interface Made {
  readonly service?: Fields;
  readonly template?: Fields;
  readonly container?: Fields;
  readonly sidecars?: readonly Fields[];
}

const SERVICES: Readonly<Record<string, Made>> = {
  probes: {
    container: {
      startupProbe: { ...HTTP, httpGet: { path: '/start', httpHeaders: [{ name: 'X-Probe', value: 'a' }] } },
      livenessProbe: { grpc: { port: 8080, service: 'health' }, periodSeconds: 30, initialDelaySeconds: 2 },
      readinessProbe: { httpGet: { path: '/ready' }, periodSeconds: 7, timeoutSeconds: 2, failureThreshold: 2 },
    },
  },
  volumes: {
    template: {
      executionEnvironment: 'EXECUTION_ENVIRONMENT_GEN2',
      volumes: [
        { name: 'cloudsql', cloudSqlInstance: { instances: ['acme-prod:us-central1:db', 'other:us-east1:db'] } },
        { name: 'bucket', gcs: { bucket: 'acme-files', readOnly: true, mountOptions: ['implicit-dirs', 'uid=1000'] } },
        { name: 'share', nfs: { server: '10.0.0.2', path: '/share', readOnly: false } },
        { name: 'cache', emptyDir: { medium: 'MEMORY', sizeLimit: '64Mi' } },
      ],
    },
    container: {
      volumeMounts: [
        { name: 'cloudsql', mountPath: '/cloudsql' },
        { name: 'bucket', mountPath: '/mnt/files', subPath: 'a' },
        { name: 'share', mountPath: '/mnt/share' },
        { name: 'cache', mountPath: '/cache' },
      ],
    },
  },
  sidecars: {
    container: { name: 'app', dependsOn: ['collector'], startupProbe: HTTP },
    sidecars: [
      {
        name: 'collector',
        resources: { limits: LIMITS, cpuIdle: true, startupCpuBoost: true },
        env: [{ name: 'MODE', value: 'agent' }],
        startupProbe: { tcpSocket: { port: 4317 }, periodSeconds: 2, timeoutSeconds: 1, failureThreshold: 5 },
      },
    ],
  },
  gpu: {
    template: {
      nodeSelector: { accelerator: 'nvidia-l4' },
      gpuZonalRedundancyDisabled: true,
      scaling: { maxInstanceCount: 1 },
    },
    container: { resources: { limits: { cpu: '4', memory: '16Gi', 'nvidia.com/gpu': '1' }, cpuIdle: false } },
  },
  'direct VPC': {
    template: {
      vpcAccess: {
        egress: 'ALL_TRAFFIC',
        networkInterfaces: [{ network: 'default', subnetwork: 'default', tags: ['web', 'db'] }],
      },
    },
  },
  'VPC connector': {
    template: {
      vpcAccess: {
        connector: 'projects/orchestra-dev/locations/us-central1/connectors/c',
        egress: 'PRIVATE_RANGES_ONLY',
      },
      executionEnvironment: 'EXECUTION_ENVIRONMENT_GEN1',
      sessionAffinity: true,
      scaling: { minInstanceCount: 1, maxInstanceCount: 5 },
    },
  },
  access: {
    service: {
      ingress: 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
      iapEnabled: true,
      customAudiences: ['https://web.example.com', 'web'],
      description: 'Shop: "web", 100 %',
      labels: { team: 'shop', 'cost-center': '12' },
      annotations: { 'example.com/owner': 'anna' },
      binaryAuthorization: { useDefault: true },
    },
  },
  'scaling of the service': { service: { scaling: { minInstanceCount: 2, maxInstanceCount: 9 } } },
  'manual scaling': { service: { scaling: { scalingMode: 'MANUAL', manualInstanceCount: 2 } } },
  'customer-managed key': {
    service: { binaryAuthorization: { policy: `projects/acme-prod/platforms/cloudRun/policies/p` } },
    template: {
      encryptionKey: KEY,
      encryptionKeyRevocationAction: 'SHUTDOWN',
      encryptionKeyShutdownDuration: '7200s',
    },
  },
  'gcloud run deploy --source': {
    service: {
      client: 'gcloud',
      clientVersion: '540.0.0',
      buildConfig: {
        name: 'projects/1/locations/us-central1/builds/b',
        sourceLocation: 'gs://run-sources-acme/services/web/1.zip#1',
        functionTarget: 'helloHttp',
        imageUri: 'us-central1-docker.pkg.dev/orchestra-dev/cloud-run-source-deploy/web',
        baseImage: 'us-central1-docker.pkg.dev/serverless-runtimes/google-22/runtimes/nodejs22',
        enableAutomaticUpdates: true,
        environmentVariables: { GOOGLE_NODE_RUN_SCRIPTS: 'build' },
      },
    },
    container: {
      name: 'web-1',
      baseImageUri: 'us-central1-docker.pkg.dev/serverless-runtimes/google-22/runtimes/nodejs22',
    },
  },
  Terraform: {
    service: {
      client: 'terraform',
      launchStage: 'BETA',
      labels: { 'goog-terraform-provisioned': 'true' },
      traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }],
    },
    template: {
      labels: { tier: 'web' },
      annotations: { 'example.com/build': '1' },
      healthCheckDisabled: false,
      timeout: '3600s',
      maxInstanceRequestConcurrency: 1000,
    },
    container: {
      command: ['node'],
      args: ['server.js', '--flag', 'a: b', ''],
      workingDir: '/app',
      ports: [{ name: 'h2c', containerPort: 9000 }],
      resources: { limits: { cpu: '2000m', memory: '1024Mi' }, cpuIdle: false, startupCpuBoost: false },
      env: [
        { name: 'EMPTY', value: '' },
        { name: 'LINES', value: 'a\nb: c\n' },
        { name: 'QUOTES', value: `it's "x" #1 \${A}` },
        { name: 'NUMBER', value: '0123' },
      ],
    },
  },
};

async function make({ service = {}, template = {}, container = {}, sidecars = [] }: Made): Promise<void> {
  const other = await fixture.image('two');
  const main = {
    image: await fixture.image('one'),
    ports: [{ name: 'http1', containerPort: 8080 }],
    resources: { limits: LIMITS, cpuIdle: true, startupCpuBoost: true },
    ...container,
  };
  const body = {
    ...service,
    template: {
      serviceAccount: DEFAULTS.runtimeAccount,
      ...template,
      containers: [main, ...sidecars.map((one) => ({ image: other, ...one }))],
    },
  };
  const place = `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/services?serviceId=${SERVICE}`;
  const response = await fetch(`${fixture.emulator.urls.run}/v2/${place}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  await fixture.settled();
}

test.each(Object.entries(SERVICES))('%s', async (_, made) => {
  await make(made);
  const before = fixture.serves();
  const template = structuredClone(fixture.doc().template);
  const result = await cli.here('init', SERVICE);
  expect(result.exitCode, outputOf(result)).toBe(0);
  expect(result.stdout).not.toContain('no key for');
  const manifest = join(cli.folder, 'deploy/web.yaml');
  mkdirSync(dirname(join(fixture.workspace, 'deploy/web.yaml')), { recursive: true });
  cpSync(manifest, join(fixture.workspace, 'deploy/web.yaml'));
  for (const commit of [A, B]) {
    const deployed = await fixture.deploy(commit, { manifest: 'deploy/web.yaml', image: await fixture.image('one') });
    expect(deployed.exitCode, `${logOf(deployed)}\n${readFileSync(manifest, 'utf8')}`).toBe(0);
    expect(deployed.outputs.changed, logOf(deployed)).toBe('false');
  }
  expect(fixture.serves()).toBe(before);
  expect(fixture.doc().template).toEqual(template);
});
