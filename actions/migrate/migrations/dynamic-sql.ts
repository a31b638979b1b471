/**
 * SQL that a DO block puts together and runs with EXECUTE. What it writes down is checked as any other SQL; what it takes from
 * variables is not known. Pure.
 */

/** A node of the syntax tree: one key, the kind. */
export type Tree = { readonly [kind: string]: unknown };
export type Fields = Readonly<Record<string, unknown>>;
export type Parser = typeof import('libpg-query');

export interface DynamicSql {
  /** With `‹variable›` in place of what is not known; undefined if nothing of it is. */
  readonly text: string | undefined;
  /** All of it is written down. */
  readonly known: boolean;
}

/** An identifier for PostgreSQL that reads as what it is in a message. */
const VARIABLE = '‹variable›';

/** EXECUTE as a statement, in a loop, and for a cursor. */
const RUNS = new Set(['PLpgSQL_stmt_dynexecute', 'PLpgSQL_stmt_dynfors']);

/** Of a block as its parser returns it. */
export function dynamicSqlOf(tree: unknown, parser: Parser): DynamicSql[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree as Fields).flatMap(([key, value]) => {
    const expression = key === 'dynquery' ? value : RUNS.has(key) ? (value as Fields).query : undefined;
    const inner = dynamicSqlOf(value, parser);
    return expression === undefined ? inner : [readExpression(expression as Tree, parser), ...inner];
  });
}

function readExpression(expression: Tree, parser: Parser): DynamicSql {
  const query = String((expression.PLpgSQL_expr as Fields | undefined)?.query);
  let node: Tree | undefined;
  try {
    const [first] = parser.parseSync(`SELECT ${query}`).stmts ?? [];
    const select = (first?.stmt as Tree | undefined)?.SelectStmt as Fields | undefined;
    node = ((select?.targetList as Tree[] | undefined)?.[0]?.ResTarget as Fields | undefined)?.val as Tree | undefined;
  } catch {
    // An expression that is no SQL.
  }
  const text = node && textOf(node);
  if (text === undefined || text.trim() === VARIABLE) return { text: undefined, known: false };
  return { text, known: !text.includes(VARIABLE) };
}

/** https://www.postgresql.org/docs/current/functions-string.html#FUNCTIONS-STRING-FORMAT */
const FORMATTED = { '%': '%', I: VARIABLE, s: VARIABLE, L: `'${VARIABLE}'` } as const;

/** Strings, their concatenation, and `format`. */
function textOf(node: Tree): string {
  const [kind, value] = Object.entries(node)[0] ?? [];
  const fields = (value ?? {}) as Fields;
  if (kind === 'A_Const') return String((fields.sval as Fields | undefined)?.sval ?? VARIABLE);
  if (kind === 'A_Expr' && nameIn(fields.name) === '||')
    return textOf(fields.lexpr as Tree) + textOf(fields.rexpr as Tree);
  if (kind === 'FuncCall' && nameIn(fields.funcname) === 'format') {
    const [pattern] = fields.args as Tree[];
    return textOf(pattern as Tree).replaceAll(
      /%(?:\d+\$)?-?\d*([IsL%])/g,
      (_, type) => FORMATTED[type as keyof typeof FORMATTED],
    );
  }
  return VARIABLE;
}

const nameIn = (names: unknown): unknown => ((names as Tree[] | undefined)?.at(-1)?.String as Fields | undefined)?.sval;
