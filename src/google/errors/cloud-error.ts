/** Turns the error responses of Google's APIs, registries and token endpoints into `CloudError`. */

import { CloudError } from '../../runtime/errors.ts';
import { type ErrorBody, readErrorBody } from './error-body.ts';
import { findRefusal } from './refusal.ts';

interface CallFacts {
  readonly resource: string;
  readonly permission?: string | undefined;
  readonly role?: string | undefined;
}

interface ErrorResponse {
  /** HTTP status; 0 represents no response. */
  readonly status: number;
  /** What the response said; text is read. */
  readonly body: string | ErrorBody;
  /** Canonical code where the response itself has none. */
  readonly code?: string | undefined;
  /** Milliseconds that the server wants to pass before the next try. */
  readonly retryAfterMs?: number | undefined;
  /** Who called. */
  readonly member?: string | undefined;
  readonly cause?: unknown;
}

/** A call may need more than its own permission; who grants what is needed beside it. */
const ROLES: Readonly<Record<string, string>> = {
  'iam.serviceaccounts.actas': 'roles/iam.serviceAccountUser on that account',
  'secretmanager.versions.access': 'roles/secretmanager.secretAccessor',
  'artifactregistry.repositories.downloadartifacts': 'roles/artifactregistry.reader',
};

/**
 * An error from a response. The permission and role of the call are named only where the server names one, or where nothing
 * else explains the refusal.
 */
export function cloudError(call: CallFacts, response: ErrorResponse): CloudError {
  const { status, member, cause, retryAfterMs } = response;
  const body = typeof response.body === 'string' ? readErrorBody(response.body) : response.body;
  const refusal = status === 0 ? undefined : findRefusal(body, status, call.resource);
  const message = body.message;
  const named =
    body.metadata.permission ??
    /[Pp]ermission '?([a-z]+\.[A-Za-z]+\.[A-Za-z]+)'?/.exec(message)?.[1] ??
    / does not have ([a-z]+\.[A-Za-z]+\.[A-Za-z]+) access/.exec(message)?.[1];
  const denied = status === 401 || status === 403;
  const permission = refusal ? refusal.permission : (named ?? call.permission);
  const role = refusal ? refusal.role : (ROLES[named?.toLowerCase() ?? ''] ?? call.role);
  return new CloudError(
    {
      message: message || `HTTP ${status}`,
      status,
      code: body.code ?? response.code,
      reason: body.reason,
      resource: call.resource,
      permission: denied ? permission : undefined,
      role: denied ? role : undefined,
      member: denied ? member : undefined,
      advice: [refusal?.advice, ...body.links.map((link) => `See ${link}`)].filter(Boolean).join(' ') || undefined,
      retryAfterMs,
      fields: body.violations.flatMap(({ subject, description }) =>
        subject && description ? [{ field: subject, description }] : [],
      ),
    },
    cause === undefined ? undefined : { cause },
  );
}
