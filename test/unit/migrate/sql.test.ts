/** Dangerous statements, by PostgreSQL's own parser. */
import { describe, expect, it } from 'vitest';
import { inspectSql } from '../../../actions/migrate/migrations/sql.ts';
import type { PolicyError } from '../../../src/runtime/errors.ts';
import { useMigrationFolder } from './inputs-of.ts';

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
  ['DROP TABLE v; CREATE TABLE v AS SELECT 1', '1 destructive'],
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
  ['ALTER TABLE a ADD COLUMN id bigserial NOT NULL', 'locking'],
  ['ALTER TABLE a ADD COLUMN id int GENERATED ALWAYS AS IDENTITY NOT NULL', 'locking'],
  ['ALTER TABLE a ADD COLUMN c int GENERATED ALWAYS AS (b * 2) STORED', 'locking'],
  ['ALTER TABLE a ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid()', 'locking'],
  ['ALTER TABLE a ADD EXCLUDE USING gist (r WITH &&)', 'locking'],
  ['ALTER TABLE a DETACH PARTITION p', 'incompatible'],
  ['LOCK TABLE a', 'locking'],
  ['DROP ROLE app', 'incompatible'],
  ['WITH moved AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM moved', 'destructive'],
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
  'ALTER TABLE users ADD COLUMN at timestamptz NOT NULL DEFAULT now()',
  'CREATE TABLE t (id int); ALTER TABLE t ADD COLUMN k bigserial',
  'WITH old AS (DELETE FROM a WHERE id < 9 RETURNING *) INSERT INTO b SELECT * FROM old',
  'LOCK TABLE a IN ROW EXCLUSIVE MODE',
  'ALTER TABLE users ALTER COLUMN name DROP NOT NULL',
  "INSERT INTO notes VALUES ('DROP TABLE users; TRUNCATE x')",
  'CREATE TABLE t (id int); DROP TABLE t',
  'DO $$ BEGIN UPDATE users SET a = 1; END $$',
  'ALTER INDEX a RENAME TO b',
  'ALTER TABLE users RENAME CONSTRAINT a TO b',
  'DROP TRIGGER IF EXISTS t ON a; CREATE TRIGGER t BEFORE UPDATE ON a EXECUTE FUNCTION f()',
  'DROP POLICY IF EXISTS "read" ON s.a; CREATE POLICY "read" ON s.a USING (true)',
  'DROP VIEW IF EXISTS s.v; CREATE OR REPLACE VIEW s.v AS SELECT 1',
  'DROP MATERIALIZED VIEW v; CREATE MATERIALIZED VIEW v AS SELECT 1',
  'DROP FUNCTION IF EXISTS f(int); CREATE FUNCTION f(a int, OUT b int) LANGUAGE sql AS $$SELECT 1$$',
  'DROP FUNCTION f; CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$SELECT 1$$',
  'DROP PROCEDURE p(); CREATE PROCEDURE p() LANGUAGE sql AS $$SELECT 1$$',
  'DROP RULE r ON a; CREATE RULE r AS ON INSERT TO a DO NOTHING',
  '-- DROP TABLE users\nSELECT 1',
  '',
  ' \n',
  '-- nothing to do',
];

const { check, noted, recorded, read, within, write } = useMigrationFolder();

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
    const { fresh, newest } = read(recorded('2'));
    expect(fresh.map(({ file }) => file)).toEqual(['db/9_d.up.sql', 'db/10_c.up.sql']);
    expect(newest).toBe('10');
    expect(read(recorded()).fresh).toHaveLength(4);
  });

  it('with long numbers are distinguished', () => {
    write({ '20240102030405_a.up.sql': '', '20240102030406_b.up.sql': '' });
    expect(read(recorded('20240102030405')).fresh).toHaveLength(1);
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
    const ahead = (more: object) => within({ beforeCanary: true, ...more });
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
