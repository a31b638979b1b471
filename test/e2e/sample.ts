/** The sample application on this machine: its repository, its pipeline in `act`, and its services in the local Google Cloud. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import type { Service } from '../../packages/emulator/src/run/types.ts';
import { type LocalCloud, startLocalCloud } from '../../scripts/demo/local-cloud.ts';
import { fetchText } from '../../scripts/demo/pipeline.ts';
import { createRepository, type Repository } from '../../scripts/demo/repository.ts';
import { rustToolchain } from '../../scripts/parts/dependencies.ts';
import { localDir, projectDir, run } from '../../scripts/parts/local.ts';
import { cacheGoModules, ensureAct, ensureGolangciLint, ensurePnpm } from '../../scripts/parts/tools.ts';
import { type ActOptions, type ActResult, assembleRelease, runAct } from './act.ts';

export type Edit = Parameters<Repository['commit']>[1];

/** The programs that the workflows call. */
export interface Tools {
  readonly act: string;
  readonly golangciLint: string;
  readonly pnpm: string;
  /** Folder of `cargo` and `rustc`. */
  readonly rust: string;
}

const GO_CACHES = {
  GOENV: join(homedir(), '.config/go/env'),
  GOPATH: join(homedir(), 'go'),
  GOMODCACHE: join(homedir(), 'go/pkg/mod'),
  GOCACHE: join(homedir(), '.cache/go-build'),
};

/** Finds or installs the programs, and downloads Go modules. Throws an error of one line that names what is missing. */
export async function ensureTools(): Promise<Tools> {
  const rust = await rustToolchain();
  await cacheGoModules({ ...process.env, ...GO_CACHES });
  return {
    act: await ensureAct(),
    golangciLint: await ensureGolangciLint(),
    pnpm: await ensurePnpm(),
    rust: join(rust.dir, 'bin'),
  };
}

export interface Sample {
  readonly cloud: LocalCloud;
  readonly repository: Repository;
  /** The repository's name on GitHub. */
  readonly name: string;
  /** Variables of the repository, the default for runs. */
  readonly vars: Readonly<Record<string, string>>;
  /** Commits the sample with changes for this machine and the given edits. Returns the full SHA. */
  commit(message: string, ...edits: readonly Edit[]): string;
  /** Runs a workflow of the sample for the checked-out commit. */
  run(options: Pick<ActOptions, 'event' | 'workflow'> & Partial<ActOptions>): Promise<ActResult>;
  /** The commits that the server returns and that the site's page contains. */
  serving(): Promise<{ server: string | undefined; site: string | undefined }>;
  /** GET on a private service with an account that may invoke it: status and body. `location` is `projects/P/locations/R`. */
  invoke(url: string, service: string, location?: string): Promise<{ status: number; text: string }>;
  /** The service in Cloud Run. */
  service(name: string): Service | undefined;
  stop(): Promise<void>;
}

const LOCATION = `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}`;
const DEPLOY = '.github/workflows/deploy.yml';
/** URL of the preview frontends. */
export const PREVIEW_BUCKET = 'orchestra-previews';
const PREVIEW_HOST = 'previews.orchestra.localhost';
/** The service account of image jobs. */
const IMAGES_PROVIDER = `${DEFAULTS.provider}-images`;

