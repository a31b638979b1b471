import { expect, test } from 'vitest';
import { retryAfter } from '../../../../src/google/http/retry-after.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['7', 7000],
  ['0', 0],
  ['Thu, 01 Jan 2026 00:00:09 GMT', 9000],
  ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After: %s', (value, expected) => expect(retryAfter({ 'retry-after': value }, NOW)).toBe(expected));
