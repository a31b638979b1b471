/** Why a Google API refused a call, by the server's own reason, and what to do about it. Pure. */
import type { ErrorBody } from './error-body.ts';
import { REFUSAL_RULES, type Refusal } from './refusal-rules.ts';

/** The refusal behind an error answer of a Google API, or undefined if it may be a matter of a missing permission. */
export function findRefusal(body: ErrorBody, status: number, resource: string): Refusal | undefined {
  if (status < 400) return undefined;
  const rule =
    REFUSAL_RULES.find(({ reasons }) => body.reason !== undefined && reasons.includes(body.reason)) ??
    // A permission that the server names is the reason, whatever else its words are about.
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
  // A reason of its own that we do not know, of Google's APIs alone: its words and links are all there is to say.
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
