import process from 'node:process';
import { runAction } from '../../src/runtime/action.ts';
import { cleanUpMigration } from './clean-up.ts';
import { readInputs } from './inputs.ts';
import { CANCELLED_STATE } from './job/cancel-execution.ts';

// Only the wait needs inputs. main has reported their errors.
void runAction(
  {
    name: 'migrate',
    readInputs: (reader, context) => (context.state(CANCELLED_STATE) ? readInputs(reader, context) : undefined),
    run: cleanUpMigration,
  },
  process,
);
