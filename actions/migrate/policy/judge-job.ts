/** Checks the job against the policy, with the rules of deploy-run. */
import type { Registry } from '../../../src/container/registry.ts';
import { openGitHub } from '../../../src/github/open.ts';
import type { HttpClient } from '../../../src/google/http/client.ts';
import type { EnvVar, Job } from '../../../src/google/run/resources.ts';
import type { Path } from '../../../src/manifest/index.ts';
import { baseOf, exceptionsOfBase } from '../../../src/policy/base-branch.ts';
import { judge } from '../../../src/policy/evaluate.ts';
import { exceptionsIn } from '../../../src/policy/exceptions.ts';
import { type JudgedInputs, judgeInputs } from '../../../src/policy/judge-inputs.ts';
import { withPinnedImages } from '../../../src/policy/pinned-images.ts';
import { reportViolations } from '../../../src/policy/report.ts';
import { plainSecrets } from '../../../src/policy/rules/plain-secrets.ts';
import type { ExceptionText, PolicySubject } from '../../../src/policy/types.ts';
import type { Context } from '../../../src/runtime/context.ts';
import type { Location } from '../../../src/runtime/errors.ts';
import type { InputReader } from '../../../src/runtime/inputs.ts';

export interface JobPolicy {
  readonly policy: 'enforce' | 'warn';
  readonly policyExceptions: readonly ExceptionText[];
  /** Where exceptions count in a pull request: where they are, or as the base branch has them. */
  readonly exceptions: 'manifest' | 'base';
  /** For `exceptions: base`; undefined without a token. */
  readonly githubToken: string | undefined;
}

/** What inputs name of the job. */
interface NamedByInputs extends Pick<JobPolicy, 'policy' | 'policyExceptions'> {
  readonly env: ReadonlyMap<string, string>;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly statusArgs: readonly string[];
}

/** Adds a problem of the input for each secret in plain sight that no exception allows. */
export function judgeJobInputs(reader: InputReader, inputs: NamedByInputs, now: number): JudgedInputs {
  const { env, command, args, statusArgs, policy, policyExceptions } = inputs;
  const found = [
    ...inputFindings({ env: [...env].map(([name, value]) => ({ name, value })), command, args }),
    ...inputFindings({ args: statusArgs }, 'status-args'),
  ];
  return judgeInputs(reader, found, policyExceptions, now, policy);
}

/** Index in the path of a job's container of the field that a finding is about. */
const FIELD = 4;

/** `argsInput` is the input that `args` come from. */
function inputFindings(
  container: { env?: EnvVar[]; command?: readonly string[]; args?: readonly string[] },
  argsInput = 'args',
) {
  const { command = [], args = [], env = [] } = container;
  const resource: Job = {
    template: { template: { containers: [{ env, command: [...command], args: [...args] }] } },
  };
  return plainSecrets({ kind: 'Job', resource }).map((finding) => {
    const [field = '', index] = finding.path?.slice(FIELD) ?? [];
    const input = field === 'args' ? argsInput : String(field);
    const targets: readonly [string, ...string[]] =
      input === 'env' ? [finding.targets?.[0] ?? ''] : [`${input}[${index}]`, String(field)];
    return { rule: 'no-plain-secrets' as const, input, finding: { ...finding, targets } };
  });
}

/** A sentence for each secret in plain sight that is taken over from a service: the service itself was judged elsewhere. */
export const judgeTakenOver = (env: readonly EnvVar[]): string[] =>
  inputFindings({ env: [...env] }).map(
    ({ rule, finding }) => `${rule}: ${finding.message} The job takes it over from the service (from-service).`,
  );

/**
 * Judges the job of a manifest, its image put in. Returns the job with its sidecars by digest, and notes for the summary.
 * Throws `PolicyError` unless the policy is only to warn.
 */
export async function judgeManifestJob(
  job: Job,
  locate: (path: Path) => Location,
  inputs: JobPolicy & Pick<MigrateManifest, 'manifest'>,
  context: Pick<Context, 'log' | 'clock' | 'signal' | 'deadline' | 'github'>,
  clients: { registry: Pick<Registry, 'digest'>; cloud: { http: Pick<HttpClient, 'raw'> } },
): Promise<{ job: Job; notes: readonly string[] }> {
  const whole: PolicySubject & { readonly kind: 'Job' } = { kind: 'Job', resource: job, locate };
  const { subject, notes } = await withPinnedImages(whole, clients);
  const texts = await exceptionTexts(job, inputs, context);
  const facts = { production: false, probed: false, now: context.clock.now() };
  const violations = judge(subject, facts, { place: 'manifest', texts });
  return { job: subject.resource, notes: [...notes, ...reportViolations(violations, inputs.policy, context.log)] };
}

interface MigrateManifest {
  readonly manifest: { readonly file: string } | undefined;
}

async function exceptionTexts(
  job: Job,
  { policyExceptions, exceptions, githubToken, manifest }: JobPolicy & MigrateManifest,
  context: Pick<Context, 'log' | 'clock' | 'signal' | 'deadline' | 'github'>,
): Promise<ExceptionText[]> {
  const here = [...exceptionsIn(job.annotations), ...policyExceptions];
  const base = exceptions === 'base' ? baseOf(context.github) : undefined;
  if (!base) return here;
  return await exceptionsOfBase(here, {
    base,
    file: manifest?.file,
    openGitHub: openGitHub(githubToken, context),
    log: context.log,
  });
}
