/**
 * The conversion of each key of a v1 manifest, as data: the tables of the sections (`service.ts`, `container.ts`, …) are made
 * of these rows, and `walk.ts` carries them out. A key that is in no table is refused.
 */
import type { Location } from '../../runtime/errors.ts';
import type { Node } from '../document.ts';

export type Path = readonly (string | number)[];

/** Reads a YAML value. Throws `Invalid` with what is wrong; `undefined` means that there is nothing to carry over. */
export interface Reader {
  (node: Node, scope: Pick<Scope, 'source'>): unknown;
  /** All words that it takes, if there are only a few. */
  readonly words?: readonly string[];
}

/** What is wrong with a value, to follow the name of its key: `is the number 5. …`. */
export class Invalid extends Error {}

export type Row =
  /** Read the value and set it at `to`, below the table's own place in the v2 resource. */
  | { readonly does: 'carry'; readonly to: Path; readonly read: Reader }
  /** Read the value and keep it under its key, for a `finish` further up. */
  | { readonly does: 'keep'; readonly read: Reader }
  /** A mapping with a table of its own. */
  | { readonly does: 'nest'; readonly to: Path; readonly table: Table }
  /** A list of such mappings. */
  | { readonly does: 'list'; readonly to: Path; readonly table: Table; readonly most: number }
  /** There is nothing like it in v2, and leaving it out would change what runs. */
  | { readonly does: 'refuse'; readonly why: string }
  /** Left out with a warning: it has no effect on Cloud Run. `read` refuses what must not be left out. */
  | { readonly does: 'drop'; readonly why: string; readonly read: Reader }
  /**
   * Set by the server only, found in exported manifests: left out, with one warning for all of them. `unknown`: by its namespace
   * alone, so a key that belongs elsewhere is refused.
   */
  | { readonly does: 'strip'; readonly read: Reader; readonly unknown?: boolean }
  /** Written by these actions only: refused, but left out of what was exported from a service that they deployed. */
  | { readonly does: 'reserve'; readonly read: Reader };

export interface Table {
  readonly rows: Readonly<Record<string, Row>>;
  /** The row of a key that `rows` does not name, for maps whose keys are the user's. */
  readonly others?: (key: string) => Row | undefined;
  /** Checks and completes what was set, once all keys of one mapping were walked. */
  readonly finish?: (scope: Scope) => void;
}

/** One mapping of the manifest, and its place in the resource that is being made. */
export interface Scope {
  readonly source: ManifestOrigin;
  /** Short name of the Service, Job or WorkerPool; `''` while it is unknown. */
  readonly name: string;
  readonly at: Location;
  /** The mapping in the manifest's words: `spec.template.spec.containers[0]`. */
  readonly words: string;
  /** The same in the v2 resource. */
  readonly base: Path;
  /** Where a key of this mapping stands; the mapping itself if it has no such key. */
  atKey(key: string): Location;
  has(key: string): boolean;
  /** A value of the v2 resource, below `base`. */
  get<T = unknown>(path: string | Path): T | undefined;
  set(path: string | Path, value: unknown, at: Location): void;
  remove(path: string | Path): void;
  kept<T = unknown>(key: string): Kept<T> | undefined;
  /** Where a value of the v2 resource, below `base`, comes from. */
  locate(path: string | Path): Location;
  problem(at: Location, words: string, message: string): void;
  warn(at: Location, words: string, message: string): void;
}

export interface Kept<T> {
  readonly value: T;
  readonly at: Location;
  readonly words: string;
}

export interface ManifestOrigin {
  readonly text: string;
  /** Relative to the workspace, for annotations. */
  readonly file: string;
  /** `${NAME}` → value. The caller puts PROJECT, REGION and COMMIT in. */
  readonly substitutions: ReadonlyMap<string, string>;
  readonly project: string;
  readonly region: string;
}

export const toPath = (path: string | Path): Path =>
  typeof path !== 'string' ? path : path === '' ? [] : path.split('.');

export const carry = (to: string | Path, read: Reader): Row => ({ does: 'carry', to: toPath(to), read });
/** Looks at the value, and carries nothing. */
export const check = (read: Reader): Row =>
  carry([], (node, scope) => {
    read(node, scope);
  });
export const keep = (read: Reader): Row => ({ does: 'keep', read });
export const nest = (to: string | Path, table: Table): Row => ({ does: 'nest', to: toPath(to), table });
export const list = (to: string | Path, table: Table, most = Number.POSITIVE_INFINITY): Row => ({
  does: 'list',
  to: toPath(to),
  table,
  most,
});
export const refuse = (why: string): Row => ({ does: 'refuse', why });
export const drop = (why: string, read: Reader): Row => ({ does: 'drop', why, read });
export const strip = (read: Reader): Row => ({ does: 'strip', read });
export const stripUnknown = (read: Reader): Row => ({ does: 'strip', read, unknown: true });
export const reserve = (read: Reader): Row => ({ does: 'reserve', read });

/** A key in the manifest's words: `metadata.annotations["run.googleapis.com/ingress"]`, `spec.template`. */
export function below(words: string, key: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) return `${words}["${key}"]`;
  return words === '' ? key : `${words}.${key}`;
}
