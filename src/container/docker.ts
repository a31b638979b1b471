/** Calls `docker` with an argument vector, never through a shell. */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { exec } from '@actions/exec';
import type { Context } from '../runtime/context.ts';
import { InputError } from '../runtime/errors.ts';
import type { Docker } from './docker-program.ts';

/** Runs docker in the environment of the step, without its inputs. Aborting interrupts the program. */
export function createDocker(
  { env: base, docker: program }: Pick<Context, 'env' | 'docker'>,
  cwd: string,
  signal: AbortSignal,
): Docker {
  if (program) return program.start(cwd, signal);
  const clean = Object.entries(base).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined && !entry[0].startsWith('INPUT_');
  });
  return async (args, { env, onStart, onOutput, both } = {}) => {
    signal.throwIfAborted();
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const call = () =>
      exec('docker', [...args], {
        cwd,
        env: { ...Object.fromEntries(clean), ...env },
        silent: true,
        ignoreReturnCode: true,
        listeners: {
          stdout: both && onOutput ? onOutput : (chunk) => void stdout.push(chunk),
          stderr: onOutput ?? ((chunk) => void stderr.push(chunk)),
        },
      });
    try {
      const exitCode = await interruptible(call, args, signal, onStart);
      return { exitCode, stdout: String(Buffer.concat(stdout)), stderr: String(Buffer.concat(stderr)) };
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

/**
 * Runs a program until it ends or the signal aborts, and then interrupts it. @actions/exec keeps the process to itself, and
 * Node tells of each that it starts (https://nodejs.org/api/diagnostics_channel.html#child-process).
 */
export async function interruptible<T>(
  call: () => Promise<T>,
  args: readonly string[],
  signal: AbortSignal,
  onStart?: () => void,
): Promise<T> {
  const started: ChildProcess[] = [];
  const onSpawn = (message: unknown) => {
    started.push((message as { process: ChildProcess }).process);
    onStart?.();
  };
  subscribe('child_process', onSpawn);
  const running = call();
  const aborted = Promise.withResolvers<never>();
  const abort = () => {
    // Another call may have started its program at the same time.
    const own = started.find((child) => JSON.stringify(child.spawnargs?.slice(1)) === JSON.stringify(args));
    own?.kill('SIGINT');
    aborted.reject(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([running, aborted.promise]);
  } finally {
    unsubscribe('child_process', onSpawn);
    signal.removeEventListener('abort', abort);
  }
}
