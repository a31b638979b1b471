/** Values of the v2 API as the manifest writes them, so that what a summary shows can be pasted back. */
import { parse as parseYaml } from 'yaml';
import type { EnvVar, Volume } from '../google/run/resources.ts';
import type { ManifestOrigin, Path } from './decode/table.ts';
import { toManifest } from './encode/index.ts';
import { written } from './encode/values.ts';
import type { Manifest } from './tables.ts';
import { readerOf } from './v1-names.ts';

/** Nothing that a value is written with depends on the place. */
const NOWHERE: ManifestOrigin = { text: '', file: '', substitutions: new Map(), project: '', region: '' };

/** `path` has `*` for each item of a list. A value that v1 has no form for stays as v2 writes it. */
export function v1Text(kind: Manifest['kind'], path: Path, value: unknown): string {
  if (path.at(-1) === '*' && path.at(-2) === 'volumes') return asText(v1Volume(value as Volume));
  const read = readerOf(kind, path);
  return asText((read && written(value, read, NOWHERE)) ?? value);
}

/** A variable without its name, which stands in the field; `hidden` takes the place of a secret. */
export function v1Variable({ value = '', valueSource }: EnvVar, hidden: boolean): string {
  const { secret, version } = valueSource?.secretKeyRef ?? {};
  if (secret === undefined) return hidden ? '(hidden)' : JSON.stringify(value);
  return `valueFrom: {secretKeyRef: {name: ${asText(secret)}, key: ${asText(version ?? 'latest')}}}`;
}

function v1Volume(volume: Volume): unknown {
  const place = { project: '', region: '' };
  const { spec } = toManifest(
    'Service',
    '',
    { template: { containers: [{ image: 'x' }], volumes: [volume] } },
    place,
  ) as {
    spec: { template?: { spec?: { volumes?: unknown[] } } };
  };
  return spec.template?.spec?.volumes?.[0] ?? volume;
}

/** YAML on one line: text in quotes only where YAML 1.1 would not read it as text. */
function asText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return isPlain(value) ? value : JSON.stringify(value);
}

function isPlain(value: string): boolean {
  if (value.includes('\n') || value !== value.trim()) return false;
  try {
    return parseYaml(value, { version: '1.1', logLevel: 'silent' }) === value;
  } catch {
    return false;
  }
}
