/** Objects that a script drops and creates again, as triggers, policies and views are changed: they still exist when it is done. Pure. */
import type { Fields, Tree } from './dynamic-sql.ts';

/** `KIND name` of what a statement creates, with the types of a function's arguments. */
function createdBy(stmt: Tree): string | undefined {
  const [kind, value] = Object.entries(stmt)[0] ?? [];
  const fields = (value ?? {}) as Fields;
  switch (kind) {
    case 'ViewStmt':
      return `VIEW ${nameIn(fields.view)}`;
    case 'CreateTableAsStmt': {
      const into = (fields.into as Fields).rel;
      return fields.objtype === 'OBJECT_MATVIEW' ? `MATVIEW ${nameIn(into)}` : undefined;
    }
    case 'CreateTrigStmt':
      return `TRIGGER ${nameIn(fields.relation)}.${fields.trigname}`;
    case 'CreatePolicyStmt':
      return `POLICY ${nameIn(fields.table)}.${fields.policy_name}`;
    case 'RuleStmt':
      return `RULE ${nameIn(fields.relation)}.${fields.rulename}`;
    case 'CreateFunctionStmt': {
      const parameters = ((fields.parameters ?? []) as Tree[]).map((one) => one.FunctionParameter as Fields);
      const inputs = parameters.filter(({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE');
      const types = inputs.map(({ argType }) => typeIn(argType));
      return `${fields.is_procedure ? 'PROCEDURE' : 'FUNCTION'} ${dotted(fields.funcname)}(${types})`;
    }
    default:
      return undefined;
  }
}

/** The same of an object in a DROP. Without its arguments, the name of a function ends in `(`. */
export function droppedBy(type: string, object: Tree): string {
  const routine = object.ObjectWithArgs as Fields | undefined;
  if (!routine) return `${type} ${dotted((object.List as Fields | undefined)?.items)}`;
  const name = `${type} ${dotted(routine.objname)}(`;
  if (routine.args_unspecified) return name;
  return `${name}${((routine.objargs ?? []) as Tree[]).map(({ TypeName }) => typeIn(TypeName))})`;
}

/** For a statement of the list: whether one after it creates what a DROP names. Scripts can have thousands of statements. */
export function recreations(statements: readonly Tree[]): (index: number) => (dropped: string) => boolean {
  const last = new Map<string, number>();
  for (const [i, stmt] of statements.entries()) {
    const created = createdBy(stmt);
    if (created === undefined) continue;
    last.set(created, i);
    const routine = created.indexOf('(');
    if (routine >= 0) last.set(created.slice(0, routine + 1), i);
  }
  return (index) => (dropped) => (last.get(dropped) ?? -1) > index;
}

const dotted = (names: unknown): string =>
  ((names ?? []) as Tree[]).map(({ String: text }) => (text as Fields | undefined)?.sval).join('.');

const typeIn = (type: unknown): string => dotted((type as Fields | undefined)?.names);

function nameIn(relation: unknown): string {
  const { schemaname, relname } = (relation ?? {}) as Fields;
  return [schemaname, relname].filter(Boolean).join('.');
}
