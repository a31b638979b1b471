/** Names and states of secret versions; values are never fetched (https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets.versions). */
import { absent } from './errors/not-found.ts';
import type { HttpClient } from './http/client.ts';

export interface SecretVersion {
  /** `projects/NUMBER/secrets/S/versions/N`. */
  readonly name: string;
  /** Number as text. */
  readonly version: string;
  /** `ENABLED`, `DISABLED` or `DESTROYED`. */
  readonly state: string;
  /** RFC 3339. Versions of a secret that was deleted and created again start at 1 again. */
  readonly createTime: string;
}

export interface SecretManager {
  /** The version behind a number, an alias or `latest`; undefined if it does not exist. `secret` is `projects/P/secrets/S`. */
  version(secret: string, version: string): Promise<SecretVersion | undefined>;
}

export function createSecretManager(http: HttpClient, endpoint: string): SecretManager {
  return {
    async version(secret, version) {
      const found = await absent(
        http.json<{ name?: string; state?: string; createTime?: string }>({
          method: 'GET',
          url: `${endpoint}/v1/${secret}/versions/${version}`,
          resource: `secret ${secret}, version ${version}`,
          permission: 'secretmanager.versions.get',
          role: 'roles/secretmanager.viewer',
        }),
      );
      if (!found) return undefined;
      const { name = `${secret}/versions/${version}`, state = 'ENABLED', createTime = '' } = found;
      return { name, version: name.slice(name.lastIndexOf('/') + 1), state, createTime };
    },
  };
}
