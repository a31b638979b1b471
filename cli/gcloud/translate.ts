/** A gcloud command line → a manifest and the parts for the workflow. Pure except for `readFile`. */
import { closest, distance } from 'fastest-levenshtein';
import { InputError, type Problem } from '../../src/runtime/errors.ts';
import { GCLOUD_COMMANDS, type GcloudCommand } from './commands.ts';
import { sharedFlags } from './flags/resources.ts';
import type { FlagRow } from './flags/row.ts';
import { createDraft, type Draft, type DraftKind, draftDocument, type Mapping } from './manifest-draft.ts';
import { LITERAL_DOLLAR } from './shell-words.ts';
import { anyVariable, shellVariable, unknownValue } from './variables.ts';

export interface Translation {
  readonly kind: DraftKind;
  readonly name: string;
  readonly project: string | undefined;
  readonly region: string | undefined;
  /** The manifest, as v1. Without an image if the command builds from source. */
  readonly document: Mapping;
  /** Inputs of deploy-run by name. */
  readonly workflow: Readonly<Record<string, string>>;
  /** Values that the workflow knows: the name in the manifest (`${NAME}`) → the expression of the workflow. */
  readonly substitutions: Readonly<Record<string, string>>;
  /** Variables whose value is a secret of GitHub, with the expression. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Flags that were left out, each with its reason. */
  readonly left: readonly { readonly flag: string; readonly why: string; readonly harmless: boolean }[];
}

/**
 * `words` with or without the leading `gcloud`; `place` is the default location of the service. Throws `InputError` with
 * all problems.
 */
export function translate(
  words: readonly string[],
  place: { readonly project: string | undefined; readonly region: string | undefined },
  readFile: Draft['readFile'],
): Translation {
  const { command, rest: given } = splitCommand(words);
  const rest = withProject(given, place.project);
  const problems: Problem[] = [];
  const left: Translation['left'][number][] = [];
  const operands: string[] = [];
  const draft = createDraft(command.kind, readFile);
  let unknown = false;
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
      unknown = true;
      problems.push({ subject: `Flag --${name}`, message: unknownFlag(command, name) });
      continue;
    }
    const { row, flag, off } = found;
    if (row.takes === 'value' && inline === undefined && i + 1 >= rest.length) {
      problems.push({ subject: `Flag --${flag}`, message: 'needs a value.' });
      continue;
    }
    if (row.takes !== 'value' && inline !== undefined) {
      const off = row.takes === 'toggle' ? ` or --no-${flag}` : '';
      problems.push({ subject: `Flag --${name}`, message: `takes no value. Write --${flag}${off}.` });
      continue;
    }
    const value = row.takes === 'value' ? (inline ?? (rest[++i] as string)) : String(!off);
    if (row.instead !== undefined) {
      left.push({ flag: `--${name}`, why: row.instead, harmless: row.harmless === true });
      continue;
    }
    const variable = unreadable(row, value);
    if (variable !== undefined) {
      const option = flag === 'project' || flag === 'region' ? flag : undefined;
      if (option !== undefined && place[option] !== undefined) continue;
      problems.push({ subject: `Flag --${flag}`, message: unknownValue(variable, flag, option) });
      continue;
    }
    try {
      row.apply?.(draft, value.replaceAll(LITERAL_DOLLAR, '$'));
    } catch (error) {
      problems.push({ subject: `Flag --${flag}`, message: (error as Error).message });
    }
  }
  const [operand = '', ...more] = operands;
  // The value of a flag that is not known is no operand.
  if (more.length > 0 && !unknown)
    problems.push({ subject: 'Arguments', message: `expected one name, got ${operands.join(' ')}. Quote values.` });
  if (problems.length > 0) throw new InputError(problems);
  const name = anyVariable(operand) === undefined ? operand : '';
  // gcloud's own default for a new service.
  if (command.kind === 'Service' && command.words.at(-1) === 'deploy')
    draft.templateAnnotations['run.googleapis.com/startup-cpu-boost'] ??= 'true';
  draft.project ??= place.project;
  draft.region ??= place.region;
  const { project, region, workflow, substitutions, secrets } = draft;
  const document = draftDocument(draft, name);
  return { kind: command.kind, name, project, region, document, workflow, substitutions, secrets, left };
}

