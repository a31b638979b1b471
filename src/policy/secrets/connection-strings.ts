/** Passwords in addresses and connection strings, independent of the name of the variable. */
import { isPlaceholder, isRandom } from './non-secrets.ts';

/** Groups: user, password. */
const PAIRS: readonly RegExp[] = [
  // scheme://user:password@host
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/([^\s/:@?#]*):([^\s/@]+)@/i,
  // A slash in a password should be encoded, and often is not.
  /\b(?:postgres(?:ql)?|mysqlx?|mariadb|rediss?|valkeys?|mongodb|amqps?|sqlserver|mssql|clickhouse|nats|ftp|smtps?|ldaps?)(?:\+\w+)?:\/\/([^\s/:@?#]*):([^\s@?#]+)@/i,
  // user:password@tcp(host:3306)/db, of Go's driver for MySQL
  /^([\w.%-]+):(\S+)@(?:tcp|tcp6|unix|cloudsql|cloudsql-mysql)\(/i,
  // user:password@host:5432/db; a port or a path tells it from an address of mail
  /^([\w.%-]+):([^\s:/@]+)@(?!sha256:)[\w.-]+(?::\d{2,5}(?:[/?]\S*)?|\/\S+)$/,
  // user/password@//host:1521/service, of Oracle
  /^(?:jdbc:oracle:\w+:)?([A-Za-z]\w*)\/([^\s/@]+)@(?:\/\/[\w.-]+|[\w.-]+:\d{2,5}|\(DESCRIPTION)/i,
];

/** True if the text is, or holds, an address with a password. */
export function hasPassword(value: string): boolean {
  return (
    loginsIn(value).length > 0 || hasToken(value) || hasSignature(value) || isBasicHeader(value) || isLoginFile(value)
  );
}

/** The logins of the address that the text is, or holds, as it writes them. */
export const loginsIn = (value: string): { readonly user: string; readonly password: string }[] =>
  PAIRS.flatMap((pattern) => {
    const [, user = '', password] = pattern.exec(value) ?? [];
    return password === undefined || isTemplate(user, password) ? [] : [{ user, password }];
  });

/** A line of `.netrc` or `.npmrc` (https://docs.npmjs.com/cli/configuring-npm/npmrc). */
function isLoginFile(value: string): boolean {
  const [, netrc] = /\bmachine\s+\S+\s+login\s+\S+\s+password\s+(\S+)/.exec(value) ?? [];
  const [, npmrc] = /\/:_(?:authToken|auth|password)\s*=\s*(\S+)/.exec(value) ?? [];
  return [netrc, npmrc].some((word) => word !== undefined && !isPlaceholder(word));
}

/** `Basic dXNlcjpwYXNzd29yZA==`, also as a header of a list: https://www.rfc-editor.org/rfc/rfc7617. */
function isBasicHeader(value: string): boolean {
  const encoded = /(?:^|[\s:=])Basic\s+([A-Za-z0-9+/]{6,}={0,2})(?:$|[\s,;"'])/i.exec(value)?.[1];
  const password = /^[^\s:]{1,64}:([\x21-\x7e]+)$/.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8'))?.[1];
  return password !== undefined && !isPlaceholder(password);
}

/** `USER:PASSWORD@HOST` is how documentation writes it. */
const isTemplate = (user: string, password: string): boolean =>
  isPlaceholder(password) || /^\$\{?[A-Za-z_]|^\{\{|^%\w+%|^<[\w -]+>$/.test(password) || isAlias(user, password);
const isAlias = (user: string, password: string): boolean =>
  /^(?:[A-Z]+_)*(?:USER|USERNAME)$/.test(user) && /^(?:[A-Z]+_)*(?:PASSWORD|PASS|PWD)$/.test(password);

/** https://TOKEN@host: the public half of a Sentry key has digits and lower case only. */
function hasToken(value: string): boolean {
  const user = /\bhttps?:\/\/([^\s/:@?#]{20,200})@/i.exec(value)?.[1];
  return user !== undefined && isRandom(user);
}

/** `https://TOKEN@api.uptrace.dev`, also in the header `uptrace-dsn` (https://uptrace.dev/get/get-started#dsn). */
export function isUptraceAddress(name: string, value: string): boolean {
  const token = /^https?:\/\/([^\s/:@?#]+)@/i.exec(value.trim())?.[1];
  return /(?:^|[_-])uptrace[_-]?dsn$/i.test(name) && token !== undefined && !isTemplate('', token);
}

/** Signed URLs: whoever has one may do what it was signed for. */
const hasSignature = (value: string): boolean =>
  /[?&](?:sig|x-amz-signature|x-goog-signature)=[\w%+/=-]{16,}/i.test(value);

/** `user:password`, or `user/password` as Neo4j and Oracle take it, in a variable that says it holds a login. */
export function isLogin(name: string, value: string): boolean {
  const text = value.trim();
  const [, first = '', mark, second = ''] = /^([\w.%+-]{1,64})([:/])([^\s:/]{1,200})$/.exec(text) ?? [];
  if (second === '' || /^\d+$/.test(second) || first.includes('.') || isPlaceholder(second)) return false;
  return mark === ':' || /NEO4J|ORACLE|MEMGRAPH|(?:^|_)(?:DB|DATABASE)_/i.test(name);
}
