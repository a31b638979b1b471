/** Dependencies of the parts of the Cloud Run emulator. */
import type { Core, Principal } from '../core/core.ts';
import { timestamp } from '../core/ids.ts';
import type { LogEntry } from '../logging/index.ts';
import type { MetricStore } from '../monitoring/store.ts';
import type { Driver } from './drivers/driver.ts';
import type { Operations } from './operations.ts';
import type { Schema } from './requests/schema.ts';
import type { RunSettings } from './settings.ts';

export interface RunDependencies {
  /** Throws ApiError 404 or 403 if the version does not exist or is not enabled. */
  secrets: { access(project: string, secret: string, version: string): { value: Buffer; version: string } };
  /** Looks up `NAME@sha256:…` or `NAME:tag` in the registry; `children` are the digests of an index, the linux/amd64 one first. */
  images: { find(reference: string): Promise<{ digest: string; children: string[] } | undefined> };
  logs: { write(entry: LogEntry): void };
  metrics: Pick<MetricStore, 'request' | 'started'>;
  identity: { verify(idToken: string): { email: string; audience: string } | undefined };
  driver: Driver;
  /** Port of the proxy; a free one if absent. */
  proxyPort?: number;
  /** The address that the proxy listens on. Default 127.0.0.1. */
  address?: string | undefined;
}

export interface Context {
  readonly core: Core;
  readonly deps: RunDependencies;
  readonly settings: RunSettings;
  readonly schema: Schema;
  readonly operations: Operations;
  /** `http://…:PORT` of the proxy without the first labels of the host; only the port is used. */
  proxyPort(): number;
}

export const now = (context: { core: Core }) => timestamp(context.core.clock.now());
export const projectNumber = (context: Context, project: string) => context.core.projects.get(project) ?? project;
/** `serviceAccount:EMAIL` → the address that creator fields show. */
export const emailOf = (principal: Principal | undefined) =>
  (principal?.member ?? '').replace(/^(serviceAccount|user):/, '');
