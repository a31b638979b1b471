/** The lists of preview.yml as those of one pull request: nothing of another one, or of production, is named. */
import { describe, expect, test } from 'vitest';
import { buildVariables, readPreview } from '../../../actions/pipeline/plan/preview.ts';
import { namedServices } from '../../../actions/pipeline/plan/release.ts';

const PLACE = {
  repository: 'Acme/Shop',
  repositoryId: '1001',
  number: 7,
  storage: 'https://storage.googleapis.com',
};
const FOLDER = 'acme/shop/pr-7';
const API = { name: 'api', service: 'api-preview' };
const WEB = { name: 'web', path: 'dist', bucket: 'previews' };

interface Given {
  readonly services?: readonly object[];
  readonly frontends?: readonly object[];
  readonly migration?: object;
  readonly [input: string]: unknown;
}

const read = ({ services = [], frontends = [], migration, ...rest }: Given) =>
  readPreview(
    {
      'image-repository': 'h/p/previews',
      services: JSON.stringify(services),
      frontends: JSON.stringify(frontends),
      migration: migration ? JSON.stringify(migration) : '',
      context: '.',
      ...rest,
    },
    PLACE,
  );
const problemsOf = (given: Given) => read(given).problems.map(({ input, message }) => `${input}: ${message}`);

describe('one service, as version 1.0 took it', () => {
  test.each([
    [{ name: 'shop/web', service: 'web-preview', env: 'A=1', 'build-args': 'B=2' }],
    [{ name: 'web', manifest: 'deploy/preview.yaml', substitutions: 'C=3' }],
  ])('%j', (inputs) => {
    const { lists, problems } = read({ ...inputs, services: [] });
    expect(problems).toEqual([]);
    expect(lists.services).toHaveLength(1);
    const { substitutions: own = '', ...same } = inputs as Record<string, string>;
    expect(lists.services[0]).toMatchObject(same);
    expect(String(lists.services[0]?.substitutions ?? '')).toContain(own);
    expect(lists.migration).toBeUndefined();
  });

  test('needs to be deployed somewhere, and cannot be combined with a list', () => {
    expect(problemsOf({ name: 'web' })).toEqual([expect.stringContaining('service: is missing')]);
    expect(problemsOf({ name: 'web', service: 'w', services: [API] })).toEqual([
      expect.stringContaining('name: is not allowed with services'),
    ]);
    expect(problemsOf({ env: 'A=1', services: [API] })).toEqual([
      expect.stringContaining('env: is only allowed with name'),
    ]);
  });
});

test('a preview of nothing is refused', () => {
  expect(problemsOf({})).toEqual([expect.stringContaining('services: is empty, and so is frontends')]);
});

describe('variables', () => {
  test('are filled in everywhere; URLs of services are known later', () => {
    const { lists, problems } = read({
      services: [
        {
          ...API,
          env: { PR: '${PREVIEW_NUMBER}', DB: '${PREVIEW_DATABASE}', SITE: '${URL_WEB}', ENGINE: '${URL_ENGINE}' },
        },
        { name: 'engine', manifest: 'engine.yaml', substitutions: { A: '1' } },
      ],
      frontends: [{ ...WEB, url: 'https://previews.acme.com/' }],
    });
    expect(problems).toEqual([]);
    const site = `https://previews.acme.com/${FOLDER}/web/`;
    expect(lists.services[0]?.env).toEqual({ PR: '7', DB: 'preview_1001_7', SITE: site, ENGINE: '${URL_ENGINE}' });
    expect(String(lists.services[1]?.substitutions).split('\n')).toEqual([
      'A=1',
      'URL_API=${URL_API}',
      'URL_ENGINE=${URL_ENGINE}',
      'PREVIEW_NUMBER=7',
      'PREVIEW_DATABASE=preview_1001_7',
      `URL_WEB=${site}`,
    ]);
    expect(namedServices(lists.services)[0]).toEqual({ service: 'api-preview' });
  });

  test('of the build of a frontend say where it will be', () => {
    const { lists } = read({ frontends: [WEB] });
    const [entry = {}] = lists.frontends;
    expect(entry).toMatchObject({ prefix: `${FOLDER}/web` });
    expect(buildVariables(entry, PLACE, { api: 'https://pr-7---api' })).toEqual({
      PREVIEW_NUMBER: '7',
      PREVIEW_URL: `https://storage.googleapis.com/previews/${FOLDER}/web/index.html`,
      PREVIEW_PATH: `/previews/${FOLDER}/web/`,
      URL_API: 'https://pr-7---api',
    });
  });

  test('with the URL of a service are not for image builds', () => {
    expect(problemsOf({ services: [{ ...API, 'build-args': ['ENGINE=${URL_API}'] }] })).toEqual([
      expect.stringContaining('Move it to env'),
    ]);
  });
});

