/** The recorded call logs of the bundle tests are paths of the models, and the check notices faulty ones. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../../test/harness/calls/logs.ts';
import { type Call, callsOf } from './calls.ts';
import { unexpectedCalls } from './check.ts';
import { unexpectedServiceWrites } from './service/check.ts';
import { type ServiceWrite, serviceWrites } from './service/writes.ts';

const recorded = [...readFolder(join(import.meta.dirname, '../../test/golden'))]
  .map(([name, lines]) => [name, callsOf(lines)] as const)
  .filter(([, calls]) => calls.length > 0);
const logs = recorded
  .map(([name, calls]) => [name, serviceWrites(calls)] as const)
  .filter(([, writes]) => writes.length > 0);

test('there are logs to check', () => {
  expect(recorded.length).toBeGreaterThan(400);
  expect(recorded.flatMap(([, calls]) => calls).length).toBeGreaterThan(5000);
});

test.each(recorded)('%s', (_, calls) => {
  expect(unexpectedCalls(calls)).toEqual([]);
});

/** The write of a faulty protocol; `undefined` if it is unchanged. */
type Fault = (write: ServiceWrite) => ServiceWrite | undefined;

const withRecord =
  (change: (record: NonNullable<ServiceWrite['record']>) => object): Fault =>
  (write) =>
    write.record && { ...write, record: { ...write.record, ...change(write.record) } };

const FAULTS: Readonly<Record<string, Fault>> = {
  'counts no writes': withRecord(({ write }) => ({ write: write + 1 })),
  'gives the candidate traffic at once': (write) =>
    write.record?.write === 1 &&
    Object.keys(write.record.baseline).length > 0 &&
    !(write.record.candidate in write.traffic)
      ? { ...write, traffic: { [write.record.candidate]: 100 } }
      : undefined,
  'gives traffic to a stranger': (write) =>
    write.record && Object.keys(write.record.baseline).length > 0
      ? { ...write, traffic: { stranger: 100 } }
      : undefined,
  'forgets a release': (write) =>
    write.releases.length > 1 ? { ...write, releases: write.releases.slice(1) } : undefined,
  'ends in the middle': (write) => {
    const { record, traffic, mask } = write;
    const isBetween = record !== undefined && record.write > 1 && Object.keys(traffic).length > 1;
    return isBetween && mask.includes('traffic') ? { ...write, record: undefined } : undefined;
  },
  'names no etag': (write) => ({ ...write, fenced: false }),
  'gives more traffic under a new hold': (write) =>
    write.record?.kind === 'deploy' &&
    write.record.write > 1 &&
    write.mask.includes('traffic') &&
    Object.keys(write.traffic).length === 1
      ? { ...write, hold: 'a new one' }
      : undefined,
  'begins under a hold that it did not see': (write) =>
    write.record?.kind === 'deploy' && write.record.write === 1 && write.hold === undefined
      ? { ...write, hold: 'a standing one' }
      : undefined,
  'changes its baseline': withRecord(() => ({ baseline: { stranger: 100 } })),
};

describe('a protocol that', () => {
  test.each(Object.entries(FAULTS))('%s is noticed in four of five writes or more', (_, fault) => {
    const verdicts = logs.flatMap(([, writes]) =>
      writes.flatMap((write, i) => {
        const faulty = fault(write);
        if (faulty === undefined) return [];
        return [unexpectedServiceWrites(writes.map((one, at) => (at === i ? faulty : one))).length > 0];
      }),
    );
    expect(verdicts.length).toBeGreaterThan(10);
    expect(verdicts.filter(Boolean).length / verdicts.length).toBeGreaterThanOrEqual(0.8);
  });
});

/** The call of a faulty client; `undefined` if it is unchanged. */
type CallFault = (call: Call) => Call | undefined;

const without =
  (name: string): CallFault =>
  (call) =>
    call.target.includes(`${name}=`) ? { ...call, target: call.target.replace(name, 'quotaUser') } : undefined;

const withBody =
  (concerns: (call: Call) => boolean, change: (body: Fields) => object): CallFault =>
  (call) =>
    concerns(call) ? { ...call, body: change(call.body as Fields) } : undefined;
type Fields = Readonly<Record<string, unknown>>;

const isState = ({ target }: Call) => target.includes('.releases/state.json');
const isPatchOf = (collection: string) => (call: Call) =>
  call.api === 'run' && call.method === 'PATCH' && call.target.includes(`/${collection}/`);
/** The state of a site is the second part of its upload. */
const withState =
  (change: (state: Fields) => Fields | undefined): CallFault =>
  (call) => {
    const [about, state] = (isState(call) ? call.body : []) as [object, Fields];
    const changed = state && change(state);
    return changed && { ...call, body: [about, changed] };
  };

/** The record on a job, in the write before a migration starts. */
function withRecordOf(change: (history: readonly object[]) => readonly object[]): CallFault {
  const SCHEMA = 'actions.orchestra.dev/schema';
  return ({ ...call }) => {
    const { annotations = {}, ...body } = (call.body ?? {}) as { annotations?: Readonly<Record<string, string>> };
    const text = call.action === 'migrate' && !call.target.includes('validateOnly') ? annotations[SCHEMA] : undefined;
    if (!text?.includes('"started"')) return undefined;
    const { history, ...rest } = JSON.parse(text) as { history: readonly object[] };
    const record = JSON.stringify({ history: change(history), ...rest });
    return { ...call, body: { ...body, annotations: { ...annotations, [SCHEMA]: record } } };
  };
}

