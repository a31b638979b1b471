/** Inputs of migrate for tests: the defaults, and what a case is about. */
import { mkdirSync } from 'node:fs';
import { beforeEach } from 'vitest';
import type { MigrateInputs } from '../../../actions/migrate/inputs.ts';
import { checkMigrations } from '../../../actions/migrate/migrations/check-migrations.ts';
import { readMigrations } from '../../../actions/migrate/migrations/read-migrations.ts';
import type { Recorded } from '../../../actions/migrate/migrations/schema-version.ts';
import { readGitHubRun } from '../../../src/github/run.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';

export const DIGEST = `sha256:${'d'.repeat(64)}`;

export const anInput = (about: Partial<MigrateInputs> = {}): MigrateInputs => ({
  auth: { workloadIdentityProvider: undefined, serviceAccount: undefined },
  project: 'acme',
  commit: 'c'.repeat(40),
  dryRun: false,
  image: { host: 'us-central1-docker.pkg.dev', path: 'acme/apps/server', digest: DIGEST },
  imageRepositories: { allowed: [], scope: 'all' },
  region: 'us-central1',
  mode: 'job',
  job: 'migrate',
  command: [],
  args: ['migrate'],
  fromService: undefined,
  manifest: undefined,
  substitutions: new Map(),
  env: new Map(),
  secrets: [],
  secretFiles: [],
  cloudsqlInstances: [],
  runtimeServiceAccount: undefined,
  timeout: undefined,
  statusArgs: [],
  migrations: undefined,
  when: 'before-traffic',
  contracting: false,
  services: [],
  force: false,
  beforeCanary: false,
  freeze: [],
  outOfOrder: 'warn',
  cancelExecution: false,
  provenance: { mode: 'off', identity: undefined, trustedRoots: undefined, keys: [] },
  workspace: '/workspace',
  policy: 'enforce',
  policyExceptions: [],
  exceptions: 'manifest',
  githubToken: undefined,
  judged: { exceptions: [], warnings: [] },
  ...about,
});

/** A workspace with a folder of migrations, for each test of a file. */
export function useMigrationFolder() {
  const folder = useTemporaryFolder('migrations-');
  beforeEach(() => mkdirSync(folder.path('db')));
  const noted: string[] = [];
  const context = {
    github: readGitHubRun({}),
    log: { notice: (message: string) => noted.push(message), warning: (message: string) => noted.push(message) },
  } as unknown as Context;
  const recorded = (version?: string, files?: string[]): Recorded => ({ version, files: files && new Set(files) });
  const within = (inputs: Partial<MigrateInputs>, known?: string) =>
    checkMigrations(anInput({ workspace: folder.path(), migrations: 'db', ...inputs }), context, recorded(known));
  return {
    /** What was logged; tests empty it. */
    noted,
    recorded,
    within,
    check: (known?: string) => within({}, known),
    read: (known: Recorded) => readMigrations(folder.path(), 'db', known),
    write: (files: Record<string, string>) => {
      for (const [name, text] of Object.entries(files)) folder.write(`db/${name}`, text);
    },
  };
}
