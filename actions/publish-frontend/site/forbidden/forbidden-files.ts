/** Files that must never reach a public bucket, and names that cannot be an object. Pure. */

/** Names that are never published, with what they are. Matched against each folder and file name of the path. */
const NEVER: readonly (readonly [name: RegExp, what: string])[] = [
  [/^\.env/i, 'an environment file'],
  [/^\.git$/i, 'a git repository'],
  [/^gha-creds-.*\.json$/i, 'a credential file of google-github-actions/auth'],
  [/^(application_default_credentials|credentials)\.json$/i, 'a credential file'],
  [/^(\.npmrc|\.netrc|\.pypirc|\.pgpass|\.htpasswd|\.git-credentials|\.dockercfg)$/i, 'a credential file'],
  [/^(\.ssh|\.aws|\.gnupg|\.docker|\.kube)$/i, 'a folder of credentials'],
  [/^id_(rsa|dsa|ecdsa|ed25519)$/i, 'a private key'],
  [/\.(p12|pfx|jks|keystore)$/i, 'a key store'],
];

/** Why the path must not be published, such as `a private key`, or `undefined`. */
export function neverPublished(path: string): string | undefined {
  for (const part of path.split('/')) {
    const hit = NEVER.find(([name]) => name.test(part));
    if (hit) return hit[1];
  }
  return undefined;
}

/** Why the path cannot be an object's name (https://cloud.google.com/storage/docs/objects#naming), or `undefined`. */
export function badName(name: string): string | undefined {
  if (Buffer.byteLength(name) > 1024) return 'is longer than 1024 bytes';
  if (name.includes('\uFFFD')) return 'is not UTF-8';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f]/.test(name)) return 'contains a control character';
  if (name.startsWith('.well-known/acme-challenge/'))
    return 'starts with .well-known/acme-challenge/, which Cloud Storage refuses';
  return undefined;
}
