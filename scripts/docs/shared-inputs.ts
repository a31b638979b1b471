/** The contents of `shared-inputs.yml`: inputs of several actions, and the keys that the workflows' lists allow. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const text = readFileSync(new URL('shared-inputs.yml', import.meta.url), 'utf8');

type Lists = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Shared {
  readonly every: Readonly<Record<string, unknown>>;
  readonly some: Readonly<Record<string, unknown>>;
  readonly pipeline: Lists;
  readonly rollback: Lists;
}

export const shared = parse(text) as Shared;

/** An input with all its lines of YAML. */
const blockOf = (name: string): RegExp => new RegExp(`^  ${name}:\\n(?:    .*\\n)+`, 'm');

/** The action.yml with the shared inputs as described in the shared manifest; missing inputs of every action are added. */
export function renderManifest(manifest: string): string {
  const names = Object.keys({ ...shared.every, ...shared.some });
  return names.reduce((result, name) => {
    const block = blockOf(name).exec(text)?.[0] ?? '';
    const [inputs = '', rest = ''] = result.split(/(?=^outputs:)/m);
    if (blockOf(name).test(inputs)) return inputs.replace(blockOf(name), () => block) + rest;
    return name in shared.every ? `${inputs.trimEnd()}\n${block}\n${rest}` : result;
  }, manifest);
}

/** `actions/pipeline/plan/keys.ts`: the keys that the workflows' lists allow. */
export function renderKeys(): string {
  const { services = {} } = shared.pipeline;
  const lists = (all: Lists): string =>
    Object.entries(all)
      .map(([list, sources]) => `  ${list}: ${keysOf(list, sources)},\n`)
      .join('');
  return `/** The keys of the workflows' lists. Made by \`npm run docs\` from scripts/docs/shared-inputs.yml. */

/** Inputs of build-image. */
export const BUILD_KEYS: readonly string[] = ${literal(services['build-image'] ?? '', '', 45)};

/** Inputs of deploy-run that apply to all services of a release. */
export const RELEASE_KEYS = ${literal(services.release ?? '', '', 38)} as const;

/** Inputs of deploy-run. */
export const ROLLOUT_KEYS: readonly string[] = ${literal(services['deploy-run'] ?? '', '', 45, ['...RELEASE_KEYS'])};

/** Keys of each list of pipeline.yml. */
export const PIPELINE_KEYS = {
${lists(shared.pipeline)}} as const;

/** Keys of each list of rollback.yml. */
export const ROLLBACK_KEYS = {
${lists(shared.rollback)}} as const;
`;
}

/** The keys of one list; where it has those of both actions, they are taken from their constants. */
function keysOf(list: string, sources: Readonly<Record<string, string>>): string {
  const { 'build-image': build, 'deploy-run': rollout, release: _, ...others } = sources;
  if (!build || !rollout) return literal(Object.values(sources).join(' '), '  ', list.length + 4);
  return literal(Object.values(others).join(' '), '  ', list.length + 4, ['...BUILD_KEYS', '...ROLLOUT_KEYS']);
}

/** An array of the words and `more`, formatted like Biome; `indent` is that of its first line, `before` the length of that line so far. */
function literal(words: string, indent: string, before: number, more: readonly string[] = []): string {
  const quoted = [
    ...words
      .trim()
      .split(/\s+/)
      .map((word) => `'${word}'`),
    ...more,
  ];
  const short = `[${quoted.join(', ')}]`;
  if (before + short.length < 120) return short;
  return `[\n${quoted.map((word) => `${indent}  ${word},\n`).join('')}${indent}]`;
}
