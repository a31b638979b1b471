/**
 * Code that several actions load: each package and module is in one file of `shared/`, which is read when it is first needed.
 * Shared files that need each other load each other in the same way.
 */
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type Plugin } from 'esbuild';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** File in `shared/` → packages, as imports name them. */
export const SHARED: Readonly<Record<string, readonly string[]>> = {
  'runtime.cjs': ['fastest-levenshtein'],
  'manifest.cjs': [],
  'inputs.cjs': [],
  'frontend-inputs.cjs': ['picomatch'],
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

/**
 * File in `shared/` → modules of ours. The file also holds every module that these import, unless an earlier file has it. Then each
 * module exists once in a process: `instanceof` works for errors of a shared module, and state such as masks is kept in one place.
 */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  'runtime.cjs': ['src/runtime/action.ts', 'src/runtime/context.ts', 'src/google/auth.ts'],
  'manifest.cjs': ['src/manifest/index.ts'],
  'inputs.cjs': ['build-image', 'migrate', 'deploy-run'].map((name) => `actions/${name}/inputs.ts`),
  'frontend-inputs.cjs': ['actions/publish-frontend/inputs.ts'],
};

/** Module of ours, relative to the root → its file in `shared/`. */
const FILES = filesOfModules();

function filesOfModules(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [file, entryPoints] of Object.entries(MODULES)) {
    const { metafile } = buildSync({
      ...{ absWorkingDir: root, outdir: 'unused', platform: 'node', format: 'esm', packages: 'external' },
      ...{ bundle: true, entryPoints: [...entryPoints], write: false, metafile: true },
    });
    for (const module of Object.keys(metafile.inputs)) if (!files.has(module)) files.set(module, file);
  }
  return files;
}

/** It is an ES module, which `require` does not resolve by name. */
const PATHS: Readonly<Record<string, string>> = { '@actions/github': './node_modules/@actions/github/lib/github.js' };

/** The code of a shared file. Each package and module is evaluated when it is first required. */
export function sharedEntry(file: string): string {
  const modules = [...FILES.keys()].filter((module) => FILES.get(module) === file);
  const paths = [
    ...(SHARED[file] ?? []).map((name) => [name, PATHS[name] ?? name] as const),
    ...modules.sort().map((module) => [module, `./${module}`] as const),
  ];
  return paths
    .map(([name, path]) => `Object.defineProperty(exports, '${name}', { get: () => require('${path}') });`)
    .join('\n');
}

/** Loads shared code from its files at run time. `own`: the shared file that is being built, which contains its code. */
export const fromShared = (own?: string): Plugin => ({
  name: 'shared',
  setup(builder) {
    const packages = new Map(
      Object.entries(SHARED).flatMap(([file, names]) => names.map((name) => [name, file] as const)),
    );
    const resolved = (name: string, file: string | undefined) =>
      file === undefined || file === own ? undefined : { path: name, namespace: 'shared', pluginData: file };
    builder.onResolve({ filter: /^[^./]/ }, ({ path }) => resolved(path, packages.get(path)));
    builder.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
      const module = relative(root, join(resolveDir, path));
      return resolved(module, FILES.get(module));
    });
    builder.onResolve({ filter: /^/, namespace: 'shared' }, ({ path }) => ({ path, external: true }));
    builder.onLoad({ filter: /^/, namespace: 'shared' }, ({ path, pluginData }) => {
      return { contents: `module.exports = require('../shared/${pluginData}')['${path}'];` };
    });
  },
});
