/** The cause of a refused call of a Google API, from the server's reason, with advice. Pure. */
import type { ErrorBody } from './error-body.ts';
import { REFUSAL_RULES, type Refusal } from './refusal-rules.ts';

/** The refusal behind an error response of a Google API, or undefined if it may be a matter of a missing permission. */
export function findRefusal(body: ErrorBody, status: number, resource: string): Refusal | undefined {
  if (status < 400) return undefined;
  const rule =
    REFUSAL_RULES.find(({ reasons }) => body.reason !== undefined && reasons.includes(body.reason)) ??
    // If the server names a permission, that is the cause.
    (body.reason === 'IAM_PERMISSION_DENIED'
      ? undefined
      : REFUSAL_RULES.find(({ says }) => says && matches(says, body)));
  if (rule)
    return rule.explain({
      ...body,
      status,
      resource,
      project: projectOf(body, resource),
      service: body.metadata.service,
    });
  // An unknown reason of a Google API: its message and links are shown unchanged.
  const own = body.reason !== undefined && body.reason !== 'IAM_PERMISSION_DENIED' && /^[A-Z0-9_]+$/.test(body.reason);
  return own ? { advice: `The reason given by the server: ${body.reason}.` } : undefined;
}

const matches = (says: RegExp, { message, violations }: ErrorBody): boolean =>
  says.test(message) || violations.some(({ type, description }) => says.test(`${type ?? ''} ${description ?? ''}`));

function projectOf({ metadata, message }: ErrorBody, resource: string): string {
  return (
    metadata.containerInfo ??
    /^projects\/([^/]+)/.exec(metadata.consumer ?? '')?.[1] ??
    /[?&]project=([\w.:-]*\w)/.exec(message)?.[1] ??
    /project #?(\d+)\b/.exec(message)?.[1] ??
    /\b(?:in|use) project ([\w.:-]*\w)/.exec(message)?.[1] ??
    /projects\/([^/\s]+)/.exec(resource)?.[1] ??
    'PROJECT'
  );
}
