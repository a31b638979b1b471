/** Reads the state of a site. */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { type Layout, stateName } from './object-names.ts';
import { EMPTY, parseState, type State } from './site-state.ts';
import type { Store } from './storage-client.ts';
import { ABSENT, type Generation } from './stored-object.ts';

export interface StoredState {
  readonly state: State;
  readonly generation: Generation;
}

/** Throws `OutcomeError` for a state that this version cannot read. A site without a state was never published. */
export async function readState(store: Store, layout: Layout): Promise<StoredState> {
  const name = stateName(layout);
  const found = await store.readText(name);
  if (!found) return { state: EMPTY, generation: ABSENT };
  try {
    return { state: parseState(found.text), generation: found.generation };
  } catch (error) {
    throw new OutcomeError(`Object ${name} is not a valid site state: ${(error as Error).message}.`, { cause: error });
  }
}
