/** Runs the command line as a process against the emulator, without variables of GitHub. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import type { Emulator } from '../../../packages/emulator/src/start.ts';
import { bundlesFolder } from '../../harness/bundles.ts';
import { recordStep } from '../../harness/calls/recorder.ts';

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  json<T = Record<string, unknown>>(): T;
}

export interface Cli {
  /** The folder in which the commands run. */
  readonly folder: string;
  run(words: readonly string[], options?: { stdin?: string; env?: Record<string, string> }): Promise<CliResult>;
  /** With `--project` and `--region` of the emulator. */
  here(...words: string[]): Promise<CliResult>;
  /** The text of a file that a command wrote. */
  written(path: string): string;
  /** Copies such a file into a workspace of the actions, like checkout. */
  checkOut(path: string, workspace: string): void;
  remove(): void;
}

export function createCli(emulator?: Emulator): Cli {
  const home = mkdtempSync(join(tmpdir(), 'cli-'));
  const folder = mkdtempSync(join(tmpdir(), 'cli-repository-'));
  const credentials = join(home, 'credentials.json');
  // A person's Application Default Credentials, independent of the workflows' provider.
  if (emulator) {
    const provider = DEFAULTS.provider.replace(
      /workloadIdentityPools.*/,
      'workloadIdentityPools/people/providers/login',
    );
    emulator.seed.provider({ name: provider });
    const file = JSON.stringify(emulator.seed.credentials());
    writeFileSync(
      credentials,
      file
        .replaceAll(DEFAULTS.provider, provider)
        .replaceAll(encodeURIComponent(DEFAULTS.provider), encodeURIComponent(provider)),
    );
  }
  const endpoints = Object.entries(emulator?.env ?? {}).filter(([name]) => name.startsWith('CLOUDSDK_'));
  const cli: Cli = {
    folder,
    run: (words, { stdin = '', env = {} } = {}) =>
      new Promise((resolve) => {
        const given = {
          PATH: process.env.PATH,
          HOME: home,
          ...Object.fromEntries(endpoints),
          ...(emulator && { GOOGLE_APPLICATION_CREDENTIALS: credentials, ORCHESTRA_REGISTRY: emulator.registryHost }),
          ...env,
        };
        recordStep('cli', words[0] ?? '', given);
        const child = spawn(process.execPath, [join(bundlesFolder(), 'cli/orchestra.cjs'), ...words], {
          cwd: folder,
          env: given,
        });
        let stdout = '';
        let stderr = '';
        child.stdout.on('data', (chunk: Buffer) => {
          stdout += chunk;
        });
        child.stderr.on('data', (chunk: Buffer) => {
          stderr += chunk;
        });
        child.stdin.end(stdin);
        child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr, json: <T>() => JSON.parse(stdout) as T }));
      }),
    here: (...words) => cli.run([...words, '--project', DEFAULTS.project, '--region', DEFAULTS.region]),
    written: (path) => readFileSync(join(folder, path), 'utf8'),
    checkOut(path, workspace) {
      const copy = join(workspace, path);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(folder, path), copy);
    },
    remove() {
      for (const one of [home, folder]) rmSync(one, { recursive: true, force: true });
    },
  };
  return cli;
}

export const outputOf = ({ exitCode, stdout, stderr }: CliResult): string => `exit ${exitCode}\n${stdout}\n${stderr}`;
