/** Flags about one container: https://cloud.google.com/sdk/gcloud/reference/run/deploy, "Container Flags". */
import { parse } from 'yaml';
import { dictValue, listValue, numberValue } from '../flag-values.ts';
import { type Draft, listOf, type Mapping, mappingOf, withSubstitutions } from '../manifest-draft.ts';
import { expressionsIn } from '../variables.ts';
import { type FlagRow, type FlagTable, limit, notTranslated, onContainer } from './row.ts';

function setEnv(draft: Draft, values: ReadonlyMap<string, string>): void {
  if (values.size === 0) return;
  const env = listOf(draft.container, 'env');
  for (const [name, value] of values) {
    const others = env.findIndex((one) => one.name === name);
    const entry = { name, value: withoutExpressions(draft, name, value) };
    if (others < 0) env.push(entry);
    else env[others] = entry;
  }
}

/**
 * The value as the manifest has it: an expression of the workflow becomes a substitution. One with a secret of GitHub is left
 * empty and noted, since it belongs into Secret Manager as a whole.
 */
function withoutExpressions(draft: Draft, name: string, value: string): string {
  const secret = expressionsIn(value).filter((expression) => /\bsecrets\b/.test(expression));
  if (secret.length > 0) {
    draft.secrets[name] = secret.join(' and ');
    return '';
  }
  return withSubstitutions(draft, name, value);
}

