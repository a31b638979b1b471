/** Flags about a service or job as a whole. */

import { dictValue, listValue, numberValue, secondsValue } from '../flag-values.ts';
import { listOf, type Mapping, withSubstitutions } from '../manifest-draft.ts';
import { shellVariable, unknownValue } from '../variables.ts';
import { CHANGE } from './containers.ts';
import {
  type FlagRow,
  type FlagTable,
  ignored,
  notTranslated,
  numberText,
  onPod,
  onResource,
  onTemplate,
  opposite,
  toWorkflow,
} from './row.ts';

const BUILD =
  'deploy-run does not build. build-image builds a Dockerfile; the guide for sources without a Dockerfile has templates.';

const cloudSql: FlagRow = {
  takes: 'value',
  becomes: 'spec.template.metadata.annotations["run.googleapis.com/cloudsql-instances"]',
  apply: (draft, text) => {
    for (const instance of listValue(text)) draft.cloudSql.add(instance);
  },
};

const labels: FlagRow = {
  takes: 'value',
  becomes: 'metadata.labels',
  variables: 'any',
  apply: (draft, text) => {
    for (const [name, value] of dictValue(text))
      if (!OF_DEPLOYS.test(name)) {
        const variable = shellVariable(value);
        if (variable !== undefined) throw new Error(unknownValue(variable, 'labels'));
        draft.labels[name] = withSubstitutions(draft, `LABEL_${name}`, value);
      }
  },
};

/** Labels that every deploy sets, and those that triggers of Cloud Build add. */
const OF_DEPLOYS = /^(?:commit-sha|managed-by|gcb-build-id|gcb-trigger-id|gcb-trigger-region)$/;

const audiences: FlagRow = {
  takes: 'value',
  becomes: 'metadata.annotations["run.googleapis.com/custom-audiences"]',
  apply: ({ annotations }, text) => {
    const key = 'run.googleapis.com/custom-audiences';
    const before = JSON.parse(annotations[key] ?? '[]') as string[];
    annotations[key] = JSON.stringify([...new Set([...before, ...listValue(text)])]);
  },
};

/** https://cloud.google.com/sdk/gcloud/reference/run/deploy#--add-volume */
const volume: FlagRow = {
  takes: 'value',
  becomes: 'volumes[]',
  apply: ({ pod }, text) => {
    const { name, type, ...keys } = Object.fromEntries(dictValue(text));
    const source = type === undefined ? undefined : VOLUMES[type]?.(keys);
    if (!name || !source)
      throw new Error(`is "${text}". Expected name=NAME,type=TYPE with a type of ${Object.keys(VOLUMES).join(', ')}.`);
    listOf(pod, 'volumes').push({ name, ...source });
  },
};

type Keys = Readonly<Record<string, string>>;
const readOnly = ({ readonly }: Keys): Mapping => (readonly === 'true' ? { readOnly: true } : {});
const VOLUMES: Readonly<Record<string, (keys: Keys) => Mapping>> = {
  'cloud-storage': (keys) => ({
    csi: {
      driver: 'gcsfuse.run.googleapis.com',
      ...readOnly(keys),
      volumeAttributes: {
        bucketName: keys.bucket,
        ...(keys['mount-options'] && { mountOptions: keys['mount-options'].replaceAll(';', ',') }),
      },
    },
  }),
  'in-memory': ({ 'size-limit': sizeLimit }) => ({ emptyDir: { medium: 'Memory', ...(sizeLimit && { sizeLimit }) } }),
  'ephemeral-disk': ({ size }) => ({ emptyDir: { medium: 'Disk', ...(size && { sizeLimit: size }) } }),
  nfs: (keys) => {
    const [, server, path] = /^([^:]+):(\/.*)$/.exec(keys.location ?? '') ?? [];
    if (!server) throw new Error('of type nfs needs location=SERVER:/PATH.');
    return { nfs: { server, path, ...readOnly(keys) } };
  },
  secret: ({ secret, version = 'latest', path }) => {
    if (!secret) throw new Error('of type secret needs secret=NAME.');
    return { secret: { secretName: secret, items: [{ key: version, path: path ?? secret }] } };
  },
};

