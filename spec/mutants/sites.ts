/**
 * Finds every use of a fence of `fences.ts` with TypeScript's checker: names are resolved to declarations, so that a
 * new call is found everywhere, under any local name. The API is that of TypeScript 7
 * (https://github.com/microsoft/typescript-go/tree/main/_packages/api).
 */
import { join, relative } from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isTemplateHead,
  isTemplateMiddleOrTemplateTail,
  isThrowStatement,
} from 'typescript/unstable/ast/is';
import type { FileSystem } from 'typescript/unstable/fs';
import { API, type Symbol as Meant, type Project, SymbolFlags } from 'typescript/unstable/sync';
import { FENCES, type Fence, type FenceKind } from './fences.ts';

/** A use of a fence, and the change of its mutant. */
export interface Site {
  /** `FILE FUNCTION: TEXT`, with a number if there are several: stable while other lines of the file change. */
  readonly id: string;
  readonly kind: FenceKind;
  readonly file: string;
  readonly line: number;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly change: /** `throws`: what stands there is called because it may throw. */
    | { readonly replace: string; readonly throws: boolean }
    /** A statement that is left out. */
    | { readonly leaveOut: true }
    /** A part of a text. */
    | { readonly rename: 'key' | 'template' };
}

/** The value of a mutant, if it can be compared with that of the code. */
export const isConstant = (text: string): boolean => ['true', 'false', 'undefined'].includes(text);

/** Whether the value of the code can be compared with that of the mutant. */
export const givesConstant = ({ change }: Site): boolean =>
  'replace' in change && !change.throws && isConstant(change.replace);

const ROOTS = ['actions/', 'src/', 'cli/'];

export interface FoundSites {
  readonly sites: readonly Site[];
  /** Fences of the list that have no use. */
  readonly unused: readonly Fence[];
}

/** `files` replace files of the tree, by path. */
export function findSites(root: string, files: Readonly<Record<string, string>> = {}): FoundSites {
  const api = new API({ cwd: root, fs: overlay(root, files) });
  try {
    const [project] = api.updateSnapshot({ openProject: join(root, 'tsconfig.json') }).getProjects();
    if (!project) throw new Error('tsconfig.json gives no project');
    return find(project, root);
  } finally {
    api.close();
  }
}

function overlay(root: string, files: Readonly<Record<string, string>>): FileSystem {
  const textOf = (path: string) => files[relative(root, path)];
  return { readFile: textOf, fileExists: (path) => (textOf(path) === undefined ? undefined : true) };
}

interface Found {
  readonly fence: Fence;
  readonly node: Node;
  readonly from: number;
  readonly to: number;
  readonly change: Site['change'];
}

