/** The inputs of migrate, parsed once. */
import { resolve } from 'node:path';
import { type ImageDigest, parseImageDigest } from '../../src/container/image-reference.ts';
import { type ImageRepositories, readImageRepositories } from '../../src/container/image-repositories.ts';
import { readFreeze } from '../../src/freeze/freeze.ts';
import type { FreezeWindow } from '../../src/freeze/windows.ts';
import { parseServiceAccount } from '../../src/google/auth.ts';
import type { EnvVar } from '../../src/google/run/resources.ts';
import { isFilePath, type SecretFile, secretFileProblems } from '../../src/google/run/secret-files.ts';
import { blankHint, commaHint, commaMapHints } from '../../src/inputs/comma-lists.ts';
import { envNameProblem, secretNameProblem } from '../../src/inputs/environment-names.ts';
import { type ProvenanceInputs, readProvenanceInputs } from '../../src/inputs/provenance.ts';
import { isDirectory, isFile, readTextFile } from '../../src/inputs/read-file.ts';
import { parseSecretReference } from '../../src/inputs/secret-reference.ts';
import { readServiceNames } from '../../src/inputs/services.ts';
import { parseRegion, readGitHubToken, readSharedInputs, type SharedInputs } from '../../src/inputs/shared.ts';
import { type ManifestOrigin, readManifest } from '../../src/manifest/index.ts';
import { type JudgedInputs, readExceptions } from '../../src/policy/judge-inputs.ts';
import type { Context } from '../../src/runtime/context.ts';
import type { InputReader } from '../../src/runtime/inputs.ts';
import { listMigrationFolder } from './migrations/migration-files.ts';
import { type JobPolicy, judgeJobInputs } from './policy/judge-job.ts';

export interface MigrateInputs extends SharedInputs, JobPolicy {
  readonly image: ImageDigest;
  /** Allowed repositories of all images of the job; empty allows any. */
  readonly imageRepositories: ImageRepositories;
  readonly region: string;
  readonly mode: 'job' | 'docker';
  /** Short name; `''` if it is in the manifest. */
  readonly job: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly fromService: FromService | undefined;
  readonly manifest: SourceFile | undefined;
  /** Values for the names in the manifest, or in that of `from-service`. */
  readonly substitutions: ReadonlyMap<string, string>;
  readonly env: ReadonlyMap<string, string>;
  readonly secrets: readonly EnvVar[];
  /** Secrets that are mounted as files. */
  readonly secretFiles: readonly SecretFile[];
  readonly cloudsqlInstances: readonly string[];
  readonly runtimeServiceAccount: string | undefined;
  /** Milliseconds; undefined for that of the manifest. */
  readonly timeout: number | undefined;
  readonly statusArgs: readonly string[];
  /** Relative to the workspace. */
  readonly migrations: string | undefined;
  readonly contracting: boolean;
  /** Before traffic moves, or once the release of its commit has all traffic. The latter is contracting. */
  readonly when: 'before-traffic' | 'after-traffic';
  /** A canary of hours or days follows. */
  readonly beforeCanary: boolean;
  /** Full names of the services whose holds block the migration. */
  readonly services: readonly string[];
  readonly force: boolean;
  /** Times in which no migration runs. */
  readonly freeze: readonly FreezeWindow[];
  /** For migration files with a number below the version of the schema. */
  readonly outOfOrder: 'warn' | 'refuse' | 'allow';
  readonly cancelExecution: boolean;
  readonly provenance: ProvenanceInputs;
  readonly workspace: string;
  /** Notes of the policy about the inputs. */
  readonly judged: JudgedInputs;
}

/** A file of the workspace with its text. */
export interface SourceFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly text: string;
}

/** What `from-service` names: a live service, or a manifest of one. */
export type FromService = { readonly service: string } | SourceFile;

/** Inputs that only make sense for a Cloud Run job. */
const JOB_ONLY = [
  'job',
  'from-service',
  'manifest',
  'substitutions',
  'secrets',
  'cloudsql-instances',
  'runtime-service-account',
  'region',
] as const;

/** Inputs for settings that a manifest contains. */
const NOT_WITH_MANIFEST = [
  'command',
  'args',
  'from-service',
  'env',
  'secrets',
  'cloudsql-instances',
  'runtime-service-account',
] as const;

/** In mode docker, only a service that is named without a project needs one. */
const NO_PROJECT = 'unused';
const projectOf = ({ env }: Pick<Context, 'env'>) => env.GOOGLE_CLOUD_PROJECT;

/** https://cloud.google.com/run/docs/configuring/task-timeout */
const LONGEST_TIMEOUT = 7 * 86_400_000;

