/** Walks a manifest by its tables, and builds the v2 resource with the line that each of its values comes from. */
import { closest, distance } from 'fastest-levenshtein';
import type { Location, Problem } from '../../runtime/errors.ts';
import type { MapNode, Node } from '../document.ts';
import { type Places, placesOf } from './key-hints.ts';
import { below, Invalid, type Kept, type ManifestOrigin, type Path, type Row, type Table, toPath } from './table.ts';
import { describe } from './values.ts';

export interface Converted {
  readonly resource: Record<string, unknown>;
  readonly exported: boolean;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly kept: ReadonlyMap<string, Kept<unknown>>;
  locate(path: Path): Location;
}

/** `name` is the resource's short name, which several rules need before it is read; `''` if it is unknown. */
export function convert(root: MapNode, table: Table, name: string, source: ManifestOrigin): Converted {
  const resource: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const kept = new Map<string, Kept<unknown>>();
  const origins = new Map<string, Location>();
  const stripped: { words: string; at: Location }[] = [];
  const reserved: { words: string; at: Location }[] = [];
  const places = placesOf(table);

  const problem = (at: Location, words: string, message: string) => {
    problems.push({ subject: words, message, location: at });
  };
  const locate = (path: Path): Location => {
    for (let length = path.length; length > 0; length--) {
      const origin = origins.get(pathKey(path.slice(0, length)));
      if (origin) return origin;
    }
    return root.at;
  };
  const set = (path: Path, value: unknown, at: Location) => {
    origins.set(pathKey(path), at);
    setAt(resource, path, value);
  };

  function walk(node: Node, { rows, others, finish }: Table, base: Path, words: string): void {
    if (node.kind !== 'map') {
      problem(node.at, words, `is ${describe(node)}. Expected keys and values below it.`);
      return;
    }
    for (const [key, { at, value }] of node.entries) {
      const here = below(words, key);
      const row = rowOf(key, words, rows, others);
      if (!row) problem(at, here, unknownKey(key, words, Object.keys(rows), places));
      else if (!(value.kind === 'scalar' && value.type === 'null')) apply(row, key, value, at, base, here);
      const meant = row?.does === 'carry' && !Object.hasOwn(rows, key) && places.meant(key, words);
      if (meant) {
        const message = `is an annotation of your own, which sets nothing. If you mean Cloud Run's, it is ${below(meant.parent, meant.key)}.`;
        warnings.push({ subject: here, message, location: at });
      }
    }
    finish?.({
      source,
      name,
      at: node.at,
      words,
      base,
      atKey: (key) => node.entries.get(key)?.at ?? node.at,
      has: (key) => node.entries.has(key),
      get: <T>(path: string | Path) => getAt(resource, [...base, ...toPath(path)]) as T | undefined,
      set: (path, value, at) => set([...base, ...toPath(path)], value, at),
      remove: (path) => removeAt(resource, [...base, ...toPath(path)]),
      kept: <T>(key: string) => kept.get(key) as Kept<T> | undefined,
      locate: (path) => locate([...base, ...toPath(path)]),
      problem,
      warn: (at, words, message) => warnings.push({ subject: words, message, location: at }),
    });
  }

  function rowOf(key: string, words: string, rows: Table['rows'], others: Table['others']): Row | undefined {
    const row = Object.hasOwn(rows, key) ? rows[key] : others?.(key);
    // An annotation among the labels is a mistake, and anything else there is the server's.
    const misplaced = row?.does === 'strip' && row.unknown && places.exact(key, words)?.parent.endsWith('annotations');
    return misplaced ? undefined : row;
  }

  function apply(row: Row, key: string, node: Node, at: Location, base: Path, words: string): void {
    switch (row.does) {
      case 'refuse':
        problem(at, words, row.why);
        return;
      case 'nest':
        if (row.to.length > 0) set([...base, ...row.to], getAt(resource, [...base, ...row.to]) ?? {}, at);
        walk(node, row.table, [...base, ...row.to], words);
        return;
      case 'list': {
        // One item may stand without its dash, as gcloud allows.
        const items = node.kind === 'list' ? node.items : [node];
        if (items.length > row.most) problem(at, words, `has ${items.length} items. Cloud Run allows ${row.most}.`);
        set([...base, ...row.to], [], at);
        items.forEach((item, i) => {
          const path = [...base, ...row.to, i];
          set(path, {}, item.at);
          walk(item, row.table, path, `${words}[${i}]`);
        });
        return;
      }
      default:
        try {
          const value = row.read(node, { source });
          if (row.does === 'drop') warnings.push({ subject: words, message: `is left out: ${row.why}`, location: at });
          else if (row.does === 'strip') stripped.push({ words, at });
          else if (value === undefined) return;
          else if (row.does === 'reserve') reserved.push({ words, at });
          else if (row.does === 'keep') keepOnce(key, { value, at, words });
          else setOnce([...base, ...row.to], value, at, words);
        } catch (error) {
          if (!(error instanceof Invalid)) throw error;
          problem(at, words, error.message);
        }
    }
  }

  /** Two keys of v1 can mean the same field of v2, an old spelling and a new one for instance. */
  function setOnce(path: Path, value: unknown, at: Location, words: string): void {
    const earlier = origins.get(pathKey(path));
    if (earlier) problem(at, words, `repeats the setting of line ${earlier.line}. Keep one of the two.`);
    else set(path, value, at);
  }
  function keepOnce(key: string, value: Kept<unknown>): void {
    const earlier = kept.get(key);
    if (earlier) problem(value.at, value.words, `repeats the setting of line ${earlier.at.line}. Keep one of the two.`);
    else kept.set(key, value);
  }

  walk(root, table, [], '');
  const [first] = stripped;
  if (first) {
    const message = `only the server sets ${stripped.map(({ words }) => words).join(', ')}: left out.`;
    warnings.push({ subject: 'manifest', message, location: first.at });
  }
  const [record] = reserved;
  const exported = stripped.length > 0 || locationLabel(root);
  if (record && exported) {
    const message = `this is an export of what these actions deployed. Their records are left out, and those of the live resource stay: ${reserved.map(({ words }) => words).join(', ')}.`;
    warnings.push({ subject: 'manifest', message, location: record.at });
  } else
    for (const { words, at } of reserved)
      problem(at, words, 'is written by these actions only, which read it as their own record. Remove it.');
  return { resource, exported, problems, warnings, kept, locate };
}

