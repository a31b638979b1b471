/** Tools that print a list of migrations, each with whether it is applied: the version is the highest of those that are. Pure. */

interface StatusList {
  /** A line that only this tool prints; without it, its rows are unmistakable. */
  readonly heading?: RegExp;
  /** `version` is the number of a migration, and `applied` matches only if it is applied. */
  readonly row: RegExp;
}

const LISTS: readonly StatusList[] = [
  // `sqlx migrate info` (https://github.com/launchbadge/sqlx/blob/main/sqlx-cli/src/migrate.rs)
  { row: /^(?<version>\d+)\/(?:(?<applied>installed(?: \(different checksum\))?)|pending) / },
  // `diesel migration list` (https://github.com/diesel-rs/diesel/blob/main/diesel_cli/src/migrations/mod.rs)
  { heading: /^Migrations:$/, row: /^ {2}\[(?:(?<applied>X)| )\] (?<version>\d[\d-]*)(?:_|$)/ },
  // `sequelize db:migrate:status` (https://github.com/sequelize/cli/blob/main/src/commands/migrate.js)
  { heading: /^Sequelize CLI \[/, row: /^(?:(?<applied>up)|down) (?<version>\d+)[-_.]\S*$/ },
  // `typeorm migration:show` (https://github.com/typeorm/typeorm/blob/master/src/migration/MigrationExecutor.ts)
  { row: /^\s*\[(?:(?<applied>X)\] (?:\d+ )?| \] )[A-Za-z_$][\w$]*?(?<version>\d{13})$/ },
  // `hasura migrate status` (https://hasura.io/docs/2.0/hasura-cli/commands/hasura_migrate_status/)
  {
    heading: /^VERSION\s+NAME\s+SOURCE STATUS\s+DATABASE STATUS$/,
    row: /^(?<version>\d+)\s.*(?:Not Present|\s(?<!\bNot )(?<applied>Present))$/,
  },
  // SeaORM (https://github.com/SeaQL/sea-orm/blob/master/sea-orm-migration/src/migrator.rs)
  { row: /(?:^|\s)Migration 'm(?<version>\d{8}_\d{6})\w*'\.\.\. (?:(?<applied>Applied)|Pending)$/ },
  // MyBatis Migrations (https://mybatis.org/migrations/status.html)
  {
    heading: /^ID\s+Applied At\s+Description$/,
    row: /^(?<version>\d+)\s+(?:\.\.\.pending\.\.\.|(?<applied>\d{4}-\d{2}-\d{2} [\d:]{8}))\s/,
  },
  // Laravel's `artisan migrate:status` (https://laravel.com/docs/12.x/migrations#running-migrations)
  { row: /^\s*(?<version>\d{4}_\d{2}_\d{2}_\d{6})_\S+ \.+ (?:(?<applied>\[\d+\] Ran)|Pending)$/ },
];

/** Numbers of the applied migrations, without what separates their parts; undefined if the lines are no such list. */
export function appliedIn(lines: readonly string[]): readonly string[] | undefined {
  for (const { heading, row } of LISTS) {
    const rows = lines.flatMap((line) => {
      const groups = row.exec(line)?.groups;
      return groups ? [groups] : [];
    });
    if (rows.length === 0 || (heading && !lines.some((line) => heading.test(line)))) continue;
    return rows.flatMap(({ applied, version = '' }) => (applied ? [version.replaceAll(/\D/g, '')] : []));
  }
  return undefined;
}
