/**
 * A private Docker configuration for our own calls of `docker`: the user's, and a credential helper for one registry that
 * asks this process for a fresh token each time (https://docs.docker.com/reference/cli/docker/login/#credential-helpers).
 * A login that is written once dies with its token, five minutes later under direct federation, and the push with it.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from './context.ts';

export interface DockerConfig {
  readonly dir: string;
  /** What `docker` needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops answering and removes the folder, unless it is to be kept. */
  close(keep: boolean): void;
}

interface UserConfig {
  readonly credHelpers?: Readonly<Record<string, string>>;
}

/** Paths of sockets are cut at 104 bytes on some systems. */
const LONGEST_FOLDER = 80;

/**
 * Makes the configuration. `node` is the program that runs this action: the helper is started with it, since none need be
 * on the PATH. `token` mints an access token for `host`.
 */
export async function createDockerConfig(
  host: string,
  env: Env,
  temp: string,
  node: string,
  token: () => Promise<string>,
): Promise<DockerConfig> {
  const base = temp.length > 0 && temp.length <= LONGEST_FOLDER && existsSync(temp) ? temp : tmpdir();
  const dir = mkdtempSync(join(base, 'docker-'));
  chmodSync(dir, 0o700);
  writeConfig(dir, env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker'), host);
  const socket = join(dir, 'token.sock');
  writeHelper(join(dir, 'bin'), node, socket);
  const server = createServer((connection) => {
    connection.on('error', () => {});
    token().then(
      (secret) => connection.end(JSON.stringify({ Username: 'oauth2accesstoken', Secret: secret })),
      (error: Error) => connection.end(JSON.stringify({ error: error.message })),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  server.unref();
  return {
    dir,
    env: { DOCKER_CONFIG: dir, PATH: `${join(dir, 'bin')}:${env.PATH ?? ''}` },
    close(keep) {
      server.close();
      if (!keep) removeDockerConfig(dir);
    },
  };
}

export const removeDockerConfig = (dir: string): void => rmSync(dir, { recursive: true, force: true });

/** Everything of the user's folder stays in force (plugins, contexts, builders, logins), but for this registry's login. */
function writeConfig(dir: string, userDir: string, host: string): void {
  const entries = existsSync(userDir) ? readdirSync(userDir) : [];
  for (const name of entries) if (name !== 'config.json') symlinkSync(join(userDir, name), join(dir, name));
  const user = entries.includes('config.json')
    ? (JSON.parse(readFileSync(join(userDir, 'config.json'), 'utf8')) as UserConfig)
    : {};
  const config = { ...user, credHelpers: { ...user.credHelpers, [host]: 'orchestra' } };
  writeFileSync(join(dir, 'config.json'), JSON.stringify(config, undefined, 2), { mode: 0o600 });
}

/** https://github.com/docker/docker-credential-helpers#development: the answer of `get` is one JSON object. */
function writeHelper(bin: string, node: string, socket: string): void {
  mkdirSync(bin);
  const script = join(bin, 'helper.cjs');
  writeFileSync(
    script,
    `let ServerURL = '', answer = '';
process.stdin.on('data', (chunk) => { ServerURL += chunk; }).on('end', () => {
  if (process.argv[2] !== 'get') return;
  require('node:net').connect(${JSON.stringify(socket)})
    .on('data', (chunk) => { answer += chunk; })
    .on('end', () => {
      const { error, ...login } = JSON.parse(answer);
      console.log(error ?? JSON.stringify({ ServerURL: ServerURL.trim(), ...login }));
      process.exitCode = error ? 1 : 0;
    })
    .on('error', (error) => { console.log(error.message); process.exitCode = 1; });
});
`,
  );
  const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  writeFileSync(join(bin, 'docker-credential-orchestra'), `#!/bin/sh\nexec ${quote(node)} ${quote(script)} "$@"\n`, {
    mode: 0o700,
  });
}
