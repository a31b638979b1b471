/**
 * Checks that the writes of a migration job are a path of the migration model: a migration is recorded before it starts,
 * a run starts only its plan, applied migrations stay recorded, and each image migrates once with the same arguments.
 */
import { type Call, isAccepted, isRefused, parameter, pathOf, type TraceFacts } from './calls.ts';

interface JobDocument {
  readonly annotations?: { readonly [name: string]: string };
  readonly template?: { readonly template?: { readonly containers?: readonly { image?: string; args?: string[] }[] } };
}

/** The record on the job of the migrations of one commit in one database. */
interface RecordEntry {
  readonly commit: string;
  readonly database?: string;
  readonly state: 'started' | 'applied' | 'failed';
}

/** The state of a job, from its log. */
interface KnownJob {
  /** Images and arguments. */
  plan: string;
  record: readonly RecordEntry[];
  /** The last plan that each run has written. */
  readonly plannedBy: Map<string, string>;
  /** Migrations recorded as started, so that an execution may exist. */
  readonly started: Set<string>;
}

const RECORD = 'actions.orchestra.dev/schema';
/** Maximum of entries in a record; older ones are dropped. */
const KEPT = 50;
const PATH = /^(\/v2\/.*\/jobs)(?:\/([^/:]+))?(?::(\w+))?$/;

export function unexpectedExecutions(calls: readonly Call[], facts: TraceFacts): string[] {
  const jobs = new Map<string, KnownJob>();
  const isRepeated = repetitions(facts);
  return calls.flatMap((call, i) => {
    if (call.api !== 'run' || isRefused(call) || parameter(call, 'validateOnly') === 'true') return [];
    const [, place = '', id, verb] = PATH.exec(pathOf(call)) ?? [];
    const name = `${place}/${id ?? parameter(call, 'jobId')}`;
    const known = jobs.get(name);
    if (place === '' || verb === undefined) {
      if (place !== '') jobs.set(name, written(call, known));
      const wrong =
        place === '' || call.action !== 'migrate' ? undefined : judgeRecord(known, jobs.get(name) as KnownJob);
      isRepeated(call, name, undefined);
      return wrong === undefined ? [] : [findingOf(call, i, wrong)];
    }
    if (verb !== 'run' || call.action !== 'migrate' || asksVersion(call)) return [];
    const wrong = known && judgeStart(call, known);
    for (const entry of known?.record ?? []) if (entry.state === 'started') known?.started.add(keyOf(entry));
    const found = [wrong, isRepeated(call, name, known?.plan)].filter((one) => one !== undefined);
    return found.map((one) => findingOf(call, i, one));
  });
}

const findingOf = ({ method, target, by }: Call, i: number, wrong: string): string =>
  `write ${i + 1}, ${method} ${target} by ${by}: ${wrong}`;

/** It reads the version of the schema, and migrates nothing. */
const asksVersion = ({ body }: Call): boolean =>
  (
    body as { overrides?: { containerOverrides?: readonly { args?: unknown }[] } } | undefined
  )?.overrides?.containerOverrides?.some(({ args }) => args !== undefined) ?? false;

/** The job after a write. */
function written(call: Call, known: KnownJob | undefined): KnownJob {
  const { annotations, template } = (call.body ?? {}) as JobDocument;
  const plan = JSON.stringify(template?.template?.containers?.map(({ image, args }) => [image, args]));
  const { plannedBy, started } = known ?? { plannedBy: new Map<string, string>(), started: new Set<string>() };
  plannedBy.set(call.by, plan);
  const record = historyOf(annotations?.[RECORD]);
  for (const entry of record.filter(({ state }) => state === 'started')) {
    const begins = known ? stateOf(known.record, entry) !== 'started' : call.method === 'POST';
    // After a lost response, the record can be the previous one.
    if (begins && isAccepted(call)) started.delete(keyOf(entry));
    else if (!known || !isAccepted(call)) started.add(keyOf(entry));
  }
  return { plan, record, plannedBy, started };
}

function historyOf(text: string | undefined): readonly RecordEntry[] {
  return text === undefined ? [] : ((JSON.parse(text) as { history?: readonly RecordEntry[] }).history ?? []);
}

const keyOf = ({ commit, database }: RecordEntry): string => `${commit} ${database}`;

const stateOf = (record: readonly RecordEntry[] | undefined, { commit, database }: RecordEntry) =>
  record?.find((one) => one.commit === commit && one.database === database)?.state;

/** Applied migrations stay recorded, and only started ones are applied. */
function judgeRecord(known: KnownJob | undefined, { record }: KnownJob): string | undefined {
  if (!known) return undefined;
  for (const entry of known.record) {
    const now = stateOf(record, entry);
    if (entry.state === 'applied' && now === undefined && record.length < KEPT)
      return `the migration of ${entry.commit} is not recorded any more`;
    if (entry.state === 'started' && now === 'applied' && !known.started.has(keyOf(entry)))
      return `it records the migration of ${entry.commit} as applied, and none has started`;
  }
  return undefined;
}

function judgeStart({ by }: Call, { plan, record, plannedBy }: KnownJob): string | undefined {
  if (!record.some(({ state }) => state === 'started')) return 'it starts a migration, and its record does not say so';
  const planned = plannedBy.get(by);
  return planned !== undefined && planned !== plan ? `it starts ${plan}, and has planned ${planned}` : undefined;
}

/**
 * Each image migrates once with the same arguments, unless its execution was cancelled. The log does not show failures, so
 * this is only checked for logs without failing migrations.
 */
function repetitions({ complete, unforced }: TraceFacts) {
  const ran = new Set<string>();
  return (call: Call, name: string, plan: string | undefined): string | undefined => {
    if (!complete || !unforced) return undefined;
    const cancelled = /^(.*\/jobs\/[^/]+)\/executions\/[^/]+:cancel$/.exec(pathOf(call))?.[1];
    if (cancelled !== undefined) for (const one of ran) if (one.startsWith(`${cancelled} `)) ran.delete(one);
    if (plan === undefined) return undefined;
    const what = `${name} ${plan}`;
    if (ran.has(what)) return `${plan} ran before`;
    ran.add(what);
    return undefined;
  };
}
