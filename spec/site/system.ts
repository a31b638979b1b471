/**
 * The system of a site: its bucket, the object that holds its state, and the runs that act on it. Everything is plain data, so
 * that a state can be copied, compared and printed. A site has the page `index`; `old` and `A` have the page `extra`, too.
 * A page of a release loads that release's asset.
 */

/** `old`, `new`, or the run that publishes or stages it. */
export type ReleaseName = string;

/** `index`, `extra`, `asset RELEASE`, or `manifest RELEASE`: the manifest with the stored copies of the release's pages. */
export type ObjectName = string;

/** The work of the run that holds the claim. A rollback takes over a run that only uploads. */
export type Work = 'upload' | 'switch' | 'prune';

/** The state object. It is replaced only in the generation that was read. */
export interface SiteState {
  readonly current: ReleaseName | undefined;
  /** Releases that went live, oldest first. */
  readonly published: readonly ReleaseName[];
  readonly hold: Hold | undefined;
  /** The last hold, if it was released and nothing was published or rolled back since. */
  readonly released: Hold | undefined;
  readonly unfinished: Unfinished | undefined;
  readonly claim: { readonly owner: string; readonly work: Work } | undefined;
  /** A release that is complete in the bucket, and goes live once the canary of its services is promoted. */
  readonly staged: ReleaseName | undefined;
}

/** Set by a rollback to the release. */
export interface Hold {
  readonly by: string;
  readonly release: ReleaseName;
}

/** An unfinished switch: pages may belong to any of these releases. */
export interface Unfinished {
  readonly from: readonly ReleaseName[];
  readonly to: ReleaseName;
  /** The release whose run stopped while it pruned: its deletions may still be on the network. */
  readonly pruning: ReleaseName | undefined;
}

/** The canary of the services that the staged release belongs to. What was decided stays decided. */
export type Canary = 'undecided' | 'promoted' | 'restored';

/** One write of an object: its content, or `undefined` to delete it. */
export interface ObjectWrite {
  readonly object: ObjectName;
  readonly content: ReleaseName | undefined;
}

/** What a run decided when it read the site. */
export interface SitePlan {
  readonly release: ReleaseName;
  /** It is staged and not switched to. */
  readonly waits: boolean;
  readonly stage: readonly ObjectWrite[];
  readonly switch: readonly ObjectWrite[];
  readonly prune: readonly ReleaseName[];
}

/**
 * `stage` is the publish of a canary's commit: it stages its release while the canary is undecided, and publishes it once that is
 * promoted. `finish-staged` switches the site to what is staged, or drops it, once the canary is decided.
 */
export type RunKind = 'publish' | 'rollback' | 'release-hold' | 'stage' | 'finish-staged';

export interface Run {
  readonly name: string;
  readonly kind: RunKind;
  /** The phase; `done` and `crashed` are ends. */
  readonly at:
    | 'read'
    | 'claim'
    | 'stage'
    | 'begin'
    | 'switch'
    | 'finish'
    | 'mark'
    | 'drop'
    | 'unhold'
    | 'prune'
    | 'forget'
    | 'release claim'
    | 'done'
    | 'crashed';
  readonly plan: SitePlan | undefined;
  /** Writes of this phase that are still to do. */
  readonly left: readonly ObjectWrite[];
  /** False once another run has replaced the state that this one read. */
  readonly stateFresh: boolean;
  /** Objects that others have changed since this run listed the bucket: a write that names the old generation is refused. */
  readonly changed: readonly ObjectName[];
  /** The response to the last write was lost. */
  readonly unsure: boolean;
  /** False once its claim was not renewed in time: the run starts no write of an object any more. */
  readonly claimRenewed: boolean;
  readonly outcome: 'succeeded' | 'failed' | 'overtaken' | 'refused' | undefined;
}

/** The remaining faults. */
export interface SiteBudget {
  readonly crashes: number;
  readonly lostResponses: number;
  /** Runs that pause until their claim has expired, and then continue. */
  readonly slowRuns: number;
  /** Switches after which not all caches were invalidated. */
  readonly cacheFailures: number;
}

export interface SiteSystem {
  readonly state: SiteState;
  readonly objects: Readonly<Record<ObjectName, ReleaseName>>;
  /** The claim was not renewed for so long that others take it over. */
  readonly expired: boolean;
  readonly canary: Canary;
  readonly runs: readonly Run[];
  /** Writes on the network whose sender has stopped: each may arrive at any later time, or never. */
  readonly inFlight: readonly LateWrite[];
  /** Pages that a late write created. */
  readonly createdLate: readonly ObjectName[];
  readonly budget: SiteBudget;
}

export type LateWrite = { readonly by: string } & (
  | { readonly kind: 'object'; readonly write: ObjectWrite }
  | { readonly kind: 'state'; readonly state: SiteState }
);

export const asset = (release: ReleaseName): ObjectName => `asset ${release}`;
export const manifest = (release: ReleaseName): ObjectName => `manifest ${release}`;
/** Releases that have a manifest. */
export const manifestsIn = (objects: SiteSystem['objects']): ReleaseName[] =>
  Object.keys(objects)
    .flatMap((name) => (name.startsWith(manifest('')) ? [name.slice(manifest('').length)] : []))
    .sort();
/** The pages of a release. */
export const pagesOf = (release: ReleaseName): readonly ObjectName[] =>
  release === 'old' || release === 'A' ? ['extra', 'index'] : ['index'];
export const PAGES = ['index', 'extra'] as const;

export const hasStopped = ({ at }: Run): boolean => at === 'done' || at === 'crashed';

export function withRun(system: SiteSystem, name: string, change: Partial<Run>): SiteSystem {
  return { ...system, runs: system.runs.map((run) => (run.name === name ? { ...run, ...change } : run)) };
}

/** The state object replaced. Other readers of the old state, and late writes, then find another generation. */
export function withState(system: SiteSystem, by: string, state: SiteState, fenced: boolean): SiteSystem {
  return {
    ...system,
    state,
    expired: system.expired && state.claim !== undefined && state.claim.owner === system.state.claim?.owner,
    runs: system.runs.map((run) => (run.name === by ? run : { ...run, stateFresh: false })),
    inFlight: system.inFlight.filter(({ kind }) => kind !== 'state' || !fenced),
  };
}

/** An object written. Its generation has changed for all other runs. */
export function withObject(
  system: SiteSystem,
  by: string,
  { object, content }: ObjectWrite,
  fenced: boolean,
): SiteSystem {
  const { [object]: _, ...others } = system.objects;
  return {
    ...system,
    objects: content === undefined ? others : { ...others, [object]: content },
    runs: system.runs.map((run) =>
      run.name === by || run.plan === undefined || run.changed.includes(object)
        ? run
        : { ...run, changed: [...run.changed, object].sort() },
    ),
    inFlight: system.inFlight.filter((late) => late.kind !== 'object' || late.write.object !== object || !fenced),
  };
}
