/**
 * Reads Cloud Logging: the last lines of a container that failed, and the lines of one that runs. The service streams over
 * gRPC alone, so lines are followed by listing (https://cloud.google.com/logging/docs/reference/v2/rest/v2/entries/list).
 */

import type { Clock } from '../runtime/clock.ts';
import { CloudError } from '../runtime/errors.ts';
import { poll } from '../runtime/retry.ts';
import type { HttpClient } from './http/client.ts';
import { type NextPage, pagesOf } from './http/pages.ts';

export interface LogLine {
  readonly id: string;
  /** RFC 3339. */
  readonly timestamp: string;
  readonly severity: string;
  readonly text: string;
}

export interface LogReader {
  /** The last `count` lines that match the filter, oldest first. */
  tail(filter: string, count: number): Promise<LogLine[]>;
  /** Whether an entry matches; also true where the server could not search them all in time. */
  exists(filter: string, from: number, to: number): Promise<boolean>;
  /** When entries with a revision were written, request logs included; the newest `MOST_COUNTED` of the time. */
  times(filter: string, from: number, to: number): Promise<LoggedMoments>;
  /**
   * Hands lines that match to `onLine` as they appear, until `done` aborts, and then once more, for the last of them.
   * Ends early with the error if the lines cannot be read. Logs never decide the result.
   */
  follow(filter: string, onLine: (line: LogLine) => void, done: AbortSignal): Promise<CloudError | undefined>;
}

