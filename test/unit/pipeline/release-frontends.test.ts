/** What the release hands to publish-frontend. */
import { describe, expect, test } from 'vitest';
import { digest, plan } from './release.fixture.ts';

describe('frontends', () => {
  const site = {
    name: 'site',
    path: 'web/dist',
    build: 'npm run build',
    node: '24',
    bucket: 'acme-site',
    mutable: ['*.json'],
  };
  const docs = { name: 'docs', path: 'docs/dist', bucket: 'acme-docs', url: 'https://docs.example' };

  test('are published from what their own job uploaded, by id and digest', () => {
    const { sites, artifacts } = plan({ frontends: [site], builds: { s0: `17 1 ${digest('a')}` } });
    expect(artifacts).toEqual(['17']);
    expect(sites).toEqual([
      {
        name: 'site',
        bucket: 'acme-site',
        mutable: ['*.json'],
        path: '/tmp/frontends',
        'artifact-digest': digest('a'),
      },
    ]);
  });

  test('several are downloaded into a folder each', () => {
    const { sites, artifacts, folders } = plan({
      frontends: [site, docs],
      builds: { s0: `17 1 ${digest('a')}`, s1: `18 2 ${digest('b')}` },
    });
    expect(artifacts).toEqual(['17', '18']);
    expect(folders).toEqual(['/tmp/frontends/frontend-c0ffee-site-1', '/tmp/frontends/frontend-c0ffee-docs-2']);
    expect(sites.map(({ path }) => path)).toEqual(folders);
  });

  test('of another target are where the promotion put them, and the others were built', () => {
    const builds = { s1: `17 1 ${digest('a')}` };
    const docsEntry = { name: 'docs', bucket: 'acme-docs' };
    const promotion = (promoted: readonly string[]) => plan({ frontends: [site, docs], promoted, builds });
    expect(promotion(['site', 'docs'])).toMatchObject({
      errors: [],
      artifacts: [],
      folders: [],
      sites: [
        { name: 'site', bucket: 'acme-site', mutable: ['*.json'], path: '/tmp/promotion/site' },
        { ...docsEntry, path: '/tmp/promotion/docs' },
      ],
    });
    // The only artifact is extracted into the folder itself, whatever else is published.
    expect(promotion(['site'])).toMatchObject({
      errors: [],
      artifacts: ['17'],
      folders: ['/tmp/frontends'],
      sites: [
        { path: '/tmp/promotion/site' },
        { ...docsEntry, path: '/tmp/frontends', 'artifact-digest': digest('a') },
      ],
    });
    expect(promotion([]).errors).toEqual(['the job "Build site" returned no artifact. Re-run all jobs.']);
  });

  test.each<[Readonly<Record<string, string>>]>([
    [{}],
    [{ s0: '' }],
    [{ s0: '17' }],
    [{ s0: `x 1 ${digest('a')}` }],
    [{ s1: `17 1 ${digest('a')}` }],
    [{ s0: `17,18 1 ${digest('a')}` }],
  ])('whose job returned no artifact are not published: %j', (builds) => {
    expect(plan({ frontends: [site], builds }).errors).toEqual([
      'the job "Build site" returned no artifact. Re-run all jobs.',
    ]);
  });
});
