/** The inputs of deploy-run, read once. */

import { readImageRepositories } from '../../src/container/image-repositories.ts';
import { readFreeze } from '../../src/freeze/freeze.ts';
import { parseServiceAccount } from '../../src/google/auth.ts';
import { isFilePath, type SecretFile, secretFileProblems } from '../../src/google/run/secret-files.ts';
import { readEntry } from '../../src/inputs/entries.ts';
import { envNameProblem } from '../../src/inputs/environment-names.ts';
import { readProvenanceInputs } from '../../src/inputs/provenance.ts';
import { parseSecretReference, type SecretReference } from '../../src/inputs/secret-reference.ts';
import { parseRegion, readHistoryInputs, readSharedInputs, type SharedInputs } from '../../src/inputs/shared.ts';
import { readExceptions } from '../../src/policy/judge-inputs.ts';
import { isReserved } from '../../src/records/annotations.ts';
import type { Context } from '../../src/runtime/context.ts';
import { InputError, type Problem } from '../../src/runtime/errors.ts';
import { type InputReader, variable } from '../../src/runtime/inputs.ts';
import { type AnalysisOptions, ERRORS } from './analysis/conditions.ts';
import { parseAnalysis, parseFalseAlarmRate } from './analysis/parse-conditions.ts';
import {
  parseCpu,
  parseIngress,
  parseMemory,
  parseNamedImage,
  parsePath,
  parseService,
  parseStatuses,
  parseSteps,
} from './input-formats.ts';
import { tagProblem } from './plan/names.ts';
import type {
  DeployInputs,
  DeployRequest,
  JobInputs,
  ProbeOptions,
  RolloutOptions,
  ServiceInputs,
  ServiceReference,
  ServiceSource,
  StepRequest,
} from './plan/request.ts';
import type { ServiceSettings } from './plan/settings/service-settings.ts';
import { GLOBAL } from './service/multi-region.ts';
import { ENTRY_ONLY, JOB_INHERITS, parseJobEntries, parseServiceEntries } from './services-input.ts';

export function readInputs(reader: InputReader, context: Pick<Context, 'github' | 'env' | 'clock'>): DeployInputs {
  const services = reader.text('services');
  const lists = { jobs: reader.text('jobs'), verify: reader.text('verify') };
  if (services === undefined && lists.jobs === undefined && lists.verify === undefined) return readOne(reader, context);
  const problems = new Map<string, Problem>();
  const add = (subject: string, message: string) => void problems.set(`${subject}: ${message}`, { subject, message });
  const read = <T>(input: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError)) add(`Input ${input}`, (error as Error).message);
      else for (const { subject, message } of error.problems) add(subject, message);
      return undefined;
    }
  };
  const several = read('services', () => (services === undefined ? [] : readServices(services, reader, context)));
  // Jobs without a service are deployed alone.
  const alone =
    services === undefined &&
    lists.verify === undefined &&
    OF_A_SERVICE.every((name) => !reader.given(name)) &&
    ['hold', 'release-hold'].every((name) => reader.text(name) !== 'true');
  const one = services === undefined && !alone ? read('service', () => readOne(reader, context)) : undefined;
  const first = one ?? several?.[0]?.inputs;
  const all = (['verify', 'jobs'] as const).flatMap((list) => {
    const text = lists[list];
    if (text === undefined) return [];
    if (first && (first.request.kind !== 'deploy' || first.request.preview))
      add(`Input ${list}`, 'goes with a deploy that moves traffic only.');
    return read(list, () => readJobs(list, text, first, context)) ?? [];
  });
  const probed = several && several.length > 0 ? several.map(({ inputs }) => inputs) : first ? [first] : [];
  if (
    all.some(({ list, when }) => list === 'verify' && when === 'before-traffic') &&
    probed.every(({ rollout }) => rollout.probe.kind === 'startup')
  )
    add(
      'Input verify',
      'needs a URL of the new revision, and with probe: startup it has none. Choose probe: http or grpc, or when: after-traffic.',
    );
  const late = all.find(({ when }) => when === 'after-traffic');
  if (first && first.rollout.held.length > 0 && late)
    add(
      `Input ${late.list}`,
      'with when: after-traffic does not go with steps that have times. Run the job in a step of its own.',
    );
  const base = alone && all[0] ? { ...all[0].inputs, request: { kind: 'jobs' } as const } : first;
  if (problems.size > 0 || !base) throw new InputError([...problems.values()]);
  return { ...base, services: several ?? [], jobs: all };
}

