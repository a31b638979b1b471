/** What migration tools print, as their sources and programs have it. */
import { describe, expect, it } from 'vitest';
import { parseStatus } from '../../../actions/migrate/migrations/schema-version.ts';

const GOOSE = '    Applied At                  Migration\n    =======================================';
const ALEMBIC =
  'INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.\nINFO  [alembic.runtime.migration] Will assume transactional DDL.';
const FLYWAY = `+-----------+---------+-------------+------+---------------------+---------+----------+
| Category  | Version | Description | Type | Installed On        | State   | Undoable |
+-----------+---------+-------------+------+---------------------+---------+----------+`;
const PRISMA = `Prisma schema loaded from prisma/schema.prisma
Datasource "db": PostgreSQL database "app", schema "public" at "10.0.0.3:5432"
`;
const LIQUIBASE_TABLE = `Liquibase History for jdbc:postgresql://10.0.0.3:5432/app

+---------------+-----------------+-------------------+------------------+--------------+-----+
| Deployment ID | Update Date     | Changelog Path    | Changeset Author | Changeset ID | Tag |
+---------------+-----------------+-------------------+------------------+--------------+-----+`;

describe('the version is read', () => {
  it.each([
    ['goose version', '2026/11/28 10:00:00 goose: version 20240102030405', '20240102030405'],
    ['goose version, nothing applied', 'goose: version 0', '0'],
    ['goose up', 'OK   00002_x.sql (5ms)\ngoose: successfully migrated database to version: 2', '2'],
    ['goose up, nothing to do', 'goose: no migrations to run. current version: 3', '3'],
    [
      'goose status',
      `2026/11/28 10:00:00 ${GOOSE}\n    Tue Jan  2 03:04:05 2024 -- 00001_init.sql\n    Wed Jan  3 03:04:05 2024 -- 00012_users.go\n    Pending                  -- 00013_more.sql`,
      '12',
    ],
    ['goose status, nothing applied', `${GOOSE}\n    Pending                  -- 00001_init.sql`, '0'],
    [
      'atlas migrate status',
      'Migration Status: PENDING\n  -- Current Version: 20240102030405\n  -- Next Version:    20240103030405\n  -- Executed Files:  1\n  -- Pending Files:   1',
      '20240102030405',
    ],
    [
      'atlas migrate status in colors',
      'Migration Status: \u001b[92mOK\u001b[0m\n  \u001b[33m--\u001b[0m Current Version: \u001b[36m20240102030405\u001b[0m',
      '20240102030405',
    ],
    ['atlas, nothing applied', 'Migration Status: PENDING\n  -- Current Version: No migration applied yet', '0'],
    [
      'atlas as JSON',
      '{"Env":{"Driver":"postgres"},"Current":"20240102030405","Next":"Already at latest version","Status":"OK"}',
      '20240102030405',
    ],
    [
      'flyway info',
      `Flyway Community Edition 10.1.0\nDatabase: jdbc:postgresql://10.0.0.3/app (PostgreSQL 16.1)\nSchema version: 1.2.1\n\n${FLYWAY}\n| Versioned | 1       | init        | SQL  | 2024-01-02 03:04:05 | Success | No       |`,
      '1.2.1',
    ],
    ['flyway in a database without its table', 'Current version of schema "public": null', '0'],
    ['flyway info, nothing applied', `Schema version: << Empty Schema >>\n\n${FLYWAY}`, '0'],
    [
      'flyway migrate',
      'Current version of schema "public": 7\nSchema "public" is up to date. No migration necessary.',
      '7',
    ],
    [
      'flyway migrate that applies something',
      'Current version of schema "public": << Empty Schema >>\nMigrating schema "public" to version "1 - init"\nSuccessfully applied 3 migrations to schema "public", now at version v2.1 (execution time 00:00.015s)',
      '2.1',
    ],
    [
      'mvn flyway:info',
      `[INFO] --- flyway-maven-plugin:13.12.0:info (default-cli) @ app ---\n[INFO] Database: jdbc:h2:******** (H2 2.3)\n[INFO] Schema version: 2\n[INFO] \n[INFO] ${FLYWAY}\n| Versioned | 2       | next        | SQL  | 2026-11-29 01:51:09 | Success | No       |\n[INFO] BUILD SUCCESS`,
      '2',
    ],
    [
      'flyway as JSON',
      '{\n  "schemaVersion": "7",\n  "schemaName": "public",\n  "migrations": [{"version": "7", "state": "Success"}],\n  "operation": "info"\n}',
      '7',
    ],
    [
      'flyway migrate as JSON',
      '{\n  "initialSchemaVersion": "1",\n  "targetSchemaVersion": "3",\n  "schemaName": "public",\n  "migrations": [{"version": "3", "executionTime": 4}],\n  "migrationsExecuted": 1,\n  "success": true\n}',
      '3',
    ],
    [
      'flyway migrate as JSON, nothing to do, between lines of log',
      'Loading configuration {\n{\n  "initialSchemaVersion": "3",\n  "targetSchemaVersion": null,\n  "migrations": [],\n  "migrationsExecuted": 0,\n  "success": true\n}\nDone.',
      '3',
    ],
    [
      'dbmate status',
      '[X] 20240102030405_create_users.sql\n[ ] 20240103030405_more.sql\n\nApplied: 1\nPending: 1',
      '20240102030405',
    ],
    ['dbmate status, nothing applied', '[ ] 20240103030405_more.sql\n\nApplied: 0\nPending: 1', '0'],
    ['alembic current', `${ALEMBIC}\n16aa862b9594 (head)`, '16aa862b9594'],
    ['alembic current without its log', '16aa862b9594 (head)', '16aa862b9594'],
    ['alembic current, behind', `${ALEMBIC}\n16aa862b9594`, '16aa862b9594'],
    ['alembic current, several heads', `${ALEMBIC}\nb1 (head)\na1 (head)`, 'a1 b1'],
    ['alembic current, nothing applied', ALEMBIC, 'base'],
    [
      'alembic current -v',
      `${ALEMBIC}\nCurrent revision(s) for postgresql://app@db/app:\nRev: 16aa862b9594 (head)\nParent: <base>`,
      '16aa862b9594',
    ],
    ['rails db:version', 'database: app_production\nCurrent version: 20240102030405', '20240102030405'],
    [
      'rails db:migrate:status',
      '\ndatabase: app_production\n\n Status   Migration ID    Migration Name\n--------------------------------------------------\n   up     20240102030405  Create articles\n  down    20240103030405  Create users\n',
      '20240102030405',
    ],
    [
      'prisma migrate status',
      `${PRISMA}\n3 migrations found in prisma/migrations\n\nDatabase schema is up to date!`,
      '3',
    ],
    [
      'prisma migrate status, behind',
      `${PRISMA}\n3 migrations found in prisma/migrations\n\nFollowing migrations have not yet been applied:\n20240102030405_b\n20240103030405_c\n\nTo apply migrations in production run prisma migrate deploy.`,
      '1',
    ],
    [
      'prisma migrate status, the database has one that is not in the folder',
      `${PRISMA}\n3 migrations found in prisma/migrations\n\nYour local migration history and the migrations table from your database are different:\n\nThe last common migration is: 20240101030405_a\n\nThe migrations have not yet been applied:\n20240102030405_b\n20240103030405_c\n\nThe migration from the database are not found locally in prisma/migrations:\n20240102030405_other`,
      '2',
    ],
    [
      'prisma migrate status, a database without its table',
      `${PRISMA}\n3 migrations found in prisma/migrations\n\nThe current database is not managed by Prisma Migrate.\n\nIf you want to keep the current database structure and data and create new migrations, baseline this database with the migration "20240101030405_a":\nprisma migrate resolve --applied "20240101030405_a"`,
      '0',
    ],
    [
      'rails db:version of several databases',
      '\ndatabase: app_production\nCurrent version: 20240102030405\n\n\ndatabase: app_production_queue\nCurrent version: 1\n',
      'app_production 20240102030405, app_production_queue 1',
    ],
    [
      'rails db:migrate:status of several databases',
      '\ndatabase: app\n\n Status   Migration ID    Migration Name\n-----\n   up     20240102030405  Create articles\n  down    20240103030405  Create users\n\n\ndatabase: app_cache\n\n Status   Migration ID    Migration Name\n-----\n\n',
      'app 20240102030405, app_cache 0',
    ],
    ['rails db:migrate:status before the first migration', 'Schema migrations table does not exist yet.', '0'],
    [
      'django showmigrations of an app',
      'blog\n [X] 0001_initial\n [X] 0002_title (2 squashed migrations)\n [ ] 0003_more',
      '0002_title',
    ],
    [
      'django showmigrations -v 2 in colors',
      '\u001b[1mblog\n\u001b[0m [X] 0001_initial (applied at 2026-11-29 19:33:09)\n [X] 0002_title (applied at 2026-11-29 19:33:09)\n [ ] 0003_more',
      '0002_title',
    ],
    [
      'django showmigrations --plan -v 2',
      '[X]  blog.0001_initial\n[X]  blog.0002_title ... (blog.0001_initial)\n[ ]  blog.0003_more ... (blog.0002_title)',
      '0002_title',
    ],
    [
      'django showmigrations with squashed migrations that are not recorded',
      'blog\n [X] 0001_initial\n [-] 0001_squashed_0002_title (2 squashed migrations) Run `manage.py migrate` to finish recording.',
      '0001_initial',
    ],
    ['django showmigrations, nothing applied', 'blog\n [ ] 0001_initial', '0'],
    [
      'liquibase history',
      `${LIQUIBASE_TABLE}\n| 0223528212    | 1/2/24, 3:04 AM | db/changelog.xml  | anna             | 7            |     |\n+---+`,
      'db/changelog.xml::7::anna',
    ],
    [
      'liquibase history, a table for each deployment',
      `${LIQUIBASE_TABLE}\n| 5917122127    | 11/29/26, 1:52 AM | db/changelog.sql  | anna             | 1            |     |\n+---+\n\n+---+\n| 5917147487    | 11/29/26, 1:53 AM | db/changelog.sql | anna             | 2            |     |\n+---+`,
      'db/changelog.sql::2::anna',
    ],
    [
      'liquibase history of changesets without a deployment id',
      `${LIQUIBASE_TABLE}\n|               | 1/2/19, 3:04 AM | db/changelog.xml  | anna             | 7            |     |\n+---+`,
      'db/changelog.xml::7::anna',
    ],
    ['liquibase history, nothing applied', `${LIQUIBASE_TABLE.split('\n')[0]}\n\nNo changesets deployed`, '0'],
    [
      'liquibase status --verbose',
      '1 changeset has not been applied to SA@jdbc:h2:file:/app/db\n     db/changelog.sql::2::anna',
      '1 changesets behind',
    ],
    [
      'liquibase history of old',
      'Liquibase History for jdbc:h2:mem:app\n\n- Database updated at 1/2/24, 3:04 AM. Applied 1 changeset(s) in 0.019s, DeploymentId: 7090999123\n  db/changelog.xml::7::anna\n',
      'db/changelog.xml::7::anna',
    ],
    [
      'liquibase status',
      "2 changesets have not been applied to app@jdbc:postgresql://10.0.0.3/app\nLiquibase command 'status' was executed successfully.",
      '2 changesets behind',
    ],
    ['liquibase status, up to date', 'app@jdbc:postgresql://10.0.0.3/app is up to date', 'up to date'],
    [
      'atlas, one statement of the version applied',
      'Migration Status: PENDING\n  -- Current Version: 2 (1 statement applied)\n  -- Next Version:    2 (1 statement left)',
      '2',
    ],
    [
      'sqlx migrate info',
      '1/installed init\n20240102030405/installed (different checksum) users\n20240103030405/pending x',
      '20240102030405',
    ],
    ['sqlx migrate info, nothing applied', '20240102030405/pending users', '0'],
    [
      'diesel migration list',
      'Migrations:\n  [X] 00000000000000_diesel_initial_setup\n  [X] 2024-01-05-120000_users\n  [ ] 2024-01-06-120000_x',
      '20240105120000',
    ],
    [
      'SeaORM status',
      "Checking migration status\nMigration 'm20220101_000001_a'... Applied\nMigration 'm20220102_000001_b'... Pending",
      '20220101000001',
    ],
    ['knex migrate:currentVersion', 'Using environment: production\nCurrent Version: 20240102030405', '20240102030405'],
    ['knex migrate:currentVersion, nothing applied', 'Using environment: production\nCurrent Version: none', '0'],
    [
      'knex migrate:list',
      'Found 2 Completed Migration file/files.\n001_init.js \n20240102030405_users.ts \nFound 1 Pending Migration file/files.\n20240103030405_x.ts',
      '20240102030405',
    ],
    [
      'knex migrate:list, nothing applied',
      'No Completed Migration files Found.\nFound 1 Pending Migration file/files.\n001_x.js',
      '0',
    ],
    [
      'sequelize db:migrate:status',
      '\nSequelize CLI [Node: 24.1.0, CLI: 6.6.5, ORM: 6.37.7]\n\nLoaded configuration file "config/config.json".\nup 20240102030405-users.js\ndown 20240103030405-x.js',
      '20240102030405',
    ],
    ['typeorm migration:show', '[X] 1 Users1700000000000\n[ ] Orders1700000000001', '1700000000000'],
    ['typeorm migration:show of old', ' [X] Users1700000000000', '1700000000000'],
    [
      'hasura migrate status',
      'VERSION        NAME   SOURCE STATUS  DATABASE STATUS\n1620000000000  init   Present        Present\n1620000000001  users  Present        Not Present',
      '1620000000000',
    ],
    [
      'MyBatis Migrations',
      'ID             Applied At          Description\n==========\n20240102030405 2024-01-02 03:04:05 create changelog\n20240103030405    ...pending...    users',
      '20240102030405',
    ],
    ['tern status', 'status:   migration(s) pending\nversion:  7 of 8\nhost:     10.0.0.3\ndatabase: app', '7'],
    [
      'Laravel migrate:status',
      '\n  Migration name ............ Batch / Status  \n  2024_01_02_030405_create_users_table ... [1] Ran  \n  2024_01_03_030405_x ... Pending  ',
      '20240102030405',
    ],
    ['golang-migrate after a line of log', 'connecting to 10.0.0.3\n7', '7'],
    ['Windows line ends', 'Current version: 7\r\n', '7'],
  ])('%s', (_, output, version) => {
    expect(parseStatus(output.split('\n'))).toEqual({ version, dirty: false });
  });

  it('django showmigrations of several apps shows which are applied', () => {
    const output = (last: string) =>
      `admin\n [X] 0001_initial\nblog\n [X] 0001_initial\n [${last}] 0002_title\nsessions\n (no migrations)`.split(
        '\n',
      );
    expect(parseStatus(output(' '))?.version).toMatch(/^2 migrations, [0-9a-f]{12}$/);
    expect(parseStatus(output('X'))?.version).toMatch(/^3 migrations, [0-9a-f]{12}$/);
    const plan = ['[X]  admin.0001_initial', '[X]  blog.0001_initial', '[ ]  blog.0002_title'];
    expect(parseStatus(plan)).toEqual(parseStatus(output(' ')));
  });
});

