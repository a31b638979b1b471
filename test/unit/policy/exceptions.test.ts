/** Exceptions: what they cover, when they end, and where they may come from. */
import { describe, expect, it } from 'vitest';
import { baseOf, exceptionsOfBase } from '../../../src/policy/base-branch.ts';
import { judge } from '../../../src/policy/evaluate.ts';
import { exceptionsIn, hasSubstance, parseExceptionLine } from '../../../src/policy/exceptions.ts';
import type { PolicyFacts, PolicySubject } from '../../../src/policy/types.ts';

const FACTS: PolicyFacts = { production: false, probed: true, now: Date.parse('2027-01-10T23:00:00Z') };
const DIGEST = `r.example/p/i/app@sha256:${'0'.repeat(64)}`;
/** Made of parts, so that no scanner of this repository takes it for real. */
const LIVE = ['sk', 'live', '0123456789abcdefghij'].join('_');
const KEY = 'actions.orchestra.dev/policy-exception.no-plain-secrets';

const service = (env: Readonly<Record<string, string>>, exception?: string): PolicySubject => ({
  kind: 'Service',
  resource: {
    ...(exception !== undefined && { annotations: { [KEY]: exception } }),
    template: {
      containers: [
        {
          name: 'app',
          image: DIGEST,
          ports: [{ containerPort: 1 }],
          startupProbe: { grpc: {} },
          env: Object.entries(env).map(([name, value]) => ({ name, value })),
        },
        { name: 'proxy', image: DIGEST, env: [{ name: 'PROXY_TOKEN', value: 'abc123def456' }] },
      ],
    },
  },
});
const open = (subject: PolicySubject) =>
  judge(subject, FACTS)
    .filter(({ exception, lenient }) => !exception && !lenient)
    .map(({ rule, message }) =>
      rule === 'policy-exception' ? message : (/variable (\w+)/.exec(message)?.[1] ?? message),
    );
const WHY = 'the key is restricted to our domains';

describe('an exception', () => {
  it('covers its variable, and the rest of the rule stays', () => {
    const env = { MAPS_KEY: 'AIzaSyTESTTESTTESTTESTTESTTESTTESTTESTT', STRIPE_KEY: LIVE };
    expect(open(service(env, `MAPS_KEY until 2027-02-01: ${WHY}`))).toEqual(['STRIPE_KEY', 'PROXY_TOKEN']);
    expect(open(service(env, `MAPS_KEY until 2027-02-01: ${WHY}\nSTRIPE_KEY until 2027-02-01: ${WHY}\n`))).toEqual([
      'PROXY_TOKEN',
    ]);
  });
  it('of a rule that is misspelled names the rule', () => {
    const subject = service({});
    const annotations = { [KEY.replace(/s$/, '')]: `MAPS_KEY until 2027-02-01: ${WHY}` };
    const misspelled = { ...subject, resource: { ...subject.resource, annotations } } as PolicySubject;
    expect(open(misspelled).join()).toMatch(/unknown policy rule\. Did you mean no-plain-secrets\?/);
  });
  it('names a container where containers share a variable', () => {
    expect(open(service({ PROXY_TOKEN: 'abc123def456' }, `proxy/PROXY_TOKEN until 2027-02-01: ${WHY}`))).toEqual([
      'PROXY_TOKEN',
    ]);
    expect(open(service({}, `app/PROXY_TOKEN until 2027-02-01: ${WHY}`))).toEqual(['PROXY_TOKEN']);
  });
  it('of version 1.0 never covers what the issuer marks as a secret', () => {
    const env = { API_TOKEN: 'abc123def456', STRIPE_KEY: LIVE };
    expect(open(service(env, 'the Firebase web key is public'))).toEqual(['STRIPE_KEY']);
  });
  it('ends after its last day', () => {
    expect(open(service({}, `PROXY_TOKEN until 2027-01-10: ${WHY}`))).toEqual([]);
    expect(open(service({}, `PROXY_TOKEN until 2027-01-09: ${WHY}`))).toEqual(['PROXY_TOKEN']);
    const messages = judge(service({}, `PROXY_TOKEN until 2027-01-09: ${WHY}`), FACTS).map(({ message }) => message);
    expect(messages[0]).toContain('for PROXY_TOKEN expired on 2027-01-09');
  });
  it.each([
    [`PROXY_TOKEN until 2027-02-30: ${WHY}`, 'has the date "2027-02-30"'],
    [`PROXY_TOKEN until 2027-2-1: ${WHY}`, 'has the date "2027-2-1"'],
    [`until 2027-02-01: ${WHY}`, 'has no variable or container'],
    ['PROXY_TOKEN until 2027-02-01: todo', 'has no reason that a reviewer can judge'],
    ['PROXY_TOKEN until 2027-02-01:', 'has no reason that a reviewer can judge'],
    [`PROXY_TOKEN until 2027-02-01: ${WHY}\nand more`, undefined],
  ])('%j is refused unless it is whole', (text, problem) => {
    const found = open(service({}, text));
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(problem), 'PROXY_TOKEN']);
  });
  it('that excuses nothing is named', () => {
    const found = judge(service({}, `PROXY_TOKEN until 2027-02-01: ${WHY}\nGONE until 2027-02-01: ${WHY}`), FACTS);
    expect(found[0]).toMatchObject({
      lenient: true,
      message: expect.stringContaining('for GONE no longer applies to anything'),
    });
  });
});