/** With none of them a step with `jobs` deploys the jobs alone. */
const OF_A_SERVICE = ['service', 'manifest', 'image', 'rollback-to', 'remove-tag'] as const;

const ENTRIES = { entryOnly: ENTRY_ONLY, lists: ['services', 'jobs', 'verify'] };

type Surroundings = Pick<Context, 'github' | 'env' | 'clock'>;

/** One set of inputs per entry of `services`: those of the step, with the entry's in their place. */
function readServices(text: string, reader: InputReader, context: Surroundings): ServiceInputs[] {
  const problems: Problem[] = [];
  for (const name of ENTRY_ONLY)
    if (reader.given(name))
      problems.push({
        subject: `Input ${name}`,
        message: 'does not go with services. Write it in the entry of its service.',
      });
  const inherited = Object.entries(context.env).filter(([key]) => !ENTRY_ONLY.some((name) => variable(name) === key));
  const read = (own: InputReader) => readOne(own, context);
  const entries = parseServiceEntries(text).flatMap((entry) => {
    const inputs = readEntry({ list: 'services', entry, inherited, ...ENTRIES, read }, problems);
    return inputs ? [{ inputs, name: entry.name, after: entry.after }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}

/** `first` are the inputs of the step, of which an entry without a manifest has all but its regions. */
function readJobs(
  list: JobInputs['list'],
  text: string,
  first: DeployInputs | undefined,
  context: Surroundings,
): JobInputs[] {
  const problems: Problem[] = [];
  const names = new Set([...JOB_INHERITS].map(variable));
  const inherited = Object.entries(context.env).filter(([key]) => !key.startsWith(variable('')) || names.has(key));
  const read = (own: InputReader) => readOne(own, context);
  const entries = parseJobEntries(text, list === 'verify' ? 'before-traffic' : undefined).flatMap((entry) => {
    const { source, label, when, onFailure } = entry;
    const common = { source, list, label, when, onFailure };
    if (source.kind !== 'manifest') {
      const regions = entry.values.get('region')?.split('\n').map(parseRegion) ?? first?.regions.slice(0, 1) ?? [];
      if (!first)
        problems.push({
          subject: `Input ${list}`,
          message: `${label} runs with what the step says of its services. Give services or service, or a manifest in this entry.`,
        });
      return first ? [{ ...common, inputs: { ...first, regions } }] : [];
    }
    const values = new Map([...entry.values, ['execute', String(entry.execute)] as const]);
    const inputs = readEntry({ list, entry: { ...entry, values }, inherited, ...ENTRIES, read }, problems);
    return inputs ? [{ ...common, inputs }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}

function readOne(reader: InputReader, context: Pick<Context, 'github' | 'env' | 'clock'>): DeployInputs {
  const shared = readSharedInputs(reader, context);
  const regions = reader.parseList('region', (text) => (text.trim() === GLOBAL ? GLOBAL : parseRegion(text)));
  if (regions.length === 0 && !reader.given('region'))
    reader.problem('region', 'is missing. Give one region per line.');
  if (new Set(regions).size < regions.length) reader.problem('region', 'names a region twice.');
  if (regions.includes(GLOBAL) && (regions.length > 1 || reader.given('manifest')))
    reader.problem(
      'region',
      'global means a multi-region service by its name, and stands alone. A manifest names its regions itself, in the annotation run.googleapis.com/regions.',
    );
  const all = readAll(reader, shared, context);
  reader.done();
  return { ...shared, regions, ...all, services: [], jobs: [] };
}

type OwnInputs = Omit<DeployInputs, keyof SharedInputs | 'regions' | 'services' | 'jobs'>;

function readAll(reader: InputReader, shared: SharedInputs, context: Pick<Context, 'github' | 'clock'>): OwnInputs {
  const service = reader.parse('service', parseService);
  const manifest = reader.text('manifest');
  const images = reader.parseList('image', parseNamedImage);
  const rollbackTo = reader.text('rollback-to');
  const removeTag = reader.text('remove-tag');
  const previewFailure = reader.text('preview-failure');
  const hold = reader.boolean('hold', 'false');
  const advance = reader.boolean('advance', 'false');
  const approved = reader.boolean('approved', 'false');
  const releaseHold = reader.boolean('release-hold', 'false');
  const substitutions = reader.map('substitutions');
  const onService = readServiceSource(reader, service ?? '');
  const deploy: DeployRequest = {
    source: manifest ? { from: 'manifest', file: manifest, substitutions } : onService,
    images,
    imageRepositories: readImageRepositories(
      reader,
      images.map(({ image }) => image),
    ),
    preview: reader.boolean('no-traffic', 'false'),
    tag: reader.text('tag'),
    allowUnauthenticated: reader.given('allow-unauthenticated')
      ? reader.boolean('allow-unauthenticated', 'false')
      : (reader.text('allow-unauthenticated') as undefined),
    policy: reader.oneOf('policy', ['enforce', 'warn'], 'enforce'),
    policyExceptions: readExceptions(reader),
    exceptions: reader.oneOf('exceptions', ['manifest', 'base'], 'manifest'),
    requiredChecks: reader.list('required-checks'),
    secretsLatest: reader.oneOf('secrets-latest', ['resolve', 'keep'], 'resolve'),
    execute: reader.boolean('execute', 'false'),
  };
  const rest = {
    rollout: readRollout(reader, shared),
    force: reader.boolean('force', 'false'),
    freeze: readFreeze(reader),
    releaseHold,
    reason: reader.text('reason'),
    deploymentEnvironment: reader.text('deployment-environment'),
    onUnknownCombination: reader.oneOf('on-unknown-combination', ['refuse', 'warn'], 'refuse'),
    ...readHistoryInputs(reader),
    provenance: readProvenanceInputs(reader, context),
  };
  const target: ServiceReference = manifest
    ? { from: 'manifest', file: manifest, substitutions }
    : { from: 'service', service: service ?? '' };
  const named = (request: StepRequest): OwnInputs => {
    if (!service && !manifest && !reader.given('service'))
      reader.problem('service', 'is missing. Give service, or manifest.');
    if (service && manifest) reader.problem('service', 'does not go with manifest, which names the service.');
    return { request, ...rest };
  };
  // These have a default, which the runner hands over as if it had been given.
  const chosen: Readonly<Record<string, boolean>> = {
    'no-traffic': deploy.preview,
    execute: deploy.execute,
    hold,
    advance,
    strategy: rest.rollout.steps.length > 1,
  };
  const refuseWith = (names: readonly string[], why: string) => {
    for (const name of names) if (chosen[name] ?? reader.given(name)) reader.problem(name, why);
  };
  if (approved && !advance) reader.problem('approved', 'goes with advance only.');
  if (advance) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY, 'rollback-to', 'remove-tag', 'preview-failure', 'hold', 'reason'],
      'does not go with advance, which carries out the plan that the canary began with.',
    );
    if (releaseHold) reader.problem('release-hold', 'does not go with advance. Release the hold in a step of its own.');
    return named({ kind: 'advance', target, approved, waits: reader.given('on-canary') });
  }
  if (rollbackTo) {
    refuseWith([...DEPLOY_ONLY, 'remove-tag', 'preview-failure', 'hold'], 'does not go with rollback-to.');
    if (rest.rollout.held.length > 0) reader.problem('steps', 'with times do not go with rollback-to.');
    if (releaseHold) reader.problem('release-hold', 'does not go with rollback-to, which sets the hold.');
    return named({ kind: 'rollback', target, to: rollbackTo });
  }
  if (previewFailure) {
    const others = DEPLOY_ONLY.filter((name) => name !== 'tag');
    refuseWith([...others, ...ROLLOUT_ONLY, 'remove-tag', 'hold', 'reason'], 'does not go with preview-failure.');
    if (!deploy.tag) reader.problem('preview-failure', 'needs tag, which names the preview.');
    return named({ kind: 'preview-failure', target, tag: deploy.tag ?? '', reason: previewFailure });
  }
  if (removeTag) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY, 'hold', 'reason'], 'does not go with remove-tag.');
    return named({ kind: 'remove-tag', target, tag: removeTag });
  }
  if (hold) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY], 'does not go with hold, which deploys nothing.');
    if (releaseHold) reader.problem('release-hold', 'does not go with hold. Release the hold that stands first.');
    return named({ kind: 'hold', target });
  }
  if (releaseHold && !manifest && images.length === 0) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY],
      'does not go with release-hold alone. Give image or manifest to deploy, too.',
    );
    return named({ kind: 'release-hold', target });
  }
  checkDeploy(reader, deploy, rest.rollout, service, manifest);
  return { request: { kind: 'deploy', ...deploy }, ...rest };
}

