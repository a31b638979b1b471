import type { Command } from '../core/command.ts';
import { advance } from './advance.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { hold, releaseHold } from './hold.ts';
import { init } from './init.ts';
import { rollback } from './rollback.ts';
import { status } from './status.ts';
import { trustedRoot } from './trusted-root.ts';

/** In the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  init,
  status,
  diff,
  rollback,
  advance,
  hold,
  releaseHold,
  doctor,
  trustedRoot,
];
