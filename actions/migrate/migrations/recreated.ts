/** Objects that a script drops and creates again, as triggers, policies and views are changed: they still exist when it is done. Pure. */
import type { Fields, Tree } from './dynamic-sql.ts';

/** `KIND name` of what a statement creates, with the types of a function's arguments. */
export function createdBy(stmt: Tree): string | undefined {
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

/** The same of an object in a DROP. Without its arguments, a function matches each that has its name. */
export function isDropped(type: string, object: Tree, created: string): boolean {
  const routine = object.ObjectWithArgs as Fields | undefined;
  if (!routine) return created === `${type} ${dotted((object.List as Fields | undefined)?.items)}`;
  const name = `${type} ${dotted(routine.objname)}`;
  if (routine.args_unspecified) return created.startsWith(`${name}(`);
  return created === `${name}(${((routine.objargs ?? []) as Tree[]).map(({ TypeName }) => typeIn(TypeName))})`;
}

const dotted = (names: unknown): string =>
  ((names ?? []) as Tree[]).map(({ String: text }) => (text as Fields | undefined)?.sval).join('.');

const typeIn = (type: unknown): string => dotted((type as Fields | undefined)?.names);

function nameIn(relation: unknown): string {
  const { schemaname, relname } = (relation ?? {}) as Fields;
  return [schemaname, relname].filter(Boolean).join('.');
}