describe('a migration that failed half-way is reported', () => {
  it.each([
    ['golang-migrate', '8 (dirty)'],
    [
      'atlas',
      'Migration Status: PENDING\n  -- Current Version: 2 (1 statements applied)\n\nLast migration attempt had errors:\n  -- SQL:   x',
    ],
    [
      'flyway',
      `Schema version: 1\n${FLYWAY}\n| Versioned | 2       | broken      | SQL  | 2024-01-02 03:04:05 | Failed  | No       |`,
    ],
    ['prisma', '2 migrations found in prisma/migrations\nFollowing migration have failed:\n20240102030405_b'],
  ])('%s', (_, output) => {
    expect(parseStatus(output.split('\n'))?.dirty).toBe(true);
  });
});

describe('nothing is made up from', () => {
  it.each([
    '',
    'applied 7 migrations',
    '7\nDone.',
    'Rows changed:\n7',
    'count=\n42',
    'Listening on 8080',
    'version 7',
    'Version: 16.1 (Debian)',
    'PostgreSQL 16.1 on x86_64',
    '[X] done',
    '[ ] 1. write tests',
    'goose: no migrations to run. current version: x',
    'Migration Status: unknown',
    '2026-11-28 10:00:00',
    '3f786850e387550fdab836ed7e6dc881de23001b',
    'deadbeef',
    'up     everything is up',
    '12 changesets in the changelog',
    'Migrations:',
    'Migrations:\n  none',
    'up 20240102030405-users.js',
    'version:  7',
    '{"level":"info","message":"7"}',
    '{"level":"info","version":"1.2.3","msg":"starting"}',
    'Error: connect ECONNREFUSED 10.0.0.3:5432',
    'migrations found: 3',
  ])('%j', (output) => {
    expect(parseStatus(output.split('\n'))).toBeUndefined();
  });
});
