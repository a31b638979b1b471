/** The step's log, as the runner shows it. Text from servers can hold `::commands::`, so every line is made harmless here. */
import * as core from '@actions/core';
import type { Location } from './errors.ts';

export interface Log {
  info(message: string): void;
  debug(message: string): void;
  notice(message: string, location?: Location): void;
  warning(message: string, location?: Location): void;
  error(message: string, location?: Location): void;
  /** A fold in the log around `work`. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

export const runnerLog: Log = {
  info: (message) => core.info(harmless(message)),
  debug: (message) => core.debug(message),
  notice: (message, location) => core.notice(message, annotation(location)),
  warning: (message, location) => core.warning(message, annotation(location)),
  error: (message, location) => core.error(message, annotation(location)),
  group: (title, work) => core.group(harmless(title), work),
};

/** Breaks what the runner would take for a workflow command at the start of a line (`::error::…`, `##[…]`). */
export function harmless(text: string): string {
  return text.replace(/^(\s*)(::|##\[)/gm, '$1\u200b$2');
}

function annotation(location: Location | undefined): core.AnnotationProperties {
  if (!location) return {};
  return {
    file: location.file,
    ...(location.line !== undefined && { startLine: location.line }),
    ...(location.column !== undefined && { startColumn: location.column }),
  };
}
