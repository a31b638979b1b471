/** Finds the cache mounts of a Dockerfile (https://docs.docker.com/reference/dockerfile/#run---mounttypecache). Pure. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { type Instruction, readInstructions } from './dockerfile.ts';

export interface CacheMount {
  /** Name of its content in the image: the first 16 digits of a hash of all that identifies the mount. */
  readonly key: string;
  /** For messages: its id, or the path where it is mounted. */
  readonly name: string;
  /** Options that identify its folder in the builder: `id=…,uid=…,gid=…,mode=…`. */
  readonly options: string;
}

/** Cache mounts that no earlier stage has. */
export interface StageMounts {
  /** `FROM` with its flags and the base image of the stage. */
  readonly from: string;
  /** `ARG` and `ENV` of the stage and its bases, if an id contains variables. */
  readonly context: readonly string[];
  readonly mounts: readonly CacheMount[];
}

export interface FoundMounts {
  /** `ARG` before the first stage. */
  readonly globals: readonly string[];
  readonly stages: readonly StageMounts[];
  /** Why other mounts are not saved, one sentence each. */
  readonly notes: readonly string[];
}

interface Stage {
  readonly name: string;
  readonly from: Instruction;
  readonly instructions: readonly Instruction[];
}

/** The cache mounts of all stages that `target` needs. Default: the last stage. */
export function findCacheMounts(
  text: string,
  target: string | undefined,
  buildArgs: ReadonlyMap<string, string>,
): FoundMounts {
  const { globals, stages } = splitStages(readInstructions(text));
  const values = globalValues(globals, buildArgs);
  const seen = new Set<string>();
  const notes: string[] = [];
  const found = neededStages(stages, target, values).flatMap((stage): StageMounts[] => {
    const chain = chainOf(stages, stage, values);
    const [root] = chain as [Stage];
    const lines = chain.flatMap(({ instructions }) => instructions).filter(({ keyword }) => setsVariable(keyword));
    const context = lines.map(({ keyword, rest }) => `${keyword} ${rest}`);
    const all = stage.instructions.flatMap((instruction) => mountsOf(instruction));
    const candidates = all.map((fields) => describeMount(fields, context, buildArgs));
    const mounts: CacheMount[] = [];
    for (const { mount, problem } of candidates) {
      if (problem !== undefined) notes.push(`The cache mount ${mount.name} is not saved: ${problem}.`);
      else if (!seen.has(mount.key)) mounts.push(mount);
      seen.add(mount.key);
    }
    if (mounts.length === 0) return [];
    const image = root.from.rest.split(/\s+/)[0] as string;
    if (image.toLowerCase() === 'scratch') {
      notes.push(`The cache mounts of a stage from scratch are not saved: it has no program that could copy them.`);
      return [];
    }
    const from = ['FROM', ...root.from.flags, image].join(' ');
    return [{ from, context: mounts.some(({ options }) => options.includes('$')) ? context : [], mounts }];
  });
  return { globals: globals.map(({ rest }) => `ARG ${rest}`), stages: found, notes };
}

function splitStages(instructions: readonly Instruction[]): { globals: Instruction[]; stages: Stage[] } {
  const globals: Instruction[] = [];
  const stages: (Stage & { readonly instructions: Instruction[] })[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      const name = /\s+as\s+(\S+)$/i.exec(instruction.rest)?.[1]?.toLowerCase() ?? String(stages.length);
      stages.push({ name, from: instruction, instructions: [] });
    } else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction);
    else if (instruction.keyword === 'ARG') globals.push(instruction);
  }
  return { globals, stages };
}

const setsVariable = (keyword: string): boolean => keyword === 'ARG' || keyword === 'ENV';

