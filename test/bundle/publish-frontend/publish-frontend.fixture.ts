/** The fixture of publish-frontend: the emulator with buckets behind a CDN, a built site on disk, and requests of visitors. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CdnPolicy } from '../../../packages/emulator/src/cdn/cache-policy.ts';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import type { StoredObject } from '../../../packages/emulator/src/storage/index.ts';
import { recordReset } from '../../harness/calls/recorder.ts';
import { runStep, type StepOptions, type StepResult } from '../../harness/runner.ts';

/** Contents of files by path. */
export type Contents = Readonly<Record<string, string>>;

/** A response to a visitor: the bytes as received, and as text. */
export interface SiteResponse {
  readonly status: number;
  readonly body: string;
  readonly bytes: Buffer;
  readonly headers: Record<string, unknown>;
}

export interface Fixture {
  readonly emulator: Emulator;
  readonly workspace: string;
  /** A separate site: bucket, backend bucket, URL map and host, all named `name`. */
  site(name: string, options?: { cdnPolicy?: CdnPolicy; errorPage?: string }): Site;
  /** Creates the service `us-central1/NAME` with deploy-run's record of a canary of the commit of this letter. */
  canary(name: string, letter: string, decision: 'undecided' | 'promoted' | 'restored'): Promise<void>;
  stop(): Promise<void>;
}

export interface Site {
  readonly bucket: string;
  readonly host: string;
  /** Replaces `dist` in the workspace with these files. */
  build(contents: Readonly<Record<string, string | Buffer>>): void;
  /** Runs the action for the commit of this letter, with the shared inputs of this site. */
  run(letter: string, inputs?: Record<string, string>, options?: Partial<StepOptions>): Promise<StepResult>;
  /** Builds and publishes. */
  publish(
    letter: string,
    contents: Readonly<Record<string, string | Buffer>>,
    inputs?: Record<string, string>,
  ): Promise<StepResult>;
  /** Live contents, `.releases/` left out. */
  live(): Promise<Record<string, string>>;
  object(name: string): StoredObject | undefined;
  names(): string[];
  /** Requests a path through the CDN. */
  get(path: string, headers?: Record<string, string>): Promise<SiteResponse>;
  /** The files that live pages load and that do not exist; empty if the site is complete. */
  broken(prefix?: string): Promise<string[]>;
  state(): Promise<Record<string, unknown>>;
  /** Saves the bucket and returns a function that restores it. */
  snapshot(): () => void;
}

export const commit = (letter: string): string => letter.repeat(40);

/** `dashboard` at a version: a page, a hashed script that lazy-loads a hashed chunk, and files with fixed names. */
export function dashboard(version: number | string, more: Contents = {}): Contents {
  const tag = String(version).padStart(2, '0');
  return {
    'index.html': `<!doctype html><title>v${version}</title><script type="module" src="/assets/index-Ab3dEf${tag}.js"></script>`,
    'help/index.html': `<p>help ${version}<script src="../assets/index-Ab3dEf${tag}.js"></script>`,
    [`assets/index-Ab3dEf${tag}.js`]: `import('./chunk-Zy9xWv${tag}.js') // ${version}`,
    [`assets/chunk-Zy9xWv${tag}.js`]: `export const version = '${version}'`,
    'favicon.ico': 'icon',
    ...more,
  };
}

