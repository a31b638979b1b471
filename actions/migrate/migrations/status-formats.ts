/**
 * What migration tools print about the version of a schema. Each format is known by words that only its tool writes, so that a
 * number among other output is not taken for a version. Pure.
 */
import { createHash } from 'node:crypto';
import { appliedIn } from './status-lists.ts';

export interface SchemaStatus {
  readonly version: string;
  /** A migration failed half-way, and needs a person to look. */
  readonly dirty: boolean;
}

type Format = (lines: readonly string[]) => SchemaStatus | undefined;

const at = (version: string, dirty = false): SchemaStatus => ({ version, dirty });
const NOTHING = '0';

/** All groups that the pattern finds, a list per line. */
const found = (lines: readonly string[], pattern: RegExp): string[][] =>
  lines.flatMap((line) => {
    const match = pattern.exec(line);
    return match ? [match.slice(1).map((group) => group ?? '')] : [];
  });

/** The highest of versions such as `00012` or `20240102030405`, without leading zeros. */
const highest = (versions: readonly string[]): string =>
  String(
    versions
      .map(BigInt)
      .sort((a, b) => (a < b ? -1 : 1))
      .at(-1) ?? 0,
  );

/** `goose status`, `goose version` and `goose up` (https://github.com/pressly/goose/blob/v3.24.0/status.go). */
const goose: Format = (lines) => {
  const [version] =
    found(
      lines,
      /(?:^|\s)goose: (?:version |no migrations to run\. current version: |successfully migrated database to version: )(\d+)$/,
    ).at(-1) ?? [];
  if (version !== undefined) return at(highest([version]));
  if (!lines.some((line) => /Applied At\s+Migration$/.test(line))) return undefined;
  const rows = found(lines, /(Pending|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ [\d:]{8} \d{4})\s+-- (\d+)_?\S*\.(?:sql|go)$/);
  return at(highest(rows.flatMap(([when, number = '']) => (when === 'Pending' ? [] : [number]))));
};

/** `atlas migrate status` (https://github.com/ariga/atlas/blob/master/cmd/atlas/internal/cmdlog/cmdlog.go). */
const atlas: Format = (lines) => {
  if (!lines.some((line) => /^Migration Status:/.test(line))) return undefined;
  const [current] = found(lines, /-- Current Version:\s+(\S.*?)(?: \(\d+ statements? applied\))?$/).at(-1) ?? [];
  if (current === undefined) return undefined;
  const failed = lines.some((line) => /^Last migration attempt had errors:/.test(line));
  return at(/^No migration/i.test(current) ? NOTHING : current, failed);
};

