/**
 * The stand-in for docker with BuildKit: reads the context when it starts, waits, logs in, and pushes the same as BuildKit, with the
 * same metadata. It is a separate process: it can be killed, and can outlive the step that started it.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DockerProgram, DockerResult } from '../../../src/container/docker-program.ts';
import { OCI_INDEX, OCI_MANIFEST } from '../../../src/container/registry.ts';
import { type Actor, addActor } from '../engine/actors.ts';
import { type Network, TOKEN_OF } from '../engine/network.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import type { ImageSettings } from './schedule.ts';

/** Label of an image: the inputs that determine its content. */
export const SOURCE_LABEL = 'simulation.source';

/** The inputs of an image of the platform. */
export const sourceOf = (content: string, buildArgs: readonly string[], platform: string): string =>
  JSON.stringify([content, buildArgs, platform]);

interface DockerOptions {
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly settings: ImageSettings;
  /** The step that runs it. */
  readonly step: Actor;
  /** Called for each program. */
  join(program: Actor): void;
}

export function createDockerStandIn(options: DockerOptions): DockerProgram {
  const known: { token?: () => Promise<string> } = {};
  let calls = 0;
  return {
    configure(temp, token) {
      known.token = token;
      const dir = mkdtempSync(join(temp, 'docker-'));
      return { dir, env: {}, close: (keep) => void (keep || rmSync(dir, { recursive: true, force: true })) };
    },
    start:
      (cwd, signal) =>
      async (args, { onStart, onOutput } = {}) => {
        signal.throwIfAborted();
        onStart?.();
        if (args[1] !== 'build') return { exitCode: 0, stdout: CAPABLE, stderr: '' };
        const ended = Promise.withResolvers<DockerResult>();
        const docker = dockerProcess(options, calls, (code) =>
          ended.resolve({ exitCode: code, stdout: '', stderr: '' }),
        );
        const abort = () => {
          docker.kill();
          ended.reject(signal.reason);
        };
        signal.addEventListener('abort', abort, { once: true });
        const say = (text: string) => onOutput?.(Buffer.from(text));
        void build(docker, { ...options, args, cwd, say, login: known.token ?? (async () => '') }).then(
          () => docker.exit(0),
          (error: Error) => {
            say(`ERROR: failed to solve: ${error.message}\n`);
            docker.exit(1);
          },
        );
        try {
          return await ended.promise;
        } finally {
          calls = docker.calls;
          signal.removeEventListener('abort', abort);
        }
      },
  };
}

/** https://github.com/moby/moby/blob/master/builder/builder-next/controller.go */
const CAPABLE =
  'Name: default\nDriver:        docker\n\nLabels:\n org.mobyproject.buildkit.worker.snapshotter: overlayfs\n';

/** The number of its calls continues from an earlier docker process of the same step. */
function dockerProcess(
  { step, scheduler, join }: DockerOptions,
  calls: number,
  onEnd: (code: number) => void,
): Actor & { exit(code: number): void } {
  let end: Actor['end'];
  const ends = (how: Exclude<Actor['end'], undefined>, code: number) => {
    if (end !== undefined) return;
    end = how;
    onEnd(code);
  };
  const docker = {
    name: `${step.name}.docker`,
    action: step.action,
    calls,
    stalledUntil: 0,
    get dead() {
      return end !== undefined;
    },
    get end() {
      return end;
    },
    printed: '',
    outputs: {},
    state: {},
    stall(ms: number) {
      docker.stalledUntil = scheduler.now() + ms;
    },
    kill: () => ends('killed', 137),
    cancel: () => ends('killed', 130),
    exit: (code: number) => ends(code === 0 ? 0 : 1, code),
  };
  addActor(docker);
  join(docker);
  return docker;
}

interface Build extends DockerOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  say(text: string): void;
  login(): Promise<string>;
}