/** `gcloud run services describe --format export` leaves this label in, whatever else it filters. */
function locationLabel(root: MapNode): boolean {
  const metadata = root.entries.get('metadata')?.value;
  const labels = metadata?.kind === 'map' ? metadata.entries.get('labels')?.value : undefined;
  return labels?.kind === 'map' && labels.entries.has('cloud.googleapis.com/location');
}

function unknownKey(key: string, words: string, known: readonly string[], places: Places): string {
  const exact = places.exact(key, words);
  if (exact && key.includes('/')) return `does not belong here. Move it to ${exact.parent}.`;
  const place = words === '' ? 'a manifest' : words;
  const tail = (of: string) => of.slice(of.lastIndexOf('/') + 1).toLowerCase();
  const nearest = known.length > 0 ? closest(key, known) : undefined;
  const alike = nearest !== undefined && distance(tail(key), tail(nearest)) <= Math.max(2, tail(key).length / 3);
  const near = alike ? nearest : known.find((one) => tail(key) !== '' && tail(one).startsWith(tail(key)));
  const named = places.hint(key, words) ?? (near ? `Did you mean ${near}?` : undefined);
  const hint = named ?? (known.length <= 8 ? `Known here: ${known.join(', ')}.` : '');
  return `is not a key of ${place}. ${hint}`.trimEnd();
}

const pathKey = (path: Path) => JSON.stringify(path);

type Container = Record<string | number, unknown>;

function getAt(from: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Container | undefined)?.[key], from);
}

function setAt(into: Container, path: Path, value: unknown): void {
  let at = into;
  path.slice(0, -1).forEach((key, i) => {
    at[key] ??= typeof path[i + 1] === 'number' ? [] : {};
    at = at[key] as Container;
  });
  Object.defineProperty(at, path.at(-1) ?? '', { value, writable: true, enumerable: true, configurable: true });
}

function removeAt(from: Container, path: Path): void {
  const parent = getAt(from, path.slice(0, -1)) as Container | undefined;
  if (parent) delete parent[path.at(-1) ?? ''];
}
