/**
 * `npm run bench`: speed as ratios of medians in one run on this machine. `-- bundles images pipeline publish round-trips` selects;
 * `cache-mounts` and `platforms` compile the sample several times from scratch, in a separate engine, and take minutes.
 * `publish-all` adds 20,000 files, 30 ms of latency, and the memory for one file of 2 GB, and takes long.
 */
import { startLocalCloud } from '../../scripts/demo/local-cloud.ts';
import { benchCacheMounts } from './builds/cache-mounts.ts';
import { benchPlatforms } from './builds/platforms.ts';
import { benchBundles } from './bundles.ts';
import { benchImages } from './images.ts';
import { printTable, type Row } from './measure.ts';
import { benchPipeline } from './pipeline.ts';
import { benchPublish } from './publish.ts';
import { benchRoundTrips } from './round-trips/index.ts';

const chosen = process.argv.slice(2);
const wanted = (name: string) => chosen.length === 0 || chosen.includes(name);
const rows: Row[] = [];

if (wanted('bundles')) rows.push(...(await benchBundles()));
if (wanted('images') || wanted('pipeline')) {
  const cloud = await startLocalCloud(() => {});
  try {
    if (wanted('images')) rows.push(...(await benchImages(cloud)));
    if (wanted('pipeline')) rows.push(...(await benchPipeline(cloud)));
  } finally {
    await cloud.stop();
  }
}
if (wanted('round-trips')) rows.push(...(await benchRoundTrips({ listCalls: chosen.includes('calls') })));
if (wanted('publish')) rows.push(...(await benchPublish({ files: [2000], latencies: [0], memory: false })));
if (chosen.includes('platforms')) rows.push(...(await benchPlatforms()));
if (chosen.includes('cache-mounts')) rows.push(...(await benchCacheMounts()));
if (chosen.includes('publish-all')) {
  rows.push(...(await benchPublish({ files: [2000, 20_000], latencies: [0, 30], memory: true })));
}
printTable(rows);
process.exit(0);
