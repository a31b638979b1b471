/**
 * Packages that several actions load: each stands once in a release, in a file of its own in `shared/`, and is read when it is first
 * needed. Files of packages that need each other refer to each other in the same way.
 */
import type { Plugin } from 'esbuild';

/** File in `shared/` → what is imported from it, as the imports name it. */
export const SHARED: Readonly<Record<string, readonly string[]>> = {
  'undici.cjs': ['undici'],
  'yaml.cjs': ['yaml'],
  'github.cjs': ['@actions/github'],
  'google-auth.cjs': ['google-auth-library'],
  'google-gax.cjs': ['google-gax', 'google-gax/build/src/protobuf'],
  'google-run.cjs': [
    '@google-cloud/run/build/src/v2/executions_client.js',
    '@google-cloud/run/build/src/v2/tasks_client.js',
  ],
  'google-artifact-registry.cjs': ['@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js'],
};

/** It is an ES module, which a `require` by its name does not find. */
const PATHS: Readonly<Record<string, string>> = { '@actions/github': './node_modules/@actions/github/lib/github.js' };

/** The code of a shared file: each package starts when it is first asked for. */
export const sharedEntry = (file: string): string =>
  (SHARED[file] ?? [])
    .map((name) => `Object.defineProperty(exports, '${name}', { get: () => require('${PATHS[name] ?? name}') });`)
    .join('\n');

/** Takes shared packages from their files at run time. `own`: the shared file that is being built, which holds its packages. */
export const fromShared = (own?: string): Plugin => ({
  name: 'shared',
  setup(builder) {
    const files = new Map(
      Object.entries(SHARED).flatMap(([file, names]) =>
        file === own ? [] : names.map((name) => [name, file] as const),
      ),
    );
    builder.onResolve({ filter: /^[^./]/ }, ({ path }) => {
      const file = files.get(path);
      return file === undefined ? undefined : { path, namespace: 'shared', pluginData: file };
    });
    builder.onResolve({ filter: /^/, namespace: 'shared' }, ({ path }) => ({ path, external: true }));
    builder.onLoad({ filter: /^/, namespace: 'shared' }, ({ path, pluginData }) => ({
      contents: `module.exports = require('../shared/${pluginData}')['${path}'];`,
    }));
  },
});
