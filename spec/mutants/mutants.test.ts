/** The generator of mutants finds every fence, and a new one wherever it is written. The mutants themselves run by `npm run mutants`. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from './fences.ts';
import { withMutants } from './mutate.ts';
import { staleReasons } from './report/report.ts';
import { REVIEWED } from './reviewed.ts';
import { findSites } from './sites.ts';

const root = join(import.meta.dirname, '../..');
const { sites, unused } = findSites(root);

describe('the mutants of the fences', () => {
  test('each fence of the list stands somewhere, and each kind has a site', () => {
    expect(unused).toEqual([]);
    expect(KINDS.filter((kind) => !sites.some((site) => site.kind === kind))).toEqual([]);
    expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length);
  });

  test('reasons of survivors are about sites that are there', () => {
    expect(staleReasons(REVIEWED, sites)).toEqual([]);
  });

  test('a new use of a fence is found under whatever name, and a new parameter of a request', () => {
    const file = 'actions/deploy-run/rollout/restore.ts';
    const planted = `${readFileSync(join(root, file), 'utf8')}
import { holdOf as standing } from '../../../src/records/holds.ts';
import { checkNoNewHold } from '../service/ownership.ts';
import type { RolloutRecord } from '../plan/records.ts';
import type { Service } from '../../../src/google/run/resources.ts';
export function planted({ id: theirs }: RolloutRecord, service: Service, id: string): string | undefined {
  checkNoNewHold(service, undefined);
  if (theirs !== id) return undefined;
  return standing(service)?.revision ?? \`https://storage/o?ifGenerationMatch=\${id}\`;
}
`;
    const known = new Set(sites.map((site) => site.id));
    const found = findSites(root, { [file]: planted }).sites.filter(({ id }) => !known.has(id));
    expect(found.map(({ id }) => id.replace(`${file} planted: `, ''))).toEqual([
      'checkNoNewHold(service, undefined)',
      'theirs !== id',
      'standing(service)',
      'ifGenerationMatch',
    ]);
  });

  test('files with mutants are programs', () => {
    for (const file of new Set(sites.map((site) => site.file))) {
      const here = sites.filter((site) => site.file === file);
      const mutated = withMutants(
        file,
        readFileSync(join(root, file), 'utf8'),
        here,
        here.map((_, i) => i),
      );
      expect(mutated.match(/isMutated\(\d+\)/g)).toHaveLength(here.length);
      expect(() => stripTypeScriptTypes(mutated), file).not.toThrow();
    }
  });
});
