/** What of the cache mounts is kept. */
import { describe, expect, it } from 'vitest';
import { planSave, readReport, secretPatterns } from '../../../../actions/build-image/cache-mounts/mount-report.ts';

const MOUNTS = ['a', 'b'].map((key) => ({ key, name: `/${key}`, options: `id=/${key}` }));
const MAX = 100 * 1024 ** 2;
const plan = (lines: readonly string[], before = {}) => planSave(MOUNTS, readReport(lines), before, MAX);

describe('the plan', () => {
  it('archives what changed, carries what did not, and what a new builder has not used', () => {
    expect(plan(['a 1024 3 no aa 1024', 'b 2048 4 no bb 2048'])).toMatchObject({
      fresh: new Set(['a', 'b']),
      reused: new Set(),
      fingerprints: { a: 'aa', b: 'bb' },
      size: 3 * 1024 ** 2,
    });
    expect(plan(['a 1024 3 no aa 0', 'b 2048 4 no bb 205'], { a: 'aa', b: 'old' })).toMatchObject({
      fresh: new Set(['b']),
      reused: new Set(['a']),
      fingerprints: { a: 'aa', b: 'bb' },
    });
    expect(plan(['a 4 0 no ee 4', 'b 2048 4 no bb 2048'], { a: 'aa' })).toMatchObject({
      fresh: new Set(['b']),
      reused: new Set(['a']),
      fingerprints: { a: 'aa', b: 'bb' },
    });
  });

  it('does nothing, and warns of nothing, where nothing changed or all is empty', () => {
    for (const outcome of [plan(['a 1024 3 no aa 0'], { a: 'aa' }), plan(['a 4 0 no ee 4'])])
      expect(outcome).toEqual({ save: false, reason: 'nothing in them has changed', warn: false });
  });

  it('does not save them again if at most a tenth has changed, and keeps all fingerprints', () => {
    const before = { a: 'old', b: 'bb' };
    expect(plan(['a 1024 3 no aa 102', 'b 2048 4 no bb 0'], before)).toEqual({
      save: false,
      reason: 'less than a tenth of them has changed since they were saved',
      warn: false,
    });
    expect(plan(['a 1024 3 no aa 102', 'b 2048 4 no cc 300'], before)).toMatchObject({
      fresh: new Set(['b']),
      reused: new Set(['a']),
      fingerprints: { a: 'old', b: 'cc' },
    });
  });

  it('refuses more than the limit, and names the large mounts', () => {
    const outcome = plan(['a 102400 3 no aa 102400', 'b 1024 1 no bb 1024']);
    expect(outcome).toMatchObject({ save: false, warn: true });
    expect((outcome as { reason: string }).reason).toContain(
      'they have 101 MiB (/a: 100 MiB, /b: 1 MiB), more than cache-mounts-max-size, 100 MiB.',
    );
  });

  it('refuses mounts that hold a secret, in any platform', () => {
    const outcome = plan(['a 1 3 no aa 1', 'a 1 3 yes aa 1', 'b 1 1 no bb 1']);
    expect(outcome).toMatchObject({ save: false, warn: true });
    expect((outcome as { reason: string }).reason).toMatch(/^\/a contains the value of a build secret/);
  });
});

describe('secrets that are looked for', () => {
  it('are whole values or their longest lines, without certificates, short and binary ones', () => {
    const certificate = '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIE\n-----END CERTIFICATE-----\n';
    const values = [
      'npm_0123456789',
      'registry=a\n//registry.npmjs.org/:_authToken=npm_abcdef\n',
      certificate,
      'short',
      `bin${'\0'.repeat(20)}`,
      'x'.repeat(5000),
    ];
    expect(secretPatterns(values).split('\n')).toEqual([
      'npm_0123456789',
      '//registry.npmjs.org/:_authToken=npm_abcdef',
      'x'.repeat(1000),
    ]);
  });
});
