/** The fixture of deploy-run: the emulator with a fake driver, images, secrets and a manifest. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import type { Service } from '../../../packages/emulator/src/run/types.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../packages/emulator/src/start.ts';
import { runStep, type StepOptions, type StepResult } from '../../harness/runner.ts';

export const COMMITS = ['a', 'b', 'c', 'd', 'e'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
  string,
];
export const SERVICE = 'web';

export interface Fixture {
  readonly emulator: Emulator;
  readonly workspace: string;
  /** Image by digest, made once per content. */
  image(content: string): Promise<string>;
  /** A manifest like the sample's, with the given parts. */
  manifest(parts?: { name?: string; extra?: string; annotations?: string; probe?: string; env?: string }): string;
  file(name: string, text: string): string;
  /** Runs main for a commit, with the shared inputs. */
  deploy(commit: string, inputs: Record<string, string>, options?: Partial<StepOptions>): Promise<StepResult>;
  post(commit: string, inputs: Record<string, string>, state: StepResult['state']): Promise<StepResult>;
  doc(service?: string, region?: string): Service;
  /** `revision=percent` of the live revisions, sorted. */
  serves(service?: string, region?: string): string;
  /** Creates a service with a release per commit and unauthenticated invocations, without starting a process. */
  release(service: string, commits: readonly string[], region?: string): Promise<void>;
  isPublic(service?: string): boolean;
  /** Waits until the service has been reconciled. */
  settled(service?: string, region?: string): Promise<void>;
  /** The health check requests to images made by `image`, in order. */
  readonly probes: { readonly service: string; readonly revision: string; readonly token: boolean }[];
  /** GET on the service's URL or a tag's. */
  fetch(url: string, headers?: Record<string, string>): Promise<{ status: number; body: string }>;
  stop(): Promise<void>;
}

