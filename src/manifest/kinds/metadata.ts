/** `metadata` of every kind: names, labels, and the annotations that Service, Job and WorkerPool share. */
import { isReserved } from '../../records/annotations.ts';
import {
  carry,
  check,
  drop,
  Invalid,
  keep,
  nest,
  type Path,
  type Reader,
  type Row,
  refuse,
  reserve,
  type Scope,
  strip,
  stripUnknown,
  type Table,
} from '../decode/table.ts';
import { anything, describe, integer, nonEmpty, oneOf, text, textBoolean } from '../decode/values.ts';

/** Namespaces that v2 refuses in labels and annotations: each of their keys is a field of its own there, or nothing. */
const SYSTEM =
  /^(?:[a-z0-9.-]+\.)?(?:run\.googleapis\.com|cloud\.googleapis\.com|serving\.knative\.dev|autoscaling\.knative\.dev)(?:\/|$)/;
/** Namespaces of tools, which mean nothing to v2. */
const TOOLS = /^(?:client\.knative\.dev|networking\.knative\.dev|runapps\.googleapis\.com)\//;

/**
 * Annotations that state something and set nothing. A label of a system namespace is always of this kind: only
 * `multi-region-id` sets anything.
 */
const SERVER_ONLY =
  /\/(?:(?:satisfies|supports)[A-Z]\w*|[\w-]+-status|\w+Time|\w*(?:creator|lastModifier)(?:Email)?|operation-id|urls?|uid|serviceUid|routes?|configuration(?:Generation)?|routingState(?:Modified)?|lastPinned|revisionName|startupProbeType)$/i;

type Rows = Readonly<Record<string, Row>>;

/** A map of labels or annotations: the rows are the system's keys, the others are the user's and are copied to `to`. */
export function textKeys(to: Path, rows: Rows, options: { finish?: Table['finish'] } = {}): Table {
  return {
    rows,
    others: (key) => {
      // Other tools set this label, too: it decides nothing, and every deploy writes its own value.
      if (key === 'managed-by') return drop('every deploy sets it to github-actions.', text);
      if (isReserved(to.at(-1) as 'labels' | 'annotations', key)) return reserve(text);
      if (SYSTEM.test(key)) return to.at(-1) === 'labels' || SERVER_ONLY.test(key) ? stripUnknown(text) : undefined;
      if (TOOLS.test(key)) return drop('it means nothing to Cloud Run.', text);
      return carry([...to, key], text);
    },
    ...(options.finish && { finish: options.finish }),
  };
}
const NO_META = 'is not supported by Cloud Run. Remove it.';

/** Kubernetes' ObjectMeta. `name` differs by kind. */
export function objectMeta(name: Row, labels: Table, annotations: Table): Table {
  return {
    rows: {
      name,
      namespace,
      labels: nest('', labels),
      annotations: nest('', annotations),
      generation: strip(integer()),
      resourceVersion: strip(text),
      uid: strip(text),
      selfLink: strip(text),
      creationTimestamp: strip(text),
      deletionTimestamp: strip(text),
      clusterName: refuse(NO_META),
      deletionGracePeriodSeconds: refuse(NO_META),
      finalizers: refuse(NO_META),
      ownerReferences: refuse(NO_META),
      generateName: refuse('is not supported by Cloud Run. Set the name itself as "name".'),
    },
  };
}

/** The short name of a Service, Job or WorkerPool (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services/create). */
const resourceName: Reader = (node) => {
  const value = text(node);
  if (!/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(value) || value.length >= 50)
    throw new Invalid(
      `is ${describe(node)}. Expected lower-case letters, digits and hyphens, a letter first, no hyphen last, fewer than 50 characters.`,
    );
  return value;
};

