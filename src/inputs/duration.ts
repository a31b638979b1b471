/** Durations as workflows write them: `500ms`, `90s`, `5m`, `1h30m`, `7d`; and times for people. */

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/** Parses a duration to milliseconds. Throws an Error that says what is expected. */
export function parseDuration(text: string): number {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(text.trim());
  if (!match || match[0] === '')
    throw new Error(`"${text}" is not a duration. Write for instance 500ms, 90s, 5m, 1h30m or 7d.`);
  const [, days = '0', hours = '0', minutes = '0', seconds = '0', millis = '0'] = match;
  return +days * UNITS.d + +hours * UNITS.h + +minutes * UNITS.m + +seconds * UNITS.s + +millis;
}

/** Formats milliseconds: `480ms`, `1.2s`, `2m05s`, `1h30m`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)}ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, '0')}s`;
  return `${Math.floor(seconds / 3600)}h${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}m`;
}

/** Parses a duration of Google's JSON, for instance `60s` or `0.5s`, to milliseconds; undefined if it is none. */
export function parseSeconds(text: string | undefined): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/** `2026-11-30 08:00 UTC`. `at` in milliseconds since 1970. */
export const formatMinute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
