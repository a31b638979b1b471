/** Previews in the state that workflows leave: traffic tags on one service, objects of frontends, images; beside production resources. */
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { runStep, type StepResult } from '../../harness/runner.ts';
import { createFixture, type Fixture } from '../deploy-run/deploy-run.fixture.ts';

export const SERVICE = 'shop-preview';
export const BUCKET = 'shop-previews';
export const REPOSITORY = 'acme/shop';
const ID = '1001';
/** Of a preview in `seed`. */
export const COMMENT = '**Preview** of a commit';
const FILES = ['index.html', 'assets/app.1a2b3c4d.js', '.releases/state.json'];

/** A commit for a pull request, the same in each run. */
export const commitOf = (number: number, push = 1): string =>
  `${push}${String(number).padStart(4, '0')}${'c'.repeat(35)}`;

export interface PreviewFixture extends Fixture {
  /** Creates the parts of a pull request without a process for each. `open`: its state on GitHub. */
  seed(number: number, options?: SeedOptions): Promise<void>;
  /** Deploys the pull request with deploy-run, like preview.yml. */
  preview(number: number, push?: number): Promise<StepResult>;
  /** Runs the steps of preview.yml for a closed pull request. Returns their results. */
  close(number: number, event?: object): Promise<StepResult[]>;
  step(inputs: Record<string, string>, options?: { event?: object }): Promise<StepResult>;
  /** Traffic tags; undefined if the service does not exist. */
  tags(): string[] | undefined;
  /** Makes a Cloud Run job. */
  job(name: string): Promise<void>;
  /** Names of the Cloud Run jobs. */
  jobs(): string[];
  objects(bucket?: string): string[];
  /** Versions and tags of the image of previews. */
  images(name?: string): Promise<{ versions: string[]; tags: string[] }>;
}

interface SeedOptions {
  /** Images with the same content have the same digest. */
  readonly content?: string;
  readonly repository?: string;
  readonly repositoryId?: string;
  readonly tags?: readonly string[];
  /** An image of a single platform, without an index. */
  readonly single?: boolean;
  /** Files of its frontend. */
  readonly files?: readonly string[];
  /** Without a traffic tag. */
  readonly untagged?: boolean;
}

export async function createPreviews(): Promise<PreviewFixture> {
  const fixture = await createFixture();
  const { emulator } = fixture;
  emulator.seed.bucket(BUCKET);
  emulator.seed.repository({ id: 'previews' });
  const authorization = `Bearer ${emulator.token()}`;
  const call = async (method: string, url: string, body?: string): Promise<unknown> => {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? undefined : await response.json();
  };
  const place = `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}`;
  const service = `${place}/services/${SERVICE}`;
  const identity = { 'workload-identity-provider': DEFAULTS.provider, 'service-account': DEFAULTS.serviceAccount };
  const registry = (await fixture.image('one')).split('/')[0];
  const pull = (number: number, event: object = {}) => ({
    pull_request: { number, head: { sha: commitOf(number) }, ...event },
  });
  const previews: PreviewFixture = {
    ...fixture,
    async seed(number, options = {}) {
      const {
        content = `${number}`,
        repository = REPOSITORY,
        repositoryId = ID,
        tags = [],
        files = FILES,
        single = false,
        untagged = false,
      } = options;
      const commit = commitOf(number);
      await emulator.seed.image({
        repository: 'previews',
        name: 'shop',
        content: `preview ${content}`,
        tags: [`preview-${repositoryId}-${number}-${commit}-1-1`, commit, commit.slice(0, 7), ...tags],
        index: !single,
      });
      for (const name of files)
        await call(
          'POST',
          `${emulator.urls.storage}/upload/storage/v1/b/${BUCKET}/o?uploadType=media&name=${encodeURIComponent(`${repository}/pr-${number}/web/${name}`)}`,
          '{}',
        );
      if (repository === REPOSITORY) {
        const bot = { login: 'github-actions[bot]', type: 'Bot' };
        emulator.github.addComment(number, `<!-- orchestra preview ${service} -->\n${COMMENT}`, bot);
      }
      const doc = emulator.run.services.get(service)?.doc;
      const revision = doc?.traffic?.[0]?.revision;
      if (!doc || !revision || untagged) return;
      const key = 'actions.orchestra.dev/previews';
      const owners = JSON.parse(doc.annotations?.[key] ?? '{}') as object;
      const tag = `pr-${number}`;
      if (doc.traffic?.some((target) => target.tag === tag)) return;
      const annotations = { ...doc.annotations, [key]: JSON.stringify({ ...owners, [tag]: repository }) };
      const traffic = [...(doc.traffic ?? []), { type: doc.traffic?.[0]?.type, revision, tag }];
      await call('PATCH', `${emulator.urls.run}/v2/${service}`, JSON.stringify({ ...doc, traffic, annotations }));
      await fixture.settled(SERVICE);
    },
    preview: async (number, push = 1) =>
      fixture.deploy(
        commitOf(number, push),
        {
          service: SERVICE,
          image: await fixture.image('two'),
          tag: `pr-${number}`,
          'no-traffic': 'true',
          'github-token': '',
        },
        { event: pull(number) },
      ),
    async close(number, event) {
      const removed = await fixture.deploy(
        commitOf(number),
        { service: SERVICE, 'remove-tag': `pr-${number}`, 'github-token': '' },
        { event: { action: 'closed', ...pull(number, event) } },
      );
      const cleaned = await previews.step(
        { task: 'clean-up', migrations: 'true' },
        { event: { action: 'closed', ...pull(number, event) } },
      );
      return [removed, cleaned];
    },
    step: (inputs, { event = {} } = {}) =>
      runStep('preview', {
        workspace: fixture.workspace,
        with: {
          ...identity,
          project: DEFAULTS.project,
          region: DEFAULTS.region,
          services: SERVICE,
          'image-repository': `${registry}/${DEFAULTS.project}/previews`,
          images: 'shop',
          buckets: BUCKET,
          'github-token': emulator.github.token,
          ...inputs,
        },
        env: { ...emulator.env },
        event,
      }),
    async job(name) {
      const template = { template: { containers: [{ image: await fixture.image('two') }] } };
      await call('POST', `${emulator.urls.run}/v2/${place}/jobs?jobId=${name}`, JSON.stringify({ template }));
    },
    jobs: () => [...emulator.run.jobs.keys()].map((name) => name.split('/').at(-1) ?? '').sort(),
    tags() {
      const doc = emulator.run.services.get(service)?.doc;
      return doc && (doc.traffic ?? []).flatMap(({ tag }) => tag ?? []);
    },
    objects: (bucket = BUCKET) => [...emulator.storage.store.bucket(bucket).objects.keys()].sort(),
    async images(name = 'shop') {
      const parent = `${emulator.urls.artifactregistry}/v1/projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/repositories/previews/packages/${name}`;
      const list = async (what: 'versions' | 'tags'): Promise<string[]> => {
        const response = await fetch(`${parent}/${what}?pageSize=1000`, { headers: { authorization } });
        if (response.status === 404) return [];
        const found = (await response.json()) as Record<string, { name: string }[] | undefined>;
        return (found[what] ?? []).map((one) => one.name.split('/').at(-1) ?? '');
      };
      return { versions: await list('versions'), tags: await list('tags') };
    },
  };
  return previews;
}
