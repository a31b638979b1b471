/** The steps of the pipeline for the sample application, each a committed bundle that is started like by the runner. */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import { runStep, type StepOptions, type StepResult } from '../../test/harness/runner.ts';
import { localDir } from '../parts/local.ts';
import { throwIfInterrupted, track } from '../parts/processes/interruption.ts';
import { createMonitor } from '../parts/processes/monitor.ts';
import { endTree } from '../parts/processes/processes.ts';
import { reach } from '../parts/registry-environment.ts';
import type { LocalCloud } from './local-cloud.ts';

export interface Pipeline {
  /** Builds an image; returns the step's result. */
  build(name: string, commit: string): Promise<StepResult>;
  migrate(image: string, commit: string): Promise<StepResult>;
  deploy(manifest: string, image: string, commit: string, inputs?: Record<string, string>): Promise<StepResult>;
  publish(commit: string): Promise<StepResult>;
  /** Any action, with the shared inputs added. */
  run(action: string, commit: string, inputs: Record<string, string>): Promise<StepResult>;
}

/** Time limit of a step in minutes, for a slow machine without caches. */
const LIMIT = 20;

export const IMAGES = ['server', 'worker', 'engine'] as const;

/**
 * Steps that work in `workspace`, a checkout of the sample. `progress` gets the important lines while they run; the whole
 * log and summary of each step stay in `.local/demo/logs`.
 */
export function createPipeline(
  cloud: LocalCloud,
  workspace: string,
  pnpm: string,
  progress: (line: string) => void,
): Pipeline {
  const { emulator } = cloud;
  const path = [dirname(pnpm), cloud.env.PATH ?? process.env.PATH].join(':');
  let runId = 100;
  const logs = join(localDir, 'demo/logs');
  const temps = join(localDir, 'demo/temp');
  for (const folder of [logs, temps]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  const run = async (action: string, commit: string, inputs: Record<string, string>): Promise<StepResult> => {
    const id = ++runId;
    const subject = (inputs.service ?? inputs.manifest ?? inputs.image ?? '').split('/').at(-1)?.split(/[@:]/)[0];
    const title = subject ? `${action} ${subject}` : action;
    const logFile = join(logs, `${id}-${action}.log`);
    // The runner gives main and post of a step the same temporary folder: post removes there what main left.
    const temp = join(temps, String(id));
    mkdirSync(temp);
    const options: StepOptions = {
      workspace,
      with: {
        'workload-identity-provider': DEFAULTS.provider,
        'service-account': DEFAULTS.serviceAccount,
        project: DEFAULTS.project,
        ...inputs,
      },
      env: {
        ...cloud.env,
        PATH: path,
        GITHUB_SHA: commit,
        GITHUB_RUN_ID: String(id),
        VITE_COMMIT: commit,
        RUNNER_TEMP: temp,
      },
    };
    try {
      const main = await runShown(action, title, options, progress, logFile);
      appendFileSync(logFile, `\n--- summary\n${main.summary}`);
      // Like the runner: post runs whatever the result of main.
      const again: StepOptions = { ...options, phase: 'post', state: main.state };
      const post = await runShown(action, title, again, progress, logFile).catch((error: Error) => {
        if (!error.message.endsWith('has no post')) throw error;
        return undefined;
      });
      if (post && post.exitCode !== 0) throw new Error(`post of ${action} failed:\n${post.log}`);
      return main;
    } finally {
      rmSync(temp, { recursive: true, force: true });
    }
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
        ...(process.env.GOPROXY && { 'build-args': `GOPROXY=${process.env.GOPROXY}` }),
        ...trustedCertificates(),
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
        'github-token': emulator.github.token,
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

/**
 * Runs a step with this `title`. `progress` gets its errors and warnings, and all output once it takes longer than 20 s; `logFile` gets
 * all output. A step that times out is ended with its child processes.
 */
async function runShown(
  action: string,
  title: string,
  options: StepOptions,
  progress: (line: string) => void,
  logFile: string,
): Promise<StepResult> {
  throwIfInterrupted();
  const monitor = createMonitor(title, (line) => progress(line.slice(0, 200)));
  let timer: NodeJS.Timeout | undefined;
  let late = false;
  try {
    const result = await runStep(action, {
      ...options,
      onStart(child) {
        track(child);
        timer = setTimeout(() => {
          late = true;
          void endTree(child.pid as number, 'SIGINT');
        }, LIMIT * 60_000);
      },
      onOutput(text) {
        appendFileSync(logFile, text);
        monitor.write(text);
        for (const line of text.split('\n')) if (worthSeeing(line)) progress(`${title}: ${line.slice(0, 150)}`);
      },
    });
    throwIfInterrupted();
    const end = result.log.trimEnd().split('\n').slice(-10).join('\n');
    if (late)
      throw new Error(`${title} was stopped: it was still running after ${LIMIT} minutes. Its log: ${logFile}\n${end}`);
    return result;
  } finally {
    clearTimeout(timer);
    monitor.end();
  }
}

/** The lines that are always shown, without the builder's output. */
function worthSeeing(line: string): boolean {
  return /^::(error|warning|notice)/.test(line);
}

/** The certificates that this machine trusts, as a build secret: RUN steps use them, and images do not contain them. */
function trustedCertificates(): Record<string, string> {
  const { SSL_CERT_FILE, CURL_CA_BUNDLE, CARGO_HTTP_CAINFO, NODE_EXTRA_CA_CERTS } = reach();
  const file = SSL_CERT_FILE ?? CURL_CA_BUNDLE ?? CARGO_HTTP_CAINFO ?? NODE_EXTRA_CA_CERTS;
  return file ? { 'secret-files': `ca-certificates=${file}` } : {};
}

/** GET over loopback: names under .localhost are loopback, even if the system's resolver does not know them. */
export function fetchText(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port, pathname, search, host } = new URL(url);
  const address = hostname.endsWith('.localhost') ? '127.0.0.1' : hostname;
  return new Promise((resolve, reject) => {
    const options = { host: address, port, path: pathname + search, headers: { host, ...headers }, timeout: 30_000 };
    const request = get(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('timeout', () => request.destroy(new Error(`${url} did not respond within 30 s`))).on('error', reject);
  });
}
