/** Files and folders of migration tools, and sections that go back. */
import { describe, expect, it } from 'vitest';
import { type Recorded, reaches } from '../../../actions/migrate/migrations/schema-version.ts';
import type { PolicyError } from '../../../src/runtime/errors.ts';
import { useMigrationFolder } from './inputs-of.ts';

const { check, noted, read, recorded, write } = useMigrationFolder();

describe('files of other tools', () => {
  const filesOf = (known: Recorded) => {
    const { fresh, late, doubtful, newest } = read(known);
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

  it('refinery: a U is a migration, unless it undoes one of Flyway', () => {
    write({ 'V1__a.sql': '', 'U3__b.sql': '', 'U2__c.sql': '' });
    expect(filesOf(recorded('1'))).toMatchObject({ fresh: ['U2__c.sql', 'U3__b.sql'], newest: '3' });
    write({ 'V3__b.sql': '' });
    expect(filesOf(recorded('1'))).toMatchObject({ fresh: ['U2__c.sql', 'V3__b.sql'] });
    write({ 'B2__baseline.sql': '' });
    expect(filesOf(recorded('1'))).toMatchObject({ fresh: ['V3__b.sql'] });
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
