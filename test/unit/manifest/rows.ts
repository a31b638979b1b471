/**
 * For every row of the conversion's tables a value that is carried and one that is refused. `rows.test.ts` runs them all for
 * each kind that has the row, and fails if a row of the tables has no case here.
 */

import type { Table } from '../../../src/manifest/decode/table.ts';
import { containerSection, probes } from './rows/containers.ts';
import { root, splits, targets } from './rows/document.ts';
import { resourceMetadata } from './rows/metadata.ts';
import { podSpec } from './rows/pod-spec.ts';
import { templateMetadata } from './rows/template-metadata.ts';
import type { Section } from './rows/types.ts';
import { volumeSection } from './rows/volumes.ts';

export const SECTIONS: readonly Section[] = [
  root,
  resourceMetadata,
  templateMetadata,
  podSpec,
  containerSection,
  probes,
  volumeSection,
  targets,
  splits,
];

/** Every row of a table by its words, lists as `[0]`: what must have a case. */
export function rowsOf(table: Table, words = ''): string[] {
  return Object.entries(table.rows).flatMap(([key, row]) => {
    const here = /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) ? (words === '' ? key : `${words}.${key}`) : `${words}["${key}"]`;
    if (row.does === 'nest') return [here, ...rowsOf(row.table, here)];
    if (row.does === 'list') return [here, ...rowsOf(row.table, `${here}[0]`)];
    return [here];
  });
}
