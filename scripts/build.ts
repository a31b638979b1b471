/**
 * Builds `dist/`, from which the commits of a release are made (`release/commits.ts`): for each action its manifest, its
 * bundle with an entry file for each phase, and the licenses of what is in it; the code that several actions load (`shared/`);
 * the command line; and the workflows, license and README for users.
 *
 * `npm run build` builds all; `npm run build -- deploy-run` one action. Output depends on nothing but the sources.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { lean } from './build/lean.ts';
import { collectLicenses } from './build/licenses.ts';
import { cliPackage, releasePackage } from './build/packages.ts';
import { fromShared, SHARED, sharedEntry } from './build/shared.ts';
import { releaseWorkflow, WORKFLOWS } from './build/workflows.ts';
import { currentVersion } from './release/version.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const REPOSITORY = 'https://github.com/orchestra/actions';

/**
 * Modules that are built into separate files beside the bundle, and loaded on demand. Most steps need neither, and
 * loading takes about 60 ms for the verifier and 180 ms for the signer, as much as or more than the rest of the action.
 */
const LAZY: Readonly<Record<string, string>> = {
  'src/provenance/verifier.ts': '../shared/verifier.cjs',
  'src/provenance/signer.ts': './signer.cjs',
};

/** Leaves imports of lazy modules to run time, and collects them. */
const lazily = (found: Set<string>): Plugin => ({
  name: 'lazily',
  setup(builder) {
    builder.onResolve({ filter: /\/(verifier|signer)\.ts$/ }, ({ path, resolveDir, kind }) => {
      const module = relative(root, join(resolveDir, path));
      const file = kind === 'dynamic-import' ? LAZY[module] : undefined;
      if (file === undefined) return undefined;
      found.add(module);
      return { path: file, external: true };
    });
  },
});

/** The command line has no provenance policy: it rolls back only to revisions that served. */
const withoutVerifier: Plugin = {
  name: 'without-verifier',
  setup(builder) {
    builder.onResolve({ filter: /\/verifier\.ts$/ }, () => ({
      path: join(root, 'scripts/build/stand-ins/no-verifier.cjs'),
    }));
  },
};

/** Parts of the signing toolkit that we do not use: its GitHub API client, and old character sets. */
const signerOnly: Plugin = {
  name: 'signer-only',
  setup(builder) {
    const nothing = { path: join(root, 'scripts/build/stand-ins/nothing.cjs') };
    builder.onResolve({ filter: /^(\.\/(store|oidc|artifactMetadata)\.js|@actions\/github)$/ }, ({ importer }) =>
      importer.includes('@actions/attest/') ? nothing : undefined,
    );
    builder.onResolve({ filter: /^(iconv-lite|encoding)$/ }, () => nothing);
  },
};

/** Builds a lazy module of the action into `target`. Returns its source files. */
async function buildLazy(module: string, target: string): Promise<string[]> {
  const result = await build({
    ...COMMON,
    plugins: [fromShared(), signerOnly, lean],
    entryPoints: [join(root, module)],
    outfile: join(target, LAZY[module] as string),
    target: 'node24',
  });
  for (const { path, text } of result.outputFiles) writeFileSync(path, text);
  return Object.keys(result.metafile.inputs);
}

/** Builds the code that several actions load into `outdir/shared`. */
async function buildShared(outdir: string): Promise<void> {
  const target = join(outdir, 'shared');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const built = Object.keys(SHARED).map(async (file) => {
    const result = await build({
      ...COMMON,
      ...(/^google-(auth|gax)\.cjs$/.test(file) ? FETCH_CLASSES : {}),
      stdin: { contents: sharedEntry(file), sourcefile: file, resolveDir: root },
      outfile: join(target, file),
      target: 'node24',
      plugins: [fromShared(file), lean],
    });
    for (const { path, text } of result.outputFiles) writeFileSync(path, text);
    return Object.keys(result.metafile.inputs);
  });
  const lazy = Object.keys(LAZY).filter(isShared);
  const inputs = await Promise.all([...built, ...lazy.map((module) => buildLazy(module, target))]);
  writeFileSync(join(target, 'licenses.txt'), collectLicenses(root, inputs.flat()));
}

const isShared = (module: string): boolean => LAZY[module]?.startsWith('../shared/') === true;

export const actionNames = (): string[] =>
  readdirSync(join(root, 'actions')).filter((name) => existsSync(join(root, 'actions', name, 'main.ts')));

/** The code of all phases of an action. */
const ACTION_FILE = 'action.cjs';

/** A phase's modules start when the phase is called, so that `post` does not start what only `main` needs. */
const phaseExport = (phase: string): string => `exports.${phase} = () => void require('./${phase}.ts');`;

/** The file that the runner starts. It names its phase itself: saved state does not decide which phase runs. */
const entryFile = (phase: string): string => `'use strict';\nrequire('./${ACTION_FILE}').${phase}();\n`;

/** Options for every code file. */
const COMMON = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // Readable for reviewers; and proto3-json-serializer recognizes 64-bit integers by their constructor's name.
  minify: false,
  keepNames: false,
  legalComments: 'none',
  charset: 'ascii',
  write: false as const,
  metafile: true as const,
  logLevel: 'warning',
  plugins: [lean],
} satisfies BuildOptions;

/** Only files that hold Google's clients use its classes; in any other file they would take 5 kB and 1 ms of each start. */
const FETCH_CLASSES = { inject: [join(root, 'scripts/build/stand-ins/fetch-classes.mjs')] };

