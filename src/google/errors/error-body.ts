/**
 * Reads the body of an error response, whoever wrote it: Google's APIs (https://google.aip.dev/193), OAuth token endpoints
 * (https://www.rfc-editor.org/rfc/rfc6749#section-5.2), registries
 * (https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes), GitHub
 * (https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api), Cloud Storage's XML API, proxies (HTML, text).
 * Anything may be missing or of another type than documented, so nothing here throws.
 */

/** One entry of a violation in `google.rpc.PreconditionFailure`, `BadRequest` or `QuotaFailure`. */
export interface Violation {
  readonly type: string | undefined;
  /** The field of a bad request, or the subject of a precondition or quota. */
  readonly subject: string | undefined;
  readonly description: string | undefined;
}

/** What an error response says. https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto */
export interface ErrorBody {
  /** Never empty where the body has any text; text that is not a string in the response is JSON. */
  readonly message: string;
  /** Canonical code such as `NOT_FOUND`, or the code of an OAuth or registry error. */
  readonly code: string | undefined;
  /** `ErrorInfo.reason`, else the reason of the old format (`errors[].reason`), else the OAuth error. */
  readonly reason: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly violations: readonly Violation[];
  /** Addresses of `google.rpc.Help` that the message does not have. */
  readonly links: readonly string[];
}

const LONGEST = 2000;

/** Returns what the body says; an empty body has an empty message. */
export function readErrorBody(body: string): ErrorBody {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return readText(body);
  }
  return readJson(json);
}

/** As `readErrorBody`, for a body that was parsed already. */
export function readJson(json: unknown): ErrorBody {
  // Streaming methods return a list of one (https://cloud.google.com/apis/docs/system-parameters).
  const root = Array.isArray(json) && json.length === 1 && isObject(json[0]) ? json[0] : json;
  if (!isObject(root)) return plain(text(root) ?? '');
  if (isObject(root.error)) return readGoogle(root.error);
  if (root.error !== undefined) {
    const description = text(root.error_description);
    const code = text(root.error);
    return { ...plain(description ?? code ?? text(root) ?? ''), code: asCode(root.error), reason: asCode(root.error) };
  }
  const entries = Array.isArray(root.errors) ? root.errors : [];
  const messages = entries.map(entryMessage).filter((message) => message !== undefined);
  const own = text(root.message);
  const code = entries.map((entry) => (isObject(entry) ? asCode(entry.code) : undefined)).find(Boolean);
  // A registry gives only the list, GitHub a message and perhaps the list.
  return { ...plain([own, ...messages].filter(Boolean).join(': ') || (text(root) ?? '')), code };
}

function readGoogle(error: Json): ErrorBody {
  const details = list(error.details).filter(isObject);
  const info = details.find(({ reason }) => typeof reason === 'string');
  const legacy = list(error.errors).filter(isObject);
  const violations = details.flatMap((detail) =>
    [...list(detail.violations), ...list(detail.fieldViolations)].filter(isObject).map(
      (one): Violation => ({
        type: text(one.type),
        subject: text(one.field) ?? text(one.subject),
        description: text(one.description),
      }),
    ),
  );
  const message =
    text(error.message) ??
    (legacy
      .map(entryMessage)
      .filter((message) => message !== undefined)
      .join('; ') ||
      text(error) ||
      '');
  const shown = violations
    .map(({ subject, description }) => [subject, description].filter(Boolean).join(': '))
    .filter((line) => line !== '' && !line.split(': ').every((part) => message.includes(part)));
  const links = details
    .flatMap((detail) => list(detail.links).filter(isObject))
    .map((link) => text(link.url) ?? text(link.description))
    .filter((link): link is string => link !== undefined && !message.includes(link));
  return {
    message: cut(shown.length > 0 ? `${message.replace(/[.:]?$/, ':')} ${shown.join('; ')}` : message),
    code: asCode(error.status) ?? legacy.map(({ reason }) => asCode(reason)).find(Boolean) ?? asCode(legacy[0]?.code),
    reason: asCode(info?.reason) ?? legacy.map(({ reason }) => asCode(reason)).find(Boolean),
    // Some responses carry the metadata in a detail of another type, and Compute Engine calls it `metadatas`.
    metadata: Object.assign({}, ...details.map((detail) => strings(detail.metadata ?? detail.metadatas))),
    violations,
    links,
  };
}

/** XML of Cloud Storage, HTML of a proxy or front end, or text. */
function readText(body: string): ErrorBody {
  const tag = (name: string) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'i').exec(body)?.[1]?.trim();
  if (/^\s*<\?xml|^\s*<Error>/.test(body)) {
    const message = [tag('Message'), tag('Details')].filter(Boolean).join(' ');
    if (message !== '') return { ...plain(message), code: tag('Code') };
  }
  if (/^\s*<(?:!doctype|html|head|body)/i.test(body)) {
    const title = tag('title');
    const rest = body
      .replace(/<(style|script|title|head)\b[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return plain([title, rest.slice(0, 300)].filter(Boolean).join(': '));
  }
  return plain(body.trim().split('\n')[0]?.slice(0, 300) ?? '');
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string as it is, anything else as JSON; undefined for what is absent or says nothing. */
function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return JSON.stringify(value);
  return value.trim() === '' ? undefined : value.trim();
}

/** A code is a word, never a sentence and never JSON. */
const asCode = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : undefined;

function entryMessage(entry: unknown): string | undefined {
  if (!isObject(entry)) return text(entry);
  const message = text(entry.message) ?? text(entry.detail);
  // GitHub names what is wrong by resource, field and code.
  return message ?? text(entry);
}

function strings(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text(one) ?? '']));
}

const cut = (message: string): string => (message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message);

const plain = (message: string): ErrorBody => ({
  message: cut(message),
  code: undefined,
  reason: undefined,
  metadata: {},
  violations: [],
  links: [],
});
