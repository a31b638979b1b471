/** Leaves unused parts of packages out of every bundle. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const standIns = join(dirname(fileURLToPath(import.meta.url)), 'stand-ins');

/** Replacements for parts of packages that our calls never reach, by import specifier. */
const STAND_INS: readonly (readonly [name: RegExp, module: string])[] = [
  [/^google-gax$/, 'gax-rest.cjs'],
  [/^undici$/, 'undici-core.cjs'],
  // Message classes that google-gax only re-exports, or uses only for its own polling.
  [/^(\.\.\/)+protos\/(iam_service|locations|operations)$/, 'gax-messages.cjs'],
  // The HTTP parser without SIMD (22 kB gzipped in each action): all processors of runners with Node 24 support SIMD.
  [/^\.\.\/llhttp\/llhttp-wasm\.js$/, 'nothing.cjs'],
  // HTTP/2, which we do not use.
  [/^\.\/client-h2\.js$/, 'nothing.cjs'],
  // Uploads, which these clients do not use; streams that Node has had since 18; integers over 2^53 of the metadata server.
  [/^\.\/resumable(Upload|SourceFromFile)$/, 'nothing.cjs'],
  [/^web-streams-polyfill\//, 'nothing.cjs'],
  [/^json-bigint$/, 'plain-json.cjs'],
];

/** The esbuild plugin that makes these replacements. */
export const lean: Plugin = {
  name: 'lean',
  setup(builder) {
    for (const [name, module] of STAND_INS)
      builder.onResolve({ filter: name }, () => ({ path: join(standIns, module) }));
  },
};
