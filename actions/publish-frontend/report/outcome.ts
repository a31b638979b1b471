/** The outcome of a run, for the outputs and the summary. */

export interface PublishOutcome {
  readonly task: 'publish' | 'rollback' | 'release-hold' | 'settle';
  readonly release: string | undefined;
  readonly previous: string | undefined;
  /** Address of the entry page. */
  readonly link?: string;
  readonly sent: readonly string[];
  readonly patched: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly bytes: number;
  readonly deleted: number;
  readonly invalidated: readonly string[];
  readonly pruned: readonly string[];
  /** The hold that the run has ended, or would end. */
  readonly holdEnded?: string;
  /** Why paths were not invalidated; undefined if all were. */
  readonly failure?: unknown;
  /** Replaces the verdict of the summary. */
  readonly note?: readonly [sign: string, text: string] | undefined;
}

export const NO_CHANGES: Omit<PublishOutcome, 'task' | 'release' | 'previous'> = {
  sent: [],
  patched: [],
  removed: [],
  unchanged: 0,
  bytes: 0,
  deleted: 0,
  invalidated: [],
  pruned: [],
};
