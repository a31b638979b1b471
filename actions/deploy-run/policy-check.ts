/** Judges what is about to be deployed, and says so. */
import { PolicyError } from '../../src/errors.ts';
import { type CheckResult, enforce, judge, type Subject } from './policy.ts';
import type { Session } from './session.ts';
import type { DeployTask } from './task.ts';

/** Throws `PolicyError` unless the policy is only to warn. Exceptions are shown with their reason. */
export async function checkPolicy(subject: Subject, task: DeployTask, session: Session): Promise<void> {
  const { log } = session.context;
  const checks = await readChecks(task.requiredChecks, session);
  const violations = judge(subject, {
    // Scaling to zero is right for many services: only what calls itself production must always have an instance.
    production: !task.preview && subject.resource.labels?.environment === 'production',
    ...(checks && { checks }),
  });
  for (const { rule, message, location, excuse } of violations) {
    if (excuse !== undefined) log.notice(`${rule}: ${message} Excepted: ${excuse}`, location);
    else if (task.policy === 'warn') log.warning(`${rule}: ${message}`, location);
  }
  if (task.policy === 'enforce') enforce(violations);
}

async function readChecks(names: readonly string[], session: Session): Promise<CheckResult[] | undefined> {
  if (names.length === 0) return undefined;
  if (!session.github)
    throw new PolicyError([
      { subject: 'required-checks', message: 'cannot be read without github-token. Give ${{ github.token }}.' },
    ]);
  const found = await session.github.checks(session.inputs.commit);
  return names.map((name) => {
    const results = found.filter((check) => check.name === name);
    if (results.length === 0) return { name, outcome: 'missing' };
    // Two workflows may have a check of the same name: each must have passed.
    const bad = results.find(({ conclusion }) => conclusion !== 'success');
    return { name, outcome: bad ? (bad.conclusion ?? 'pending') : 'success' };
  });
}
