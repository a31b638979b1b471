/**
 * Cloud Run's resources as the v2 REST API writes them in JSON: durations `"300s"`, 64-bit integers as text, enums by name
 * (https://cloud.google.com/run/docs/reference/rest). Only fields that are read or written are declared; all others are kept.
 */

/** A JSON object of the server that is written back as it was read, fields unknown to us included. */
export interface Json {
  [field: string]: unknown;
}

export interface Service extends Json {
  /** `projects/P/locations/L/services/S`. */
  name?: string;
  uid?: string;
  generation?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  etag?: string;
  ingress?: string;
  launchStage?: string;
  scaling?: ServiceScaling;
  template?: RevisionTemplate;
  traffic?: TrafficTarget[];
  invokerIamDisabled?: boolean;
  defaultUriDisabled?: boolean;
  customAudiences?: string[];
  /** Of a multi-region service, which is at the location `global`. */
  multiRegionSettings?: { regions?: string[] } & Json;
  observedGeneration?: string;
  terminalCondition?: Condition;
  conditions?: Condition[];
  /** Full resource names. */
  latestReadyRevision?: string;
  latestCreatedRevision?: string;
  trafficStatuses?: TrafficStatus[];
  uri?: string;
  urls?: string[];
  reconciling?: boolean;
}

export interface ServiceScaling extends Json {
  minInstanceCount?: number;
  maxInstanceCount?: number;
  scalingMode?: string;
  manualInstanceCount?: number;
}

export interface RevisionTemplate extends Json {
  /** Short name; must be new for any change of the template. */
  revision?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  scaling?: { minInstanceCount?: number; maxInstanceCount?: number } & Json;
  vpcAccess?: Json;
  timeout?: string;
  serviceAccount?: string;
  containers?: Container[];
  volumes?: Volume[];
  executionEnvironment?: string;
  maxInstanceRequestConcurrency?: number;
  sessionAffinity?: boolean;
  healthCheckDisabled?: boolean;
}

export interface Container extends Json {
  name?: string;
  image?: string;
  command?: string[];
  args?: string[];
  env?: EnvVar[];
  resources?: { limits?: Record<string, string>; cpuIdle?: boolean; startupCpuBoost?: boolean } & Json;
  ports?: { name?: string; containerPort?: number }[];
  volumeMounts?: { name?: string; mountPath?: string; subPath?: string }[];
  workingDir?: string;
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  dependsOn?: string[];
}

export interface EnvVar extends Json {
  name?: string;
  value?: string;
  /** `secret` is a short name or `projects/P/secrets/S`; `version` a number, an alias or `latest`. */
  valueSource?: { secretKeyRef?: { secret?: string; version?: string } };
}

export interface Volume extends Json {
  name?: string;
  secret?: { secret?: string; items?: { path?: string; version?: string; mode?: number }[]; defaultMode?: number };
  cloudSqlInstance?: { instances?: string[] };
  emptyDir?: { medium?: string; sizeLimit?: string };
  gcs?: { bucket?: string; readOnly?: boolean; mountOptions?: string[] };
  nfs?: { server?: string; path?: string; readOnly?: boolean };
}

export interface Probe extends Json {
  initialDelaySeconds?: number;
  timeoutSeconds?: number;
  periodSeconds?: number;
  failureThreshold?: number;
  httpGet?: { path?: string; port?: number; httpHeaders?: { name: string; value?: string }[] };
  tcpSocket?: { port?: number };
  grpc?: { port?: number; service?: string };
}

export const LATEST = 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST';
export const REVISION = 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION';

export interface TrafficTarget extends Json {
  type?: string;
  /** Short name. */
  revision?: string;
  percent?: number;
  tag?: string;
}

export interface TrafficStatus extends TrafficTarget {
  uri?: string;
}

export interface Condition extends Json {
  type?: string;
  /** `CONDITION_SUCCEEDED`, `CONDITION_FAILED`, `CONDITION_PENDING` or `CONDITION_RECONCILING`. */
  state?: string;
  message?: string;
  severity?: string;
  lastTransitionTime?: string;
  reason?: string;
  revisionReason?: string;
  executionReason?: string;
}

export interface Revision extends Json {
  name?: string;
  service?: string;
  createTime?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  containers?: Container[];
  volumes?: Volume[];
  reconciling?: boolean;
  conditions?: Condition[];
  logUri?: string;
}

export interface Job extends Json {
  name?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  etag?: string;
  template?: ExecutionTemplate;
  latestCreatedExecution?: { name?: string; createTime?: string; completionTime?: string; completionStatus?: string };
  reconciling?: boolean;
  terminalCondition?: Condition;
}

export interface ExecutionTemplate extends Json {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  parallelism?: number;
  taskCount?: number;
  template?: TaskTemplate;
}

export interface TaskTemplate extends Json {
  containers?: Container[];
  volumes?: Volume[];
  /** 0 is a value: the server's default is 3. */
  maxRetries?: number;
  timeout?: string;
  serviceAccount?: string;
  executionEnvironment?: string;
  vpcAccess?: Json;
}

export interface Execution extends Json {
  name?: string;
  job?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  createTime?: string;
  startTime?: string;
  completionTime?: string;
  taskCount?: number;
  template?: TaskTemplate;
  conditions?: Condition[];
  succeededCount?: number;
  failedCount?: number;
  cancelledCount?: number;
  runningCount?: number;
  logUri?: string;
}

export interface WorkerPool extends Json {
  name?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  etag?: string;
  scaling?: Json;
  template?: RevisionTemplate;
  instanceSplits?: InstanceSplit[];
  instanceSplitStatuses?: InstanceSplit[];
  latestReadyRevision?: string;
  latestCreatedRevision?: string;
  reconciling?: boolean;
  terminalCondition?: Condition;
  conditions?: Condition[];
}

export interface InstanceSplit extends Json {
  /** `INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST` or `INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION`. */
  type?: string;
  revision?: string;
  percent?: number;
}

/** A long-running operation (https://google.aip.dev/151). */
export interface LongRunningOperation extends Json {
  name?: string;
  done?: boolean;
  metadata?: Json;
  response?: Json;
  error?: { code?: number; message?: string };
}
