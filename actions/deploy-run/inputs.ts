/** The inputs of deploy-run, read once. */
import { parseServiceAccount } from '../../src/auth.ts';
import type { Context } from '../../src/context.ts';
import { type ImageDigest, parseImageDigest } from '../../src/image-reference.ts';
import type { InputReader } from '../../src/inputs.ts';
import { parseList } from '../../src/lists.ts';
import { parseRegion, readSharedInputs, type SharedInputs } from '../../src/shared-inputs.ts';
import { serviceProblem, tagProblem } from './names.ts';

export interface Inputs extends SharedInputs {
  /** At least one, in the order in which they are deployed. */
  readonly regions: readonly string[];
  readonly task: Task;
  readonly rollout: RolloutOptions;
  readonly force: boolean;
  readonly releaseHold: boolean;
  readonly reason: string | undefined;
  readonly githubToken: string | undefined;
}

/** What the step is to do. */
export type Task =
  | ({ readonly kind: 'deploy' } & DeployTask)
  | { readonly kind: 'rollback'; readonly target: Target; readonly to: string }
  | { readonly kind: 'remove-tag'; readonly target: Target; readonly tag: string }
  | { readonly kind: 'release-hold'; readonly target: Target };

/** Which service is meant: by its name, or by its manifest, of which then only kind and name count. */
export type Target = ManifestSource | { readonly from: 'service'; readonly service: string };

export interface DeployTask {
  readonly source: ManifestSource | ServiceSource;
  readonly images: readonly NamedImage[];
  readonly preview: boolean;
  /** A tag that stays on the new revision. */
  readonly tag: string | undefined;
  /** Undefined leaves access as it is. */
  readonly allowUnauthenticated: boolean | undefined;
  readonly policy: 'enforce' | 'warn';
  readonly requiredChecks: readonly string[];
  readonly secretsLatest: 'resolve' | 'keep';
  /** A Job from a manifest is run once it is deployed. */
  readonly execute: boolean;
}

export interface ManifestSource {
  readonly from: 'manifest';
  readonly file: string;
  readonly substitutions: ReadonlyMap<string, string>;
}

export interface ServiceSource {
  readonly from: 'service';
  readonly service: string;
  readonly env: ReadonlyMap<string, string>;
  readonly secrets: ReadonlyMap<string, SecretReference>;
  readonly labels: ReadonlyMap<string, string>;
}

/** An image for the container of that name, or for the one that takes requests. */
export interface NamedImage {
  readonly container: string | undefined;
  readonly image: ImageDigest;
}

export interface SecretReference {
  /** Short name or `projects/P/secrets/S`. */
  readonly secret: string;
  readonly version: string;
}

export interface RolloutOptions {
  /** Percentages, ascending, ending at 100. */
  readonly steps: readonly number[];
  readonly stepInterval: number;
  readonly probe: ProbeOptions;
  /** Milliseconds for a revision to become ready, and for traffic to take effect. */
  readonly timeout: number;
}

export interface ProbeOptions {
  readonly kind: 'http' | 'grpc' | 'startup';
  /** Undefined: the path of the container's startup probe, else `/`. */
  readonly path: string | undefined;
  readonly statuses: readonly StatusRange[];
  readonly passes: number;
  readonly interval: number;
  readonly timeout: number;
  readonly contains: string | undefined;
  readonly account: string | undefined;
  /** Inputs of the probe that were given, for what cannot be probed. */
  readonly given: readonly string[];
}

export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

export function readInputs(reader: InputReader, context: Pick<Context, 'github' | 'env'>): Inputs {
  const shared = readSharedInputs(reader, context);
  const regions = reader.parseList('region', parseRegion);
  if (regions.length === 0 && !reader.given('region'))
    reader.problem('region', 'is missing. Give one region, or one a line.');
  if (new Set(regions).size < regions.length) reader.problem('region', 'names a region twice.');
  const all = readAll(reader, shared);
  reader.done();
  return { ...shared, regions, ...all };
}

