/** A site does not affect other targets: nested prefixes, held services, and object names that the CDN cannot serve. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  commit,
  createFixture,
  dashboard,
  errors,
  type Fixture,
  logOf,
  type Site,
} from './publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());
beforeEach(() => {
  fixture.emulator.core.faults.clear();
  fixture.emulator.core.calls.clear();
});

const NO_CDN = { 'url-map': '', host: '' };
const KEEP_ONE = { 'keep-releases': '1', 'keep-days': '0' };
/** A page, and an asset with a hash in its name. */
const pages = (text: string) => ({ 'index.html': `<p>${text}`, [`assets/app-Ab3dEf${text}.js`]: text });

/** Publishes and expects it to succeed. */
async function publish(site: Site, letter: string, contents: Record<string, string>, inputs: Record<string, string>) {
  const result = await site.publish(letter, contents, { ...NO_CDN, ...inputs });
  expect(result.exitCode, logOf(result)).toBe(0);
  return result;
}
const below = async (site: Site, prefix: string) =>
  Object.fromEntries(Object.entries(await site.live()).filter(([name]) => name.startsWith(prefix)));

describe('a site within another', () => {
  test('keeps what the outer one published there before, when that removes its pages and prunes', async () => {
    const site = fixture.site('inner-stays');
    const admin = { 'admin/index.html': '<p>10', 'admin/assets/app-Ab3dEf10.js': '10' };
    await publish(site, 'a', { ...pages('01'), ...admin }, { prefix: 'app' });
    // A separate site takes over the admin pages with the same build.
    await publish(site, 'b', pages('10'), { prefix: 'app/admin', force: 'true' });
    const kept = await below(site, 'app/admin/');
    expect(Object.keys(kept)).toHaveLength(2);
    const outer = await publish(site, 'c', pages('02'), { prefix: 'app', ...KEEP_ONE });
    expect(await below(site, 'app/admin/')).toEqual(kept);
    expect(outer.warnings.map(({ message }) => message).join('\n')).toContain('admin/index.html is no longer part');
    await publish(site, 'd', pages('03'), { prefix: 'app', ...KEEP_ONE });
    await publish(site, 'e', pages('04'), { prefix: 'app', ...KEEP_ONE });
    expect(await below(site, 'app/admin/')).toEqual(kept);
    expect(await below(site, 'app/assets/app-Ab3dEf01')).toEqual({});
  });

  test('does not prune what a kept release of the outer one needs', async () => {
    const site = fixture.site('outer-stays');
    const shared = { 'admin/assets/app-Ab3dEf10.js': '10' };
    await publish(site, 'a', { ...pages('01'), ...shared }, {});
    await publish(site, 'b', pages('02'), {});
    await publish(site, 'c', pages('10'), { prefix: 'admin', ...KEEP_ONE });
    for (const [letter, text] of [
      ['d', '11'],
      ['e', '12'],
      ['f', '13'],
    ] as const)
      await publish(site, letter, pages(text), { prefix: 'admin', ...KEEP_ONE });
    expect(await site.live()).toHaveProperty(['admin/assets/app-Ab3dEf10.js']);
    expect(await site.live()).not.toHaveProperty(['admin/assets/app-Ab3dEf11.js']);
    const back = await site.run('f', { ...NO_CDN, 'rollback-to': commit('a') });
    expect(back.exitCode, logOf(back)).toBe(0);
  });

  test.each([
    ['outer over inner', { prefix: 'admin' }, pages('10'), {}, { ...pages('01'), 'admin/index.html': 'mine' }],
    ['inner over outer', {}, { ...pages('01'), 'admin/index.html': 'theirs' }, { prefix: 'admin' }, pages('10')],
  ])('%s: what is live in the other site is refused, unless forced', async (name, first, one, second, two) => {
    const site = fixture.site(`shared-${name.replaceAll(' ', '-')}`);
    await publish(site, 'a', one, first);
    const before = await site.live();
    const result = await site.publish('b', two, { ...NO_CDN, ...second });
    expect(errors(result)).toMatch(
      /^Input prefix: 1 of the files belong to another site, gs:\/\/.*, for instance admin\/index\.html\. Nothing was changed\..*force: true/,
    );
    expect(await site.live()).toEqual(before);
    const forced = await publish(site, 'b', two, { ...second, force: 'true' });
    expect(forced.warnings.map(({ message }) => message).join('\n')).toContain('overwritten because force is true');
  });

  test('has records that the outer one cannot write, even if forced', async () => {
    const site = fixture.site('forged-records');
    await publish(site, 'a', pages('10'), { prefix: 'admin' });
    const name = `admin/.releases/${commit('a')}/manifest.json`;
    const record = () => fixture.emulator.storage.read('forged-records', name);
    const before = await record();
    const forged = { ...pages('01'), [name]: '{"format":1}' };
    const result = await site.publish('b', forged, { ...NO_CDN, force: 'true' });
    expect(errors(result)).toContain(`${name} is a record of another site, gs://forged-records/admin/.`);
    expect(await record()).toEqual(before);
  });

  test('is not overwritten by a rollback of the outer one to a release from before', async () => {
    const site = fixture.site('rollback-over');
    await publish(site, 'a', { ...pages('01'), 'admin/index.html': 'old' }, {});
    await publish(site, 'b', pages('02'), {});
    await publish(site, 'c', pages('10'), { prefix: 'admin' });
    const back = await site.run('c', { ...NO_CDN, 'rollback-to': 'previous' });
    expect(errors(back)).toMatch(/belong to another site, gs:\/\/rollback-over\/admin\//);
    expect((await site.live())['admin/index.html']).toBe('<p>10');
    expect(await site.state()).not.toHaveProperty('hold');
  });

  test('may be one that the account must not read', async () => {
    const site = fixture.site('unreadable');
    await publish(site, 'a', pages('01'), {});
    fixture.emulator.core.faults.add({ api: 'storage', method: 'GET', path: '/o/\\.releases', status: 403, times: 99 });
    await publish(site, 'b', pages('10'), { prefix: 'admin' });
  });
});

describe('a service on hold', () => {
  /** A hold that a rollback of version 1.0.0 set. */
  const { annotations } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../fixtures/1.0.0/deploy-run-held.json'), 'utf8'),
  ) as { annotations: Record<string, string> };
  const service = async (name: string, held: boolean) => {
    const image = await fixture.emulator.seed.image({ name: 'server', content: name, tags: [], index: true });
    const response = await fetch(
      `${fixture.emulator.urls.run}/v2/projects/orchestra-dev/locations/us-central1/services?serviceId=${name}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          annotations: held ? annotations : {},
          template: { containers: [{ image }] },
        }),
      },
    );
    expect(response.status, await response.text()).toBe(200);
  };

  test('blocks the site before the build, and nothing is changed; force publishes it', async () => {
    await Promise.all([service('held', true), service('free', false)]);
    const site = fixture.site('held-site');
    await site.publish('a', dashboard(1));
    fixture.emulator.core.calls.clear();
    const services = { services: 'us-central1/free\nus-central1/held' };
    const result = await site.publish('b', dashboard(2), { ...services, 'build-command': 'touch built' });
    expect(errors(result)).toMatch(
      /service held in us-central1 .*on hold\. octocat .*rollback to web-a+-1.* Nothing was published\..*force: true/,
    );
    expect(result.log).not.toContain('touch built');
    const writes = fixture.emulator.core.calls.list.filter(({ api, method }) => api === 'storage' && method !== 'GET');
    expect(writes).toEqual([]);
    const plain = await site.publish('b', dashboard(2), services);
    expect(errors(plain)).toMatch(/on hold/);
    const free = await site.publish('b', dashboard(2), { services: 'free', region: 'us-central1' });
    expect(free.exitCode, logOf(free)).toBe(0);
    const forced = await site.publish('c', dashboard(3), { ...services, force: 'true' });
    expect(forced.exitCode, logOf(forced)).toBe(0);
    expect(await site.live()).toMatchObject({ 'index.html': dashboard(3)['index.html'] });
  });

  test('a service that is named without its region is a wrong input', async () => {
    const result = await fixture.site('no-region').publish('a', dashboard(1), { services: 'web' });
    expect(errors(result)).toMatch(/^Input services: .*"web" does not say its region/);
  });
});

describe('names that an invalidation cannot name', () => {
  const odd = (text: string) => ({
    'index.html': text,
    'zz.html': text,
    'star*.html': text,
    'news/a*b/page.html': text,
    'docs/[id].html': text,
    'docs/a+b?c#d.html': text,
  });

  test('are invalidated anyway, and readers get the new pages', async () => {
    const site = fixture.site('star', { cdnPolicy: { cacheMode: 'USE_ORIGIN_HEADERS' } });
    const cached = { 'cache-control': '*.html=public, max-age=3600' };
    const first = await site.publish('a', odd('1'), cached);
    expect(first.exitCode, logOf(first)).toBe(0);
    // Encoded as by browsers.
    const addresses = ['/zz.html', '/star*.html', '/news/a*b/page.html', '/docs/[id].html', '/docs/a+b%3Fc%23d.html'];
    for (const address of addresses) expect((await site.get(address)).body).toBe('1');
    const second = await site.publish('b', odd('2'), cached);
    expect(second.exitCode, logOf(second)).toBe(0);
    for (const address of addresses) expect((await site.get(address)).body, address).toBe('2');
    expect((await site.publish('b', odd('2'), cached)).outputs.invalidated).toBe('[]');
  });

  test('one path that is refused does not stop the others', async () => {
    const site = fixture.site('one-refused');
    await site.publish('a', dashboard(1));
    fixture.emulator.core.faults.add({
      api: 'compute',
      path: 'invalidateCache',
      status: 400,
      message: 'no such path',
      times: 2,
    });
    const result = await site.publish('b', dashboard(2));
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toMatch(/URL map one-refused refused to invalidate 2 of 4 paths: .*no such path/);
    expect(JSON.parse(result.outputs.invalidated ?? '')).toHaveLength(2);
    expect((await site.publish('b', dashboard(2))).exitCode).toBe(0);
  });
});
