/**
 * The identity of a migration: its target (project, region and job) and everything that determines what it
 * changes. Resources, timeout and retries are not part of it: they only determine whether it completes. Pure.
 */
import { createHash } from 'node:crypto';
import type { ListedExecution } from '../../../src/google/run/executions.ts';
import type { Job, TaskTemplate, Volume } from '../../../src/google/run/resources.ts';
import { fullSecretName, secretReferences } from '../../../src/google/run/secret-versions.ts';
import { isDefaultAccount, withServerDefaults } from '../../../src/manifest/index.ts';
import { factKey, type SecretFacts } from '../job/secrets.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The configuration as canonical JSON. Secret versions stand by their full name in Secret Manager where `facts` tell it, and
 * as they are written otherwise. Fields that we do not know count, too.
 */
export function configurationOf(template: TaskTemplate, project: string, facts: SecretFacts): string {
  const copy = structuredClone(template);
  for (const { secret, version, resolve } of secretReferences(copy, project)) {
    const fact = facts.get(factKey(secret, version));
    resolve(typeof fact === 'object' ? fact.name : version);
  }
  const { timeout: _, maxRetries: __, containers = [], ...task } = defaulted(copy);
  const volumes = (task.volumes ?? []).map((volume) =>
    volume.secret?.secret
      ? { ...volume, secret: { ...volume.secret, secret: nameInVolume(volume.secret, project) } }
      : volume,
  );
  return canonical({
    ...task,
    volumes,
    containers: containers.map(({ resources: ___, image = '', env = [], ...container }) => ({
      ...container,
      // The content alone: the same digest may be in several repositories.
      image: image.split('@')[1] ?? image,
      env: env.map(({ valueSource, ...variable }) => {
        const reference = valueSource?.secretKeyRef;
        if (!reference?.secret) return { ...variable, ...(valueSource && { valueSource }) };
        const { secret, version = 'latest' } = reference;
        // A version that was found stands by its full name.
        return {
          ...variable,
          secret: version.includes('/') ? version : `${fullSecretName(secret, project)}:${version}`,
        };
      }),
    })),
  });
}

/** Nothing where the items name their versions in full, with the secret. */
const nameInVolume = ({ secret = '', items = [] }: NonNullable<Volume['secret']>, project: string): string =>
  items.every(({ version }) => version?.includes('/')) ? '' : fullSecretName(secret, project);

function defaulted(template: TaskTemplate): TaskTemplate {
  const { serviceAccount, ...rest } = template;
  const named = isDefaultAccount(serviceAccount) ? rest : template;
  return (withServerDefaults('Job', { template: { template: named } }) as Job).template?.template ?? {};
}

/** SHA-256 of target, configuration and the creation times of the secret versions. */
export function fingerprintOf(job: string, template: TaskTemplate, project: string, facts: SecretFacts): string {
  const times = secretReferences(structuredClone(template), project).map(({ secret, version }) => {
    const fact = facts.get(factKey(secret, version));
    return typeof fact === 'object' ? `${fact.name} ${fact.createTime}` : `${secret} ${version}`;
  });
  return hash(JSON.stringify([job, configurationOf(template, project, facts), times.sort()]));
}

/**
 * Which database a configuration migrates, as far as it tells: environment, secrets by name and Cloud SQL instances. A
 * rotated secret leads to the same database.
 */
export function databaseOf(template: TaskTemplate, project: string): string {
  const env = (template.containers ?? []).flatMap((container) => container.env ?? []);
  const parts = [
    ...env.map(({ name = '', value = '', valueSource }) => {
      const secret = valueSource?.secretKeyRef?.secret;
      return secret ? `${name}=${fullSecretName(secret, project)}` : `${name}=${value}`;
    }),
    ...(template.volumes ?? []).flatMap(({ secret, cloudSqlInstance }) => [
      ...(cloudSqlInstance?.instances ?? []),
      ...(secret?.secret ? [fullSecretName(secret.secret, project)] : []),
    ]),
  ];
  return hash(JSON.stringify(parts.sort())).slice(0, 16);
}

/**
 * Whether an execution of version 1.0, which pinned no secrets and left no fingerprint, used the very secret versions that
 * its references mean today. Where Secret Manager cannot be read, the references alone count, as they did then.
 */
export function usedTodaysSecrets(execution: ListedExecution, project: string, facts: SecretFacts): boolean {
  return secretReferences(structuredClone(execution.template), project).every(({ secret, version }) => {
    const fact = facts.get(factKey(secret, version));
    if (fact === 'unreadable') return true;
    if (typeof fact !== 'object') return false;
    // An alias may have meant another version at that time.
    if (version !== 'latest' && !/^\d+$/.test(version)) return false;
    // One that was the newest then, and has been destroyed since.
    if (version === 'latest' && facts.get(factKey(secret, String(Number(fact.version) + 1))) !== 'absent') return false;
    return Date.parse(fact.createTime) < Date.parse(execution.createTime);
  });
}

/** JSON with sorted keys and without what protobuf leaves out (https://protobuf.dev/programming-guides/json). */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item)
            .filter(([, field]) => !isNothing(field))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === 0 ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);
