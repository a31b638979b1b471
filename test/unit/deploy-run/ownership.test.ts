/** Whose rollout and whose hold stand on a service: what every write of a rollout checks first. */
import { describe, expect, test } from 'vitest';
import { planServingTemplate } from '../../../actions/deploy-run/plan/serving-template.ts';
import {
  checkNoNewHold,
  isOurs,
  isSameHold,
  OvertakenError,
  ourRollout,
} from '../../../actions/deploy-run/service/ownership.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import type { ServiceHold } from '../../../src/records/holds.ts';

const rollout = { id: '1-1-ab', kind: 'deploy', commit: 'a'.repeat(40), candidate: 'web-2', baseline: [], write: 1 };
const hold: ServiceHold = {
  reason: 'x',
  by: 'ann',
  at: '2026-01-01T00:00:00Z',
  runUrl: 'u',
  revision: 'web-1',
  commit: '',
};
const annotated = (records: Readonly<Record<string, object>>): Service => ({
  annotations: Object.fromEntries(
    Object.entries(records).map(([name, record]) => [`actions.orchestra.dev/${name}`, JSON.stringify(record)]),
  ),
});

describe('a rollout', () => {
  test('is ours if its id matches, and its record is returned', () => {
    expect(isOurs(annotated({ rollout }), '1-1-ab')).toBe(true);
    expect(ourRollout(annotated({ rollout }), '1-1-ab')).toMatchObject({ candidate: 'web-2', write: 1 });
  });

  test.each<[string, Service | undefined]>([
    ['no service', undefined],
    ['no record', {}],
    ['the record of an attempt before', annotated({ rollout: { ...rollout, id: '1-0-ab' } })],
  ])('is not ours with %s', (_, service) => {
    expect(isOurs(service, '1-1-ab')).toBe(false);
  });

  test('of another run is named: kind, commit, user and run', () => {
    const other = { ...rollout, id: '2', kind: 'rollback', actor: 'ann', runUrl: 'https://github.test/run/2' };
    expect(() => ourRollout(annotated({ rollout: other }), '1-1-ab')).toThrow(OvertakenError);
    expect(() => ourRollout(annotated({ rollout: other }), '1-1-ab')).toThrow(
      'The rollback of aaaaaaaaaaaa by ann (https://github.test/run/2) has taken the service over.',
    );
  });

  test('that another run has ended is not ours any more', () => {
    expect(() => ourRollout({}, '1-1-ab')).toThrow('Another run has ended this rollout.');
  });
});

describe('a hold', () => {
  test.each<[string, ServiceHold | undefined, boolean]>([
    ['the one that stood when the rollout began', hold, true],
    ['its reason alone was edited', { ...hold, reason: 'y' }, true],
    ['set by another run', { ...hold, runUrl: 'other' }, false],
    ['set again by the same run', { ...hold, at: '2026-01-02T00:00:00Z' }, false],
    ['none stood', undefined, false],
  ])('%s', (_, known, same) => {
    expect(isSameHold(hold, known)).toBe(same);
    const check = () => checkNoNewHold(annotated({ hold }), known);
    if (same) expect(check).not.toThrow();
    else expect(check).toThrow(OvertakenError);
  });

  test('that was released concurrently blocks nothing', () => {
    expect(() => checkNoNewHold({}, hold)).not.toThrow();
    expect(isSameHold(undefined, undefined)).toBe(false);
  });
});

describe('the base of a deploy with only an image', () => {
  const own = { containers: [{ image: 'two' }], unknownField: { kept: true } };
  const service: Service = { template: own, latestCreatedRevision: 'p/revisions/web-2' };

  test('is the template of the service where its own revision serves, without the revision name', () => {
    const base = planServingTemplate({ template: { ...own, revision: 'web-2' } }, { name: 'p/revisions/web-2' });
    expect(base).toEqual({ template: own, revision: 'web-2', from: 'template' });
  });

  test('is the live revision after a rollback: its configuration, and nothing of its identity or state', () => {
    const live = {
      name: 'p/revisions/web-1',
      uid: 'u',
      etag: 'e',
      conditions: [],
      containers: [{ image: 'one', buildInfo: {} }],
      serviceAccount: 'runner@acme.test',
    };
    expect(planServingTemplate(service, live)).toEqual({
      template: { containers: [{ image: 'one' }], serviceAccount: 'runner@acme.test' },
      revision: 'web-1',
      from: 'revision',
    });
  });

  test('is the template of the service where nothing serves', () => {
    expect(planServingTemplate(service, undefined)).toMatchObject({ revision: 'web-2', from: 'template' });
  });
});
