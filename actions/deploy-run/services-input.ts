/** The grammar of the inputs `services` and `jobs`: lists in YAML or JSON, whose entries have inputs of their own. */
import { parse } from 'yaml';

/** Inputs of the whole release, which no entry has. All others can stand in an entry, and are inherited where they do not. */
export const RELEASE_WIDE: ReadonlySet<string> = new Set([
  'services',
  'jobs',
  'project',
  'commit',
  'dry-run',
  'workload-identity-provider',
  'service-account',
  'image-repositories',
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
  'image-repositories',
  'timeout',
  'policy',
  'secrets-latest',
  'substitutions',
  'github-token',
]);

/** An entry of a list. */
interface Entry {
  /** The service or the manifest, for messages. */
  readonly label: string;
  /** Input by name, as the text that the input would have. */
  readonly values: ReadonlyMap<string, string>;
}

export interface ServiceEntry extends Entry {
  /** Names of services that get their traffic before this one. */
  readonly after: readonly string[];
}

export interface JobEntry extends Entry {
  readonly when: 'before-traffic' | 'after-traffic';
  /** `restore` brings all services back if the job fails; `fail` fails the step and leaves them. Before traffic all go back. */
  readonly onFailure: 'restore' | 'fail';
}

const SERVICE = 'service or manifest. Write for instance:\n- service: web\n  image: NAME@sha256:…';
const JOB = 'manifest. Write for instance:\n- manifest: deploy/warm-up.yaml\n  when: before-traffic';

/**
 * Reads the entries of `services`. A value is text, a number or a boolean; a list stands for lines, a map for lines of `KEY=VALUE`.
 * Throws an Error in words for the user.
 */
export function parseServiceEntries(text: string): ServiceEntry[] {
  return parseEntries(text, SERVICE).map(({ after = [], ...rest }, i) => {
    const entry = entryOf(rest, i);
    const names = typeof after === 'string' ? [after] : after;
    if (!Array.isArray(names) || names.some((name) => typeof name !== 'string'))
      throw new Error(`${entry.label}: after has the names of services, for instance ["web"].`);
    return { ...entry, after: names as string[] };
  });
}

/** Reads the entries of `jobs`, in the same grammar. */
export function parseJobEntries(text: string): JobEntry[] {
  return parseEntries(text, JOB).map(({ when, 'on-failure': onFailure = 'fail', ...rest }, i) => {
    const entry = entryOf(rest, i);
    if (!entry.values.has('manifest')) throw new Error(`${entry.label}: expected ${JOB}`);
    if (when !== 'before-traffic' && when !== 'after-traffic')
      throw new Error(`${entry.label}: when is before-traffic or after-traffic, got ${String(when)}.`);
    if (onFailure !== 'restore' && onFailure !== 'fail')
      throw new Error(`${entry.label}: on-failure is restore or fail, got ${String(onFailure)}.`);
    return { ...entry, when, onFailure };
  });
}

function parseEntries(text: string, expected: string): Readonly<Record<string, unknown>>[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new Error(`is not valid YAML or JSON: ${(error as Error).message.split('\n')[0]}`);
  }
  if (!Array.isArray(value) || value.length === 0) throw new Error(`expected a list of entries with ${expected}`);
  return value.map((entry, i) => {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry))
      throw new Error(`entry ${i + 1}: expected an object with ${expected}`);
    return entry as Record<string, unknown>;
  });
}

function entryOf(given: Readonly<Record<string, unknown>>, index: number): Entry {
  const label = String(given.service ?? given.manifest ?? `entry ${index + 1}`);
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(given)) {
    if (RELEASE_WIDE.has(key))
      throw new Error(`${label}: ${key} is for the whole release. Give it as an input of the step.`);
    values.set(key, textOf(value, `${label}: ${key}`));
  }
  return { label, values };
}

function textOf(value: unknown, where: string): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((item) => textOf(item, where)).join('\n');
  return Object.entries(value as object)
    .map(([key, item]) => {
      if (item !== null && typeof item === 'object') throw new Error(`${where}: the value of ${key} must be text.`);
      return `${key}=${quote(String(item ?? ''))}`;
    })
    .join('\n');
}

/** A value with blanks at its ends, or one that looks quoted, keeps them. */
const quote = (text: string): string =>
  /^\s|\s$|^["']/.test(text) ? (text.includes('"') ? `'${text}'` : `"${text}"`) : text;