export function readInputs(reader: InputReader, context: Pick<Context, 'github' | 'env' | 'clock'>): MigrateInputs {
  const workspace = resolve(context.github.workspace || '.');
  const mode = reader.oneOf('mode', ['job', 'docker'], 'job');
  const image = reader.required('image') === '' ? undefined : reader.parse('image', parseImageDigest);
  const imageRepositories = readImageRepositories(reader, image ? [image] : []);
  const manifest = reader.parse('manifest', (text) => readSource(workspace, text));
  const fromService = reader.parse('from-service', (text) => parseFromService(workspace, text));
  const substitutions = reader.map('substitutions');
  const region = reader.parse('region', parseRegion);
  const job = reader.parse('job', parseJobName);
  const when = reader.oneOf('when', ['before-traffic', 'after-traffic'], 'before-traffic');
  const shared = readSharedInputs(
    reader,
    mode === 'docker'
      ? { ...context, env: { ...context.env, GOOGLE_CLOUD_PROJECT: projectOf(context) || NO_PROJECT } }
      : context,
  );
  const inputs: Omit<MigrateInputs, 'judged'> = {
    ...shared,
    image: image ?? { host: '', path: '', digest: '' },
    imageRepositories,
    region: region ?? '',
    mode,
    job: job ?? defaultJobName(fromService, { ...shared, region: region ?? '', substitutions }),
    command: reader.list('command'),
    args: reader.list('args'),
    fromService,
    manifest,
    substitutions,
    env: reader.map('env'),
    ...readSecrets(reader),
    cloudsqlInstances: reader.parseList('cloudsql-instances', parseInstance),
    runtimeServiceAccount: reader.parse('runtime-service-account', parseServiceAccount),
    timeout: reader.duration('timeout'),
    statusArgs: reader.list('status-args'),
    migrations: reader.parse('migrations', (text) => parseFolder(workspace, text)),
    when,
    contracting: reader.boolean('contracting', 'false') || when === 'after-traffic',
    beforeCanary: reader.boolean('before-canary', 'false'),
    services: readServiceNames(reader, {
      project: shared.project === NO_PROJECT ? undefined : shared.project,
      region,
      commit: shared.commit,
      workspace,
    }),
    force: reader.boolean('force', 'false'),
    freeze: readFreeze(reader),
    provenance: readProvenanceInputs(reader, context),
    outOfOrder: reader.oneOf('out-of-order', ['warn', 'refuse', 'allow'], 'warn'),
    cancelExecution: reader.boolean('cancel-execution', 'false'),
    workspace,
    policy: reader.oneOf('policy', ['enforce', 'warn'], 'enforce'),
    policyExceptions: readExceptions(reader),
    exceptions: reader.oneOf('exceptions', ['manifest', 'base'], 'manifest'),
    githubToken: readGitHubToken(reader),
  };
  checkTogether(reader, inputs);
  const hints = [
    ...(['command', 'args', 'status-args'] as const).flatMap((name) => {
      const list = reader.list(name);
      return commaHint(name, list) ?? blankHint(name, list) ?? [];
    }),
    ...commaMapHints('env', inputs.env),
  ];
  const judged =
    mode === 'job' ? judgeJobInputs(reader, inputs, context.clock.now()) : { exceptions: [], warnings: [] };
  reader.done();
  return { ...inputs, judged: { ...judged, warnings: [...hints, ...judged.warnings] } };
}

function checkTogether(reader: InputReader, inputs: Omit<MigrateInputs, 'judged'>): void {
  if (inputs.mode === 'docker') {
    for (const name of JOB_ONLY)
      if (reader.given(name))
        reader.problem(
          name,
          'is only allowed with mode: job. With mode: docker, pass what the program needs in env, for instance from secrets of the workflow.',
        );
  } else {
    if (!reader.given('region'))
      reader.problem('region', 'is missing. Set the region of the job, for instance europe-west1.');
    if (!reader.given('job') && !inputs.manifest) checkDefaultName(reader, inputs.job);
    if (reader.given('substitutions') && !inputs.manifest && !(inputs.fromService && 'file' in inputs.fromService))
      reader.problem('substitutions', 'is only allowed with manifest, or with the path of a manifest in from-service.');
  }
  if (inputs.when === 'after-traffic') checkAfterTraffic(reader, inputs);
  if (inputs.manifest)
    for (const name of NOT_WITH_MANIFEST)
      if (reader.given(name))
        reader.problem(name, 'cannot be combined with manifest, which contains it. Remove one of the two.');
  for (const name of inputs.env.keys()) {
    const problem = envNameProblem(name, 'job');
    if (problem) reader.problem('env', problem);
  }
  for (const { name } of inputs.secrets)
    if (name && inputs.env.has(name)) reader.problem('env', `${name} is also given in secrets. Remove one of the two.`);
  const { timeout } = inputs;
  if (timeout !== undefined && (timeout < 1000 || timeout > LONGEST_TIMEOUT))
    reader.problem('timeout', 'must be from 1s to 7d, the limit of Cloud Run for a task.');
}

