/** What each rule of the policy wants. A rule is a pure function from a resource to what is wrong with it. */
import type { Container, Service } from '../../../src/google/run/resources.ts';
import { containersOf, containersPath, ingressIndex, type Path } from '../../../src/manifest/index.ts';
import { findSecretInWords, looksLikeSecret } from '../../../src/policy/secrets/secret-shape.ts';
import { publicDatabases } from './public-databases.ts';
import type { PolicyFacts, PolicyFinding, PolicyRule, PolicySubject } from './types.ts';

interface RuleDefinition {
  /** In words, for the documentation. */
  readonly wants: string;
  /** False if an annotation cannot make an exception. */
  readonly excusable: boolean;
  judge(subject: PolicySubject, facts: PolicyFacts): PolicyFinding[];
}

export const RULES: Readonly<Record<PolicyRule, RuleDefinition>> = {
  'no-latest': {
    wants: 'No container image by the tag latest, written or implied.',
    excusable: true,
    judge: (subject) =>
      forImages(subject, (image) => (isLatest(image) ? 'can be another image at any moment' : undefined)),
  },
  'digest-only': {
    wants: 'Every container image by its digest.',
    excusable: true,
    judge: (subject) =>
      forImages(subject, (image) =>
        image.includes('@sha256:') || isLatest(image) ? undefined : 'is a tag, and a tag can be moved',
      ),
  },
  'startup-probe': {
    wants: 'An HTTP or gRPC startup probe on the container of a Service that takes requests.',
    excusable: true,
    judge: judgeStartupProbe,
  },
  'no-plain-secrets': {
    wants: 'No secret as a plain value in the environment or the command, by name and by shape.',
    excusable: true,
    judge: judgePlainSecrets,
  },
  'no-public-database': {
    wants: 'No database behind a public URL, and none reached over a public IP address.',
    excusable: true,
    judge: publicDatabases,
  },
  'min-instances': {
    wants: 'In production at least one instance that is always there.',
    excusable: true,
    judge: judgeMinInstances,
  },
  'no-health-check-disabled': {
    wants: 'The health check of a deploy stays on.',
    excusable: true,
    judge: ({ kind, resource }) =>
      kind === 'Service' && resource.template?.healthCheckDisabled === true
        ? [
            {
              message:
                'The deploy-time health check is disabled, so a revision would count as ready without being probed. Remove run.googleapis.com/health-check-disabled.',
              path: ['template', 'healthCheckDisabled'],
            },
          ]
        : [],
  },
  'required-checks': {
    wants: 'Every check of the input required-checks has succeeded on the commit.',
    excusable: false,
    judge: (_, { checks = [] }) =>
      checks
        .filter(({ outcome }) => outcome !== 'success')
        .map(({ name, outcome }) => ({
          message: `The check "${name}" ${outcomeWords(outcome)}. It has to succeed on this commit before it is deployed.`,
        })),
  },
};

const outcomeWords = (outcome: string): string =>
  outcome === 'missing'
    ? 'does not exist on this commit'
    : outcome === 'pending'
      ? 'has not ended yet'
      : `ended with "${outcome}"`;

function forContainers(
  subject: PolicySubject,
  find: (container: Container, path: Path) => PolicyFinding[],
): PolicyFinding[] {
  return containersOf(subject.resource).flatMap((container, i) =>
    find(container, [...containersPath(subject.kind), i]),
  );
}

/** `judge` completes the sentence `The image X of container Y …`. */
function forImages(subject: PolicySubject, judge: (image: string) => string | undefined): PolicyFinding[] {
  return forContainers(subject, ({ name, image }, path) => {
    if (image === undefined) return [];
    const wrong = judge(image);
    const whose = name === undefined ? '' : ` of the container ${name}`;
    const message = `The image ${image}${whose} ${wrong}. Name it by its digest: NAME@sha256:…, which is the output "image" of build-image.`;
    return wrong === undefined ? [] : [{ message, path: [...path, 'image'] }];
  });
}

/** By tag or without any; with a digest the tag says nothing. */
function isLatest(image: string): boolean {
  if (image.includes('@')) return false;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}

function judgeStartupProbe({ kind, resource }: PolicySubject): PolicyFinding[] {
  if (kind !== 'Service') return [];
  const containers = containersOf(resource);
  const index = Math.max(0, ingressIndex(containers));
  const probe = containers[index]?.startupProbe;
  if (probe?.httpGet || probe?.grpc) return [];
  const path: Path = ['template', 'containers', index, ...(probe ? ['startupProbe'] : [])];
  const has = probe?.tcpSocket
    ? 'only a TCP startup probe, which passes as soon as the port is open'
    : 'no startup probe';
  return [
    { message: `The container that takes requests has ${has}. Give it a startupProbe with httpGet or grpc.`, path },
  ];
}

function judgePlainSecrets(subject: PolicySubject): PolicyFinding[] {
  return forContainers(subject, ({ env = [], command = [], args = [] }, path) => [
    ...env.flatMap(({ name = '', value }, i): PolicyFinding[] => {
      const reason = value === undefined ? undefined : looksLikeSecret(name, value);
      if (reason === undefined) return [];
      const message = `The variable ${name} looks like a secret (${reason}). Put it into Secret Manager, and refer to it with valueFrom.secretKeyRef.`;
      return [{ message, path: [...path, 'env', i, 'value'] }];
    }),
    ...Object.entries({ command, args }).flatMap(([field, words]): PolicyFinding[] => {
      const reason = findSecretInWords(words)?.reason;
      if (reason === undefined) return [];
      const message = `One of the ${field === 'args' ? 'arguments' : 'words of the command'} looks like a secret (${reason}). Put it into Secret Manager, and hand it over in the environment.`;
      return [{ message, path: [...path, field] }];
    }),
  ]);
}

function judgeMinInstances({ kind, resource }: PolicySubject, { production }: PolicyFacts): PolicyFinding[] {
  if (!production || kind === 'Job') return [];
  if (kind === 'WorkerPool') {
    const scaling = resource.scaling as Service['scaling'];
    if (scaling?.manualInstanceCount !== 0) return [];
    return [
      {
        message: 'The worker pool has no instances. Set run.googleapis.com/manualInstanceCount to 1 or more.',
        path: ['scaling', 'manualInstanceCount'],
      },
    ];
  }
  const { scaling, template } = resource;
  const least =
    scaling?.scalingMode === 'MANUAL'
      ? scaling.manualInstanceCount
      : Math.max(scaling?.minInstanceCount ?? 0, template?.scaling?.minInstanceCount ?? 0);
  if ((least ?? 0) >= 1) return [];
  return [
    {
      message:
        'A production service without a minimum of instances lets its first visitor wait. Set autoscaling.knative.dev/minScale to "1" or more.',
      path: ['template', 'scaling', 'minInstanceCount'],
    },
  ];
}
