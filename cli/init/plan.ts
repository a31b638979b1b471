/** What `init` found in its source, and what it generates from it. */
import type { ManifestDocument } from '../../src/manifest/encode/index.ts';

export interface Found {
  readonly kind: 'Service' | 'WorkerPool' | 'Job';
  readonly name: string;
  readonly project: string;
  readonly region: string;
  readonly document: ManifestDocument;
  /** Inputs of deploy-run that the source implies. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Names in the manifest (`${NAME}`) → the expression of the workflow that has the value. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /** Other names in the manifest (`${NAME}`): those that every deploy has a value for, and those that no one has yet. */
  readonly otherNames?: readonly string[];
  /** Variables that a secret of GitHub set, with the expression: their value belongs into Secret Manager. */
  readonly githubSecrets?: Readonly<Record<string, string>>;
  /** Whether the service allows unauthenticated invocations now; undefined if it does not exist or this is not known. */
  readonly open: boolean | undefined;
  /** Where it comes from, for the first line of the manifest: `the live service`. */
  readonly origin: string;
  /** Sentences for the user. */
  readonly notes: readonly string[];
}
