/** The SQL files of the folder `migrations`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the files that migrate forward. Throws an Error in words for the user if the folder has no such file. */
export function migrationFiles(workspace: string, folder: string): readonly string[] {
  const names = readdirSync(join(workspace, folder));
  const found = names.filter((name) => /^\d+_.*\.sql$/.test(name) && !name.endsWith('.down.sql'));
  if (found.length > 0) return found;
  const isCode = names.some((name) => /\.(?:py|rb|[jt]s|php|go|java|ya?ml|xml)$/.test(name));
  throw new Error(
    `no migration found in "${folder}". ${
      isCode
        ? 'Only SQL is checked, in files such as 000001_name.up.sql. Remove this input where migrations are code, and set contracting: true for a migration that is incompatible with the running version.'
        : 'Expected files such as 000001_name.up.sql.'
    }`,
  );
}
