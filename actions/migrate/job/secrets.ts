/** The secret versions that a migration uses: pinned by number in the job, and known by name and creation time. */

import {
  type SecretHolder,
  secretReferences,
  type TemplateSecret,
  usableVersion,
} from '../../../src/google/run/secret-versions.ts';
import type { SecretManager, SecretVersion } from '../../../src/google/secret-manager.ts';
import { allAtOnce, CloudError, type Location } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';

/** What Secret Manager says of a version; `unreadable` without the permission to read it. */
export type SecretFact = SecretVersion | 'absent' | 'unreadable';
/** By `projects/P/secrets/S:VERSION`, the version as it is written down. */
export type SecretFacts = ReadonlyMap<string, SecretFact>;

export const factKey = (secret: string, version: string): string => `${secret}:${version}`;

/** Reads each version once. */
export interface SecretBook {
  readonly facts: SecretFacts;
  look(secret: string, version: string): Promise<SecretFact>;
}

export function createSecretBook(manager: SecretManager, log: Pick<Log, 'warning'>): SecretBook {
  const facts = new Map<string, SecretFact>();
  const reads = new Map<string, Promise<SecretFact>>();
  const read = async (secret: string, version: string): Promise<SecretFact> => {
    try {
      return (await manager.version(secret, version)) ?? 'absent';
    } catch (error) {
      if (!(error instanceof CloudError && error.status === 403)) throw error;
      const why =
        error.advice === undefined
          ? `${error.permission ?? 'secretmanager.versions.get'} is missing. Grant ${error.role ?? 'roles/secretmanager.viewer'} on the secret.`
          : `${error.message} ${error.advice}`;
      log.warning(
        `The version of ${secret} (${version}) cannot be read: ${why} The job keeps "${version}", and a rotated secret does not repeat the migration.`,
      );
      return 'unreadable';
    }
  };
  return {
    facts,
    async look(secret, version) {
      const key = factKey(secret, version);
      const reading = reads.get(key) ?? read(secret, version);
      reads.set(key, reading);
      const fact = await reading;
      facts.set(key, fact);
      return fact;
    },
  };
}

/**
 * A copy of the template whose references name versions by number, as far as they can be read. Throws `InputError` for
 * secrets and versions that do not exist or are not enabled, each at its place in the manifest where `locate` knows one.
 */
export async function pinSecrets<T extends SecretHolder>(
  template: T,
  project: string,
  book: SecretBook,
  locate?: (path: TemplateSecret['path']) => Location | undefined,
): Promise<T> {
  const copy = structuredClone(template);
  await allAtOnce(
    secretReferences(copy, project).map(async (reference) => {
      const fact = await book.look(reference.secret, reference.version);
      if (fact !== 'unreadable')
        reference.resolve(usableVersion(fact === 'absent' ? undefined : fact, reference, locate));
    }),
  );
  return copy;
}

/** Looks up all that the template refers to; with `newer`, also whether a numbered version follows the newest one. */
export async function lookUpSecrets(
  template: SecretHolder,
  project: string,
  book: SecretBook,
  newer = false,
): Promise<void> {
  await Promise.all(
    secretReferences(structuredClone(template), project).map(async ({ secret, version }) => {
      const fact = await book.look(secret, version);
      if (newer && version === 'latest' && typeof fact === 'object')
        await book.look(secret, String(Number(fact.version) + 1));
    }),
  );
}
