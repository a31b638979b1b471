/** The grammar of the input `services`: a list of services in YAML or JSON, each with inputs of its own. */
import { parse } from 'yaml';

/** Inputs of the whole release, which no entry has. All others can stand in an entry, and are inherited where they do not. */
export const RELEASE_WIDE: ReadonlySet<string> = new Set([
  'services',
  'project',
  'commit',
  'dry-run',
  'workload-identity-provider',
  'service-account',
  'image-repositories',
  'strategy',
  'steps',
  'step-interval',
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

export interface ServiceEntry {
  /** The service or the manifest, for messages. */
  readonly label: string;
  /** Input by name, as the text that the input would have. */
  readonly values: ReadonlyMap<string, string>;
  /** Names of services that get their traffic before this one. */
  readonly after: readonly string[];
}

const EXPECTED = '- service: web\n  image: NAME@sha256:…';

/**
 * Reads the entries. A value is text, a number or a boolean; a list stands for lines, a map for lines of `KEY=VALUE`. Throws an
 * Error in words for the user.
 */
export function parseServiceEntries(text: string): ServiceEntry[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new Error(`is not valid YAML or JSON: ${(error as Error).message.split('\n')[0]}`);
  }
  if (!Array.isArray(value) || value.length === 0)
    throw new Error(`expected a list of services. Write for instance:\n${EXPECTED}`);
  return value.map(parseEntry);
}

function parseEntry(value: unknown, index: number): ServiceEntry {
  const where = `entry ${index + 1}`;
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Error(`${where}: expected an object with service or manifest. Write for instance:\n${EXPECTED}`);
  const { after = [], ...rest } = value as Readonly<Record<string, unknown>>;
  const label = String(rest.service ?? rest.manifest ?? where);
  const names = typeof after === 'string' ? [after] : after;
  if (!Array.isArray(names) || names.some((name) => typeof name !== 'string'))
    throw new Error(`${label}: after has the names of services, for instance ["web"].`);
  const values = new Map<string, string>();
  for (const [key, given] of Object.entries(rest)) {
    if (RELEASE_WIDE.has(key))
      throw new Error(`${label}: ${key} is for the whole release. Give it as an input of the step.`);
    values.set(key, textOf(given, `${label}: ${key}`));
  }
  return { label, values, after: names as string[] };
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
