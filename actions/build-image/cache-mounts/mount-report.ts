/** What is in the cache mounts, and what of it is kept. Pure. */
import { createHash } from 'node:crypto';
import type { CacheMount } from './find-mounts.ts';

export interface MountContent {
  /** Bytes on the disk of the builder. */
  readonly size: number;
  readonly files: number;
  /** Whether a file holds the value of a secret. */
  readonly secret: boolean;
  /** Of names and sizes of all files. */
  readonly fingerprint: string;
  /** Bytes of files that are new, gone, or of another size since it was kept; all of them where it was not. */
  readonly changed: number;
}

/** Reads the lines `KEY KIBIBYTES FILES SECRET FINGERPRINT CHANGED`; a mount of several platforms has one for each. */
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
 * The share of a mount that may change before it is kept again. Archiving and uploading all of it for every changed line costs more
 * than the next build gains: it makes again what changed since, at most this share.
 */
const NEGLIGIBLE = 0.1;

export type KeepPlan =
  /** `reason` follows "The cache mounts are not kept: "; a reason that is no trouble is none to warn of. */
  | { readonly keep: false; readonly reason: string; readonly trouble: boolean }
  | {
      readonly keep: true;
      /** Mounts to archive again, and those whose earlier archive is kept. */
      readonly fresh: ReadonlySet<string>;
      readonly carried: ReadonlySet<string>;
      /** Key → fingerprint, of all. */
      readonly fingerprints: Readonly<Record<string, string>>;
      readonly size: number;
    };

/** Decides by what was measured, what was kept before (key → fingerprint), and the most bytes that are kept. */
export function planKeep(
  mounts: readonly CacheMount[],
  report: ReadonlyMap<string, MountContent>,
  before: Readonly<Record<string, string>>,
  maxSize: number,
): KeepPlan {
  const measured = mounts.flatMap((mount) => {
    const content = report.get(mount.key);
    return content ? [{ ...mount, ...content }] : [];
  });
  const trouble = (reason: string): KeepPlan => ({ keep: false, reason, trouble: true });
  const leaking = measured.filter(({ secret }) => secret).map(({ name }) => name);
  if (leaking.length > 0)
    return trouble(
      `${leaking.join(', ')} contains the value of a build secret, which everyone who can read the repository could read. Let the Dockerfile read the secret from its mount (RUN --mount=type=secret), and do not write it into a cache mount`,
    );
  const filled = measured.filter(({ files }) => files > 0);
  const size = filled.reduce((sum, one) => sum + one.size, 0);
  if (size > maxSize)
    return trouble(
      `they have ${formatMebibytes(size)} (${filled.map((one) => `${one.name}: ${formatMebibytes(one.size)}`).join(', ')}), more than cache-mounts-max-size, ${formatMebibytes(maxSize)}. Those of an earlier run stay as they are. Increase the limit, or let the Dockerfile remove what it no longer needs from them`,
    );
  const carried = measured.filter(
    ({ key, size, files, changed }) =>
      // A mount that no step of this build has used is empty on a new builder.
      before[key] !== undefined && (files === 0 || changed <= size * NEGLIGIBLE),
  );
  const fresh = filled.filter(({ key }) => !carried.some((one) => one.key === key));
  if (fresh.length === 0) {
    const same = carried.every(({ key, files, fingerprint }) => files === 0 || fingerprint === before[key]);
    const reason = same ? 'nothing in them has changed' : 'less than a tenth of them has changed since they were kept';
    return { keep: false, reason, trouble: false };
  }
  return {
    keep: true,
    fresh: new Set(fresh.map(({ key }) => key)),
    carried: new Set(carried.map(({ key }) => key)),
    fingerprints: Object.fromEntries([
      ...fresh.map(({ key, fingerprint }) => [key, fingerprint]),
      ...carried.map(({ key }) => [key, before[key]]),
    ]),
    size,
  };
}

/** Characters of a secret that are looked for: they reach the builder in one variable of the environment. */
const MOST_PATTERN = 1000;

/** What no file of a cache mount may hold, one per line: each secret, or its longest line. Certificates are no secrets. */
export function secretPatterns(values: Iterable<string>): string {
  const lines = [...values].flatMap((value) => {
    const text = value.replace(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g, '');
    const [longest = ''] = text
      .split(/[\r\n]+/)
      .map((line) => line.trim().slice(0, MOST_PATTERN))
      .sort((a, b) => b.length - a.length);
    // Shorter texts stand in files by chance; a variable of the environment holds no binary content.
    return longest.length >= 8 && !longest.includes('\0') ? [longest] : [];
  });
  return [...new Set(lines)].join('\n');
}

export const formatMebibytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
