/** Dangerous statements, by PostgreSQL's own parser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMigrations, readMigrations } from '../../../actions/migrate/migrations/read-migrations.ts';
import { type Recorded, reaches } from '../../../actions/migrate/migrations/schema-version.ts';
import { inspectSql } from '../../../actions/migrate/migrations/sql.ts';
import { readGitHubRun } from '../../../src/github/run.ts';
import type { Context } from '../../../src/runtime/context.ts';
import type { PolicyError } from '../../../src/runtime/errors.ts';
import { anInput } from './inputs-of.ts';

const rulesOf = async (...scripts: string[]) =>
  (await inspectSql(scripts)).flat().map(({ rule, line }) => `${line} ${rule}`);

const DANGEROUS: readonly (readonly [sql: string, found: string])[] = [
  ['DROP TABLE users', '1 destructive'],
  ['DROP TABLE IF EXISTS shop.users CASCADE', '1 destructive'],
  ['DROP SCHEMA shop', '1 destructive'],
  ['DROP SEQUENCE s', '1 destructive'],
  ['DROP TYPE color', '1 destructive'],
  ['DROP MATERIALIZED VIEW v', '1 destructive'],
  ['DROP DATABASE shop', '1 destructive'],
  ['DROP VIEW v', '1 incompatible'],
  ['DROP FUNCTION f(int)', '1 incompatible'],
  ['DROP INDEX i', '1 locking'],
  ['TRUNCATE users', '1 destructive'],
  ['ALTER TABLE users DROP COLUMN name', '1 destructive'],
  ['ALTER TABLE users ALTER COLUMN id TYPE bigint', '1 locking'],
  ['ALTER TABLE users ALTER COLUMN name SET NOT NULL', '1 locking'],
  ['ALTER TABLE users ADD COLUMN age int NOT NULL', '1 incompatible'],
  ['ALTER TABLE users RENAME COLUMN name TO title', '1 incompatible'],
  ['ALTER TABLE users RENAME TO people', '1 incompatible'],
  ['CREATE INDEX i ON users (name)', '1 locking'],
  ['CREATE UNIQUE INDEX i ON users (name)', '1 locking'],
  ['DO $$ BEGIN IF true THEN DROP TABLE users; END IF; END $$', '1 destructive'],
  ['DO LANGUAGE plpgsql $$ BEGIN DROP TABLE users; END $$', '1 destructive'],
  ['ALTER TYPE color RENAME TO colour', '1 incompatible'],
  ['ALTER TABLE users RENAME CONSTRAINT a TO b; ALTER INDEX a RENAME TO b; DROP TABLE c', '1 destructive'],
  ['CREATE VIEW v AS SELECT 1; DROP VIEW v', '1 incompatible'],
  ['DROP TRIGGER t ON a; CREATE TRIGGER t BEFORE UPDATE ON b EXECUTE FUNCTION f()', '1 incompatible'],
  ['DROP FUNCTION f(int); CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS $$SELECT 1$$', '1 incompatible'],
  ['-- why\n/* and\nhow */\n\nDROP TABLE users', '5 destructive'],
  ["SELECT 'ä';\nDROP TABLE users", '2 destructive'],
  ['SELECT 1;\n\nSELEC 2', '3 unreadable'],
];

/** A warning, since version 1.0 let them pass. */
const CAUTIONS: readonly (readonly [sql: string, rule: string])[] = [
  ['DELETE FROM users', 'destructive'],
  ['ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (d)', 'locking'],
  ['ALTER TABLE a ADD CONSTRAINT k CHECK (b > 0)', 'locking'],
  ['ALTER TABLE a ADD UNIQUE (b)', 'locking'],
  ['ALTER TABLE a ADD PRIMARY KEY (id)', 'locking'],
  ['ALTER TABLE a SET TABLESPACE t', 'locking'],
  ['VACUUM FULL a', 'locking'],
  ['CLUSTER a USING i', 'locking'],
  ['REINDEX TABLE a', 'locking'],
  ['REFRESH MATERIALIZED VIEW v', 'locking'],
  ['ALTER TABLE a SET SCHEMA s', 'incompatible'],
  ["ALTER TYPE color RENAME VALUE 'red' TO 'rot'", 'incompatible'],
];

