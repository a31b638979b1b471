/** The steps of the pipeline on the sample application, each a committed bundle started as the runner starts it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { DEFAULTS } from '../../emulator/seed.ts';
import { runStep, type StepResult } from '../../test/harness/runner.ts';
import { localDir } from '../parts/local.ts';
import type { World } from './world.ts';

export interface Pipeline {
  /** Builds an image; gives the step's result. */
  build(name: string, commit: string): Promise<StepResult>;
  migrate(image: string, commit: string): Promise<StepResult>;
  deploy(manifest: string, image: string, commit: string, inputs?: Record<string, string>): Promise<StepResult>;
  publish(commit: string): Promise<StepResult>;
  /** Any action, with the shared inputs added. */
  run(action: string, commit: string, inputs: Record<string, string>): Promise<StepResult>;
}

export const IMAGES = ['server', 'worker', 'engine'] as const;

/**
 * Steps that work in `workspace`, a checkout of the sample. `progress` gets the lines worth seeing while they run; the whole
 * log and summary of each step stay in `.local/demo/logs`.
 */
export function createPipeline(
  world: World,
  workspace: string,
  pnpm: string,
  progress: (line: string) => void,
): Pipeline {
  const { emulator } = world;
  const path = [dirname(pnpm), world.env.PATH ?? process.env.PATH].join(':');
  let runId = 100;
  const logs = join(localDir, 'demo/logs');
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });

  const run = async (action: string, commit: string, inputs: Record<string, string>): Promise<StepResult> => {
    const id = ++runId;
    const options = {
      workspace,
      with: {
        'workload-identity-provider': DEFAULTS.provider,
        'service-account': DEFAULTS.serviceAccount,
        project: DEFAULTS.project,
        ...inputs,
      },
      env: { ...world.env, PATH: path, GITHUB_SHA: commit, GITHUB_RUN_ID: String(id), VITE_COMMIT: commit },
      onOutput: (text: string) => {
        for (const line of text.split('\n')) if (worthSeeing(line)) progress(`${action}: ${line.slice(0, 150)}`);
      },
    };
    const main = await runStep(action, options);
    writeFileSync(join(logs, `${id}-${action}.log`), `${main.log}\n--- summary\n${main.summary}`);
    // As the runner does: post runs whatever became of main.
    const post = await runStep(action, { ...options, phase: 'post', state: main.state }).catch((error: Error) => {
      if (!error.message.endsWith('has no post')) throw error;
      return undefined;
    });
    if (post && post.exitCode !== 0) throw new Error(`post of ${action} failed:\n${post.log}`);
    return main;
  };

  return {
    run,
    build: (name, commit) =>
      run('build-image', commit, {
        image: `${emulator.registryHost}/${DEFAULTS.project}/${DEFAULTS.repository}/${name}`,
        region: DEFAULTS.region,
        file: `deploy/docker/Dockerfile.${name}`,
        'extra-args': '--network=host',
        sbom: 'false',
      }),
    migrate: (image, commit) =>
      run('migrate', commit, {
        image,
        region: DEFAULTS.region,
        manifest: 'deploy/cloud-run/migrate.yaml',
        'status-args': 'migrate\nstatus',
      }),
    deploy: (manifest, image, commit, inputs = {}) =>
      run('deploy-run', commit, {
        'github-token': emulator.github.token,
        region: DEFAULTS.region,
        'probe-interval': '300ms',
        manifest: join('deploy/cloud-run', manifest),
        image,
        ...inputs,
      }),
    publish: (commit) =>
      run('publish-frontend', commit, {
        bucket: DEFAULTS.bucket,
        prefix: 'dashboard',
        path: 'resources/dashboard/dist',
        'working-directory': 'resources',
        'build-command': 'pnpm install --frozen-lockfile --prefer-offline && pnpm build',
        'url-map': DEFAULTS.urlMap,
        host: DEFAULTS.siteHost,
      }),
  };
}

/** What a step prints is told in short: phases and errors, not the builder's every line. */
function worthSeeing(line: string): boolean {
  return /^::(error|warning|notice)/.test(line);
}

/** GET over loopback: names under .localhost are loopback, whatever the system's resolver knows. */
export function fetchText(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port, pathname, search, host } = new URL(url);
  const address = hostname.endsWith('.localhost') ? '127.0.0.1' : hostname;
  return new Promise((resolve, reject) => {
    get({ host: address, port, path: pathname + search, headers: { host, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    }).on('error', reject);
  });
}
