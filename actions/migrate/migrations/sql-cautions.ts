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
      if (fields.whereClause || fields.usingClause) return undefined;
      return { rule: 'destructive', message: `DELETE without WHERE destroys all rows of ${table}.` };
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

/** About one command of ALTER TABLE. */
export function cautionOfAlter({ subtype, def }: Fields, table: string): Caution | undefined {
  if (subtype === 'AT_SetTableSpace' || subtype === 'AT_SetLogged' || subtype === 'AT_SetUnLogged')
    return {
      rule: 'locking',
      message: `This ALTER TABLE takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}.`,
    };
  const constraint = (def as { Constraint?: Fields } | undefined)?.Constraint;
  if (subtype !== 'AT_AddConstraint' || !constraint) return undefined;
  const kind = ADD[String(constraint.contype) as keyof typeof ADD];
  if (kind === undefined || constraint.skip_validation || constraint.indexname) return undefined;
  const isIndex = kind === 'UNIQUE' || kind === 'PRIMARY KEY';
  const instead = isIndex
    ? 'Create a unique index CONCURRENTLY first, and add the constraint USING INDEX.'
    : 'Add it with NOT VALID, and VALIDATE CONSTRAINT in a later migration.';
  return {
    rule: 'locking',
    message: `ADD ${kind} blocks ${kind === 'FOREIGN KEY' ? 'writes' : 'reads and writes'} of ${table} while ${isIndex ? 'its index is built' : 'all of it is read'}. ${instead}`,
  };
}