/** The project, as id or quoted number; gcloud takes an unquoted number too. */
const namespace: Row = check((node, { source }) => {
  const value = node.kind === 'scalar' && node.type === 'integer' ? node.source : nonEmpty(node);
  if (value !== source.project && !/^\d+$/.test(value))
    throw new Invalid(
      `is "${value}", but the project to deploy to is "${source.project}". Remove it, or use the same value.`,
    );
});

const LOCATION = 'cloud.googleapis.com/location';
const region: Row = check((node, { source }) => {
  if (text(node) !== source.region)
    throw new Invalid(
      `is ${describe(node)}, but the region to deploy to is "${source.region}". Remove it, or use the same value.`,
    );
});

/** Labels of a Service, Job or WorkerPool. */
const resourceLabels = (rows: Rows = {}): Table =>
  textKeys(['labels'], {
    [LOCATION]: region,
    'networking.knative.dev/visibility': drop(
      'it works on clusters only. Use the annotation run.googleapis.com/ingress.',
      text,
    ),
    'run.googleapis.com/lastUpdatedTime': strip(text),
    ...rows,
  });

const BINARY_AUTHORIZATION = 'run.googleapis.com/binary-authorization';
const BREAKGLASS = 'run.googleapis.com/binary-authorization-breakglass';

/** Annotations that a Service, a Job and a WorkerPool have in common. */
export const sharedAnnotations: Rows = {
  'run.googleapis.com/client-name': carry('client', text),
  'run.googleapis.com/client-version': carry('clientVersion', text),
  'run.googleapis.com/launch-stage': carry('launchStage', oneOf({ ALPHA: 'ALPHA', BETA: 'BETA', GA: 'GA' })),
  [BINARY_AUTHORIZATION]: keep(nonEmpty),
  [BREAKGLASS]: keep(nonEmpty),
  'serving.knative.dev/creator': strip(text),
  'serving.knative.dev/lastModifier': strip(text),
  'run.googleapis.com/creator': strip(text),
  'run.googleapis.com/lastModifier': strip(text),
  'run.googleapis.com/creatorEmail': strip(text),
  'run.googleapis.com/lastModifierEmail': strip(text),
  'run.googleapis.com/operation-id': strip(text),
  'run.googleapis.com/satisfiesPzs': strip(text),
  'run.googleapis.com/supportsPzs': strip(text),
  'run.googleapis.com/threat-detection': strip(textBoolean),
};

export const description: Row = carry('description', text);

/** `default` is the project's policy, anything else names one; v2 has a field for each. */
function finishBinaryAuthorization(scope: Scope): void {
  const policy = scope.kept<string>(BINARY_AUTHORIZATION);
  const breakglass = scope.kept<string>(BREAKGLASS);
  if (policy?.value === 'default') scope.set('binaryAuthorization.useDefault', true, policy.at);
  else if (policy) {
    const name = policy.value.startsWith('projects/')
      ? policy.value
      : `projects/${scope.source.project}/platforms/cloudRun/${policy.value}`;
    scope.set('binaryAuthorization.policy', name, policy.at);
  }
  if (!breakglass) return;
  if (policy?.value !== 'default')
    scope.problem(breakglass.at, breakglass.words, `is only allowed with ${BINARY_AUTHORIZATION}: default.`);
  else scope.set('binaryAuthorization.breakglassJustification', breakglass.value, breakglass.at);
}

/** `metadata` of a Service, Job or WorkerPool; `labels` are rows that its kind alone has. */
export const resourceMeta = (annotations: Rows, labels: Rows = {}): Table =>
  objectMeta(
    check(resourceName),
    resourceLabels(labels),
    textKeys(['annotations'], annotations, { finish: finishBinaryAuthorization }),
  );

/** The rows of `apiVersion`, `kind` and `status`, which all manifests have. */
export const envelope = (apiVersion: string): Rows => ({
  apiVersion: check((node) => {
    if (text(node) !== apiVersion) throw new Invalid(`is ${describe(node)}. Expected ${apiVersion}.`);
  }),
  kind: check(text),
  status: strip(anything),
});
