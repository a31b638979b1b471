/** The recorded call logs of the bundle tests are paths of the model, and the check notices where they are not. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../../test/harness/calls/logs.ts';
import { strayWrites } from './check.ts';
import { type ServiceWrite, serviceWrites } from './service-writes.ts';

const logs = [...readFolder(join(import.meta.dirname, '../../test/golden'))]
  .map(([name, lines]) => [name, serviceWrites(lines)] as const)
  .filter(([, writes]) => writes.length > 0);

test('there are logs to check', () => {
  expect(logs.length).toBeGreaterThan(100);
});

test.each(logs)('%s', (_, writes) => {
  expect(strayWrites(writes)).toEqual([]);
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