/**
 * The command, and the remaining words. Flags can precede the command, as in `gcloud --project acme run deploy web`; before
 * gcloud there may be a prompt, `sudo`, or variables of the environment.
 */
function splitCommand(words: readonly string[]): { readonly command: GcloudCommand; readonly rest: readonly string[] } {
  const verbs: string[] = [];
  const before: string[] = [];
  for (let i = words.indexOf('gcloud') + 1; i < words.length; i++) {
    const word = words[i] as string;
    if (word.startsWith('-')) {
      before.push(word);
      const takesValue = sharedFlags[word.slice(2)]?.takes === 'value';
      if (takesValue && i + 1 < words.length) before.push(words[++i] as string);
      continue;
    }
    if (word === 'beta' || word === 'alpha') continue;
    verbs.push(word);
    const command = GCLOUD_COMMANDS.find((one) => one.words.join(' ') === verbs.join(' '));
    if (command) return { command, rest: [...before, ...words.slice(i + 1)] };
  }
  throw unknownCommand(verbs);
}

/** With the project in place of Cloud Build's variable for it, if it is known. */
function withProject(words: readonly string[], known: string | undefined): readonly string[] {
  const after = words[words.indexOf('--project') + 1];
  const flag = words.find((word) => word.startsWith('--project='))?.slice('--project='.length);
  const project = known ?? flag ?? (words.includes('--project') ? after : undefined);
  if (project === undefined || anyVariable(project) !== undefined) return words;
  return words.map((word) => word.replaceAll(/\$(?:PROJECT_ID\b|\{PROJECT_ID\})/g, () => project));
}

/** The first variable in the value that the flag does not support. */
function unreadable({ variables }: FlagRow, value: string): string | undefined {
  if (variables === 'any') return undefined;
  return variables === 'workflow' ? shellVariable(value) : anyVariable(value);
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

/** Options of `init` itself, which come before the command. */
const OF_INIT: ReadonlySet<string> = new Set(['dry-run', 'force', 'from', 'new', 'probe-path', 'repository', 'vendor']);

function unknownFlag({ words, flags, kind }: GcloudCommand, name: string): string {
  if (OF_INIT.has(name)) return `is an option of init: write it before the command, as in init --${name} ... gcloud.`;
  const other = GCLOUD_COMMANDS.find((one) => one.kind !== kind && Object.hasOwn(one.flags, name));
  if (other) return `belongs to gcloud ${other.words.join(' ')}, not to gcloud ${words.join(' ')}.`;
  const near = closest(name, Object.keys(flags));
  const hint = distance(name, near) <= Math.max(2, name.length / 3) ? ` Did you mean --${near}?` : '';
  return `is not a flag of gcloud ${words.join(' ')} that is known here.${hint} Leave it out, and write its setting into the manifest.`;
}

/** Replacements for commands that describe no service or job. */
const OTHER_COMMANDS: readonly (readonly [command: string, instead: string])[] = [
  ['run services replace', 'deploy-run takes that file as it is: set it as the input manifest.'],
  ['run jobs replace', 'deploy-run takes that file as it is: set it as the input manifest.'],
  ['run jobs execute', 'deploy-run runs the job that it deploys with execute: true; verify and jobs run others.'],
  ['run services add-iam-policy-binding', 'For a public service, add --allow-unauthenticated to init.'],
  ['run services update-traffic', 'deploy-run moves traffic (strategy, steps), and orchestra rollback moves it back.'],
  ['run worker-pools replace', 'deploy-run takes that file as it is: set it as the input manifest.'],
  [
    'functions deploy',
    'A function is a Cloud Run service: run init NAME for the one that it has made, and add a Dockerfile that starts the Functions Framework.',
  ],
  ['builds submit', 'build-image builds and pushes the image. Paste the command that deploys it.'],
];

function unknownCommand(words: readonly string[]): InputError {
  const text = words.join(' ');
  const other = OTHER_COMMANDS.find(([command]) => text.startsWith(command))?.[1];
  const known = GCLOUD_COMMANDS.map((one) => `gcloud ${one.words.join(' ')}`).join(', ');
  return new InputError([
    {
      subject: 'gcloud command',
      message: `"gcloud ${words.slice(0, 3).join(' ')}" is not a command that init reads. ${other ?? `Expected ${known}.`}`,
    },
  ]);
}