/** `clock` is that of the servers. */
export async function createFixture(clock?: EmulatorOptions['clock']): Promise<Fixture> {
  const emulator = await startEmulator(clock ? { clock } : {});
  emulator.run.settings.secondMs = 10;
  emulator.seed.secret('database-url', 'postgres://db');
  emulator.seed.secret('redis-url', 'redis://cache');
  emulator.seed.secret('jwt-secret', 'hush');
  COMMITS.forEach((commit, i) => {
    emulator.github.commit(commit, COMMITS.slice(0, i).slice(-1));
  });
  const workspace = mkdtempSync(join(tmpdir(), 'deploy-run-'));
  const images = new Map<string, Promise<string>>();
  const nameOf = (service: string, region: string) =>
    `projects/${DEFAULTS.project}/locations/${region}/services/${service}`;
  const inputsOf = (inputs: Record<string, string>) => ({
    'workload-identity-provider': DEFAULTS.provider,
    'service-account': DEFAULTS.serviceAccount,
    project: DEFAULTS.project,
    region: DEFAULTS.region,
    'probe-interval': '10ms',
    'probe-passes': '2',
    'probe-timeout': '5s',
    'github-token': emulator.github.token,
    ...inputs,
  });
  const probes: Fixture['probes'][number][] = [];
  const make = async (content: string) => {
    const image = await emulator.seed.image({ name: 'server', content, tags: [], index: true });
    emulator.fakeDriver.setBehavior(image, {
      http: ({ path, headers, env }) => {
        const { K_SERVICE: service = '', K_REVISION: revision = '', APP_VERSION: version } = env;
        const token = headers['x-serverless-authorization'] !== undefined;
        if (path === '/health' && headers['user-agent'] === 'orchestra-actions')
          probes.push({ service, revision, token });
        return { body: { service, revision, version } };
      },
    });
    return image;
  };
  const call = async (method: string, path: string, body?: object): Promise<void> => {
    const response = await fetch(`${emulator.urls.run}/v2/${path}`, {
      method,
      headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  };
  const fixture: Fixture = {
    emulator,
    workspace,
    probes,
    image(content) {
      const made = images.get(content) ?? make(content);
      images.set(content, made);
      return made;
    },
    async release(service, commits, region = DEFAULTS.region) {
      const name = nameOf(service, region);
      const releases: object[] = [];
      for (const [i, commit] of commits.entries()) {
        const revision = `${service}-${commit.slice(0, 12)}-1`;
        const image = await fixture.image(i === 0 ? 'one' : 'two');
        releases.push({
          revision,
          commit,
          image,
          at: new Date(0).toISOString(),
          runUrl: 'https://example.com',
          rollout: commit,
        });
        const body = {
          labels: { 'commit-sha': commit },
          annotations: { 'actions.orchestra.dev/releases': JSON.stringify(releases) },
          template: {
            revision,
            labels: { 'commit-sha': commit },
            containers: [
              {
                image,
                env: [{ name: 'APP_VERSION', value: commit }],
                startupProbe: { httpGet: { path: '/health' }, periodSeconds: 5 },
              },
            ],
          },
          traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision, percent: 100 }],
        };
        const parent = name.replace(`/${service}`, '');
        await (i === 0 ? call('POST', `${parent}?serviceId=${service}`, body) : call('PATCH', name, body));
        await fixture.settled(service, region);
      }
      const policy = { bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }] };
      if (commits.length > 0) await call('POST', `${name}:setIamPolicy`, { policy });
    },
    isPublic(service = SERVICE) {
      const bindings = emulator.run.services.get(nameOf(service, DEFAULTS.region))?.policy.bindings ?? [];
      return bindings.some(({ members = [] }) => members.includes('allUsers'));
    },
    async settled(service = SERVICE, region = DEFAULTS.region) {
      const owner = emulator.run.services.get(nameOf(service, region));
      for (const end = Date.now() + 20_000; owner?.doc.reconciling && Date.now() < end; )
        await new Promise((resolve) => setTimeout(resolve, 2));
    },
    file(name, text) {
      writeFileSync(join(workspace, name), text);
      return name;
    },
    manifest: ({ name = SERVICE, extra = '', annotations = '', probe, env = '' } = {}) => `
apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: ${name}
  annotations:
    example.com/team: shop${annotations}
spec:
  template:
    metadata:
      annotations:
        autoscaling.knative.dev/minScale: "1"
    spec:
      containerConcurrency: 250
      timeoutSeconds: 300
      containers:
        - image: \${REGION}-docker.pkg.dev/\${PROJECT}/orchestra/server:latest
          ports:
            - containerPort: 3000
          env:
            - name: DATABASE_URL
              valueFrom:
                secretKeyRef:
                  name: database-url
                  key: latest${env}
          startupProbe:
${probe ?? '            httpGet:\n              path: /health\n              port: 3000\n            periodSeconds: 5'}
${extra}`,
    deploy: (commit, inputs, options = {}) =>
      runStep('deploy-run', {
        workspace,
        ...options,
        with: inputsOf(inputs),
        env: { ...emulator.env, GITHUB_SHA: commit, ...options.env },
      }),
    post: (commit, inputs, state) =>
      runStep('deploy-run', {
        workspace,
        phase: 'post',
        state,
        with: inputsOf(inputs),
        env: { ...emulator.env, GITHUB_SHA: commit },
      }),
    doc(service = SERVICE, region = DEFAULTS.region) {
      const found = emulator.run.services.get(nameOf(service, region));
      if (!found) throw new Error(`no service ${service}`);
      return found.doc;
    },
    serves(service = SERVICE, region = DEFAULTS.region) {
      if (!emulator.run.services.has(nameOf(service, region))) return 'nothing';
      const shares = new Map<string, number>();
      for (const { revision = '', percent = 0 } of fixture.doc(service, region).trafficStatuses ?? [])
        if (percent > 0) shares.set(revision, (shares.get(revision) ?? 0) + percent);
      return (
        [...shares]
          .map(([revision, percent]) => `${revision}=${percent}`)
          .sort()
          .join(' ') || 'nothing'
      );
    },
    fetch: (url, headers = {}) => {
      const { port, pathname, search, host } = new URL(url);
      return new Promise((resolve, reject) => {
        get({ host: '127.0.0.1', port, path: pathname + search, headers: { host, ...headers } }, (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            body += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        }).on('error', reject);
      });
    },
    async stop() {
      await emulator.stop();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
  return fixture;
}

/** Exit code, log and summary of a step, for the message of a failed expectation. */
export const logOf = ({ exitCode, log, summary }: StepResult): string =>
  `exit ${exitCode}\n${log.replace(/^::(add-mask|debug)::.*\n/gm, '')}\n${summary}`;
