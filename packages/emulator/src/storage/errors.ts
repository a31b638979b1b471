/** Errors with the format and messages of the Cloud Storage JSON API. https://cloud.google.com/storage/docs/json_api/v1/status-codes */
import type { Core, Principal } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import type { Reply } from '../http/routes.ts';

const REASONS: Record<number, string> = {
  400: 'invalid',
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  410: 'gone',
  411: 'required',
  412: 'conditionNotMet',
  416: 'requestedRangeNotSatisfiable',
  429: 'rateLimitExceeded',
  500: 'internalError',
  501: 'notImplemented',
  503: 'backendError',
};

/** The body of an error: unlike other APIs, a list with a reason for each; for a media download only the text. */
export function storageErrorBody(error: ApiError, request?: { url: URL }) {
  const { status, message } = error;
  if (request?.url.searchParams.get('alt') === 'media') return message;
  const reason = error.reason ?? REASONS[status] ?? 'backendError';
  return { error: { code: status, message, errors: [{ message, domain: 'global', reason, ...location(status) }] } };
}

function location(status: number) {
  if (status === 401) return { locationType: 'header', location: 'Authorization' };
  if (status === 412) return { locationType: 'header', location: 'If-Match' };
  return {};
}

export const unauthenticated = (): Reply => {
  const error = new ApiError(401, 'Invalid Credentials');
  return {
    status: 401,
    headers: { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
    body: storageErrorBody(error),
  };
};

export const bad = (message: string, reason = 'invalid') => new ApiError(400, message, {}, { reason });
export const noBucket = () => new ApiError(404, 'The specified bucket does not exist.');
export const noObject = (bucket: string, name: string) => new ApiError(404, `No such object: ${bucket}/${name}`);
export const preconditionFailed = () =>
  new ApiError(412, 'At least one of the pre-conditions you specified did not hold.');
/** A response without a body, as HTTP requires for 304. */
export class NotModified extends ApiError {
  constructor() {
    super(304, 'Not Modified');
  }
}

/** Throws this API's error if the caller lacks the permission on the bucket, or on the object in it. */
export function authorize(
  core: Core,
  principal: Principal | undefined,
  permission: string,
  bucket: string,
  object?: string,
): void {
  const resource = object === undefined ? `buckets/${bucket}` : `buckets/${bucket}/objects/${object}`;
  try {
    core.access.check(principal, permission, `projects/_/${resource}`);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const who = principal?.member.replace(/^serviceAccount:/, '') ?? 'Anonymous caller';
    const what = object === undefined ? 'bucket' : 'object';
    throw new ApiError(
      403,
      `${who} does not have ${permission} access to the Google Cloud Storage ${what}. ` +
        `Permission '${permission}' denied on resource (or it may not exist).`,
    );
  }
}
