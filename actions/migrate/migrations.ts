/** The SQL migrations of the commit: which are new, what is dangerous in them, and whether they take something away. */
import type { Context } from '../../src/context.ts';
import type { Inputs } from './inputs.ts';

export interface Migrations {
  /** Version of the newest file, as golang-migrate numbers them, without leading zeros. */
  readonly newest: string | undefined;
  readonly fresh: readonly { readonly file: string }[];
  readonly contracting: boolean;
}

export async function readMigrations(
  _inputs: Inputs,
  _context: Context,
  _known: string | undefined,
): Promise<Migrations | undefined> {
  return undefined;
}