/** An entry without its text. */
export interface LoggedMoment {
  /** Short name. */
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface LoggedMoments {
  readonly moments: readonly LoggedMoment[];
  /** From here on they are all; later than the start of the time where there are too many to read. Milliseconds since 1970. */
  readonly since: number;
}

/** Reading is limited to 60 calls a minute for the whole project (https://cloud.google.com/logging/quotas). */
const MOST_COUNTED = 10_000;

interface Entry {
  readonly resource?: { readonly labels?: Record<string, string> };
  readonly insertId?: string;
  readonly timestamp?: string;
  readonly receiveTimestamp?: string;
  readonly severity?: string;
  readonly textPayload?: string;
  readonly jsonPayload?: Record<string, unknown>;
}

/** A project may read 60 times a minute, for all that runs in it (https://cloud.google.com/logging/quotas). */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 5000;

export function createLogReader(cloud: {
  http: HttpClient;
  endpoints: { logging: string };
  clock: Clock;
  project: string;
}): LogReader {
  const list = async (filter: string, orderBy: string, pageSize: number, next: NextPage = {}) =>
    await cloud.http.json<{ entries?: Entry[]; nextPageToken?: string }>({
      method: 'POST',
      url: `${cloud.endpoints.logging}/v2/entries:list`,
      json: {
        resourceNames: [`projects/${cloud.project}`],
        filter,
        orderBy,
        pageSize,
        ...next,
      },
      idempotent: true,
      deadline: 20_000,
      resource: `logs of project ${cloud.project}`,
      permission: 'logging.logEntries.list',
      role: 'roles/logging.viewer',
    });

  return {
    async tail(filter, count) {
      const { entries = [] } = await list(filter, 'timestamp desc', count);
      return entries.map(toLine).filter(hasText).slice(0, count).reverse();
    },

    async exists(filter, from, to) {
      const { entries = [], nextPageToken } = await list(within(filter, from, to), 'timestamp desc', 1);
      return entries.length > 0 || Boolean(nextPageToken);
    },

    async times(filter, from, to) {
      const found: LoggedMoment[] = [];
      const pages = pagesOf((next) => list(within(filter, from, to), 'timestamp desc', 1000, next));
      for await (const { entries = [] } of pages) {
        for (const { resource, timestamp = '' } of entries)
          found.push({ revision: resource?.labels?.revision_name ?? '', at: Date.parse(timestamp) });
        // Of those written in the same millisecond as the oldest some may be missing.
        if (found.length >= MOST_COUNTED) return { moments: found, since: (found.at(-1)?.at ?? to) + 1 };
      }
      return { moments: found, since: from };
    },

    async follow(filter, onLine, done) {
      const seen = new Set<string>();
      let since = '';
      const read = async (): Promise<undefined> => {
        // Entries can arrive late and out of order, so the newest ten seconds are read again each time.
        const window = since === '' ? filter : `${filter} AND timestamp>="${since}"`;
        for await (const { entries = [] } of pagesOf((next) => list(window, 'timestamp asc', 1000, next)))
          for (const line of entries.map(toLine).filter(hasText)) {
            if (seen.has(line.id)) continue;
            seen.add(line.id);
            onLine(line);
            since = earlier(line.timestamp, 10_000);
          }
      };
      try {
        const { clock } = cloud;
        await poll(read, { clock, signal: done, first: FIRST_PAUSE, longest: LONGEST_PAUSE }).catch(
          (error: unknown) => {
            if (error instanceof CloudError || !done.aborted) throw error;
          },
        );
        await read();
        return undefined;
      } catch (error) {
        if (error instanceof CloudError) return error;
        throw error;
      }
    },
  };
}

const within = (filter: string, from: number, to: number): string =>
  `${filter} AND timestamp>="${new Date(from).toISOString()}" AND timestamp<"${new Date(to).toISOString()}"`;

/** The filter for the container output of one execution of a job, by its full name. */
export function executionFilter(name: string): string {
  const [, , , region, , job, , execution] = name.split('/');
  return `resource.type="cloud_run_job" AND resource.labels.location="${region}" AND resource.labels.job_name="${job}" AND labels."run.googleapis.com/execution_name"="${execution}"`;
}

/** Where a revision runs. */
interface RevisionPlace {
  readonly kind: 'Service' | 'WorkerPool';
  /** `global` for a service that runs in several regions. */
  readonly region: string;
  readonly service: string;
}

/** The resource of a revision: of one region, since a release names its revisions alike in all of them. */
export function revisionResource({ kind, region, service }: RevisionPlace, revision: string): readonly string[] {
  const [type, label] = kind === 'Service' ? ['revision', 'service_name'] : ['worker_pool', 'worker_pool_name'];
  return [
    `resource.type="cloud_run_${type}"`,
    ...(region === 'global' ? [] : [`resource.labels.location="${region}"`]),
    `resource.labels.${label}="${service}"`,
    `resource.labels.revision_name="${revision}"`,
  ];
}

/** The filter for the container output of one revision, without request logs. */
export const revisionFilter = (place: RevisionPlace, revision: string): string =>
  [
    ...revisionResource(place, revision),
    ...(place.kind === 'Service' ? ['NOT log_id("run.googleapis.com/requests")'] : []),
  ].join(' AND ');

function toLine(entry: Entry): LogLine {
  const timestamp = entry.timestamp ?? entry.receiveTimestamp ?? '';
  const text = payloadText(entry);
  return { id: entry.insertId ?? `${timestamp} ${text}`, timestamp, severity: entry.severity ?? 'DEFAULT', text };
}

/** Structured lines have their text in `message` (https://cloud.google.com/logging/docs/structured-logging). */
function payloadText({ textPayload, jsonPayload }: Entry): string {
  if (textPayload !== undefined) return textPayload;
  if (!jsonPayload) return '';
  const { message, error } = jsonPayload;
  if (typeof message !== 'string') return JSON.stringify(jsonPayload);
  return typeof error === 'string' && !message.includes(error) ? `${message}: ${error}` : message;
}

/** Request logs have no text of their own. */
const hasText = (line: LogLine): boolean => line.text !== '';

const earlier = (timestamp: string, ms: number): string =>
  Number.isNaN(Date.parse(timestamp)) ? '' : new Date(Date.parse(timestamp) - ms).toISOString();
