/** `npm run bench`: speed as ratios of medians in one run on this machine. `-- bundles images publish` chooses. */
import { startWorld } from '../../scripts/demo/world.ts';
import { benchBundles } from './bundles.ts';
import { benchImages } from './images.ts';
import { printTable, type Row } from './measure.ts';

const chosen = process.argv.slice(2);
const wanted = (name: string) => chosen.length === 0 || chosen.includes(name);
const rows: Row[] = [];

if (wanted('bundles')) rows.push(...(await benchBundles()));
if (wanted('images')) {
  const world = await startWorld(() => {});
  try {
    rows.push(...(await benchImages(world)));
  } finally {
    await world.stop();
  }
}
printTable(rows);
process.exit(0);
