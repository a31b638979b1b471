/** The file that `GOOGLE_APPLICATION_CREDENTIALS` names, which another step or the owner of the runner wrote. */
import { createPrivateKey } from 'node:crypto';
import { readTextFile } from '../inputs/read-file.ts';
import { InputError } from '../runtime/errors.ts';

/** https://cloud.google.com/docs/authentication/application-default-credentials */
const TYPES = [
  'service_account',
  'authorized_user',
  'external_account',
  'external_account_authorized_user',
  'impersonated_service_account',
  'gdch_service_account',
];

const FIX =
  'It was set on the runner or by an earlier step: run google-github-actions/auth before this step, fix the file, or unset the variable and set the input workload-identity-provider.';

/** Throws `InputError` if the file cannot be used. The library's own error names neither the variable nor the file. */
export function checkCredentialFile(env: Readonly<Record<string, string | undefined>>): void {
  const file = env.GOOGLE_APPLICATION_CREDENTIALS;
  if (!file) return;
  // What it contains is not shown: it may be the key.
  const message = isContent(file)
    ? `contains credentials, but must be the path of a file. ${FIX}`
    : withProblem(problemOf(file), (problem) => `names ${file}, which ${problem}. ${FIX}`);
  if (message !== undefined) throw new InputError([{ subject: 'Variable GOOGLE_APPLICATION_CREDENTIALS', message }]);
}

/** An error of the library about credentials that it cannot use: in the words of `checkCredentialFile`, if they are from a file. */
export function unusableFile(env: Readonly<Record<string, string | undefined>>, error: Error): InputError | undefined {
  const file = env.GOOGLE_APPLICATION_CREDENTIALS;
  if (!file) return undefined;
  const reason = error.message
    .replace(/^.*GOOGLE_APPLICATION_CREDENTIALS environment variable: /s, '')
    .split('\n')[0]
    ?.replace(/\.?$/, '.');
  const message = `names ${file}, which cannot be used: ${reason} ${FIX}`;
  return new InputError([{ subject: 'Variable GOOGLE_APPLICATION_CREDENTIALS', message }], { cause: error });
}

/**
 * The service account whose tokens Application Default Credentials are: that of a key, or the impersonated one. Undefined for a user
 * or a federated principal, and for a file that cannot be read.
 */
export function accountInFile(env: Readonly<Record<string, string | undefined>>): string | undefined {
  try {
    const json = JSON.parse(readTextFile(env.GOOGLE_APPLICATION_CREDENTIALS ?? '')) as CredentialFile | null;
    if (json?.type === 'service_account') return String(json.client_email);
    return /\/serviceAccounts\/([^/:]+):generateAccessToken$/.exec(
      String(json?.service_account_impersonation_url),
    )?.[1];
  } catch {
    return undefined;
  }
}

const withProblem = (problem: string | undefined, sentence: (problem: string) => string): string | undefined =>
  problem && sentence(problem);

/** True for the content of a file, as it is or in base64, in place of its path. */
const isContent = (text: string): boolean =>
  /[\n{}]|PRIVATE KEY/.test(text) || (text.length > 100 && /^[\w+/=-]+$/.test(text) && !text.startsWith('/'));

/** A service account key, as its file has it. */
export interface ServiceAccountKey {
  readonly client_email: string;
  readonly private_key: string;
}

/** Parses the content of a service account key. Throws an Error with a message for the user; nothing of the content is in it. */
export function parseServiceAccountKey(text: string): ServiceAccountKey {
  let json: CredentialFile | null;
  try {
    json = JSON.parse(text) as CredentialFile | null;
  } catch {
    throw new Error('is not valid JSON. Pass the whole content of the key file, for instance from a secret.');
  }
  if (json === null || typeof json !== 'object' || json.type !== 'service_account')
    throw new Error('is not a service account key. Its type must be service_account.');
  const problem = keyProblem(json);
  if (problem !== undefined) throw new Error(`${problem}. Create the key again.`);
  const { client_email, private_key } = json as ServiceAccountKey;
  return { client_email, private_key };
}

interface CredentialFile {
  readonly type?: unknown;
  readonly client_email?: unknown;
  readonly private_key?: unknown;
  readonly credential_source?: { readonly file?: unknown };
  readonly [field: string]: unknown;
}

/** What each type cannot do without. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  authorized_user: ['client_id', 'client_secret', 'refresh_token'],
  external_account: ['audience', 'subject_token_type', 'token_url', 'credential_source'],
  external_account_authorized_user: ['audience', 'client_id', 'client_secret', 'token_url', 'refresh_token'],
  impersonated_service_account: ['service_account_impersonation_url', 'source_credentials'],
  gdch_service_account: ['project', 'private_key_id', 'private_key', 'name', 'token_uri'],
};

/** The rest of a sentence: `does not exist`. Nothing of the content is in it. */
function problemOf(file: string): string | undefined {
  let text: string;
  try {
    text = readTextFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'does not exist';
    return code === 'EISDIR' ? 'is a folder' : `cannot be read (${code === 'NOT_A_FILE' ? message : code})`;
  }
  let json: CredentialFile | null;
  try {
    json = JSON.parse(text) as CredentialFile | null;
  } catch {
    return text.trim() === '' ? 'is empty' : 'is not valid JSON';
  }
  return contentProblem(json);
}

function contentProblem(json: CredentialFile | null): string | undefined {
  if (json === null || typeof json !== 'object') return 'is not a JSON object';
  if (!TYPES.includes(String(json.type)))
    return `has an unknown type of credentials (known: ${TYPES.slice(0, 3).join(', ')}, …)`;
  if (json.type === 'service_account') return keyProblem(json);
  const { [String(json.type)]: fields = [] } = FIELDS;
  const missing = fields.filter((field) => json?.[field] === undefined);
  if (missing.length > 0) return `has the type ${String(json.type)} but no ${missing.join(', ')}`;
  const source = json.credential_source?.file;
  if (typeof source === 'string' && !canRead(source)) return `takes its token from ${source}, which cannot be read`;
  if (json.type !== 'impersonated_service_account') return undefined;
  return withProblem(
    contentProblem(json.source_credentials as CredentialFile | null),
    (problem) => `has source_credentials; that part ${problem}`,
  );
}

function keyProblem({ client_email: email, private_key: key }: CredentialFile): string | undefined {
  if (typeof email !== 'string' || typeof key !== 'string') return 'has no client_email and private_key';
  try {
    createPrivateKey(key);
    return undefined;
  } catch {
    return 'has a private_key that cannot be read; line breaks are often lost when a key is copied';
  }
}

function canRead(file: string): boolean {
  try {
    readTextFile(file);
    return true;
  } catch {
    return false;
  }
}
