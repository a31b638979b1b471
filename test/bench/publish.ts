/**
 * `publish-frontend` compared with `gcloud storage rsync`, the official Node client and a bare HTTP client, on one emulated storage
 * in a separate process, without and with latency; and its peak memory.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import { runStep } from '../harness/runner.ts';
import { median, ms, type Row, time } from './measure.ts';
import { makeSite } from './synthetic-site.ts';

/** Concurrent requests: the step's default, also used for the other clients. */
const CONCURRENCY = 384;

export interface PublishBench {
  readonly files: readonly number[];
  /** Additional latency of each call to storage, in milliseconds. */
  readonly latencies: readonly number[];
  /** Also measures memory with one file of 2 GB and with 100,000 files. */
  readonly memory: boolean;
}

export async function benchPublish({ files, latencies, memory }: PublishBench): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-publish-'));
  const rows: Row[] = [];
  try {
    for (const latency of latencies) {
      const cloud = await startCloud(latency);
      try {
        for (const count of files) rows.push(...(await compareAll(cloud, folder, count, latency)));
        if (memory && latency === 0) rows.push(...(await benchMemory(cloud, folder)));
      } finally {
        cloud.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

interface Cloud {
  readonly env: Readonly<Record<string, string>>;
  readonly token: string;
  /** A new empty bucket. */
  bucket(): Promise<string>;
  stop(): void;
}

async function startCloud(latency: number): Promise<Cloud> {
  const server = fork(join(import.meta.dirname, 'site-server.ts'), [String(latency)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    server.stdout?.once('data', (chunk) => resolve(String(chunk)));
    server.once('exit', () => reject(new Error('the emulated cloud did not start')));
  });
  let made = 0;
  return {
    ...(JSON.parse(line) as { env: Record<string, string>; token: string }),
    bucket: () =>
      new Promise((resolve) => {
        server.once('message', (name: string) => resolve(name));
        server.send(`bench-${++made}`);
      }),
    stop: () => server.kill('SIGTERM'),
  };
}

async function compareAll(cloud: Cloud, root: string, count: number, latency: number): Promise<Row[]> {
  const workspace = join(root, `site-${count}`);
  const site = join(workspace, 'dist');
  makeSite(site, count);
  const where = `${count.toLocaleString('en')} files${latency > 0 ? `, ${latency} ms latency` : ''}`;
  // The first round is a warm-up of the server; gcloud runs after it.
  const rounds = count > 5000 ? 2 : 5;
  const ours = { first: [] as number[], unchanged: [] as number[], peak: 0 };
  const others: Record<'bare' | 'client', number[]> = { bare: [], client: [] };
  for (let round = 0; round <= rounds; round++) {
    const bucket = await cloud.bucket();
    const publish = () => publishTo(cloud, workspace, bucket);
    const first = await publish();
    const again = await publish();
    const theirs = { bare: await runClient(cloud, 'bare', site), client: await runClient(cloud, 'client', site) };
    if (round === 0) continue;
    ours.first.push(first.time);
    ours.unchanged.push(again.time);
    ours.peak = Math.max(ours.peak, first.peak);
    others.bare.push(theirs.bare);
    others.client.push(theirs.client);
  }
  const gcloud = await benchGcloud(cloud, root, site, count > 5000 ? 1 : 3);
  const first = median(ours.first);
  const unchanged = median(ours.unchanged);
  const faster = (other: number, mine: number) => `${(other / mine).toFixed(1)} times faster`;
  return [
    row(`publish ${where}`, first, 'gcloud rsync', gcloud.first, faster(gcloud.first, first), 'at least 8 times'),
    row(
      `publish ${where}`,
      first,
      'official client',
      median(others.client),
      faster(median(others.client), first),
      'at least 2.5 times',
    ),
    row(
      `publish ${where}`,
      first,
      'bare client',
      median(others.bare),
      `${(first / median(others.bare)).toFixed(2)} of it`,
      'at most 1.5',
    ),
    row(
      `unchanged ${where}`,
      unchanged,
      'gcloud rsync',
      gcloud.unchanged,
      faster(gcloud.unchanged, unchanged),
      count === 2000 && latency === 0 ? 'at least 4 times, under 500 ms' : 'at least 4 times',
    ),
    memoryRow(`memory for ${where}`, ours.peak),
  ];
}

/** Files whose size or number must not affect the memory. */
async function benchMemory(cloud: Cloud, root: string): Promise<Row[]> {
  const large = join(root, 'large');
  mkdirSync(join(large, 'dist'), { recursive: true });
  writeFileSync(join(large, 'dist/index.html'), 'x');
  writeFileSync(join(large, 'dist/film.mp4'), 'x');
  truncateSync(join(large, 'dist/film.mp4'), 2 * 1024 ** 3);
  const one = await publishTo(cloud, large, await cloud.bucket());
  rmSync(large, { recursive: true });
  const many = join(root, 'many');
  makeSite(join(many, 'dist'), 100_000);
  const all = await publishTo(cloud, many, await cloud.bucket());
  return [
    memoryRow('memory for one file of 2 GB', one.peak),
    memoryRow('memory for 100,000 files', all.peak),
    memoryRow('more of it in the second half of the time', all.growth, 'below 10 MB'),
  ];
}

interface Published {
  /** Milliseconds. */
  readonly time: number;
  /** Peak memory in megabytes. */
  readonly peak: number;
  /** By how much memory grew after the middle of the run, in megabytes. */
  readonly growth: number;
}

async function publishTo(cloud: Cloud, workspace: string, bucket: string): Promise<Published> {
  let peak = 0;
  const taken: number[] = [];
  const watch = (child: ChildProcess) => {
    const timer = setInterval(() => {
      const { now, most } = memoryOf(child.pid);
      peak = Math.max(peak, most);
      if (now > 0) taken.push(now);
    }, 50);
    child.on('close', () => clearInterval(timer));
  };
  const result = await runStep('publish-frontend', {
    workspace,
    onStart: watch,
    with: {
      'workload-identity-provider': DEFAULTS.provider,
      'service-account': DEFAULTS.serviceAccount,
      project: DEFAULTS.project,
      path: 'dist',
      bucket,
    },
    env: { ...cloud.env, GITHUB_SHA: 'b'.repeat(40) },
  });
  if (result.exitCode !== 0) throw new Error(result.log);
  const late = taken.slice(Math.floor(taken.length / 2));
  return { time: result.duration, peak, growth: Math.max(...late) - (late[0] ?? 0) };
}

/** Resident memory in megabytes. */
function memoryOf(pid: number | undefined): { now: number; most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: read('VmRSS'), most: read('VmHWM') };
  } catch {
    return { now: 0, most: 0 };
  }
}

async function runClient(cloud: Cloud, name: 'bare' | 'client', site: string): Promise<number> {
  const script = join(import.meta.dirname, name === 'bare' ? 'bare-client.ts' : 'storage-client.ts');
  const endpoint = cloud.env.CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE?.replace(/\/$/, '') ?? '';
  const args = [script, endpoint, cloud.token, await cloud.bucket(), site, String(CONCURRENCY)];
  return time(() => run(process.execPath, args, process.env));
}

async function benchGcloud(
  cloud: Cloud,
  root: string,
  site: string,
  rounds: number,
): Promise<{ first: number; unchanged: number }> {
  writeFileSync(join(root, 'token'), cloud.token);
  const env = {
    ...cloud.env,
    PATH: process.env.PATH,
    HOME: root,
    CLOUDSDK_CONFIG: join(root, 'gcloud'),
    CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: join(root, 'token'),
    CLOUDSDK_CORE_PROJECT: DEFAULTS.project,
    CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
    CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: '1',
    CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: '1',
  };
  const times = { first: [] as number[], unchanged: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const bucket = await cloud.bucket();
    const rsync = () => time(() => run('gcloud', ['storage', 'rsync', '-r', site, `gs://${bucket}`], env));
    times.first.push(await rsync());
    times.unchanged.push(await rsync());
  }
  return { first: median(times.first), unchanged: median(times.unchanged) };
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.on('data', (chunk) => {
      output = (output + chunk).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}: ${output}`)),
    );
  });
}

function row(what: string, ours: number, against: string, theirs: number, ratio: string, aim: string): Row {
  return { what, ours: ms(ours), against: `${against} ${ms(theirs)}`, ratio, aim };
}

function memoryRow(what: string, peak: number, aim = 'below 200 MB'): Row {
  return { what, ours: `${peak.toFixed(0)} MB`, against: '', ratio: '', aim };
}
