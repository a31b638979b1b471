/** The private Docker configuration, with the credential helper as a real process. */
import { execFile, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDockerConfig } from '../../../src/container/docker-config.ts';
import type { DockerConfig } from '../../../src/container/docker-program.ts';

const HOST = 'us-central1-docker.pkg.dev';
let home: string;
let config: DockerConfig | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "it's a home-"));
});
afterEach(() => {
  config?.close(false);
  rmSync(home, { recursive: true });
});

const make = async (token: () => Promise<string>, env = {}, pid = process.pid) => {
  config = await createDockerConfig(HOST, { HOME: home, PATH: process.env.PATH, ...env }, home, pid, token);
  return config;
};
/** As docker calls it: the address on standard input, the response on standard output. PATH has no node. */
const ask = async (action = 'get') => {
  const [bin = ''] = config?.env.PATH?.split(':') ?? [];
  const child = promisify(execFile)(join(bin, 'docker-credential-orchestra'), [action], { env: {} });
  child.child.stdin?.end(`${HOST}\n`);
  return await child.catch((error: { stdout: string; code: number }) => error);
};

describe('the credential helper', () => {
  it('mints a token for each request', async () => {
    let count = 0;
    await make(async () => `token-${++count}`);
    const outputs = [await ask(), await ask()].map(({ stdout }) => JSON.parse(stdout));
    expect(outputs).toEqual([
      { ServerURL: HOST, Username: 'oauth2accesstoken', Secret: 'token-1' },
      { ServerURL: HOST, Username: 'oauth2accesstoken', Secret: 'token-2' },
    ]);
  });

  it('reports why no token is available', async () => {
    await make(() => Promise.reject(new Error('the provider refused')));
    expect(await ask()).toMatchObject({ code: 1, stdout: 'the provider refused\n' });
  });

  it('responds to several concurrent requests, each separately', async () => {
    let count = 0;
    await make(async () => `token-${++count}-${'x'.repeat(3000)}`);
    const outputs = await Promise.all(Array.from({ length: 5 }, () => ask()));
    const secrets = outputs.map(({ stdout }) => JSON.parse(stdout).Secret.slice(0, 7));
    expect(secrets.sort()).toEqual(['token-1', 'token-2', 'token-3', 'token-4', 'token-5']);
  });

  it('ends with an error when the step does, before or while it serves a request', async () => {
    const step = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = new Promise((resolve) => step.on('close', resolve));
    // As if the process had been killed: nobody ever responds.
    await make(
      () => {
        step.kill('SIGKILL');
        return new Promise(() => {});
      },
      {},
      step.pid,
    );
    const response = { code: 1, stdout: 'the step that gives out tokens has ended\n' };
    expect(await ask()).toMatchObject(response);
    await ended;
    config?.close(true);
    expect(await ask()).toMatchObject(response);
    config?.close(false);
  });

  it('has nothing to store or erase', async () => {
    await make(async () => 'x');
    expect(await ask('erase')).toMatchObject({ stdout: '' });
  });

  it('leaves no token on the disk', async () => {
    const { dir } = await make(async () => 'very-secret-token');
    await ask();
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toContain('very-secret-token');
  });
});

describe('the configuration', () => {
  it("keeps the user's logins, settings, plugins, contexts and builders", async () => {
    const user = join(home, '.docker');
    mkdirSync(join(user, 'buildx'), { recursive: true });
    mkdirSync(join(user, 'cli-plugins'));
    // Of Docker Desktop.
    mkdirSync(join(user, 'bin'));
    writeFileSync(join(user, 'bin/docker'), 'theirs');
    writeFileSync(join(user, 'buildx/current'), 'mine');
    writeFileSync(
      join(user, 'config.json'),
      JSON.stringify({
        auths: { 'ghcr.io': { auth: 'abc' } },
        credHelpers: { 'gcr.io': 'gcloud', [HOST]: 'gcloud' },
        cliPluginsExtraDirs: ['/opt/plugins'],
        currentContext: 'remote',
      }),
    );
    const { dir } = await make(async () => 'x');
    expect(JSON.parse(readFileSync(join(dir, 'config.json'), 'utf8'))).toEqual({
      auths: { 'ghcr.io': { auth: 'abc' } },
      credHelpers: { 'gcr.io': 'gcloud', [HOST]: 'orchestra' },
      cliPluginsExtraDirs: ['/opt/plugins'],
      currentContext: 'remote',
    });
    expect(readFileSync(join(dir, 'buildx/current'), 'utf8')).toBe('mine');
    expect(existsSync(join(dir, 'cli-plugins'))).toBe(true);
    expect(JSON.parse((await ask()).stdout)).toMatchObject({ Secret: 'x' });
    expect(readdirSync(join(user, 'bin'))).toEqual(['docker']);
    expect(JSON.parse(readFileSync(join(user, 'config.json'), 'utf8')).credHelpers[HOST]).toBe('gcloud');
  });

  it('takes the folder that DOCKER_CONFIG names', async () => {
    const other = join(home, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'config.json'), '{"auths":{"x":{}}}');
    const { dir } = await make(async () => 'x', { DOCKER_CONFIG: other });
    expect(JSON.parse(readFileSync(join(dir, 'config.json'), 'utf8')).auths).toEqual({ x: {} });
  });

  it('is not readable by other users, and removed at the end', async () => {
    const { dir, close } = await make(async () => 'x');
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    close(false);
    expect(existsSync(dir)).toBe(false);
  });

  it("leaves the user's folder behind when it goes", async () => {
    mkdirSync(join(home, '.docker/buildx'), { recursive: true });
    writeFileSync(join(home, '.docker/buildx/current'), 'mine');
    (await make(async () => 'x')).close(false);
    expect(readFileSync(join(home, '.docker/buildx/current'), 'utf8')).toBe('mine');
  });
});

describe("the runner's own configuration", () => {
  const write = (text: string) => {
    mkdirSync(join(home, '.docker'), { recursive: true });
    writeFileSync(join(home, '.docker/config.json'), text);
  };
  it('whose variable names the file, not its folder, is reported to its owner', async () => {
    write('{}');
    const refusal = make(async () => 'token', { DOCKER_CONFIG: join(home, '.docker/config.json') });
    await expect(refusal).rejects.toThrow(
      /^Docker configuration: .*config\.json is a file\. The variable DOCKER_CONFIG must name the folder that has config\.json\. It belongs to this runner/,
    );
  });
  it.each([
    ['{"auths": {"ghcr.io": {"auth": "aHVudGVyMjpodW50ZXIy"}}', 'is not valid JSON'],
    ['[]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['{"credHelpers": "gcloud"}', 'has credHelpers that is not an object'],
    ['{"credHelpers": []}', 'has credHelpers that is not an object'],
  ])('%s is reported to its owner', async (text, problem) => {
    write(text);
    const refusal = await make(async () => 'token').catch((error: Error) => error);
    expect(String(refusal)).toContain(`config.json ${problem}`);
    expect(String(refusal)).toContain('It belongs to this runner');
    expect(String(refusal)).not.toContain('aHVudGVyMjpodW50ZXIy');
  });
  it('may be empty', async () => {
    write(' ');
    await expect(make(async () => 'token')).resolves.toBeDefined();
  });
  it('that is a folder is not read', async () => {
    mkdirSync(join(home, '.docker/config.json'), { recursive: true });
    await expect(make(async () => 'token')).rejects.toThrow('config.json cannot be read');
  });
});
