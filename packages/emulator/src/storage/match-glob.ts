/** The glob patterns of listings. https://cloud.google.com/storage/docs/json_api/v1/objects/list#list-objects-and-prefixes-using-glob */

/** `*` and `?` stop at a slash, `**` does not; `[…]` is a set of characters, `{a,b}` a choice. */
export function globPattern(glob: string): RegExp {
  let choices = 0;
  const source = glob.replace(/\*\*|\[[^\]]*\]|\\.|[\s\S]/g, (part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part === '{') {
      choices++;
      return '(?:';
    }
    if (part === '}' && choices > 0) {
      choices--;
      return ')';
    }
    if (part === ',' && choices > 0) return '|';
    if (part.startsWith('[') && part.length > 2) return part.replace(/^\[!/, '[^');
    return part.replace(/^\\(?=.)/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 's');
}
