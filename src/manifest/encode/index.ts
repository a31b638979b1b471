/**
 * Writes a resource of the Cloud Run v2 API as a v1 manifest: the conversion's own tables, walked the other way. What v2
 * has and v1 has no word for is left out; reading the manifest again and comparing (`differences`) tells what that is.
 */
import type { Json } from '../../google/run/resources.ts';
import type { ManifestOrigin, Path, Row, Table } from '../decode/table.ts';
import { type Manifest, TABLES } from '../tables.ts';
import { gather } from './gathered.ts';
import { type Plain, written } from './values.ts';

export type ManifestDocument = Readonly<Record<string, Plain>>;

/** Objects that say something by being there. */
const MARKERS = new Set(['emptyDir', 'httpGet', 'tcpSocket', 'grpc']);

/** `name` is the short name; `project` and `region` are where the resource is. */
export function toManifest(
  kind: Manifest['kind'],
  name: string,
  resource: object,
  place: Pick<ManifestOrigin, 'project' | 'region'>,
): ManifestDocument {
  const source: ManifestOrigin = { ...place, text: '', file: '', substitutions: new Map() };
  const { resource: gathered, annotations } = gather(kind, resource);
  const kept = new Map(annotations);
  const done = new Set<string>();

  const encode = ({ rows, others }: Table, base: Path): Record<string, Plain> => {
    const mapping: Record<string, Plain> = {};
    for (const [key, row] of Object.entries(rows)) {
      const value = encodeRow(row, key, base);
      if (value !== undefined) mapping[key] = value;
    }
    // A map whose other keys are the user's: its own place is where any of them goes.
    const user = others?.('x');
    if (user?.does === 'carry')
      for (const [key, value] of Object.entries(getAt(gathered, [...base, ...user.to.slice(0, -1)]) ?? {}))
        if (others?.(key)?.does === 'carry') mapping[key] = String(value);
    return mapping;
  };
  const encodeRow = (row: Row, key: string, base: Path): Plain | undefined => {
    switch (row.does) {
      case 'carry': {
        const path = [...base, ...row.to];
        const value = row.to.length > 0 ? getAt(gathered, path) : undefined;
        // Of two keys for the same field the first is the current one.
        if (isNothing(value) || done.has(path.join('\n'))) return undefined;
        const form = written(value, row.read, source);
        if (form !== undefined) done.add(path.join('\n'));
        return form;
      }
      case 'keep': {
        const text = kept.get(key);
        kept.delete(key);
        return text;
      }
      case 'nest': {
        const path = [...base, ...row.to];
        if (row.to.length > 0 && getAt(gathered, path) === undefined) return undefined;
        const inner = encode(row.table, path);
        return Object.keys(inner).length > 0 || MARKERS.has(key) ? inner : undefined;
      }
      case 'list': {
        const items = getAt(gathered, [...base, ...row.to]);
        if (!Array.isArray(items)) return undefined;
        return items.map((_, i) => encode(row.table, [...base, ...row.to, i]));
      }
      default:
        return undefined;
    }
  };

  const { metadata, spec } = encode(TABLES[kind], []) as Record<string, Record<string, Plain>>;
  return {
    apiVersion: kind === 'Service' ? 'serving.knative.dev/v1' : 'run.googleapis.com/v1',
    kind,
    metadata: { name, ...metadata },
    spec: spec ?? {},
  };
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

function getAt(from: Json, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], from);
}
