/**
 * Values that the actions would refuse, which is too late: their steps come after the builds and the migration. What only an action can
 * judge is left to it. Pure.
 */
import { parseDuration } from '../../../../src/inputs/duration.ts';
import { parseSteps } from '../../../../src/inputs/steps.ts';
import { asLines, type Entry, type ListProblem } from '../lists.ts';

/** Key → its choices, for any list. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  strategy: ['direct', 'canary'],
  'on-canary': ['wait', 'supersede'],
  'on-inconclusive': ['extend', 'restore', 'proceed'],
  probe: ['http', 'grpc', 'startup'],
  policy: ['enforce', 'warn'],
  exceptions: ['manifest', 'base'],
  'secrets-latest': ['resolve', 'keep'],
  'require-provenance': ['off', 'warn', 'enforce'],
  sign: ['auto', 'required', 'off'],
  'sign-log': ['auto', 'public'],
  'out-of-order': ['warn', 'refuse', 'allow'],
  compress: ['off', 'gzip'],
  precompressed: ['off', 'gzip', 'br', 'zstd'],
  index: ['required', 'optional'],
  'pages-without-extension': ['true', 'false'],
};

const BOOLEANS = [
  'allow-unauthenticated',
  'cache-mounts',
  'contracting',
  'cancel-execution',
  'wait-for-invalidation',
  'clean-urls',
  'source-maps',
  'atomic',
  'strict',
];
const NUMBERS = [
  'probe-passes',
  'port',
  'min-instances',
  'max-instances',
  'concurrency',
  'keep-releases',
  'keep-days',
  'max-delete',
];
const DURATIONS = [
  'step-interval',
  'overdue-after',
  'probe-interval',
  'probe-timeout',
  'timeout',
  'reuse-max-age',
  'passed-within',
];

/** Gives the end of a sentence about a value that is not allowed. */
type Check = (text: string) => string | undefined;

const oneOf =
  (choices: readonly string[]): Check =>
  (text) =>
    choices.includes(text) ? undefined : `"${text}". Expected ${choices.join(' or ')}`;

const readBy =
  (parse: (text: string) => unknown): Check =>
  (text) => {
    try {
      parse(text);
      return undefined;
    } catch (error) {
      return `that cannot be read: ${(error as Error).message.replace(/\.$/, '')}`;
    }
  };

const isNumber: Check = (text) => (/^-?\d+$/.test(text) ? undefined : `"${text}". Expected a whole number`);

const CHECKS = new Map<string, Check>([
  ...Object.entries(CHOICES).map(([key, choices]) => [key, oneOf(choices)] as const),
  ...BOOLEANS.map((key) => [key, oneOf(['true', 'false'])] as const),
  ...NUMBERS.map((key) => [key, isNumber] as const),
  ...DURATIONS.map((key) => [key, readBy(parseDuration)] as const),
  ['steps', readBy(parseSteps)],
]);

/** Keys whose values are checked here. */
export const CHECKED_KEYS: readonly string[] = [...CHECKS.keys()];

/** Problems with the values of entries; `who` of an entry without a name. What is empty is not given. */
export const valueProblems = (input: string, entries: readonly Entry[], who = ''): ListProblem[] =>
  entries.flatMap((entry) =>
    Object.entries(entry).flatMap(([key, value]) => {
      const text = String(asLines(value)).trim();
      const wrong = text === '' ? undefined : CHECKS.get(key)?.(text);
      return wrong === undefined ? [] : [{ input, message: `${entry.name ?? who} has ${key} ${wrong}.`.trimStart() }];
    }),
  );
