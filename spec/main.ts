/** `npm run spec`: explores the models within all their bounds, and says how many states there were. */
import { explore } from './explore.ts';
import { FULL } from './rollout/bounds.ts';
import { rolloutModel } from './rollout/checked-model.ts';

let failed = false;
for (const bound of FULL) {
  const began = performance.now();
  const { states, steps, depth, complete, violation } = explore(rolloutModel(bound), {
    onProgress: (known, queued) => process.stderr.isTTY && process.stderr.write(`\r${known} states, ${queued} to go `),
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`rollout, ${bound.name}: ${states} states, ${steps} steps, depth ${depth}, ${seconds} s`);
  if (violation)
    console.log(`  violated: ${violation.property}: ${violation.message}\n  ${violation.trace.join('\n  ')}`);
  failed ||= violation !== undefined || !complete;
}
process.exitCode = failed ? 1 : 0;