/** Flags of services and jobs. */
export const sharedFlags: FlagTable = {
  region: {
    takes: 'value',
    becomes: 'input `region` of deploy-run',
    apply: (draft, value) => {
      draft.region = value;
    },
  },
  project: {
    takes: 'value',
    becomes: 'input `project` of deploy-run',
    apply: (draft, value) => {
      draft.project = value;
    },
  },
  labels,
  'update-labels': labels,
  'service-account': onPod('serviceAccountName'),
  'set-cloudsql-instances': cloudSql,
  'add-cloudsql-instances': cloudSql,
  'vpc-connector': onTemplate('vpc-access-connector'),
  'vpc-egress': onTemplate('vpc-access-egress'),
  network: {
    takes: 'value',
    becomes: 'spec.template.metadata.annotations["run.googleapis.com/network-interfaces"]',
    apply: ({ network }, value) => {
      network.network = value;
    },
  },
  subnet: {
    takes: 'value',
    becomes: 'spec.template.metadata.annotations["run.googleapis.com/network-interfaces"]',
    apply: ({ network }, value) => {
      network.subnetwork = value;
    },
  },
  'network-tags': {
    takes: 'value',
    becomes: 'spec.template.metadata.annotations["run.googleapis.com/network-interfaces"]',
    apply: ({ network }, value) => {
      network.tags = listValue(value);
    },
  },
  'add-volume': volume,
  'binary-authorization': {
    takes: 'value',
    becomes: 'metadata.annotations["run.googleapis.com/binary-authorization"]',
    apply: ({ annotations }, value) => {
      // Here `default` is a policy.
      annotations['run.googleapis.com/binary-authorization'] = value;
    },
  },
  breakglass: onResource('binary-authorization-breakglass'),
  key: onTemplate('encryption-key'),
  'execution-environment': onTemplate('execution-environment'),
  'gpu-type': {
    takes: 'value',
    becomes: 'spec.template.spec.nodeSelector["run.googleapis.com/accelerator"]',
    apply: ({ pod }, value) => {
      pod.nodeSelector = { 'run.googleapis.com/accelerator': value };
    },
  },
  'gpu-zonal-redundancy': onTemplate('gpu-zonal-redundancy-disabled', opposite, 'toggle'),
  source: notTranslated('value', BUILD),
  async: ignored('switch', 'deploy-run always waits.'),
  quiet: ignored('switch', 'There are no prompts.'),
  platform: ignored('value', 'Cloud Run (fully managed) is the only platform.'),
  format: ignored('value', 'The actions have outputs.'),
  verbosity: ignored('value', 'Affects only the output of gcloud.'),
  account: ignored('value', 'The workflow authenticates with `workload-identity-provider`.'),
  'impersonate-service-account': ignored('value', 'Use the input `service-account` of the actions.'),
  'billing-project': ignored('value', 'The project of the service is billed.'),
  configuration: ignored('value', 'Configures gcloud on your machine.'),
  'log-http': ignored('switch', 'Affects only the output of gcloud.'),
  'user-output-enabled': ignored('toggle', 'Affects only the output of gcloud.'),
  flatten: ignored('value', 'Affects only the output of gcloud.'),
  'trace-token': ignored('value', 'Affects only the output of gcloud.'),
  'access-token-file': ignored('value', 'The workflow authenticates with `workload-identity-provider`.'),
  'flags-file': notTranslated('value', 'Run init again with the flags of the file in the command.'),
  'clear-network': notTranslated('switch', CHANGE),
  'clear-network-tags': notTranslated('switch', CHANGE),
  'clear-volumes': notTranslated('switch', CHANGE),
  'remove-volume': notTranslated('value', CHANGE),
  'clear-labels': notTranslated('switch', CHANGE),
  'remove-labels': notTranslated('value', CHANGE),
};

/** Flags of services and worker pools, which both have revisions. */
const revisionFlags: FlagTable = {
  mesh: onTemplate('mesh'),
  'post-key-revocation-action-type': onTemplate('post-key-revocation-action-type'),
  'encryption-key-shutdown-hours': onTemplate('encryption-key-shutdown-hours', numberText),
  description: onResource('description'),
  'revision-suffix': notTranslated(
    'value',
    'deploy-run names revisions by the commit, so that a re-run finds its own.',
  ),
  'clear-cloudsql-instances': notTranslated('switch', CHANGE),
  'remove-cloudsql-instances': notTranslated('value', CHANGE),
  'clear-binary-authorization': notTranslated('switch', CHANGE),
  'clear-encryption-key-shutdown-hours': notTranslated('switch', CHANGE),
  'clear-key': notTranslated('switch', CHANGE),
  'clear-post-key-revocation-action-type': notTranslated('switch', CHANGE),
};

