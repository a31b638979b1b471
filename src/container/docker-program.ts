/** Types of docker calls and of docker's configuration, without the implementation. */

export interface DockerResult {
  readonly exitCode: number;
  /** The output that `onOutput` did not receive. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface DockerOptions {
  /** Added to the environment of the step. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called when the program is started. */
  readonly onStart?: () => void;
  /** Takes what is written to standard error as it comes. */
  readonly onOutput?: (chunk: Buffer) => void;
  /** Hands standard output to `onOutput`, too. */
  readonly both?: boolean;
}

export type Docker = (args: readonly string[], options?: DockerOptions) => Promise<DockerResult>;

export interface DockerConfig {
  readonly dir: string;
  /** What `docker` needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops the helper and removes the folder, unless it is kept. */
  close(keep: boolean): void;
}

/** A replacement for the docker of the runner. */
export interface DockerProgram {
  /** Aborting interrupts the program. Relative paths in its arguments start at `cwd`. */
  start(cwd: string, signal: AbortSignal): Docker;
  /** A configuration in a folder below `temp`; `token` mints an access token each time. */
  configure(temp: string, token: () => Promise<string>): DockerConfig;
}