function readAll(reader: InputReader, shared: SharedInputs): Omit<Inputs, keyof SharedInputs | 'regions'> {
  const service = reader.parse('service', parseService);
  const manifest = reader.text('manifest');
  const images = reader.parseList('image', parseNamedImage);
  const rollbackTo = reader.text('rollback-to');
  const removeTag = reader.text('remove-tag');
  const releaseHold = reader.boolean('release-hold', 'false');
  const substitutions = reader.map('substitutions');
  const onService = readServiceSource(reader, service ?? '');
  const deploy: DeployTask = {
    source: manifest ? { from: 'manifest', file: manifest, substitutions } : onService,
    images,
    preview: reader.boolean('no-traffic', 'false'),
    tag: reader.text('tag'),
    allowUnauthenticated: reader.given('allow-unauthenticated')
      ? reader.boolean('allow-unauthenticated', 'false')
      : (reader.text('allow-unauthenticated') as undefined),
    policy: reader.oneOf('policy', ['enforce', 'warn'], 'enforce'),
    requiredChecks: reader.list('required-checks'),
    secretsLatest: reader.oneOf('secrets-latest', ['resolve', 'keep'], 'resolve'),
    execute: reader.boolean('execute', 'false'),
  };
  const rest = {
    rollout: readRollout(reader, shared),
    force: reader.boolean('force', 'false'),
    releaseHold,
    reason: reader.text('reason'),
    githubToken: reader.parse('github-token', expanded, GITHUB_TOKEN),
  };
  const target: Target = manifest
    ? { from: 'manifest', file: manifest, substitutions }
    : { from: 'service', service: service ?? '' };
  const named = (task: Task): Omit<Inputs, keyof SharedInputs | 'regions'> => {
    if (!service && !manifest && !reader.given('service'))
      reader.problem('service', 'is missing. Give service, or manifest.');
    if (service && manifest) reader.problem('service', 'does not go with manifest, which names the service.');
    return { task, ...rest };
  };
  // These have a default, which the runner hands over as if it had been given.
  const chosen: Readonly<Record<string, boolean>> = {
    'no-traffic': deploy.preview,
    execute: deploy.execute,
    strategy: rest.rollout.steps.length > 1,
  };
  const refuseWith = (names: readonly string[], why: string) => {
    for (const name of names) if (chosen[name] ?? reader.given(name)) reader.problem(name, why);
  };
  if (rollbackTo) {
    refuseWith([...DEPLOY_ONLY, 'remove-tag'], 'does not go with rollback-to.');
    if (releaseHold) reader.problem('release-hold', 'does not go with rollback-to, which sets the hold.');
    return named({ kind: 'rollback', target, to: rollbackTo });
  }
  if (removeTag) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY, 'reason'], 'does not go with remove-tag.');
    return named({ kind: 'remove-tag', target, tag: removeTag });
  }
  if (releaseHold && !manifest && images.length === 0) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY],
      'does not go with release-hold alone. Give image or manifest to deploy, too.',
    );
    return named({ kind: 'release-hold', target });
  }
  checkDeploy(reader, deploy, rest.rollout, service, manifest);
  return { task: { kind: 'deploy', ...deploy }, ...rest };
}

const DEPLOY_ONLY = [
  'image',
  'env',
  'secrets',
  'labels',
  'tag',
  'no-traffic',
  'allow-unauthenticated',
  'required-checks',
  'execute',
];
const ROLLOUT_ONLY = ['strategy', 'steps', 'step-interval', 'probe-path', 'probe-status', 'probe-contains'];

/** The manifest's default, which the runner expands before it hands the input over. */
const GITHUB_TOKEN = '${{ github.token }}';
const expanded = (text: string): string | undefined => (text.trim() === GITHUB_TOKEN ? undefined : text.trim());

function checkDeploy(
  reader: InputReader,
  deploy: DeployTask,
  rollout: RolloutOptions,
  service: string | undefined,
  manifest: string | undefined,
): void {
  if (manifest) {
    for (const name of ['service', 'env', 'secrets', 'labels'] as const)
      if (reader.given(name))
        reader.problem(
          name,
          'does not go with manifest. Write it in the manifest; a value can come through substitutions.',
        );
  } else {
    if (!service && !reader.given('service'))
      reader.problem('service', 'is missing. Give manifest, or service and image.');
    if (service && deploy.images.length === 0 && !reader.given('image'))
      reader.problem('image', 'is missing. Give manifest, or service and image.');
    if (reader.given('substitutions')) reader.problem('substitutions', 'goes with manifest only.');
    if (deploy.execute) reader.problem('execute', 'goes with a manifest of kind Job only.');
  }
  const containers = deploy.images.map(({ container }) => container ?? '');
  if (new Set(containers).size < containers.length) reader.problem('image', 'names a container twice.');
  if (deploy.preview && !deploy.tag) reader.problem('no-traffic', 'needs tag: nothing else would reach the revision.');
  if (deploy.preview && rollout.steps.length > 1) reader.problem('strategy', 'does not go with no-traffic.');
  const problem = deploy.tag && tagProblem(service ?? '', deploy.tag);
  if (problem) reader.problem('tag', problem);
}

