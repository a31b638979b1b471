/**
 * Tells from a file's path whether its name changes with its content, so that it can be cached forever and need never be
 * overwritten. In doubt it says no: a hashed file that is treated as mutable is only revalidated, the reverse would go stale.
 */

/** Folders whose files are all content-addressed by the tool that writes them: Next, Nuxt, Astro, SvelteKit. */
const HASHED_FOLDERS = /(^|\/)(_next\/static|_nuxt|_astro|_app\/immutable)\//;

/** The last part of a name before its extensions (`.chunk.js`, `.module.css`, `.js.map` …), after `-`, `.` or `_`. */
const LAST_PART = /[-._]([A-Za-z0-9]+)((?:\.(?:chunk|module|min|esm|bundle|p))?\.[A-Za-z0-9]+(?:\.map)?)$/;

/** Code that Angular names: eight characters of base32, a fifth of them without a digit. */
const BASE32_CODE = /-[A-Z2-7]{8}\.(?:m?js|css)(?:\.map)?$/;

/** True for `assets/index-BxYz12_3.js` (Vite, Rollup), `main.0a1b2c3d.chunk.js` (webpack), `_astro/…`, `_next/static/…`. */
export function hasContentHash(path: string): boolean {
  if (/\.html?$/i.test(path)) return false;
  if (HASHED_FOLDERS.test(path) || BASE32_CODE.test(path)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  // Vite's and Rollup's hashes are eight characters of base64url and may hold `-` and `_` themselves.
  const base64url = /[-.]([A-Za-z0-9_-]{8})(?:\.[A-Za-z0-9]+){1,2}$/.exec(name)?.[1];
  if (base64url !== undefined && looksRandom(base64url)) return true;
  const part = LAST_PART.exec(name)?.[1];
  return part !== undefined && (isHex(part) || (/^[A-Z0-9]{8}$/.test(part) && looksRandom(part)));
}

/** Hexadecimal digests as tools cut them: 8 to 64 digits, neither a number (a date) nor a word. */
function isHex(part: string): boolean {
  return /^[0-9a-f]{8,64}$/.test(part) && /\d/.test(part) && /[a-f]/.test(part);
}

/** False for what people write: words, camel case, `v2-final`, `SKU12345`, dates. Upper case in odd places or mixed with digits is a hash. */
function looksRandom(part: string): boolean {
  if (isHex(part)) return true;
  if (!/[A-Z]/.test(part)) return false;
  if (/^[A-Z0-9]+$/.test(part) && !/^[A-Z2-7]+$/.test(part)) return false;
  return !part.split(/[-_]/).every(isWord);
}

/** Numbers, versions, abbreviations, part numbers, and camel case in which some word is long enough to be one. */
function isWord(text: string): boolean {
  if (/^(?:\d*|v\d+|[A-Z]+(?:s|\d*))$/.test(text)) return true;
  return /^[A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d{0,4}$/.test(text) && /[a-z]{3}|^[A-Z]?[a-z]+\d?$/.test(text);
}

/** True for HTML, which browsers open as a page: by its name, or by the type of a page without an extension. */
export function isPage(path: string, contentType = ''): boolean {
  return /\.html?$/i.test(path) || /^text\/html\b/i.test(contentType);
}
