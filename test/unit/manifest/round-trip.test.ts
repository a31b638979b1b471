/** Converted manifests against the emulator's API: every field is one that v2 has, and what it makes of them is no change. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PARENT, startFixture } from '../../../packages/emulator/test/unit/run/fixture.ts';
import { differences, type Manifest, TABLES } from '../../../src/manifest/index.ts';
import { manifestWith, read } from './documents.ts';
import type { Kind } from './rows/types.ts';
import { SECTIONS } from './rows.ts';

const COLLECTION = {
  Service: ['services', 'serviceId'],
  Job: ['jobs', 'jobId'],
  WorkerPool: ['workerPools', 'workerPoolId'],
} as const;
const url = ({ kind, name }: Manifest) => `${PARENT}/${COLLECTION[kind][0]}/${name}`;
/** A service of several regions is made at the location `global`. */
const createUrl = ({ kind, name, resource }: Manifest) => {
  const parent = 'multiRegionSettings' in resource ? PARENT.replace(/[^/]+$/, 'global') : PARENT;
  return `${parent}/${COLLECTION[kind][0]}?${COLLECTION[kind][1]}=${name}`;
};

const fixturesIn = (folder: string) =>
  readdirSync(path.join(import.meta.dirname, 'fixtures', folder)).map((name) => {
    const text = readFileSync(path.join(import.meta.dirname, 'fixtures', folder, name), 'utf8');
    return { name, manifest: read(text, name), because: /^# because: (.*)$/m.exec(text)?.[1] ?? '' };
  });

/** The server takes a GPU only beside the CPU and memory that go with it, and the id of a multi-region only beside its regions. */
const NOT_BY_ITSELF = /"nvidia\.com\/gpu"|"multiRegionSettings":\{"multiRegionId"/;

it.each(fixturesIn('accepted'))('stores $name, and reading it back shows no change', async ({ manifest }) => {
  const { call, settle } = await startFixture();
  const made = await call('POST', createUrl(manifest), manifest.resource);
  expect(made.body).toMatchObject({ name: expect.stringContaining('/operations/') });
  await call('POST', `${made.body.name}:wait`, { timeout: '20s' });
  const stored = (await call('GET', url(manifest))).body;
  expect(differences(manifest.kind, stored, manifest.resource)).toEqual([]);
  expect(differences(manifest.kind, manifest.resource, stored)).toEqual([]);

  await settle('PATCH', url(manifest), manifest.resource);
  const again = (await call('GET', url(manifest))).body;
  expect(again.template).toEqual(stored.template);
  expect(again.latestCreatedRevision).toBe(stored.latestCreatedRevision);
  expect(differences(manifest.kind, again, stored)).toEqual([]);
});

it.each(fixturesIn('api'))('leaves $name to the API, which refuses it', async ({ manifest, because }) => {
  const { call } = await startFixture();
  const { status, body } = await call('POST', `${createUrl(manifest)}&validateOnly=true`, manifest.resource);
  expect(status).toBe(400);
  expect(body.error.message).toContain(because);
});

it.each(Object.keys(TABLES) as Kind[])('carries every row of %s to a field that v2 has', async (kind) => {
  const { call } = await startFixture();
  const cases = SECTIONS.filter(({ v1 }) => v1[kind] !== undefined).flatMap((section) =>
    section.cases
      .filter(({ only }) => only === undefined || only.includes(kind))
      .map(({ key, good, beside }) => read(manifestWith(kind, section, key, good, beside))),
  );
  const refused: string[] = [];
  for (const manifest of cases) {
    const { status, body } = await call('POST', `${createUrl(manifest)}&validateOnly=true`, manifest.resource);
    const text = JSON.stringify(manifest.resource);
    if (status !== 200 && !NOT_BY_ITSELF.test(text)) refused.push(`${JSON.stringify(body.error?.message)} ${text}`);
  }
  expect(cases.length).toBeGreaterThan(80);
  expect(refused).toEqual([]);
});
