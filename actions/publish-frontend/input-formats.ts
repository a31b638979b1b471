/** Formats of single values of the inputs. The parsers throw an Error with a message for the user. */
import { parseServiceName } from '../../src/inputs/services.ts';
import type { UndecidedCanary } from '../../src/records/canaries.ts';

export function parseGlob(glob: string): void {
  if (glob !== '' && !glob.startsWith('..') && !unbalanced(glob)) return;
  throw new Error(`"${glob}" is not a valid glob. Examples: *.html, assets/** or **/*.{js,css}.`);
}

export function parseMutable(glob: string): string {
  parseGlob(glob.replace(/^!/, ''));
  return glob;
}

function unbalanced(glob: string): boolean {
  return ['()', '[]', '{}'].some(
    ([open, close]) => glob.split(open as string).length !== glob.split(close as string).length,
  );
}

/** https://www.rfc-editor.org/rfc/rfc9111#section-5.2 */
export function parseCacheControl(value: string): void {
  const directive = /^[a-z][a-z-]*(=(\d+|"[^"]*"))?$/i;
  if (value !== '' && value.split(',').every((part) => directive.test(part.trim()))) return;
  throw new Error(`"${value}" is not a valid Cache-Control value. Examples: no-cache, or public, max-age=3600.`);
}

export function parseContentType(value: string): void {
  if (/^[\w.+-]+\/[\w.+-]+(\s*;\s*[\w-]+=("[ !#-~]*"|[\w.+-]+))*$/.test(value)) return;
  throw new Error(`"${value}" is not a valid content type. Example: text/html; charset=utf-8.`);
}

/** Encodings that current browsers accept, and `none`. */
export function parseContentEncoding(value: string): void {
  if (/^(gzip|br|zstd|none)$/.test(value)) return;
  throw new Error(`"${value}" is not a supported content encoding. Use gzip, br, zstd or none.`);
}

/** `sha256:` and 64 hexadecimal digits. */
export function parseDigest(text: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(text.trim())) return text.trim();
  throw new Error(`"${text}" is not a digest. Write sha256: and 64 hexadecimal digits.`);
}

/** Output `canary` of deploy-run, which has more keys. */
export function parseCanary(text: string): UndecidedCanary {
  try {
    const { commit, release, lead } = JSON.parse(text) as Partial<Record<keyof UndecidedCanary, unknown>>;
    if (typeof commit === 'string' && typeof release === 'string' && typeof lead === 'string')
      return { commit, release, lead: parseServiceName(lead, { project: undefined, region: undefined }) };
  } catch {
    // Neither JSON nor the name of a service.
  }
  throw new Error(
    `"${text}" is not a canary. Pass the output canary of deploy-run, a JSON object with release, commit and lead.`,
  );
}

export function parseUrlMap(text: string): string {
  if (/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text.trim())) return text.trim();
  throw new Error(`"${text}" is not a valid URL map name. Use the short name that gcloud compute url-maps list shows.`);
}

export function parseHost(text: string): string {
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(text.trim())) return text.trim();
  throw new Error(`"${text}" is not a valid host. Use lower case without https://, for example app.example.com.`);
}
