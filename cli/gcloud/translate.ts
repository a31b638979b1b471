/** A gcloud command line → a manifest and what belongs in the workflow. Pure but for `readFile`. */
import { closest, distance } from 'fastest-levenshtein';
import { InputError, type Problem } from '../../src/runtime/errors.ts';
import { GCLOUD_COMMANDS, type GcloudCommand } from './commands.ts';
import type { FlagRow } from './flags/row.ts';
import { createDraft, type Draft, draftDocument, type Mapping } from './manifest-draft.ts';

export interface Translation {
  readonly kind: 'Service' | 'Job';
  readonly name: string;
  readonly project: string | undefined;
  readonly region: string | undefined;
  /** The manifest, as v1. Without an image if the command builds from source. */
  readonly document: Mapping;
  /** Inputs of deploy-run by name. */
  readonly workflow: Readonly<Record<string, string>>;
  /** Flags that were left out, each with its reason. */
  readonly left: readonly { readonly flag: string; readonly why: string; readonly harmless: boolean }[];
}

/**
 * `words` from `gcloud` on, or without it; `place` is where the service is if the words do not say. Throws `InputError` with
 * everything that is wrong.
 */
export function translate(
  words: readonly string[],
  place: { readonly project: string | undefined; readonly region: string | undefined },
  readFile: Draft['readFile'],
): Translation {
  const given = words.filter((word, i) => !(i === 0 && word === 'gcloud') && word !== 'beta' && word !== 'alpha');
  const command = GCLOUD_COMMANDS.find(({ words: own }) => own.every((word, i) => given[i] === word));
  if (!command) throw unknownCommand(given);
  const problems: Problem[] = [];
  const left: Translation['left'][number][] = [];
  const operands: string[] = [];
  const draft = createDraft(command.kind, readFile);
  const rest = given.slice(command.words.length);
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] as string;
    if (word === '-q') continue;
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const [, name = '', inline] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const found = lookUp(command, name);
    if (!found) {
      problems.push({ subject: `Flag --${name}`, message: unknownFlag(command, name) });
      continue;
    }
    const { row, flag, off } = found;
    if (row.takes === 'value' && inline === undefined && i + 1 >= rest.length) {
      problems.push({ subject: `Flag --${flag}`, message: 'needs a value.' });
      continue;
    }
    const value = row.takes === 'value' ? (inline ?? (rest[++i] as string)) : String(!off);
    if (row.instead !== undefined) {
      left.push({ flag: `--${name}`, why: row.instead, harmless: row.harmless === true });
      continue;
    }
    const variable = /\$\{\{.*?\}\}|\$\(.*?\)|\$\{?\w+\}?/.exec(value)?.[0];
    if (variable !== undefined && flag !== 'image') {
      problems.push({
        subject: `Flag --${flag}`,
        message: `contains ${variable}, whose value is unknown here. Write the value instead.`,
      });
      continue;
    }
    try {
      row.apply?.(draft, value);
    } catch (error) {
      problems.push({ subject: `Flag --${flag}`, message: (error as Error).message });
    }
  }
  const [name = '', ...more] = operands;
  if (more.length > 0)
    problems.push({ subject: 'Arguments', message: `expected one name, got ${operands.join(' ')}. Quote values.` });
  if (problems.length > 0) throw new InputError(problems);
  // gcloud's own default for a new service.
  if (command.kind === 'Service') draft.templateAnnotations['run.googleapis.com/startup-cpu-boost'] ??= 'true';
  draft.project ??= place.project;
  draft.region ??= place.region;
  const { project, region, workflow } = draft;
  return { kind: command.kind, name, project, region, document: draftDocument(draft, name), workflow, left };
}

function lookUp(
  { flags }: GcloudCommand,
  name: string,
): { readonly row: FlagRow; readonly flag: string; readonly off: boolean } | undefined {
  const row = Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (row) return { row, flag: name, off: false };
  const positive = name.replace(/^no-/, '');
  const toggle = Object.hasOwn(flags, positive) ? flags[positive] : undefined;
  return toggle?.takes === 'toggle' ? { row: toggle, flag: positive, off: positive !== name } : undefined;
}

function unknownFlag({ words, flags, kind }: GcloudCommand, name: string): string {
  const other = GCLOUD_COMMANDS.find((one) => one.kind !== kind && Object.hasOwn(one.flags, name));
  if (other) return `belongs to gcloud ${other.words.join(' ')}, not to gcloud ${words.join(' ')}.`;
  const near = closest(name, Object.keys(flags));
  const hint = distance(name, near) <= Math.max(2, name.length / 3) ? ` Did you mean --${near}?` : '';
  return `is not a flag of gcloud ${words.join(' ')} that is known here.${hint} Leave it out, and write its setting into the manifest.`;
}

function unknownCommand(words: readonly string[]): InputError {
  const known = GCLOUD_COMMANDS.map((one) => `gcloud ${one.words.join(' ')}`).join(', ');
  return new InputError([
    {
      subject: 'gcloud command',
      message: `"gcloud ${words.slice(0, 3).join(' ')}" is not one that init reads. Expected ${known}.`,
    },
  ]);
}
