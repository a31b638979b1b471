/** A local Google Cloud, a source repository, and the build-image bundle with a stand-in for `docker`. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultRule } from '../../../packages/emulator/src/core/faults.ts';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import { waitFor } from '../../../scripts/parts/local.ts';
import { alive } from '../../../scripts/parts/processes/processes.ts';
import { runStep, type StepOptions, type StepResult } from '../../harness/runner.ts';

export const COMMIT = 'a'.repeat(40);

export interface DockerPlan {
  /** The error with which every call of `docker` fails. */
  readonly stderr?: string;
  /** True for an engine without the containerd image store. */
  readonly plain?: boolean;
  /** The error of `buildx inspect` and `buildx create`. */
  readonly inspect?: string;
  readonly create?: string;
  /** One entry per attempt; the last one applies to all further attempts. */
  readonly builds?: readonly {
    readonly stderr?: string;
    /** The name of the build step that ran. */
    readonly name?: string;
    readonly sleepMs?: number;
    /** The digest in the metadata; null for none. */
    readonly digest?: string | null;
    readonly warnings?: readonly unknown[];
    /** Fields of the SBOM that is attached to each image; without it there is no SBOM. */
    readonly sbom?: Readonly<Record<string, unknown>>;
  }[];
}

export interface DockerCall {
  readonly args: readonly string[];
  readonly secrets: Readonly<Record<string, string>>;
  /** Inputs of the action that docker could see. */
  readonly inputs: readonly string[];
  readonly config: string;
  readonly pid: number;
}

export interface Fixture extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly workspace: string;
  /** `127.0.0.1:PORT/orchestra-dev/orchestra/server`. */
  readonly image: string;
  write(file: string, text: string): void;
  docker(plan: DockerPlan): void;
  calls(): DockerCall[];
  builds(): DockerCall[];
  /** Whether a build has reached its push and requested the login. */
  requested(): boolean;
  /** Waits until all builds have ended, orphans included. */
  ended(): Promise<void>;
  step(options?: Omit<StepOptions, 'with'> & { with?: Record<string, string>; commit?: string }): Promise<StepResult>;
  fault(rule: FaultRule): void;
  hits(): number;
  /** The write calls to the registry. */
  pushes(): string[];
  /** The digest of a tag in the registry. */
  digest(tag: string): Promise<string | undefined>;
  until(condition: () => boolean): Promise<void>;
}

export async function createFixture(): Promise<Fixture> {
  const emulator = await startEmulator();
  const workspace = mkdtempSync(join(tmpdir(), 'sources-'));
  const bin = mkdtempSync(join(tmpdir(), 'docker-'));
  const script = join(import.meta.dirname, 'build-image-docker.mjs');
  writeFileSync(join(bin, 'docker'), `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  chmodSync(join(bin, 'docker'), 0o755);
  const image = `${emulator.registryHost}/orchestra-dev/orchestra/server`;
  let hits = 0;
  const match = emulator.core.faults.match;
  emulator.core.faults.match = (call) => {
    const hit = match(call);
    if (hit) hits++;
    return hit;
  };
  const fixture: Fixture = {
    emulator,
    workspace,
    image,
    write: (file, text) => writeFileSync(join(workspace, file), text),
    docker: (plan) => writeFileSync(join(bin, 'plan.json'), JSON.stringify(plan)),
    calls: () => {
      const file = join(bin, 'calls.jsonl');
      if (!existsSync(file)) return [];
      return readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as DockerCall);
    },
    requested: () => existsSync(join(bin, 'requested')),
    async ended() {
      for (const { pid } of fixture.builds())
        await waitFor(`the end of docker, process ${pid},`, 20_000, async () => !(await alive(pid)));
    },
    builds: () => fixture.calls().filter(({ args }) => args[1] === 'build'),
    step: ({ with: given = {}, commit = COMMIT, env = {}, ...options } = {}) =>
      runStep('build-image', {
        workspace,
        ...options,
        env: {
          ...emulator.env,
          GITHUB_SHA: commit,
          HOME: bin,
          FAKE_DOCKER: bin,
          PATH: `${bin}:${process.env.PATH}`,
          ...env,
        },
        with: {
          image,
          region: 'us-central1',
          'workload-identity-provider':
            'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
          'service-account': 'deployer@orchestra-dev.iam.gserviceaccount.com',
          ...given,
        },
      }),
    fault: (rule) => emulator.core.faults.add(rule),
    hits: () => hits,
    pushes: () =>
      emulator.core.calls.list
        .filter(({ api, method }) => api === 'registry' && !['GET', 'HEAD'].includes(method))
        .map(({ method, path }) => `${method} ${path}`),
    digest: async (tag) => (await emulator.registry.find(`${image}:${tag}`))?.digest,
    async until(condition) {
      for (const end = Date.now() + 20_000; !condition(); ) {
        if (Date.now() > end) throw new Error('the condition did not come true');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async [Symbol.asyncDispose]() {
      await emulator.stop();
      for (const folder of [workspace, bin]) rmSync(folder, { recursive: true });
    },
  };
  fixture.write('Dockerfile', 'FROM scratch\nCOPY . /\n');
  fixture.write('main.go', 'package main');
  return fixture;
}
