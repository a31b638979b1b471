/** The policy rules. A rule is a pure function from a resource to its violations. */
import { imagesByTag, latestImages } from './rules/images.ts';
import { noInstances } from './rules/min-instances.ts';
import { plainSecrets } from './rules/plain-secrets.ts';
import { publicDatabases } from './rules/public-databases.ts';
import { missingStartupProbe } from './rules/startup-probe.ts';
import type { PolicyFacts, PolicyFinding, PolicyRule, PolicySubject } from './types.ts';

interface RuleDefinition {
  /** In words, for the documentation. */
  readonly wants: string;
  judge(subject: PolicySubject, facts: PolicyFacts): PolicyFinding[];
}

export const RULES: Readonly<Record<PolicyRule, RuleDefinition>> = {
  'no-latest': {
    wants: 'No container image with the tag latest, explicit or implied.',
    judge: latestImages,
  },
  'digest-only': {
    wants: 'Every container image by its digest. A sidecar by tag is pinned to the digest behind the tag.',
    judge: imagesByTag,
  },
  'startup-probe': {
    wants:
      'An HTTP or gRPC startup probe on the container of a Service that takes requests. A warning where the deploy itself checks the health.',
    judge: missingStartupProbe,
  },
  'no-plain-secrets': {
    wants:
      'No secret as a plain value in the environment, the command or a build argument, detected by name and format.',
    judge: plainSecrets,
  },
  'no-public-database': {
    wants: 'No database behind a public URL, and none reached over a public IP address.',
    judge: publicDatabases,
  },
  'min-instances': {
    wants: 'In production (label environment: production) at least one instance that is always running.',
    judge: noInstances,
  },
  'no-health-check-disabled': {
    wants: 'The health check of a deploy stays on.',
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
