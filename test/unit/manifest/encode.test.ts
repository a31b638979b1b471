/** v2 → v1: whatever a manifest can say is written so that it reads back as the same resource. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toManifest } from '../../../src/manifest/encode/index.ts';
import { manifestText } from '../../../src/manifest/encode/text.ts';
import { TABLES } from '../../../src/manifest/index.ts';
import { manifestWith, read } from './documents.ts';
import type { Kind } from './rows/types.ts';
import { SECTIONS } from './rows.ts';

const PLACE = { project: 'acme', region: 'us-central1' };
const again = (kind: Kind, name: string, resource: object) =>
  read(manifestText(toManifest(kind, name, resource, PLACE))).resource;

const KINDS = Object.keys(TABLES) as Kind[];

describe.each(KINDS)('every row of %s', (kind) => {
  const cases = SECTIONS.filter(({ v1 }) => v1[kind] !== undefined).flatMap((section) =>
    section.cases
      .filter(({ only, becomes }) => typeof becomes === 'object' && (only === undefined || only.includes(kind)))
      .map((item) => ({
        name: `${section.v1[kind]} ${item.key}`,
        text: manifestWith(kind, section, item.key, item.good, item.beside),
      })),
  );
  it.each(cases)('$name', ({ text }) => {
    const { name, resource } = read(text);
    expect(again(kind, name, resource)).toEqual(resource);
  });
});

const FOLDER = path.join(import.meta.dirname, 'fixtures', 'accepted');
it.each(readdirSync(FOLDER))('the manifest %s', (file) => {
  const { kind, name, resource } = read(readFileSync(path.join(FOLDER, file), 'utf8'), file);
  expect(again(kind, name, resource)).toEqual(resource);
});

describe('what v1 says for all containers', () => {
  const service = (containers: object[]) => ({ template: { containers } });
  it('is written when it is not what v1 does anyway', () => {
    const made = service([{ image: 'i', resources: { limits: { cpu: '1' }, cpuIdle: false, startupCpuBoost: true } }]);
    expect(toManifest('Service', 'app', made, PLACE)).toMatchObject({
      spec: {
        template: {
          metadata: {
            annotations: {
              'run.googleapis.com/cpu-throttling': 'false',
              'run.googleapis.com/startup-cpu-boost': 'true',
            },
          },
        },
      },
    });
  });
  it('is left out when it is', () => {
    const made = service([{ image: 'i', resources: { cpuIdle: true } }]);
    expect(toManifest('Service', 'app', made, PLACE).spec).toEqual({
      template: { spec: { containers: [{ image: 'i' }] } },
    });
  });
});

it('our own records, and what only the server sets, are left out', () => {
  const annotations = {
    'actions.orchestra.dev/hold': '{}',
    'actions.orchestra.dev/policy-exception.no-latest': 'why',
    a: 'b',
  };
  const made = {
    uid: 'u',
    etag: 'e',
    labels: { 'commit-sha': 'a', 'managed-by': 'github-actions', team: 'core' },
    annotations,
    template: { containers: [{ image: 'i' }] },
  };
  expect(toManifest('Service', 'app', made, PLACE).metadata).toEqual({
    name: 'app',
    labels: { team: 'core' },
    annotations: { 'actions.orchestra.dev/policy-exception.no-latest': 'why', a: 'b' },
  });
});
