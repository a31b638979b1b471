/** The initial state: services with two releases each and unauthenticated invocations, and healthy and unhealthy images. */
import { createHash } from 'node:crypto';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { createInProcessEmulator, type InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import { createMemoryDriver, type ImageBehavior } from '../../../packages/emulator/src/run/index.ts';
import type { Service } from '../../../packages/emulator/src/run/types.ts';
import { addressOf, type Network } from '../engine/network.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import { HOUR } from '../engine/test-bed.ts';

/** Each the parent of the next. The first two have been released. */
export const COMMITS = ['a', 'b', 'c', 'd', 'e'].map((digit) => digit.repeat(40));

/**
 * The behavior of an image, by its name: `sick` starts, but is unhealthy; `crash` exits at once. Three pass their health checks: `worse`
 * and `poor` fail some of their users, and jobs that run `jobless` fail. Jobs of `hanging` never end, of `lingering` only the later one.
 */
export const IMAGES = ['good', 'sick', 'crash', 'worse', 'poor', 'jobless', 'hanging', 'lingering'] as const;
export type ImageKind = (typeof IMAGES)[number];

/** Jobs of a release, by when they run. */
export const JOBS = { 'before-traffic': 'web-check', 'after-traffic': 'web-warm' } as const;

const FOREVER = 1000 * HOUR;

const BEHAVIOUR: Readonly<Record<ImageKind, ImageBehavior>> = {
  good: { run: { durationMs: 3000 } },
  sick: { http: { '/health': 500, '/ready': 200 } },
  crash: { startup: 'exits' },
  worse: { http: { '/health': 200, '/ready': 200, '*': 500 }, run: { durationMs: 3000 } },
  poor: { run: { durationMs: 3000 } },
  jobless: { run: { durationMs: 3000, exitCode: 1 } },
  hanging: { run: { durationMs: FOREVER } },
  lingering: { run: ({ env }) => ({ durationMs: env.CLOUD_RUN_JOB === JOBS['after-traffic'] ? FOREVER : 3000 }) },
};

/** Percentage of users' requests that fail. */
export const failedOf = (kind: ImageKind): number => (kind === 'worse' ? 30 : kind === 'poor' ? 5 : 0);

/** Whether revisions of the image pass their health checks. */
export const isHealthy = (kind: ImageKind): boolean => kind !== 'sick' && kind !== 'crash';

/** Whether a job of the image never ends. */
export const isEndless = (kind: ImageKind): boolean => kind === 'hanging' || kind === 'lingering';

/** `HOST/PROJECT/REPOSITORY/KIND@sha256:…`; a separate image per commit. */
export const imageOf = (kind: ImageKind, commit: string): string =>
  `${addressOf('registry').replace('http://', '')}/${DEFAULTS.project}/${DEFAULTS.repository}/${kind}@${digestOf(kind, commit)}`;

export const kindOf = (image: string): ImageKind => IMAGES.find((kind) => image.includes(`/${kind}@`)) ?? 'good';

const indexOf = (kind: ImageKind, commit: string) => ({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [],
  annotations: { kind, commit },
});

function digestOf(kind: ImageKind, commit: string): string {
  return `sha256:${createHash('sha256')
    .update(JSON.stringify(indexOf(kind, commit)))
    .digest('hex')}`;
}

export interface Delays {
  readonly readyMs: number;
  readonly trafficMs: number;
  readonly operationMs: number;
}

export function createCloud(scheduler: Scheduler, delays: Delays): InProcessEmulator {
  const clock = { now: () => scheduler.now(), sleep: (ms: number) => scheduler.sleep(ms) };
  const driver = createMemoryDriver(clock, ({ image }) => BEHAVIOUR[kindOf(image)]);
  const cloud = createInProcessEmulator({ clock, driver }, addressOf);
  const { emulator } = cloud;
  emulator.seed.serviceAccount();
  emulator.seed.repository();
  // As in the setup guide.
  emulator.run.settings.projectInvokers = [`serviceAccount:${DEFAULTS.serviceAccount}`];
  Object.assign(emulator.run.settings, { readyDelayMs: 0, trafficDelayMs: 0, operationDelayMs: 0 });
  for (const [i, commit] of COMMITS.entries()) emulator.github.commit(commit, COMMITS.slice(0, i).slice(-1));
  emulator.core.report = (error) => {
    throw error;
  };
  scheduler.after(1000, () =>
    Object.assign(emulator.run.settings, {
      readyDelayMs: delays.readyMs,
      trafficDelayMs: delays.trafficMs,
      operationDelayMs: delays.operationMs,
    }),
  );
  return cloud;
}

/** Creates the services in the state after two releases. */
export async function prepare(
  { direct }: Network,
  targets: readonly Named[],
  members: readonly Named[],
  open: boolean,
): Promise<void> {
  for (const kind of IMAGES)
    for (const commit of COMMITS) {
      const image = imageOf(kind, commit);
      const path = image.replace(/^[^/]+\/(.*)@(.*)$/, '/v2/$1/manifests/$2');
      await succeed(direct('PUT', `${addressOf('registry')}${path}`, indexOf(kind, commit)));
    }
  for (const target of targets) {
    const isGlobal = target.name.includes('/locations/global/');
    const regions = isGlobal ? members.map(({ name }) => name.split('/')[3] as string) : undefined;
    await release(direct, target, regions);
  }
  const invoker = open ? 'allUsers' : `serviceAccount:${DEFAULTS.serviceAccount}`;
  const policy = { bindings: [{ role: 'roles/run.invoker', members: [invoker] }] };
  for (const { name } of members)
    await succeed(direct('POST', `${addressOf('run')}/v2/${name}:setIamPolicy`, { policy }));
}

interface Named {
  readonly name: string;
  readonly id: string;
}

async function release(
  direct: Network['direct'],
  { name, id: service }: Named,
  regions: readonly string[] | undefined,
): Promise<void> {
  const releases: object[] = [];
  for (const [i, commit] of COMMITS.slice(0, 2).entries()) {
    const revision = `${service}-${commit.slice(0, 12)}-1`;
    const image = imageOf('good', commit);
    const at = new Date(Date.UTC(2026, 0, 1 + i)).toISOString();
    releases.push({ revision, commit, image, at, runUrl: 'https://github.com', rollout: `${i}-1-0` });
    const body: Service = {
      ...(regions && { multiRegionSettings: { regions: [...regions] } }),
      labels: { 'commit-sha': commit },
      annotations: { 'actions.orchestra.dev/releases': JSON.stringify(releases) },
      template: {
        revision,
        labels: { 'commit-sha': commit },
        containers: [{ image, startupProbe: { httpGet: { path: '/ready' }, periodSeconds: 5 } }],
      },
      traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision, percent: 100 }],
    };
    const parent = name.replace(`/${service}`, '');
    const url = `${addressOf('run')}/v2/${i === 0 ? `${parent}?serviceId=${service}` : name}`;
    await succeed(direct(i === 0 ? 'POST' : 'PATCH', url, body));
    // There are no delays yet, so the write takes effect after one event.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function succeed(response: ReturnType<Network['direct']>): Promise<void> {
  const { status, json } = await response;
  if (status >= 300) throw new Error(`the fixture was refused: ${status} ${JSON.stringify(json)}`);
}
