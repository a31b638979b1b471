/**
 * Finds statements that destroy data, are incompatible with running code, or hold a lock while they read a whole table.
 * They are found in PostgreSQL's own syntax tree (https://github.com/pganalyze/libpg_query), never by searching text.
 */
import type { ParseResult } from 'libpg-query';
import { dynamicSqlOf, type Fields, type Parser, type Tree } from './dynamic-sql.ts';
import { droppedBy, recreations } from './recreated.ts';
import { type Caution, cautionOf, cautionOfAlter } from './sql-cautions.ts';

export type Rule = 'destructive' | 'incompatible' | 'locking' | 'dynamic' | 'unreadable';

export interface Finding {
  readonly rule: Rule;
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** True for a warning. */
  readonly lenient?: boolean;
}

type Said = Omit<Finding, 'line'>;

/**
 * Inspects scripts that run one after the other; a table that one of them creates is new, and nothing about it is dangerous.
 * The parser is loaded on the first call.
 */
export async function inspectSql(scripts: readonly string[]): Promise<Finding[][]> {
  if (scripts.length === 0) return [];
  const parser = await import('libpg-query');
  await parser.loadModule();
  const created = new Set<string>();
  return scripts.map((script) => {
    // The parser rejects an empty text.
    if (script.trim() === '') return [];
    let parsed: ParseResult;
    try {
      parsed = parser.parseSync(script);
    } catch (error) {
      const at = (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails?.cursorPosition ?? 0;
      const message = `This migration was not checked completely, because PostgreSQL's parser cannot read it: ${(error as Error).message}.`;
      return [
        { rule: 'unreadable', message, line: lineAt(Buffer.from(script), at) },
        ...inspectReadable(script, created, parser),
      ];
    }
    const bytes = Buffer.from(script);
    const statements = parsed.stmts ?? [];
    const createdAfter = recreations(statements.map(({ stmt }) => stmt as Tree));
    return statements.flatMap(({ stmt, stmt_location: start = 0, stmt_len: length }, i) => {
      const findings = inspect(stmt as Tree, { created, createdLater: createdAfter(i) }, parser);
      if (findings.length === 0) return [];
      const line = lineAt(bytes, start + leading(bytes, start, length ?? bytes.length));
      return findings.map((one) => ({ ...one, line }));
    });
  });
}

/**
 * The statements that the parser can read, of a script that has others: of MySQL and SQLite, of psql, or with placeholders. Only warnings:
 * version 1.0 did not look into such a script.
 */
function inspectReadable(script: string, created: Set<string>, parser: Parser): Finding[] {
  const bytes = Buffer.from(asPostgres(script));
  const ends = endsOf(bytes, parser);
  const scope: Scope = { created, createdLater: () => false };
  return [...ends, bytes.length].flatMap((end, i) => {
    const start = i === 0 ? 0 : (ends[i - 1] as number);
    const findings = inspectQuery(bytes.subarray(start, end).toString(), scope, parser);
    if (findings.length === 0) return [];
    const line = lineAt(bytes, start + leading(bytes, start, end - start));
    return findings.map((one) => ({ ...one, line, lenient: true }));
  });
}

/** With the quotes of MySQL, lines that are for psql or a template, and Flyway's placeholders replaced by as many characters. */
const asPostgres = (script: string): string =>
  script
    .replaceAll('`', '"')
    .replaceAll(/^[ \t]*(?:[\\#]|\{\{).*$/gm, (line) => ' '.repeat(line.length))
    .replaceAll(/\$\{\w+\}/g, (name) => name.replaceAll(/\W/g, '_'));

/** Offsets behind the semicolons that are in no string and no comment. */
function endsOf(bytes: Buffer, parser: Parser): number[] {
  try {
    return parser.scanSync(bytes.toString()).tokens.flatMap(({ text, end }) => (text === ';' ? [end] : []));
  } catch {
    return [];
  }
}

interface Scope {
  /** Tables that are new. */
  readonly created: Set<string>;
  /** Whether a following statement of the script creates what a DROP names. */
  readonly createdLater: (dropped: string) => boolean;
}

function inspect(stmt: Tree, scope: Scope, parser: Parser): Said[] {
  const { created } = scope;
  const [kind, value] = Object.entries(stmt)[0] ?? [];
  const fields = (value ?? {}) as Fields;
  switch (kind) {
    case 'CreateStmt':
    case 'CreateTableAsStmt':
      created.add(relation((fields.relation ?? (fields.into as Fields | undefined)?.rel) as Fields | undefined));
      return [];
    case 'DropStmt':
      return drop(fields, scope);
    case 'DropdbStmt':
    case 'DropOwnedStmt':
      return [{ rule: 'destructive', message: 'DROP DATABASE and DROP OWNED destroy everything in them.' }];
    case 'TruncateStmt':
      return (fields.relations as Tree[])
        .map((entry) => relation(entry.RangeVar as Fields))
        .filter((table) => !created.has(table))
        .map((table) => ({ rule: 'destructive', message: `TRUNCATE destroys all rows of ${table}.` }));
    case 'RenameStmt': {
      const table = relation(fields.relation as Fields | undefined);
      if (created.has(table) || UNUSED_NAMES.has(String(fields.renameType))) return [];
      const what = fields.subname ?? (table || nameOf((fields.object ?? {}) as Tree));
      return [
        {
          rule: 'incompatible',
          message: `Renaming ${what} is incompatible with the running version and with versions before it.`,
        },
      ];
    }
    case 'IndexStmt': {
      const table = relation(fields.relation as Fields);
      if (fields.concurrent || created.has(table)) return [];
      return [
        {
          rule: 'locking',
          message: `CREATE INDEX blocks writes to ${table} until it is built. Write CREATE INDEX CONCURRENTLY, alone in its migration.`,
        },
      ];
    }
    case 'AlterTableStmt': {
      const table = relation(fields.relation as Fields);
      if (created.has(table)) return [];
      return (fields.cmds as Tree[]).flatMap((entry) => {
        const command = entry.AlterTableCmd as Fields;
        return [...alter(command, table), ...leniently(cautionOfAlter(command, table))];
      });
    }
    case 'DoStmt':
      return inspectBlock(stmt, scope, parser);
    default: {
      const table = relation(fields.relation as Fields | undefined);
      return created.has(table) ? [] : leniently(cautionOf(String(kind), fields, table));
    }
  }
}

/** Names that no query contains. */
const UNUSED_NAMES = new Set(['INDEX', 'TABCONSTRAINT', 'TRIGGER', 'POLICY', 'RULE'].map((type) => `OBJECT_${type}`));

const leniently = (caution: Caution | undefined): Said[] => (caution ? [{ ...caution, lenient: true }] : []);

const HOLDS_DATA = new Set(['TABLE', 'SCHEMA', 'MATVIEW', 'SEQUENCE', 'FOREIGN_TABLE', 'TYPE', 'DOMAIN', 'EXTENSION']);

function drop(fields: Fields, { created, createdLater }: Scope): Said[] {
  const type = String(fields.removeType).replace('OBJECT_', '');
  const names = (fields.objects as Tree[])
    .filter((object) => !createdLater(droppedBy(type, object)))
    .map(nameOf)
    .filter((name) => !created.has(name));
  if (names.length === 0) return [];
  const what = `DROP ${type.replace('MATVIEW', 'MATERIALIZED VIEW').replaceAll('_', ' ')} ${names.join(', ')}`;
  if (HOLDS_DATA.has(type)) return [{ rule: 'destructive', message: `${what} destroys data.` }];
  if (type === 'INDEX')
    return fields.concurrent
      ? []
      : [
          {
            rule: 'locking',
            message: `${what} takes an ACCESS EXCLUSIVE lock that blocks reads and writes of its table. Write DROP INDEX CONCURRENTLY.`,
          },
        ];
  return [
    { rule: 'incompatible', message: `${what} is incompatible with the running version, which may still use it.` },
  ];
}

function alter(command: Fields, table: string): Said[] {
  const column = `${table}.${command.name}`;
  switch (command.subtype) {
    case 'AT_DropColumn':
      return [{ rule: 'destructive', message: `DROP COLUMN destroys the data in ${column}.` }];
    case 'AT_AlterColumnType':
      return [
        {
          rule: 'locking',
          message: `ALTER COLUMN TYPE takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}, and may lose digits of ${column}.`,
        },
      ];
    case 'AT_SetNotNull':
      return [
        {
          rule: 'locking',
          message: `SET NOT NULL takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it reads ${table}, and fails on a row without ${column}. Add a CHECK … NOT VALID and validate it first.`,
        },
      ];
    case 'AT_AddColumn':
      return addColumn((command.def as Tree).ColumnDef as Fields, table);
    default:
      return [];
  }
}

/** A column that must have a value and brings none fails on the first row, and on every insert of older code. */
function addColumn(column: Fields, table: string): Said[] {
  const kinds = ((column.constraints ?? []) as Tree[]).map((entry) => String((entry.Constraint as Fields).contype));
  const type =
    nameOf({ List: { items: (column.typeName as Fields).names } })
      .split('.')
      .at(-1) ?? '';
  const brings =
    kinds.some((kind) => ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].includes(kind)) ||
    /^(small|big)?serial$/.test(type);
  const must = kinds.some((kind) => kind === 'CONSTR_NOTNULL' || kind === 'CONSTR_PRIMARY');
  if (!must || brings) return [];
  return [
    {
      rule: 'incompatible',
      message: `NOT NULL without a default: ${table}.${column.colname} makes the inserts of older code fail, and this statement too if ${table} has a row.`,
    },
  ];
}

/** The SQL inside a DO block. */
function inspectBlock(stmt: Tree, scope: Scope, parser: Parser): Said[] {
  const [body] = (((stmt.DoStmt as Fields).args ?? []) as Tree[])
    .map((entry) => entry.DefElem as Fields)
    .flatMap(({ defname, arg }) => (defname === 'as' ? [((arg as Tree).String as Fields).sval] : []));
  const quoted = `DO $orchestra$${String(body)}$orchestra$`;
  try {
    const block = parser.parsePlPgSQLSync(quoted);
    const found = queriesOf(block).flatMap((query) => inspectQuery(query, scope, parser));
    const dynamic = dynamicSqlOf(block, parser);
    // Warnings: version 1.0 did not look into it.
    const written = dynamic
      .flatMap(({ text }) => (text === undefined ? [] : inspectQuery(text, scope, parser)))
      .map((one) => ({ ...one, lenient: true }));
    const unknown: Said[] = dynamic.every(({ known }) => known)
      ? []
      : [{ rule: 'dynamic', message: DYNAMIC, lenient: true }];
    return [...found, ...written, ...unknown];
  } catch {
    return [
      {
        rule: 'unreadable',
        message: 'This DO block was not checked, because it is not readable PL/pgSQL.',
      },
    ];
  }
}

const DYNAMIC =
  'This DO block runs dynamic SQL (EXECUTE) with parts that are only known when it runs, so they were not checked. Make sure that it destroys no data and is compatible with the running version.';

function inspectQuery(query: string, scope: Scope, parser: Parser): Said[] {
  try {
    return (parser.parseSync(query).stmts ?? []).flatMap(({ stmt }) => inspect(stmt as Tree, scope, parser));
  } catch {
    // Conditions and assignments are expressions and no statements.
    return [];
  }
}

function queriesOf(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === 'query' && typeof value === 'string' ? [value] : queriesOf(value),
  );
}

const relation = (fields: Fields | undefined): string =>
  [fields?.schemaname, fields?.relname].filter(Boolean).join('.');

/** `schema.name` of an object in a DROP, whichever way the tree writes it. */
function nameOf(node: Tree): string {
  const [kind, value] = Object.entries(node)[0] ?? [];
  const fields = (value ?? {}) as Fields;
  if (kind === 'String') return String(fields.sval);
  if (kind === 'List') return (fields.items as Tree[]).map(nameOf).join('.');
  if (kind === 'TypeName') return (fields.names as Tree[]).map(nameOf).join('.');
  if (kind === 'ObjectWithArgs') return (fields.objname as Tree[]).map(nameOf).join('.');
  return '';
}

/** Bytes of blanks and comments before a statement, which the parser counts to it. */
function leading(bytes: Buffer, start: number, length: number): number {
  const text = bytes.subarray(start, start + length).toString('latin1');
  return /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let i = 0; i < Math.min(offset, bytes.length); i++) if (bytes[i] === 10) line++;
  return line;
}
