/** `volumes[]` (https://cloud.google.com/run/docs/reference/rest/v2/Volume). */
import { carry, Invalid, list, nest, type Row, refuse, type Scope, type Table } from '../decode/table.ts';
import { boolean, commaList, describe, integer, nonEmpty, oneOf, text } from '../decode/values.ts';

/** A secret's short name, its full name, or an alias of the annotation `run.googleapis.com/secrets`. */
export const secretName = (node: Parameters<typeof text>[0]): string => {
  const name = text(node);
  if (!/^(?:projects\/[^/]+\/secrets\/)?[A-Za-z0-9_-]{1,255}$/.test(name))
    throw new Invalid(`is ${describe(node)}. Expected a secret's name, or projects/PROJECT/secrets/NAME.`);
  return name;
};

const fileMode = integer({ min: 0, max: 0o777 });

/** A path below the mount. */
const relativePath = (node: Parameters<typeof text>[0]): string => {
  const path = nonEmpty(node);
  if (path.startsWith('/') || path.split('/').includes('..'))
    throw new Invalid(`is ${describe(node)}. Expected a path that is relative and has no "..".`);
  return path;
};

/** Optional references do not exist in v2: `false`, the default, is all there is. */
export const notOptional: Row = carry([], (node) => {
  if (boolean(node)) throw new Invalid('is true, but Cloud Run has no optional references. Remove it.');
  return undefined;
});

const items: Table = {
  rows: { key: carry('version', nonEmpty), path: carry('path', relativePath), mode: carry('mode', fileMode) },
  finish: ({ at, words, problem, get }) => {
    if (get('version') === undefined)
      problem(at, words, 'has no key. Expected the secret\'s version: a number in quotes, or "latest".');
    if (get('path') === undefined) problem(at, words, 'has no path. Expected the name of the file.');
  },
};

const secret: Table = {
  rows: {
    secretName: carry('secret', secretName),
    items: list('items', items),
    defaultMode: carry('defaultMode', fileMode),
    optional: notOptional,
  },
  finish: ({ at, words, problem, get }) => {
    if (get('secret') === undefined) problem(at, words, 'has no secretName.');
  },
};

/** Kept under `csi` until `finishVolume` knows the driver. */
const csi: Table = {
  rows: {
    driver: carry(
      'driver',
      oneOf({ 'gcsfuse.run.googleapis.com': 'gcs', 'cloudsql.run.googleapis.com': 'cloudSqlInstance' }),
    ),
    readOnly: carry('readOnly', boolean),
    volumeAttributes: nest('', {
      rows: {
        bucketName: carry('bucket', nonEmpty),
        mountOptions: carry('mountOptions', commaList),
        instances: carry('instances', commaList),
      },
    }),
  },
  finish: ({ at, words, has, problem }) => {
    if (!has('driver'))
      problem(at, words, 'has no driver. Expected gcsfuse.run.googleapis.com or cloudsql.run.googleapis.com.');
  },
};

export const volumes: Table = {
  rows: {
    name: carry('name', nonEmpty),
    secret: nest('secret', secret),
    emptyDir: nest('emptyDir', {
      rows: {
        medium: carry('medium', oneOf({ '': undefined, Memory: 'MEMORY', Disk: 'DISK' })),
        sizeLimit: carry('sizeLimit', nonEmpty),
      },
    }),
    csi: nest('csi', csi),
    nfs: nest('nfs', {
      rows: { server: carry('server', nonEmpty), path: carry('path', nonEmpty), readOnly: carry('readOnly', boolean) },
      finish: ({ at, words, problem, get }) => {
        if (get('server') === undefined) problem(at, words, 'has no server.');
        if (!get<string>('path')?.startsWith('/')) problem(at, words, 'has no path that starts with "/".');
      },
    }),
    configMap: refuse('is not supported by Cloud Run. Use a secret, or put the file into the image.'),
  },
  finish: finishVolume,
};

const SOURCES = ['secret', 'emptyDir', 'csi', 'nfs'] as const;

function finishVolume(scope: Scope): void {
  const { at, words, problem, get } = scope;
  const name = get<string>('name');
  if (name === undefined) problem(at, words, 'has no name.');
  if (name === 'cloudsql' && get('csi.driver') !== 'cloudSqlInstance')
    problem(
      scope.atKey('name'),
      `${words}.name`,
      'is "cloudsql", which is reserved for Cloud SQL. Choose another name.',
    );
  const sources = SOURCES.filter((source) => get(source) !== undefined);
  if (sources.length !== 1 && !scope.has('configMap'))
    problem(
      at,
      words,
      `has ${sources.length === 0 ? 'no source' : sources.join(' and ')}. Expected one of ${SOURCES.join(', ')}.`,
    );
  if (get('csi') !== undefined) finishCsi(scope);
}

function finishCsi(scope: Scope): void {
  const { words, problem, get } = scope;
  const at = scope.atKey('csi');
  const origin = (key: string) => scope.locate(`csi.${key}`);
  const { driver, readOnly, bucket, mountOptions, instances } = get<Record<string, unknown>>('csi') ?? {};
  const locations = {
    bucket: origin('bucket'),
    readOnly: origin('readOnly'),
    mountOptions: origin('mountOptions'),
    instances: origin('instances'),
  };
  scope.remove('csi');
  if (driver === 'gcs') {
    if (bucket === undefined) problem(at, `${words}.csi`, 'has no volumeAttributes.bucketName.');
    if (instances !== undefined)
      problem(locations.instances, `${words}.csi.volumeAttributes.instances`, 'cannot be combined with a bucket.');
    scope.set('gcs', {}, at);
    if (bucket !== undefined) scope.set('gcs.bucket', bucket, locations.bucket);
    if (readOnly !== undefined) scope.set('gcs.readOnly', readOnly, locations.readOnly);
    if (mountOptions !== undefined) scope.set('gcs.mountOptions', mountOptions, locations.mountOptions);
  } else if (driver === 'cloudSqlInstance') {
    if (instances === undefined) problem(at, `${words}.csi`, 'has no volumeAttributes.instances.');
    for (const key of ['bucket', 'mountOptions', 'readOnly'] as const)
      if ({ bucket, mountOptions, readOnly }[key] !== undefined)
        problem(locations[key], `${words}.csi`, `has ${key}, which cannot be combined with Cloud SQL.`);
    scope.set('cloudSqlInstance', { instances }, locations.instances);
  }
}
