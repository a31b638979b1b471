/** A command: its function, and its options as data for parsing, help and documentation. */
import type { Context } from '../../src/runtime/context.ts';

export interface CommandOption {
  /** Placeholder of the value in the help; absent for a switch. */
  readonly value?: string;
  readonly about: string;
  readonly short?: string;
  /** Can be repeated. */
  readonly many?: boolean;
}

/** The parsed command line, checked against the options of the command. */
export interface Arguments {
  text(option: string): string | undefined;
  /** All values, each split at its commas. */
  list(option: string): readonly string[];
  all(option: string): readonly string[];
  has(option: string): boolean;
  readonly positionals: readonly string[];
  /** A pasted command line: the words from `gcloud` on, or after `--`. */
  readonly pasted: readonly string[];
}

export interface Result {
  /** For `--json`. */
  readonly data: object;
  /** Readable text, without a trailing newline. */
  readonly text: string;
  readonly exitCode?: number;
}

/** The dependencies of a command. */
export interface Workplace {
  readonly context: Context;
  /** The folder in which the command was started. */
  readonly folder: string;
  /** The file of this program, for `init --vendor`. */
  readonly program: string;
  readonly stdin: () => string;
}

export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Positional arguments as the usage line shows them: `[SERVICE]`. */
  readonly operands: string;
  readonly mostOperands: number;
  readonly description: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  readonly examples: readonly string[];
  readonly run: (args: Arguments, workplace: Workplace) => Promise<Result>;
}

/** Exit codes, the same for all commands. */
export const EXIT = {
  done: 0,
  /** The command failed: refused by Google Cloud, an unhealthy revision, a concurrent change. */
  failed: 1,
  /** The command line or a file is wrong; nothing was done. */
  usage: 2,
  /** `diff` found differences, `doctor` found something missing. */
  found: 3,
} as const;

/** Options of every command. */
export const COMMON: Readonly<Record<string, CommandOption>> = {
  project: {
    value: 'ID',
    about: 'Id of the Google Cloud project. Default GOOGLE_CLOUD_PROJECT or gcloud’s CLOUDSDK_CORE_PROJECT.',
  },
  json: { about: 'Print the result as JSON.' },
  debug: { about: 'Print details for debugging.' },
  help: { about: 'Show this help.', short: 'h' },
};

/** Options of several commands. */
export const PROBE_ACCOUNT: CommandOption = {
  value: 'EMAIL',
  about:
    'Account for the identity token of health checks, for a private service. Default the service account of the credentials.',
};
export const TIMEOUT: CommandOption = { value: 'DURATION', about: 'Time limit, for instance 5m. Default 10m.' };
export const DEPLOYER: CommandOption = {
  value: 'EMAIL',
  about: 'Account that deploys. Default deployer@PROJECT.iam.gserviceaccount.com.',
};
export const REGION: CommandOption = {
  value: 'REGION',
  about: 'Region. Default CLOUDSDK_RUN_REGION. May be given several times.',
  many: true,
};