/** Starts the local Google Cloud and a repository of the sample application, or of another one, unchanged. */
export async function startSample(tools: Tools, app?: string): Promise<Sample> {
  const scratch = mkdtempSync(join(tmpdir(), 'e2e-'));
  // Kept between runs of the suite: caches and logs.
  const local = join(localDir, 'e2e');
  const logs = join(local, 'logs', basename(app ?? 'sample'));
  rmSync(logs, { recursive: true, force: true });
  const cloud = await startLocalCloud(() => {});
  const { emulator } = cloud;
  const secret = (name: string) => emulator.secrets.access(DEFAULTS.project, name, 'latest').value.toString();
  emulator.seed.repository({ id: 'orchestra-preview' });
  emulator.seed.bucket(PREVIEW_BUCKET, { website: { mainPageSuffix: 'index.html' } });
  emulator.seed.site({ name: 'previews', host: PREVIEW_HOST, bucket: PREVIEW_BUCKET });
  emulator.seed.provider({ name: IMAGES_PROVIDER });
  for (const account of ['builder', 'planner'])
    emulator.seed.serviceAccount({ email: `${account}@${DEFAULTS.project}.iam.gserviceaccount.com` });
  const preview = `preview@${DEFAULTS.project}.iam.gserviceaccount.com`;
  emulator.seed.serviceAccount({ email: preview });
  // As in the set-up guide: the account that deploys previews may invoke them.
  emulator.run.settings.projectInvokers = [...emulator.run.settings.projectInvokers, `serviceAccount:${preview}`];
  for (const name of ['database-url', 'redis-url', 'jwt-secret']) emulator.seed.secret(`preview-${name}`, secret(name));

  const name = 'orchestra/orchestra';
  const repository = createRepository(
    app ?? join(projectDir, 'examples/orchestra'),
    join(scratch, 'orchestra'),
    (sha, parent) => emulator.github.commit(sha, parent ? [parent] : []),
  );
  // `act` reads the repository's name from here.
  await run('git', ['remote', 'add', 'origin', `https://github.com/${name}`], { cwd: repository.folder });
  assembleRelease(join(scratch, 'release'));

  // Replaces the version that a workflow requests from `rustup`, since only the machine's version may be available.
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'rustup'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  // The Node of this process comes first: `act` runs actions with the one on the PATH.
  const path = [
    bin,
    dirname(process.execPath),
    tools.rust,
    dirname(tools.golangciLint),
    dirname(tools.pnpm),
    cloud.env.PATH ?? process.env.PATH,
  ].join(':');
  const image = (id: string) => `${emulator.registryHost}/${DEFAULTS.project}/${id}`;

  /** Changes for this machine: addresses of test databases, pnpm, no scanner image, and shorter waits. */
  const adapt: Edit = (files) => {
    files.replace(DEPLOY, /TEST_DATABASE_URL='[^']*'/, `TEST_DATABASE_URL='${secret('database-url')}'`);
    files.replace(DEPLOY, /TEST_REDIS_URL='[^']*'/, `TEST_REDIS_URL='${secret('redis-url').replace(/0$/, '15')}'`);
    // npx queries the registry even for cached packages, so a registry outage would fail the test.
    files.replace(DEPLOY, /npx --yes pnpm@[\d.]+/g, 'pnpm');
    files.replace(DEPLOY, /"dockerfile":/g, '"sbom": false, "dockerfile":');
    files.replace(DEPLOY, '"step-interval": "1m"', '"step-interval": "500ms", "probe-interval": "300ms"');
  };

  const vars = {
    GCP_PROJECT: DEFAULTS.project,
    GCP_REGION: DEFAULTS.region,
    IMAGE_REPOSITORY: image('orchestra'),
    PREVIEW_IMAGE_REPOSITORY: image('orchestra-preview'),
    WORKLOAD_IDENTITY_PROVIDER: DEFAULTS.provider,
    IMAGES_WORKLOAD_IDENTITY_PROVIDER: IMAGES_PROVIDER,
    PREVIEW_PROJECT: DEFAULTS.project,
    PREVIEW_SITE: emulator.urls.cdn.replace('127.0.0.1', PREVIEW_HOST),
    PREVIEW_WORKLOAD_IDENTITY_PROVIDER: DEFAULTS.provider,
    BUILDER_ARGS: '--network=host',
    FRONTEND_BUCKET: DEFAULTS.bucket,
    URL_MAP: DEFAULTS.urlMap,
    SITE_HOST: DEFAULTS.siteHost,
  };

  return {
    cloud,
    repository,
    name,
    vars,
    commit: (message, ...edits) =>
      repository.commit(message, (files) => {
        for (const edit of [...(app ? [] : [adapt]), ...edits]) edit(files);
      }),
    run: (options) =>
      runAct({
        act: tools.act,
        scratch,
        logs,
        repository: repository.folder,
        token: emulator.github.token,
        vars,
        env: {
          ...cloud.env,
          PATH: path,
          // The caches of this machine's toolchains, so that runs do not download dependencies.
          ...GO_CACHES,
          GOLANGCI_LINT_CACHE: join(local, 'golangci-lint'),
          CARGO_HOME: join(homedir(), '.cargo'),
          CARGO_TARGET_DIR: join(local, 'target'),
          PIP_CACHE_DIR: join(local, 'pip'),
          npm_config_cache: join(homedir(), '.npm'),
          npm_config_userconfig: join(homedir(), '.npmrc'),
          npm_config_store_dir: join(local, 'pnpm'),
          npm_config_prefer_offline: 'true',
          npm_config_update_notifier: 'false',
        },
        ...options,
      }),
    async serving() {
      const uri = emulator.run.services.get(`${LOCATION}/services/orchestra-server`)?.doc.uri;
      const site = emulator.urls.cdn.replace('127.0.0.1', DEFAULTS.siteHost);
      const known = (text: string) => repository.commits.find((sha) => text.includes(sha));
      return {
        server: uri ? known((await fetchText(`${uri}/version`)).text) : undefined,
        site: known((await fetchText(`${site}/dashboard/index.html`)).text),
      };
    },
    service: (service) => emulator.run.services.get(`${LOCATION}/services/${service}`)?.doc,
    async invoke(url, service, location = LOCATION) {
      const audience = emulator.run.services.get(`${location}/services/${service}`)?.doc.uri;
      const { token } = (await fetch(
        `${emulator.urls.iamcredentials}/v1/projects/-/serviceAccounts/${preview}:generateIdToken`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${emulator.token({ member: `serviceAccount:${preview}` })}` },
          body: JSON.stringify({ audience }),
        },
      ).then((response) => response.json())) as { token: string };
      return await fetchText(url, { authorization: `Bearer ${token}` });
    },
    async stop() {
      await cloud.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** Checks without work that fail if the commit has a file FAIL. */
export const quickChecks: Edit = (files) =>
  files.replace(DEPLOY, CHECKS, 'checks: \'[{"name": "Quick", "run": "test ! -e FAIL"}]\'');

/** Only the linter. */
export const onlyLint: Edit = (files) =>
  files.replace(DEPLOY, CHECKS, 'checks: \'[{"name": "Go lint", "golangci-lint": "v2.15.0"}]\'');

const CHECKS = /checks: \|\n\s+\[[\s\S]*?\n {8}\]/;

/** Only the server, and a page that needs no build. */
export const small: Edit = (files) => {
  files.replace(DEPLOY, /,\n\s+\{"name": "worker".*\n\s+\{"name": "engine".*\n/, '\n');
  files.replace(
    DEPLOY,
    /"build": ".*",/,
    '"build": "mkdir -p dashboard/dist && echo \\"<p>$GITHUB_SHA\\" >dashboard/dist/index.html",',
  );
};

export const greeting =
  (text: string): Edit =>
  (files) =>
    files.replace('resources/dashboard/src/text.ts', /greeting: '[^']*'/, `greeting: '${text}'`);

/** A change of the server that is unique per run of the suite, so that it is built. */
export const serverChange =
  (text: string): Edit =>
  (files) =>
    files.replace('app/version.go', 'package app\n', `package app\n\n// ${text} ${Date.now()}\n`);

/** A preview with two services that share an image, a database and a frontend, in place of the server alone. */
export const wholePreview: Edit = (files) =>
  files.replace(
    '.github/workflows/preview.yml',
    /^ {6}name: server\n(?: {6}.*\n)*/m,
    `      services: |
        [
          {"name": "server", "dockerfile": "deploy/docker/Dockerfile.server", "manifest": "deploy/cloud-run/preview.yaml", "probe-path": "/health"},
          {"name": "admin", "image": "server", "service": "orchestra-admin-preview", "port": 3000, "probe-path": "/health",
           "env": {"SERVER": "\${URL_SERVER}", "SITE": "\${URL_SITE}"},
           "secrets": {"DATABASE_URL": "preview-database-url", "REDIS_URL": "preview-redis-url", "JWT_SECRET": "preview-jwt-secret"}}
        ]
      migration: |
        {"image": "server", "command": ["sh"], "args": ["-c", "echo migrated $DATABASE"], "clean-up-args": ["-c", "echo dropped $DATABASE"],
         "env": {"DATABASE": "\${PREVIEW_DATABASE}"}}
      frontends: |
        [{"name": "site", "path": "site", "bucket": "${PREVIEW_BUCKET}", "url": "\${{ vars.PREVIEW_SITE }}",
          "build": "mkdir -p site && echo \\"<p>$GITHUB_SHA $URL_SERVER $PREVIEW_PATH\\" >site/index.html"}]
`,
  );
