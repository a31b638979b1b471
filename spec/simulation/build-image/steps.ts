/** The steps of an actor that builds: one, or one for each platform and the merge, each with its docker and its `post`. */
import { existsSync, readdirSync } from 'node:fs';
import { BUILD_STATE, cleanUpBuild } from '../../../actions/build-image/clean-up.ts';
import { type BuildInputs, readInputs } from '../../../actions/build-image/inputs.ts';
import { run } from '../../../actions/build-image/run.ts';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import type { Context } from '../../../src/runtime/context.ts';
import type { Actor } from '../engine/actors.ts';
import { runnerEnv } from '../engine/process.ts';
import { Violation } from '../engine/schedule.ts';
import type { TestBed } from '../engine/test-bed.ts';
import { checkoutOf, IMAGE, IMAGE_COMMITS, runnerFolder, SIGNING_ENV, signingInputs } from './cloud.ts';
import { createDockerStandIn } from './docker.ts';
import { buildArgsOf, type ImageWatch, type Made, platformsOf } from './invariants.ts';
import { type ImageActor, type ImageSettings, mergeOf, PLATFORMS, platformStep } from './schedule.ts';

const PID = 1;
const main = {
  name: 'build-image',
  readInputs,
  run: (inputs: BuildInputs, context: Context) => run(inputs, context, PID),
};
const postAction = {
  name: 'build-image',
  readInputs: () => ({}),
  run: (_: object, context: Context) => cleanUpBuild(context),
};

/** A process of an actor that builds, and the platforms that it builds or merges. */
interface Part {
  readonly plan: ImageActor;
  readonly action: Made;
  readonly name: string;
  readonly number: number;
  readonly attempt: number;
  readonly platforms: readonly string[];
  readonly inputs: Readonly<Record<string, string>>;
}

/** Which run an actor's steps belong to. `pushedDigests` are the digests that an earlier attempt has pushed, by platform. */
export interface Attempt {
  readonly number: number;
  readonly attempt: number;
  readonly suffix?: string;
  readonly pushedDigests?: ReadonlyMap<string, string>;
}

/** Carries out what an actor builds; `then` gets the result of each step and the pushed digest of each platform. */
export type Make = (
  plan: ImageActor,
  action: Made,
  attempt: Attempt,
  then: (ended: readonly Actor[], pushedDigests: ReadonlyMap<string, string>) => void,
) => void;

export interface StepsOptions {
  readonly settings: ImageSettings;
  readonly testBed: TestBed;
  readonly watch: ImageWatch;
  check(work: Promise<void>): void;
  /** Collects the temporary folders of the steps. */
  readonly folders: string[];
  /** Whether images are deleted concurrently. */
  readonly isDeleted: boolean;
}

export function createSteps({ settings, testBed, watch, check, folders, isDeleted }: StepsOptions): Make {
  const { scheduler, network } = testBed;

  /** Starts a process; `then` gets its result. */
  const start = ({ plan, action, name, number, attempt, platforms, inputs }: Part, then: (ended: Actor) => void) => {
    const commit = IMAGE_COMMITS[action.commit] as string;
    const temp = runnerFolder();
    folders.push(temp);
    const { attested, sign } = settings;
    const isSigned = sign === 'required';
    const env = {
      ...runnerEnv(commit, number, attempt),
      GITHUB_WORKSPACE: checkoutOf(action.commit, settings),
      RUNNER_TEMP: temp,
      ...(settings.sign && SIGNING_ENV),
    };
    testBed.start({
      name,
      action: main,
      skew: attempt === 1 ? plan.skew : 0,
      env,
      inputs: {
        project: DEFAULTS.project,
        image: IMAGE,
        'build-args': buildArgsOf(action).join('\n'),
        provenance: attested ? 'mode=min' : 'false',
        sbom: 'false',
        sign: 'off',
        cache: 'off',
        ...(settings.sign && signingInputs(settings.sign)),
        ...(settings.mounts && { 'cache-mounts': 'true' }),
        ...inputs,
      },
      docker: (step) =>
        createDockerStandIn({
          ...{ scheduler, network, settings, step, join: testBed.addProgram },
          onRestored: (digest) => void (isSigned && check(watch.isSigned(`${name}, which restores`, [digest]))),
        }),
      onEnd(ended) {
        if (ended.end === 0) {
          check(watch.isRight(ended, action, platforms, isDeleted));
          const { digest = '', digests = '{}' } = ended.outputs;
          const made = [digest, ...Object.values(JSON.parse(digests) as Record<string, string>)];
          if (isSigned) check(watch.isSigned(`${name} gave out`, made));
        }
        if (ended.state[BUILD_STATE.dockerConfig] && !(plan.runnerLost && ended.end === 'killed'))
          testBed.later(1000, () =>
            testBed.start({
              name: `${name}.post`,
              action: postAction as unknown as typeof main,
              skew: 0,
              env,
              inputs: {},
              state: ended.state,
              onEnd: () => testBed.guard(() => checkRemoved(name, temp)),
            }),
          );
        then(ended);
      },
    });
  };

  /** Carries out what an actor builds. `pushedDigests` are the digests that an earlier attempt has pushed, by platform. */
  return (
    plan: ImageActor,
    action: Made,
    { number, attempt, suffix = '', pushedDigests = new Map<string, string>() }: Attempt,
    then: (ended: readonly Actor[], pushedDigests: ReadonlyMap<string, string>) => void,
  ) => {
    const shared = { plan, action, number, attempt };
    if (action.kind === 'build') {
      const platforms = platformsOf(action);
      const inputs = { platforms: platforms.join('\n') };
      start({ ...shared, name: plan.name + suffix, platforms, inputs }, (ended) => then([ended], new Map()));
      return;
    }
    const pushed = new Map(pushedDigests);
    const ended: Actor[] = [];
    const left = PLATFORMS.filter((platform) => !pushedDigests.has(platform));
    const merge = () => {
      if (pushed.size < PLATFORMS.length) return then(ended, pushed);
      const inputs = { merge: [...pushed].map(([platform, digest]) => `${platform}=${digest}`).join('\n') };
      const name = mergeOf(plan.name) + suffix;
      start({ ...shared, name, platforms: PLATFORMS, inputs }, (one) => then([...ended, one], pushed));
    };
    if (left.length === 0) return merge();
    for (const platform of left)
      start(
        {
          ...shared,
          name: platformStep(plan.name, platform) + suffix,
          platforms: [platform],
          inputs: { platforms: platform, 'for-merge': 'true' },
        },
        (one) => {
          ended.push(one);
          if (one.end === 0 && one.outputs.digest) pushed.set(platform, one.outputs.digest);
          if (ended.length === left.length) testBed.later(1000, merge);
        },
      );
  };
}

/** Throws if a step whose `post` ran has left files. */
function checkRemoved(name: string, temp: string): void {
  const left = existsSync(temp) ? readdirSync(temp) : [];
  if (left.length > 0) throw new Violation('nothing is left on the runner', `${name} left ${left.join(', ')}`);
}
