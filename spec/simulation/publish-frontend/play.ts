/** Plays one schedule of a site, and checks it. */
import { readInputs } from '../../../actions/publish-frontend/inputs.ts';
import { run } from '../../../actions/publish-frontend/run.ts';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { addressOf, type Network, TOKEN_OF } from '../engine/network.ts';
import { runnerEnv } from '../engine/process.ts';
import { between, createRandom, deriveSeed, pick } from '../engine/random.ts';
import { type PlayResult, Violation } from '../engine/schedule.ts';
import { createTestBed, errorOf, HOUR, START } from '../engine/test-bed.ts';
import { buildsFolder, PAGES } from './builds.ts';
import { createCanary } from './canary.ts';
import { createSiteCloud, prefixesOf, SITE_COMMITS } from './cloud.ts';
import { siteInputsOf } from './inputs.ts';
import { createSiteWatch } from './invariants.ts';
import type { SiteAction, SiteActor, SiteSchedule } from './schedule.ts';
import { siteFindings } from './trace-findings.ts';

const publishFrontend = { name: 'publish-frontend', readInputs, run };

/** Number of page requests while the actors run. */
const READERS = 12;

export async function playSite(schedule: SiteSchedule): Promise<PlayResult> {
  const { site, seed } = schedule;
  const interrupted: { readonly plan: SiteActor; readonly run: number }[] = [];
  const testBed = createTestBed({
    schedule,
    createCloud: (scheduler) => createSiteCloud(scheduler, site),
    checkState() {
      watch.checkState();
      canary?.checkState();
    },
    findings: siteFindings,
    watch: (actor, { method, url }) => (testBed.watching ? watch.around(actor, method, url) : undefined),
  });
  const { scheduler, cloud, network } = testBed;
  const prefixes = prefixesOf(site);
  const watch = createSiteWatch(cloud, prefixes, scheduler.now);
  const canary = site.canary && createCanary(network, watch, prefixes, site.canary);
  const step = (action: SiteAction, name: string, number: number, attempt: number, skew = 0, first = false) =>
    testBed.start({
      name,
      action: publishFrontend,
      skew,
      env: {
        ...runnerEnv(SITE_COMMITS['commit' in action ? action.commit : 3] as string, number, attempt),
        GITHUB_WORKSPACE: buildsFolder(SITE_COMMITS.length),
      },
      inputs: siteInputsOf(site, action, `${cloud.emulator.github.token}${TOKEN_OF}${name}`, first),
      onEnd(ended) {
        if (ended.end !== 0 && attempt === 1 && number >= 100)
          interrupted.push({ plan: schedule.actors[number - 100] as SiteActor, run: number });
      },
    });
  const needs = (what: ReturnType<typeof step>) => {
    if (what.end !== 0) throw new Violation('the fixture is published', `${what.name}: ${errorOf(what)}`);
  };

  testBed.faultsEnabled = false;
  if (site.shape !== 'fresh')
    for (const commit of [0, 1]) {
      const before = step({ kind: 'publish', commit, variant: false }, `before ${commit}`, commit, 1, 0, true);
      await scheduler.run(() => before.dead, START + HOUR);
      testBed.guard(() => needs(before));
    }
  await canary?.create();
  await scheduler.run(() => false, START + HOUR);
  testBed.watching = true;
  testBed.faultsEnabled = true;

  for (const [i, { name, action, at, skew }] of schedule.actors.entries())
    testBed.later(at, () => {
      if (action.kind === 'console') void changeMap(network, name, action.think);
      else if (action.kind === 'decide') void canary?.decide();
      else step(action, name, 100 + i, 1, skew);
    });
  const next = createRandom(deriveSeed(seed, 'readers'));
  const read = () => void watch.read(pick(next, PAGES)).catch((error: Error) => testBed.guard(() => fail(error)));
  const acting = Math.max(...schedule.actors.map(({ at }) => at)) + 90_000;
  for (let i = 0; i < READERS; i++) scheduler.after(between(next, 0, acting), read);
  // Until all delayed calls have arrived.
  await testBed.playUntil(6);
  testBed.guard(() => {
    testBed.checkAllEnded();
    watch.atTheEnd();
  });
  testBed.faultsEnabled = false;

  const check = async (work: () => Promise<void>) => {
    if (testBed.violation) return;
    await work().catch((error: Error) => testBed.guard(() => fail(error)));
  };
  await check(async () => {
    // A re-run of the interrupted run, without concurrent actors.
    const left = watch.unfinishedRun();
    // The manifest may still be that of an earlier build of the release.
    const goesTo = prefixes.flatMap((prefix) => watch.stateOf(prefix).unfinished?.to ?? []);
    const last =
      interrupted.findLast((one) => left?.endsWith(`/${one.run}`)) ??
      interrupted.findLast(
        ({ plan: { action } }) => 'commit' in action && goesTo.includes(SITE_COMMITS[action.commit] as string),
      ) ??
      interrupted.at(-1);
    const again = last && step(last.plan.action, `${last.plan.name}.again`, last.run, 2);
    await testBed.playUntil(12);
    if (testBed.violation) return;
    if (canary) {
      await canary.decide();
      canary.noteStaged();
      const ended = step({ kind: 'switch-staged' }, 'X-switch-staged', 199, 1);
      await testBed.playUntil(15);
      if (testBed.violation) return;
      if (ended.end !== 0) throw new Violation('one run ends the wait of a staged release', errorOf(ended));
      canary.checkSettled();
    }
    const released = schedule.actors.some(({ action }) => action.kind === 'release-hold' || 'releaseHold' in action);
    await watch.atRest({
      mayBeUnfinished: released && last?.plan.action.kind === 'rollback',
      // A re-run of a step that only stages does nothing once the canary is decided.
      mayBeClaimed: last?.plan.action.kind === 'stage',
      // Nor does that of a publish under the hold of a rollback that kept one of the sites: the claim on that site expires.
      mayBeKept: schedule.actors.some(({ action }) => 'keep' in action && action.keep),
    });
    const { reaches } = schedule;
    if (reaches === undefined) return;
    if (again && again.end !== 0) throw new Violation('a re-run succeeds', `${again.name}: ${errorOf(again)}`);
    for (const prefix of prefixes)
      if (!watch.serves(prefix, reaches))
        throw new Violation('success is what was requested', `${prefix} is at ${watch.stateOf(prefix).current}`);
  });
  if (!schedule.newest) return testBed.played();
  await check(async () => {
    const commit = SITE_COMMITS.length - 1;
    const newest = step({ kind: 'publish', commit, variant: false, releaseHold: true }, 'Y-publish-releasing', 200, 1);
    await testBed.playUntil(18);
    if (testBed.violation) return;
    if (newest.end !== 0) throw new Violation('later publishes go on', errorOf(newest));
    await watch.atRest();
    const goingBack = watch.previousOf('');
    const back = step({ kind: 'rollback' }, 'Z-rollback', 201, 1);
    await testBed.playUntil(24);
    if (testBed.violation || goingBack === undefined) return;
    if (back.end !== 0) throw new Violation('a rollback stays possible', errorOf(back));
    await watch.atRest();
  });
  return testBed.played();
}

function fail(error: Error): never {
  throw error;
}

/** A person reads the URL map, waits, and writes it with the fingerprint that was read. */
async function changeMap({ direct }: Network, name: string, think: number): Promise<void> {
  const url = `${addressOf('compute')}/compute/v1/projects/${DEFAULTS.project}/global/urlMaps/${DEFAULTS.urlMap}`;
  for (let tries = 0; tries < 20; tries++) {
    const { json } = await direct('GET', url);
    await new Promise((resolve) => setTimeout(resolve, think));
    const { status } = await direct('PUT', url, { ...(json as object), description: name });
    if (status < 300) return;
  }
}
