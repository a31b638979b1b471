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

/** Eight characters of base64url, the hashes of Vite and Rollup. They may hold `-` and `_` themselves. */
const BASE64URL = /[-.]([A-Za-z0-9_-]{8})(?:\.[A-Za-z0-9]+){1,2}$/;

/** Scripts and stylesheets, which a build tool names all in one way. */
const CODE = /\.(?:[cm]?js|css)$/;

/**
 * Whether a file of the site has a content hash. One hash of Vite in twenty looks like camel case (`index-DiwrgTda.js`). It counts in
 * a folder where the names of all scripts and stylesheets have eight characters at that place, of which some are certainly a hash, unless
 * its own are words (`page-UserCard.js`).
 */
export function contentHashesOf(paths: readonly string[]): (path: string) => boolean {
  const folders = Map.groupBy(
    paths.filter((path) => CODE.test(path)),
    folderOf,
  );
  const built = new Set(
    [...folders].flatMap(([folder, files]) =>
      files.some(hasContentHash) && files.every((file) => BASE64URL.test(file)) ? [folder] : [],
    ),
  );
  return (path) => {
    if (hasContentHash(path)) return true;
    const file = path.replace(/\.map$/, '');
    const hash = built.has(folderOf(file)) && CODE.test(file) ? BASE64URL.exec(file)?.[1] : undefined;
    return hash !== undefined && /(?!^)[A-Z]/.test(hash) && !isPronounceable(hash);
  };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** True for `assets/index-BxYz12_3.js` (Vite, Rollup), `main.0a1b2c3d.chunk.js` (webpack), `_astro/…`, `_next/static/…`. */
export function hasContentHash(path: string): boolean {
  if (/\.html?$/i.test(path)) return false;
  if (HASHED_FOLDERS.test(path) || BASE32_CODE.test(path)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const base64url = BASE64URL.exec(name)?.[1];
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

/** Consonants with which an English syllable begins. */
const ONSET =
  '(?:[bcdfghjklmnpqrstvwxyz]|[bcfgps]l|[bcdfgpt]r|s[cklmnpqtw]|[cpstwg]h|s[ct]r|s[ph][lr]|squ|thr|chr|qu|tw|dw|kn|wr|gn|ps)?';
const SYLLABLE = `${ONSET}[aeiouy]{1,3}(?:[bcdfghjklmnpqrstvwxz]|[lmnr][a-z]|[cdfgklmnpst]s|ck|ct|ft|gh|ht|ll|ng|ph|pt|sh|sk|sp|ss|st|tt|th|x){0,2}`;
const PRONOUNCEABLE = new RegExp(`^(?:${SYLLABLE})+$`);

/** Abbreviations that code is named after. */
const ABBREVIATION =
  /^(?:btn|cdn|cfg|cms|crm|css|csv|ctx|db|dns|fn|gpt|graphql|grpc|html|https?|img|jpg|js|json|jsx|jwt|llm|md|mdx|msg|mysql|nft|pdf|pkg|png|qr|rpc|rss|sdk|sms|sql|src|ssl|sso|ssr|str|svg|tls|ts|tsx|tts|tv|vr|wasm|ws|xhr|xml|yml)$/i;

/** True if each word of the camel case can be spoken, as what people write can, or is an abbreviation. */
const isPronounceable = (hash: string): boolean =>
  hash
    .split(/[-_\d]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter(Boolean)
    .every((word) => PRONOUNCEABLE.test(word.toLowerCase()) || ABBREVIATION.test(word));

/** True for HTML, which browsers open as a page: by its name, or by the type of a page without an extension. */
export function isPage(path: string, contentType = ''): boolean {
  return /\.html?$/i.test(path) || /^text\/html\b/i.test(contentType);
}
