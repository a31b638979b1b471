/**
 * The scripts and styles that a page loads: a careful scan of its tags, no full parser. What it may miss (tags written by
 * scripts) only costs a warning.
 */

/** Paths of the site (`assets/app.js`) that the page at `page` names in `<script src>` and in links to styles and modules. */
export function pageReferences(html: string, page: string, prefix: string): Set<string> {
  const paths = new Set<string>();
  for (const { name, attributes } of tags(html)) {
    const target = loaded(name, attributes);
    if (target === undefined) continue;
    for (const path of sitePaths(target, page, prefix)) paths.add(path);
  }
  return paths;
}

function loaded(name: string, attributes: ReadonlyMap<string, string>): string | undefined {
  if (name === 'script') return attributes.get('src');
  if (name !== 'link') return undefined;
  const rel = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
  return rel.includes('stylesheet') || rel.includes('modulepreload') ? attributes.get('href') : undefined;
}

/** A path may be written as the browser sees it below the prefix, or below the root of a host that maps to the prefix. */
function sitePaths(target: string, page: string, prefix: string): string[] {
  const origin = 'https://site.invalid';
  const base = `${origin}/${encodeURI(page)}`;
  if (!URL.canParse(target, base)) return [];
  const url = new URL(target, base);
  if (url.origin !== origin) return [];
  let path: string;
  try {
    path = decodeURIComponent(url.pathname.slice(1));
  } catch {
    return [];
  }
  return prefix !== '' && path.startsWith(prefix) ? [path, path.slice(prefix.length)] : [path];
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Start tags outside comments and outside the text of scripts, styles, text areas and titles. */
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
    yield { name, attributes };
    if (!/^(script|style|textarea|title)$/.test(name)) continue;
    const end = lower.indexOf(`</${name}`, tag.lastIndex);
    if (end < 0) return;
    tag.lastIndex = end;
  }
}

function unescapeEntities(value: string): string {
  return value.replaceAll('&amp;', '&').replaceAll('&#38;', '&').trim();
}