const HARMLESS = [
  'DELETE FROM users WHERE id = 1',
  'CREATE TABLE t (id int); DELETE FROM t; ALTER TABLE t ADD UNIQUE (id)',
  'ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (d) NOT VALID',
  'ALTER TABLE a ADD CONSTRAINT k UNIQUE USING INDEX i',
  'ALTER TABLE a VALIDATE CONSTRAINT f',
  'VACUUM a',
  'REINDEX INDEX CONCURRENTLY i',
  'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
  "ALTER TYPE color ADD VALUE 'blue'",
  'CREATE TABLE users (id int NOT NULL)',
  'CREATE TABLE users (id int); CREATE INDEX ON users (id); ALTER TABLE users ADD COLUMN x int NOT NULL',
  'CREATE INDEX CONCURRENTLY i ON users (name)',
  'DROP INDEX CONCURRENTLY i',
  'ALTER TABLE users ADD COLUMN age int',
  'ALTER TABLE users ADD COLUMN age int NOT NULL DEFAULT 0',
  'ALTER TABLE users ADD COLUMN id bigserial NOT NULL',
  'ALTER TABLE users ADD COLUMN id int GENERATED ALWAYS AS IDENTITY NOT NULL',
  'ALTER TABLE users ALTER COLUMN name DROP NOT NULL',
  "INSERT INTO notes VALUES ('DROP TABLE users; TRUNCATE x')",
  'CREATE TABLE t (id int); DROP TABLE t',
  'DO $$ BEGIN UPDATE users SET a = 1; END $$',
  'ALTER INDEX a RENAME TO b',
  'ALTER TABLE users RENAME CONSTRAINT a TO b',
  'DROP TRIGGER IF EXISTS t ON a; CREATE TRIGGER t BEFORE UPDATE ON a EXECUTE FUNCTION f()',
  'DROP POLICY IF EXISTS "read" ON s.a; CREATE POLICY "read" ON s.a USING (true)',
  'DROP VIEW IF EXISTS s.v; CREATE OR REPLACE VIEW s.v AS SELECT 1',
  'DROP FUNCTION IF EXISTS f(int); CREATE FUNCTION f(a int, OUT b int) LANGUAGE sql AS $$SELECT 1$$',
  'DROP FUNCTION f; CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$SELECT 1$$',
  'DROP PROCEDURE p(); CREATE PROCEDURE p() LANGUAGE sql AS $$SELECT 1$$',
  'DROP RULE r ON a; CREATE RULE r AS ON INSERT TO a DO NOTHING',
  '-- DROP TABLE users\nSELECT 1',
  '',
  ' \n',
  '-- nothing to do',
];