/**
 * Builds the command line into `outdir/cli`, which is also the npm package: one file, and a package.json without dependencies
 * or lifecycle scripts. It runs on Node 20, which is common on developers' machines.
 */
async function buildCli(outdir: string): Promise<void> {
  const target = join(outdir, 'cli');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const result = await build({
    ...COMMON,
    ...FETCH_CLASSES,
    entryPoints: [join(root, 'cli/main.ts')],
    outfile: join(target, CLI_FILE),
    target: 'node20',
    plugins: [withoutVerifier, lean],
    banner: { js: '#!/usr/bin/env node' },
    define: { ORCHESTRA_VERSION: JSON.stringify(currentVersion()) },
  });
  for (const { path, text } of result.outputFiles) writeFileSync(path, text, { mode: 0o755 });
  writeFileSync(join(target, 'licenses.txt'), collectLicenses(root, Object.keys(result.metafile.inputs)));
  writeFileSync(join(target, 'package.json'), cliPackage(currentVersion(), CLI_FILE));
  writeFileSync(join(target, 'README.md'), absoluteLinks(readFileSync(join(root, 'docs/cli.md'), 'utf8'), 'docs'));
}

const CLI_FILE = 'orchestra.cjs';

/** Builds one action into `outdir/NAME`: an entry file for each phase, and the file that both require. */
export async function buildAction(name: string, outdir: string): Promise<void> {
  const source = join(root, 'actions', name);
  const target = join(outdir, name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const phases = ['main', 'post'].filter((phase) => existsSync(join(source, `${phase}.ts`)));
  const lazy = new Set<string>();
  const result = await build({
    ...COMMON,
    stdin: { contents: phases.map(phaseExport).join('\n'), sourcefile: ACTION_FILE, resolveDir: source },
    outfile: join(target, ACTION_FILE),
    target: 'node24',
    plugins: [lazily(lazy), fromShared(), lean],
  });
  const own = [...lazy].filter((module) => !isShared(module)).sort();
  const inputs = [
    ...Object.keys(result.metafile.inputs),
    ...(await Promise.all(own.map((module) => buildLazy(module, target)))).flat(),
  ];
  for (const { path, text } of result.outputFiles) writeFileSync(path, text);
  for (const phase of phases) writeFileSync(join(target, `${phase}.cjs`), entryFile(phase));
  copyWasm(inputs, target);
  writeFileSync(join(target, 'licenses.txt'), collectLicenses(root, inputs));
  writeFileSync(join(target, 'action.yml'), releaseManifest(readFileSync(join(source, 'action.yml'), 'utf8'), name));
  copyReadme(`actions/${name}`, target);
}

/** A WebAssembly module is loaded from beside the bundle, under the name of its loader. */
function copyWasm(inputs: readonly string[], target: string): void {
  for (const input of inputs) {
    const wasm = join(root, input.replace(/\.c?js$/, '.wasm'));
    if (wasm.endsWith('.wasm') && existsSync(wasm)) cpSync(wasm, join(target, basename(wasm)));
  }
}

/** In this repository a manifest points into dist/; in a release the bundle is next to it. */
function releaseManifest(manifest: string, name: string): string {
  return manifest.replaceAll(`../../dist/${name}/`, '');
}

/** The files at the root of the release tree, and its workflows. */
function writeRoot(outdir: string): void {
  const version = currentVersion();
  writeFileSync(join(outdir, 'package.json'), releasePackage(version, `cli/${CLI_FILE}`));
  mkdirSync(join(outdir, '.github/workflows'), { recursive: true });
  for (const file of WORKFLOWS) {
    const source = join(root, '.github/workflows', file);
    if (existsSync(source))
      writeFileSync(join(outdir, '.github/workflows', file), releaseWorkflow(readFileSync(source, 'utf8'), version));
  }
  cpSync(join(root, 'LICENSE'), join(outdir, 'LICENSE'));
  copyReadme('', outdir);
}

/** A release contains neither docs/ nor examples/, so links of a README point to the repository. */
function copyReadme(folder: string, target: string): void {
  const text = readFileSync(join(root, folder, 'README.md'), 'utf8');
  writeFileSync(join(target, 'README.md'), absoluteLinks(text, folder));
}

const absoluteLinks = (text: string, folder: string): string =>
  text.replace(/\]\((?!https?:|#)([^)]+)\)/g, (_, link: string) => `](${REPOSITORY}/blob/main/${join(folder, link)})`);

/** Builds the whole release tree into `outdir`, which holds nothing else afterwards. */
export async function buildRelease(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  await Promise.all([buildShared(outdir), ...actionNames().map((name) => buildAction(name, outdir)), buildCli(outdir)]);
  writeRoot(outdir);
}

if (import.meta.main) {
  const outdir = process.env.OUTDIR ?? join(root, 'dist');
  const chosen = process.argv.slice(2);
  const names = ['cli', ...actionNames()];
  if (chosen.some((name) => !names.includes(name))) {
    console.error(
      `Usage: npm run build -- [NAME...]. Without a name, everything is built. Names: ${names.join(', ')}.`,
    );
    process.exitCode = 1;
  } else if (chosen.length === 0) await buildRelease(outdir);
  else
    await Promise.all([
      buildShared(outdir),
      ...chosen.map((name) => (name === 'cli' ? buildCli(outdir) : buildAction(name, outdir))),
    ]);
}
