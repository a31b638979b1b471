/** One container: its table, with environment, ports, resources and mounts (https://cloud.google.com/run/docs/reference/rest/v2/Container). */

import { carry, drop, Invalid, list, nest, type Row, refuse, type Table } from '../decode/table.ts';
import { boolean, describe, integer, matching, nonEmpty, oneOf, only, text, textMap, texts } from '../decode/values.ts';
import { probeTable } from './probes.ts';
import { notOptional, secretName } from './volumes.ts';

const secretKeyRef: Table = {
  rows: {
    name: carry('secret', secretName),
    key: carry('version', nonEmpty),
    optional: notOptional,
    localObjectReference: refuse('is not supported by Cloud Run. Set the secret as "name".'),
  },
  finish: ({ at, words, has, problem }) => {
    if (!has('name')) problem(at, words, 'has no name. Expected the name of a secret.');
    if (!has('key'))
      problem(at, words, 'has no key. Expected the version of the secret: a number in quotes, or "latest".');
  },
};

const env: Table = {
  rows: {
    name: carry('name', matching(/^[^=\p{Cc}]+$/u, 'a name without "=" and line breaks')),
    value: carry('value', text),
    valueFrom: nest('valueSource', {
      rows: {
        secretKeyRef: nest('secretKeyRef', secretKeyRef),
        configMapKeyRef: refuse('is not supported by Cloud Run. Use value, or secretKeyRef.'),
      },
      finish: ({ at, words, has, problem }) => {
        if (!has('secretKeyRef') && !has('configMapKeyRef')) problem(at, words, 'is empty. Expected secretKeyRef.');
      },
    }),
  },
  finish: ({ at, words, get, set, has, problem }) => {
    if (!has('name')) problem(at, words, 'has no name.');
    const sourced = get('valueSource') !== undefined;
    if (sourced && get('value') !== undefined) problem(at, words, 'has a value and a valueFrom. Keep one of the two.');
    if (!sourced && get('value') === undefined) set('value', '', at);
  },
};

const ports: Table = {
  rows: {
    containerPort: carry('containerPort', integer({ min: 1, max: 65_535 })),
    name: carry('name', oneOf({ '': undefined, http1: 'http1', h2c: 'h2c' })),
    protocol: drop('Cloud Run ports are TCP.', only('TCP', 'Cloud Run ports are TCP.')),
  },
};

const resources: Table = {
  rows: {
    limits: nest('limits', {
      rows: {
        cpu: carry('cpu', matching(/^(?:\d+(?:\.\d+)?|\d+m)$/, 'CPUs in quotes, for instance "1" or "500m"')),
        memory: carry('memory', matching(/^\d+(?:\.\d+)?(?:[kMGT]i?|Ki)?$/, 'a quantity, for instance 512Mi or 2Gi')),
        'nvidia.com/gpu': carry(['nvidia.com/gpu'], matching(/^\d+$/, 'a whole number in quotes')),
      },
    }),
    requests: drop('Cloud Run always gives a container its limits.', textMap),
  },
};

const volumeMounts: Table = {
  rows: {
    name: carry('name', nonEmpty),
    mountPath: carry('mountPath', matching(/^\/[^:]*$/, 'a path that starts with "/" and has no ":"')),
    subPath: carry('subPath', nonEmpty),
    readOnly: drop('Cloud Run ignores it here. Put readOnly on the volume.', boolean),
  },
  finish: ({ at, words, has, problem }) => {
    if (!has('name')) problem(at, words, 'has no name. Expected the name of a volume.');
  },
};

const containerName = matching(
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  'at most 63 lower-case letters, digits and hyphens, no hyphen first or last',
);

/** The container of a Service, a Job or a WorkerPool; they differ in their ports and probes. */
export function container(kind: 'Service' | 'Job' | 'WorkerPool'): Table {
  const none = (why: string): Row => refuse(why);
  const noRequests = `cannot be combined with a ${kind}, which takes no requests. Remove it.`;
  return {
    rows: {
      // An empty name is none: the server gives one.
      name: carry('name', (node, scope) => (text(node) === '' ? undefined : containerName(node, scope))),
      image: carry('image', (node) => {
        const value = nonEmpty(node);
        if (/\s/.test(value) && !/\{\{.*\}\}/.test(value))
          throw new Invalid(`is ${describe(node)}. Expected the name of an image, without spaces.`);
        return value;
      }),
      command: carry('command', texts),
      args: carry('args', texts),
      env: list('env', env),
      envFrom: none('is not supported by Cloud Run. List the variables in env.'),
      ports: kind === 'WorkerPool' ? none(noRequests) : list('ports', ports, 1),
      resources: nest('resources', resources),
      startupProbe: nest('startupProbe', probeTable('startupProbe')),
      livenessProbe:
        kind === 'Job'
          ? none('is not supported for a Job: only startupProbe is. Remove it.')
          : nest('livenessProbe', probeTable('livenessProbe')),
      readinessProbe: kind === 'Service' ? nest('readinessProbe', probeTable('readinessProbe')) : none(noRequests),
      volumeMounts: list('volumeMounts', volumeMounts),
      workingDir: carry('workingDir', text),
      imagePullPolicy: drop('Cloud Run always pulls the image by its digest.', text),
      securityContext: none('is not supported by Cloud Run. Set the user in the Dockerfile.'),
      terminationMessagePath: drop('Cloud Run ignores it.', text),
      terminationMessagePolicy: drop('Cloud Run ignores it.', text),
      sandboxLauncher: carry('sandboxLauncher', boolean),
    },
  };
}
