/** Turns the error answers of Google's APIs (https://google.aip.dev/193) into `CloudError`. */
import { CloudError } from './errors.ts';

interface CallFacts {
  readonly method: string;
  readonly resource: string;
  readonly permission?: string | undefined;
  readonly role?: string | undefined;
}

interface GoogleError {
  readonly error?:
    | string
    | {
        readonly status?: string;
        readonly message?: string;
        readonly errors?: readonly { readonly reason?: string }[];
        readonly details?: readonly { readonly metadata?: { readonly permission?: string } }[];
      };
  readonly error_description?: string;
}

/** A call may need more than its own permission; who grants what is needed beside it. */
const ROLES: Readonly<Record<string, string>> = {
  'iam.serviceaccounts.actas': 'roles/iam.serviceAccountUser on that account',
  'secretmanager.versions.access': 'roles/secretmanager.secretAccessor',
  'artifactregistry.repositories.downloadartifacts': 'roles/artifactregistry.reader',
};

/** An error from an answer's status and body; status 0 stands for no answer. */
export function cloudError(
  call: CallFacts,
  status: number,
  body: string,
  retryAfterMs?: number,
  member?: string,
  cause?: unknown,
): CloudError {
  const parsed = parse(body);
  const detail = typeof parsed?.error === 'object' ? parsed.error : undefined;
  const said =
    detail?.message ??
    parsed?.error_description ??
    (typeof parsed?.error === 'string' ? parsed.error : firstLine(body));
  const named =
    detail?.details?.find((entry) => entry.metadata?.permission)?.metadata?.permission ??
    /[Pp]ermission '?([a-z]+\.[A-Za-z]+\.[A-Za-z]+)'?/.exec(said)?.[1] ??
    / does not have ([a-z]+\.[A-Za-z]+\.[A-Za-z]+) access/.exec(said)?.[1];
  const refused = status === 401 || status === 403;
  const error = new CloudError(
    {
      message: said || `HTTP ${status}`,
      status,
      code: detail?.status ?? detail?.errors?.[0]?.reason,
      resource: call.resource,
      permission: refused ? (named ?? call.permission) : undefined,
      role: refused ? (ROLES[named?.toLowerCase() ?? ''] ?? call.role) : undefined,
      member: refused ? member : undefined,
    },
    cause === undefined ? undefined : { cause },
  );
  return Object.assign(error, retryAfterMs === undefined ? {} : { retryAfterMs });
}

function parse(body: string): GoogleError | undefined {
  try {
    return JSON.parse(body) as GoogleError;
  } catch {
    return undefined;
  }
}

function firstLine(body: string): string {
  return body.trim().split('\n')[0]?.slice(0, 300) ?? '';
}
