/** Calls `docker` with an argument vector, never through a shell. */
import { getExecOutput } from '@actions/exec';
import type { Env } from './context.ts';
import { InputError } from './errors.ts';

export interface DockerResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface DockerOptions {
  /** Added to the environment of the step. */
  readonly env?: Readonly<Record<string, string>>;
  /** Takes what is written to standard error as it comes. */
  readonly onOutput?: (chunk: Buffer) => void;
  /** Hands standard output to `onOutput`, too. */
  readonly both?: boolean;
}

export type Docker = (args: readonly string[], options?: DockerOptions) => Promise<DockerResult>;

/** `base` is the environment of the step; the inputs in it are none of docker's business. Aborting gives up waiting. */
export function createDocker(base: Env, cwd: string, signal: AbortSignal): Docker {
  const clean = Object.entries(base).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined && !entry[0].startsWith('INPUT_');
  });
  return async (args, options = {}) => {
    signal.throwIfAborted();
    const run = getExecOutput('docker', [...args], {
      cwd,
      env: { ...Object.fromEntries(clean), ...options.env },
      silent: true,
      ignoreReturnCode: true,
      ...(options.onOutput && {
        listeners: { stderr: options.onOutput, ...(options.both && { stdout: options.onOutput }) },
      }),
    });
    try {
      return await Promise.race([run, aborted(signal)]);
    } catch (error) {
      if (/Unable to locate executable file/.test((error as Error).message))
        throw new InputError([
          {
            subject: 'Docker',
            message: 'there is no docker on this runner. Use one that has it, such as ubuntu-latest.',
          },
        ]);
      throw error;
    }
  };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
