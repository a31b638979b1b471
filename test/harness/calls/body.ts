/** Request bodies as comparable text: canonical JSON, or the type and length of other content. Pure. */

export function bodyText(kept: Buffer, bytes: number, type: string): string {
  if (bytes === 0) return '';
  const boundary = /^multipart\/\S+;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined && kept.length === bytes) return canonical(parts(kept, boundary));
  const value = contentOf(kept, bytes, type);
  return typeof value === 'string' ? value : canonical(value);
}

/** JSON and forms as values; other content as its type and length. */
function contentOf(kept: Buffer, bytes: number, type: string): unknown {
  const whole = kept.length === bytes;
  if (whole && /^application\/(json|\S+\+json)/.test(type)) return json(kept.toString()) ?? size(type, bytes);
  if (whole && type.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(kept.toString()));
  }
  return size(type, bytes);
}

/** JSON with sorted keys, so that only values matter. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const size = (type: string, bytes: number): string => `(${type.replace(/;.*/, '') || 'no type'}, ${bytes} bytes)`;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The parts of a `multipart` body (RFC 2046, section 5.1.1). */
function parts(body: Buffer, boundary: string): unknown[] {
  return body
    .toString('latin1')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head, content] = split(part, '\r\n\r\n');
      const type = /^content-type: *(.*)$/im.exec(head)?.[1]?.trim() ?? '';
      const bytes = Buffer.from(content.replace(/\r\n$/, ''), 'latin1');
      return type.startsWith('application/http') ? inner(bytes.toString()) : contentOf(bytes, bytes.length, type);
    });
}

/** A request inside a batch. */
function inner(text: string): string {
  const [head, content] = split(text, '\r\n\r\n');
  const [line = '', ...headers] = head.trim().split('\r\n');
  const type = headers.map((header) => /^content-type: *(.*)$/i.exec(header)?.[1]).find(Boolean) ?? '';
  const bytes = Buffer.from(content.trim());
  return `${line.replace(/ HTTP\/1\.1$/, '')} ${bodyText(bytes, bytes.length, type)}`.trim();
}

function split(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + by.length)];
}
