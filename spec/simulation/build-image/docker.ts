/**
 * The stand-in for docker with BuildKit: reads the context when it starts, waits, logs in, and pushes the same as BuildKit, with the
 * same metadata. It is a separate process: it can be killed, and can outlive the step that started it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DockerProgram, DockerResult } from '../../../src/container/docker-program.ts';
import { OCI_INDEX } from '../../../src/container/registry.ts';
import { type Actor, addActor } from '../engine/actors.ts';
import type { Network } from '../engine/network.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import { type BuilderMount, buildMounts, isMountBuild } from './docker-mounts.ts';
import { createRegistryClient, type RegistryClient } from './docker-registry.ts';
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
  /** Called when the cache mounts of an image were restored. */
  onRestored(digest: string): void;
}

export function createDockerStandIn(options: DockerOptions): DockerProgram {
  const known: { token?: () => Promise<string> } = {};
  const mount: BuilderMount = { content: undefined };
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
          ended.reject(signal.reason);
          docker.kill();
        };
        signal.addEventListener('abort', abort, { once: true });
        const say = (text: string) => onOutput?.(Buffer.from(text));
        void build(docker, { ...options, args, cwd, mount, say, login: known.token ?? (async () => '') }).then(
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
  readonly mount: BuilderMount;
  readonly args: readonly string[];
  readonly cwd: string;
  say(text: string): void;
  login(): Promise<string>;
}

/** Builds and pushes; throws docker's error message. */
async function build(docker: Actor, work: Build): Promise<void> {
  const { args, cwd, mount, scheduler, settings, step, say } = work;
  const values = (flag: string) => args.flatMap((arg, i) => (arg === flag ? [args[i + 1] ?? ''] : []));
  // The end of a step also ends docker, unless the build continues in the builder.
  const checkOrphan = () => {
    if (step.dead && !settings.orphans) docker.kill();
  };
  const dockerfile = readFileSync(resolve(cwd, values('--file')[0] ?? ''), 'utf8');
  const writeMetadata = (digest: string) => {
    if (!docker.dead && !step.dead)
      writeFileSync(values('--metadata-file')[0] ?? '', JSON.stringify({ 'containerimage.digest': digest }));
  };
  const labels = Object.fromEntries(values('--label').map((pair) => split(pair)));
  const registry = createRegistryClient(docker, work.network, work.login, checkOrphan);
  if (isMountBuild(dockerfile)) {
    const output = values('--output')[0] ?? '';
    const pushed = await buildMounts({ dockerfile, output, labels }, mount, registry, work.onRestored);
    return writeMetadata(pushed ?? '');
  }
  const content = readFileSync(join(resolve(cwd, args.at(-1) ?? ''), 'app.txt'), 'utf8');
  const at = new Date(scheduler.now()).toISOString();
  const name = dockerfile.split('\n').at(-2) ?? '';
  say(`${JSON.stringify({ vertexes: [{ digest: 'a', name: `[1/1] ${name}`, started: at, completed: at }] })}\n`);
  await new Promise<void>((done) => scheduler.after(settings.buildMs, done, docker));
  checkOrphan();
  const { image, manifest } = registry;
  const platforms = (values('--platform')[0] ?? '').split(',');
  const isAttested = values('--provenance')[0] !== 'false';
  const tags = values('--tag').map((tag) => tag.slice(tag.lastIndexOf(':') + 1));
  const manifests: object[] = [];
  let only: Awaited<ReturnType<RegistryClient['image']>> | undefined;
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
  if (name.includes('--mount=type=cache')) mount.content = `compiled from ${content}`;
  let digest = '';
  for (const tag of tags) ({ digest } = await manifest(top, tag));
  writeMetadata(digest);
}

const split = (pair: string): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
