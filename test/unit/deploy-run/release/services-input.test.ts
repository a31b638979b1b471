/** The grammar of the inputs `services` and `jobs`. */
import { describe, expect, test } from 'vitest';
import { parseJobEntries, parseServiceEntries } from '../../../../actions/deploy-run/inputs/entries.ts';

describe('services', () => {
  test('YAML and JSON, with lists as lines and maps as KEY=VALUE', () => {
    const yaml = `
- service: web
  image: [a, "side=b"]
  env: { A: 1, B: " x", C: 'say "hi"' }
  allow-unauthenticated: true
  after: api
- manifest: deploy/api.yaml
  region: |
    us-central1
    europe-west1
`;
    const [web, api] = parseServiceEntries(yaml);
    expect(web).toMatchObject({ label: 'web', after: ['api'] });
    expect(Object.fromEntries(web?.values ?? [])).toEqual({
      service: 'web',
      image: 'a\nside=b',
      env: 'A=1\nB=" x"\nC=say "hi"',
      'allow-unauthenticated': 'true',
    });
    expect(api).toMatchObject({ label: 'deploy/api.yaml', after: [] });
    expect(parseServiceEntries('[{"service": "web", "probe-passes": 2}]')[0]?.values.get('probe-passes')).toBe('2');
  });

  test.each([
    ['with a fraction', '1.10'],
    ['with a zero first', '01234'],
    ['longer than any number', '12345678901234567890'],
    ['with an exponent', '1e3'],
    ['in another base', '0x1F'],
  ])('a number %s stays as it is written', (_, number) => {
    for (const text of [`- {service: web, env: {A: ${number}}}`, `- service: web\n  env:\n    A: ${number} # b`])
      expect(parseServiceEntries(text)[0]?.values.get('env')).toBe(`A=${number}`);
  });

  test('anchors, merge keys, a byte order mark, and line ends of Windows', () => {
    const text = '\uFEFF- &web {service: web, env: {A: b}}\n- <<: *web\n  service: api\n'.replaceAll('\n', '\r\n');
    const [, api] = parseServiceEntries(text);
    expect(Object.fromEntries(api?.values ?? [])).toEqual({ service: 'api', env: 'A=b' });
  });

  test.each<[string, string, RegExp]>([
    ['no YAML', '- a: [', /is not valid YAML or JSON/],
    ['no list', 'service: web', /expected a list of entries/],
    ['an empty list', '[]', /expected a list of entries/],
    ['text for an entry', '[web]', /entry 1: expected an object/],
    ['an input of the whole release', '[{service: web, strategy: canary}]', /web: strategy is for the whole release/],
    ['after with something else', '[{service: web, after: [true]}]', /after is a list of service names/],
    ['a list in a map', '[{service: web, env: {A: [1]}}]', /web: env: the value of A must be text/],
  ])('%s is refused', (_, text, message) => {
    expect(() => parseServiceEntries(text)).toThrow(message);
  });
});

describe('jobs', () => {
  test('say when they run, and what their failure means', () => {
    const [one, two] = parseJobEntries(
      '[{manifest: a.yaml, when: before-traffic}, {manifest: b.yaml, when: after-traffic, on-failure: restore}]',
    );
    expect(one).toMatchObject({ label: 'a.yaml', when: 'before-traffic', onFailure: 'fail' });
    expect(two).toMatchObject({ when: 'after-traffic', onFailure: 'restore' });
    expect([...(two?.values.keys() ?? [])]).toEqual(['manifest']);
  });

  test('run manifests, jobs that exist, and commands; verify runs them before traffic', () => {
    const text = '[{manifest: a.yaml}, {job: smoke}, {command: [npm, test], args: -v, service: web}]';
    const entries = parseJobEntries(text, 'before-traffic');
    expect(entries.map(({ when }) => when)).toEqual(Array(3).fill('before-traffic'));
    expect(entries.map(({ source }) => source)).toEqual([
      { kind: 'manifest' },
      { kind: 'existing', job: 'smoke' },
      { kind: 'command', command: ['npm', 'test'], args: ['-v'], service: 'web' },
    ]);
  });

  test.each<[string, string, RegExp]>([
    ['nothing to run', '[{when: before-traffic}]', /expected one of manifest, job and command/],
    [
      'execute for a job that is only run',
      '[{job: smoke, when: before-traffic, execute: false}]',
      /is only allowed with manifest/,
    ],
    ['no time', '[{manifest: a.yaml}]', /when is before-traffic or after-traffic, got undefined/],
    [
      'another outcome',
      '[{manifest: a, when: after-traffic, on-failure: retry}]',
      /on-failure is restore or fail, got retry/,
    ],
  ])('%s is refused', (_, text, message) => {
    expect(() => parseJobEntries(text)).toThrow(message);
  });
});