describe('statements', () => {
  it.each(DANGEROUS)('%s', async (sql, found) => expect(await rulesOf(sql)).toEqual([found]));
  it.each(HARMLESS)('harmless: %s', async (sql) => expect(await rulesOf(sql)).toEqual([]));

  it.each(CAUTIONS)('a warning: %s', async (sql, rule) => {
    expect((await inspectSql([sql])).flat()).toEqual([expect.objectContaining({ rule, lenient: true })]);
    noted.length = 0;
    write({ '1_a.up.sql': sql });
    expect(await check()).toMatchObject({ newest: '1' });
    expect(noted).toHaveLength(1);
  });

  const inBlock = (body: string) => `DO $$ DECLARE r record; c refcursor; BEGIN ${body} END $$`;

  it.each([
    ["IF true THEN EXECUTE 'DROP TABLE users'; END IF;", ['1 destructive'], 'DROP TABLE users destroys data'],
    ["FOR r IN EXECUTE 'DELETE FROM users' LOOP NULL; END LOOP;", ['1 destructive'], 'all rows of users'],
    ["OPEN c FOR EXECUTE 'TRUNCATE a; TRUNCATE b';", ['1 destructive', '1 destructive'], 'all rows of b'],
    ["EXECUTE format('ALTER TABLE %I DROP COLUMN a', r.name);", ['1 destructive', '1 dynamic'], 'when it runs'],
    ["EXECUTE format('DELETE FROM a; COMMENT ON TABLE a IS %L', r.c);", ['1 destructive', '1 dynamic'], 'DELETE'],
    [
      "EXECUTE 'DROP TABLE IF EXISTS ' || quote_ident(r.name) || ' CASCADE';",
      ['1 destructive', '1 dynamic'],
      'DROP TABLE ‹variable› destroys',
    ],
    ["EXECUTE 'DROP TABLE a' USING 1;", ['1 destructive'], 'DROP TABLE a'],
    ['EXECUTE r.statement;', ['1 dynamic'], 'when it runs'],
    ["EXECUTE format('%s', r.statement);", ['1 dynamic'], 'when it runs'],
  ])('dynamic SQL is a warning about what is written down: %s', async (body, rules, says) => {
    expect(await rulesOf(inBlock(body))).toEqual(rules);
    noted.length = 0;
    write({ '1_a.up.sql': inBlock(body) });
    expect(await check()).toMatchObject({ newest: '1' });
    expect(noted).toHaveLength(rules.length);
    expect(noted.join('\n')).toContain(says);
  });

  it.each(["EXECUTE 'SELECT 1';", "EXECUTE format('SELECT 1 %% 2');", "EXECUTE 'ANALYZE ' || 'users';"])(
    'dynamic SQL that is written down and harmless passes: %s',
    async (body) => {
      expect(await rulesOf(inBlock(body))).toEqual([]);
    },
  );

  it('dynamic SQL does not hide the other statements of its block', async () => {
    const sql = "DO $$ BEGIN DROP TABLE users; EXECUTE x || 'SELECT 1'; END $$";
    expect(await rulesOf(sql)).toEqual(['1 destructive', '1 dynamic']);
  });

  it.each([
    ['MySQL', 'CREATE TABLE `t` (`id` int) ENGINE=InnoDB;\n# old\nALTER TABLE `users` DROP COLUMN `name`;', 3],
    ['SQLite', 'PRAGMA foreign_keys=OFF;\nDROP TABLE users;', 2],
    ['psql', "\\set x 1\nSELECT 'a;b';\nDROP TABLE a;", 3],
    ['a placeholder', 'DROP TABLE ${schema}.ä;\nSELECT ${id};', 1],
    ['a template', '{{ template "a.sql" . }}\nDROP TABLE a;', 2],
    ['a mistake after it', 'DROP TABLE a;\nSELEC 1;', 1],
  ])('a script with statements that cannot be read has warnings about the others: %s', async (_, sql, line) => {
    const [findings = []] = await inspectSql([sql]);
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'unreadable' }),
      expect.objectContaining({ rule: 'destructive', line, lenient: true }),
    ]);
  });

  it('a renamed type is named', async () => {
    expect((await inspectSql(['ALTER TYPE s.color RENAME TO b'])).flat()[0]?.message).toMatch(/^Renaming s\.color is /);
  });

  it('about a table that an earlier script of the same run makes are harmless', async () => {
    expect(await rulesOf('CREATE TABLE t (a int)', 'CREATE INDEX ON t (a)', 'CREATE INDEX ON u (a)')).toEqual([
      '1 locking',
    ]);
  });
});

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'migrations-'));
  mkdirSync(join(workspace, 'db'));
});
afterEach(() => rmSync(workspace, { recursive: true }));
const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, 'db', name)), { recursive: true });
    writeFileSync(join(workspace, 'db', name), text);
  }
};
const noted: string[] = [];
const context = {
  github: readGitHubRun({}),
  log: { notice: (message: string) => noted.push(message), warning: (message: string) => noted.push(message) },
} as unknown as Context;
const recorded = (version?: string, files?: string[]): Recorded => ({ version, files: files && new Set(files) });
const check = (known?: string) => checkMigrations(anInput({ workspace, migrations: 'db' }), context, recorded(known));

