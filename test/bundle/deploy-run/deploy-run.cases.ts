/** The parts of a fault case: a service with releases, a fault, a run with its `post`, and the live revisions afterwards. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ImageBehavior } from '../../../packages/emulator/src/run/drivers/image-behavior.ts';
import type { StepResult } from '../../harness/runner.ts';
import { COMMITS, type Fixture, logOf } from './deploy-run.fixture.ts';

export const [A, B, C, D] = COMMITS;

/** The fixture of one case: a separate service and image. */
export interface Scenario {
  readonly fixture: Fixture;
  readonly service: string;
  /** The image that the case deploys. */
  readonly image: string;
  /** Sets the behavior of the case's image. */
  setBehavior(behavior: ImageBehavior): void;
  /** Fault on the n-th real write (not `validateOnly`) to the service. */
  writeFault(nth: number, fault: object): void;
  /** Calls `act` once, right before the server handles the n-th matching call. */
  before(match: RegExp, act: () => Promise<unknown> | unknown, nth?: number | 'each'): void;
  /** Changes the service as another user: read, change, write. */
  change(change: (doc: Record<string, unknown>) => Record<string, unknown>): Promise<void>;
  revision(commit: string, n?: number): string;
  /** Runs main and post like the runner. */
  run(commit: string, inputs?: Record<string, string>): Promise<StepResult>;
  /** The text of the manifest, for `run`. */
  manifest: string;
}

export interface Case {
  readonly name: string;
  /** Earlier releases, as commits; default one. */
  readonly history?: readonly string[];
  readonly arrange?: (scenario: Scenario) => Promise<unknown> | unknown;
  readonly inputs?:
    | Record<string, string>
    | ((scenario: Scenario) => Promise<Record<string, string>> | Record<string, string>);
  /** The commit of the run; default B. */
  readonly commit?: string;
  /** Exit code. */
  readonly ends: 'success' | 'failure';
  /** The live revisions afterwards: a commit, shares such as `a=70 b=30`, or `nothing`. */
  readonly serves: string;
  /** Expected in the error annotations. */
  readonly says?: RegExp;
  /** Expected in the log or the summary. */
  readonly shows?: RegExp;
  readonly check?: (scenario: Scenario, result: StepResult) => Promise<unknown> | unknown;
  /** True if a rollout record may stay, as after a failed first deploy. */
  readonly unfinished?: boolean;
}

let count = 0;

export async function play(fixture: Fixture, test: Case): Promise<void> {
  const { history = [A], commit = B } = test;
  const service = `s${++count}`;
  await fixture.release(service, history);
  const image = await fixture.image(`image of ${service}`);
  const unhooks: (() => void)[] = [];
  const url = `${fixture.emulator.urls.run}/v2/projects/orchestra-dev/locations/us-central1/services/${service}`;
  const headers = { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' };
  const scenario: Scenario = {
    fixture,
    service,
    image,
    manifest: fixture.file(`${service}.yaml`, fixture.manifest({ name: service })),
    setBehavior: (behavior) => fixture.emulator.fakeDriver.setBehavior(image, behavior),
    writeFault: (nth, fault) =>
      fixture.emulator.core.faults.add({
        api: 'run',
        method: 'PATCH',
        path: `services/${service}\\?(?!.*validateOnly)`,
        nth,
        ...fault,
      }),
    before(match, act, nth = 1) {
      let seen = 0;
      unhooks.push(
        fixture.emulator.core.calls.onCall(async ({ api, method, path, query }) => {
          if (!match.test(`${api} ${method} ${path}${query}`)) return;
          if (++seen === nth || nth === 'each') await act();
        }),
      );
    },
    async change(change) {
      for (let tries = 0; ; tries++) {
        const doc = (await (await fetch(url, { headers })).json()) as Record<string, unknown>;
        const response = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(change(doc)) });
        const text = await response.text();
        if (response.ok) break;
        if (response.status !== 409 || tries > 50) throw new Error(`${response.status} ${text}`);
        await sleep(5);
      }
      await fixture.settled(service);
    },
    revision: (of, n = 1) => `${service}-${of.slice(0, 12)}-${n}`,
    run: async (of, inputs) => {
      const given = inputs ?? { manifest: scenario.manifest, image };
      const main = await fixture.deploy(of, given);
      const post = await fixture.post(of, given, main.state);
      expect(post.exitCode, `post\n${logOf(main)}\n${logOf(post)}`).toBe(0);
      return main;
    },
  };
  try {
    await test.arrange?.(scenario);
    const extra = typeof test.inputs === 'function' ? await test.inputs(scenario) : test.inputs;
    const given = extra?.service || extra?.manifest ? extra : { manifest: scenario.manifest, image, ...extra };
    const result = await scenario.run(commit, given);
    const all = logOf(result);
    expect(result.exitCode, all).toBe(test.ends === 'success' ? 0 : 1);
    expect(result.log, all).not.toContain('This is a bug');
    expect(short(fixture.serves(service)), all).toBe(short(test.serves));
    if (test.says) expect(result.errors.map(({ message }) => message).join('\n'), all).toMatch(test.says);
    if (test.shows) expect(`${result.log}\n${result.summary}`, all).toMatch(test.shows);
    if (!test.unfinished && fixture.serves(service) !== 'nothing')
      expect(fixture.doc(service).annotations ?? {}, all).not.toHaveProperty(['actions.orchestra.dev/rollout']);
    await test.check?.(scenario, result);
  } finally {
    for (const unhook of unhooks) unhook();
    reset(fixture);
  }
}

