/**
 * Detects plain secrets by name and format: in the environment of a container, in a command, in build arguments.
 * False positives make people turn such a check off, so digests, identifiers, addresses, names of resources, keys that
 * browsers receive, and placeholders are allowed.
 */
import { passesPassword, simpleCommands } from './command-lines.ts';
import { hasPassword, isLogin, isUptraceAddress } from './connection-strings.ts';
import { hasPublicKeys, isHarmless, isPlaceholder, isPublishable, isRandom, isResourceName } from './non-secrets.ts';
import { shapeOf } from './secret-formats.ts';
import { decoded, isEncodedFile, jsonParts, type Part, textParts } from './value-parts.ts';
import {
  holdsLogin,
  isForBrowsers,
  isIdentifier,
  isIdFor,
  isKeyManagement,
  isPublicByName,
  mayHoldKey,
  saysSecret,
  words,
} from './variable-names.ts';

export interface SecretFinding {
  /** Why, without the value: `the value is a Stripe key`. */
  readonly reason: string;
  /** True if an issuer's own format says so; false if the name or the look of the value does. */
  readonly certain: boolean;
}

/** Why the value looks like a secret, without the value; `undefined` if it does not. */
export const looksLikeSecret = (name: string, value: string): string | undefined => findSecret(name, value)?.reason;

/** Pure. */
export const findSecret = (name: string, value: string): SecretFinding | undefined =>
  inspect(name, value, { browser: isForBrowsers(name), depth: 0 });

/**
 * The words of a command or its arguments: `--password=…`, `--password …`, `curl -u user:…`, `sh -c 'mysql -p…'`, and secrets
 * inside one of them. If `given` are the arguments, `before` are the words of the command, in which nothing is reported.
 */
export function findSecretInWords(
  given: readonly string[],
  before: readonly string[] = [],
  depth = 0,
): SecretFinding | undefined {
  for (const [i, word] of given.entries()) {
    const flag = /^--?([A-Za-z][\w.-]*)$/.exec(word)?.[1];
    const header = /^(?:-H|--header=)([\w-]+:.*)$/s.exec(word)?.[1];
    const next = given[i + 1];
    const found =
      findSecret('', header ?? word) ??
      (flag !== undefined && next !== undefined && !next.startsWith('-') ? findSecret(flag, next) : undefined) ??
      (depth < DEEPEST && /\s/.test(word) ? inShell(word, depth) : undefined);
    if (found) return found;
  }
  return passesPassword([...before, ...given], before.length)
    ? { reason: 'the value contains a password', certain: false }
    : undefined;
}

/** Each word of a command or its arguments that holds a secret, by its place. */
export function secretWords(
  given: readonly string[],
  before: readonly string[] = [],
): (SecretFinding & { readonly index: number })[] {
  const words = [...given];
  const secrets: (SecretFinding & { readonly index: number })[] = [];
  if (!findSecretInWords(words, before)) return secrets;
  for (const index of words.keys()) {
    const found = findSecretInWords(words.slice(0, index + 1), before);
    if (!found) continue;
    secrets.push({ ...found, index });
    words[index] = '${…}';
  }
  return secrets;
}

function inShell(text: string, depth: number): SecretFinding | undefined {
  for (const words of simpleCommands(text)) {
    // A single word was inspected by the caller.
    if (words.length === 1 && words[0] === text) continue;
    const found = findSecretInWords(words, [], depth + 1);
    if (found) return found;
  }
  return undefined;
}

interface Where {
  /** The value is in code that every visitor receives: only secrets that must never be there count. */
  readonly browser: boolean;
  readonly depth: number;
}

/** Maximum nesting of values in values. */
const DEEPEST = 4;

function inspect(name: string, value: string, where: Where): SecretFinding | undefined {
  if (isPlaceholder(value)) return undefined;
  // A document counts by its fields, which have names.
  const fields = where.depth < DEEPEST ? jsonParts(value) : undefined;
  if (fields) return inParts(fields, value, where) ?? (hasPublicKeys(fields) ? undefined : byName(name, value, where));
  const shape = shapeOf(value);
  if (shape && !(shape.browser && (where.browser || isPublicByName(name))))
    return { reason: `the value ${shape.is}`, certain: shape.browser !== true };
  if (hasPassword(value)) return { reason: 'the value contains a password', certain: false };
  return (where.depth < DEEPEST ? inside(value, where) : undefined) ?? byName(name, value, where);
}

/** What is in a value that has parts, or is encoded. */
function inside(value: string, where: Where): SecretFinding | undefined {
  const found = inParts(textParts(value), value, where);
  if (found) return found;
  const text = decoded(value);
  return text === undefined || text === value ? undefined : inspect('', text, deeper(where));
}

const deeper = ({ browser, depth }: Where): Where => ({ browser, depth: depth + 1 });

function inParts(parts: readonly Part[], value: string, where: Where): SecretFinding | undefined {
  for (const [name, part] of parts) {
    if (part === value) continue;
    const found = inspect(name, part, deeper(where));
    if (found) return found.certain || found.reason.startsWith('the value has') ? found : named(name, found);
  }
  return undefined;
}

/** Which part it is, if it is one by its name; one that is called a password is one. */
function named(name: string, { reason, certain }: SecretFinding): SecretFinding {
  if (!saysSecret(name)) return { reason: reason.replace(/^the value/, 'a part of the value'), certain };
  if (/PASS|PWD|ACCOUNT_?KEY|ACCESS_?KEY$/.test(words(name)))
    return { reason: 'the value contains a password', certain };
  return { reason: `the value contains a secret, in ${name}`, certain };
}

function byName(name: string, value: string, { browser }: Where): SecretFinding | undefined {
  if (browser || isPublicByName(name) || isResourceName(value) || isPublishable(value)) return undefined;
  const maybe = (reason: string): SecretFinding => ({ reason, certain: false });
  if (holdsLogin(name) && isLogin(name, value)) return maybe('the value contains a password');
  if (isUptraceAddress(name, value)) return maybe('the value contains a token');
  if (saysSecret(name) && !isHarmless(value) && !isIdFor(name, value))
    return maybe('the name says that it is a secret');
  if (mayHoldKey(name) && isUuids(value)) return maybe('the name says that it is a key, and the value looks like one');
  if (isKeyManagement(name) || isIdentifier(name)) return undefined;
  if (isRandom(value) && !isEncodedFile(value)) return maybe('the value looks like a random key');
  if (/(?:^|_)(?:KEYS?|SALT)$/.test(words(name)) && isEncodedKey(value))
    return maybe('the name says that it is a key, and the value looks like one');
  return undefined;
}

const isUuids = (value: string): boolean =>
  value.split(',').every((one) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(one.trim())) &&
  !/^[0-]+$/.test(value);

/** 16 bytes or more in hexadecimal digits, 16 or 32 bytes in base64, or a list of such. */
const isEncodedKey = (value: string): boolean =>
  value.split(',').every((one) => /^(?:[0-9a-f]{32,}|[a-z0-9+/]{22}==|[a-z0-9+/]{43}=)$/i.test(one.trim()));
