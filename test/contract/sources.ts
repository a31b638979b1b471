/** The sources as the contract tests see them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The actions that users call. */
export const ACTIONS = ['build-image', 'deploy-run', 'migrate', 'publish-frontend'] as const;

/** Those, and what our own workflows call besides them. */
export const BUNDLES = [...ACTIONS, 'pipeline', 'promotion', 'preview'] as const;

export interface ActionManifest {
  readonly name: string;
  readonly description: string;
  readonly inputs: Record<
    string,
    { readonly description: string; readonly required?: boolean; readonly default?: string }
  >;
  readonly outputs: Record<string, { readonly description: string }>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string; readonly 'post-if'?: string };
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const manifestOf = (action: string): ActionManifest =>
  parse(read(`actions/${action}/action.yml`)) as ActionManifest;

/** All files below a folder with the ending, as paths from the root. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Paths from the root of all relative imports of a file: values and types, static, dynamic and re-exports. */
export function importsOf(file: string): string[] {
  const specifiers = [...read(file).matchAll(/(?:from|import)[\s(]*'(\.[^']+)'/g)].map((match) => match[1] as string);
  return specifiers.map((specifier) => posix.normalize(posix.join(posix.dirname(file), specifier)));
}