function checkDefaultName(reader: InputReader, job: string): void {
  if (job === '') reader.problem('job', 'is missing. Set the name of the Cloud Run job, or a manifest.');
  else if (!RESOURCE_NAME.test(job))
    reader.problem('job', `"${job}", its default, has more than 49 characters. Set a shorter name.`);
}

/** `when: after-traffic` requires `services`, and `mode: job`, since rollbacks read the record of the job. */
function checkAfterTraffic(reader: InputReader, { mode, beforeCanary }: Omit<MigrateInputs, 'judged'>): void {
  if (mode === 'docker')
    reader.problem(
      'when',
      'after-traffic requires mode: job. mode: docker records nothing, so a rollback to incompatible code could not be refused.',
    );
  if (!reader.given('services'))
    reader.problem(
      'services',
      'is missing. With when: after-traffic, name the services whose release must have all traffic.',
    );
  if (beforeCanary)
    reader.problem(
      'when',
      'after-traffic cannot be combined with a canary of hours or days: old revisions serve until it has all traffic. Put the migration into a later commit, which deploys without timed steps.',
    );
}

/** The name of the service in `from-service`, or in its manifest, with `-migrate`; `''` without one. */
function defaultJobName(from: FromService | undefined, place: ManifestPlace): string {
  if (!from) return '';
  if ('service' in from) return `${from.service}-migrate`;
  try {
    return `${readManifest(manifestOrigin(from, place)).name}-migrate`;
  } catch {
    // The step reads it again later and reports its problems.
    return 'unknown';
  }
}

type ManifestPlace = Pick<MigrateInputs, 'project' | 'region' | 'commit' | 'substitutions'>;

/** The arguments of `readManifest` for a file. */
export const manifestOrigin = (
  { file, text }: SourceFile,
  { project, region, commit, substitutions }: ManifestPlace,
): ManifestOrigin => ({
  file,
  text,
  project,
  region,
  substitutions: new Map([['PROJECT', project], ['REGION', region], ['COMMIT', commit], ...substitutions]),
});

/**
 * The name of a job or service (https://cloud.google.com/run/docs/create-jobs): begins with a letter, at most 49 characters, which leaves
 * room for the names of executions and revisions.
 */
const RESOURCE_NAME = /^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/;

function parseJobName(text: string): string {
  const value = text.trim();
  if (RESOURCE_NAME.test(value)) return value;
  throw new Error(`"${text}" is not the name of a job. Write at most 49 lower-case letters, digits and hyphens.`);
}

function readSource(workspace: string, text: string): SourceFile {
  const file = text.trim();
  const path = resolve(workspace, file);
  if (!isFile(path)) throw new Error(`there is no file "${file}". Set its path from the root of the repository.`);
  return { file, text: readTextFile(path) };
}

function parseFromService(workspace: string, text: string): FromService {
  const value = text.trim();
  if (/\.ya?ml$/.test(value)) return readSource(workspace, value);
  if (RESOURCE_NAME.test(value)) return { service: value };
  throw new Error(`"${text}" is neither the name of a service nor the path of a .yaml file.`);
}

function parseFolder(workspace: string, text: string): string {
  const folder = text.trim();
  if (!isDirectory(resolve(workspace, folder)))
    throw new Error(`there is no folder "${folder}". Set its path from the root of the repository.`);
  // Reports an unsuitable folder before anything runs. The files are read once the version of the schema is known.
  listMigrationFolder(workspace, folder);
  return folder;
}

function parseInstance(text: string): string {
  if (/^[a-z0-9.:-]+:[a-z0-9-]+:[a-z0-9-]+$/.test(text)) return text;
  throw new Error(`"${text}" is not an instance. Write PROJECT:REGION:INSTANCE.`);
}

function readSecrets(reader: InputReader): Pick<MigrateInputs, 'secrets' | 'secretFiles'> {
  const secrets: EnvVar[] = [];
  const secretFiles: SecretFile[] = [];
  for (const [name, reference] of reader.map('secrets')) {
    const problem = isFilePath(name) ? undefined : secretNameProblem(name, 'job');
    if (problem) reader.problem('secrets', problem);
    try {
      const secret = parseSecretReference(reference, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...secret });
      else secrets.push({ name, valueSource: { secretKeyRef: secret } });
    } catch (error) {
      reader.problem('secrets', `${name}: ${(error as Error).message}`);
    }
  }
  for (const problem of secretFileProblems(secretFiles)) reader.problem('secrets', problem);
  return { secrets, secretFiles };
}
