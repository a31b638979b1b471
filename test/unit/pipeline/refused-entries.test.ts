/** Entries that no action can carry out, or that mean two things, are refused before anything runs. */
import { describe, expect, test } from 'vitest';
import { readCall } from '../../../actions/pipeline/plan/call.ts';
import { repeatedSites } from '../../../actions/pipeline/plan/problems/twice.ts';

function errorsOf(lists: Readonly<Record<string, unknown>>): string[] {
  const text = (name: string, none: string) => (lists[name] === undefined ? none : JSON.stringify(lists[name]));
  const { problems } = readCall({
    checks: text('checks', '[]'),
    services: text('services', '[]'),
    jobs: text('jobs', '[]'),
    frontends: text('frontends', '[]'),
    migration: text('migration', ''),
    region: 'us-central1',
  });
  return problems.map(({ input, message }) => `Input ${input}: ${message}`);
}

test('versions in quotes, whole numbers and numbers without a lost zero are taken', () => {
  const versions = {
    go: 1.24,
    node: 24,
    python: '3.10',
    rust: 'stable',
    php: 8.4,
    postgres: 'postgres',
    redis: 'r/redis:8',
  };
  expect(errorsOf({ checks: [{ name: 'a', run: 'true', ...versions }] })).toEqual([]);
});

describe('what is refused', () => {
  const web = { name: 'web', manifest: 'web.yaml' };
  test.each<[string, Record<string, unknown>, (string | RegExp)[]]>([
    [
      'checks of one name, of which only the first would run',
      {
        checks: [
          { name: 'a', run: 'true' },
          { name: 'a', run: 'false' },
        ],
      },
      ['Input checks: two checks have the name a. Names must be unique.'],
    ],
    [
      'a time for which a passed check is valid that is no duration',
      { checks: [{ name: 'a', run: 'true', paths: ['api/**'], 'passed-within': 'a week' }] },
      [/^Input checks: a has passed-within that cannot be read: "a week" is not a duration/],
    ],
    [
      'versions that lost their last zero, and those that are none',
      {
        checks: [
          { name: 'a', run: 'true', python: 3.1, go: 1.2 },
          { name: 'b', run: 'true', node: true, rust: ['1.90'] },
        ],
      },
      [
        'Input checks: a has go 1.2, a number, which loses its last zero. Write "1.20", in quotes.',
        'Input checks: a has python 3.1, a number, which loses its last zero. Write "3.10", in quotes.',
        'Input checks: b has node true. Expected a version, in quotes.',
        'Input checks: b has rust ["1.90"]. Expected a version, in quotes.',
      ],
    ],
    [
      'databases that are no images',
      { checks: [{ name: 'a', run: 'true', postgres: true, redis: '8' }] },
      [
        'Input checks: a has postgres true. Expected an image, such as postgres:17.',
        'Input checks: a has redis "8". Expected an image, such as redis:8.',
      ],
    ],
    ...['.', './'].map((path): [string, Record<string, unknown>, string[]] => [
      `a site that is the whole repository, ${path}`,
      { frontends: [{ name: 'site', path, bucket: 'b' }] },
      [
        `Input frontends: site has path "${path}", the whole repository with its .git. Set the folder of the site, such as "public".`,
      ],
    ]),
    [
      'values that an action would refuse after the migration',
      {
        services: [
          {
            ...web,
            strategy: 'canry',
            steps: ['5', '50'],
            'step-interval': '10 min',
            'probe-passes': 'two',
            'allow-unauthenticated': 'yes',
            'on-canary': '',
          },
        ],
        jobs: [{ name: 'j', manifest: 'j.yaml', policy: 'off' }],
        frontends: [{ name: 'site', path: 'dist', bucket: 'b', compress: 'zip', 'keep-days': 1.5 }],
        migration: { image: 'web', job: 'm', contracting: 'maybe', timeout: 'long' },
      },
      [
        'Input services: web has strategy "canry". Expected direct or canary.',
        /^Input services: web has steps that cannot be read: "5,50" does not end at 100\. Add 100 as the last step\.$/,
        /web has step-interval that cannot be read: "10 min" is not a duration/,
        'Input services: web has probe-passes "two". Expected a whole number.',
        'Input services: web has allow-unauthenticated "yes". Expected true or false.',
        'Input jobs: j has policy "off". Expected enforce or warn.',
        'Input frontends: site has compress "zip". Expected off or gzip.',
        'Input frontends: site has keep-days "1.5". Expected a whole number.',
        'Input migration: has contracting "maybe". Expected true or false.',
        /^Input migration: has timeout that cannot be read/,
      ],
    ],
    [
      'a service without a name, with two sources, and one that is another',
      {
        services: [
          { name: 'a', service: '' },
          { name: 'b', service: 'b', manifest: 'b.yaml' },
          { name: 'c', service: 'shop', region: ['us-central1', 'europe-west1'] },
          { name: 'd', service: 'shop', region: 'europe-west1' },
          { name: 'e', service: 'shop', region: 'asia-east1' },
          { name: 'f', service: 'shop' },
        ],
      },
      [
        /a has service ""\. Expected its name/,
        /b has both manifest and service\. Remove service/,
        /c and d are the same service, shop\. Remove one/,
        // The region of the call.
        /c and f are the same service, shop\. Remove one/,
      ],
    ],
    [
      'services that wait for each other',
      {
        services: [
          { ...web, after: 'api' },
          { name: 'api', service: 'api', after: ['worker'] },
          { name: 'worker', service: 'worker', after: ['web'] },
          { name: 'last', service: 'last', after: ['other'] },
          { name: 'other', service: 'other' },
        ],
      },
      ['Input services: web, api, worker wait for each other. Remove an after.'],
    ],
  ])('%s', (_, lists, expected) => {
    const errors = errorsOf(lists);
    expect(errors).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(errors[index]).toMatch(pattern);
  });
});

test('two frontends in one place are refused: the second would replace the first', () => {
  const site = (name: string, bucket: string, prefix?: string) => ({ name, bucket, ...(prefix && { prefix }) });
  const sites = [
    site('a', 'x'),
    site('b', 'x', '/'),
    site('c', 'x', 'app'),
    site('d', 'y', 'app/'),
    site('e', 'y', 'app'),
  ];
  expect(repeatedSites(sites).map(({ message }) => message)).toEqual([
    'a and b are both published to gs://x/. Use a separate bucket or prefix for each.',
    'd and e are both published to gs://y/app. Use a separate bucket or prefix for each.',
  ]);
});
