/** What a value is made of: fields of JSON and YAML, pairs of a list, text that is encoded. */

/** A named part. */
export type Part = readonly [name: string, value: string];

/** More parts than any configuration has. Further ones are not inspected. */
const MOST = 2000;

/** The leaves of a JSON document; `undefined` if the text is not one. `{"name": N, "value": V}` is the part N=V. */
export function jsonParts(text: string): Part[] | undefined {
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[' && start !== '"') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parts: Part[] = [];
  collect('', value, parts);
  return parts;
}

/** The web configuration of Firebase, which the browser needs (https://firebase.google.com/docs/projects/api-keys). */
const isFirebaseWebConfig = (fields: Readonly<Record<string, unknown>>): boolean =>
  /^AIza/.test(String(fields.apiKey)) && ('authDomain' in fields || 'appId' in fields || 'messagingSenderId' in fields);

function collect(name: string, root: unknown, parts: Part[]): void {
  const waiting: [string, unknown][] = [[name, root]];
  for (let next = waiting.pop(); next && parts.length < MOST; next = waiting.pop()) {
    const [key, value] = next;
    if (Array.isArray(value)) for (const item of value) waiting.push([key, item]);
    else if (value !== null && typeof value === 'object') {
      const fields = value as Readonly<Record<string, unknown>>;
      const label = fields.name ?? fields.key;
      if (typeof label === 'string' && typeof fields.value === 'string') parts.push([label, fields.value]);
      const open = isFirebaseWebConfig(fields);
      for (const [field, inner] of Object.entries(fields))
        if (!(open && field === 'apiKey')) waiting.push([field, inner]);
    } else if (typeof value === 'string') parts.push([key, value]);
  }
}

/** `password=…` in a list, a query, a connection string or a command; quotes may stand around the value. */
const EQUALS =
  /(?:^|[\s;,&?#{("'|])-{0,2}([A-Za-z_][\w.-]{0,80})(?: ?= ?|\s?=)("[^"]*"|'[^']*'|\$?\{[^{}\s]*\}|\$\([^()\n]*\)|`[^`\n]*`|[^\s,;&}"')|]+)/g;
/** `password: …` as YAML writes it: at the start of a line, or in a flow. */
const COLON =
  /(?:^[ \t]*(?:-[ \t]{1,8})?|[{,][ \t]*)["']?([A-Za-z_][\w.-]{0,80})["']?:[ \t]{1,20}("[^"]*"|'[^']*'|(?:\$\{[^{}\n]*\}|[^\n,}])+)/gm;
/** `--password hunter2`. */
const FLAG = /(?:^|\s)--?([A-Za-z][\w-]{2,80})[ \t]+("[^"]*"|'[^']*'|[^\s"'-][^\s]*)/g;

/**
 * `Password: must have at least 8 characters`. The words are not in the list of which mnemonics are made (BIP 39). A YAML comment does not
 * count.
 */
const isProse = (value: string): boolean => {
  const text = value.replace(/\s#.*$/, '');
  return (
    /^[A-Za-z]+\s/.test(text) &&
    text.split(/\s+/).length > 2 &&
    /\s(?:an?|and|are|at|be|for|has|have|in|is|its?|not|of|on|or|please|the|to|was|your)(?=[\s.,;!?]|$)|^(?:the|your|please|an?)\s/i.test(
      text,
    )
  );
};

/** Named parts of a text in any of these notations. */
export function textParts(text: string): Part[] {
  const parts: Part[] = [];
  for (const pattern of [EQUALS, COLON, FLAG])
    for (const [, name = '', value = ''] of text.matchAll(pattern)) {
      if (parts.length >= MOST) return parts;
      if (pattern === COLON && isProse(value)) continue;
      parts.push([name, value.replace(/^(["'])(.*)\1$/s, '$2').trim()]);
    }
  return parts;
}

/** The text in URL encoding or base64; `undefined` if the value is not encoded, or does not contain text. */
export function decoded(value: string): string | undefined {
  if (/%[0-9A-Fa-f]{2}/.test(value)) {
    try {
      return decodeURIComponent(value.replaceAll('+', ' '));
    } catch {
      return undefined;
    }
  }
  const text = value.trim();
  if (!/^(?:[A-Za-z0-9+/_-]{16,}={0,2}|[A-Za-z0-9+/\n]{64,}={0,2})$/.test(text)) return undefined;
  const plain = Buffer.from(text, 'base64').toString('utf8');
  // Random bytes are not text.
  return /^[\t\n\r\u0020-\u007e]{12,}$/.test(plain) ? plain : undefined;
}

/** The first bytes of PNG, JPEG, GIF, WebP, ICO, PDF and WOFF files in base64. */
const FILES = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD|UklGR|AAABAA|JVBERi0|d09G[RM])[A-Za-z0-9+/\s]*={0,2}$/;

/** A picture, a font or a document in base64; text counts by its blanks and brackets, and is looked into elsewhere. */
export const isEncodedFile = (value: string): boolean =>
  FILES.test(value.trim()) || /[\s<{]/.test(decoded(value) ?? '');
