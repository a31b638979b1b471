/** Hosts that are reached over plain HTTP. */
import { expect, test } from 'vitest';
import { isLoopback } from '../../../../src/google/http/loopback.ts';

test.each([
  ['127.0.0.1:5000', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['registry.localhost:5000', true],
  ['127.0.0.1.example.com', false],
  ['[::1]', true],
  ['[::1]:5000', true],
  ['[::2]:5000', false],
  ['us-docker.pkg.dev', false],
])('%s on loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
