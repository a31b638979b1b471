/**
 * Ctrl-C: ends every program that this process started, and prevents further starts, except of programs that end parts
 * in order (`docker rm`).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { endTree } from './processes.ts';

/** Exit codes after a signal: https://tldp.org/LDP/abs/html/exitcodes.html */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const controller = new AbortController();
const ending = new AsyncLocalStorage<true>();
const programs = new Set<ChildProcess>();

/** Registers a program until it ends. Not for servers, which their starter shuts down. */
export function track(child: ChildProcess): void {
  programs.add(child);
  child.once('exit', () => programs.delete(child)).once('error', () => programs.delete(child));
}

/** Runs work that must be done even after an interruption. */
export const whileEnding = <T>(work: () => Promise<T>): Promise<T> => ending.run(true, work);

/** Throws after an interruption, except in `whileEnding`. */
export function throwIfInterrupted(): void {
  if (!ending.getStore()) controller.signal.throwIfAborted();
}

export const interrupted = (): boolean => controller.signal.aborted;

/** After an interruption, waits until `exitOnSignal` exits, so that interrupted work is not reported as failed. */
export async function leaveToSignal(): Promise<void> {
  if (interrupted()) await new Promise<never>(() => {});
}

/**
 * On SIGINT, SIGTERM or SIGHUP: prints a message, ends all programs and their children, calls `end`, and exits with 128 plus
 * the signal's number. `end` may take 90 seconds, and must not throw.
 */
export function exitOnSignal(print: (line: string) => void, end: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (interrupted()) return print('Already ending what was started. One moment.');
      print(`${signal}: ending everything that was started here.`);
      controller.abort(new Error(`Interrupted by ${signal}`));
      const late = setTimeout(() => {
        print('Not everything ended within 90 s. See what is left with: ps -ef; docker ps');
        process.exit(exitCodes[signal]);
      }, 90_000);
      void whileEnding(async () => {
        await Promise.all(
          [...programs].map((child) => endTree(child.pid as number, signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')),
        );
        await end();
        clearTimeout(late);
        print('Everything that was started here has ended.');
        process.exit(exitCodes[signal]);
      });
    });
}
