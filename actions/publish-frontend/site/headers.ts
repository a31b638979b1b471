/** The headers of a file: content type, `Cache-Control`, and whether gzip is worthwhile. Pure. */
import { Mime } from 'mime/lite';
import otherTypes from 'mime/types/other.js';
import standardTypes from 'mime/types/standard.js';
import picomatch from 'picomatch';

/** Headers in the object's metadata, for browsers and caches. */
export interface Headers {
  readonly contentType: string;
  readonly cacheControl: string;
}

/** Rules in the order given; the first glob that matches wins. */
export type HeaderRules = readonly HeaderRule[];

interface HeaderRule {
  readonly glob: string;
  readonly matches: (path: string) => boolean;
  readonly value: string;
}

/** For a name that changes with its content. */
export const FOREVER = 'public, max-age=31536000, immutable';
/** For a name that stays: kept, but revalidated each time, so that the site is right without any invalidation. */
export const REVALIDATE = 'no-cache';

/** Compiles `glob → value`. A glob without a slash matches in every folder, as in .gitignore. */
export function headerRules(map: ReadonlyMap<string, string>): HeaderRules {
  return [...map].map(([glob, value]) => ({ glob, matches: matcher(glob), value }));
}

/** A predicate over paths of the site (`assets/a.js`). Names starting with a dot count like any other. */
export function matcher(glob: string): (path: string) => boolean {
  const pattern = glob.startsWith('/') ? glob.slice(1) : glob.includes('/') ? glob : `**/${glob}`;
  return picomatch(pattern, { dot: true });
}

/** The value of the first rule that matches the path. */
export function headerOf(rules: HeaderRules, path: string): string | undefined {
  return rules.find((rule) => rule.matches(path))?.value;
}

/** By name; a map, since a file may be called `__proto__` or `constructor`. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['apple-app-site-association', 'application/json'],
  // https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigResponse
  ['openid-configuration', 'application/json'],
  ['oauth-authorization-server', 'application/json'],
  ['CNAME', 'text/plain'],
  ['LICENSE', 'text/plain'],
]);

// Made at its first use: its 1,200 types would add to the start of every step.
let types: Mime | undefined;

/** True if the name says nothing about the type: it has no extension and is none that is known. */
export function hasNoType(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !name.includes('.') && !NAMED.has(name);
}

export const HTML = 'text/html; charset=utf-8';

/** True if the content begins like a page: with `<!doctype html>` or `<html>`, after comments. `start`: its first bytes. */
export function looksLikeHtml(start: Buffer): boolean {
  return /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]*?-->\s*){0,20}<(?:!doctype\s+html|html)[\s>]/i.test(
    start.toString('latin1'),
  );
}

/** The type by the file's extension, with `charset=utf-8` for text. */
export function contentType(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  types ??= new Mime(standardTypes, otherTypes);
  const type = NAMED.get(name) ?? types.getType(name) ?? 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
}

function isText(type: string): boolean {
  return /^text\/|^application\/(?:(?:[a-z.-]+\+)?(?:json|xml)|javascript|ecmascript)$|^image\/svg\+xml$/.test(type);
}

/** Smaller files do not benefit from gzip. Larger files are not compressed, to limit memory. */
const GZIP_FROM = 1024;
const GZIP_UP_TO = 16 * 1024 * 1024;

/** True if gzip is worthwhile: text, wasm and similar formats within the sizes, not compressed formats. */
export function mayCompress(type: string, size: number): boolean {
  if (size < GZIP_FROM || size > GZIP_UP_TO) return false;
  const bare = type.split(';')[0]?.trim() ?? '';
  return (
    isText(bare) ||
    /^(?:application\/(?:wasm|vnd\.ms-fontobject)|font\/(?:ttf|otf)|image\/(?:bmp|x-icon|vnd\.microsoft\.icon))$/.test(
      bare,
    )
  );
}
