/** Stops a release whose frontend builds were not all downloaded: the download of several only warns of one that is missing. */
import { readdirSync } from 'node:fs';
import { OutcomeError } from '../../src/runtime/errors.ts';

export interface DownloadedBuilds {
  /** Ids of the artifacts. */
  readonly artifacts: string;
  /** One for each artifact. */
  readonly folders: readonly string[];
  /** Outcome of the step that downloads them. */
  readonly download: string;
}

export function checkBuilds({ artifacts, folders, download }: DownloadedBuilds): void {
  if (download === 'success' && folders.every(hasFiles)) return;
  throw new OutcomeError(
    `Nothing was changed. An artifact of the frontend builds (${artifacts}) cannot be downloaded. Either it has expired, or another job of this run overwrote or deleted it: an artifact that is uploaded again under its name has another id, and is not trusted. Find the job that uploads "frontend-…" artifacts, then re-run all jobs.`,
  );
}

function hasFiles(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
