/** Command lines: what a shell makes of a text, and the options with which well-known programs take a password. */
import { isPlaceholder } from './non-secrets.ts';

/**
 * The simple commands in a text for a shell, each as its words without quotes. Variables and `$(…)` stay as they are. A quote that
 * is not closed ends with the text.
 */
export function simpleCommands(text: string): string[][] {
  const commands: string[][] = [[]];
  for (const [, separator, word] of text.matchAll(TOKEN)) {
    if (word !== undefined) commands.at(-1)?.push(word.replace(QUOTED, (_, single, double) => single ?? double));
    else if (separator !== undefined) commands.push([]);
  }
  return commands.filter((words) => words.length > 0);
}

/** A separator, or a word of quoted texts, substitutions and characters. */
const TOKEN = /([;&|()\n])|((?:'[^']*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)|\$\([^()]*\)|`[^`]*`|\\.|[^\s;&|()'"\\`])+)/gs;
const QUOTED = /'([^']*)(?:'|$)|"((?:[^"\\]|\\.)*)(?:"|$)/gs;

interface PasswordOptions {
  /** Options with `USER:PASSWORD`, as the next word or joined to a short option. */
  readonly login?: readonly string[];
  /** Options with a password, as the next word or joined to a short option. */
  readonly password?: readonly string[];
  /** Options with a password that is joined to them: the next word is something else. */
  readonly joined?: readonly string[];
}

/** From the manuals of the programs. Options that say what they hold, such as `--password`, need no entry. */
const PROGRAMS: readonly (readonly [program: RegExp, options: PasswordOptions])[] = [
  [/^curl$/, { login: ['-u', '--user', '-U', '--proxy-user'], password: ['--oauth2-bearer'] }],
  [/^(?:https?|xhs?)$/, { login: ['-a', '--auth'] }],
  [/^(?:my(?:sql\w*|_print_defaults)|mariadb[\w-]*)$/, { joined: ['-p'] }],
  [/^mongo\w*$|^(?:sshpass|rabbitmqadmin|cqlsh)$/, { password: ['-p'] }],
  [/^(?:redis|valkey|keydb)-cli$/, { password: ['-a'] }],
  [/^(?:sqlcmd|bcp|zip|unzip)$/, { password: ['-P'] }],
  [/^ldap(?:search|add|modify|delete|whoami|passwd|compare|modrdn)$/, { password: ['-w'] }],
  [/^7z[ar]?$/, { joined: ['-p'] }],
  [/^(?:neo4j-admin|cypher-shell)$/, { password: ['set-initial-password', '-p'] }],
  [/^openssl$/, { password: ['-pass', '-passin', '-passout'] }],
];
/** `docker login -p`: a port or something else in their other commands. */
const REGISTRY_CLIENTS = /^(?:docker|podman|nerdctl|helm|buildah|skopeo|crane|oras|regctl)$/;
/** They start the program that follows. */
const WRAPPERS = /^(?:sudo|env|exec|time|nohup|nice|command|timeout|xargs|\d+[smh]?|[A-Za-z_]\w*=.*|-.*)$/;

/** True if one of the words from `first` on is a password that the program takes by a short option. */
export function passesPassword(words: readonly string[], first: number): boolean {
  const at = words.findIndex((word) => !WRAPPERS.test(word));
  const program = words[0]?.startsWith('-') ? undefined : words[at]?.replace(/^.*\//, '');
  const options = program === undefined ? ofUnknown(words) : optionsOf(program, words);
  return words.some((word, i) => {
    if (i < first) return false;
    const before = words[i - 1] ?? '';
    const { login = [], password = [], joined = [] } = options;
    const value = (names: readonly string[]) => (names.includes(before) ? word : joinedTo(names, word));
    return isPassword(loginPassword(value(login))) || isPassword(value(password)) || isPassword(joinedTo(joined, word));
  });
}

function optionsOf(program: string, words: readonly string[]): PasswordOptions {
  if (REGISTRY_CLIENTS.test(program)) return words.includes('login') ? { password: ['-p'] } : {};
  return PROGRAMS.find(([pattern]) => pattern.test(program))?.[1] ?? {};
}

/** The program is that of the image, and unknown. With a URL among its arguments, it is treated like curl. */
const ofUnknown = (words: readonly string[]): PasswordOptions =>
  words.some((word) => /^https?:\/\//.test(word)) ? { login: ['-u', '--user'] } : {};

/** `-pVALUE`, `--user=VALUE`. */
function joinedTo(names: readonly string[], word: string): string | undefined {
  const name = names.find((one) => word.startsWith(one.startsWith('--') ? `${one}=` : one) && word !== one);
  return name?.startsWith('--') ? word.slice(name.length + 1) : name && /^-\w$/.test(name) ? word.slice(2) : undefined;
}

const loginPassword = (value: string | undefined): string | undefined => /^[^:]*:(.*)$/s.exec(value ?? '')?.[1];

/** A variable in it means that it comes from the environment. */
const isPassword = (value: string | undefined): boolean =>
  value !== undefined &&
  value !== '' &&
  !value.startsWith('-') &&
  !/[$`]/.test(value) &&
  !isPlaceholder(value) &&
  !/^(?:env|file|fd):|^stdin$/.test(value);