const CALL_FAULTS: Readonly<Record<string, CallFault>> = {
  'writes objects whatever their generation': without('ifGenerationMatch'),
  'copies objects whatever their generation': without('ifSourceGenerationMatch'),
  'changes headers whatever they are': without('ifMetagenerationMatch'),
  'sends no update mask': without('updateMask'),
  'writes a service without its etag': withBody(isPatchOf('services'), ({ etag: _, ...rest }) => rest),
  'writes a worker pool without its etag': withBody(isPatchOf('workerPools'), ({ etag: _, ...rest }) => rest),
  'writes a job without its etag': withBody(isPatchOf('jobs'), ({ etag: _, ...rest }) => rest),
  'starts a migration without an etag': withBody(
    ({ action, target }) => action === 'migrate' && target.endsWith(':run'),
    ({ etag: _, ...rest }) => rest,
  ),
  'starts a migration that its record does not have': withRecordOf(() => []),
  'records a migration as applied before it starts': withRecordOf((history) =>
    history.map((one) => ({ ...one, state: 'applied' })),
  ),
  'sets a policy without its etag': withBody(
    ({ target }) => target.endsWith(':setIamPolicy'),
    () => ({ policy: {} }),
  ),
  'writes a URL map without its fingerprint': withBody(
    ({ api, method }) => api === 'compute' && method === 'PUT',
    ({ fingerprint: _, ...rest }) => rest,
  ),
  'claims a site under a hold': withState(({ claim, ...rest }) =>
    claim && (claim as Fields).work === 'upload'
      ? { ...rest, claim, hold: { release: 'r', run: 'another' } }
      : undefined,
  ),
  'forgets which release becomes live': withState(({ unfinished, claim, ...rest }) =>
    unfinished && (claim as Fields | undefined)?.work === 'switch' ? { ...rest, claim } : undefined,
  ),
  'records another release than it has switched to': withState(({ current, claim, ...rest }) =>
    current !== undefined && claim === undefined ? { ...rest, current: 'another' } : undefined,
  ),
};

describe('a client that', () => {
  test.each(Object.entries(CALL_FAULTS))('%s is noticed in nine of ten calls or more', (_, fault) => {
    const verdicts = recorded.flatMap(([, calls]) =>
      calls.flatMap((call, i) => {
        const faulty = call.status.startsWith('2') ? fault(call) : undefined;
        return faulty === undefined
          ? []
          : [unexpectedCalls(calls.map((one, at) => (at === i ? faulty : one))).length > 0];
      }),
    );
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(Boolean).length / verdicts.length).toBeGreaterThanOrEqual(0.9);
  });
});

/** Two sequential migrations by two runs. */
const MIGRATIONS: readonly Call[] = [
  jobWrite('step 1', 'POST', 'a', { a: 'started' }),
  jobStart('step 1'),
  jobWrite('step 1', 'PATCH', 'a', { a: 'applied' }),
  jobWrite('step 2', 'PATCH', 'b', { b: 'started', a: 'applied' }),
  jobStart('step 2'),
  jobWrite('step 2', 'PATCH', 'b', { b: 'applied', a: 'applied' }),
];

function jobWrite(by: string, method: string, image: string, record: Readonly<Record<string, string>>): Call {
  const history = Object.entries(record).map(([commit, state]) => ({ commit, state }));
  const body = {
    etag: `${method === 'POST' ? '' : `${by} ${JSON.stringify(record)}`}`,
    annotations: { 'actions.orchestra.dev/schema': JSON.stringify({ history }) },
    template: { template: { containers: [{ image }] } },
  };
  const target = `/v2/projects/p/locations/l/jobs${method === 'POST' ? '?jobId=m' : '/m'}`;
  return { action: 'migrate', phase: 'main', by, api: 'run', method, target, status: '200', body };
}

function jobStart(by: string): Call {
  const target = '/v2/projects/p/locations/l/jobs/m:run';
  return { ...jobWrite(by, 'POST', '', {}), target, body: { etag: 'as it was read' } };
}

describe('a migration that', () => {
  const without = (at: number) => MIGRATIONS.filter((_, i) => i !== at);
  const inPlaceOf = (at: number, ...calls: Call[]) => MIGRATIONS.flatMap((call, i) => (i === at ? calls : [call]));

  test('starts with its record, and once, is a path of the model', () => {
    expect(unexpectedCalls(MIGRATIONS)).toEqual([]);
    // The response to the start was lost, and another run finds the execution.
    expect(unexpectedCalls(inPlaceOf(1, { ...jobStart('step 1'), status: 'cut' }))).toEqual([]);
  });

  test.each<readonly [string, readonly Call[], RegExp]>([
    ['never started is not applied', without(4), /as applied, and none has started/],
    ['starts again once it was applied', inPlaceOf(5, MIGRATIONS[5] as Call, jobStart('step 2')), /does not say so/],
    [
      'forgets the one before',
      inPlaceOf(3, jobWrite('step 2', 'PATCH', 'b', { b: 'started' })),
      /a is not recorded any more/,
    ],
    [
      'starts what another run has planned',
      inPlaceOf(4, jobWrite('step 3', 'PATCH', 'c', { c: 'started', b: 'started', a: 'applied' }), jobStart('step 2')),
      /it starts .*"c".*, and has planned .*"b"/,
    ],
  ])('%s is noticed', (_, calls, wrong) => {
    expect(unexpectedCalls(calls).join('\n')).toMatch(wrong);
  });
});
