/** Google's error shape (https://google.aip.dev/193): HTTP status, canonical code, message. */

const CANONICAL: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  412: 'FAILED_PRECONDITION',
  416: 'OUT_OF_RANGE',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

/** An error response, which handlers throw. `reason` overrides the canonical code of the status (409 ABORTED). */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly details: unknown[];
  readonly reason: string | undefined;
  constructor(
    status: number,
    message: string,
    headers: Record<string, string> = {},
    options: { details?: unknown[]; reason?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.details = options.details ?? [];
    this.reason = options.reason;
  }
}

export function errorBody(status: number, message: string, details: unknown[] = [], reason?: string) {
  const code = reason ?? CANONICAL[status] ?? 'UNKNOWN';
  return { error: { code: status, message, status: code, ...(details.length > 0 && { details }) } };
}

export const notFound = (what: string) => new ApiError(404, `${what} not found.`);
export const invalid = (message: string) => new ApiError(400, message);
/** An etag conflict: 409 with the canonical code ABORTED. */
export const aborted = (message: string) => new ApiError(409, message, {}, { reason: 'ABORTED' });
