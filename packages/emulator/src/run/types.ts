/**
 * The fields of Cloud Run v2 resources as JSON that the emulator uses; all other fields are passed through.
 * https://cloud.google.com/run/docs/reference/rest/v2
 */

export interface Probe {
  initialDelaySeconds?: number;
  timeoutSeconds?: number;
  periodSeconds?: number;
  failureThreshold?: number;
  httpGet?: { path?: string; port?: number; httpHeaders?: { name: string; value?: string }[] };
  tcpSocket?: { port?: number };
  grpc?: { port?: number; service?: string };
}

export interface EnvVar {
  name?: string;
  value?: string;
  valueSource?: { secretKeyRef?: { secret?: string; version?: string } };
}

export interface Container {
  name?: string;
  image?: string;
  command?: string[];
  args?: string[];
  env?: EnvVar[];
  resources?: { limits?: Record<string, string>; cpuIdle?: boolean; startupCpuBoost?: boolean };
  ports?: { name?: string; containerPort?: number }[];
  volumeMounts?: { name?: string; mountPath?: string; subPath?: string }[];
  workingDir?: string;
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  dependsOn?: string[];
  [field: string]: unknown;
}

export interface Volume {
  name?: string;
  secret?: { secret?: string; items?: { path?: string; version?: string; mode?: number }[]; defaultMode?: number };
  cloudSqlInstance?: { instances?: string[] };
  emptyDir?: { medium?: string; sizeLimit?: string };
  nfs?: unknown;
  gcs?: unknown;
}

export interface Template {
  revision?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  scaling?: { minInstanceCount?: number; maxInstanceCount?: number };
  timeout?: string;
  serviceAccount?: string;
  containers?: Container[];
  volumes?: Volume[];
  maxInstanceRequestConcurrency?: number;
  nodeSelector?: { accelerator?: string };
  healthCheckDisabled?: boolean;
  [field: string]: unknown;
}

/** A traffic target of a service, or an instance split of a worker pool. */
export interface Target {
  type?: string;
  revision?: string;
  percent?: number;
  tag?: string;
}
export interface TargetStatus extends Target {
  uri?: string;
}

export interface Condition {
  type: string;
  state: string;
  message?: string;
  lastTransitionTime?: string;
  severity?: string;
  reason?: string;
  revisionReason?: string;
  executionReason?: string;
}

/** Fields that services, worker pools and jobs share. */
export interface Resource {
  name?: string;
  uid?: string;
  generation?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  createTime?: string;
  updateTime?: string;
  deleteTime?: string;
  expireTime?: string;
  creator?: string;
  lastModifier?: string;
  launchStage?: string;
  observedGeneration?: string;
  terminalCondition?: Condition;
  conditions?: Condition[];
  reconciling?: boolean;
  etag?: string;
  [field: string]: unknown;
}

/** A Service or a WorkerPool. */
export interface Service extends Resource {
  description?: string;
  ingress?: string;
  template?: Template;
  traffic?: Target[];
  trafficStatuses?: TargetStatus[];
  instanceSplits?: Target[];
  instanceSplitStatuses?: TargetStatus[];
  scaling?: {
    minInstanceCount?: number;
    maxInstanceCount?: number;
    scalingMode?: string;
    manualInstanceCount?: number;
  };
  invokerIamDisabled?: boolean;
  defaultUriDisabled?: boolean;
  customAudiences?: string[];
  multiRegionSettings?: { regions?: string[]; multiRegionId?: string };
  uri?: string;
  urls?: string[];
  latestReadyRevision?: string;
  latestCreatedRevision?: string;
}

export interface Revision extends Resource {
  service?: string;
  scaling?: Template['scaling'];
  containers?: Container[];
  volumes?: Volume[];
  logUri?: string;
}

export interface TaskTemplate {
  containers?: Container[];
  volumes?: Volume[];
  maxRetries?: number;
  timeout?: string;
  serviceAccount?: string;
  executionEnvironment?: string;
  nodeSelector?: { accelerator?: string };
  [field: string]: unknown;
}

export interface Job extends Resource {
  template?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    parallelism?: number;
    taskCount?: number;
    template?: TaskTemplate;
    [field: string]: unknown;
  };
  executionCount?: number;
  latestCreatedExecution?: {
    name: string;
    createTime: string;
    completionTime?: string;
    completionStatus: string;
  };
  startExecutionToken?: string;
  runExecutionToken?: string;
}

export interface Execution extends Resource {
  job: string;
  taskCount: number;
  parallelism?: number;
  template: TaskTemplate;
  startTime?: string;
  completionTime?: string;
  runningCount?: number;
  succeededCount?: number;
  failedCount?: number;
  cancelledCount?: number;
  retriedCount?: number;
  logUri: string;
}

export interface Task extends Resource {
  job: string;
  execution: string;
  index?: number;
  retried?: number;
  lastAttemptResult?: { status?: { code?: number; message?: string }; exitCode?: number; termSignal?: number };
  startTime?: string;
  completionTime?: string;
  scheduledTime?: string;
}
