/** Holds of services: how they are named, read and refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { FREEZE_ANNOTATION } from '../../../../src/freeze/freeze.ts';
import { noteServices } from '../../../../src/freeze/standing.ts';
import { type FreezeWindow, parseFreezeWindow } from '../../../../src/freeze/windows.ts';
import type { HttpClient } from '../../../../src/google/http/client.ts';
import { readServiceNames } from '../../../../src/inputs/services.ts';
import { ANNOTATION_PREFIX } from '../../../../src/records/annotations.ts';
import {
  checkHolds,
  HOLD_ANNOTATION,
  holdOf,
  holdsOf,
  readNamedServices,
  type ServiceHold,
} from '../../../../src/records/holds.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { CloudError, OutcomeError } from '../../../../src/runtime/errors.ts';
import { createInputReader } from '../../../../src/runtime/inputs.ts';
import type { Log } from '../../../../src/runtime/log.ts';
import { createSummary } from '../../../../src/runtime/summary.ts';

const workspace = mkdtempSync(join(tmpdir(), 'holds-'));
afterAll(() => rmSync(workspace, { recursive: true }));
const PLACE = { project: 'acme-prod', region: 'us-central1', commit: 'c'.repeat(40), workspace };
const full = (name: string, region = 'us-central1', project = 'acme-prod') =>
  `projects/${project}/locations/${region}/services/${name}`;

function read(services: string, place: Parameters<typeof readServiceNames>[1] = PLACE) {
  const reader = createInputReader({ INPUT_SERVICES: services });
  const names = readServiceNames(reader, place);
  reader.done();
  return names;
}

describe('the input services', () => {
  test('takes names, regions with names, and full names, each once', () => {
    expect(
      read(
        'api\n# a comment\neurope-west1/api\nprojects/other-prod/locations/us-east1/services/web\nprojects/example.com:acme-prod/locations/us-east1/workerPools/queue\nus-central1/api',
      ),
    ).toEqual([
      full('api'),
      full('api', 'europe-west1'),
      full('web', 'us-east1', 'other-prod'),
      'projects/example.com:acme-prod/locations/us-east1/workerPools/queue',
    ]);
    expect(read('')).toEqual([]);
  });
  test.each([
    ['API', /"API" is not a service.*NAME, REGION\/NAME/],
    ['here/api', /"here" is not a region/],
    ['acme/us-central1/api', /"acme\/us-central1\/api" is not a service/],
    ['projects/acme-prod/locations/us-central1/jobs/api', /is not a service/],
    ['projects/A/locations/us-central1/services/api', /"A" is not a project id/],
    ['projects/acme-prod/locations/..%2f/services/api', /is not a region/],
    ['us-central1, europe-west1/api', /Write one region per line/],
  ])('refuses %s', (line, said) => {
    expect(() => read(line)).toThrow(said);
  });
  test('an action without region or project asks for them', () => {
    expect(() => read('api', { ...PLACE, region: undefined })).toThrow(/does not say its region.*REGION\/api/);
    expect(() => read('api', { ...PLACE, project: undefined })).toThrow(/does not say its project/);
    expect(read(full('api'), { ...PLACE, project: undefined, region: undefined })).toEqual([full('api')]);
  });
});

describe('a service by its manifest', () => {
  const manifest = (kind: string) => {
    const spec = kind === 'Job' ? '{template: {spec: {template: {spec: {containers: [{image: a}]}}}}}' : '';
    const text = `apiVersion: ${kind === 'Service' ? 'serving.knative.dev' : 'run.googleapis.com'}/v1
kind: ${kind}
metadata: {name: "\${SERVICE}"}
spec: ${spec || '{template: {spec: {containers: [{image: a}]}}}'}
`;
    writeFileSync(join(workspace, `${kind}.yaml`), text);
    return `${kind}.yaml`;
  };
  const line = (kind: string, rest: object = {}) =>
    JSON.stringify({ manifest: manifest(kind), substitutions: { SERVICE: 'tenant-us' }, ...rest });

  test('is the one that deploy-run deploys from it', () => {
    expect(read(line('Service'))).toEqual([full('tenant-us')]);
    expect(read(line('Service', { region: 'europe-west1' }))).toEqual([full('tenant-us', 'europe-west1')]);
    expect(read(line('Service', { substitutions: 'SERVICE=tenant-eu\nLOG_LEVEL=info' }))).toEqual([full('tenant-eu')]);
    expect(read(line('WorkerPool'))).toEqual([full('tenant-us').replace('services', 'workerPools')]);
  });
  test('a job has no hold', () => {
    expect(read(line('Job'))).toEqual([]);
  });
  test.each([
    ['{"manifest"', /is not a service by its manifest\. Write \{"manifest": "PATH"/],
    ['{"service": "api"}', /is not a service by its manifest/],
    ['{"manifest": "Service.yaml", "regoin": "x"}', /is not a service by its manifest/],
    ['{"manifest": "none.yaml"}', /there is no file "none.yaml"/],
    ['{"manifest": "Service.yaml"}', /SERVICE/],
  ])('refuses %s', (text, said) => {
    manifest('Service');
    expect(() => read(text)).toThrow(said);
  });
});

/** As version 1.0.0 wrote it in a rollback. */
const HOLD: ServiceHold = {
  reason: 'Rolled back to aaaaaaaaaaaa.',
  by: 'octocat',
  at: '2026-01-02T03:04:05.000Z',
  runUrl: 'https://github.com/acme/shop/actions/runs/1',
  revision: 'api-aaaaaaaaaaaa-1',
  commit: 'a'.repeat(40),
};
const held = { annotations: { [HOLD_ANNOTATION]: JSON.stringify(HOLD) } };