function readServiceSource(reader: InputReader, service: string): ServiceSource {
  const secrets = reader.map('secrets');
  const parsed = new Map<string, SecretReference>();
  for (const [name, value] of secrets) {
    try {
      parsed.set(name, parseSecret(value));
    } catch (error) {
      reader.problem('secrets', `${name}: ${(error as Error).message}`);
    }
  }
  const env = reader.map('env');
  for (const name of env.keys())
    if (parsed.has(name)) reader.problem('secrets', `${name} is in env, too. Give it once.`);
  return { from: 'service', service, env, secrets: parsed, labels: reader.map('labels') };
}

function readRollout(reader: InputReader, shared: SharedInputs): RolloutOptions {
  const strategy = reader.oneOf('strategy', ['direct', 'canary'], 'direct');
  const steps = reader.parse('steps', parseSteps) ?? [5, 25, 100];
  const stepInterval = reader.duration('step-interval') ?? 60_000;
  if (strategy === 'direct')
    for (const name of ['steps', 'step-interval'])
      if (reader.given(name)) reader.problem(name, 'goes with strategy: canary only.');
  const kind = reader.oneOf('probe', ['http', 'grpc', 'startup'], 'http');
  const probe: ProbeOptions = {
    kind,
    path: reader.parse('probe-path', parsePath),
    statuses: reader.parse('probe-status', parseStatuses) ?? [{ from: 200, to: 200 }],
    passes: reader.integer('probe-passes', '3', { min: 1, max: 100 }),
    interval: reader.duration('probe-interval', '1s'),
    timeout: reader.duration('probe-timeout', '60s'),
    contains: reader.text('probe-contains'),
    account: reader.parse('probe-service-account', parseServiceAccount) ?? shared.auth.serviceAccount,
    given: ['probe-path', 'probe-status', 'probe-contains'].filter((name) => reader.given(name)),
  };
  if (kind !== 'http')
    for (const name of ['probe-path', 'probe-status', 'probe-contains'])
      if (reader.given(name)) reader.problem(name, 'goes with probe: http only.');
  return {
    steps: strategy === 'direct' ? [100] : steps,
    stepInterval,
    probe,
    timeout: reader.duration('timeout', '10m'),
  };
}

function parseService(text: string): string {
  const value = text.trim();
  const problem = serviceProblem(value);
  if (problem) throw new Error(problem);
  return value;
}

/** `IMAGE@sha256:…`, or `CONTAINER=IMAGE@sha256:…`. */
export function parseNamedImage(text: string): NamedImage {
  const match = /^([a-z0-9-]+)=(.*)$/.exec(text.trim());
  return { container: match?.[1], image: parseImageDigest(match?.[2] ?? text) };
}

/** `secret:version`, the version `latest` if there is none. */
export function parseSecret(text: string): SecretReference {
  const match = /^((?:projects\/[^/:]+\/secrets\/)?[A-Za-z0-9_-]{1,255})(?::([A-Za-z0-9_-]+))?$/.exec(text.trim());
  if (match?.[1]) return { secret: match[1], version: match[2] ?? 'latest' };
  throw new Error(
    `this is not a secret's name. Write ENV=SECRET:VERSION, for instance DATABASE_URL=database-url:latest.`,
  );
}

/** `5,25,100`, or one a line. */
export function parseSteps(text: string): number[] {
  const items = parseList(text.replaceAll(',', '\n'));
  const steps = items.map(Number);
  const bad = items.find(
    (_, i) => !Number.isInteger(steps[i]) || (steps[i] as number) < 1 || (steps[i] as number) > 100,
  );
  if (bad !== undefined)
    throw new Error(`"${bad}" is not a percentage. Write whole numbers from 1 to 100, for instance 5,25,100.`);
  if (steps.some((step, i) => i > 0 && step <= (steps[i - 1] as number)))
    throw new Error(`"${items.join(',')}" does not rise. Each step must be larger than the one before.`);
  if (steps.at(-1) !== 100) throw new Error(`"${items.join(',')}" does not end at 100.`);
  return steps;
}

/** `200`, `200-299`, `200,204`. */
export function parseStatuses(text: string): StatusRange[] {
  return parseList(text.replaceAll(',', '\n')).map((item) => {
    const match = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replaceAll(' ', ''));
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || from > to)
      throw new Error(`"${item}" is not an HTTP status. Write for instance 200, 200-299 or 200,204.`);
    return { from, to };
  });
}

function parsePath(text: string): string {
  const value = text.trim();
  if (value.startsWith('/') && !/\s/.test(value)) return value;
  throw new Error(`"${text}" is not a path. Write for instance /health.`);
}
