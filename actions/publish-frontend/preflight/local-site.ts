/** Reads the folder to publish, and builds it first if asked. */
import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import { buildSite } from '../site/build-command.ts';
import { limitHeapGrowth } from '../site/heap-settings.ts';
import { scanFolder } from '../site/scan-folder.ts';
import { readSite, type SiteFile, unmatchedGlobs } from '../site/site-files.ts';
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
  await timings.time('Build', () => buildSite(build, context));
}

/** Resolves when the names of the files are checked; their content is still being read then. */
export async function readLocalSite(inputs: PublishInputs, { context, timings }: SiteClients): Promise<LocalSite> {
  const { folder, path: given, layout, sourceMaps } = inputs;
  const scan = await timings.time('Scan', () =>
    scanFolder({ folder, given, prefix: layout.prefix, sourceMaps, onFound: limitHeapGrowth }),
  );
  if (scan.sourceMaps > 0)
    context.log.info(`${scan.sourceMaps} source maps are left out. Set source-maps: true to publish them.`);
  for (const { input, glob } of unmatchedGlobs(scan.files, inputs.rules))
    context.log.notice(`Input ${input}: "${glob}" matches no file of ${given}.`);
  const files = timings.time('Read', () => readSite(scan.root, scan.files, inputs.rules, context.signal));
  files.catch(() => {});
  return { root: scan.root, files };
}
