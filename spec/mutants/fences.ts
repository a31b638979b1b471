/**
 * What counts as a fence: the checks that prevent a run from overwriting unknown changes. The list names declarations;
 * `sites.ts` finds their uses. A function, field or constant is named by the end of its file's path and its own name:
 * `ownership.ts#isOurs`, `services.ts#Services.update`.
 */
export const KINDS = [
  'etag',
  'ownership',
  'hold',
  'freshness',
  'digest',
  'fingerprint',
  'generation',
  'claim',
  'provenance',
] as const;
export type FenceKind = (typeof KINDS)[number];

/** `$0`, `$1` … are the arguments of a call, `$f` is the called function; texts are TypeScript. */
export type Fence = { readonly kind: FenceKind } & (
  | {
      /** A function that throws: each call of it and each `throw` in it is removed. */
      readonly check: string;
      /** Replaces the call, if its value is used. */
      readonly passes?: string;
    }
  | {
      /** A function that returns a value: each call of it returns this. */
      readonly value: string;
      readonly passes: string;
    }
  /** A field, constant or function: each comparison (`===`, `!==`) with it is always equal. */
  | { readonly compared: string }
  | {
      /** A field: each read of it returns this. */
      readonly field: string;
      readonly passes: string;
    }
  /** A request parameter that is a precondition: it is sent under a meaningless name. */
  | { readonly parameter: string }
);

const async = { passes: 'Promise.resolve()' } as const;