/** `flyway info` and `flyway migrate` (https://documentation.red-gate.com/fd/info-277578889.html). */
const flyway: Format = (lines) => {
  const known = found(lines, /^(?:Schema version|Current version of schema (?:"[^"]*"|\S+)): (\S.*)$/);
  const reached = found(lines, /^Successfully applied \d+ migrations? .*, now at version v(\S+) \(/);
  const [version] = (reached.length > 0 ? reached : known).at(-1) ?? [];
  if (version === undefined) return undefined;
  const failed = lines.some((line) => /^\|.*\|\s*Failed(?: \(\w+\))?\s*\|/.test(line));
  return at(version.includes('Empty Schema') || version === 'null' ? NOTHING : version, failed);
};

/** `dbmate status` (https://github.com/amacneil/dbmate/blob/v2.24.0/pkg/dbmate/db.go). */
const dbmate: Format = (lines) => {
  const rows = found(lines, /^\[([X ])\] (\d+)\S*\.sql$/);
  if (rows.length === 0 && !lines.some((line) => /^Applied: 0$/.test(line))) return undefined;
  return at(highest(rows.flatMap(([mark, number = '']) => (mark === 'X' ? [number] : []))));
};

/**
 * `alembic current`: revisions, which are no numbers, with what they are in brackets; nothing before the first one
 * (https://alembic.sqlalchemy.org/en/latest/api/commands.html#alembic.command.current).
 */
const alembic: Format = (lines) => {
  const known = lines.some((line) => line.includes('[alembic.runtime.migration]'));
  const marked = found(lines, /^(?:Rev: )?([\w-]+) \((?:(?:effective )?head|branchpoint|mergepoint)\)/).flat();
  const bare = found(lines, known ? /^(\w{4,40})$/ : /^([0-9a-f]{12})$/).flat();
  const revisions = marked.length > 0 ? marked : bare.filter((one) => known || /[a-f]/.test(one));
  if (revisions.length > 0) return at([...new Set(revisions)].sort().join(' '));
  return known ? at('base') : undefined;
};

/**
 * `rails db:version` and `rails db:migrate:status`; the latter says so before the first migration. Of several databases, as Rails 8
 * has them by default, the version names all
 * (https://github.com/rails/rails/blob/main/activerecord/lib/active_record/tasks/database_tasks.rb).
 */
const rails: Format = (lines) => {
  if (lines.includes('Schema migrations table does not exist yet.')) return at(NOTHING);
  const starts = lines.flatMap((line, i) => (line.startsWith('database: ') ? [i] : []));
  const databases = [0, ...starts].flatMap((start, i) => {
    const version = railsVersion(lines.slice(start, starts[i]));
    return version === undefined ? [] : [{ name: lines[start]?.replace('database: ', ''), version }];
  });
  if (databases.length < 2) return databases[0] && at(databases[0].version);
  return at(databases.map(({ name, version }) => `${name} ${version}`).join(', '));
};

/** Of one database. */
function railsVersion(lines: readonly string[]): string | undefined {
  const [version] = found(lines, /^Current version: (\d+)$/).at(-1) ?? [];
  if (version !== undefined) return highest([version]);
  if (!lines.some((line) => /^\s*Status\s+Migration ID\s+Migration Name$/.test(line))) return undefined;
  return highest(found(lines, /^\s*up\s+(\d+)\s+\S/).flat());
}

/**
 * `prisma migrate status` names what is missing, and not what is applied: the version is how many are applied
 * (https://www.prisma.io/docs/orm/reference/prisma-cli-reference#migrate-status).
 */
const prisma: Format = (lines) => {
  const [total] = found(lines, /^(\d+|No) migrations? found in /).at(-1) ?? [];
  if (total === undefined) return undefined;
  const failed = lines.some((line) => /^Following migrations? have failed/.test(line));
  if (lines.includes('The current database is not managed by Prisma Migrate.')) return at(NOTHING, failed);
  const missing = namesAfter(lines, /^(?:Following|The) migrations? have not yet been applied:$/);
  const elsewhere = namesAfter(lines, /^The migrations? from the database are not found locally /);
  return at(String(Math.max(0, (total === 'No' ? 0 : Number(total)) - missing + elsewhere)), failed);
};

/** How many names of migrations, one per line, follow the line. */
function namesAfter(lines: readonly string[], heading: RegExp): number {
  const start = lines.findIndex((line) => heading.test(line));
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && !/^\d+_\S+$/.test(line.trim()));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => line.trim() !== '').length;
}

/**
 * `manage.py showmigrations`, in both forms: of one app its last migration, of several how many are applied, and a hash of
 * which (https://docs.djangoproject.com/en/5.2/ref/django-admin/#showmigrations).
 */
const django: Format = (lines) => {
  const rows: { app: string; name: string; applied: boolean }[] = [];
  let app = '';
  for (const line of lines) {
    const [, mark = '', planned, name = ''] =
      /^\s*\[([X -])\]\s+(?:(\w+)\.)?(\d\w*)(?: (?:\(|Run |\.\.\. \().*)?$/.exec(line) ?? [];
    if (name !== '') rows.push({ app: planned ?? app, name, applied: mark === 'X' });
    else if (/^\w+$/.test(line)) app = line;
  }
  if (rows.length === 0 || rows.some((row) => row.app === '')) return undefined;
  const applied = rows.filter((row) => row.applied).map((row) => `${row.app}.${row.name}`);
  if (applied.length === 0) return at(NOTHING);
  if (new Set(rows.map((row) => row.app)).size === 1) return at(applied.at(-1)?.split('.')[1] ?? NOTHING);
  const hash = createHash('sha256').update(applied.sort().join('\n')).digest('hex');
  return at(`${applied.length} migrations, ${hash.slice(0, 12)}`);
};

/**
 * `liquibase history`, in whose oldest rows the deployment id may be empty, and `liquibase status`, which says only what is missing
 * (https://github.com/liquibase/liquibase/tree/master/liquibase-standard/src/main/java/liquibase/command/core).
 */
const liquibase: Format = (lines) => {
  if (lines.some((line) => /^Liquibase History for /.test(line))) {
    const table = found(lines, /^\|\s*\d*\s*\|[^|]*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|/);
    const [row] = [
      ...table,
      ...found(lines, /^\s+(\S.*?)::(.*?)::(.*?)$/).map(([path, id, who]) => [path, who, id]),
    ].slice(-1);
    const [path = '', author = '', id = ''] = row ?? [];
    return row ? at(`${path}::${id}::${author}`) : at(NOTHING);
  }
  const [missing] = found(lines, /^(\d+) change ?sets? ha(?:s|ve) not been applied to /i).at(-1) ?? [];
  if (missing !== undefined) return at(missing === '0' ? 'up to date' : `${missing} changesets behind`);
  return lines.some((line) => /^\S+@jdbc:\S+ is up to date$/.test(line)) ? at('up to date') : undefined;
};

/**
 * golang-migrate prints the number alone. It counts at the end of the output, and not after a line that announces something
 * else, such as `Rows changed:`.
 */
const golangMigrate: Format = (lines) => {
  const filled = lines.filter((line) => line.trim() !== '');
  const last = filled.at(-1)?.trim() ?? '';
  if (/^(?:error: )?no migration$/.test(last)) return at(NOTHING);
  const [, version, dirty] = /^(\d+)( \(dirty\))?$/.exec(last) ?? [];
  if (version === undefined || /[:=]$/.test(filled.at(-2)?.trim() ?? '')) return undefined;
  return at(version, dirty !== undefined);
};

/** `knex migrate:currentVersion` and `migrate:list` (https://github.com/knex/knex/blob/master/bin/utils/migrationsLister.js). */
const knex: Format = (lines) => {
  const [version] = found(lines, /^Current Version: (\d+|none)$/).at(-1) ?? [];
  if (version !== undefined) return at(version === 'none' ? NOTHING : highest([version]));
  if (lines.includes('No Completed Migration files Found.')) return at(NOTHING);
  const start = lines.findIndex((line) => /^Found \d+ Completed Migration file/.test(line));
  if (start < 0) return undefined;
  const end = lines.findIndex((line, i) => i > start && / Pending Migration file/.test(line));
  const names = found(lines.slice(start + 1, end < 0 ? undefined : end), /^(\d+)_?\S*\s*$/).flat();
  return names.length > 0 ? at(highest(names)) : undefined;
};

/** `tern status` (https://github.com/jackc/tern/blob/master/main.go). */
const tern: Format = (lines) => {
  const [version] = found(lines, /^version: +(\d+) of \d+$/).at(-1) ?? [];
  return version === undefined ? undefined : at(highest([version]));
};

const lists: Format = (lines) => {
  const applied = appliedIn(lines);
  return applied && at(highest(applied));
};

const FORMATS: readonly Format[] = [
  goose,
  atlas,
  flyway,
  rails,
  prisma,
  liquibase,
  dbmate,
  knex,
  tern,
  lists,
  django,
  alembic,
  golangMigrate,
];

/** Colors and other control sequences of a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they start with
const CONTROLS = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

/** What Maven writes before a line of a plugin. */
const LEVEL = /^\[(?:INFO|WARNING|ERROR)\] ?/;

/** The status in the output of a known tool. */
export function statusOf(output: readonly string[]): SchemaStatus | undefined {
  const lines = output
    .flatMap((line) => line.replace(CONTROLS, '').split(/\r?\n/))
    .map((line) => line.replace(LEVEL, '').trimEnd());
  for (const format of FORMATS) {
    const status = format(lines);
    if (status) return status;
  }
  return undefined;
}
