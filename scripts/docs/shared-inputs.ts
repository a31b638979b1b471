/** What `shared-inputs.yml` describes once: inputs of several actions, and the keys that the workflows' lists allow. */
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

/** An input with all its lines, as it stands in YAML. */
const blockOf = (name: string): RegExp => new RegExp(`^  ${name}:\\n(?:    .*\\n)+`, 'm');

/** The action.yml with the shared inputs in the words of the shared manifest; inputs of every action are added if missing. */
export function renderManifest(manifest: string): string {
  const names = Object.keys({ ...shared.every, ...shared.some });
  return names.reduce((result, name) => {
    const block = blockOf(name).exec(text)?.[0] ?? '';
    const [inputs = '', rest = ''] = result.split(/(?=^outputs:)/m);
    if (blockOf(name).test(inputs)) return inputs.replace(blockOf(name), () => block) + rest;
    return name in shared.every ? `${inputs.trimEnd()}\n${block}\n${rest}` : result;
  }, manifest);
}

/** The workflow with its lists of allowed keys, between `# keys: …` and `# /keys`. */
export function renderWorkflow(workflow: string, name: 'pipeline' | 'rollback'): string {
  const pattern = /^( *)(# keys: .*\n)[\s\S]*?^ *# \/keys\n/m;
  if (!pattern.test(workflow)) throw new Error(`${name}.yml: the markers "# keys: …" and "# /keys" are missing`);
  const lines = name === 'pipeline' ? pipelineKeys(shared.pipeline) : rollbackKeys(shared.rollback);
  return workflow.replace(pattern, (_, indent: string, marker: string) =>
    [marker, ...lines.map((line) => `${line}\n`), '# /keys\n'].map((line) => indent + line).join(''),
  );
}

/** For jq: `$build` and `$rollout` are inputs of build-image and deploy-run, `$known` all keys of each list. */
function pipelineKeys(lists: Lists): string[] {
  const services = lists.services ?? {};
  const known = Object.entries(lists).map(([list, { 'build-image': build, 'deploy-run': rollout, ...others }]) => {
    const own = words(Object.values(others).join(' '));
    const sum = [build || rollout ? `(${own})` : own, ...(build ? ['$build'] : []), ...(rollout ? ['$rollout'] : [])];
    return `    ${list}: (${sum.join(' + ')})`;
  });
  return [
    `(${words(services['build-image'] ?? '')}) as $build`,
    `| (${words(services['deploy-run'] ?? '')}) as $rollout`,
    '| {',
    known.join(',\n'),
    '  } as $known',
  ].flatMap((lines) => lines.split('\n'));
}

const rollbackKeys = (lists: Lists): string[] =>
  Object.entries(lists).map(
    ([list, sources]) => `problems ${list} "$${list.toUpperCase()}" '${Object.values(sources).join(' ')}'`,
  );

/** A jq expression for a list of words, wrapped after about 80 characters. */
const words = (keys: string): string => `"${keys.replace(/(.{60,80}) (?=\S)/g, '$1"\n      + " ')}" | words`;
