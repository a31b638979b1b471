/**
 * Statements that version 1.0 allowed, so they are only a warning: they lock a table while it is read, delete its rows, or
 * are incompatible with the running version (https://www.postgresql.org/docs/current/explicit-locking.html). Pure.
 */

type Fields = Readonly<Record<string, unknown>>;

export interface Caution {
  readonly rule: 'destructive' | 'incompatible' | 'locking';
  readonly message: string;
}

const ADD = {
  CONSTR_FOREIGN: 'FOREIGN KEY',
  CONSTR_CHECK: 'CHECK',
  CONSTR_UNIQUE: 'UNIQUE',
  CONSTR_PRIMARY: 'PRIMARY KEY',
  CONSTR_EXCLUSION: 'EXCLUDE',
} as const;

/** About a statement: its kind and fields in PostgreSQL's syntax tree. `table` names its relation; empty for none. */
export function cautionOf(kind: string, fields: Fields, table: string): Caution | undefined {
  const has = (list: unknown, name: string) =>
    ((list ?? []) as readonly { DefElem?: Fields }[]).some(({ DefElem }) => DefElem?.defname === name);
  const exclusive = (what: string, instead: string): Caution => ({
    rule: 'locking',
    message: `${what} takes an ACCESS EXCLUSIVE lock that blocks reads and writes until it is done. ${instead}`,
  });
  switch (kind) {
    case 'DeleteStmt':
      if (fields.whereClause || fields.usingClause) return ofQueries(fields);
      return { rule: 'destructive', message: `DELETE without WHERE destroys all rows of ${table}.` };
    case 'InsertStmt':
    case 'SelectStmt':
    case 'UpdateStmt':
      return ofQueries(fields);
    case 'LockStmt':
      if (Number(fields.mode) < SHARE) return undefined;
      return {
        rule: 'locking',
        message: 'LOCK TABLE blocks writes until the migration is committed. Choose a weaker mode, or remove it.',
      };
    case 'DropRoleStmt':
      return {
        rule: 'incompatible',
        message: 'DROP ROLE is incompatible with the running version, which may still log in as this role.',
      };
    case 'VacuumStmt':
      return has(fields.options, 'full')
        ? exclusive('VACUUM FULL', 'Run it manually at a time with little traffic, or use pg_repack.')
        : undefined;
    case 'ClusterStmt':
      return exclusive(`CLUSTER ${table}`, 'Run it manually at a time with little traffic, or use pg_repack.');
    case 'ReindexStmt':
      if (has(fields.params, 'concurrently')) return undefined;
      return { rule: 'locking', message: 'REINDEX blocks writes until it is done. Write REINDEX … CONCURRENTLY.' };
    case 'RefreshMatViewStmt':
      if (fields.concurrent || fields.skipData) return undefined;
      return exclusive(`REFRESH MATERIALIZED VIEW ${table}`, 'Write REFRESH MATERIALIZED VIEW CONCURRENTLY.');
    case 'AlterObjectSchemaStmt':
      return {
        rule: 'incompatible',
        message: `SET SCHEMA moves ${table || 'an object'} to another schema, which is incompatible with the running version.`,
      };
    case 'AlterEnumStmt':
      if (!fields.oldVal) return undefined;
      return {
        rule: 'incompatible',
        message: `Renaming the value ${String(fields.oldVal)} of a type is incompatible with the running version.`,
      };
    default:
      return undefined;
  }
}

/** The number of the mode SHARE, the first that blocks writes (https://www.postgresql.org/docs/current/explicit-locking.html). */
const SHARE = 5;

/** About a query in WITH: `WITH moved AS (DELETE FROM users RETURNING *) …`. */
function ofQueries({ withClause }: Fields): Caution | undefined {
  const queries = ((withClause as Fields | undefined)?.ctes ?? []) as readonly { CommonTableExpr: Fields }[];
  for (const { CommonTableExpr } of queries) {
    const [kind = '', fields] = Object.entries((CommonTableExpr.ctequery ?? {}) as Record<string, Fields>)[0] ?? [];
    const { relname = '' } = (fields?.relation ?? {}) as { readonly relname?: string };
    const caution = fields && cautionOf(kind, fields, relname);
    if (caution) return caution;
  }
  return undefined;
}

/** Functions whose value differs from row to row, so that as a default they rewrite the table. */
const VOLATILE = /^(?:gen_random_uuid|uuid_generate_v\w+|uuidv\d|random|clock_timestamp|timeofday|nextval)$/;

/** Whether adding the column rewrites the table (https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES). */
function rewrites({ typeName, constraints }: Fields): boolean {
  const names = (list: unknown) =>
    ((list ?? []) as readonly { String?: { sval?: string } }[]).map(({ String: text }) => text?.sval ?? '');
  if (/^(?:small|big)?serial[248]?$/.test(names((typeName as Fields | undefined)?.names).at(-1) ?? '')) return true;
  return ((constraints ?? []) as readonly { Constraint: Fields }[]).some(({ Constraint: { contype, raw_expr } }) => {
    if (contype === 'CONSTR_IDENTITY' || contype === 'CONSTR_GENERATED') return true;
    const call = (raw_expr as { FuncCall?: Fields } | undefined)?.FuncCall;
    return contype === 'CONSTR_DEFAULT' && VOLATILE.test(names(call?.funcname).at(-1) ?? '');
  });
}

/** About one command of ALTER TABLE. */
export function cautionOfAlter({ subtype, def }: Fields, table: string): Caution | undefined {
  const column = (def as { ColumnDef?: Fields } | undefined)?.ColumnDef;
  if (subtype === 'AT_AddColumn' && column && rewrites(column))
    return {
      rule: 'locking',
      message: `ADD COLUMN ${String(column.colname)} takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}, since each row gets a value of its own. Add the column without it, fill it in batches, and set the default later.`,
    };
  if (subtype === 'AT_DetachPartition') {
    const { name } = ((def as { PartitionCmd?: Fields } | undefined)?.PartitionCmd ?? {}) as {
      name?: { relname?: string };
    };
    return {
      rule: 'incompatible',
      message: `DETACH PARTITION removes the rows of ${name?.relname ?? 'the partition'} from ${table}, which the running version may still read.`,
    };
  }
  if (subtype === 'AT_SetTableSpace' || subtype === 'AT_SetLogged' || subtype === 'AT_SetUnLogged')
    return {
      rule: 'locking',
      message: `This ALTER TABLE takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}.`,
    };
  const constraint = (def as { Constraint?: Fields } | undefined)?.Constraint;
  if (subtype !== 'AT_AddConstraint' || !constraint) return undefined;
  const kind = ADD[String(constraint.contype) as keyof typeof ADD];
  if (kind === undefined || constraint.skip_validation || constraint.indexname) return undefined;
  const isIndex = kind === 'UNIQUE' || kind === 'PRIMARY KEY' || kind === 'EXCLUDE';
  const instead =
    kind === 'EXCLUDE'
      ? 'Run it manually at a time with little traffic.'
      : isIndex
        ? 'Create a unique index CONCURRENTLY first, and add the constraint USING INDEX.'
        : 'Add it with NOT VALID, and VALIDATE CONSTRAINT in a later migration.';
  return {
    rule: 'locking',
    message: `ADD ${kind} blocks ${kind === 'FOREIGN KEY' ? 'writes' : 'reads and writes'} of ${table} while ${isIndex ? 'its index is built' : 'all of it is read'}. ${instead}`,
  };
}