export const serviceFlags: FlagTable = {
  ...revisionFlags,
  concurrency: onPod('containerConcurrency', numberValue),
  timeout: onPod('timeoutSeconds', secondsValue),
  'min-instances': onTemplate('autoscaling.knative.dev/minScale', numberText),
  'max-instances': onTemplate('autoscaling.knative.dev/maxScale', numberText),
  min: onResource('minScale', numberText),
  max: onResource('maxScale', numberText),
  scaling: {
    takes: 'value',
    becomes: 'metadata.annotations["run.googleapis.com/scalingMode"] and manualInstanceCount',
    apply: ({ annotations }, value) => {
      annotations['run.googleapis.com/scalingMode'] = value === 'auto' ? 'automatic' : 'manual';
      if (value !== 'auto') annotations['run.googleapis.com/manualInstanceCount'] = String(numberValue(value));
    },
  },
  'cpu-throttling': onTemplate('cpu-throttling', undefined, 'toggle'),
  'cpu-boost': onTemplate('startup-cpu-boost', undefined, 'toggle'),
  'session-affinity': onTemplate('sessionAffinity', undefined, 'toggle'),
  'deploy-health-check': onTemplate('health-check-disabled', opposite, 'toggle'),
  ingress: onResource('ingress'),
  'default-url': onResource('default-url-disabled', opposite, 'toggle'),
  'invoker-iam-check': onResource('invoker-iam-disabled', opposite, 'toggle'),
  iap: onResource('iap-enabled', undefined, 'toggle'),
  'set-custom-audiences': audiences,
  'add-custom-audiences': audiences,
  'allow-unauthenticated': toWorkflow('allow-unauthenticated', 'toggle'),
  tag: { ...toWorkflow('tag', 'value'), variables: 'workflow' },
  traffic: {
    takes: 'toggle',
    becomes: 'input `no-traffic` of deploy-run',
    apply: ({ workflow }, value) => {
      if (value === 'false') workflow['no-traffic'] = 'true';
    },
  },
  regions: notTranslated('value', 'Set the regions in the input `region` of deploy-run, one per line.'),
  function: notTranslated('value', BUILD),
  'base-image': notTranslated('value', BUILD),
  'clear-base-image': notTranslated('switch', BUILD),
  'automatic-updates': notTranslated('toggle', 'An image by digest does not change. Rebuild it to update its base.'),
  'allow-unencrypted-build': notTranslated('toggle', BUILD),
  'delegate-builds': notTranslated('switch', BUILD),
  'build-env-vars-file': notTranslated('value', BUILD),
  'set-build-env-vars': notTranslated('value', BUILD),
  'update-build-env-vars': notTranslated('value', BUILD),
  'remove-build-env-vars': notTranslated('value', BUILD),
  'clear-build-env-vars': notTranslated('switch', BUILD),
  'build-service-account': notTranslated('value', BUILD),
  'clear-build-service-account': notTranslated('switch', BUILD),
  'build-worker-pool': notTranslated('value', BUILD),
  'clear-build-worker-pool': notTranslated('switch', BUILD),
  namespace: notTranslated('value', 'Only for Cloud Run on Kubernetes clusters.'),
  'clear-vpc-connector': notTranslated('switch', CHANGE),
  'clear-custom-audiences': notTranslated('switch', CHANGE),
  'remove-custom-audiences': notTranslated('value', CHANGE),
};

/** A key of the task, one level deeper than in a service. */
const onTask = (key: string, convert: (value: string) => unknown): FlagRow => ({
  ...onPod(key, convert),
  becomes: `spec.template.spec.template.spec.${key}`,
});
const onExecution = (key: string): FlagRow => ({
  takes: 'value',
  becomes: `spec.template.spec.${key}`,
  apply: ({ execution }, value) => {
    execution[key] = numberValue(value);
  },
});

export const jobFlags: FlagTable = {
  tasks: onExecution('taskCount'),
  parallelism: onExecution('parallelism'),
  'max-retries': onTask('maxRetries', numberValue),
  'task-timeout': onTask('timeoutSeconds', secondsValue),
  'execute-now': toWorkflow('execute', 'switch', () => 'true'),
  wait: toWorkflow('execute', 'switch', () => 'true'),
};

/** A worker pool has a fixed number of instances. gcloud's `--instances` replaced `--scaling`. */
const instances: FlagRow = {
  takes: 'value',
  becomes: 'metadata.annotations["run.googleapis.com/manualInstanceCount"]',
  apply: ({ annotations }, value) => {
    if (value === 'auto')
      throw new Error('is "auto". Expected a number: a worker pool has a fixed number of instances.');
    annotations['run.googleapis.com/manualInstanceCount'] = String(numberValue(value));
  },
};
const FIXED = 'deploy-run deploys worker pools with a fixed number of instances, from --scaling.';

/** https://cloud.google.com/sdk/gcloud/reference/run/worker-pools/deploy */
export const poolFlags: FlagTable = {
  ...revisionFlags,
  scaling: instances,
  instances,
  min: notTranslated('value', FIXED),
  max: notTranslated('value', FIXED),
  promote: {
    takes: 'toggle',
    becomes: 'input `no-traffic` of deploy-run',
    apply: ({ workflow }, value) => {
      if (value === 'false') workflow['no-traffic'] = 'true';
    },
  },
};
