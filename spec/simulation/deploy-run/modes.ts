/** The resources, the initial state and the inputs of each mode. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { COMMITS, imageOf, isEndless, JOBS } from './cloud.ts';
import { type ActorPlan, isLong, REGIONS, type Schedule, type Shape } from './schedule.ts';

export interface Member {
  /** Full name. */
  readonly name: string;
  readonly id: string;
}

/** Names of the services, if there are several. */
const NAMES: Partial<Record<Shape, readonly string[]>> = {
  services: ['web', 'api'],
  jobs: ['web', 'api'],
  fleet: ['web', 'api', 'users', 'mail'],
};

const inTwoRegions = (shape: Shape): boolean => shape === 'regions' || shape === 'fleet' || shape === 'global';

/** The services, worker pools or jobs of a mode. */
export function membersOf(shape: Shape): Member[] {
  const collection = shape === 'worker-pool' ? 'workerPools' : shape === 'job' ? 'jobs' : 'services';
  const ids = NAMES[shape] ?? ['web'];
  const regions = inTwoRegions(shape) ? REGIONS : [DEFAULTS.region];
  return ids.flatMap((id) =>
    regions.map((region) => ({ name: `projects/${DEFAULTS.project}/locations/${region}/${collection}/${id}`, id })),
  );
}

/** The written resources: a multi-region service is one resource that serves in each of its regions. */
export const targetsOf = (shape: Shape): Member[] =>
  shape === 'global'
    ? [{ name: `projects/${DEFAULTS.project}/locations/global/services/web`, id: 'web' }]
    : membersOf(shape);

/** Whether the initial state has services with releases. */
export const isPrepared = (shape: Shape): boolean => !['first', 'worker-pool', 'job'].includes(shape);

/** The job that runs migrations. */
export const MIGRATION = 'web-migrate';

/** Percentage of a canary until its users' requests are analyzed. */
export const JUDGED_PERCENT = 20;

const CANARY = {
  short: { strategy: 'canary', steps: '10,100', 'step-interval': '20s', analysis: 'off' },
  long: { strategy: 'canary', steps: '10@1m,50@1m,100', analysis: 'off' },
  judged: { strategy: 'canary', steps: `${JUDGED_PERCENT},100`, 'step-interval': '7m', analysis: 'errors' },
  'long-judged': { strategy: 'canary', steps: `${JUDGED_PERCENT}@8m,50@8m,100`, analysis: 'errors' },
} as const;

/** A long canary has only the after-traffic job, which its last advance runs. */
const jobsOf = (image: string, shape: Shape): string =>
  JSON.stringify(
    Object.entries(JOBS)
      .filter(([when]) => shape === 'jobs' || when === 'after-traffic')
      .map(([when, name]) => ({ manifest: `${name}.yaml`, image, when })),
  );

function canaryOf({ shape, unnamedAnalysis }: Schedule): Readonly<Record<string, string>> {
  const { analysis, ...canary } =
    CANARY[shape === 'long-canary' ? 'long' : shape === 'judged' || shape === 'long-judged' ? shape : 'short'];
  return unnamedAnalysis ? canary : { ...canary, analysis };
}

const QUICK_PROBE = { 'probe-interval': '1s', 'probe-timeout': '10s' };

/** Inputs by their names in action.yml. */
export function inputsOf(schedule: Schedule, { action }: ActorPlan, token: string): Record<string, string> {
  const { shape, actors } = schedule;
  const shared = {
    project: DEFAULTS.project,
    region: shape === 'global' ? shape : inTwoRegions(shape) ? REGIONS.join('\n') : DEFAULTS.region,
    'github-token': token,
  };
  const manifest = shape === 'worker-pool' || shape === 'job';
  const several = NAMES[shape];
  const target: Record<string, string> = several
    ? { services: JSON.stringify(several.map((service) => ({ service }))) }
    : manifest
      ? { manifest: `${shape}.yaml` }
      : { service: 'web' };
  switch (action.kind) {
    case 'deploy': {
      const image = imageOf(action.image, COMMITS[action.commit] as string);
      const what = several
        ? { services: JSON.stringify(several.map((service) => ({ service, image }))) }
        : { ...target, image };
      if (manifest) return { ...shared, ...what };
      return {
        ...shared,
        ...what,
        ...QUICK_PROBE,
        'probe-path': '/health',
        'probe-passes': '2',
        ...(action.releaseHold && { 'release-hold': 'true', force: String(isFrozen(actors)) }),
        ...(shape === 'first' && { 'allow-unauthenticated': 'true' }),
        ...(shape === 'preview' && { 'no-traffic': 'true', tag: 'pr-7' }),
        ...((shape === 'first' || shape === 'private') && { 'probe-service-account': DEFAULTS.serviceAccount }),
        ...(isLong(shape) && { 'on-canary': action.releaseHold ? 'supersede' : 'wait' }),
        ...((shape === 'jobs' || isLong(shape)) && { jobs: jobsOf(image, shape) }),
        ...(isEndless(action.image) && { timeout: '2m' }),
        ...(action.steps === 'canary' && shape !== 'preview' && canaryOf(schedule)),
      };
    }
    case 'rollback':
      return {
        ...shared,
        ...target,
        ...(!manifest && QUICK_PROBE),
        'rollback-to': 'previous',
        ...(shape === 'private' && { 'probe-service-account': DEFAULTS.serviceAccount }),
      };
    case 'migrate': {
      const image = imageOf('good', COMMITS[action.commit] as string);
      const { 'github-token': _, ...rest } = shared;
      return {
        ...rest,
        region: DEFAULTS.region,
        job: MIGRATION,
        image,
        args: 'up',
        'github-token': token,
        'cancel-execution': String(action.cancels ?? false),
      };
    }
    case 'advance':
      return { ...shared, ...target, advance: 'true' };
    case 'hold':
      return { ...shared, ...target, hold: 'true', reason: 'incident' };
    default:
      return { ...shared, ...target, 'release-hold': 'true' };
  }
}

const isFrozen = (actors: readonly ActorPlan[]): boolean =>
  actors.some(({ action }) => action.kind === 'console' && action.field === 'freeze');

let folder: string | undefined;

/** A folder with the manifests that inputs name. */
export function workspace(): string {
  if (folder !== undefined) return folder;
  folder = mkdtempSync(join(tmpdir(), 'simulation-workspace-'));
  const container = '{ image: placeholder }';
  writeFileSync(
    join(folder, 'worker-pool.yaml'),
    `apiVersion: run.googleapis.com/v1
kind: WorkerPool
metadata: { name: web }
spec: { template: { spec: { containers: [${container}] } } }
`,
  );
  for (const [file, name] of [['job', 'web'], ...Object.values(JOBS).map((job) => [job, job])])
    writeFileSync(
      join(folder, `${file}.yaml`),
      `apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: ${name} }
spec: { template: { spec: { template: { spec: { timeoutSeconds: 86400, maxRetries: 0, containers: [${container}] } } } } }
`,
    );
  process.once('exit', () => rmSync(folder as string, { recursive: true, force: true }));
  return folder;
}
