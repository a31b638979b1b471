/**
 * A private Docker configuration for calls of `docker`: the user's, and a credential helper for one registry that
 * requests a fresh token from this process each time (https://docs.docker.com/reference/cli/docker/login/#credential-helpers).
 * A stored login would expire with its token, after five minutes with direct federation, and the push would fail.
 *
 * buildx starts the helper three times per push and waits for it each time. The helper is therefore a few lines of `sh`, which starts in
 * 2 ms where Node takes 50 ms or more: about 0.15 s of a build of 1.5 s. The two communicate through named pipes, which a shell can open.
 */
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { Socket } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { exec } from '@actions/exec';
import { readTextFile } from '../inputs/read-file.ts';
import type { Context, Env } from '../runtime/context.ts';
import { InputError } from '../runtime/errors.ts';
import { removeFolder } from '../runtime/temporary-folder.ts';
import type { DockerConfig } from './docker-program.ts';

interface UserConfig {
  readonly credHelpers?: Readonly<Record<string, string>>;
}

const { O_NONBLOCK, O_RDWR, O_WRONLY } = constants;

/** The configuration for the docker of this step. `token` mints an access token for `host`. */
export async function configureDocker(
  { env, github: { temp }, docker }: Pick<Context, 'env' | 'github' | 'docker'>,
  host: string,
  pid: number,
  token: () => Promise<string>,
): Promise<DockerConfig> {
  return docker ? docker.configure(temp, token) : await createDockerConfig(host, env, temp, pid, token);
}

/**
 * Creates the configuration in a folder of its own under `temp`. `pid` is the process that calls this: a helper that outlives
 * it ends with an error. `token` mints an access token for `host`.
 */
export async function createDockerConfig(
  host: string,
  env: Env,
  temp: string,
  pid: number,
  token: () => Promise<string>,
): Promise<DockerConfig> {
  const dir = mkdtempSync(join(temporaryFolder(temp), 'docker-'));
  chmodSync(dir, 0o700);
  writeConfig(dir, env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker'), host);
  // The user's folder may have one of any name: Docker Desktop keeps its programs in `bin`.
  const bin = mkdtempSync(join(dir, 'helper-'));
  writeHelper(bin, pid);
  const stop = await serveHelper(bin, () =>
    token().then(
      (secret) => `0 ${JSON.stringify({ ServerURL: host, Username: 'oauth2accesstoken', Secret: secret })}`,
      (error: Error) => `1 ${error.message.replaceAll(/\s+/g, ' ')}`,
    ),
  );
  return {
    dir,
    env: { DOCKER_CONFIG: dir, PATH: `${bin}:${env.PATH ?? ''}` },
    close(keep) {
      stop();
      if (!keep) removeFolder(dir);
    },
  };
}

/** Where folders of this step are made: the runner's temporary folder, where it has one. */
export const temporaryFolder = (temp: string): string => (temp.length > 0 && existsSync(temp) ? temp : tmpdir());

/** All of the user's configuration applies (plugins, contexts, builders, logins) except this registry's login. */
function writeConfig(dir: string, userDir: string, host: string): void {
  const entries = existsSync(userDir) ? listUserFolder(userDir) : [];
  for (const name of entries) if (name !== 'config.json') symlinkSync(join(userDir, name), join(dir, name));
  const user = entries.includes('config.json') ? readUserConfig(join(userDir, 'config.json')) : {};
  const config = { ...user, credHelpers: { ...user.credHelpers, [host]: 'orchestra' } };
  writeFileSync(join(dir, 'config.json'), JSON.stringify(config, undefined, 2), { mode: 0o600 });
}

function refuseOwners(path: string, problem: string): never {
  throw new InputError([
    {
      subject: 'Docker configuration',
      message: `${path} ${problem}. It belongs to this runner (DOCKER_CONFIG, or .docker in the home folder): fix it, or remove it and log in again.`,
    },
  ]);
}

function listUserFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuseOwners(
      folder,
      code === 'ENOTDIR'
        ? 'is a file. The variable DOCKER_CONFIG must name the folder that has config.json'
        : `cannot be read (${code})`,
    );
  }
}

/** The configuration of docker on this runner, which is its owner's. Throws `InputError` for one that docker could not read. */
function readUserConfig(file: string): UserConfig {
  const refuse = (problem: string): never => refuseOwners(file, problem);
  const config = parseUserConfig(file, refuse);
  const helpers = (config as UserConfig | null)?.credHelpers ?? {};
  if (config === null || typeof config !== 'object' || Array.isArray(config)) return refuse('is not a JSON object');
  if (typeof helpers !== 'object' || Array.isArray(helpers)) return refuse('has credHelpers that is not an object');
  return config;
}

function parseUserConfig(file: string, refuse: (problem: string) => never): unknown {
  let text: string;
  try {
    text = readTextFile(file);
  } catch (error) {
    return refuse(`cannot be read: ${(error as Error).message}`);
  }
  try {
    // Docker treats an empty file like a missing one.
    return JSON.parse(text.trim() || '{}');
  } catch (error) {
    // Only the position in the message is used, because the message may quote a login.
    const at = /line \d+ column \d+|position \d+/.exec((error as Error).message)?.[0];
    return refuse(`is not valid JSON${at ? ` (${at})` : ''}`);
  }
}

/**
 * https://github.com/docker/docker-credential-helpers#development: the address comes on standard input; the response of `get`
 * is one JSON object, or an error's text and exit code 1. The shell's own commands keep the token out of all arguments, and
 * a pipe that is opened for reading and writing does not wait for its other end. So the helper also watches for a step that
 * ends without a response.
 */
function writeHelper(bin: string, pid: number): void {
  const script = `#!/bin/sh
read -r server || :
[ "$1" = get ] || exit 0
cd "\${0%/*}" && command -p mkfifo -m 600 "response.$$" || exit 1
exec 3<>"response.$$"
{ while kill -0 ${pid}; do command -p sleep 1; done; echo '1 the step that gives out tokens has ended' >&3; } >/dev/null 2>&1 &
echo "$$" 1<>requests
read -r code response <&3
kill $!
command -p rm -f "response.$$"
printf '%s\\n' "$response"
exit "$code"
`;
  writeFileSync(join(bin, 'docker-credential-orchestra'), script, { mode: 0o700 });
}

/** Serves the helpers in `bin`, each of which writes its process id to `requests`. Returns a function that stops. */
async function serveHelper(bin: string, respond: () => Promise<string>): Promise<() => void> {
  const requests = join(bin, 'requests');
  // Finds standard utilities independently of the PATH of the step.
  await exec('/bin/sh', ['-c', 'command -p mkfifo -m 600 "$0"', requests], { silent: true });
  // Opened for writing, too, it does not end when a helper has closed it.
  const pipe = new Socket({ fd: openSync(requests, O_RDWR | O_NONBLOCK), readable: true, writable: false });
  pipe.unref();
  createInterface({ input: pipe }).on('line', async (id) => {
    const line = `${await respond()}\n`;
    try {
      const reply = openSync(join(bin, `response.${id}`), O_WRONLY | O_NONBLOCK);
      writeSync(reply, line);
      closeSync(reply);
    } catch {
      // The helper has ended, so nothing waits for the response.
    }
  });
  return () => pipe.destroy();
}
