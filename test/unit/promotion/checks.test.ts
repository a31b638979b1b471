/** What keeps a release of one target from another target: holds, freezes, histories, and files that have changed. */
import { hash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { MockAgent } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PromotionInputs } from '../../../actions/promotion/inputs.ts';
import { run } from '../../../actions/promotion/run.ts';
import { checkHistory } from '../../../actions/promotion/source/history.ts';
import { visitSite } from '../../../actions/promotion/source/visit-site.ts';
import { checkTarget } from '../../../actions/promotion/target/check-target.ts';
import { systemClock, systemRandom } from '../../../src/runtime/clock.ts';
import { type Context, connect } from '../../../src/runtime/context.ts';
import { createSummary } from '../../../src/runtime/summary.ts';

const RUN = 'https://run.test';
const STORAGE = 'https://storage.test';
const [OLDER, NEWER] = ['a'.repeat(40), 'b'.repeat(40)] as [string, string];
const HOLD = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
const RELEASE = {
  revision: 'b',
  commit: NEWER,
  image: `h.test/r/web@sha256:${'1'.repeat(64)}`,
  runUrl: 'u',
  at: '',
  rollout: '1',
};

/** What GitHub says of the head of each comparison. */
let relation = 'ahead';
let github: Server;
let apiUrl: string;
beforeAll(async () => {
  github = createServer((_, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: relation })),
  );
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
});
beforeEach(() => {
  relation = 'ahead';
});
afterAll(() => new Promise((resolve) => github.close(resolve)));

/** The service web of every project has these annotations; `objects` are those of every bucket. */
function fixture(
  annotations: Readonly<Record<string, string>> = {},
  objects: Readonly<Record<string, string | Buffer>> = {},
) {
  const prefixed = Object.entries(annotations).map(([name, value]) => [`actions.orchestra.dev/${name}`, value]);
  const traffic = [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'b', percent: 100 }];
  const service = { annotations: Object.fromEntries(prefixed), traffic, trafficStatuses: traffic };
  const transport = new MockAgent();
  transport.disableNetConnect();
  const any = { path: () => true, method: 'GET' };
  const headers = { 'content-type': 'application/json' };
  transport
    .get(RUN)
    .intercept(any)
    .reply(({ path }) =>
      path.endsWith('/services/web')
        ? { statusCode: 200, data: JSON.stringify(service), responseOptions: { headers } }
        : { statusCode: 404, data: '{"error":{"code":404,"message":"no"}}', responseOptions: { headers } },
    )
    .persist();
  transport
    .get(STORAGE)
    .intercept(any)
    .reply(({ path }) => {
      const content = objects[decodeURIComponent(path.split('/o/')[1]?.split('?')[0] ?? '')];
      return { statusCode: content === undefined ? 404 : 200, data: content ?? '{}' };
    })
    .persist();
  const messages: string[] = [];
  const outputs: Record<string, unknown> = {};
  const say = (message: string) => void messages.push(message);
  const context = {
    log: { info: say, debug: say, notice: say, warning: say },
    clock: systemClock,
    random: systemRandom,
    signal: new AbortController().signal,
    deadline: Number.POSITIVE_INFINITY,
    endpoints: { run: RUN, storage: STORAGE },
    env: {},
    github: { sha: OLDER, ref: 'refs/heads/main', repository: 'acme/shop', apiUrl },
    summary: createSummary(),
    transport,
    identity: { accessToken: async () => 'token', member: () => undefined },
    mask: () => {},
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
  } as unknown as Context;
  return { context, cloud: connect(context, {} as never), messages, outputs };
}

