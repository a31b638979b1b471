/** The grammar of the inputs `services` and `jobs`: lists in YAML or JSON, whose entries have inputs of their own. */
import {
  type EntryGrammar,
  type InputEntry,
  parseEntries,
  parseEntry,
  type RawEntry,
} from '../../src/inputs/entries.ts';

/** Inputs of the whole release, which no entry has. All others can stand in an entry, and are inherited where they do not. */
export const RELEASE_WIDE: ReadonlySet<string> = new Set([
  'services',
  'jobs',
  'project',
  'commit',
  'dry-run',
  'workload-identity-provider',
  'service-account',
  'credentials-json',
  'image-repositories',
  'image-repositories-scope',
  'strategy',
  'steps',
  'step-interval',
  'analysis',
  'on-inconclusive',
  'false-alarm-rate',
  'timeout',
  'tag',
  'no-traffic',
  'remove-tag',
  'rollback-to',
  'reason',
  'hold',
  'release-hold',
  'force',
  'policy',
  'required-checks',
  'secrets-latest',
  'execute',
  'github-token',
  'on-unknown-history',
]);

/** Inputs that name or configure one service, and so stand in an entry alone. */
export const ENTRY_ONLY = ['service', 'manifest', 'image', 'env', 'secrets', 'labels'] as const;

/** What a job inherits from the step; of the others it has none. */
export const JOB_INHERITS: ReadonlySet<string> = new Set([
  'project',
  'region',
  'commit',
  'dry-run',
  'workload-identity-provider',
  'service-account',
  'credentials-json',
  'image-repositories',
  'image-repositories-scope',
  'timeout',
  'policy',
  'secrets-latest',
  'substitutions',
  'github-token',
  'require-provenance',
  'provenance-identity',
  'trusted-root',
  'provenance-key',
]);

export interface ServiceEntry extends InputEntry {
  /** Names of services that get their traffic before this one. */
  readonly after: readonly string[];
}

export interface JobEntry extends InputEntry {
  readonly when: 'before-traffic' | 'after-traffic';
  /** False: it is only deployed. */
  readonly execute: boolean;
  /** `restore` brings all services back if the job fails; `fail` fails the step and leaves them. Before traffic all go back. */
  readonly onFailure: 'restore' | 'fail';
}

const COMMON = {
  wide: RELEASE_WIDE,
  whole: 'the whole release',
  labelOf: ({ service, manifest }: RawEntry) => service ?? manifest,
};
const SERVICE: EntryGrammar = {
  ...COMMON,
  expected: 'service or manifest. Write for instance:\n- service: web\n  image: NAME@sha256:…',
};
const JOB: EntryGrammar = {
  ...COMMON,
  expected: 'manifest. Write for instance:\n- manifest: deploy/warm-up.yaml\n  when: before-traffic',
};

/** Reads the entries of `services`. Throws an Error in words for the user. */
export function parseServiceEntries(text: string): ServiceEntry[] {
  return parseEntries(text, SERVICE).map(({ after = [], ...rest }, i) => {
    const entry = parseEntry(rest, i, SERVICE);
    const names = typeof after === 'string' ? [after] : after;
    if (!Array.isArray(names) || names.some((name) => typeof name !== 'string'))
      throw new Error(`${entry.label}: after has the names of services, for instance ["web"].`);
    return { ...entry, after: names as string[] };
  });
}

/** Reads the entries of `jobs`, in the same grammar. */
export function parseJobEntries(text: string): JobEntry[] {
  return parseEntries(text, JOB).map(({ when, 'on-failure': onFailure = 'fail', execute = true, ...rest }, i) => {
    const entry = parseEntry(rest, i, JOB);
    if (!entry.values.has('manifest')) throw new Error(`${entry.label}: expected ${JOB.expected}`);
    if (when !== 'before-traffic' && when !== 'after-traffic')
      throw new Error(`${entry.label}: when is before-traffic or after-traffic, got ${String(when)}.`);
    if (onFailure !== 'restore' && onFailure !== 'fail')
      throw new Error(`${entry.label}: on-failure is restore or fail, got ${String(onFailure)}.`);
    if (typeof execute !== 'boolean')
      throw new Error(`${entry.label}: execute is true or false, got ${String(execute)}.`);
    return { ...entry, when, onFailure, execute };
  });
}