describe('migrations', () => {
  it('that are newer than the schema are new, in the order of their numbers', () => {
    write({
      '1_a.up.sql': '',
      '0002_b.up.sql': '',
      '10_c.up.sql': '',
      '9_d.up.sql': '',
      '10_c.down.sql': 'DROP TABLE c',
      'x.sql': '',
    });
    const { fresh, newest } = readMigrations(workspace, 'db', recorded('2'));
    expect(fresh.map(({ file }) => file)).toEqual(['db/9_d.up.sql', 'db/10_c.up.sql']);
    expect(newest).toBe('10');
    expect(readMigrations(workspace, 'db', recorded()).fresh).toHaveLength(4);
  });

  it('with long numbers are distinguished', () => {
    write({ '20240102030405_a.up.sql': '', '20240102030406_b.up.sql': '' });
    expect(readMigrations(workspace, 'db', recorded('20240102030405')).fresh).toHaveLength(1);
  });

  it('that are dangerous stop the run, each with file and line', async () => {
    write({ '1_a.up.sql': 'DROP TABLE a', '2_b.up.sql': 'SELECT 1;\nDROP TABLE b;\nCREATE INDEX ON c (d);' });
    const error = (await check('1').catch((thrown: unknown) => thrown)) as PolicyError;
    expect(error.name).toBe('PolicyError');
    expect(error.problems.map(({ subject, location }) => [subject, location])).toEqual([
      ['destructive', { file: 'db/2_b.up.sql', line: 2 }],
      ['locking', { file: 'db/2_b.up.sql', line: 3 }],
    ]);
    expect(error.message).toContain('If it is safe, say why in the file');
  });

  it('that contract the schema are refused before a canary of days', async () => {
    write({ '1_a.up.sql': '-- orchestra:contracting\n-- orchestra:safe Nobody reads it.\nDROP TABLE a' });
    const ahead = (more: object) =>
      checkMigrations(anInput({ workspace, migrations: 'db', beforeCanary: true, ...more }), context, recorded());
    await expect(ahead({})).rejects.toThrow(/Input migrations: the migration is incompatible with older code/);
    expect(await check()).toMatchObject({ contracting: true });
    write({ '1_a.up.sql': 'CREATE TABLE a (b int)' });
    await expect(ahead({ contracting: true })).rejects.toThrow(/Input contracting: the migration/);
    expect(await ahead({})).toMatchObject({ contracting: false });
  });

  it('that say why they are safe continue', async () => {
    noted.length = 0;
    write({ '1_a.up.sql': '-- orchestra:safe Nobody reads it.\nDROP TABLE a' });
    expect(await check()).toMatchObject({ contracting: false, newest: '1' });
    expect(noted).toEqual([expect.stringContaining('Marked as safe: Nobody reads it.')]);
  });

  it('that say so without a reason do not', async () => {
    write({ '1_a.up.sql': '-- orchestra:safe\nDROP TABLE a' });
    await expect(check()).rejects.toThrow(/destroys data/);
  });

  it('that take something away say so', async () => {
    write({ '1_a.up.sql': '-- orchestra:contracting\nSELECT 1' });
    expect(await check()).toMatchObject({ contracting: true });
    expect(await check('1')).toMatchObject({ contracting: false });
  });

  it('that cannot be read are warned about, and left to the database', async () => {
    noted.length = 0;
    write({ '1_a.up.sql': '\\copy x' });
    await check();
    expect(noted).toEqual([expect.stringContaining('not checked')]);
  });

  it('must be there', async () => {
    await expect(check()).rejects.toThrow(/no migration found in "db"\. Expected files such as 000001_name/);
  });
});

