/** The properties of a site: safety in every step, liveness in every state in which all runs have stopped. */
import type { Liveness, Safety, Step } from '../explore.ts';
import type { SiteFences } from './fences.ts';
import { runToCompletion, type SiteProperties } from './model.ts';
import { isUnsettled } from './protocol.ts';
import { asset, hasStopped, manifest, PAGES, pagesOf, type Run, type SiteSystem } from './system.ts';

/**
 * What is wrong with the pages, if they are to be those of the current release. A page that it does not have may be left where
 * a late write created it, since no precondition refuses that; pruning knows it by the manifest of its release.
 */
function mixedPages({ state: { current }, objects, createdLate }: SiteSystem): string | undefined {
  for (const page of PAGES) {
    const of = objects[page];
    const due = current !== undefined && pagesOf(current).includes(page);
    const left = !due && createdLate.includes(page) && of !== undefined && manifest(of) in objects;
    if (of !== (due ? current : undefined) && !left)
      return `${current} is current, and ${page} is of ${of ?? 'nobody'}`;
  }
  return undefined;
}

/** The run that took this step, and what it was before; `undefined` for a late write or an expired claim. */
function actorOf(before: SiteSystem, { label, state }: Step<SiteSystem>): { was: Run; is: Run } | undefined {
  const index = before.runs.findIndex(({ name }) => label.startsWith(`${name}: `));
  return index < 0 ? undefined : { was: before.runs[index] as Run, is: state.runs[index] as Run };
}

const SAFETY: readonly Safety<SiteSystem>[] = [
  {
    name: 'every page that is served loads',
    check: (_, { state: { objects } }) => {
      const broken = PAGES.find((page) => objects[page] !== undefined && !(asset(objects[page]) in objects));
      return broken && `${broken} of ${objects[broken]} is served, and its asset is gone`;
    },
  },
  {
    name: 'at rest the site is its current release',
    check: (_, { state: system }) => {
      const { claim, unfinished, current } = system.state;
      return claim || unfinished || current === undefined ? undefined : mixedPages(system);
    },
  },
  {
    // A run whose claim a rollback took while it uploads may go on to store new files until it sees that.
    name: 'nobody changes or deletes what is there without the claim',
    check: (before, step) => {
      const actor = actorOf(before, step);
      const changed = Object.entries(before.objects).some(([name, content]) => step.state.objects[name] !== content);
      if (actor === undefined || !changed || before.state.claim?.owner === actor.was.name) return undefined;
      return `${step.label} while the claim is ${before.state.claim?.owner ?? 'nobody'}'s`;
    },
  },
  {
    name: 'a hold wins: no publish changes a page while one stands',
    check: (before, step) => {
      const actor = actorOf(before, step);
      const page = PAGES.find((name) => before.objects[name] !== step.state.objects[name]);
      return actor !== undefined &&
        actor.was.kind !== 'rollback' &&
        page !== undefined &&
        before.state.hold !== undefined
        ? `${step.label} against the hold of ${before.state.hold.by}`
        : undefined;
    },
  },
  {
    name: 'a rollback changes pages only under its hold',
    check: (before, step) => {
      const actor = actorOf(before, step);
      const gained = before.state.claim?.owner !== actor?.was.name && step.state.state.claim?.owner === actor?.was.name;
      return actor?.was.kind === 'rollback' && gained && step.state.state.hold === undefined
        ? `${step.label} without its hold, so that a publish may come in between`
        : undefined;
    },
  },
  {
    name: 'no update of the state is lost',
    check: ({ state: before }, { label, state: { state: after } }) => {
      const gone = before.published.find((release) => !after.published.includes(release));
      if (gone !== undefined && !label.includes('forget') && !label.includes('late'))
        return `${gone} is not recorded any more`;
      if (before.hold !== undefined && after.hold === undefined && !label.includes('unhold') && !label.includes('late'))
        return `the hold of ${before.hold.by} is gone`;
      const takes = before.claim && after.claim && before.claim.owner !== after.claim.owner;
      if (takes && before.claim.work !== 'upload' && before.unfinished !== undefined && after.unfinished === undefined)
        return 'a switch in progress is forgotten';
      return undefined;
    },
  },
  {
    name: 'a claim is taken over only from who does not write any more',
    check: (before, step) => {
      const [had, has] = [before.state.claim, step.state.state.claim];
      if (had === undefined || has === undefined || had.owner === has.owner) return undefined;
      const rollback = step.state.runs.find(({ name }) => name === has.owner)?.kind === 'rollback';
      return before.expired || (rollback && had.work === 'upload')
        ? undefined
        : `${has.owner} took the claim of ${had.owner}, who works`;
    },
  },
  {
    name: 'every stored file is named by a manifest',
    check: (before, step) => {
      const orphan = Object.keys(step.state.objects).find(
        (name) => name.startsWith('asset ') && !(manifest(name.slice('asset '.length)) in step.state.objects),
      );
      return orphan !== undefined && actorOf(before, step) !== undefined ? `no manifest names ${orphan}` : undefined;
    },
  },
  {
    name: 'the release before the newest one can be rolled back to',
    check: (_, { state: { state, objects } }) => {
      const previous = state.published.at(-2);
      return state.current !== state.published.at(-1) || (previous !== undefined && asset(previous) in objects)
        ? undefined
        : previous === undefined
          ? 'no earlier release is kept'
          : `the files of ${previous} are gone`;
    },
  },
  {
    name: 'every release in the history is complete',
    check: (_, { state: { state, objects } }) => {
      const broken = state.published.find((one) => !(asset(one) in objects && manifest(one) in objects));
      return broken && `files of ${broken} are gone`;
    },
  },
  {
    name: 'the outcome is the truth',
    check: (before, step) => {
      const actor = actorOf(before, step);
      if (actor === undefined || actor.is.outcome === actor.was.outcome) return undefined;
      const { name, outcome, kind } = actor.is;
      if (outcome === 'overtaken' && step.state.state.claim?.owner === name)
        return `${name} says that another run took over, and the claim is its own`;
      const { published, staged } = step.state.state;
      if (outcome === 'succeeded' && kind === 'publish' && !published.includes(name))
        return `${name} ends as a success and was never live`;
      // A staged release can have been dropped afterwards.
      const lost = !published.includes(name) && staged !== name && !step.label.includes('had landed');
      if (outcome === 'succeeded' && kind === 'stage' && lost) return `${name} ends as a success and is not staged`;
      return undefined;
    },
  },
  {
    name: 'nothing of a staged release is served before its canary is promoted',
    check: (_, { state: { canary, objects, runs } }) => {
      const staged = runs.find(({ kind }) => kind === 'stage')?.name;
      const page = PAGES.find((name) => staged !== undefined && objects[name] === staged);
      return canary !== 'promoted' && page !== undefined ? `${page} of ${staged} is served` : undefined;
    },
  },
  {
    name: 'under a hold nothing is staged',
    check: (_, { state: { state } }) =>
      state.hold !== undefined && state.staged !== undefined ? `${state.staged} is staged` : undefined,
  },
];

