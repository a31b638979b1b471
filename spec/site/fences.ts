/** The checks that the protocol rests on. The model is broken on purpose by taking one away. */
export interface SiteFences {
  /** A write of the state names the generation that was read. */
  readonly stateGeneration: boolean;
  /** A write of an object names the generation that was listed. */
  readonly objectGeneration: boolean;
  /** Assets are stored before pages that load them are written. */
  readonly assetsFirst: boolean;
  /** The manifest is stored before the files that it names. */
  readonly manifestFirst: boolean;
  /** During a switch the state records the releases that pages may belong to. */
  readonly recordReleases: boolean;
  /** A run whose claim was not renewed in time starts no write any more. */
  readonly renewedClaim: boolean;
  /** Unchanged objects that an overtaken run may still change are written again. */
  readonly contested: boolean;
  /** Pruning that fails marks the site, since its deletions may still arrive. */
  readonly markPruning: boolean;
  /** Nothing is pruned while a stopped run may still create pages of an older release. */
  readonly arrivals: boolean;
  /** A switch removes pages that late writes of pruned releases created, before their assets are pruned. */
  readonly removeLeftPages: boolean;
  /** A rollback's hold, claim and start of the switch are one write. */
  readonly holdWithClaim: boolean;
  /** A lost response is read back before anything is repeated. */
  readonly readBack: boolean;
  /** Pruning spares the release before the current one. */
  readonly sparePrevious: boolean;
  /** What is staged goes live only once its canary is promoted. */
  readonly promoted: boolean;
  /** A rollback drops what is staged in the write of its hold. */
  readonly dropWithHold: boolean;
  /** A claim that is taken over keeps in mind that its run may have deletions on the network. */
  readonly keepMark: boolean;
  /** So does a switch that begins before a run has come to its end. */
  readonly keepMarkInSwitch: boolean;
  /** The history forgets a release before its first file is deleted. */
  readonly forgetFirst: boolean;
  /** The end of a hold keeps in mind which rollback had set it, and where that one went. */
  readonly keepReleased: boolean;
  /** What is staged for a canary that was restored is dropped. */
  readonly dropRestored: boolean;
}

export const ALL_SITE_FENCES: SiteFences = {
  stateGeneration: true,
  objectGeneration: true,
  assetsFirst: true,
  manifestFirst: true,
  recordReleases: true,
  renewedClaim: true,
  contested: true,
  markPruning: true,
  arrivals: true,
  removeLeftPages: true,
  holdWithClaim: true,
  readBack: true,
  sparePrevious: true,
  promoted: true,
  dropWithHold: true,
  keepMark: true,
  keepMarkInSwitch: true,
  forgetFirst: true,
  keepReleased: true,
  dropRestored: true,
};
