/** Secrets of Secret Manager as inputs name them. */

import { findSecret } from '../policy/secrets/looks-like-secret.ts';

export interface SecretReference {
  /** Short name or `projects/P/secrets/S`. */
  readonly secret: string;
  /** A number, an alias or `latest`. */
  readonly version: string;
}

/**
 * `SECRET:VERSION`, the version `latest` by default; or the full name, `projects/P/secrets/S/versions/V`. Throws an Error
 * with a message for the user without the text, because it may be the secret itself, and a text that looks like one is refused.
 */
export function parseSecretReference(text: string, name: string): SecretReference {
  const match = /^((?:projects\/[^/\s]+\/secrets\/)?[A-Za-z0-9_-]{1,255})(?:(?::|\/versions\/)([A-Za-z0-9_-]+))?$/.exec(
    text.trim(),
  );
  if (match?.[1] && !findSecret('', text)) return { secret: match[1], version: match[2] ?? 'latest' };
  if (/^[\w:/-]+(?:,\s*[\w./-]+=[\w:/-]+)+$/.test(text.trim()))
    throw new Error(
      `there are several secrets in one line. gcloud separates by commas, this input by lines. Write one NAME=SECRET:VERSION per line.`,
    );
  throw new Error(
    `this is not a secret's name. Write ${name}=SECRET:VERSION, for instance ${name}=database-url:latest; use the name and never the value.`,
  );
}
