/** The scalar types of protobuf JSON. https://protobuf.dev/programming-guides/json/ */
import { ApiError } from '../../http/errors.ts';

type Scalar = (value: unknown, at: string) => unknown;
/** By name of the type: checks a value and converts it to its canonical form; `at` names it in errors. */
export const SCALARS = new Map<string, Scalar>([
  ['string', text],
  ['bool', boolean],
  ['int32', integer],
  ['int64', (value, at) => String(integer(value, at))],
  ['double', number],
  ['float', number],
  ['bytes', text],
]);
/** A body that is not valid protobuf JSON of its message. */
export const malformed = (message: string) => new ApiError(400, `Invalid JSON payload received. ${message}`);
export function text(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  throw malformed(`Invalid value at '${at}' (TYPE_STRING), ${JSON.stringify(value)}`);
}
function boolean(value: unknown, at: string): boolean {
  if (typeof value === 'boolean') return value;
  throw malformed(`Invalid value at '${at}' (TYPE_BOOL), ${JSON.stringify(value)}`);
}
function number(value: unknown, at: string): number {
  if (typeof value === 'number') return value;
  throw malformed(`Invalid value at '${at}' (TYPE_DOUBLE), ${JSON.stringify(value)}`);
}
function integer(value: unknown, at: string): number {
  const parsed = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof parsed === 'number' && Number.isInteger(parsed)) return parsed;
  throw malformed(`Invalid value at '${at}' (TYPE_INT), ${JSON.stringify(value)}`);
}
/** Seconds with an `s`, without trailing zeros: `300s`, `0.5s`. */
export function duration(value: unknown, at: string): string {
  const match = typeof value === 'string' ? /^(-?\d+)(?:\.(\d{1,9}))?s$/.exec(value) : null;
  if (!match)
    throw malformed(
      `Invalid value at '${at}' (type.googleapis.com/google.protobuf.Duration), Field '${at}', Illegal duration format; duration must end with 's'`,
    );
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  return fraction ? `${match[1]}.${fraction}s` : `${Number(match[1])}s`;
}
