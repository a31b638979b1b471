/** The SQL files of the folder `migrations`, as the tools name them whose versions are understood. */
import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface MigrationFileName {
  /** Relative to the folder: `000007_name.up.sql`, or `20240102030405_name/migration.sql`. */
  readonly name: string;
  /** Digits, with dots between the parts of one such as `1.2`. No leading zeros. */
  readonly version: string;
}

/**
 * Files with a number first, or a date; what goes back has a file of its own, or a section (`up-sections.ts`). Atlas writes only the number
 * if the migration has no name.
 */
const NUMBERED = /^(\d{4}-\d{2}-\d{2}(?:-\d+)?|\d+)(?:[_-].*)?\.sql$/;
/**
 * Flyway: `V7__name.sql`, `V1_2__name.sql`, `V1.2__name.sql`, also in subfolders
 * (https://documentation.red-gate.com/fd/versioned-migrations-273973333.html). refinery: also `U7__name.sql`, which may be applied out of
 * order (https://docs.rs/refinery/latest/refinery/). In Flyway, such a file undoes `V7`.
 */
const FLYWAY = /^[VU](\d+(?:[._]\d+)*)__.*\.sql$/;
const UNDO = /^U\d/;
/**
 * A folder for each: Prisma and Drizzle (https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories),
 * Diesel (https://diesel.rs/guides/getting-started) and Hasura (https://hasura.io/docs/2.0/migrations-metadata-seeds/migration-file-structure/).
 */
const FOLDER = /^(\d{4}-\d{2}-\d{2}-\d+|\d+)(?:_|$)/;
const IN_FOLDER = ['migration.sql', 'up.sql'];
/** What Flyway repeats, or runs only in an empty database. */
const FLYWAY_ONLY = /^(?:R__|B\d)/;
const isNoMigration = (name: string): boolean => /\.down\.sql$/.test(name) || FLYWAY_ONLY.test(name);

const KNOWN =
  'Expected files such as 000001_name.up.sql, V1__name.sql (Flyway, refinery), 20240102030405_name/migration.sql (Prisma) or 20240102030405_name/up.sql (Diesel, Hasura)';

export interface MigrationFolder {
  /** The files that migrate forward, at least one. */
  readonly files: readonly MigrationFileName[];
  /** SQL files that are not named as migrations are, so their order is not known. Names within the folder. */
  readonly unversioned: readonly string[];
}

/** Lists the folder. Throws an Error with a message for the user if it has no file that migrates forward. */
export function listMigrationFolder(workspace: string, folder: string): MigrationFolder {
  const root = join(workspace, folder);
  const entries = readdirSync(root, { withFileTypes: true });
  const found = entries.flatMap((entry) => filesIn(root, entry));
  const flyway = entries.some(({ name }) => FLYWAY_ONLY.test(name));
  const files = found.filter((file) => !isUndo(file) || (!flyway && !found.some((other) => undoes(file, other))));
  if (files.length > 0) {
    const unversioned = entries.filter((entry) => entry.isFile() && isUnversioned(entry.name)).map(({ name }) => name);
    return { files, unversioned };
  }
  const isCode = entries.some(({ name }) => /\.(?:py|rb|[jt]s|php|go|java|ya?ml|xml)$/.test(name));
  throw new Error(
    `no migration found in "${folder}". ${
      isCode
        ? 'Only SQL is checked, in files such as 000001_name.up.sql. Remove this input where migrations are code, and set contracting: true for a migration that is incompatible with the running version.'
        : `${KNOWN}.`
    }`,
  );
}

const isUndo = ({ name }: MigrationFileName): boolean => UNDO.test(basename(name));
const undoes = (undo: MigrationFileName, other: MigrationFileName): boolean =>
  !isUndo(other) && compareVersions(undo.version, other.version) === 0;

const isUnversioned = (name: string): boolean =>
  /\.sql$/i.test(name) && !isNoMigration(name) && !UNDO.test(name) && versionIn(name) === undefined;

function filesIn(root: string, entry: Dirent): MigrationFileName[] {
  const { name } = entry;
  if (!entry.isDirectory()) {
    const version = isNoMigration(name) ? undefined : versionIn(name);
    return version === undefined ? [] : [{ name, version }];
  }
  const version = FOLDER.exec(name)?.[1]?.replaceAll('-', '');
  const inside = version === undefined ? [] : readdirSync(join(root, name)).filter((file) => IN_FOLDER.includes(file));
  if (version !== undefined && inside.length > 0)
    return inside.map((file) => ({ name: `${name}/${file}`, version: plainVersion(version) }));
  return readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => FLYWAY.test(basename(path)))
    .map((path) => ({ name: `${name}/${path}`, version: versionIn(basename(path)) ?? '' }));
}

function versionIn(name: string): string | undefined {
  const version = NUMBERED.exec(name)?.[1]?.replaceAll('-', '') ?? FLYWAY.exec(name)?.[1];
  return version === undefined ? undefined : plainVersion(version);
}

/** `007` → `7`, `1_02` → `1.2`. */
export const plainVersion = (text: string): string => text.split(/[._]/).map(BigInt).join('.');

/** True for what `compareVersions` takes. */
export const isVersion = (text: string): boolean => /^\d+(?:\.\d+)*$/.test(text);

/** Below 0 if the first is older. A part that one has and the other does not counts as 0, as Flyway has it. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(BigInt), other.split('.').map(BigInt)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [left = 0n, right = 0n] = [a[i], b[i]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
