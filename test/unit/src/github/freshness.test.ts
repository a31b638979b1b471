/** Which commit may go over which: the same rules for deploys and publishes. */
import { expect, test } from 'vitest';
import { checkFreshness, type FreshnessOptions } from '../../../../src/github/freshness.ts';
import { CloudError, OutcomeError } from '../../../../src/runtime/errors.ts';

const OURS = 'a'.repeat(40);
const LIVE = 'b'.repeat(40);

const refused = (status: number) => async () => {
  throw new CloudError({ message: 'Resource not accessible by integration', status, resource: 'commits of acme/shop' });
};

/** Gives what was compared and what was said. */
async function check(
  compare: (() => Promise<'ahead' | 'behind' | 'identical' | 'diverged' | undefined>) | undefined,
  options: Partial<FreshnessOptions> = {},
  known = [LIVE],
) {
  const warnings: string[] = [];
  const compared: string[] = [];
  const github = {
    compare: async (base: string, head: string) => {
      compared.push(`${base[0]}…${head[0]}`);
      return compare?.();
    },
  };
  await checkFreshness(OURS, known, {
    github: compare && (async () => github),
    log: { warning: (text: string) => warnings.push(text) } as never,
    force: false,
    onUnknownHistory: 'warn',
    done: 'published',
    ...options,
  });
  return { warnings, compared };
}

test('a newer commit passes silently, and the same one without a call', async () => {
  expect(await check(async () => 'ahead')).toEqual({ warnings: [], compared: ['b…a'] });
  expect(await check(async () => 'ahead', {}, [OURS])).toEqual({ warnings: [], compared: [] });
  expect(await check(async () => 'ahead', {}, [LIVE, LIVE])).toEqual({ warnings: [], compared: ['b…a'] });
});

test('an older commit is refused, and with force passes with a warning', async () => {
  const older = 'Commit aaaaaaaaaaaa is older than bbbbbbbbbbbb, which is already live.';
  await expect(check(async () => 'behind')).rejects.toThrow(
    new OutcomeError(
      `${older} Nothing was changed. To go back on purpose use rollback-to, or force: true to let the older commit be published.`,
    ),
  );
  const { warnings } = await check(async () => 'behind', { force: true });
  expect(warnings).toEqual([`${older} It is published because force is true.`]);
});

test.each([
  ['a commit that GitHub does not know', async () => undefined, /GitHub does not know both commits \(404\)/],
  ['a history that has diverged', async () => 'diverged' as const, /have diverged, so neither is older/],
  ['no token', undefined, /there is no github-token/],
  ['a token that is refused', refused(401), /GitHub refused the github-token \(401: Resource/],
  ['a token without the permission', refused(403), /\(403: Resource.*Grant the job contents: read/],
])('%s: a choice, and never silent', async (_, compare, says) => {
  const { warnings } = await check(compare);
  expect(warnings).toEqual([expect.stringMatching(says)]);
  expect(warnings[0]).toContain('The commit is published without this check.');
  await expect(check(compare, { onUnknownHistory: 'refuse' })).rejects.toThrow(says);
  await expect(check(compare, { onUnknownHistory: 'refuse' })).rejects.toThrow(/Nothing was changed.*force: true/);
  expect((await check(compare, { onUnknownHistory: 'refuse', force: true })).warnings).toHaveLength(1);
});

test('a fault of GitHub is no unknown history: the step fails', async () => {
  await expect(check(refused(502))).rejects.toThrow(CloudError);
});
