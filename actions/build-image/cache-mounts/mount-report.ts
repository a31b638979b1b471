/** Decides which cache mounts are saved. Pure. */
import { createHash } from 'node:crypto';
import type { CacheMount } from './find-mounts.ts';

export interface MountContent {
  /** Bytes on the builder's disk. */
  readonly size: number;
  readonly files: number;
  /** Whether a file contains the value of a secret. */
  readonly secret: boolean;
  /** Hash of the names and sizes of all files. */
  readonly fingerprint: string;
  /** Size of the files that were added, removed or resized since the mount was saved; of all files if it was not. */
  readonly changed: number;
}

/** Reads the lines `KEY KIBIBYTES FILES SECRET FINGERPRINT CHANGED`, one per mount and platform. */
export function readReport(texts: Iterable<string>): ReadonlyMap<string, MountContent> {
  const found = new Map<string, MountContent>();
  for (const line of [...texts].flatMap((text) => text.split('\n'))) {
    const [key, size, files, secret, fingerprint, changed] = line.trim().split(/\s+/);
    if (!key || !fingerprint || !changed) continue;
    const before = found.get(key);
    found.set(key, {
      size: (before?.size ?? 0) + Number(size) * 1024,
      files: (before?.files ?? 0) + Number(files),
      secret: (before?.secret ?? false) || secret !== 'no',
      fingerprint: before
        ? createHash('sha256').update(`${before.fingerprint} ${fingerprint}`).digest('hex')
        : fingerprint,
      changed: (before?.changed ?? 0) + Number(changed) * 1024,
    });
  }
  return found;
}

/**
 * A mount is saved again if more than this share of it has changed. For less, archiving and uploading all of it takes longer than the next
 * build needs to repeat the changes.
 */
const NEGLIGIBLE = 0.1;

export type SavePlan =
  /** `reason` follows "The cache mounts are not saved: ". `warn`: whether it is a warning. */
  | { readonly save: false; readonly reason: string; readonly warn: boolean }
  | {
      readonly save: true;
      /** Mounts to archive again, and those whose earlier archive is reused. */
      readonly fresh: ReadonlySet<string>;
      readonly reused: ReadonlySet<string>;
      /** Key → fingerprint, of all mounts. */
      readonly fingerprints: Readonly<Record<string, string>>;
      readonly size: number;
    };

/** `before`: key → fingerprint of the saved mounts. `maxSize` in bytes. */
export function planSave(
  mounts: readonly CacheMount[],
  report: ReadonlyMap<string, MountContent>,
  before: Readonly<Record<string, string>>,
  maxSize: number,
): SavePlan {
  const measured = mounts.flatMap((mount) => {
    const content = report.get(mount.key);
    return content ? [{ ...mount, ...content }] : [];
  });
  const refuse = (reason: string): SavePlan => ({ save: false, reason, warn: true });
  const leaking = measured.filter(({ secret }) => secret).map(({ name }) => name);
  if (leaking.length > 0)
    return refuse(
      `${leaking.join(', ')} contains the value of a build secret, which everyone who can read the repository could read. Let the Dockerfile read the secret from its mount (RUN --mount=type=secret), and do not write it into a cache mount`,
    );
  const filled = measured.filter(({ files }) => files > 0);
  const size = filled.reduce((sum, one) => sum + one.size, 0);
  if (size > maxSize)
    return refuse(
      `they have ${formatMebibytes(size)} (${filled.map((one) => `${one.name}: ${formatMebibytes(one.size)}`).join(', ')}), more than cache-mounts-max-size, ${formatMebibytes(maxSize)}. The previous content stays saved. Increase the limit, or let the Dockerfile remove what it no longer needs from them`,
    );
  const reused = measured.filter(
    ({ key, size, files, changed }) =>
      // A mount that no step of this build has used is empty on a new builder.
      before[key] !== undefined && (files === 0 || changed <= size * NEGLIGIBLE),
  );
  const fresh = filled.filter(({ key }) => !reused.some((one) => one.key === key));
  if (fresh.length === 0) {
    const same = reused.every(({ key, files, fingerprint }) => files === 0 || fingerprint === before[key]);
    const reason = same ? 'nothing in them has changed' : 'less than a tenth of them has changed since they were saved';
    return { save: false, reason, warn: false };
  }
  return {
    save: true,
    fresh: new Set(fresh.map(({ key }) => key)),
    reused: new Set(reused.map(({ key }) => key)),
    fingerprints: Object.fromEntries([
      ...fresh.map(({ key, fingerprint }) => [key, fingerprint]),
      ...reused.map(({ key }) => [key, before[key]]),
    ]),
    size,
  };
}

/** Maximum length of a text to search for: all are passed to the builder in one environment variable. */
const MOST_PATTERN = 1000;

/** Texts that no cache mount may contain, one per line: each secret, or its longest line. Certificates are not secret. */
export function secretPatterns(values: Iterable<string>): string {
  const lines = [...values].flatMap((value) => {
    const text = value.replace(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g, '');
    const [longest = ''] = text
      .split(/[\r\n]+/)
      .map((line) => line.trim().slice(0, MOST_PATTERN))
      .sort((a, b) => b.length - a.length);
    // Shorter texts occur in files by chance. An environment variable cannot contain binary content.
    return longest.length >= 8 && !longest.includes('\0') ? [longest] : [];
  });
  return [...new Set(lines)].join('\n');
}

export const formatMebibytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
