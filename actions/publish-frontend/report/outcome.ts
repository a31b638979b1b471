/** A planned release and its effects, the same for both ways to publish; and what a run reports. */
import type { Manifest } from '../store/release-manifest.ts';

/** What would change is given by paths of the site. */
export interface Release {
  readonly manifest: Manifest;
  /** Files whose hashed name stands for other content in the bucket. */
  readonly clashes: readonly string[];
  /** Mutable files that are live with other content. */
  readonly changing: readonly string[];
  /** New and changed files. */
  readonly sent: readonly string[];
  /** Files of which only headers change. */
  readonly patched: readonly string[];
  /** Pages that the release no longer has. */
  readonly removed: readonly string[];
  /** Of the files that lie or lay there, and of new ones: those that are served otherwise than before. */
  readonly changed: readonly string[];
  /** True if there is nothing to stage or switch. */
  readonly idle: boolean;
  /** Puts the whole release in the bucket without touching what is live. Gives the bytes sent. */
  stage(): Promise<number>;
  /** Makes it live, but for the route in atomic releases. */
  switch(): Promise<Switched>;
}

export interface Switched {
  /** Paths of the site that are served with other content or headers than before. */
  readonly changed: readonly string[];
  /** How many objects were deleted. */
  readonly deleted: number;
}

/** What a run did, for outputs and summary. */
export interface Outcome {
  readonly task: 'publish' | 'rollback' | 'release-hold';
  readonly release: string | undefined;
  readonly previous: string | undefined;
  /** Where the entry page can be read. */
  readonly link?: string;
  readonly sent: readonly string[];
  readonly patched: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly bytes: number;
  readonly deleted: number;
  readonly invalidated: readonly string[];
  readonly pruned: readonly string[];
  /** The hold that the run has ended, or would. */
  readonly holdEnded?: string;
  /** Why the CDN was not told of what is live; undefined if it was. */
  readonly failure?: unknown;
}

export const NOTHING: Omit<Outcome, 'task' | 'release' | 'previous'> = {
  sent: [],
  patched: [],
  removed: [],
  unchanged: 0,
  bytes: 0,
  deleted: 0,
  invalidated: [],
  pruned: [],
};