/** Builds and pushes; throws docker's error message. */
async function build(docker: Actor, work: Build): Promise<void> {
  const { args, cwd, scheduler, settings, step, say } = work;
  const values = (flag: string) => args.flatMap((arg, i) => (arg === flag ? [args[i + 1] ?? ''] : []));
  // The end of a step also ends docker, unless the build continues in the builder.
  const checkOrphan = () => {
    if (step.dead && !settings.orphans) docker.kill();
  };
  const content = readFileSync(join(resolve(cwd, args.at(-1) ?? ''), 'app.txt'), 'utf8');
  const at = new Date(scheduler.now()).toISOString();
  say(`${JSON.stringify({ vertexes: [{ digest: 'a', name: '[1/1] COPY app.txt /', started: at, completed: at }] })}\n`);
  await new Promise<void>((done) => scheduler.after(settings.buildMs, done, docker));
  checkOrphan();
  const [, host = '', path = ''] = /^([^/]+)\/(.*):[^:]+$/.exec(values('--tag')[0] ?? '') ?? [];
  const token = `${await work.login()}${TOKEN_OF}${docker.name}`;
  const call = async (method: string, url: string | URL, body?: Buffer, type = 'application/octet-stream') => {
    checkOrphan();
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': type }) };
    const response = await work.network
      .fetch(url, { method, headers, ...(body && { body: new Uint8Array(body) }) })
      .catch((error: Error) => fail(`failed to push ${path}: ${error.message}: connection reset by peer`));
    if (response.ok || (method === 'HEAD' && response.status === 404)) return response;
    return fail(`failed to push ${path}: unexpected status: ${response.status} ${await response.text()}`);
  };
  const base = `https://${host}/v2/${path}`;
  const descriptorOf = (bytes: Buffer, mediaType: string) => ({
    mediaType,
    digest: digestOf(bytes),
    size: bytes.length,
  });
  const blob = async (text: string, mediaType: string) => {
    const bytes = Buffer.from(text);
    const descriptor = descriptorOf(bytes, mediaType);
    if ((await call('HEAD', `${base}/blobs/${descriptor.digest}`)).ok) return descriptor;
    const started = await call('POST', `${base}/blobs/uploads/`);
    const location = new URL(started.headers.get('location') ?? '', base);
    location.searchParams.set('digest', descriptor.digest);
    await call('PUT', location, bytes);
    return descriptor;
  };
  const manifest = async (document: { mediaType: string; [field: string]: unknown }, tag?: string) => {
    const bytes = Buffer.from(JSON.stringify(document));
    const descriptor = descriptorOf(bytes, document.mediaType);
    await call('PUT', `${base}/manifests/${tag ?? descriptor.digest}`, bytes, document.mediaType);
    return descriptor;
  };
  const image = async (config: object, layer: string) => ({
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: await blob(JSON.stringify(config), 'application/vnd.oci.image.config.v1+json'),
    layers: [await blob(layer, 'application/vnd.oci.image.layer.v1.tar+gzip')],
  });
  const labels = Object.fromEntries(values('--label').map((pair) => split(pair)));
  const platforms = (values('--platform')[0] ?? '').split(',');
  const isAttested = values('--provenance')[0] !== 'false';
  const tags = values('--tag').map((tag) => tag.slice(tag.lastIndexOf(':') + 1));
  const manifests: object[] = [];
  let only: Awaited<ReturnType<typeof image>> | undefined;
  for (const platform of platforms) {
    const [os = '', architecture = ''] = platform.split('/');
    const source = sourceOf(content, values('--build-arg'), platform);
    const config = {
      os,
      architecture,
      config: { Labels: { ...labels, [SOURCE_LABEL]: source } },
      history: [{ created_by: 'COPY app.txt /' }],
    };
    const single = await image(config, `layer of ${source}`);
    if (platforms.length === 1 && !isAttested) {
      only = single;
      continue;
    }
    const child = await manifest(single);
    manifests.push({ ...child, platform: { os, architecture } });
    if (!isAttested) continue;
    const attestation = await manifest(await image({}, 'provenance'));
    const annotations = {
      'vnd.docker.reference.type': 'attestation-manifest',
      'vnd.docker.reference.digest': child.digest,
    };
    manifests.push({ ...attestation, annotations, platform: { os: 'unknown', architecture: 'unknown' } });
  }
  const annotations = Object.fromEntries(
    values('--output')
      .flatMap((output) => output.split(','))
      .filter((field) => field.startsWith('annotation-index.'))
      .map((field) => split(field.replace('annotation-index.', ''))),
  );
  const top = only ?? { schemaVersion: 2, mediaType: OCI_INDEX, manifests, annotations };
  let digest = '';
  for (const tag of tags) ({ digest } = await manifest(top, tag));
  if (!docker.dead && !step.dead)
    writeFileSync(values('--metadata-file')[0] ?? '', JSON.stringify({ 'containerimage.digest': digest }));
}

const split = (pair: string): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function fail(message: string): never {
  throw new Error(message);
}
