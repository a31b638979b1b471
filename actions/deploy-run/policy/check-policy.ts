/** Judges what is about to be deployed, and says so. */

import type { CheckResult } from '../../../src/github/api.ts';
import { PolicyError } from '../../../src/runtime/errors.ts';
import type { DeployRequest } from '../plan/request.ts';
import type { StepContext } from '../service/step-context.ts';
import { enforce, judge } from './evaluate.ts';
import type { PolicySubject, RequiredCheck } from './types.ts';

/** Throws `PolicyError` unless the policy is only to warn. Exceptions are shown with their reason. */
export async function checkPolicy(subject: PolicySubject, request: DeployRequest, step: StepContext): Promise<void> {
  const { log } = step.context;
  const checks = await readChecks(request.requiredChecks, step);
  const violations = judge(subject, {
    // Scaling to zero is right for many services: only what calls itself production must always have an instance.
    production: !request.preview && subject.resource.labels?.environment === 'production',
    ...(checks && { checks }),
  });
  for (const { rule, message, location, excuse } of violations) {
    if (excuse !== undefined) log.notice(`${rule}: ${message} Excepted: ${excuse}`, location);
    else if (request.policy === 'warn') log.warning(`${rule}: ${message}`, location);
  }
  if (request.policy === 'enforce') enforce(violations);
}

async function readChecks(names: readonly string[], step: StepContext): Promise<RequiredCheck[] | undefined> {
  if (names.length === 0) return undefined;
  if (!step.github)
    throw new PolicyError([
      { subject: 'required-checks', message: 'cannot be read without github-token. Give ${{ github.token }}.' },
    ]);
  const found = await step.github.checks(step.inputs.commit);
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

/** A name alone is satisfied by whoever reports it. That stays, and is said where it was not GitHub Actions. */
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
    `required-checks: "${required}" was satisfied by ${[...new Set(by)].join(' and ')}, not by a check of GitHub Actions. Anyone who may write statuses or checks can report this name. Name the app: "${required} @ ${app}".`,
  );
}