/** Settings of the service, with the names of gcloud's flags where these are not taken. */
const SETTINGS = [
  'port',
  'cpu',
  'memory',
  'min-instances',
  'max-instances',
  'concurrency',
  'runtime-service-account',
  'ingress',
] as const;

const DEPLOY_ONLY: readonly string[] = [
  'image',
  'image-repositories',
  'env',
  'secrets',
  'labels',
  ...SETTINGS,
  'tag',
  'no-traffic',
  'allow-unauthenticated',
  'required-checks',
  'policy-exceptions',
  'execute',
  'analysis',
];
const ROLLOUT_ONLY = ['strategy', 'steps', 'step-interval', 'probe-path', 'probe-status', 'probe-contains'];

function checkDeploy(
  reader: InputReader,
  deploy: DeployRequest,
  rollout: RolloutOptions,
  service: string | undefined,
  manifest: string | undefined,
): void {
  if (manifest) {
    for (const name of ['service', 'env', 'secrets', 'labels', ...SETTINGS])
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
  const secretFiles: SecretFile[] = [];
  for (const [name, value] of secrets) {
    try {
      const reference = parseSecretReference(value, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...reference });
      else parsed.set(name, reference);
    } catch (error) {
      reader.problem('secrets', `${name}: ${(error as Error).message}`);
    }
  }
  const env = reader.map('env');
  for (const name of env.keys())
    if (parsed.has(name)) reader.problem('secrets', `${name} is in env, too. Give it once.`);
  for (const problem of secretFileProblems(secretFiles)) reader.problem('secrets', problem);
  const names = [
    ...[...env.keys()].map((name) => ['env', name]),
    ...[...parsed.keys()].map((name) => ['secrets', name]),
  ];
  for (const [input = '', name = ''] of names) {
    const problem = envNameProblem(name, 'service');
    if (problem) reader.problem(input, problem);
  }
  return {
    from: 'service',
    service,
    env,
    secrets: parsed,
    secretFiles,
    labels: readLabels(reader),
    settings: readSettings(reader),
  };
}