/** `s1-aaaaaaaaaaaa-1=100` → `a`; shares below 100 keep theirs. */
function short(serves: string): string {
  if (serves === 'nothing' || /^[0-9a-f](=|$)/.test(serves) || /^[0-9a-f]{40}$/.test(serves)) {
    return /^[0-9a-f]{40}$/.test(serves) ? (serves[0] as string) : serves;
  }
  return serves
    .split(' ')
    .map((share) => share.replace(/^s\d+-([0-9a-f])\1+-\d+=/, '$1=').replace('=100', ''))
    .join(' ');
}

const DEFAULTS = {
  operationDelayMs: 0,
  readyDelayMs: 0,
  trafficDelayMs: 0,
  domainRestrictedSharing: false,
  reportedDigest: 'child' as const,
};

function reset({ emulator }: Fixture): void {
  emulator.core.faults.clear();
  for (const permission of DENIABLE) emulator.core.access.allow(permission);
  Object.assign(emulator.run.settings, DEFAULTS);
}

const DENIABLE = [
  'run.services.update',
  'run.services.setIamPolicy',
  'run.services.getIamPolicy',
  'logging.logEntries.list',
  'artifactregistry.repositories.downloadArtifacts',
  'secretmanager.versions.access',
  'secretmanager.versions.get',
  'iam.serviceAccounts.getOpenIdToken',
];

export const CANARY = { strategy: 'canary', steps: '10,50,100', 'step-interval': '5ms' };

/** The inputs of a rollback to a release. */
export const back =
  (to: string, more: Record<string, string> = {}) =>
  ({ service }: Scenario) => ({
    service,
    'rollback-to': to,
    ...more,
  });

/** Calls `act` right before the third write of the case's run, after that run has read the service. */
export const during = (scenario: Scenario, act: () => Promise<unknown>) =>
  scenario.before(new RegExp(`run PATCH .*/${scenario.service}\\?(?!.*validateOnly)`), act, 3);

/** The value of one of the annotations that deploy-run writes. */
export const annotationOf = (fixture: Fixture, service: string, name: string) =>
  JSON.parse(fixture.doc(service).annotations?.[`actions.orchestra.dev/${name}`] ?? 'null');

/** The emulator's own state of a service. */
export const ownerOf = (fixture: Fixture, service: string, region = 'us-central1') => {
  const owner = fixture.emulator.run.services.get(`projects/orchestra-dev/locations/${region}/services/${service}`);
  if (!owner) throw new Error(`no ${service}`);
  return owner;
};

/** A share of traffic, as the API writes it. */
export function share(revision: string, percent: number) {
  return { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision, percent };
}

export function tagsOf(fixture: Fixture, service: string): (string | undefined)[] {
  return (fixture.doc(service).traffic ?? []).flatMap(({ tag }) => (tag === undefined ? [] : [tag]));
}

/** Sets the hold of a rollback by another run. */
export async function hold({ change }: Scenario): Promise<void> {
  const value = JSON.stringify({
    at: '2026-01-01',
    by: 'ann',
    reason: 'freeze',
    runUrl: 'https://example.com/7',
    revision: 'x',
    commit: A,
  });
  await change((doc) => ({
    ...doc,
    annotations: { ...(doc.annotations as object), 'actions.orchestra.dev/hold': value },
  }));
}