test('names with the same variable are refused', () => {
  expect(
    problemsOf({ services: [API, { name: 'web.app', service: 'w' }], frontends: [{ ...WEB, name: 'web-app' }] }),
  ).toEqual([expect.stringContaining('web.app and web-app would both be ${URL_WEB_APP}')]);
});

test.each(['prefix', 'url-map', 'host', 'atomic', 'invalidate', 'wait-for-invalidation'])(
  'a frontend with %s, which would be production’s, is refused',
  (key) => {
    expect(problemsOf({ frontends: [{ ...WEB, [key]: 'true' }] })).toEqual([
      expect.stringContaining(`frontends: web has ${key}, which a preview does not support`),
    ]);
  },
);

describe('a migration', () => {
  const services = [API];
  const OWN = { image: 'api', args: ['migrate'], env: { DB: '${PREVIEW_DATABASE}' } };

  test('has a separate job, with the command that deletes its database', () => {
    const { lists, problems } = read({ services, migration: { ...OWN, 'clean-up-args': ['migrate', 'drop'] } });
    expect(problems).toEqual([]);
    expect(lists.migration).toEqual({
      image: 'api',
      args: ['migrate'],
      job: 'preview-1001-7-api',
      env: 'DB=preview_1001_7\nPREVIEW_CLEAN_UP_ARGS=["migrate","drop"]',
    });
  });

  test('fills in the manifest of from-service as in those of services', () => {
    const migration = { ...OWN, 'from-service': 'api.yaml', substitutions: { TIER: 'preview' } };
    const { lists, problems } = read({ services, migration });
    expect(problems).toEqual([]);
    expect(String(lists.migration?.substitutions).split('\n')).toEqual([
      'TIER=preview',
      'URL_API=${URL_API}',
      'PREVIEW_NUMBER=7',
      'PREVIEW_DATABASE=preview_1001_7',
    ]);
  });

  test.each([
    [{ ...OWN, env: { DB: 'shop' } }, "does not name the pull request's database"],
    [
      { ...OWN, env: { DB: '${PREVIEW_DATABASE}', URL: 'postgres://db/shop' } },
      'has another database than that of the pull request in URL',
    ],
    [
      { ...OWN, env: { DB: '${PREVIEW_DATABASE}', URL: 'postgres://db/${PREVIEW_DATABASE}2' } },
      'has another database than that of the pull request in URL',
    ],
    [
      { ...OWN, env: { DB: '${PREVIEW_DATABASE}', PREVIEW_CLEAN_UP_ARGS: 'drop' } },
      'has PREVIEW_CLEAN_UP_ARGS in env, which preview.yml sets',
    ],
    [
      { ...OWN, 'from-service': 'api-preview' },
      'has from-service api-preview, a live service, whose variables may name the database of another pull request',
    ],
    [{ ...OWN, manifest: 'migrate.yaml' }, 'has manifest, which a preview does not support'],
    [{ ...OWN, job: 'shop-migrate' }, 'has job, which a preview does not support'],
    [{ ...OWN, when: 'after-traffic' }, 'has when, which a preview does not support'],
  ])('%j is refused', (migration, message) => {
    expect(problemsOf({ services, migration }).join('\n')).toContain(message);
  });

  test.each([
    { ...OWN, env: { URL: 'postgres://db/shop?search_path=${PREVIEW_DATABASE}' } },
    { image: 'api', args: ['migrate', '--schema', '${PREVIEW_DATABASE}'] },
    { ...OWN, 'from-service': 'deploy/preview.yaml' },
    { image: 'api', secrets: { URL: 'url-${PREVIEW_DATABASE}' } },
  ])('%j names its own', (migration) => {
    expect(problemsOf({ services, migration })).toEqual([]);
  });
});