const stopped = ({ runs }: SiteSystem): boolean => runs.every(hasStopped);

const livenessOf = (fences: SiteFences): readonly Liveness<SiteSystem>[] => [
  {
    name: 'every stop ends well after one re-run',
    due: stopped,
    check: (system) => {
      for (const { name, kind } of system.runs) {
        const ended = runToCompletion(system, name, kind, fences);
        if (ended === undefined) return `a re-run of ${name} does not end`;
        const [run] = ended.runs;
        const { hold, claim, unfinished } = ended.state;
        // A rollback finds nothing before the first release; a publish leaves a held site to the rollback.
        if (run?.outcome === 'refused' && (kind === 'rollback' || hold !== undefined)) continue;
        if (run?.outcome === 'refused' && kind === 'stage' && system.canary === 'restored') continue;
        if (run?.outcome !== 'succeeded') return `a re-run of ${name} ends as ${run?.outcome}`;
        // The release of a hold leaves an interrupted switch to the next run.
        if (kind === 'release-hold') continue;
        // A run that only stages, or has nothing to finish, leaves an earlier interrupted switch to the next publish.
        const waits = kind === 'stage' && system.canary === 'undecided';
        const { staged } = system.state;
        const mayLeave = staged === undefined ? !isUnsettled(system.state) : system.canary !== 'promoted';
        if (waits || (kind === 'finish-staged' && mayLeave)) continue;
        if (claim !== undefined || unfinished !== undefined) return `a re-run of ${name} leaves the switch unfinished`;
        const mixed = mixedPages(ended);
        if (mixed !== undefined) return `after a re-run of ${name}: ${mixed}`;
      }
      return undefined;
    },
  },
  {
    name: 'a re-run of a rollback stays on its release',
    due: stopped,
    check: (system) => {
      const { current, hold, unfinished } = system.state;
      for (const { name, kind, outcome, plan } of system.runs) {
        // Unless another rollback was interrupted since: its switch is finished then.
        const isLast = unfinished === undefined && (hold === undefined || hold.by === name);
        const stays = kind === 'rollback' && outcome === 'succeeded' && isLast && plan?.release === current;
        const ended = stays ? runToCompletion(system, name, kind, fences) : undefined;
        if (ended !== undefined && ended.state.current !== plan?.release)
          return `${name} went to ${plan?.release}, and its re-run to ${ended.state.current}`;
      }
      return undefined;
    },
  },
  {
    name: 'one run ends the wait of what is staged, as its canary was decided',
    due: ({ canary, ...system }) =>
      stopped({ canary, ...system }) && canary !== 'undecided' && system.state.staged !== undefined,
    check: (system) => {
      const ended = runToCompletion(system, 'finish-staged', 'finish-staged', fences);
      if (ended === undefined) return 'it does not end';
      const { state } = ended;
      if (state.staged !== undefined) return `${state.staged} is still staged`;
      if (system.canary === 'promoted' && state.current !== system.state.staged) return `${state.current} is current`;
      if (system.canary === 'restored' && state.current !== system.state.current)
        return `${state.current} became current`;
      return system.canary === 'promoted' ? mixedPages(ended) : undefined;
    },
  },
];

export const SITE_PROPERTIES: SiteProperties = { safety: SAFETY, liveness: livenessOf };
