/** The sample application's manifests, as they are deployed: by the rules, and without a warning. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { containersOf, type Manifest } from '../../../src/manifest/index.ts';
import { judge } from '../../../src/policy/evaluate.ts';
import { read } from '../manifest/documents.ts';

const FOLDER = path.join(import.meta.dirname, '../../../examples/orchestra/deploy/cloud-run');
const manifests = readdirSync(FOLDER).map((name) => ({
  name,
  manifest: read(readFileSync(path.join(FOLDER, name), 'utf8'), name),
}));

function withDigests(manifest: Manifest): Manifest {
  const resource = structuredClone(manifest.resource);
  for (const container of containersOf(resource))
    container.image = container.image?.replace(/:[^:/]+$/, `@sha256:${'0'.repeat(64)}`) ?? '';
  return { ...manifest, resource } as Manifest;
}

it.each(manifests)('$name', ({ name, manifest }) => {
  expect(manifest.warnings).toEqual([]);
  expect(judge(withDigests(manifest), { production: name !== 'preview.yaml', now: 0, probed: false })).toEqual([]);
  // As they stand they name their images by latest, which no deploy may.
  expect(new Set(judge(manifest, { production: false, now: 0, probed: false }).map(({ rule }) => rule))).toEqual(
    new Set(['no-latest']),
  );
});
