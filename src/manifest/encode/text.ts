/** A manifest as YAML 1.1 text, as `readManifest` and gcloud read it. */
import { Document, isMap, isScalar, visit } from 'yaml';
import type { ManifestDocument } from './index.ts';

/**
 * `comments` stand above the keys that they name by path: `['spec', 'template']`; the empty path is the head of the file.
 * `${NAME}` of the names in `substitutions` stays one; any other is the text itself.
 */
export function manifestText(
  document: ManifestDocument,
  comments: readonly { readonly path: readonly (string | number)[]; readonly text: string }[] = [],
  substitutions: ReadonlySet<string> = new Set(),
): string {
  const yaml = new Document(document, { version: '1.1', aliasDuplicateObjects: false });
  yaml.directives = undefined as never;
  // `${` starts a substitution in a manifest.
  visit(yaml, {
    Scalar(_, node) {
      if (typeof node.value !== 'string') return;
      node.value = node.value.replace(/\$\{(?:(\w+)\})?/g, (text, name = '') =>
        substitutions.has(name) ? text : `$${text}`,
      );
    },
  });
  for (const { path, text } of comments) {
    const lines = text
      .split('\n')
      .map((line) => ` ${line}`)
      .join('\n');
    const parent = yaml.getIn(path.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => (isScalar(key) ? key.value : key) === path.at(-1))
      : undefined;
    if (path.length === 0) yaml.commentBefore = lines;
    else if (isScalar(pair?.key)) pair.key.commentBefore = lines;
  }
  return yaml.toString({ lineWidth: 0 });
}