describe('the lines that refusals print', () => {
  /** As YAML reads the value of the annotation, with a reason in place of REASON. */
  const lines = (subject: PolicySubject) =>
    judge(subject, FACTS)
      .filter(({ exception, lenient }) => !exception && !lenient)
      .map(({ message }) =>
        [...message.matchAll(/policy-exception\.no-plain-secrets: ("(?:[^"\\]|\\.)*")/g)].map(([, text = '']) =>
          (JSON.parse(text) as string).replaceAll('REASON', WHY),
        ),
      );
  const env = { MAPS_KEY: 'AIzaSyTESTTESTTESTTESTTESTTESTTESTTESTT', STRIPE_KEY: LIVE };
  const names = ['MAPS_KEY', 'STRIPE_KEY', 'PROXY_TOKEN'];

  it('allow one each, and all in the last', () => {
    const [first = [], second = [], last = []] = lines(service(env));
    for (const [i, own] of [first.at(-1), second.at(-1), last.at(-1)].entries())
      expect(open(service(env, own))).toEqual(names.filter((_, n) => n !== i));
    expect([first.length, second.length, last.length]).toEqual([1, 1, 2]);
    expect(open(service(env, last[0]))).toEqual([]);
  });
  it('keep the exceptions that are there', () => {
    const present = `MAPS_KEY until 2027-02-01: ${WHY}`;
    const [[own = ''] = []] = lines(service(env, present));
    expect(own.split('\n')[0]).toBe(present);
    expect(open(service(env, own))).toEqual(['PROXY_TOKEN']);
  });
  it('allow a variable in one container only', () => {
    const shared = { PROXY_TOKEN: 'abc123def456' };
    const [[own] = []] = lines(service(shared));
    expect(own).toMatch(/^app\/PROXY_TOKEN until/);
    expect(open(service(shared, own))).toEqual(['PROXY_TOKEN']);
  });
  it('allow one argument only', () => {
    const withArguments = (args: readonly string[], exception?: string) => {
      const { resource } = service({}, exception);
      const [app, proxy] = (resource.template as { containers: readonly object[] }).containers;
      const containers = [
        { ...app, args },
        { ...proxy, env: [] },
      ];
      return { kind: 'Service', resource: { ...resource, template: { containers } } } as PolicySubject;
    };
    const words = ['--salt-token', 'abc123def456'];
    const [[own] = []] = lines(withArguments(words));
    expect(open(withArguments(words, own))).toEqual([]);
    expect(open(withArguments([...words, `--stripe=${LIVE}`], own))).toHaveLength(1);
    expect(open(withArguments(['--salt-token', 'abc123def456', '--password', 'hunter22']))).toHaveLength(2);
  });
});

