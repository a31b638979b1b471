/**
 * Reads one YAML 1.1 document (as gcloud does: `0444` is 292, `yes` is a boolean) into a plain tree whose every key and
 * value knows its line. Substitutions are put into scalar values after parsing, so a value can neither break the document
 * nor add keys to it: `${NAME}` is replaced and stays text, `$${` represents `${` itself.
 */
import { closest, distance } from 'fastest-levenshtein';
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type YAMLMap,
  type Node as YamlNode,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Location, Problem } from '../runtime/errors.ts';
import { isTooDeep, MOST_LEVELS, TOO_DEEP } from './yaml-error.ts';

export interface MapNode {
  readonly kind: 'map';
  readonly at: Location;
  /** Key → value; `at` is where the key stands. */
  readonly entries: ReadonlyMap<string, { readonly at: Location; readonly value: Node }>;
}
export interface ListNode {
  readonly kind: 'list';
  readonly at: Location;
  readonly items: readonly Node[];
}
export type Scalar = { readonly kind: 'scalar'; readonly at: Location } & (
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'integer'; readonly value: number; readonly source: string }
  | { readonly type: 'boolean'; readonly value: boolean; readonly source: string }
  | { readonly type: 'null' }
  /** A fraction, a date, binary data: nothing that a manifest has a use for. */
  | { readonly type: 'other'; readonly source: string }
);
export type Node = MapNode | ListNode | Scalar;

export interface ParsedDocument {
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
}

/** More than any manifest has; a document of nested aliases would grow without end. */
const MOST_NODES = 100_000;

