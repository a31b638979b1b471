/** The inputs of deploy-run, read once. */

import { readImageRepositories } from '../../src/container/image-repositories.ts';
import { readFreeze } from '../../src/freeze/freeze.ts';
import { readProvenanceInputs } from '../../src/inputs/provenance.ts';
import { parseRegion, readHistoryInputs, readSharedInputs, type SharedInputs } from '../../src/inputs/shared.ts';
import { readExceptions } from '../../src/policy/judge-inputs.ts';
import type { Context } from '../../src/runtime/context.ts';
import { InputError, type Problem } from '../../src/runtime/errors.ts';
import type { InputReader } from '../../src/runtime/inputs.ts';
import { parseApproval, parseNamedImage, parseService } from './inputs/formats.ts';
import { readJobs, readServices } from './inputs/lists.ts';
import { readRollout } from './inputs/rollout.ts';
import { readServiceSource, SETTINGS } from './inputs/service-source.ts';
import { tagProblem } from './plan/names.ts';
import type { DeployInputs, DeployRequest, RolloutOptions, ServiceReference, StepRequest } from './plan/request.ts';
import { GLOBAL } from './service/multi-region.ts';

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
  const several = read('services', () =>
    services === undefined ? [] : readServices(services, reader, context, readOne),
  );
  // Jobs without a service are deployed alone.
  const alone =
    services === undefined &&
    lists.verify === undefined &&
    OF_A_SERVICE.every((name) => !reader.given(name)) &&
    ['hold', 'release-hold'].every((name) => reader.text(name)?.toLowerCase() !== 'true');
  const one = services === undefined && !alone ? read('service', () => readOne(reader, context)) : undefined;
  const first = one ?? several?.[0]?.inputs;
  const all = (['verify', 'jobs'] as const).flatMap((list) => {
    const text = lists[list];
    if (text === undefined) return [];
    if (first && (first.request.kind !== 'deploy' || first.request.preview))
      add(`Input ${list}`, 'is only allowed with a deploy that moves traffic.');
    return read(list, () => readJobs(list, text, first, context, readOne)) ?? [];
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
  const base = alone && all[0] ? { ...all[0].inputs, request: { kind: 'jobs' } as const } : first;
  if (problems.size > 0 || !base) throw new InputError([...problems.values()]);
  return { ...base, services: several ?? [], jobs: all };
}

/** With none of them a step with `jobs` deploys the jobs alone. */
const OF_A_SERVICE = ['service', 'manifest', 'image', 'rollback-to', 'remove-tag'] as const;

function readOne(reader: InputReader, context: Pick<Context, 'github' | 'env' | 'clock'>): DeployInputs {
  const shared = readSharedInputs(reader, context);
  const regions = reader.parseList('region', (text) => (text.trim() === GLOBAL ? GLOBAL : parseRegion(text)));
  if (regions.length === 0 && !reader.given('region')) reader.problem('region', 'is missing. Set one region per line.');
  if (new Set(regions).size < regions.length) reader.problem('region', 'names a region twice.');
  if (regions.includes(GLOBAL) && (regions.length > 1 || reader.given('manifest')))
    reader.problem(
      'region',
      'global selects a multi-region service by its name, without other regions. A manifest names its regions itself, in the annotation run.googleapis.com/regions.',
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
  const removeTags = reader.list('remove-tag');
  const previewFailure = reader.text('preview-failure');
  const hold = reader.boolean('hold', 'false');
  const advance = reader.boolean('advance', 'false');
  const approved = reader.parse('approved', parseApproval, 'false') ?? new Set<string>();
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
    previewComment: reader.boolean('preview-comment', 'true'),
    onUnknownCombination: reader.oneOf('on-unknown-combination', ['refuse', 'warn'], 'refuse'),
    ...readHistoryInputs(reader),
    provenance: readProvenanceInputs(reader, context),
  };
  const target: ServiceReference = manifest
    ? { from: 'manifest', file: manifest, substitutions }
    : { from: 'service', service: service ?? '' };
  const named = (request: StepRequest): OwnInputs => {
    if (!service && !manifest && !reader.given('service'))
      reader.problem('service', 'is missing. Set service or manifest.');
    if (service && manifest) reader.problem('service', 'cannot be combined with manifest, which names the service.');
    return { request, ...rest };
  };
  // These have a default, which the runner passes like a given value.
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
  if ((approved === 'all' || approved.size > 0) && !advance)
    reader.problem('approved', 'is only allowed with advance.');
  if (advance) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY, 'rollback-to', 'remove-tag', 'preview-failure', 'hold', 'reason'],
      'cannot be combined with advance, which executes the recorded plan of the canary.',
    );
    if (releaseHold)
      reader.problem('release-hold', 'cannot be combined with advance. Release the hold in a step of its own.');
    return named({ kind: 'advance', target, approved, waits: reader.given('on-canary') });
  }
  if (rollbackTo) {
    refuseWith([...DEPLOY_ONLY, 'remove-tag', 'preview-failure', 'hold'], 'cannot be combined with rollback-to.');
    if (rest.rollout.held.length > 0) reader.problem('steps', 'with times cannot be combined with rollback-to.');
    if (releaseHold) reader.problem('release-hold', 'cannot be combined with rollback-to, which sets the hold.');
    return named({ kind: 'rollback', target, to: rollbackTo });
  }
  if (previewFailure) {
    const others = DEPLOY_ONLY.filter((name) => name !== 'tag');
    refuseWith(
      [...others, ...ROLLOUT_ONLY, 'remove-tag', 'hold', 'reason'],
      'cannot be combined with preview-failure.',
    );
    if (!deploy.tag) reader.problem('preview-failure', 'needs tag, which names the preview.');
    return named({ kind: 'preview-failure', target, tag: deploy.tag ?? '', reason: previewFailure });
  }
  if (removeTags.length > 0) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY, 'hold', 'reason'], 'cannot be combined with remove-tag.');
    return named({ kind: 'remove-tag', target, tags: removeTags });
  }
  if (hold) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY], 'cannot be combined with hold, which deploys nothing.');
    if (releaseHold) reader.problem('release-hold', 'cannot be combined with hold. Release the existing hold first.');
    return named({ kind: 'hold', target });
  }
  if (releaseHold && !manifest && images.length === 0) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY],
      'cannot be combined with release-hold alone. To deploy too, set image or manifest.',
    );
    return named({ kind: 'release-hold', target });
  }
  checkDeploy(reader, deploy, rest.rollout, service, manifest);
  return { request: { kind: 'deploy', ...deploy }, ...rest };
}

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
          'cannot be combined with manifest. Write it in the manifest; a value can come through substitutions.',
        );
  } else {
    if (!service && !reader.given('service'))
      reader.problem('service', 'is missing. Set manifest, or service and image.');
    if (service && deploy.images.length === 0 && !reader.given('image'))
      reader.problem(
        'image',
        'is missing. Set manifest, or service and image. If it comes from another job: GitHub passes an output with a masked value, such as the project id, as empty. Pass the digest, and write NAME@DIGEST.',
      );
    if (reader.given('substitutions')) reader.problem('substitutions', 'is only allowed with manifest.');
    if (deploy.execute) reader.problem('execute', 'is only allowed with a manifest of kind Job.');
  }
  const containers = deploy.images.map(({ container }) => container ?? '');
  if (new Set(containers).size < containers.length) reader.problem('image', 'names a container twice.');
  if (deploy.preview && !deploy.tag)
    reader.problem('no-traffic', 'needs tag: without traffic, only the URL of a tag reaches the revision.');
  if (deploy.preview && rollout.steps.length > 1) reader.problem('strategy', 'cannot be combined with no-traffic.');
  const problem = deploy.tag && tagProblem(service ?? '', deploy.tag);
  if (problem) reader.problem('tag', problem);
}
