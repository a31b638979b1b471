/**
 * The scripts and styles that a page, a script or a style loads: a careful scan, no full parser. What it may miss (tags that
 * scripts write, names that they compute) only costs a warning.
 */

/** Paths of the site (`assets/app.js`) that the page at `page` names in tags and in its own scripts and styles. */
export function pageReferences(html: string, page: string, prefix: string): Set<string> {
  const paths = new Set<string>();
  let base = addressOf(page);
  for (const { name, attributes, text } of tags(html)) {
    if (name === 'base') base = URL.parse(attributes.get('href') ?? '', base)?.href ?? base;
    for (const target of loaded(name, attributes, text)) addPaths(paths, target, base, prefix);
  }
  return paths;
}

/** Paths of the site that the script or style at `path` imports. */
export function importsOf(code: string, path: string, prefix: string): Set<string> {
  const paths = new Set<string>();
  for (const target of /\.css$/i.test(path) ? cssImports(code) : scriptImports(code))
    addPaths(paths, target, addressOf(path), prefix);
  return paths;
}

function loaded(name: string, attributes: ReadonlyMap<string, string>, text: string): string[] {
  const given = (attribute: string) => [attributes.get(attribute)].filter((value) => value !== undefined);
  if (name === 'style') return cssImports(text);
  if (name === 'script') {
    if (attributes.has('src')) return given('src');
    return attributes.get('type')?.toLowerCase() === 'importmap' ? mapped(text) : scriptImports(text);
  }
  if (name !== 'link') return [];
  const rel = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
  const preloaded = rel.includes('preload') && /^(script|style)$/i.test(attributes.get('as') ?? '');
  return preloaded || rel.includes('stylesheet') || rel.includes('modulepreload') ? given('href') : [];
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, `new URL('x', …)`; names of packages left out. */
function scriptImports(code: string): string[] {
  const found = code.matchAll(
    /(?:\b(?:from|import)\s*(?:\(\s*(?:\/\*[^*]*\*\/\s*)?)?|\bnew\s+URL\(\s*)(["'`])([^"'`\n$]+)\1/g,
  );
  return [...found].map(([, , target = '']) => target).filter((target) => /^(\.{0,2}\/|https?:)/.test(target));
}

/** `@import 'x'` and `@import url(x)`. */
function cssImports(code: string): string[] {
  const found = code.matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/gi);
  return [...found].map(([, target = '']) => target);
}

/** What an import map maps names to. */
function mapped(json: string): string[] {
  return [...json.matchAll(/:\s*"([^"]+)"/g)].map(([, target = '']) => target);
}

const ORIGIN = 'https://site.invalid';

function addressOf(path: string): string {
  return `${ORIGIN}/${encodeURI(path)}`;
}

/** A path may be written as the browser sees it below the prefix, or below the root of a host that maps to the prefix. */
function addPaths(paths: Set<string>, target: string, base: string, prefix: string): void {
  const url = URL.parse(target, base);
  if (url?.origin !== ORIGIN) return;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname.slice(1));
  } catch {
    return;
  }
  paths.add(path);
  if (prefix !== '' && path.startsWith(prefix)) paths.add(path.slice(prefix.length));
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands inside a script or style. */
  readonly text: string;
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Start tags outside comments and outside scripts, styles, text areas and titles. */
function* tags(html: string): Generator<Tag> {
  const tag = new RegExp(TAG, 'g');
  const lower = html.toLowerCase();
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    if (match[1] === undefined) continue;
    const name = match[1].toLowerCase();
    const attributes = new Map<string, string>();
    for (const [, key = '', double, single, bare] of (match[2] ?? '').matchAll(ATTRIBUTE)) {
      const attribute = key.toLowerCase();
      if (!attributes.has(attribute)) attributes.set(attribute, unescapeEntities(double ?? single ?? bare ?? ''));
    }
    if (!/^(script|style|textarea|title)$/.test(name)) {
      yield { name, attributes, text: '' };
      continue;
    }
    const start = tag.lastIndex;
    const end = lower.indexOf(`</${name}`, start);
    yield { name, attributes, text: html.slice(start, end < 0 ? undefined : end) };
    if (end < 0) return;
    tag.lastIndex = end;
  }
}

function unescapeEntities(value: string): string {
  return value.replaceAll('&amp;', '&').replaceAll('&#38;', '&').trim();
}
