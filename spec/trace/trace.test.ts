/** The recorded call logs of the bundle tests are paths of the model, and the check notices where they are not. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../../test/harness/calls/logs.ts';
import { type Call, callsOf } from './calls.ts';
import { strayCalls } from './check.ts';
import { strayWrites } from './service/check.ts';
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
  expect(strayCalls(calls)).toEqual([]);
});

/** A write as a faulty protocol would send it; `undefined` where it would be the same. */
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
        return [strayWrites(writes.map((one, at) => (at === i ? faulty : one))).length > 0];
      }),
    );
    expect(verdicts.length).toBeGreaterThan(10);
    expect(verdicts.filter(Boolean).length / verdicts.length).toBeGreaterThanOrEqual(0.8);
  });
});

/** A call as a faulty client would send it; `undefined` where it would be the same. */
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
        return faulty === undefined ? [] : [strayCalls(calls.map((one, at) => (at === i ? faulty : one))).length > 0];
      }),
    );
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(Boolean).length / verdicts.length).toBeGreaterThanOrEqual(0.9);
  });
});
