/** Checks the resource to be deployed against the policy. */

import type { CheckResult } from '../../../src/github/api.ts';
import type { ExceptionSources } from '../../../src/policy/apply-exceptions.ts';
import { baseOf, exceptionsOfBase } from '../../../src/policy/base-branch.ts';
import { judge } from '../../../src/policy/evaluate.ts';
import { exceptionsIn } from '../../../src/policy/exceptions.ts';
import { reportViolations } from '../../../src/policy/report.ts';
import type { PolicySubject, RequiredCheck } from '../../../src/policy/types.ts';
import { PolicyError } from '../../../src/runtime/errors.ts';
import type { DeployRequest } from '../plan/request.ts';
import type { StepContext } from '../service/step-context.ts';

/** Throws `PolicyError` for violations, unless the policy only warns. Returns a sentence for each exception in force. */
export async function checkPolicy(
  subject: PolicySubject,
  request: DeployRequest,
  step: StepContext,
): Promise<string[]> {
  const { context, inputs } = step;
  const checks = await readChecks(request.requiredChecks, step);
  const facts = {
    // Many services may scale to zero: only those labeled production need a minimum.
    production: !request.preview && subject.resource.labels?.environment === 'production',
    probed: inputs.rollout.probe.kind !== 'startup',
    now: context.clock.now(),
    ...(checks && { checks }),
  };
  return reportViolations(
    judge(subject, facts, await exceptionSources(subject, request, step)),
    request.policy,
    context.log,
  );
}

async function exceptionSources(
  { resource }: PolicySubject,
  { source, exceptions, policyExceptions }: DeployRequest,
  { context, openGitHub }: StepContext,
): Promise<ExceptionSources> {
  const place = source.from === 'manifest' ? 'manifest' : 'input';
  const here = [...exceptionsIn(resource.annotations), ...policyExceptions];
  const base = exceptions === 'base' ? baseOf(context.github) : undefined;
  if (!base) return { place, texts: here };
  const file = source.from === 'manifest' ? source.file : undefined;
  return { place, texts: await exceptionsOfBase(here, { base, file, openGitHub, log: context.log }) };
}

async function readChecks(names: readonly string[], step: StepContext): Promise<RequiredCheck[] | undefined> {
  if (names.length === 0) return undefined;
  if (!step.openGitHub)
    throw new PolicyError([
      { subject: 'required-checks', message: 'cannot be read without github-token. Pass ${{ github.token }}.' },
    ]);
  const found = await (await step.openGitHub()).checks(step.inputs.commit);
  return names.map((required) => {
    const results = resultsOf(required, found);
    if (results.length === 0) return { name: required, outcome: 'missing' };
    // Two workflows may have a check of the same name: each must have passed.
    const bad = results.find(({ conclusion }) => conclusion !== 'success');
    if (!bad) warnOfOthers(required, results, found, step);
    return { name: required, outcome: bad ? (bad.conclusion ?? 'pending') : 'success' };
  });
}

const ACTIONS_APP = 'github-actions';

/** The results that `NAME`, or `NAME @ APP`, means. A check may have ` @ ` in its own name. */
function resultsOf(required: string, found: readonly CheckResult[]): readonly CheckResult[] {
  const exact = found.filter(({ name }) => name === required);
  const [, name, app = ''] = /^(.*\S)\s+@\s+(\S.*)$/.exec(required) ?? [];
  if (exact.length > 0 || name === undefined) return exact;
  return found.filter((one) => one.name === name && one.apps.some((own) => own.toLowerCase() === app.toLowerCase()));
}

/** A name alone accepts results of any app, as in 1.0, with a warning if it is not GitHub Actions. */
function warnOfOthers(
  required: string,
  results: readonly CheckResult[],
  found: readonly CheckResult[],
  step: StepContext,
): void {
  const bare = found.some(({ name }) => name === required);
  if (!bare || results.some(({ apps }) => apps.includes(ACTIONS_APP))) return;
  const by = results.map(({ apps }) => (apps[0] ? `the app ${apps[0]}` : 'a commit status'));
  const app = results.flatMap(({ apps }) => apps)[0] ?? ACTIONS_APP;
  step.context.log.warning(
    `required-checks: "${required}" was satisfied by ${[...new Set(by)].join(' and ')}, not by a check of GitHub Actions. Anyone who can write statuses or checks can report this name. Name the app: "${required} @ ${app}".`,
  );
}