/** YAML, JSON or lines of `NAME=value`. */
function envFile(draft: Draft, path: string): void {
  const text = contentOf(draft, path);
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const pairs = lines.map((line) => /^\s*(?:export\s+)?(\w+)=(.*)$/.exec(line));
  if (pairs.every((pair) => pair !== null)) {
    const unquoted = pairs.map(([, name = '', value = '']): [string, string] => [
      name,
      value.trim().replace(/^(["'])(.*)\1$/, '$2'),
    ]);
    setEnv(draft, new Map(unquoted));
    return;
  }
  // Values are text, as they are written: 1.0 and 2026-01-01, too.
  const values: unknown = parse(text, { schema: 'failsafe' });
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new Error(`names ${path}, which is not a mapping of names to values.`);
  const entries = Object.entries(values).map(([name, value]): [string, string] => {
    if (value !== null && typeof value !== 'string')
      throw new Error(`names ${path}, in which ${name} is not text. Expected NAME: VALUE.`);
    return [name, value ?? ''];
  });
  setEnv(draft, new Map(entries));
}

function contentOf({ readFile }: Draft, path: string): string {
  try {
    return readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(
      `names ${path}, which ${code === 'ENOENT' ? 'does not exist. Its path is from the current folder' : `cannot be read: ${message}`}.`,
    );
  }
}

/** `NAME=SECRET:VERSION` for a variable, `/DIRECTORY/FILE=SECRET:VERSION` for a file. */
function setSecrets(draft: Draft, text: string): void {
  for (const [place, reference] of dictValue(text)) {
    const [, secret, version = 'latest'] =
      /^((?:projects\/[^/]+\/secrets\/)?[A-Za-z0-9_-]+)(?:(?::|\/versions\/)([A-Za-z0-9_-]+))?$/.exec(reference) ?? [];
    if (secret === undefined) throw new Error(`has "${reference}". Expected SECRET:VERSION.`);
    if (place.startsWith('/')) mountSecret(draft, place, secret, version);
    else
      listOf(draft.container, 'env').push({
        name: place,
        valueFrom: { secretKeyRef: { name: secret, key: version } },
      });
  }
}

function mountSecret({ container, pod }: Draft, file: string, secret: string, version: string): void {
  const [, directory = '/', path = ''] = /^(.*)\/([^/]+)$/.exec(file.replace(/\/*:\/*/, '/')) ?? [];
  const mount = listOf(container, 'volumeMounts').find(({ mountPath }) => mountPath === directory);
  const volume = listOf(pod, 'volumes').find(({ name }) => name === mount?.name);
  const item = { key: version, path };
  const known = volume?.secret as Mapping | undefined;
  if (known && known.secretName !== secret)
    throw new Error(`puts two secrets into ${directory}. Cloud Run mounts one secret per directory.`);
  if (known) listOf(known, 'items').push(item);
  else {
    const name = `${secret.split('/').at(-1)}-${listOf(pod, 'volumes').length + 1}`.toLowerCase().replaceAll('_', '-');
    listOf(pod, 'volumes').push({ name, secret: { secretName: secret, items: [item] } });
    listOf(container, 'volumeMounts').push({ name, mountPath: directory });
  }
}

const NUMBERS = /(?:Seconds|Threshold|port)$/;

/** `httpGet.path=/health,httpGet.port=8080,periodSeconds=5`. */
const probe = (kind: string) =>
  onContainer(kind, ({ container }, text) => {
    if (text === '') return;
    const made: Mapping = {};
    for (const [key, value] of dictValue(text)) {
      const parts = key.split('.');
      const last = parts.pop() ?? '';
      const into = parts.reduce<Mapping>((at, part) => mappingOf(at, part), made);
      into[last] = NUMBERS.test(last) ? numberValue(value) : value;
    }
    container[kind] = made;
  });

const port = ({ container }: Draft): Mapping => {
  const ports = listOf(container, 'ports');
  if (ports.length === 0) ports.push({ containerPort: 8080 });
  return ports[0] as Mapping;
};

export const CHANGE =
  'Changes an existing service. Run `init` without a gcloud command to take over its current settings.';

const envVars: FlagRow = {
  ...onContainer('env[]', (draft, text) => setEnv(draft, dictValue(text))),
  variables: 'workflow',
};

export const containerFlags: FlagTable = {
  container: {
    takes: 'value',
    becomes: 'containers[].name',
    apply: (draft, name) => {
      const known = draft.containers.find((one) => one.name === name);
      const [first] = draft.containers;
      // gcloud refuses it, too, since the flags would belong to a container without a name.
      if (first && first.name === undefined && Object.keys(first).length > 0)
        throw new Error(
          `${name} comes after settings of a container (${Object.keys(first).join(', ')}). Move their flags behind --container ${name}.`,
        );
      const fresh = known ?? (first && Object.keys(first).length === 0 ? first : {});
      fresh.name = name;
      if (!draft.containers.includes(fresh)) draft.containers.push(fresh);
      draft.container = fresh;
    },
  },
  image: {
    takes: 'value',
    becomes: 'containers[].image, and input `image` of deploy-run, which replaces it by a digest',
    variables: 'any',
    apply: ({ container }, image) => {
      // The tag is usually a variable of the workflow, and the build names its own image.
      const name = image.replace(/[:@][$`].*$/s, '');
      if (!/[$`]/.test(name)) container.image = name;
    },
  },
  command: onContainer('command', ({ container }, text) => {
    if (text !== '') container.command = listValue(text);
  }),
  args: onContainer('args', ({ container }, text) => {
    if (text !== '') container.args = listValue(text);
  }),
  'set-env-vars': envVars,
  'update-env-vars': envVars,
  'env-vars-file': onContainer('env[], read from the file', envFile),
  'set-secrets': onContainer('env[].valueFrom.secretKeyRef, or volumes[].secret for a path', setSecrets),
  'update-secrets': onContainer('env[].valueFrom.secretKeyRef, or volumes[].secret for a path', setSecrets),
  cpu: limit('cpu', (cpu) => cpu.replace(/^\./, '0.')),
  memory: limit('memory'),
  gpu: limit('nvidia.com/gpu'),
  port: onContainer('ports[0].containerPort', (draft, text) => {
    if (text !== 'default') port(draft).containerPort = numberValue(text);
  }),
  'use-http2': {
    takes: 'toggle',
    becomes: 'containers[].ports[0].name (h2c)',
    apply: (draft, value) => {
      if (value === 'true') port(draft).name = 'h2c';
    },
  },
  'startup-probe': probe('startupProbe'),
  'liveness-probe': probe('livenessProbe'),
  'readiness-probe': probe('readinessProbe'),
  'depends-on': {
    takes: 'value',
    becomes: 'spec.template.metadata.annotations["run.googleapis.com/container-dependencies"]',
    apply: (draft, text) => {
      const key = 'run.googleapis.com/container-dependencies';
      const all = JSON.parse(draft.templateAnnotations[key] ?? '{}') as Record<string, string[]>;
      all[String(draft.container.name ?? '')] = listValue(text);
      draft.templateAnnotations[key] = JSON.stringify(all);
    },
  },
  'add-volume-mount': onContainer('volumeMounts[]', ({ container }, text) => {
    const { volume, 'mount-path': mountPath, ...rest } = Object.fromEntries(dictValue(text));
    if (volume === undefined || mountPath === undefined)
      throw new Error(`is "${text}". Expected volume=NAME,mount-path=/PATH.`);
    const { 'sub-path': subPath } = rest;
    listOf(container, 'volumeMounts').push({ name: volume, mountPath, ...(subPath && { subPath }) });
  }),
  'clear-env-vars': notTranslated('switch', CHANGE),
  'remove-env-vars': notTranslated('value', CHANGE),
  'clear-secrets': notTranslated('switch', CHANGE),
  'remove-secrets': notTranslated('value', CHANGE),
  'clear-volume-mounts': notTranslated('switch', CHANGE),
  'remove-volume-mount': notTranslated('value', CHANGE),
  'remove-containers': notTranslated('value', CHANGE),
};