/** Only their form is checked here: the limits are Cloud Run's, which judges the configuration before anything is changed. */
function readSettings(reader: InputReader): ServiceSettings {
  const count = (name: string, min: number) => reader.integer(name, undefined, { min, max: 2 ** 31 - 1 });
  const all = {
    port: reader.integer('port', undefined, { min: 1, max: 65_535 }),
    cpu: reader.parse('cpu', parseCpu),
    memory: reader.parse('memory', parseMemory),
    minInstances: count('min-instances', 0),
    maxInstances: count('max-instances', 1),
    concurrency: count('concurrency', 1),
    runtimeServiceAccount: reader.parse('runtime-service-account', parseServiceAccount),
    ingress: reader.parse('ingress', parseIngress),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function readLabels(reader: InputReader): ReadonlyMap<string, string> {
  const labels = reader.map('labels');
  for (const name of labels.keys())
    if (isReserved('labels', name))
      reader.problem('labels', `${name} is set by this action, which reads it as its own record. Remove it.`);
  return labels;
}

function readRollout(reader: InputReader, shared: SharedInputs): RolloutOptions {
  const strategy = reader.oneOf('strategy', ['direct', 'canary'], 'direct');
  const { steps, held } = reader.parse('steps', parseSteps) ?? { steps: [5, 25, 100], held: [] };
  const given = reader.duration('step-interval') ?? 60_000;
  const stepInterval = held.length > 0 ? Math.min(...held.slice(0, -1).map(({ ms }) => ms)) : given;
  if (held.length > 0 && reader.given('step-interval'))
    reader.problem('step-interval', 'does not go with steps that have times of their own.');
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
    held: strategy === 'direct' ? [] : held,
    onCanary: reader.oneOf('on-canary', ['wait', 'supersede']) ?? 'wait',
    overdueAfter: reader.duration('overdue-after', '1d'),
    probe,
    analysis: readAnalysis(reader, strategy),
    timeout: reader.duration('timeout', '10m'),
  };
}

function readAnalysis(reader: InputReader, strategy: 'direct' | 'canary'): AnalysisOptions {
  const given = reader.parse('analysis', parseAnalysis);
  const rest = {
    explicit: given !== undefined,
    onInconclusive: reader.oneOf('on-inconclusive', ['extend', 'restore', 'proceed'], 'extend'),
    falseAlarmRate: reader.parse('false-alarm-rate', parseFalseAlarmRate) ?? 0.01,
  };
  if (strategy === 'canary') return { ...rest, conditions: given ?? ERRORS };
  if (given && given.length > 0) reader.problem('analysis', 'goes with strategy: canary only.');
  return { ...rest, conditions: [] };
}
