/** Builds the manifests of the row cases: a smallest valid one of each kind, with single keys put in. */
import { stringify } from 'yaml';
import { type Manifest, readManifest } from '../../../src/manifest/index.ts';
import type { Kind, Section } from './rows/types.ts';

const BASES: Record<Kind, () => Record<string, unknown>> = {
  Service: () => ({
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: { name: 'app' },
    spec: { template: { spec: { containers: [{ image: 'i' }] } } },
  }),
  Job: () => ({
    apiVersion: 'run.googleapis.com/v1',
    kind: 'Job',
    metadata: { name: 'app' },
    spec: { template: { spec: { template: { spec: { containers: [{ image: 'i' }] } } } } },
  }),
  WorkerPool: () => ({
    apiVersion: 'run.googleapis.com/v1',
    kind: 'WorkerPool',
    metadata: { name: 'app' },
    spec: { template: { spec: { containers: [{ image: 'i' }] } } },
  }),
};

/** A manifest with `beside` and then `key: value` put below the section's place. A key may start with `../`. */
export function manifestWith(
  kind: Kind,
  section: Section,
  key: string,
  value: unknown,
  beside: Readonly<Record<string, unknown>> = {},
): string {
  const document = BASES[kind]();
  const base = section.v1[kind] ?? '';
  for (const [path, item] of [...Object.entries(beside), [key, value] as const]) {
    const up = path.startsWith('../');
    const from = up ? base.replace(/(?:^|\.)[^.]+$/, '') : base;
    const rest = up ? path.slice(3) : path;
    put(document, pathOf(from === '' || rest.startsWith('[') ? from + rest : `${from}.${rest}`), item);
  }
  return stringify(document, { version: '1.1', aliasDuplicateObjects: false });
}

/** `a.b[0]["c/d"]` → `['a', 'b', 0, 'c/d']`. */
export function pathOf(words: string): (string | number)[] {
  return [...words.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, plain]) =>
    index !== undefined ? Number(index) : (quoted ?? plain ?? ''),
  );
}

function put(into: Record<string | number, unknown>, path: (string | number)[], value: unknown): void {
  let at = into;
  path.slice(0, -1).forEach((key, i) => {
    at[key] ??= typeof path[i + 1] === 'number' ? [] : {};
    at = at[key] as Record<string | number, unknown>;
  });
  at[path.at(-1) ?? ''] = value;
}

/** A value of a JSON object by a dotted path; `''` is all of it. */
export const valueAt = (from: unknown, path: string): unknown =>
  path === ''
    ? from
    : path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], from);

export const SUBSTITUTIONS: ReadonlyMap<string, string> = new Map([
  ['PROJECT', 'acme'],
  ['REGION', 'us-central1'],
  ['COMMIT', '0123456789abcdef0123456789abcdef01234567'],
]);

export const read = (text: string, file = 'app.yaml'): Manifest =>
  readManifest({ text, file, project: 'acme', region: 'us-central1', substitutions: SUBSTITUTIONS });
