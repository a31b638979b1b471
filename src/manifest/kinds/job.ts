/** `kind: Job` (run.googleapis.com/v1) → Job of Cloud Run v2. */

import { carry, drop, list, nest, toPath as pathOf, refuse, type Table } from '../decode/table.ts';
import { boolean, integer, nonEmpty, seconds, text } from '../decode/values.ts';
import { container } from './container.ts';
import { finishContainers } from './containers.ts';
import { envelope, objectMeta, resourceMeta, sharedAnnotations, textKeys } from './metadata.ts';
import { ACCELERATOR, executionEnvironment, runtimeAnnotations } from './template.ts';
import { volumes } from './volumes.ts';

const executionMeta = objectMeta(
  refuse('is not supported: the server names the executions of a job. Remove it.'),
  textKeys(['labels'], { 'client.knative.dev/nonce': drop('the image is named by its digest.', text) }),
  textKeys(['annotations'], {
    ...runtimeAnnotations('template.'),
    'run.googleapis.com/execution-environment': carry('template.executionEnvironment', executionEnvironment),
    'run.googleapis.com/client-name': drop('a job keeps it in metadata.annotations.', text),
    'run.googleapis.com/client-version': drop('a job keeps it in metadata.annotations.', text),
  }),
);

const taskSpec: Table = {
  rows: {
    maxRetries: carry('maxRetries', integer({ min: 0 })),
    timeoutSeconds: carry('timeout', seconds({ min: 1 })),
    serviceAccountName: carry('serviceAccount', nonEmpty),
    containers: list('containers', container('Job')),
    volumes: list('volumes', volumes),
    nodeSelector: ACCELERATOR,
  },
};

const executionSpec: Table = {
  rows: {
    parallelism: carry('parallelism', integer({ min: 0 })),
    taskCount: carry('taskCount', integer({ min: 1 })),
    delayExecution: carry('delayExecution', boolean),
    template: nest('template', { rows: { spec: nest('', taskSpec) } }),
  },
};

/** `spec.template` of a Job. Its annotations apply to the task, one level further down. */
const executionTemplate: Table = {
  rows: { metadata: nest('', executionMeta), spec: nest('', executionSpec) },
  finish: (scope) => {
    const task: typeof scope = {
      ...scope,
      get: (path) => scope.get(['template', ...pathOf(path)]),
      set: (path, value, at) => scope.set(['template', ...pathOf(path)], value, at),
      remove: (path) => scope.remove(['template', ...pathOf(path)]),
      locate: (path) => scope.locate(['template', ...pathOf(path)]),
    };
    if (task.get('vpcAccess.connector') !== undefined && task.get('vpcAccess.networkInterfaces') !== undefined)
      scope.problem(
        task.locate('vpcAccess.networkInterfaces'),
        `${scope.words}.metadata.annotations`,
        'has vpc-access-connector and network-interfaces. Keep one of the two.',
      );
    finishContainers(task, `${scope.words}.spec.template.spec`, 'Job');
  },
};

export const job: Table = {
  rows: {
    ...envelope('run.googleapis.com/v1'),
    metadata: nest('', resourceMeta(sharedAnnotations)),
    spec: nest('', {
      rows: {
        startExecutionToken: carry('startExecutionToken', nonEmpty),
        runExecutionToken: carry('runExecutionToken', nonEmpty),
        template: nest('template', executionTemplate),
      },
      finish: ({ at, words, get, has, problem, name }) => {
        if (!has('template')) problem(at, words, 'has no template.');
        const start = get<string>('startExecutionToken');
        const run = get<string>('runExecutionToken');
        if (start !== undefined && run !== undefined)
          problem(at, words, 'has startExecutionToken and runExecutionToken. Keep one of the two.');
        if ((start ?? run ?? '').length + name.length >= 63)
          problem(
            at,
            words,
            "has a token that is too long: together with the job's name it has to have fewer than 63 characters.",
          );
      },
    }),
  },
};
