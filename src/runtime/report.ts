/** Reports the error that ended a step. No other module does. */
import { CloudError, InputError, isAbort, OutcomeError, PolicyError } from './errors.ts';
import type { Log } from './log.ts';

const ISSUES = 'https://github.com/orchestra/actions/issues/new';

/** Writes the error to the log: one annotation per problem. Returns the short text for the summary. */
export function reportError(error: unknown, log: Log, name: string): string {
  if (error instanceof InputError || error instanceof PolicyError) {
    for (const { subject, message, location } of error.problems) log.error(`${subject}: ${message}`, location);
    return error.message;
  }
  if (error instanceof CloudError) {
    const text = describeCloudError(error);
    log.error(text);
    logCause(error, log);
    return text;
  }
  if (error instanceof OutcomeError) {
    log.error(error.message, error.location);
    logCause(error, log);
    return error.message;
  }
  if (isAbort(error)) {
    const text = error instanceof Error ? error.message : String(error);
    log.error(text);
    return text;
  }
  const text = `This is a bug in ${name}: ${error instanceof Error ? error.message : String(error)}. Please report it: ${ISSUES}`;
  log.error(text);
  if (error instanceof Error && error.stack) log.debug(error.stack);
  return text;
}

/** `service …: 403 PERMISSION_DENIED: … Missing permission run.services.get; roles/run.developer grants it. …` */
export function describeCloudError(error: CloudError): string {
  const status = [error.status === 0 ? 'no response' : error.status, error.code].filter(Boolean).join(' ');
  const sentences = [`${error.resource}: ${status}: ${error.message.replace(/\.?$/, '.')}`];
  if (error.permission) {
    const member = error.member ?? 'the identity of this step';
    const grant = error.role ? ` Grant it, for instance with ${error.role}.` : '';
    sentences.push(`Missing permission for ${member}: ${error.permission}.${grant}`);
  } else if (error.role) {
    sentences.push(`The role that grants it: ${error.role}.`);
  }
  if (error.advice) sentences.push(error.advice);
  if (error.consoleUrl) sentences.push(error.consoleUrl);
  return sentences.join(' ');
}

function logCause(error: Error, log: Log): void {
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause)
    log.debug(`caused by: ${cause.stack ?? cause.message}`);
}
