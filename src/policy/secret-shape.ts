/**
 * Tells a secret in plain sight by its name and its shape: in the environment of a manifest, in build arguments. Wrong alarms
 * are what makes people switch such a check off, so digests, identifiers, addresses and placeholders pass.
 */

/** Why the value looks like a secret, without the value; `undefined` if it does not. */
export function looksLikeSecret(name: string, value: string): string | undefined {
  if (isPlaceholder(value)) return undefined;
  const shape = SHAPES.find(({ pattern }) => pattern.test(value));
  if (shape) return `the value ${shape.is}`;
  if (hasPassword(value)) return 'the value has a password in it';
  if (isPublicByName(name)) return undefined;
  if (saysSecret(name) && !isHarmless(value)) return 'the name says that it is a secret';
  if (isRandom(value)) return 'the value looks like a random key';
  if (/(?:^|_)(?:KEY|SALT)$/.test(words(name)) && /^[0-9a-f]{32,}$/i.test(value))
    return 'the name says that it is a key, and the value looks like one';
  return undefined;
}

/** What issuers of secrets give them to be recognised by. */
const SHAPES: readonly { pattern: RegExp; is: string }[] = [
  { pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY/, is: 'holds a private key' },
  { pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, is: 'is a JSON Web Token' },
  { pattern: /\b(?:sk|rk)_(?:live|test)_\w{10,}/, is: 'is a Stripe key' },
  { pattern: /\bwhsec_[\w+/=]{16,}/, is: 'is a Stripe webhook secret' },
  { pattern: /\bsk-(?:ant-|proj-)?[\w-]{20,}/, is: 'is an API key of an AI provider' },
  { pattern: /\b(?:gh[pousr]_\w{30,}|github_pat_\w{30,})/, is: 'is a GitHub token' },
  { pattern: /\bglpat-[\w-]{20,}/, is: 'is a GitLab token' },
  { pattern: /\bxox[abeprs]-[\w-]{10,}/, is: 'is a Slack token' },
  {
    pattern: /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/,
    is: 'is a Slack webhook, which anyone who knows it can use',
  },
  { pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, is: 'is an AWS access key' },
  { pattern: /\bAIza[\w-]{35}/, is: 'is a Google API key' },
  { pattern: /\b(?:ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,})/, is: 'is a Google OAuth secret' },
  { pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/, is: 'is a SendGrid key' },
  {
    pattern: /\b(?:npm_\w{36}|dop_v1_\w{60,}|shpat_\w{30,}|phx_\w{30,}|sntrys_[\w+/=]{30,})/,
    is: 'is an access token',
  },
];

/** `user:password@host`, `password=…` in a connection string or a query. */
function hasPassword(value: string): boolean {
  const found = [
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@?#]*:([^\s/@]+)@/i.exec(value)?.[1],
    /(?:^|[\s;?&"-])(?:password|passwd|pwd|accountkey|sharedaccesskey|secret|client_secret|access_token)=([^\s;&]+)/i.exec(
      value,
    )?.[1],
  ];
  return found.some((password) => password !== undefined && !isPlaceholder(password));
}

/** `jwtSecret`, `JWT-SECRET` → `JWT_SECRET`. */
const words = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();

const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET|SECRETS|TOKEN|CREDENTIALS?|API_?KEY|AUTH_KEY|(?:PRIVATE|SECRET|ACCESS|ENCRYPTION|SIGNING|MASTER|SESSION|COOKIE|HMAC|ACCOUNT|SERVICE)_?KEY(?:_BASE)?|SECRET_KEY_BASE|CONNECTION_STRING)$|(?:^|_)PGPASSWORD$/;
/** The name ends in what holds the secret, unless a number or a quality follows: PASSWORD_1, TOKEN_PRODUCTION. */
const saysSecret = (name: string): boolean =>
  SECRET_NAME.test(
    words(name).replace(/_(?:\d+|OLD|NEW|PREVIOUS|CURRENT|PROD|PRODUCTION|STAGING|DEV|VALUE|BASE64|B64|HEX)$/, ''),
  );

const isPublicByName = (name: string): boolean => /(?:^|_)(?:PUBLIC|PUBLISHABLE|PUB)(?:_|$)/.test(words(name));

/** What stands where a secret will be, or tells that there is none. */
function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /^(?:<[^<>]*>|\[[\w -]*\]|\{\{[^{}]*\}\}|\$\{[^}]*\}|\$[A-Z_]+|\$\([^)]*\)|[*x.…_-]+|%\w+%)$/i.test(text) ||
    /^(?:change[-_ ]?me|replace[-_ ]?me|placeholder|dummy|example|sample|todo|tbd|none|null|nil|unset|undefined|disabled|redacted|removed|n\/a)$/i.test(
      text,
    ) ||
    /^(?:your|my|insert|enter|replace|change)[-_ ].*(?:here|secret|key|token|password|me)$/i.test(text) ||
    /^(?:sk|pk|rk|sk_live|sk_test|whsec|phc|sk-ant)[-_](?:\.{3}|…|x+)$/i.test(text)
  );
}

/** A value that is no secret even where the name says so: a switch, a reference, an address, a place. */
function isHarmless(value: string): boolean {
  const text = value.trim();
  return (
    /^(?:true|false|yes|no|on|off|enabled|required|optional|auto|default|basic|bearer)$/i.test(text) ||
    /^\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(text) ||
    /^(?:\.{0,2}\/|~\/|file:|[A-Z]:\\)/.test(text) ||
    /^(?:projects\/[^/]+\/secrets\/|secret:|secrets?\/|sm:\/\/|gcp-?sm:|vault:|arn:)/i.test(text) ||
    /^[a-z][a-z0-9+.-]*:\/\/[^\s@]+$/i.test(text)
  );
}

/** One run of letters of both cases and digits, in no order that words or identifiers have. */
function isRandom(value: string): boolean {
  const text = value.trim().replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/_-]{32,}$/.test(text)) return false;
  if (!(/[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text))) return false;
  const kinds = [...text].map((char) =>
    /\d/.test(char) ? 'digit' : /[a-z]/.test(char) ? 'lower' : /[A-Z]/.test(char) ? 'upper' : 'mark',
  );
  const changes = kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
  return changes / (text.length - 1) >= 0.4 && entropy(text) >= 4;
}

/** Shannon's, in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