/** Returns by full name; a number is the status of a refusal. */
const cloud = (resources: Readonly<Record<string, object | number>>): HttpClient =>
  ({
    json: async ({ url, resource, permission }: { url: string; resource: string; permission: string }) => {
      const response = resources[url.replace('http://run/v2/', '')] ?? 404;
      if (typeof response === 'number') throw new CloudError({ message: 'no', status: response, resource, permission });
      return response;
    },
  }) as unknown as HttpClient;

describe('holds', () => {
  const find = (resources: Readonly<Record<string, object | number>>, ...names: string[]) =>
    readNamedServices(cloud(resources), 'http://run', names).then(holdsOf);

  it('are found on the named services, and on worker pools of that name', async () => {
    const pool = full('queue').replace('services', 'workerPools');
    const resources = { [full('api')]: held, [full('web')]: { annotations: {} }, [pool]: held };
    expect(await find(resources, full('api'), full('web'), full('queue'), full('absent'))).toEqual([
      { name: full('api'), hold: HOLD },
      { name: full('queue'), hold: HOLD },
    ]);
  });
  it('of a service that cannot be read are an error; worker pools that no input names are not', async () => {
    await expect(find({ [full('api')]: 403 }, full('api'))).rejects.toMatchObject({ permission: 'run.services.get' });
    const pool = full('api').replace('services', 'workerPools');
    expect(await find({ [pool]: 403 }, full('api'))).toEqual([]);
    await expect(find({ [pool]: 403 }, pool)).rejects.toMatchObject({ permission: 'run.workerpools.get' });
  });
  it('that are not ours in form hold nothing', () => {
    for (const text of ['', 'yes', 'null', '[]', '{"at":1}'])
      expect(holdOf({ annotations: { [HOLD_ANNOTATION]: text } })).toBeUndefined();
  });

  const notices: string[] = [];
  const summary = createSummary();
  const note = (freeze: readonly FreezeWindow[]) =>
    noteServices({ summary, clock: { ...systemClock, now: () => 0 } }, freeze);
  const check = (force: boolean) =>
    checkHolds({
      http: cloud({ [full('api')]: held, [full('web', 'europe-west1')]: held }),
      endpoint: 'http://run',
      names: [full('api'), full('web', 'europe-west1')],
      freeze: [],
      clock: { now: () => 0 },
      force,
      consequence: 'No migration ran.',
      onRead: note([]),
      log: { notice: (text: string) => notices.push(text) } as unknown as Log,
    });
  it('block, and the message names the hold, reason, author, time, run and fix', async () => {
    const error = await check(false).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(OutcomeError);
    expect((error as Error).message).toBe(
      `The service api in us-central1 of acme-prod is on hold. octocat put the service on hold at 2026-01-02T03:04:05.000Z: Rolled back to aaaaaaaaaaaa. (https://github.com/acme/shop/actions/runs/1). The service web in europe-west1 of acme-prod is on hold. octocat put the service on hold at 2026-01-02T03:04:05.000Z: Rolled back to aaaaaaaaaaaa. (https://github.com/acme/shop/actions/runs/1). No migration ran. To release the hold, run the rollback workflow or deploy-run with release-hold: true, and then run this again. To continue once despite the hold, set force: true.`,
    );
  });
  it('and freezes end the summary of the step that they block', () => {
    expect(summary.text()).toContain(
      '🔒 The service api in us-central1 of acme-prod is on hold. octocat put the service on hold at 2026-01-02',
    );
  });
  it('are named when they are overridden', async () => {
    await check(true);
    expect(notices).toEqual([
      expect.stringContaining('Forced: the hold on service api in us-central1 of acme-prod was overridden'),
      expect.stringContaining('service web in europe-west1'),
    ]);
  });

  describe.each([
    ['a freeze of the input', { freeze: [parseFreezeWindow('Thu - Fri: audit')] }, {}],
    ['a freeze on a service', {}, { annotations: { [FREEZE_ANNOTATION]: 'Thu - Fri: audit' } }],
  ])('%s', (_, given, resource) => {
    // 1970 began on a Thursday.
    const work = (force: boolean) =>
      checkHolds({
        http: cloud({ [full('api')]: resource }),
        endpoint: 'http://run',
        names: [full('api')],
        freeze: [],
        clock: { now: () => 0 },
        force,
        consequence: 'No migration ran.',
        onRead: note('freeze' in given ? given.freeze : []),
        log: { notice: (text: string) => notices.push(text) } as unknown as Log,
        ...given,
      });
    it('blocks with its reason, and can be overridden', async () => {
      await expect(work(false)).rejects.toThrow('Deploys are frozen (Thu - Fri): audit. No migration ran.');
      expect(summary.text()).toMatch(/📅 .*Deploys are frozen until 1970-01-03 00:00 UTC \(Thu - Fri\): audit\./);
      await work(true);
      expect(notices.at(-1)).toContain('Forced: the freeze was overridden. Deploys are frozen (Thu - Fri)');
    });
  });

  it('an undecided canary blocks, forced or not; one that was aborted does not', async () => {
    const record = (release: object) => ({
      annotations: { [`${ANNOTATION_PREFIX}rollout`]: JSON.stringify({ commit: 'a'.repeat(40), release }) },
    });
    const work = (release: object) =>
      checkHolds({
        http: cloud({ [full('api')]: record(release) }),
        endpoint: 'http://run',
        names: [full('api')],
        freeze: [],
        clock: { now: () => 0 },
        force: true,
        consequence: 'No migration ran.',
        onRead: note([]),
        log: { notice: () => {} } as unknown as Log,
      });
    await expect(work({ format: 3 })).rejects.toThrow(
      'The canary of aaaaaaaaaaaa on service api in us-central1 of acme-prod is undecided. No migration ran.',
    );
    await work({ format: 3, aborted: true });
    await work({ format: 2 });
  });
});
