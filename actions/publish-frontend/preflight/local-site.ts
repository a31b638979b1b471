/** Reads the folder to publish, and builds it first if requested. */

import { warnOfOtherCheckout } from '../../../src/github/checkout.ts';
import type { Log } from '../../../src/runtime/log.ts';
import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import { buildSite } from '../site/build-command.ts';
import { projectFile } from '../site/forbidden/project-folder.ts';
import { limitHeapGrowth } from '../site/heap-settings.ts';
import { readSite } from '../site/read-site.ts';
import { scanFolder } from '../site/scan-folder.ts';
import { type SiteFile, unmatchedGlobs } from '../site/site-files.ts';
import { type Sources, sourceFiles } from '../site/source-files.ts';
import { readState } from '../store/read-state.ts';
import { checkCommitOrder } from './freshness.ts';
import { checkServiceHolds, checkSiteHold } from './holds.ts';

/** The site on disk. */
export interface LocalSite {
  /** The folder, absolute. */
  readonly root: string;
  /** Its files, while they are still being read. */
  readonly files: Promise<readonly SiteFile[]>;
}

/** Runs `build-command`. Holds and newer commits are reported before minutes are spent on a build. */
export async function buildIfAsked(inputs: PublishInputs, clients: SiteClients): Promise<void> {
  const { build, layout } = inputs;
  if (!build) return;
  const { claims, timings, context } = clients;
  const { state } = await readState(claims.store, layout);
  checkSiteHold(inputs, state);
  await Promise.all([checkCommitOrder(inputs, clients, state), checkServiceHolds(inputs, clients)]);
  warnOfOtherCheckout(inputs.commit, context.github, context.log);
  await timings.time('Build', () => buildSite(build, context));
}

/** Resolves when the names of the files are checked; their content is still being read then. */
export async function readLocalSite(inputs: PublishInputs, { context, timings }: SiteClients): Promise<LocalSite> {
  const { folder, path: given, layout, sourceMaps, index, rules } = inputs;
  const scan = await timings.time('Scan', () =>
    scanFolder({ folder, given, prefix: layout.prefix, sourceMaps, index, onFound: limitHeapGrowth }),
  );
  if (scan.sourceMaps > 0)
    context.log.info(`${scan.sourceMaps} source maps are left out. Set source-maps: true to publish them.`);
  for (const { input, glob } of unmatchedGlobs(scan.files, rules))
    context.log.notice(`Input ${input}: "${glob}" matches no file of ${given}.`);
  warnOfProject(given, projectFile(scan.files.map(({ path }) => path)), context.log);
  const sources = sourceFiles(scan.files, rules);
  tellOfCompressed(sources, context.log);
  const files = timings.time('Read', async () => {
    const maybePages: string[] = [];
    const tokens: [file: string, what: string][] = [];
    const site = await readSite(scan.root, sources.files, rules, context.signal, {
      maybePage: (file) => maybePages.push(file),
      addressTaken: (page, path) =>
        context.log.warning(
          `Input clean-urls: ${page} is not published as ${path}, because the site has a file ${path} with other content, which is served there. Rename one of the two.`,
        ),
      token: (file, what) => tokens.push([file, what]),
    });
    warnOfPages(maybePages, context.log);
    warnOfTokens(tokens, context.log);
    return site;
  });
  files.catch(() => {});
  return { root: scan.root, files };
}

/** 1.0 published it silently, and v1 does so with a warning. */
function warnOfProject(folder: string, file: string | undefined, log: Log): void {
  if (file === undefined) return;
  log.warning(
    `Input path: ${folder} contains package.json and ${file}, so it looks like the project folder, not the build output. All its files are published, including sources and packages. Set path to the folder that the build writes, for instance dist.`,
  );
}

/** 1.0 served them as downloads, and v1 does so until the input says otherwise. */
function warnOfPages(files: readonly string[], log: Log): void {
  const [first, ...others] = files;
  if (first === undefined) return;
  const what =
    others.length === 0
      ? `${first} begins like a page, but has no extension. It is served as`
      : `${files.length} files, such as ${first}, begin like pages, but have no extension. They are served as`;
  log.warning(
    `${what} application/octet-stream, which browsers download. Set pages-without-extension: true to serve ${others.length === 0 ? 'it' : 'them'} as text/html, or false to keep this without a warning. In version 2, true will be the default.`,
  );
}

/** 1.0 published them silently, and v1 does so with a warning. */
function warnOfTokens(found: readonly (readonly [file: string, what: string])[], log: Log): void {
  for (const [file, what] of found.slice(0, 10))
    log.warning(
      `${file} contains ${what}, and every visitor of the site can read it. Revoke it, and leave it out of the build. If it is an example for readers, name the file in example-credentials. In version 2, such files will be refused.`,
    );
  if (found.length > 10) log.warning(`${found.length - 10} more files contain tokens or keys.`);
}

/** A file that pages load compressed under its own name does not work without its encoding; which is meant, only the user knows. */
function tellOfCompressed({ leftOut, downloads }: Sources, log: Log): void {
  if (leftOut > 0)
    log.info(
      `${leftOut} compressed copies are not published under their own names: visitors get them under the names of the original files.`,
    );
  const [copy] = downloads.filter(({ beside }) => beside);
  if (copy)
    log.notice(
      `${copy.path} is published as a download, and ${copy.of} uncompressed. Set precompressed: gzip, br or zstd to serve ${copy.of} compressed, or leave compressed copies out of the build.`,
    );
  const [alone] = downloads.filter(({ beside }) => !beside);
  if (alone)
    log.notice(
      `${alone.path} is published as a download, without a Content-Encoding. If pages load it, set content-encoding: "*.br=br", "*.gz=gzip" or "*.zst=zstd". If they load ${alone.of}, keep ${alone.of} in the build.`,
    );
}
