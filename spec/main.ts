/** `npm run spec`: explores the models within all their bounds, and says how many states there were. */
import { FULL_CANARIES } from './canary/bounds.ts';
import { canaryModel } from './canary/model.ts';
import { explore, type Model } from './explore.ts';
import { FULL_MIGRATIONS } from './migration/bounds.ts';
import { migrationModel } from './migration/model.ts';
import { MIGRATION_LIVENESS, MIGRATION_SAFETY } from './migration/properties.ts';
import { FULL_RELEASES } from './release/bounds.ts';
import { releaseModel } from './release/model.ts';
import { FULL } from './rollout/bounds.ts';
import { rolloutModel } from './rollout/checked-model.ts';
import { FULL_SITES } from './site/bounds.ts';
import { siteModel } from './site/model.ts';
import { SITE_LIVENESS, SITE_SAFETY } from './site/properties.ts';

let failed = false;
for (const bound of FULL) report(`rollout, ${bound.name}`, rolloutModel(bound));
for (const bound of FULL_RELEASES) report(`release, ${bound.name}`, releaseModel(bound));
for (const bound of FULL_CANARIES) report(`canary, ${bound.name}`, canaryModel(bound));
for (const bound of FULL_MIGRATIONS)
  report(`migration, ${bound.name}`, migrationModel(bound, { safety: MIGRATION_SAFETY, liveness: MIGRATION_LIVENESS }));
for (const bound of FULL_SITES)
  report(`site, ${bound.name}`, siteModel(bound, { safety: SITE_SAFETY, liveness: SITE_LIVENESS }));
process.exitCode = failed ? 1 : 0;

function report<State>(name: string, model: Model<State>): void {
  const began = performance.now();
  const { states, steps, depth, complete, violation } = explore(model, {
    onProgress: (known, queued) => process.stderr.isTTY && process.stderr.write(`\r${known} states, ${queued} to go `),
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${name}: ${states} states, ${steps} steps, depth ${depth}, ${seconds} s`);
  if (violation)
    console.log(`  violated: ${violation.property}: ${violation.message}\n  ${violation.trace.join('\n  ')}`);
  failed ||= violation !== undefined || !complete;
}