export async function createFixture(options: Parameters<typeof startEmulator>[0] = {}): Promise<Fixture> {
  const emulator = await startEmulator(options);
  // One line of commits, in the order of their letters.
  const letters = [...'abcdef'];
  letters.forEach((letter, i) => {
    emulator.github.commit(commit(letter), letters.slice(0, i).slice(-1).map(commit));
  });
  const workspace = mkdtempSync(join(tmpdir(), 'publish-frontend-'));
  return {
    emulator,
    workspace,
    site: (name, siteOptions = {}) => createSite(emulator, workspace, name, siteOptions),
    canary: (name, letter, decision) => putCanary(emulator, name, commit(letter), decision),
    async stop() {
      await emulator.stop();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

async function putCanary(emulator: Emulator, name: string, of: string, decision: string): Promise<void> {
  const parent = `${emulator.urls.run}/v2/projects/${DEFAULTS.project}/locations/us-central1/services`;
  const rollout = {
    id: `release-${of}`,
    kind: 'deploy',
    commit: of,
    candidate: `${name}-${of.slice(0, 12)}-1`,
    baseline: [],
    write: 1,
    runUrl: 'https://github.com/acme/shop/actions/runs/1',
    actor: 'octocat',
    startedAt: new Date(0).toISOString(),
    release: { format: 3, members: [`us-central1/services/${name}`] },
  };
  const releases = decision === 'promoted' ? [{ revision: `${name}-1`, commit: of, rollout: rollout.id }] : [];
  const annotations = {
    'actions.orchestra.dev/releases': JSON.stringify(releases),
    ...(decision === 'undecided' && { 'actions.orchestra.dev/rollout': JSON.stringify(rollout) }),
  };
  const known = emulator.run.services.has(`projects/${DEFAULTS.project}/locations/us-central1/services/${name}`);
  const image = await emulator.seed.image({ name: 'server', content: 'one', tags: [], index: true });
  const response = await fetch(known ? `${parent}/${name}` : `${parent}?serviceId=${name}`, {
    method: known ? 'PATCH' : 'POST',
    headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ annotations, template: { containers: [{ image }] } }),
  });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
}

/** A site on an emulator that other actions also use. */
export function createSite(
  emulator: Emulator,
  workspace: string,
  name: string,
  options: { cdnPolicy?: CdnPolicy; errorPage?: string } = {},
): Site {
  const host = `${name}.orchestra.localhost`;
  emulator.seed.bucket(name);
  emulator.seed.site({ name, host, bucket: name, ...options });
  const dist = join(workspace, name);
  const objects = () => emulator.storage.store.bucket(name).objects;

  const site: Site = {
    bucket: name,
    host,
    build(contents) {
      rmSync(dist, { recursive: true, force: true });
      for (const [path, content] of Object.entries(contents)) {
        mkdirSync(dirname(join(dist, path)), { recursive: true });
        writeFileSync(join(dist, path), content);
      }
    },
    run: (letter, inputs = {}, { env, ...rest } = {}) =>
      runStep('publish-frontend', {
        workspace,
        ...rest,
        with: {
          'workload-identity-provider': DEFAULTS.provider,
          project: DEFAULTS.project,
          bucket: name,
          'url-map': name,
          host,
          'github-token': emulator.github.token,
          ...inputs,
        },
        env: { ...emulator.env, GITHUB_SHA: commit(letter), GITHUB_RUN_ID: letter.charCodeAt(0).toString(), ...env },
      }),
    publish(letter, contents, inputs = {}) {
      site.build(contents);
      return site.run(letter, { path: name, ...inputs });
    },
    async live() {
      const live: Record<string, string> = {};
      for (const [path, object] of objects())
        if (!path.includes('.releases/')) live[path] = (object.content.read() as Buffer).toString();
      return live;
    },
    object: (path) => objects().get(path),
    names: () => [...objects().keys()].sort(),
    get: (path, headers) => fetchVia(emulator.urls.cdn, path, { host, ...headers }),
    async broken(prefix = '') {
      const live = await site.live();
      const missing: string[] = [];
      for (const [path, content] of Object.entries(live)) {
        const references = /\.html$|\.js$/.test(path) ? content.matchAll(/(?:src="?|import\('?)([^"'>)]+)/g) : [];
        for (const [, reference = ''] of references) {
          const target = new URL(reference, `http://x/${path}`).pathname.slice(1);
          const found = reference.startsWith('/') ? prefix + target : target;
          if (!(found in live)) missing.push(`${path} → ${reference}`);
        }
      }
      return missing;
    },
    async state() {
      const text = (await emulator.storage.read(name, '.releases/state.json'))?.toString();
      return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
    },
    snapshot() {
      const bucket = emulator.storage.store.bucket(name);
      const kept = [...bucket.objects].map(([path, object]) => [path, { ...object }] as const);
      return () => {
        bucket.objects.clear();
        for (const [path, object] of kept) bucket.objects.set(path, { ...object });
        bucket.sorted = undefined;
        recordReset(name);
      };
    },
  };
  return site;
}

function fetchVia(base: string, path: string, headers: Record<string, string>): Promise<SiteResponse> {
  return new Promise((resolve, reject) => {
    get(new URL(path, base), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, body: bytes.toString(), bytes, headers: received });
      });
    }).on('error', reject);
  });
}

/** The log without masks and debug lines, for the message of a failed expectation. */
export function logOf({ log }: StepResult): string {
  return log.replace(/^::(add-mask|debug)::.*\n/gm, '');
}

/** Messages of the errors, one per line. */
export function errors(result: StepResult): string {
  return result.errors.map(({ message }) => message).join('\n');
}
