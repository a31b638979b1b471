/** Invariants of sites in every schedule, checked at each write, after each event, and at the end. */
import { missingFiles } from '../../../actions/publish-frontend/plan/rollback.ts';
import { type Layout, manifestName, stateName } from '../../../actions/publish-frontend/store/object-names.ts';
import { parseReleaseManifest } from '../../../actions/publish-frontend/store/release-manifest.ts';
import { EMPTY, parseState, previousRelease, type State } from '../../../actions/publish-frontend/store/site-state.ts';
import { type Listing, toObject } from '../../../actions/publish-frontend/store/stored-object.ts';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import type { InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import type { Actor } from '../engine/actors.ts';
import { Violation } from '../engine/schedule.ts';
import { buildOf, loadedBy, PAGES } from './builds.ts';

/** Milliseconds without a renewal after which a claim may be taken over. */
const DEAD_AFTER = 45_000;

export interface SiteWatch {
  /** Called before a write; returns a function to call after it. */
  around(actor: Actor | undefined, method: string, url: URL): (() => void) | undefined;
  /** Called after each event. */
  checkState(): void;
  /** Requests a page through the CDN, and all files that it loads. */
  read(page: string): Promise<void>;
  /** Checked after all actors and requests have ended. */
  atTheEnd(): void;
  /** The URL of the run that left the site unfinished. */
  unfinishedRun(): string | undefined;
  /**
   * After the run that finishes an interrupted one: no run is active, and the site is complete and as recorded. `mayBeUnfinished`: the hold of the
   * rollback was released before its re-run, which then goes back further.
   */
  atRest(options?: {
    readonly mayBeUnfinished?: boolean;
    readonly mayBeClaimed?: boolean;
    readonly mayBeKept?: boolean;
  }): Promise<void>;
  /** The target of a rollback; undefined without one. */
  previousOf(prefix: string): string | undefined;
  stateOf(prefix: string): State;
  /** The text of `index.html` as the load balancer finds it. */
  entryPage(prefix: string): string | undefined;
  /** Whether the site serves a build of the commit: its first or its variant. */
  serves(prefix: string, commit: number): boolean;
}

export function createSiteWatch(
  { emulator, call }: InProcessEmulator,
  prefixes: readonly string[],
  now: () => number,
): SiteWatch {
  const bucket = () => emulator.storage.store.buckets.get(DEFAULTS.bucket);
  const layouts: readonly Layout[] = prefixes.map((prefix) => ({ bucket: DEFAULTS.bucket, prefix }));
  const textOf = (name: string) => bucket()?.objects.get(name)?.content.read().toString();
  const stateOf = (layout: Layout): State => {
    const text = textOf(stateName(layout));
    return text === undefined ? EMPTY : parseState(text);
  };
  const lastWrite = new Map<string, number>();
  let changed = true;

  /** The prefix from which the load balancer serves the site. */
  const route = () => {
    const map = emulator.compute.urlMaps.get(DEFAULTS.urlMap);
    return (map?.pathMatchers?.[0]?.defaultRouteAction?.urlRewrite?.pathPrefixRewrite ?? '/').slice(1);
  };
  /** The prefix of the served objects: each atomic release has its own. */
  const rootOf = ({ prefix }: Layout) => (prefix === '' ? route() : prefix);

  function checkState(actor: Actor, layout: Layout, before: State): void {
    const after = stateOf(layout);
    const name = stateName(layout);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const has = (release: string) => after.published.some((one) => one.release === release);
    const gone = before.published.find(({ release }) => !has(release));
    if (gone && before.claim?.work !== 'prune')
      throw new Violation('no lost update', `${actor.name} dropped ${gone.release.slice(0, 4)} from the history`);
    if (before.hold && !after.hold && !actor.name.includes('releas'))
      throw new Violation('holds win', `${actor.name} dropped the hold`);
    const [had, has_] = [before.claim, after.claim];
    const quiet = now() - (lastWrite.get(name) ?? 0);
    lastWrite.set(name, now());
    if (!had || !has_ || had.token === has_.token || quiet > DEAD_AFTER) return;
    const sameRun = had.run === has_.run && had.attempt < has_.attempt;
    if (!sameRun && !(had.work === 'upload' && actor.name.includes('rollback')))
      throw new Violation('a claim is respected', `${actor.name} took the claim of ${had.run} after ${quiet} ms`);
  }

  const entryPage = (prefix: string) => textOf(`${rootOf({ bucket: DEFAULTS.bucket, prefix })}index.html`);
  const pagesOf = () => layouts.flatMap((layout) => PAGES.map((path) => ({ layout, name: rootOf(layout) + path })));

  const isPublish = (actor: Actor) => actor.name.includes('publish') && !actor.name.includes('releas');

  return {
    around(actor, method, url) {
      if (method === 'GET' || !actor) return undefined;
      changed = true;
      const states = layouts.map(stateOf);
      const pages = pagesOf().map((page) => ({ ...page, text: textOf(page.name) }));
      return () => {
        changed = true;
        // Other calls have their responses delayed.
        if (!url.pathname.includes('/storage/')) return;
        for (const [i, layout] of layouts.entries()) checkState(actor, layout, states[i] as State);
        for (const { layout, name, text } of pages) {
          const held = states[layouts.indexOf(layout)]?.hold;
          // No precondition refuses a late write that creates a page.
          if (held && text !== undefined && text !== textOf(name) && isPublish(actor))
            throw new Violation('holds win', `${actor.name} changed ${name} under a hold`);
        }
      };
    },
    checkState() {
      if (!changed) return;
      changed = false;
      for (const { layout, name } of pagesOf()) {
        const html = textOf(name);
        const missing = loadedBy(html ?? '').find((path) => !bucket()?.objects.has(rootOf(layout) + path));
        if (missing !== undefined) throw new Violation('every page loads', `${name} loads ${missing}, which is gone`);
      }
    },
    async read(page) {
      const get = async (path: string) => {
        const url = new URL(`https://${DEFAULTS.siteHost}/${path}`);
        const headers = { host: url.hostname };
        return await call('cdn', { method: 'GET', url, headers, body: Buffer.alloc(0) });
      };
      const { status = 200, body } = await get(page);
      if (status !== 200) return;
      for (const path of loadedBy(String(body))) {
        const loaded = await get(path);
        if ((loaded.status ?? 200) !== 200)
          throw new Violation('every page loads', `a reader of ${page} got ${loaded.status} for ${path}`);
      }
    },
    atTheEnd() {
      for (const layout of layouts) checkKept(layout);
    },
    unfinishedRun() {
      for (const layout of layouts) {
        const { claim, unfinished, hold } = stateOf(layout);
        if (claim) return claim.run;
        if (!unfinished) continue;
        if (hold?.release === unfinished.to) return hold.run;
        const text = textOf(manifestName(layout, unfinished.to));
        if (text !== undefined) return parseReleaseManifest(text).run;
      }
      return undefined;
    },
    async atRest({ mayBeUnfinished = false, mayBeClaimed = false, mayBeKept = false } = {}) {
      for (const layout of layouts) {
        const { claim, unfinished, current } = stateOf(layout);
        if (unfinished && mayBeUnfinished) return;
        if (claim?.work === 'upload' && !unfinished && (mayBeClaimed || mayBeKept)) return;
        // An interrupted publish of the release that it is kept at.
        if (unfinished && unfinished.to === current && mayBeKept) return;
        if (claim || unfinished)
          throw new Violation('one re-run ends it', `${JSON.stringify({ claim, unfinished })} is left`);
        checkKept(layout);
        if (current === undefined) continue;
        const manifest = parseReleaseManifest(textOf(manifestName(layout, current)) ?? '');
        const root = rootOf(layout);
        for (const [path, { md5 }] of manifest.files)
          if (bucket()?.objects.get(root + path)?.content.md5 !== md5)
            throw new Violation(
              'at rest the site is its release',
              `${root}${path} is not that of ${current.slice(0, 4)}`,
            );
        if (layout.prefix !== '') continue;
        for (const path of PAGES.filter((one) => manifest.files.has(one))) {
          const url = new URL(`https://${DEFAULTS.siteHost}/${path}`);
          const reply = await call('cdn', {
            method: 'GET',
            url,
            headers: { host: url.hostname },
            body: Buffer.alloc(0),
          });
          if (String(reply.body) !== textOf(root + path))
            throw new Violation('caches are invalidated', `${path} is still served as it was before`);
        }
      }
    },
    previousOf: (prefix) => previousRelease(stateOf({ bucket: DEFAULTS.bucket, prefix })),
    stateOf: (prefix) => stateOf({ bucket: DEFAULTS.bucket, prefix }),
    entryPage,
    serves(prefix, commit) {
      const text = entryPage(prefix);
      return [false, true].some((variant) => buildOf(commit, variant).get('index.html') === text);
    },
  };

  /** All releases in the history can be rolled back to. */
  function checkKept(layout: Layout): void {
    const state = stateOf(layout);
    if (state.unfinished || state.claim) return;
    const listing = listingOf();
    for (const release of [state.current, state.hold?.release, ...state.published.map((one) => one.release)]) {
      if (release === undefined) continue;
      const text = textOf(manifestName(layout, release));
      const [missing] =
        text === undefined ? ['the manifest'] : missingFiles(layout, parseReleaseManifest(text), listing);
      if (missing !== undefined)
        throw new Violation('a rollback stays possible', `${missing} of release ${release.slice(0, 4)} is gone`);
    }
  }

  function listingOf(): Listing {
    return new Map(
      [...(bucket()?.objects ?? [])].map(([name, { content, generation, metadata, metageneration }]) => [
        name,
        toObject({
          name,
          size: String(content.size),
          md5Hash: content.md5,
          generation,
          metageneration: String(metageneration),
          ...metadata,
        } as Parameters<typeof toObject>[0]),
      ]),
    );
  }
}
