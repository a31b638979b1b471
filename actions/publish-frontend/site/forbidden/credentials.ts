/**
 * Credentials in the files of a site, found by their content, whatever the file is called. Code that handles keys names their
 * formats, so a name alone is none: what follows it has to be a key. Pure.
 */

interface Credential {
  /** A text that is always there: looked for first, since most files have none. */
  readonly mark: string;
  readonly pattern: RegExp;
  readonly what: string;
  /** True for what is a file of credentials by its content; a token in other content is warned of, as version 1.0 published it. */
  readonly refused?: boolean;
}

export type FoundCredential = Pick<Credential, 'what' | 'refused'>;

/** Between the lines of a key, in a file or in a string literal: a line break, or `\\n`. */
const LINE_END = String.raw`(?:\\{1,2}[rn]|["'\`+,\s]|&#10;){1,40}`;

/** `"type": "authorized_user"` and `"refresh_token": "…"`, in JSON or YAML; code has names of variables there. */
const FIELD = String.raw`["']?\s{0,8}[:=]\s{0,8}`;
const USER = `type${FIELD}["']?authorized_user\\b`;
const REFRESH = `refresh_token${FIELD}(?:["'][\\w/.-]{10,}["']|1//[\\w-]{10})`;

/** `service_role` in the base64 of a token, by where it begins (https://supabase.com/docs/guides/api/api-keys). */
const SERVICE_ROLE = ['c2VydmljZV9yb2xl', 'NlcnZpY2Vfcm9sZ', 'zZXJ2aWNlX3JvbG'];

const CREDENTIALS: readonly Credential[] = [
  {
    mark: 'PRIVATE KEY',
    pattern: new RegExp(
      `-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:${LINE_END}[A-Za-z-]{1,20}: [^\\n]{1,200}){0,4}${LINE_END}[A-Za-z0-9+/]{40}`,
    ),
    what: 'a private key',
    refused: true,
  },
  {
    mark: 'authorized_user',
    pattern: new RegExp(`${USER}[\\s\\S]{0,2000}${REFRESH}|${REFRESH}[\\s\\S]{0,2000}${USER}`),
    what: 'Application Default Credentials of a user',
    refused: true,
  },
  { mark: 'GOCSPX-', pattern: /\bGOCSPX-[\w-]{20}/, what: 'the secret of an OAuth client' },
  {
    mark: 'aws_secret_access_key',
    pattern: /aws_secret_access_key["']?\s{0,8}[:=]\s{0,8}["']?[A-Za-z0-9+/]{40}\b/,
    what: 'a secret access key of AWS',
  },
  {
    mark: 'client-key-data',
    pattern: /client-key-data["']?:\s{0,8}["']?[A-Za-z0-9+/]{64}/,
    what: 'the key of a Kubernetes client',
  },
  {
    mark: '"auths"',
    pattern:
      /"auths"\s{0,8}:\s{0,8}\{\s{0,8}"[^"]{1,200}"\s{0,8}:\s{0,8}\{[^{}]{0,400}"(?:auth|identitytoken)"\s{0,8}:\s{0,8}"[\w+/=.-]{8}/,
    what: 'a login of Docker',
  },
  { mark: 'k_live_', pattern: /\b[sr]k_live_[A-Za-z0-9]{24}/, what: 'a secret key of Stripe' },
  { mark: 'ghp_', pattern: /\bghp_[A-Za-z0-9]{36}/, what: 'a token of GitHub' },
  { mark: 'github_pat_', pattern: /\bgithub_pat_\w{60}/, what: 'a token of GitHub' },
  { mark: 'glpat-', pattern: /\bglpat-[\w-]{20}/, what: 'a token of GitLab' },
  { mark: 'xoxb-', pattern: /\bxoxb-\d{10,14}-\d{10,14}-\w{20}/, what: 'a token of Slack' },
  { mark: 'SG.', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}/, what: 'a key of SendGrid' },
  { mark: 'sk-ant-', pattern: /\bsk-ant-\w{3,10}-[\w-]{60}/, what: 'a key of Anthropic' },
  { mark: 'sk-proj-', pattern: /\bsk-proj-[\w-]{40}/, what: 'a key of OpenAI' },
  ...SERVICE_ROLE.map((mark) => ({
    mark,
    pattern: new RegExp(`\\beyJ[\\w-]{10,500}\\.eyJ[\\w-]{0,500}${mark}[\\w-]{0,500}\\.[\\w-]{20}`),
    what: 'a service_role key of Supabase, which bypasses all policies',
  })),
  {
    mark: '_authToken',
    pattern: /^\s{0,8}\/\/[\w.:/-]{1,200}:_authToken\s{0,4}=\s{0,4}["']?[\w-]{20}/m,
    what: 'a token of a package registry',
  },
];

/** Formats that hold no text, and pages, where a key is an example for the reader. */
const NOT_SEARCHED =
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|heic|mp[34]|m4[av]|mov|webm|ogg|wav|flac|woff2?|ttf|otf|eot|wasm|zip|gz|br|zst|bz2|xz|7z|pdf|html?|xhtml|mdx?|rst)$/i;
/** Files that hold a key by their kind: there its header alone is enough. */
const KEY_FILE = /\.(?:json|pem|key)$/i;

export const maySearch = (path: string): boolean => !NOT_SEARCHED.test(path);

/** The kind of credential in the content, such as `a private key`, or `undefined`. What is refused comes first. */
export function credentialIn(path: string, content: Buffer): FoundCredential | undefined {
  const found = CREDENTIALS.find(
    ({ mark, pattern }) => content.includes(mark) && pattern.test(content.toString('latin1')),
  );
  if (found) return found;
  const small = content.length < 65_536 && KEY_FILE.test(path) && content.includes('PRIVATE KEY');
  return small && /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(content.toString('latin1'))
    ? { what: 'a private key', refused: true }
    : undefined;
}
