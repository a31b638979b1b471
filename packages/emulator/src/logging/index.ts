/** Cloud Logging v2: writing entries and listing them by filter. https://cloud.google.com/logging/docs/reference/v2/rest/v2/entries */
import { randomBytes } from 'node:crypto';
import type { Core } from '../core/core.ts';
import { timestamp } from '../core/ids.ts';
import { invalid } from '../http/errors.ts';
import { type Route, route } from '../http/routes.ts';
import { parseFilter } from './filter.ts';

/** An entry as written by the platform or a client. */
export interface LogEntry {
  /** The project's id; entries of clients have it in `logName`. */
  readonly project?: string;
  /** `projects/PROJECT/logs/LOG_ID`, the id percent-encoded. */
  readonly logName: string;
  readonly resource: { readonly type: string; readonly labels: Readonly<Record<string, string>> };
  readonly severity?: string;
  readonly textPayload?: string;
  readonly jsonPayload?: unknown;
  /** https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#HttpRequest */
  readonly httpRequest?: Readonly<Record<string, string | number>>;
  readonly timestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly insertId?: string;
}

export interface Logging {
  readonly routes: readonly Route[];
  /** All entries, in the order in which they were written. */
  readonly entries: readonly LogEntry[];
  write(entry: LogEntry): void;
  /** Milliseconds until a list contains a written entry; real logs lag by seconds. Default 0. */
  ingestionDelay: number;
}

interface ListRequest {
  resourceNames?: string[];
  filter?: string;
  orderBy?: string;
  pageSize?: number;
  pageToken?: string;
}

/** Maximum of stored entries, for long-running emulators. */
const KEPT = 50_000;

export function createLogging(core: Core): Logging {
  const entries: (LogEntry & { receiveTimestamp: string; written: number })[] = [];
  const logging: Logging = {
    entries,
    ingestionDelay: 0,
    write({ project: _, ...entry }) {
      const now = core.clock.now();
      entries.push({
        ...entry,
        insertId: entry.insertId ?? randomBytes(9).toString('base64url'),
        timestamp: entry.timestamp ?? timestamp(now),
        receiveTimestamp: timestamp(now),
        severity: entry.severity ?? 'DEFAULT',
        written: now,
      });
      if (entries.length > KEPT) entries.shift();
    },
    routes: [
      route('POST', '/v2/entries:list', async (request) => {
        const {
          resourceNames = [],
          filter = '',
          orderBy = 'timestamp asc',
          ...page
        } = await request.json<ListRequest>();
        if (resourceNames.length === 0) throw invalid('resource_names is required.');
        for (const name of resourceNames) core.access.check(request.principal, 'logging.logEntries.list', name);
        const order = /^timestamp(?: (asc|desc))?$/.exec(orderBy);
        if (!order) throw invalid(`Unsupported order: ${orderBy}. Use "timestamp asc" or "timestamp desc".`);
        const matches = parseFilter(filter);
        const visible = entries
          .filter(({ written }) => written + logging.ingestionDelay <= core.clock.now())
          .filter(({ logName }) => resourceNames.some((name) => logName.startsWith(`${name}/`)))
          .map(({ written: _, ...entry }) => entry)
          .filter((entry) => matches({ ...entry }))
          .sort((a, b) => compareText(String(a.timestamp), String(b.timestamp)));
        if (order[1] === 'desc') visible.reverse();
        const start = page.pageToken === undefined || page.pageToken === '' ? 0 : Number(page.pageToken);
        if (!Number.isInteger(start)) throw invalid(`Invalid page token: ${page.pageToken}`);
        const end = start + Math.min(page.pageSize || 50, 1000);
        return {
          body: {
            entries: visible.slice(start, end),
            ...(end < visible.length && { nextPageToken: String(end) }),
          },
        };
      }),
      route('POST', '/v2/entries:write', async (request) => {
        const common = await request.json<{ entries?: Partial<LogEntry>[] } & Partial<LogEntry>>();
        for (const entry of common.entries ?? []) {
          const logName = entry.logName ?? common.logName;
          const resource = entry.resource ?? common.resource ?? { type: 'global', labels: {} };
          if (!/^projects\/[^/]+\/logs\/[^/]+$/.test(logName ?? '')) throw invalid(`Invalid log name: ${logName}`);
          core.access.check(request.principal, 'logging.logEntries.create', logName ?? '');
          logging.write({ ...entry, logName: logName ?? '', resource, labels: { ...common.labels, ...entry.labels } });
        }
        return { body: {} };
      }),
    ],
  };
  return logging;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
