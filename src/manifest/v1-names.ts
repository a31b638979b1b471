/** Names fields of the v2 API as the manifest names them, by the conversion's own tables read backwards. */

import { below, type Path, type Reader, type Table } from './decode/table.ts';
import { textBoolean } from './decode/values.ts';
import { job } from './kinds/job.ts';
import { service } from './kinds/service.ts';
import { workerPool } from './kinds/worker-pool.ts';
import type { Manifest } from './tables.ts';

type Kind = Manifest['kind'];

/** Annotations of a template that v2 keeps in each container, by the container's field. */
const OF_CONTAINERS: Readonly<Record<string, string>> = {
  'resources.cpuIdle': 'cpu-throttling',
  'resources.startupCpuBoost': 'startup-cpu-boost',
  dependsOn: 'container-dependencies',
  baseImageUri: 'base-images',
  sourceCode: 'sources',
};

const BINARY_AUTHORIZATION: Readonly<Record<string, string>> = {
  useDefault: 'binary-authorization',
  policy: 'binary-authorization',
  breakglassJustification: 'binary-authorization-breakglass',
};

interface Name {
  /** With `*` for an item of a list. */
  readonly words: string;
  /** Of a single value. */
  readonly read?: Reader | undefined;
}

/** Per kind, by the v2 path with `*` for an item of a list. */
const NAMES: Readonly<Record<Kind, ReadonlyMap<string, Name>>> = {
  Service: indexOf(service, 'template.containers.*'),
  Job: indexOf(job, 'template.template.containers.*'),
  WorkerPool: indexOf(workerPool, 'template.containers.*'),
};

/**
 * The words for a v2 path in which `*` represents each item of a list; `labels` is the same path with the items' names.
 * What the manifest has no word for keeps its v2 path.
 */
export function wordsOf(kind: Kind, path: Path, labels: Path): string {
  const index = NAMES[kind];
  for (let length = path.length; length > 0; length--) {
    const words = index.get(path.slice(0, length).join('.'))?.words;
    if (words === undefined) continue;
    const names = labels.filter((_, i) => i < length && path[i] === '*');
    const start = words.replace(/\*/g, () => String(names.shift()));
    return labels.slice(length).reduce<string>((known, part) => below(known, String(part)), start);
  }
  return labels.join('.');
}

/** The reader of the value at a v2 path; undefined where v1 has no single key for it. */
export const readerOf = (kind: Kind, path: Path): Reader | undefined => NAMES[kind].get(path.join('.'))?.read;

function indexOf(table: Table, container: string): Map<string, Name> {
  const index = new Map<string, Name>();
  const add = (path: Path, words: string, read?: Reader) => {
    const key = path.join('.');
    if (path.length > 0 && !index.has(key)) index.set(key, { words, read });
  };
  const walk = ({ rows, others }: Table, base: Path, words: string): void => {
    for (const [key, row] of Object.entries(rows)) {
      const here = below(words, key);
      if (row.does === 'carry' && row.to.length > 0) add([...base, ...row.to], here, row.read);
      else if (row.does === 'nest') {
        add(row.to.length > 0 ? [...base, ...row.to] : [], here);
        walk(row.table, [...base, ...row.to], here);
      } else if (row.does === 'list') {
        add([...base, ...row.to], here);
        add([...base, ...row.to, '*'], `${here}[*]`);
        walk(row.table, [...base, ...row.to, '*'], `${here}[*]`);
      }
    }
    // A map with keys of the user's: its own place is where any of them goes.
    const user = others?.('x');
    if (user?.does === 'carry') add([...base, ...user.to.slice(0, -1)], words);
  };
  walk(table, [], '');
  for (const [field, annotation] of Object.entries(OF_CONTAINERS))
    index.set(`${container}.${field}`, {
      words: `spec.template.metadata.annotations["run.googleapis.com/${annotation}"] of containers[*]`,
      read: /cpu/i.test(field) ? textBoolean : undefined,
    });
  for (const [field, annotation] of Object.entries(BINARY_AUTHORIZATION))
    index.set(`binaryAuthorization.${field}`, { words: `metadata.annotations["run.googleapis.com/${annotation}"]` });
  return index;
}
