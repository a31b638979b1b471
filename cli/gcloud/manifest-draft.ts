/** A v1 manifest under construction, which the flags of gcloud fill in. */
import { expressionsIn } from './variables.ts';

/** A v1 mapping. */
export type Mapping = Record<string, unknown>;

/** The result of a command line. */
export type DraftKind = 'Service' | 'Job' | 'WorkerPool';

export interface Draft {
  readonly kind: DraftKind;
  readonly labels: Record<string, string>;
  /** Of the service or job. */
  readonly annotations: Record<string, string>;
  /** Of the revision or execution. */
  readonly templateAnnotations: Record<string, string>;
  /** `spec.template.spec` of a Job: `taskCount`, `parallelism`. */
  readonly execution: Mapping;
  /** The parent of the containers. */
  readonly pod: Mapping;
  readonly containers: Mapping[];
  /** The container that the next flag is about. */
  container: Mapping;
  /** As given: `project:region:instance`, or the instance alone. */
  readonly cloudSql: Set<string>;
  readonly network: { network?: string; subnetwork?: string; tags?: string[] };
  /** For the workflow: inputs of deploy-run, and what it builds. */
  readonly workflow: Record<string, string>;
  /** Values that the workflow knows, by the names that they have in the manifest: `${NAME}`. */
  readonly substitutions: Record<string, string>;
  /** Variables whose value is a secret of GitHub, with the expression. */
  readonly secrets: Record<string, string>;
  project: string | undefined;
  region: string | undefined;
  /** The contents of a file that a flag names. */
  readonly readFile: (path: string) => string;
}

export function createDraft(kind: Draft['kind'], readFile: Draft['readFile']): Draft {
  const container: Mapping = {};
  return {
    kind,
    labels: {},
    annotations: {},
    templateAnnotations: {},
    execution: {},
    pod: {},
    containers: [container],
    container,
    cloudSql: new Set(),
    network: {},
    workflow: {},
    substitutions: {},
    secrets: {},
    project: undefined,
    region: undefined,
    readFile,
  };
}

/** The draft as a manifest. */
export function draftDocument(draft: Draft, name: string): Mapping {
  const { kind, labels, annotations, templateAnnotations, execution, pod, containers, network } = draft;
  // gcloud adds the project and the region to a bare instance name.
  const instances = [...draft.cloudSql].map((one) =>
    one.includes(':') ? one : `${draft.project}:${draft.region}:${one}`,
  );
  if (instances.length > 0) templateAnnotations['run.googleapis.com/cloudsql-instances'] = instances.join(',');
  const filled = (mapping: Mapping) => (Object.keys(mapping).length > 0 ? mapping : undefined);
  if (Object.keys(network).length > 0)
    templateAnnotations['run.googleapis.com/network-interfaces'] = JSON.stringify([network]);
  const task = { ...pod, containers };
  const metadata = compact({ annotations: filled(templateAnnotations) });
  return {
    apiVersion: kind === 'Service' ? 'serving.knative.dev/v1' : 'run.googleapis.com/v1',
    kind,
    metadata: compact({ name, labels: filled(labels), annotations: filled(annotations) }),
    spec: {
      template: compact({
        metadata: filled(metadata),
        spec: kind === 'Job' ? { ...execution, template: { spec: task } } : task,
      }),
    },
  };
}

const compact = (mapping: Mapping): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined));

/** A list in a mapping, created if it is missing. */
export function listOf(mapping: Mapping, key: string): Mapping[] {
  mapping[key] ??= [];
  return mapping[key] as Mapping[];
}

/** A mapping in a mapping, created if it is missing. */
export function mappingOf(mapping: Mapping, key: string): Mapping {
  mapping[key] ??= {};
  return mapping[key] as Mapping;
}

/** The value as the manifest has it: expressions of the workflow become substitutions, named for what has the value. */
export function withSubstitutions({ substitutions }: Draft, name: string, value: string): string {
  const base = name
    .replace(/\W/g, '_')
    .replace(/^(?=\d)/, '_')
    .replace(/^(?:PROJECT|REGION|COMMIT)$/, '$&_VALUE');
  let text = value;
  for (const [i, expression] of expressionsIn(value).entries()) {
    const key = i === 0 ? base : `${base}_${i + 1}`;
    substitutions[key] = expression;
    text = text.replace(expression, () => `\${${key}}`);
  }
  return text;
}
