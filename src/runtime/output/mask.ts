/**
 * What to hide of a secret. The runner hides exact matches within one line, in logs and in outputs: an output that holds a masked
 * text arrives empty. So a mask of `{`, of `1` or of a field's name would do harm and hide nothing. Pure.
 */

import { loginsIn } from '../../policy/secrets/connection-strings.ts';
import { looksLikeSecret } from '../../policy/secrets/looks-like-secret.ts';
import { decoded, jsonParts, textParts } from '../../policy/secrets/value-parts.ts';
import { saysSecret } from '../../policy/secrets/variable-names.ts';

/** A secret of one line that is shorter would be found in what is no secret. */
const SHORTEST = 4;
/** The same for a line of a document, which may be of any kind. */
const SHORTEST_LINE = 6;

/**
 * The texts to hide: each line that says something, the values of fields that are secret, and the password of an address: programs
 * print it without the rest, and a server's error decoded.
 */
export function textsToMask(secret: string): string[] {
  const lines = linesOf(secret);
  const parts = jsonParts(secret) ?? textParts(secret);
  const values = parts.flatMap(([name, value]) =>
    value.length >= SHORTEST && (saysSecret(name) || looksLikeSecret(name, value) !== undefined) ? linesOf(value) : [],
  );
  const whole = lines.length === 1 ? lines.filter(isSecretWord) : lines.filter(saysSomething);
  const passwords = lines
    .flatMap(loginsIn)
    // A login of a test, such as postgres:postgres, is a word that any log has.
    .filter(({ user, password }) => password !== user && looksLikeSecret('password', password) !== undefined)
    .flatMap(({ password }) => [password, decoded(password) ?? password]);
  // Without the indent of its document, too: that is how a program prints it.
  return [
    ...new Set([...whole, ...whole.map((line) => line.trim()), ...[...values, ...passwords].filter(isSecretWord)]),
  ];
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');

/** Not so short, and no word that any log has. */
const isSecretWord = (line: string): boolean =>
  line.trim().length >= SHORTEST &&
  !/^(?:true|false|null|none|undefined|-----(?:BEGIN|END) [A-Z0-9 ]+-----)$/i.test(line.trim());

/** A line of a document that has more than marks and the name of a field. */
function saysSomething(line: string): boolean {
  const text = line.trim();
  if (/^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(text)) return false;
  const [, field, rest = ''] = /^(?:-\s+)?(["']?[\w.-]+["']?\s*[:=])?(.*)$/.exec(text) ?? [];
  const letters = rest.replace(/[^\p{L}\p{N}]/gu, '');
  if (/^(?:true|false|null|none)$/i.test(letters)) return false;
  return letters.length >= (field ? SHORTEST : SHORTEST_LINE);
}