it.each(['moves to gRPC in May', 'restricted to our domains', 'ключ ограничен нашим доменом'])(
  '"%s" is a reason',
  (reason) => expect(hasSubstance(reason)).toBe(true),
);
it.each([
  '',
  'todo',
  'temporary',
  'x y z',
  '...',
  'because because because',
  'test test test test',
  'for now',
  'TBD later',
])('"%s" is none', (reason) => expect(hasSubstance(reason)).toBe(false));

describe('a line of the input policy-exceptions', () => {
  it('is rule, target, date and reason', () => {
    expect(parseExceptionLine(`no-plain-secrets MAPS_KEY until 2027-06-30: ${WHY}`)).toMatchObject({
      rule: 'no-plain-secrets',
      text: `MAPS_KEY until 2027-06-30: ${WHY}`,
    });
  });
  it.each(['no-plain-secrets', 'MAPS_KEY until 2027-06-30', 'no-plain-secrets because I say so'])(
    '%s is none',
    (line) => {
      expect(() => parseExceptionLine(line)).toThrow('Write RULE TARGET until YYYY-MM-DD: REASON');
    },
  );
});

describe('exceptions: base', () => {
  const manifest = (text: string) =>
    `kind: Service\nmetadata:\n  name: web\n  annotations:\n    ${KEY}: ${JSON.stringify(text)}\n`;
  const read = async (here: string, there: string | undefined) => {
    const warnings: string[] = [];
    const requested: string[] = [];
    const found = await exceptionsOfBase(exceptionsIn({ [KEY]: here }), {
      base: 'b'.repeat(40),
      file: 'deploy/web.yaml',
      openGitHub: async () => ({
        file: async (path, commit) => {
          requested.push(`${path} ${commit}`);
          return there;
        },
      }),
      log: { warning: (message) => void warnings.push(message) },
    });
    return { found: found.map(({ text }) => text), warnings, requested };
  };
  const MINE = `MAPS_KEY until 2027-06-30: ${WHY}`;

  it('takes what the base branch has', async () => {
    const { found, warnings, requested } = await read(MINE, manifest(MINE));
    expect(found).toEqual([MINE]);
    expect(warnings).toEqual([]);
    expect(requested).toEqual([`deploy/web.yaml ${'b'.repeat(40)}`]);
  });
  it.each([
    ['a new one', manifest('OTHER until 2027-06-30: another key that is public')],
    ['one with another date', manifest(MINE.replace('06-30', '05-01'))],
    ['one of a new manifest', undefined],
    ['one where the base is no YAML', '{{'],
  ])('does not take %s from the pull request, and says so', async (_, there) => {
    const { found, warnings } = await read(MINE, there);
    expect(found).not.toContain(MINE);
    expect(warnings).toEqual([
      expect.stringContaining('do not apply: actions.orchestra.dev/policy-exception.no-plain-secrets'),
    ]);
  });
  it('needs a token', async () => {
    const from = { base: 'b', file: 'a.yaml', openGitHub: undefined, log: { warning: () => {} } };
    await expect(exceptionsOfBase(exceptionsIn({ [KEY]: MINE }), from)).rejects.toThrow('needs github-token');
  });
  it('applies only to pull requests', () => {
    const at = (payload: object) => baseOf({ sha: 'head', payload });
    expect(at({ pull_request: { base: { sha: 'base' } } })).toBe('base');
    expect(at({ pull_request: { merged: true, base: { sha: 'base' } } })).toBeUndefined();
    expect(at({ workflow_run: { event: 'pull_request' } })).toBe('head');
    expect(at({ workflow_run: { event: 'push' } })).toBeUndefined();
    expect(at({})).toBeUndefined();
  });
});
