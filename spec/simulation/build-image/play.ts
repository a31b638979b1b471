/** Plays one schedule of image builds, and checks it. */
import { rmSync } from 'node:fs';
import { OCI_INDEX } from '../../../src/container/registry.ts';
import type { Actor } from '../engine/actors.ts';
import { addressOf } from '../engine/network.ts';
import { type PlayResult, Violation } from '../engine/schedule.ts';
import { createTestBed, errorOf } from '../engine/test-bed.ts';
import { createImageCloud, IMAGE_COMMITS, IMAGE_PATH } from './cloud.ts';
import { createImageWatch, type Made, platformsOf } from './invariants.ts';
import { type ImageActor, type ImageSchedule, PLATFORMS } from './schedule.ts';
import { type Attempt, createSteps } from './steps.ts';
import { imageFindings } from './trace-findings.ts';

export async function playImages(schedule: ImageSchedule): Promise<PlayResult> {
  const { image: settings, actors: plans } = schedule;
  const interrupted: {
    readonly plan: ImageActor;
    readonly number: number;
    readonly pushedDigests: ReadonlyMap<string, string>;
  }[] = [];
  const folders: string[] = [];
  const isDeleted = plans.some(({ action }) => action.kind === 'clean');
  const isMoved = plans.some(({ action }) => action.kind === 'retag');
  const testBed = createTestBed({
    schedule,
    createCloud: (scheduler) => createImageCloud(scheduler, settings),
    checkState() {},
    watch: (_, { method, url }) =>
      url.pathname.startsWith('/v2/') && method !== 'GET' && method !== 'HEAD' && url.pathname.includes('/manifests/')
        ? () => check(watch.tagsAreWhole())
        : undefined,
    findings: (writes, succeeded) => imageFindings(schedule, writes, succeeded),
  });
  const { cloud, network } = testBed;
  const watch = createImageWatch(cloud);
  const check = (work: Promise<void>) =>
    void work.catch((error: Error) =>
      testBed.guard(() => {
        throw error;
      }),
    );

  const make = createSteps({ settings, testBed, watch, check, folders, isDeleted });

  testBed.watching = true;
  for (const [i, plan] of plans.entries())
    testBed.later(plan.at, () => {
      const { action } = plan;
      const number = 100 + i;
      if (action.kind === 'clean') return check(clean(IMAGE_COMMITS[action.commit] as string));
      if (action.kind === 'retag') return check(retag(IMAGE_COMMITS[action.commit] as string));
      make(plan, action, { number, attempt: 1 }, (ended, pushedDigests) => {
        if (
          ended.some(({ end }) => end !== 0) ||
          (action.kind === 'platforms' && pushedDigests.size < PLATFORMS.length)
        )
          interrupted.push({ plan, number, pushedDigests });
      });
    });
  // Until all delayed calls have arrived.
  await testBed.playUntil(6);
  testBed.guard(() => testBed.checkAllEnded());
  testBed.faultsEnabled = false;

  /** Plays the builds of one actor to the end, with no concurrent actor, and returns its processes. */
  const playToEnd = async (plan: ImageActor, action: Made, how: Attempt, hour: number) => {
    let last: readonly Actor[] = [];
    make(plan, action, how, (ended) => {
      last = ended;
    });
    await testBed.playUntil(hour);
    return last;
  };
  // A re-run of the last interrupted build, or of the last build.
  const lastBuild = plans.findLast(({ action }) => action.kind === 'build' || action.kind === 'platforms');
  const again =
    interrupted.at(-1) ??
    (lastBuild && { plan: lastBuild, number: 100 + plans.indexOf(lastBuild), pushedDigests: new Map() });
  if (!testBed.violation && again) {
    const action = again.plan.action as Made;
    // Images of an earlier attempt can have been deleted or lost their tags; then all jobs run again.
    const pushedDigests = isDeleted || isMoved ? new Map<string, string>() : again.pushedDigests;
    const ended = await playToEnd(again.plan, action, { ...again, attempt: 2, suffix: '.again', pushedDigests }, 12);
    const failed = ended.find(({ end }) => end !== 0);
    if (!testBed.violation && !(failed && isTaken(failed))) {
      await watch.isTagged(failed ?? (ended.at(-1) as Actor), action).catch((error: Error) =>
        testBed.guard(() => {
          throw error;
        }),
      );
      // The inputs are unchanged, so nothing is built.
      const newest = testBed.violation
        ? []
        : await playToEnd(again.plan, action, { number: 200, attempt: 1, suffix: '.later' }, 18);
      testBed.guard(() => {
        const rebuilt = newest.find(({ name, end, outputs }) =>
          isMerge(name) ? end !== 0 : outputs.reused !== 'true',
        );
        if (rebuilt)
          throw new Violation(
            'unchanged inputs are not built again',
            `${rebuilt.name} ${rebuilt.end === 0 ? 'built' : `failed: ${errorOf(rebuilt)}`}`,
          );
      });
    }
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  return testBed.played();

  /** Whether a step failed since an immutable tag of its commit names an image of other inputs. */
  function isTaken({ printed }: Actor): boolean {
    const inputs = plans.flatMap(({ action }) =>
      action.kind === 'build' || action.kind === 'platforms'
        ? [JSON.stringify([action.commit, action.variant, action.kind, platformsOf(action)])]
        : [],
    );
    return settings.immutableTags && new Set(inputs).size > 1 && printed.includes('the repository has immutable tags');
  }

  /** Deletes like a clean-up policy: first the index, then its images. */
  async function clean(tag: string): Promise<void> {
    const digest = (await watch.tags()).get(tag);
    if (digest === undefined) return;
    const found = await cloud.emulator.registry.store.manifest(IMAGE_PATH, digest);
    const { manifests = [] } = JSON.parse(found?.bytes.toString() ?? '{}') as { manifests?: { digest: string }[] };
    for (const one of [digest, ...manifests.map((child) => child.digest)]) {
      await network.direct('DELETE', `${addressOf('registry')}/v2/${IMAGE_PATH}/manifests/${one}`);
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
  }

  async function retag(tag: string): Promise<void> {
    const tags = await watch.tags();
    const digest = tags.get(tag);
    const found = digest && (await cloud.emulator.registry.store.manifest(IMAGE_PATH, digest));
    if (!found || found.mediaType !== OCI_INDEX) return;
    for (const name of tags.keys())
      if (name.startsWith('inputs-')) {
        const body = { ...(JSON.parse(found.bytes.toString()) as object), mediaType: OCI_INDEX };
        await network.direct('PUT', `${addressOf('registry')}/v2/${IMAGE_PATH}/manifests/${name}`, body);
      }
  }
}

/** A merge builds nothing. */
const isMerge = (name: string): boolean => name.includes('.merge');