describe('the target of a promotion', () => {
  const check = async (
    annotations: Readonly<Record<string, string>>,
    objects: Readonly<Record<string, string>> = {},
    githubToken?: string,
  ) => {
    const { context, cloud, messages } = fixture(annotations, objects);
    const sites = Object.keys(objects).length > 0 ? [{ name: 'shop', bucket: 'live', prefix: '' }] : [];
    const target = { services: ['projects/p/locations/r/services/web'], sites };
    await checkTarget({ target, commit: OLDER, githubToken } as never, context, cloud);
    return messages.join();
  };
  test('is checked for newer commits', async () => {
    expect(await check({})).toBe('');
    expect(await check({ releases: JSON.stringify([RELEASE]) })).toMatch(/older than b{12}, which is live, is unknown/);
  });
  test('that serves a commit of a diverged history is warned about, as by deploy-run', async () => {
    relation = 'diverged';
    expect(await check({ releases: JSON.stringify([RELEASE]) }, {}, 'token')).toBe(
      'The histories of commit aaaaaaaaaaaa and of bbbbbbbbbbbb, which is live, have diverged, so neither is older. Commit aaaaaaaaaaaa may lack changes of bbbbbbbbbbbb. The commit is deployed without this check.',
    );
    relation = 'behind';
    await expect(check({ releases: JSON.stringify([RELEASE]) }, {}, 'token')).rejects.toThrow(
      'Commit aaaaaaaaaaaa is older than bbbbbbbbbbbb, which is already live. Nothing was changed. To go back on purpose, run the rollback workflow at the target.',
    );
  });
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, RegExp]>([
    ['a service is on hold', { hold: JSON.stringify(HOLD) }, {}, /service web in r of p is on hold/],
    ['a service is frozen', { freeze: 'Mon - Sun: all week' }, {}, /all week.* Nothing was copied or changed/s],
    [
      'a site is on hold',
      {},
      {
        '.releases/state.json': JSON.stringify({
          format: 1,
          current: 'r1',
          hold: { release: 'r1', at: '', by: 'bob', reason: 'incident' },
        }),
      },
      /site shop in gs:\/\/live\/ is on hold: r1/,
    ],
  ])('is left alone where %s', async (_, annotations, objects, message) => {
    await expect(check(annotations, objects)).rejects.toThrow(message);
  });
});

describe('the commit of a source', () => {
  const check = (token: string | undefined, commit: string) => checkHistory(commit, token, fixture().context);
  test('is that of this run, or one before it', async () => {
    await expect(check(undefined, OLDER)).resolves.toBeUndefined();
  });
  test('is not promoted where nothing says so', async () => {
    await expect(check(undefined, NEWER)).rejects.toThrow(/Grant the job contents: read/);
    await expect(check('token', NEWER)).rejects.toThrow(/which is not in the history of a{12}/);
  });
});

describe('a release of a source', () => {
  const inputs = (task: string) =>
    ({
      task,
      auth: {},
      services: [{ entry: 'web', service: 'web', regions: ['r'] }],
      jobs: [],
      sites: [],
      images: [],
      rebuilt: [],
      project: 'p',
      repository: 'h.test/r',
      target: { services: [], sites: [], repository: 'h.test/r' },
      releases: {},
      digests: {},
      folder: '',
    }) as unknown as PromotionInputs;
  const released = { releases: JSON.stringify([RELEASE]) };
  test('is not copied while a service of it is on hold', async () => {
    await run(inputs('fetch'), fixture(released).context);
    const held = fixture({ ...released, hold: JSON.stringify(HOLD) });
    await expect(run(inputs('fetch'), held.context)).rejects.toThrow(/web .* is on hold: .*incident/);
  });
  test('is not copied to a target that is on hold', async () => {
    const target = { services: ['projects/p/locations/r/services/web'], sites: [], repository: 'h.test/r' };
    const onlyTarget = { ...inputs('fetch'), services: [], commit: OLDER, target };
    const held = fixture({ hold: JSON.stringify(HOLD) });
    await expect(run(onlyTarget as unknown as PromotionInputs, held.context)).rejects.toThrow(
      /web .* is on hold.*incident.*Nothing was copied/s,
    );
  });
  test('is not promoted if its commit is not known to be in the history of the run', async () => {
    const { context, outputs } = fixture(released);
    await expect(run(inputs('source'), context)).rejects.toThrow(/Grant the job contents: read/);
    expect(outputs).toEqual({});
  });
});

describe('a file of a site', () => {
  const md5 = (content: string) => hash('md5', content, 'base64');
  const visit = async (stored: string | Buffer) => {
    const manifest = {
      format: 1,
      release: 'r1',
      commit: NEWER,
      atomic: false,
      files: { 'a.html': { md5: md5('<p>') } },
    };
    const { cloud } = fixture({}, { '.releases/r1/manifest.json': JSON.stringify(manifest), 'a.html': stored });
    const found: string[] = [];
    const site = { name: 'shop', bucket: 'live', prefix: '' };
    await visitSite({ http: cloud.http, endpoint: STORAGE }, site, 'r1', (_, content) => found.push(String(content)));
    return found;
  };
  test('is copied as it was published, compressed or not', async () => {
    expect(await visit('<p>')).toEqual(['<p>']);
    expect(await visit(gzipSync('<p>'))).toEqual(['<p>']);
  });
  test('that has changed is not copied', async () => {
    await expect(visit('<b>')).rejects.toThrow('is not complete: a.html is changed');
    await expect(visit(gzipSync('<b>'))).rejects.toThrow('is not complete: a.html is changed');
  });
});
