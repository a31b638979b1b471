/** Reads the last log lines of a failed revision. */

import { revisionFilter } from '../../../src/google/logging.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { poll } from '../../../src/runtime/retry.ts';
import type { RevisionLogs } from '../service/outcome.ts';
import { getRevision, logsUrl, type RegionalService } from '../service/regional-service.ts';

const LINES = 20;
/** Log entries arrive after some seconds. */
const PATIENCE = 6000;

/** Logs and returns the last log lines of a revision. If they cannot be read, logs where to find them. */
export async function showLogs(regional: RegionalService, revision: string): Promise<RevisionLogs | undefined> {
  const patience = (await startedAtAll(regional, revision)) ? PATIENCE : 0;
  const { log, clock, signal } = regional.context;
  const url = logsUrl(regional, revision);
  const filter = revisionFilter(regional, revision);
  try {
    const look = async () => {
      const lines = await regional.clients.logs.tail(filter, LINES);
      return lines.length > 0 ? lines : undefined;
    };
    const lines = (await poll(look, { clock, signal, until: clock.now() + patience, first: 1500 })) ?? [];
    if (lines.length === 0) {
      log.info(`${revision} has written no log line yet. Its logs: ${url}`);
      return undefined;
    }
    const text = lines.map(({ severity, text }) => `${severity === 'DEFAULT' ? '' : `${severity} `}${text}`).join('\n');
    await log.group(`The last ${lines.length} log lines of ${revision}`, async () => log.output(text));
    return { revision, url, text };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const why =
      error.status === 403
        ? `cannot be read: ${error.permission ?? 'logging.logEntries.list'} is missing, which roles/logging.viewer grants`
        : `could not be read (${error.message})`;
    log.info(`The logs of ${revision} ${why}. They are here: ${url}`);
    return undefined;
  }
}

/** A revision that failed before any container ran (an image, a secret) has no log lines. */
async function startedAtAll(regional: RegionalService, name: string): Promise<boolean> {
  const revision = await getRevision(regional, name);
  if (!revision) return false;
  const { state, condition } = readiness(revision);
  return state === 'ready' || condition?.revisionReason !== undefined;
}
