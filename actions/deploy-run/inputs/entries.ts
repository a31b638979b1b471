/** The grammar of the inputs `services` and `jobs`: lists in YAML or JSON, whose entries have inputs of their own. */
import {
  type EntryGrammar,
  type InputEntry,
  parseEntries,
  parseEntry,
  type RawEntry,
} from '../../../src/inputs/entries.ts';
import type { JobSource } from '../plan/request.ts';

/** Inputs of the whole release, which an entry cannot have. All others can be set in an entry, and default to those of the step. */
export const RELEASE_WIDE: ReadonlySet<string> = new Set([
  'services',
  'jobs',
  'verify',
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
  'on-canary',
  'overdue-after',
  'advance',
  'deployment-environment',
  'approved',
  'analysis',
  'on-inconclusive',
  'false-alarm-rate',
  'timeout',
  'tag',
  'no-traffic',
  'remove-tag',
  'preview-failure',
  'preview-comment',
  'rollback-to',
  'on-unknown-combination',
  'reason',
  'hold',
  'release-hold',
  'force',
  'freeze',
  'required-checks',
  'execute',
  'github-token',
  'on-unknown-history',
]);

/** Inputs that name or configure one service. Entries do not inherit them. */
export const ENTRY_ONLY = ['service', 'manifest', 'image', 'env', 'secrets', 'labels'] as const;

/** The inputs that a job inherits from the step. */
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
  'force',
  'freeze',
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
  /** Name for `after` of other entries; undefined if they use only the name of the service. */
  readonly name: string | undefined;
  /** Names of services that get their traffic before this one. */
  readonly after: readonly string[];
}

export interface JobEntry extends InputEntry {
  readonly source: JobSource;
  readonly when: 'before-traffic' | 'after-traffic';
  /** False: it is only deployed. */
  readonly execute: boolean;
  /** If the job fails after traffic, `restore` restores all services and `fail` only fails the step. Before traffic all are restored. */
  readonly onFailure: 'restore' | 'fail';
}

/** Keys of an entry that runs a job or a command, beside `when` and `on-failure`. */
const JOB_KEYS = new Set(['job', 'region']);
const COMMAND_KEYS = new Set(['command', 'args', 'service', 'region']);

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
  labelOf: ({ manifest, job, service }: RawEntry) => manifest ?? job ?? service,
  expected:
    'one of manifest, job and command. Write for instance:\n- manifest: deploy/warm-up.yaml\n  when: before-traffic',
};

/** Reads the entries of `services`. Throws an Error with a message for the user. */
export function parseServiceEntries(text: string): ServiceEntry[] {
  return parseEntries(text, SERVICE).map(({ after = [], name, ...rest }, i) => {
    const entry = parseEntry(rest, i, SERVICE);
    if (name !== undefined && (typeof name !== 'string' || name === ''))
      throw new Error(`${entry.label}: name is the text that after of other entries refers to, such as web.`);
    const names = typeof after === 'string' ? [after] : after;
    if (!Array.isArray(names) || names.some((name) => typeof name !== 'string'))
      throw new Error(`${entry.label}: after is a list of service names, for instance ["web"].`);
    return { ...entry, name, after: names as string[] };
  });
}

/** Reads the entries of `jobs` and `verify`, in the same grammar. `usual` is the phase of an entry that names none. */
export function parseJobEntries(text: string, usual?: JobEntry['when']): JobEntry[] {
  return parseEntries(text, JOB).map((given, i) => {
    const { when = usual, 'on-failure': onFailure = 'fail', execute = true, ...rest } = given;
    const entry = parseEntry(rest, i, JOB);
    const source = jobSource(rest, entry);
    if (source.kind !== 'manifest' && 'execute' in given)
      throw new Error(`${entry.label}: execute is only allowed with manifest.`);
    if (when !== 'before-traffic' && when !== 'after-traffic')
      throw new Error(`${entry.label}: when is before-traffic or after-traffic, got ${String(when)}.`);
    if (onFailure !== 'restore' && onFailure !== 'fail')
      throw new Error(`${entry.label}: on-failure is restore or fail, got ${String(onFailure)}.`);
    if (typeof execute !== 'boolean')
      throw new Error(`${entry.label}: execute is true or false, got ${String(execute)}.`);
    return { ...entry, source, when, onFailure, execute };
  });
}

function jobSource(given: RawEntry, { label, values }: InputEntry): JobSource {
  const { job, command, args, service } = given;
  if ([given.manifest, job, command].filter((value) => value !== undefined).length !== 1)
    throw new Error(`${label}: expected ${JOB.expected}`);
  if (given.manifest !== undefined) return { kind: 'manifest' };
  const known = job === undefined ? COMMAND_KEYS : JOB_KEYS;
  const unknown = [...values.keys()].find((key) => !known.has(key));
  if (unknown)
    throw new Error(
      `${label}: ${unknown} cannot be combined with ${job === undefined ? 'command' : 'job'}. Use manifest.`,
    );
  if (job !== undefined) {
    if (typeof job !== 'string' || !/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(job))
      throw new Error(`${label}: job is the name of a Cloud Run job, got ${JSON.stringify(job)}.`);
    return { kind: 'existing', job };
  }
  return {
    kind: 'command',
    service: service === undefined ? undefined : String(service),
    command: words(command, `${label}: command`),
    args: args === undefined ? [] : words(args, `${label}: args`),
  };
}

/** No shell splits them, so a text with blanks would be ambiguous. */
function words(value: unknown, where: string): string[] {
  const list = typeof value === 'string' && !/\s/.test(value) ? [value] : value;
  if (Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === 'string' && word !== ''))
    return list as string[];
  throw new Error(`${where} is a list of words, for instance ["npm", "run", "smoke"], got ${JSON.stringify(value)}.`);
}