describe('files of other tools', () => {
  const filesOf = (known: Recorded) => {
    const { fresh, late, doubtful, newest } = readMigrations(workspace, 'db', known);
    const names = (some: readonly { file: string }[]) => some.map(({ file }) => file.replace(/^db\//, ''));
    return { fresh: names(fresh), late: names(late), doubtful: names(doubtful), newest };
  };
  const back = (up: string, down: string) =>
    `${up}\nALTER TABLE a ADD COLUMN b int;\n\n${down}\nALTER TABLE a DROP COLUMN b;\n`;

  it.each([
    ['goose', back('-- +goose Up', '-- +goose Down')],
    ['dbmate', back('-- migrate:up', '-- migrate:down')],
    ['dbmate with options', back('-- migrate:up transaction:false', '-- migrate:down transaction:false')],
    ['sql-migrate', back('-- +migrate Up', '-- +migrate Down')],
    ['Rambler', back('-- rambler up', '-- rambler down')],
    ['tern', back('', '---- create above / drop below ----')],
    ['MyBatis', back('-- // adds b', '-- //@UNDO')],
    ['MyBatis without slashes', back('-- adds b', '-- @UNDO')],
    ['node-pg-migrate', back('-- Up Migration', '-- Down Migration')],
    ['goose, back first', '-- +goose Down\nDROP TABLE a;\n-- +goose Up\nCREATE TABLE a (b int);\n'],
  ])('%s: what goes back is not judged', async (_, text) => {
    write({ '20240102030405_a.sql': text });
    expect(await check()).toMatchObject({ newest: '20240102030405', contracting: false });
  });

  it('statements after the down part keep their line', async () => {
    write({ '1_a.sql': '-- +goose Down\nDROP TABLE a;\n-- +goose Up\nDROP TABLE b;\n' });
    const error = (await check().catch((thrown: unknown) => thrown)) as PolicyError;
    expect(error.problems.map(({ location }) => location)).toEqual([{ file: 'db/1_a.sql', line: 4 }]);
  });

  it('Flyway: versions have parts, and what undoes or repeats is left out', () => {
    write({
      'V1__a.sql': '',
      'V1_9__b.sql': '',
      'V1.10__c.sql': '',
      'V2__d.sql': '',
      'U2__d.sql': 'DROP TABLE d',
      'R__view.sql': '',
    });
    expect(filesOf(recorded('1.9'))).toMatchObject({ fresh: ['V1.10__c.sql', 'V2__d.sql'], newest: '2' });
    expect(filesOf(recorded('2', ['1', '1.9', '2']))).toMatchObject({ fresh: [], late: ['V1.10__c.sql'] });
    expect(filesOf(recorded('2'))).toMatchObject({ doubtful: ['V1__a.sql', 'V1_9__b.sql', 'V1.10__c.sql'] });
    expect(reaches('1.10', '1.9')).toBe(true);
    expect(reaches('1.9', '1.10')).toBe(false);
  });

  it('Prisma: a folder for each, and its status is a number of migrations', () => {
    write({
      '20240101000000_init/migration.sql': '',
      '20240102000000_users/migration.sql': '',
      '20240103000000_orders/migration.sql': '',
      'migration_lock.toml': '',
    });
    expect(filesOf(recorded()).fresh).toHaveLength(3);
    expect(filesOf(recorded('0')).fresh).toHaveLength(3);
    expect(filesOf(recorded('2'))).toMatchObject({
      fresh: ['20240103000000_orders/migration.sql'],
      newest: '20240103000000',
    });
    // One that was merged late is applied, so it is new.
    expect(filesOf(recorded('2', ['20240101000000', '20240103000000']))).toMatchObject({
      fresh: ['20240102000000_users/migration.sql'],
      late: [],
    });
  });

  it('Diesel and Hasura: a folder for each, with a file for each direction', async () => {
    write({
      '00000000000000_diesel_initial_setup/up.sql': '',
      '2024-01-05-120000_a/up.sql': 'CREATE TABLE a (b int)',
      '2024-01-05-120000_a/down.sql': 'DROP TABLE a',
      '20240106000000_b/up.sql': 'CREATE TABLE b (b int)',
    });
    expect(filesOf(recorded('20240105120000'))).toMatchObject({
      fresh: ['20240106000000_b/up.sql'],
      newest: '20240106000000',
    });
    // One that was merged late is applied, so it is new.
    expect(filesOf(recorded('20240106000000', ['0', '20240106000000']))).toMatchObject({
      fresh: ['2024-01-05-120000_a/up.sql'],
      late: [],
    });
    // A status that is as small as a number of migrations.
    write({ '3_c/up.sql': '', '4_d/up.sql': '' });
    expect(filesOf(recorded('3')).fresh).not.toContain('3_c/up.sql');
    expect(await check()).toMatchObject({ contracting: false });
  });

  it('Atlas: a number without a name; Flyway: a baseline is no migration', () => {
    write({ '20240102030405.sql': '', 'V1__a.sql': '', 'B1__a.sql': '' });
    expect(filesOf(recorded()).fresh).toEqual(['V1__a.sql', '20240102030405.sql']);
  });

  it('a byte order mark is no SQL', async () => {
    write({ '1_a.sql': '\uFEFFDROP TABLE a' });
    await expect(check()).rejects.toThrow(/destroys data/);
  });

  it('two files of one version are named, also where the schema has it already', async () => {
    write({ '1_a.sql': 'SELECT 1', '000001_b.up.sql': 'SELECT 1', '2_c.sql': 'SELECT 1' });
    for (const version of [undefined, '1', '2']) {
      noted.length = 0;
      await check(version);
      expect(noted.join()).toContain('db/000001_b.up.sql and db/1_a.sql have the same version');
    }
  });

  it('names with a hyphen after the number count, and dates', () => {
    write({ '0001-a.sql': 'DROP TABLE a', '2024-01-05_b.sql': '', '2024-01-05-120000_c.sql': '' });
    expect(filesOf(recorded()).fresh).toEqual(['0001-a.sql', '2024-01-05_b.sql', '2024-01-05-120000_c.sql']);
    expect(filesOf(recorded('20240105', [])).late).toEqual(['0001-a.sql']);
  });

  it('Flyway reads subfolders, too; other tools do not', () => {
    write({ 'V7__a.sql': '', '2024/late/V5__b.sql': 'DROP TABLE b', 'seeds/000008_c.sql': 'DROP TABLE c' });
    expect(filesOf(recorded('7', ['7']))).toMatchObject({ fresh: [], late: ['2024/late/V5__b.sql'] });
  });

  it('what is not named as a migration is named as not checked', async () => {
    write({
      '000007_b.up.sql': '',
      '000007_b.down.sql': 'DROP TABLE b',
      '005.late.sql': 'DROP TABLE a',
      'late.SQL': 'DROP TABLE a',
      'R__view.sql': '',
      'U7__b.sql': '',
      'README.md': '',
      'seeds/late.sql': '',
    });
    noted.length = 0;
    await check('7');
    expect(noted.filter((note) => note.includes('not checked'))).toEqual([
      expect.stringMatching(/^Input migrations: not checked, .*: 005\.late\.sql, late\.SQL\. Rename/),
    ]);
  });
});