function find(project: Project, root: string): FoundSites {
  const fenceNames = createFenceNames(project, root);
  const used = new Set<Fence>();
  const sites: Site[] = [];
  const paths = project.rootFiles.map((path) => relative(root, path));
  for (const file of paths.filter((path) => ROOTS.some((folder) => path.startsWith(folder))).sort()) {
    const source = project.program.getSourceFile(join(root, file));
    if (!source) continue;
    const text = source.text;
    const counts = new Map<string, number>();
    const add = ({ fence, node, from, to, change }: Found) => {
      used.add(fence);
      const name = `${file} ${functionOf(node)}: ${text.slice(from, to).replace(/\s+/g, ' ').slice(0, 60).trim()}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      sites.push({
        id: count === 1 ? name : `${name} (${count})`,
        kind: fence.kind,
        file,
        line: text.slice(0, from).split('\n').length,
        start: from,
        end: to,
        change,
      });
    };
    const nodes: Node[] = [];
    const visit = (node: Node): void => {
      nodes.push(node);
      node.forEachChild(visit);
    };
    visit(source);
    fenceNames.prepare(nodes);
    for (const node of nodes) for (const one of fencesAt(node, text, fenceNames)) add(one);
  }
  return { sites, unused: FENCES.filter((fence) => !used.has(fence)) };
}

/** The fences at this node. */
function fencesAt(node: Node, text: string, fenceNames: FenceNames): Found[] {
  const from = node.getStart();
  const to = node.getEnd();
  const found = (fence: Fence, change: Site['change'], at = from, until = to): Found => ({
    fence,
    node,
    from: at,
    to: until,
    change,
  });
  if (isCallExpression(node)) {
    const fence = fenceNames.fenceOf(node.expression, 'check') ?? fenceNames.fenceOf(node.expression, 'value');
    if (!fence) return [];
    const passes = ('passes' in fence && fence.passes) || 'undefined';
    const given = node.arguments.map((one) => one.getText());
    const replace = passes
      .replaceAll('$f', () => node.expression.getText())
      .replace(/\$(\d)/g, (_, n: string) => given[Number(n)] ?? 'undefined');
    return [found(fence, { replace, throws: 'check' in fence })];
  }
  if (isThrowStatement(node)) {
    const fence = fenceNames.fenceAround(node);
    return fence ? [found(fence, { leaveOut: true })] : [];
  }
  if (isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    const equal = operator === SyntaxKind.EqualsEqualsEqualsToken;
    if (!equal && operator !== SyntaxKind.ExclamationEqualsEqualsToken) return [];
    const sides = [node.left, node.right];
    // A comparison with the empty string only checks whether there is a value.
    if (sides.some((side) => isStringLiteral(side) && side.text === '')) return [];
    const fence = sides.map((side) => fenceNames.fenceOf(unwrapped(side), 'compared')).find((one) => one !== undefined);
    return fence ? [found(fence, { replace: String(equal), throws: false })] : [];
  }
  if (isPropertyAccessExpression(node)) {
    const fence = fenceNames.fenceOf(node, 'field');
    return fence && 'passes' in fence ? [found(fence, { replace: fence.passes ?? 'undefined', throws: false })] : [];
  }
  const template =
    isNoSubstitutionTemplateLiteral(node) || isTemplateHead(node) || isTemplateMiddleOrTemplateTail(node);
  const isKey = isIdentifier(node) && node.parent.kind === SyntaxKind.PropertyAssignment;
  if (!template && !isKey) return [];
  return FENCES.flatMap((fence) => {
    if (!('parameter' in fence)) return [];
    const at = text.slice(from, to).search(new RegExp(`(?<![A-Za-z])${fence.parameter}(?![A-Za-z])`));
    if (at < 0 || (isKey && text.slice(from, to) !== fence.parameter)) return [];
    const start = from + at;
    return [found(fence, { rename: isKey ? 'key' : 'template' }, start, start + fence.parameter.length)];
  });
}

interface FenceNames {
  /** Resolves the names among these nodes in one request, since each request is a message to another process. */
  prepare(nodes: readonly Node[]): void;
  /** The fence that the expression names, of this form. */
  fenceOf(expression: Node, form: 'check' | 'value' | 'compared' | 'field'): Fence | undefined;
  /** The check in whose body the node stands. */
  fenceAround(node: Node): Fence | undefined;
}

function createFenceNames({ checker, program }: Project, root: string): FenceNames {
  const known = new Map<number, string | undefined>();
  let symbols = new Map<Node, Meant | undefined>();
  const interesting = new Set(FENCES.flatMap((fence) => nameOf(fence)?.split(/[#.]/).slice(-1) ?? []));

  /** `FILE#NAME`, or `FILE#INTERFACE.MEMBER`. */
  function declared(symbol: Meant | undefined): string | undefined {
    if (!symbol) return undefined;
    if (known.has(symbol.id)) return known.get(symbol.id);
    known.set(symbol.id, undefined);
    const [handle] = symbol.declarations;
    const node = handle?.resolve();
    if (!handle || !node) return undefined;
    const file = relative(root, program.getSourceFile(handle.path)?.fileName ?? handle.path);
    const name = [SyntaxKind.PropertySignature, SyntaxKind.MethodSignature].includes(node.kind)
      ? `${(node.parent as Node & { name?: Node }).name?.getText()}.${symbol.name}`
      : symbol.name;
    known.set(symbol.id, `${file}#${name}`);
    return known.get(symbol.id);
  }

  /** The declaration that the expression refers to; a destructured variable refers to the field. */
  function meaning(expression: Node): string | undefined {
    const name = nameIn(expression);
    const found = name && symbols.get(name);
    if (!found) return undefined;
    const symbol = found.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    const declaration = symbol.valueDeclaration?.resolve();
    if (!declaration || !isBindingElement(declaration)) return declared(symbol);
    const field = (declaration.propertyName ?? declaration.name)?.getText() ?? '';
    if (!interesting.has(field)) return undefined;
    const type = checker.getTypeAtLocation(declaration.parent);
    return type && declared(checker.getPropertyOfType(type, field));
  }

  const matching = (meant: string, form: string) =>
    FENCES.find((fence) => form in fence && isEndOf(nameOf(fence) as string, meant));

  return {
    prepare(nodes) {
      const names = nodes
        .filter(mayNameFence)
        .flatMap(namingExpressions)
        .flatMap((one) => nameIn(one) ?? []);
      const found = names.length > 0 ? checker.getSymbolAtLocation(names) : [];
      symbols = new Map(names.map((name, i) => [name, found[i]]));
    },
    fenceOf(expression, form) {
      const meant = meaning(expression);
      return meant === undefined ? undefined : matching(meant, form);
    },
    fenceAround(node) {
      for (let at: Node | undefined = node.parent; at; at = at.parent) {
        const named = (at as Node & { name?: Node }).name;
        if (at.kind !== SyntaxKind.FunctionDeclaration && at.kind !== SyntaxKind.VariableDeclaration) continue;
        const meant = named && interesting.has(named.getText()) && declared(checker.getSymbolAtLocation(named));
        const fence = meant ? matching(meant, 'check') : undefined;
        if (fence) return fence;
      }
      return undefined;
    },
  };
}

const mayNameFence = (node: Node): boolean =>
  isCallExpression(node) || isBinaryExpression(node) || isPropertyAccessExpression(node);

/** The expressions of a node that may name a fence. */
function namingExpressions(node: Node): Node[] {
  if (isCallExpression(node)) return [node.expression];
  return isBinaryExpression(node) ? [unwrapped(node.left), unwrapped(node.right)] : [node];
}

/** The identifier that names the expression. */
function nameIn(expression: Node): Node | undefined {
  if (isPropertyAccessExpression(expression)) return expression.name;
  if (isElementAccessExpression(expression)) return nameIn(expression.argumentExpression);
  if (isCallExpression(expression)) return nameIn(expression.expression);
  return isIdentifier(expression) ? expression : undefined;
}

/** The declaration that a fence is about. */
function nameOf(fence: Fence): string | undefined {
  if ('check' in fence) return fence.check;
  if ('value' in fence) return fence.value;
  if ('compared' in fence) return fence.compared;
  return 'field' in fence ? fence.field : undefined;
}

const isEndOf = (name: string, meant: string): boolean => meant === name || meant.endsWith(`/${name}`);

/** Without parentheses, `await`, `!` and `as`. */
function unwrapped(node: Node): Node {
  const wraps = [
    SyntaxKind.ParenthesizedExpression,
    SyntaxKind.AwaitExpression,
    SyntaxKind.NonNullExpression,
    SyntaxKind.AsExpression,
  ];
  return wraps.includes(node.kind) ? unwrapped((node as Node & { expression: Node }).expression) : node;
}

/** Name of the function that the node stands in. */
function functionOf(node: Node): string {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    const named = (at as Node & { name?: Node }).name;
    const isNamed = [
      SyntaxKind.FunctionDeclaration,
      SyntaxKind.VariableDeclaration,
      SyntaxKind.MethodDeclaration,
    ].includes(at.kind);
    if (isNamed && named && isIdentifier(named) && at.parent) {
      const local = at.kind === SyntaxKind.VariableDeclaration && !isFunctionOf(at);
      if (!local) return named.getText();
    }
  }
  return '(module)';
}

const isFunctionOf = (declaration: Node): boolean =>
  (declaration as Node & { initializer?: Node }).initializer?.kind === SyntaxKind.ArrowFunction;
