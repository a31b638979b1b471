import { describe, expect, it } from 'vitest';
import { findSecretInWords, looksLikeSecret } from '../../../src/policy/secrets/looks-like-secret.ts';
import { ORDINARY } from './ordinary-values.ts';
import { SECRETS } from './secret-values.ts';

describe('is found', () => {
  it.each(SECRETS)('%s=%s', (name, value) => {
    const reason = looksLikeSecret(name, value);
    expect(reason).toBeDefined();
    expect(reason).not.toContain('hunter2');
  });
});

describe('passes', () => {
  it('is a list long enough to mean something', () => {
    expect(ORDINARY.length).toBeGreaterThanOrEqual(150);
  });
  it.each(ORDINARY)('%s=%s', (name, value) => {
    expect(looksLikeSecret(name, value)).toBeUndefined();
  });
});

describe('words of a command', () => {
  it.each([
    [['--password', 'hunter2']],
    [['serve', '--db-password', 'hunter2', '--port', '8080']],
    [['sh', '-c', 'export DB_PASSWORD=hunter2 && node server.js']],
    [['redis-server', '--requirepass', 'hunter2']],
    [['--api-key=abc123def456']],
  ])('%j has a secret', (words) => {
    expect(findSecretInWords(words)).toBeDefined();
  });
  it.each([
    [['--password-file', '/run/secrets/db']],
    [['--token', '--verbose']],
    [['sh', '-c', 'exec node server.js --password "$DB_PASSWORD"']],
    [['--token-ttl', '15m', '--secret', '/secrets/x']],
    [['migrate', '-database', '$(DATABASE_URL)', 'up']],
  ])('%j has none', (words) => {
    expect(findSecretInWords(words)).toBeUndefined();
  });
});