export const FENCES: readonly Fence[] = [
  // Writes of Cloud Run's resources name the etag that was read.
  { kind: 'etag', value: 'services.ts#Services.update', passes: '$f($0, { ...$1, etag: undefined }, $2, $3)' },
  { kind: 'etag', value: 'services.ts#Services.setIamPolicy', passes: '$f($0, { ...$1, etag: undefined })' },
  { kind: 'etag', value: 'worker-pools.ts#WorkerPools.update', passes: '$f($0, { ...$1, etag: undefined }, $2, $3)' },
  { kind: 'etag', value: 'jobs.ts#Jobs.update', passes: '$f($0, { ...$1, etag: undefined }, $2)' },
  { kind: 'etag', value: 'jobs.ts#Jobs.run', passes: '$f($0, undefined, $2)' },
  // A write with a lost response is read back before it is repeated.
  { kind: 'etag', value: 'fenced-write.ts#FencedWrite.landed', passes: 'false' },

  // Ownership of rollouts, releases, tags and traffic.
  { kind: 'ownership', value: 'ownership.ts#isOurs', passes: 'true' },
  {
    kind: 'ownership',
    value: 'ownership.ts#ourRollout',
    passes: 'JSON.parse($0.annotations?.["actions.orchestra.dev/rollout"] ?? "{}")',
  },
  {
    kind: 'ownership',
    check: 'rollout.ts#checkStillOurs',
    passes: 'JSON.parse(($1).annotations?.["actions.orchestra.dev/rollout"] ?? "{}")',
  },
  {
    kind: 'ownership',
    value: 'phases.ts#checkMembers',
    passes: 'Promise.all($1.map(({ progress: { planned: { regional } } }) => regional.api.get(regional.name)))',
  },
  { kind: 'ownership', check: 'undo.ts#checkAsWritten' },
  { kind: 'ownership', value: 'undo.ts#isUndoable', passes: 'true' },
  { kind: 'ownership', compared: 'undo.ts#RollbackUndo.releases' },
  { kind: 'ownership', check: 'create-candidate.ts#checkUnchanged' },
  { kind: 'ownership', check: 'preview-owners.ts#checkTagOwner' },
  { kind: 'ownership', value: 'preview-owners.ts#isTagOf', passes: 'true' },
  { kind: 'ownership', value: 'preview-owners.ts#otherOwner', passes: 'undefined' },
  { kind: 'ownership', value: 'traffic.ts#explains', passes: 'true' },
  { kind: 'ownership', value: 'traffic.ts#sameShares', passes: 'true' },
  { kind: 'ownership', value: 'traffic.ts#isMoving', passes: 'false' },
  { kind: 'ownership', compared: 'records.ts#RolloutRecord.id' },
  { kind: 'ownership', compared: 'records.ts#RecordedRelease.rollout' },
  { kind: 'ownership', field: 'records.ts#ReleaseClaim.aborted', passes: 'undefined' },
  { kind: 'ownership', compared: 'decision.ts#decisionOf' },
  { kind: 'ownership', value: 'earlier-release.ts#waitForLease', passes: 'Promise.resolve()' },
  { kind: 'ownership', check: 'interrupted-release.ts#checkInterrupted', ...async },

  { kind: 'hold', value: 'holds.ts#holdOf', passes: 'undefined' },
  { kind: 'hold', check: 'checks.ts#checkHold', passes: '{ hold: undefined, notes: [] }' },
  { kind: 'hold', check: 'ownership.ts#checkNoNewHold' },
  { kind: 'hold', value: 'ownership.ts#newHoldOn', passes: 'undefined' },
  { kind: 'hold', value: 'ownership.ts#isSameHold', passes: 'true' },
  { kind: 'hold', check: 'holds.ts#checkHolds', ...async },
  { kind: 'hold', check: 'preflight/holds.ts#checkSiteHold' },
  { kind: 'hold', check: 'preflight/holds.ts#checkServiceHolds', ...async },
  { kind: 'hold', check: 'services.ts#checkServices', ...async },
  { kind: 'hold', value: 'choose-source.ts#laterProblems', passes: '[]' },
  { kind: 'hold', check: 'check-target.ts#checkTarget', ...async },
  { kind: 'hold', check: 'start-execution.ts#checkStart', ...async },
  { kind: 'hold', check: 'freeze.ts#checkFreeze' },
  { kind: 'hold', value: 'freeze.ts#freezeOn', passes: 'undefined' },

  { kind: 'freshness', check: 'freshness.ts#checkFreshness', ...async },
  { kind: 'freshness', check: 'preflight/freshness.ts#checkCommitOrder', ...async },
  { kind: 'freshness', value: 'checks.ts#commitsKnown', passes: '({ live: [], unfinished: [] })' },
  { kind: 'freshness', check: 'history.ts#checkHistory', ...async },

  { kind: 'digest', check: 'image-digests.ts#checkDigests' },
  { kind: 'digest', compared: 'registry.ts#Descriptor.digest' },
  { kind: 'digest', compared: 'registry.ts#ImageManifest.digest' },
  { kind: 'digest', compared: 'registry-artifacts.ts#sha256Digest' },
  { kind: 'digest', compared: 'job.ts#DIGEST_ANNOTATION' },
  { kind: 'digest', check: 'artifact.ts#verifyArtifact', ...async },
  { kind: 'digest', value: 'stored-object.ts#sameBytes', passes: 'true' },
  { kind: 'digest', compared: 'release-manifest.ts#ManifestFile.md5' },
  { kind: 'digest', compared: 'stored-object.ts#StoredObject.md5' },
  { kind: 'digest', compared: 'stored-object.ts#StoredObject.sourceMd5' },
  { kind: 'digest', compared: 'visit-site.ts#hash' },
  { kind: 'digest', value: 'rollback.ts#missingFiles', passes: '[]' },
  { kind: 'digest', check: 'overwrites.ts#checkHashedNames' },
  { kind: 'digest', check: 'overwrites.ts#checkSharedObjects' },

  { kind: 'fingerprint', compared: 'job.ts#FINGERPRINT_ANNOTATION' },
  { kind: 'fingerprint', compared: 'fingerprint.ts#configurationOf' },
  { kind: 'fingerprint', value: 'fingerprint.ts#usedTodaysSecrets', passes: 'true' },
  { kind: 'fingerprint', value: 'start-execution.ts#isPlanned', passes: 'true' },
  { kind: 'fingerprint', compared: 'url-map.ts#UrlMap.fingerprint' },
  { kind: 'fingerprint', value: 'url-map.ts#withRewrite', passes: '{ ...$f($0, $1, $2), fingerprint: undefined }' },
  { kind: 'fingerprint', check: 'key-label.ts#checkCreated' },

  { kind: 'generation', parameter: 'ifGenerationMatch' },
  { kind: 'generation', parameter: 'ifMetagenerationMatch' },
  { kind: 'generation', parameter: 'ifSourceGenerationMatch' },
  { kind: 'generation', compared: 'stored-object.ts#StoredObject.generation' },
  { kind: 'generation', compared: 'preconditions.ts#generationOf' },
  { kind: 'generation', compared: 'read-state.ts#StoredState.generation' },

  { kind: 'claim', value: 'site-state.ts#isOurEarlierAttempt', passes: 'true' },
  { kind: 'claim', value: 'site-state.ts#continuesFrom', passes: 'true' },
  { kind: 'claim', value: 'site-state.ts#isRenewalOf', passes: 'true' },
  { kind: 'claim', value: 'site-state.ts#onlyOwnPagesArrive', passes: 'true' },
  { kind: 'claim', value: 'claim.ts#HeldClaim.abandon', passes: 'undefined' },
  { kind: 'claim', compared: 'site-state.ts#Claim.token' },
  { kind: 'claim', compared: 'site-state.ts#Claim.work' },
  { kind: 'claim', check: 'claim.ts#assertOurs' },
  { kind: 'claim', value: 'earlier-release.ts#isEarlierAttempt', passes: 'true' },
  { kind: 'claim', compared: 'canary-record.ts#CanaryRecord.advancing' },
  {
    kind: 'claim',
    value: 'lease.ts#watchLease',
    passes:
      '$0.api.get($0.name).then((now) => JSON.parse(now?.annotations?.["actions.orchestra.dev/rollout"] ?? "{}").write)',
  },
  { kind: 'claim', value: 'canary-move.ts#sameState', passes: 'true' },

  { kind: 'provenance', check: 'preflight/provenance.ts#checkProvenance', ...async },
  { kind: 'provenance', check: 'require-provenance.ts#requireProvenance', ...async },
  { kind: 'provenance', value: 'statement.ts#statementProblem', passes: 'undefined' },
  { kind: 'provenance', compared: 'identity.ts#BuildIdentity.issuer' },
  { kind: 'provenance', compared: 'identity.ts#BuildIdentity.repository' },
  { kind: 'provenance', compared: 'identity.ts#BuildIdentity.repositoryId' },
  { kind: 'provenance', compared: 'identity.ts#BuildIdentity.ref' },
  { kind: 'provenance', value: 'identity.ts#matchesAny', passes: 'true' },
  { kind: 'provenance', check: 'signed-roots.ts#demand' },
  { kind: 'provenance', check: 'signed-roots.ts#demandSignatures' },
  { kind: 'provenance', value: 'trusted-reuse.ts#reuseObstacle', passes: 'Promise.resolve(undefined)' },
  { kind: 'provenance', value: 'trusted-reuse.ts#mustBeSigned', passes: 'false' },
  { kind: 'provenance', value: 'trusted-reuse.ts#isTrustedRef', passes: 'true' },
  { kind: 'provenance', value: 'identity.ts#sourceProblem', passes: 'undefined' },
  { kind: 'provenance', compared: 'statement.ts#Statement._type' },
  { kind: 'provenance', compared: 'statement.ts#Statement.predicateType' },
  { kind: 'provenance', check: 'statement.ts#readStatement' },
];
