/** Builds the site with the user's own command, as a `run` step with `shell: bash` would. */
import { exec } from '@actions/exec';
import { interruptible } from '../../../src/container/docker.ts';
import { isDirectory } from '../../../src/inputs/read-file.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { InputError, OutcomeError } from '../../../src/runtime/errors.ts';
import { createLines } from '../../../src/runtime/output/foreign-text.ts';
import { withHeartbeat } from '../../../src/runtime/output/heartbeat.ts';

export async function buildSite(
  build: { readonly command: string; readonly folder: string },
  { env, log, clock, signal }: Pick<Context, 'env' | 'log' | 'clock' | 'signal'>,
): Promise<void> {
  if (!isDirectory(build.folder)) {
    const message = `${build.folder} is not a folder, so build-command cannot run there. Set a folder in the checkout, relative to the workspace.`;
    throw new InputError([{ subject: 'Input working-directory', message }]);
  }
  const own = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !withheld(entry[0]),
  );
  const [out, err] = [createLines(log.output), createLines(log.output)];
  let code: number;
  try {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', build.command];
    const work = (printed: () => void) => {
      const shown = (write: (chunk: Buffer) => void) => (chunk: Buffer) => {
        write(chunk);
        printed();
      };
      const call = () =>
        exec('bash', args, {
          cwd: build.folder,
          env: Object.fromEntries(own),
          ignoreReturnCode: true,
          silent: true,
          listeners: { stdout: shown(out.write), stderr: shown(err.write) },
        });
      return interruptible(call, args, signal);
    };
    code = await withHeartbeat(() => 'build-command', { log, clock }, work);
    out.end();
    err.end();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new OutcomeError(`build-command could not be started: ${(error as Error).message}`, { cause: error });
  }
  if (code !== 0) throw new OutcomeError(`build-command failed with exit code ${code}. Nothing was published.`);
}

/**
 * Inputs, and the files and tokens with which a build could act as this step. ACTIONS_RUNTIME_TOKEN is the token that requests OIDC
 * tokens, by another name, and a `run` step does not have it:
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/NodeScriptActionHandler.cs
 */
const withheld = (name: string): boolean => /^(?:(?:INPUT|STATE|ACTIONS)_|GITHUB_(?:OUTPUT|STATE)$)/.test(name);