export function parseDocument(text: string, file: string, substitutions: ReadonlyMap<string, string>): ParsedDocument {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const locate = (offset: number | undefined): Location => {
    const { line, col } = lines.linePos(offset ?? 0);
    return line === 0 ? { file } : { file, line, column: col };
  };
  const report = (at: Location, message: string) => {
    if (!problems.some((known) => known.message === message && known.location?.line === at.line))
      problems.push({ subject: 'manifest', message, location: at });
  };

  const documents = parseAllDocuments(text, { version: '1.1', lineCounter: lines, prettyErrors: false });
  const all: readonly Document.Parsed[] = Array.isArray(documents) ? (documents as Document.Parsed[]) : [];
  for (const document of all) {
    for (const error of [...document.errors, ...document.warnings]) {
      const at = locate(error.pos[0]);
      if (isTooDeep(error)) {
        // One such error may follow for each level on the way out.
        report(at, `${TOO_DEEP}.`);
        return { root: undefined, problems };
      }
      const substituted = text.split('\n')[(at.line ?? 0) - 1]?.includes('${');
      const hint = substituted ? ' Within [ ] and { } put a value with ${…} in quotes.' : '';
      report(at, `is not valid YAML 1.1: ${error.message}.${hint}`.replace('..', '.'));
    }
  }
  // Tools that join files leave empty documents: a "---" at the end, or below a comment.
  const [document, second] = all.filter(({ contents }) => contents && !(isScalar(contents) && contents.value === null));
  if (second)
    report(
      locate(second.range?.[0]),
      'has more than one YAML document. Keep one resource in a file: a second "---" starts another document.',
    );
  if (!document) report({ file }, 'is empty. Expected a Knative Service, Job or WorkerPool in YAML.');
  if (problems.length > 0 || !document?.contents) return { root: undefined, problems };

  // Finding what an alias means walks the whole document.
  const targets = new Map<Alias, ReturnType<Alias['resolve']>>();
  const resolve = (alias: Alias) => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(document));
    return targets.get(alias);
  };

  let nodes = 0;
  const read = (node: YamlNode | null | undefined, above: readonly YamlNode[], at: Location, key = ''): Node => {
    nodes += 1;
    if (!node) return { kind: 'scalar', type: 'null', at };
    const here = locate(node.range?.[0]);
    if (nodes > MOST_NODES || above.includes(node)) {
      report(here, 'refers to itself, or grows without end, through YAML aliases.');
      return { kind: 'scalar', type: 'null', at: here };
    }
    if (above.length > MOST_LEVELS) {
      report(here, `${TOO_DEEP}.`);
      return { kind: 'scalar', type: 'null', at: here };
    }
    if (isAlias(node)) {
      const target = resolve(node as Alias);
      if (!target) report(here, `is not valid YAML: nothing is marked &${node.source}.`);
      return read(target, [...above, node], here);
    }
    if (isMap(node)) return { kind: 'map', at: here, entries: readEntries(node as YAMLMap, [...above, node]) };
    if (isSeq(node))
      return {
        kind: 'list',
        at: here,
        items: node.items.map((item) => read(item as YamlNode, [...above, node], here)),
      };
    if (isScalar(node)) return readScalar(node, here, key);
    return { kind: 'scalar', type: 'null', at: here };
  };

  const readEntries = (map: YAMLMap, above: readonly YamlNode[]) => {
    const entries = new Map<string, { at: Location; value: Node }>();
    const merged: Node[] = [];
    for (const { key, value } of map.items) {
      const at = locate((key as YamlNode | null)?.range?.[0]);
      if (isMerge(key)) {
        const source = read(value as YamlNode, above, at);
        merged.push(...(source.kind === 'list' ? source.items : [source]));
      } else if (isScalar(key) && typeof key.value === 'string') {
        if (key.value.includes('${'))
          report(at, `has the key "${key.value}": substitutions are allowed in values, not in keys.`);
        entries.set(key.value, { at, value: read(value as YamlNode, above, at, key.value) });
      } else {
        const source = isScalar(key) ? (key.source ?? String(key.value)) : 'a list or mapping';
        const template = isMap(key) && text.startsWith('{{', (key.range?.[0] ?? 1) - 1);
        report(
          at,
          template
            ? 'has a template in {{ }}, which is not replaced here. Render the file before, or write ${NAME} and set NAME=VALUE in the input substitutions.'
            : `has the key ${source}, which is not text for YAML 1.1. Write it in quotes.`,
        );
      }
    }
    for (const source of merged) {
      if (source.kind !== 'map') report(source.at, 'merges ("<<") a value that is not a mapping.');
      else for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry);
    }
    return entries;
  };

  const readScalar = (node: YamlScalar, at: Location, key: string): Scalar => {
    const { value } = node;
    const source = node.source ?? String(value);
    if (value === null || value === undefined) return { kind: 'scalar', type: 'null', at };
    if (typeof value === 'boolean') return { kind: 'scalar', type: 'boolean', value, source, at };
    if (typeof value === 'number' && Number.isSafeInteger(value) && (/^[-+]?0x/i.test(source) || !/[.e]/i.test(source)))
      return { kind: 'scalar', type: 'integer', value, source, at };
    // A plain "=" is a type of its own in YAML 1.1, which gcloud refuses.
    if (typeof value !== 'string' || (node.type === 'PLAIN' && value === '='))
      return { kind: 'scalar', type: 'other', source, at };
    return { kind: 'scalar', type: 'text', value: substitute(value, at, key === 'image'), at };
  };

  /** The image of a container is replaced as a rule, whatever placeholder stands there; the policy refuses one that stays. */
  const substitute = (value: string, at: Location, image: boolean): string =>
    value.replace(/\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$\{/g, (match, name: string | undefined) => {
      if (match === '$${') return '${';
      if (name === undefined) {
        if (!image)
          report(
            at,
            value.includes('${{')
              ? 'has an expression in ${{ }}, which a workflow replaces in its own file only. Write ${NAME} here, and NAME=${{ … }} in the input substitutions.'
              : 'has a "${" that is not ${NAME}. For the text itself write $${.',
          );
        return match;
      }
      const replacement = substitutions.get(name);
      if (replacement === undefined && !image) report(at, undefinedName(name, substitutions));
      return replacement ?? match;
    });

  const root = read(document.contents, [], { file, line: 1 });
  return { root, problems };
}

function undefinedName(name: string, substitutions: ReadonlyMap<string, string>): string {
  const near = closest(name, [...substitutions.keys()]);
  const hint = near && distance(name, near) <= Math.max(2, name.length / 3) ? ` Did you mean \${${near}}?` : '';
  return `uses \${${name}}, which has no value.${hint} Set ${name}=VALUE in the input substitutions, or write $\${${name}} for the text itself.`;
}

/** `<<`, which the YAML 1.1 schema reads as a symbol. */
const isMerge = (key: unknown): boolean => isScalar(key) && typeof key.value === 'symbol';