/** Values of the arguments before the first stage. `FROM` can use them to name a stage. */
function globalValues(
  globals: readonly Instruction[],
  buildArgs: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { rest } of globals)
    for (const [, name = '', value = ''] of rest.matchAll(/([A-Za-z_]\w*)(?:=(\S*))?/g))
      values.set(name, buildArgs.get(name) ?? value.replace(/^(["'])(.*)\1$/, '$2'));
  return values;
}

const expand = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(
    /\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/g,
    (_, plain?: string, braced?: string, fallback = '') => values.get(plain ?? braced ?? '') || fallback,
  );

/** Index of a stage by its name or number, among those before index `before`; -1 if not found. */
function findStage(stages: readonly Stage[], reference: string, before: number): number {
  const name = reference.toLowerCase();
  const index = stages.findLastIndex((stage, i) => i < before && stage.name === name);
  if (index >= 0) return index;
  return /^\d+$/.test(name) && Number(name) < before ? Number(name) : -1;
}

const baseOf = (stages: readonly Stage[], index: number, values: ReadonlyMap<string, string>): number =>
  findStage(stages, expand((stages[index] as Stage).from.rest.split(/\s+/)[0] ?? '', values), index);

/** The stages that are built for the target, in the order of the Dockerfile. */
function neededStages(
  stages: readonly Stage[],
  target: string | undefined,
  values: ReadonlyMap<string, string>,
): Stage[] {
  const needed = new Set<number>();
  const visit = (index: number): void => {
    if (index < 0 || needed.has(index)) return;
    needed.add(index);
    visit(baseOf(stages, index, values));
    for (const { flags } of (stages[index] as Stage).instructions)
      for (const flag of flags) {
        const from = /^--from=(\S+)$/.exec(flag)?.[1] ?? mountFields(flag)?.get('from');
        if (from !== undefined) visit(findStage(stages, from, index));
      }
  };
  visit(target === undefined ? stages.length - 1 : findStage(stages, target, stages.length));
  return stages.filter((_, i) => needed.has(i));
}

/** The stages on which a stage is based, beginning with the first, and the stage itself. */
function chainOf(stages: readonly Stage[], stage: Stage, values: ReadonlyMap<string, string>): Stage[] {
  const base = baseOf(stages, stages.indexOf(stage), values);
  return base < 0 ? [stage] : [...chainOf(stages, stages[base] as Stage, values), stage];
}

/** The fields of `--mount`, a CSV record; undefined for other flags. */
function mountFields(flag: string): ReadonlyMap<string, string> | undefined {
  const [, text] = /^--mount=([\s\S]*)$/.exec(flag) ?? [];
  if (text === undefined) return undefined;
  const fields = new Map<string, string>();
  for (const [raw] of text.matchAll(/(?:"[^"]*"|[^,])+/g)) {
    const [name = '', ...value] = raw.replaceAll('"', '').split('=');
    fields.set(name.trim().toLowerCase(), value.join('='));
  }
  return fields;
}

function mountsOf({ keyword, flags }: Instruction): ReadonlyMap<string, string>[] {
  if (keyword !== 'RUN') return [];
  return flags.flatMap((flag) => {
    const fields = mountFields(flag);
    return fields?.get('type') === 'cache' ? [fields] : [];
  });
}

/**
 * The default id is the path where it is mounted. Mounts with different owners or modes have different folders
 * (https://github.com/moby/buildkit/blob/v0.22.0/frontend/dockerfile/dockerfile2llb/convert_runmount.go).
 */
function describeMount(
  fields: ReadonlyMap<string, string>,
  context: readonly string[],
  buildArgs: ReadonlyMap<string, string>,
): { mount: CacheMount; problem: string | undefined } {
  const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination') ?? '';
  const name = fields.get('id') || posix.normalize(target).replace(/(.)\/$/, '$1');
  const parts = ['uid', 'gid', 'mode'].flatMap((key) => (fields.has(key) ? [`${key}=${fields.get(key)}`] : []));
  const options = [`id=${name}`, ...parts].join(',');
  // The value of a variable is part of the identity.
  const about = options.includes('$') ? [options, context, [...buildArgs].sort()] : [options];
  const key = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 16);
  const problem = fields.has('from')
    ? 'it begins with the content of another stage or image (from)'
    : /["\s]/.test(options)
      ? 'its id has quotes or spaces'
      : undefined;
  return { mount: { key, name, options }, problem };
}
