/** A release, planned from lists as a caller gives them. */
import { expect } from 'vitest';
import { readCall } from '../../../actions/pipeline/plan/call.ts';
import { planReleaseInputs } from '../../../actions/pipeline/plan/release.ts';

export const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
export const REPOSITORY = 'us-central1-docker.pkg.dev/acme/apps';

interface Call {
  readonly jobs?: readonly object[];
  readonly services?: readonly object[];
  readonly frontends?: readonly object[];
  readonly migration?: object;
  readonly digests?: Readonly<Record<string, string>>;
  readonly builds?: Readonly<Record<string, string>>;
  /** Sites that come from another target. */
  readonly promoted?: readonly string[];
}

/** Inputs of the actions, the lists, and the messages of all problems. */
export function plan({ services = [], jobs = [], frontends = [], migration, digests, builds = {}, promoted }: Call) {
  const { lists, problems } = readCall({
    checks: '[]',
    services: JSON.stringify(services),
    jobs: JSON.stringify(jobs),
    frontends: JSON.stringify(frontends),
    migration: migration ? JSON.stringify(migration) : '',
  });
  expect(problems).toEqual([]);
  const planned = planReleaseInputs({
    lists,
    region: 'us-central1',
    imageRepository: `${REPOSITORY}/`,
    digests: digests ?? Object.fromEntries(services.map((_, i) => [`s${i}`, digest(String(i))])),
    builds,
    folder: '/tmp/frontends',
    promotion: promoted && { folder: '/tmp/promotion', sites: new Set(promoted) },
    artifactName: (name, attempt) => `frontend-c0ffee-${name}-${attempt}`,
    jobManifests: new Set(['warm-up.yaml', 'report.yaml']),
  });
  return { lists, ...planned.inputs, errors: planned.problems.map(({ message }) => message) };
}
