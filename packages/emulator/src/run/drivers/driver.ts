/** A driver runs containers: with the Docker Engine, or as the fake driver of tests. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { Probe } from '../types.ts';
import type { FakeResponse } from './image-behavior.ts';

/** A file in a container, for instance a secret mounted as a volume. */
export interface FileMount {
  readonly path: string;
  readonly data: Buffer;
  readonly mode: number;
}

export interface ContainerSpec {
  readonly name: string;
  /** Reference as requested. */
  readonly image: string;
  /** Its digest in the registry, `sha256:…`. */
  readonly digest: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly workingDir: string | undefined;
  /** Port of the container's `ports`; only the ingress container has one. */
  readonly port: number | undefined;
  readonly startupProbe: Probe | undefined;
  readonly dependsOn: readonly string[];
  readonly files: readonly FileMount[];
}

/** One instance of a revision, or one attempt at a task. */
export interface InstanceSpec {
  /** Unique, and valid as a container name. */
  readonly id: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly ContainerSpec[];
  /** The access token of the service agent, for pulling images. */
  readonly pullToken: string;
  /** Called for each line that a container writes. */
  readonly log: (container: string, stream: 'stdout' | 'stderr', line: string) => void;
}

export interface Exit {
  readonly container: string;
  readonly code: number;
  /** Number of the signal that ended it, if any. */
  readonly signal?: number;
}

export interface InstanceRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Instance {
  /** Starts a container; resolves when its process runs. `exited` resolves when it ends or is stopped. */
  launch(container: string): Promise<{ exited: Promise<Exit> }>;
  /** Connects to a port that a container listens on; rejects if it does not. */
  dial(container: string, port: number): Promise<Socket>;
  /** Sends a request without a connection, for drivers without network; rejects if nothing listens. */
  send?(container: string, request: InstanceRequest): Promise<FakeResponse>;
  /** Ends all containers (SIGTERM, then SIGKILL) and removes them. */
  stop(): Promise<void>;
}

export interface Driver {
  /** Prepares an instance: pulls images, creates containers. Rejects with a message for a condition. */
  create(spec: InstanceSpec): Promise<Instance>;
  /** Ends everything that this driver started. */
  stop(): Promise<void>;
}
