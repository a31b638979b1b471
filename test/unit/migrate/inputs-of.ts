/** Inputs of migrate for tests: the defaults, and what a case is about. */
import type { MigrateInputs } from '../../../actions/migrate/inputs.ts';

export const DIGEST = `sha256:${'d'.repeat(64)}`;

export const anInput = (about: Partial<MigrateInputs> = {}): MigrateInputs => ({
  auth: { workloadIdentityProvider: undefined, serviceAccount: undefined },
  project: 'acme',
  commit: 'c'.repeat(40),
  dryRun: false,
  image: { host: 'us-central1-docker.pkg.dev', path: 'acme/apps/server', digest: DIGEST },
  imageRepositories: [],
  region: 'us-central1',
  mode: 'job',
  job: 'migrate',
  command: [],
  args: ['migrate'],
  fromService: undefined,
  manifest: undefined,
  env: new Map(),
  secrets: [],
  secretFiles: [],
  cloudsqlInstances: [],
  runtimeServiceAccount: undefined,
  timeout: undefined,
  statusArgs: [],
  migrations: undefined,
  contracting: false,
  services: [],
  force: false,
  outOfOrder: 'warn',
  cancelExecution: false,
  workspace: '/workspace',
  policy: 'enforce',
  policyExceptions: [],
  judged: { exceptions: [], warnings: [] },
  ...about,
});
