/** Names and times in the format of the real APIs. */
import { randomBytes, randomUUID } from 'node:crypto';

export const uuid = (): string => randomUUID();
/** A quoted etag such as Cloud Run sends. */
export const etag = (): string => `"${randomBytes(12).toString('base64')}"`;
/** RFC 3339 in UTC with microseconds. */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace(/(\.\d{3})Z$/, '$1000Z');
