/** Builds the site with the user's own command, as a `run` step with `shell: bash` would. */
import { statSync } from 'node:fs';
import { exec } from '@actions/exec';
import { InputError, OutcomeError } from '../../../src/errors.ts';

export async function buildSite(
  build: { readonly command: string; readonly folder: string },
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (!statSync(build.folder, { throwIfNoEntry: false })?.isDirectory()) {
    const message = `${build.folder} is no folder, so build-command cannot run there. Give a folder of the checkout, relative to the workspace.`;
    throw new InputError([{ subject: 'Input working-directory', message }]);
  }
  const own = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('INPUT_'),
  );
  let code: number;
  try {
    code = await exec('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', build.command], {
      cwd: build.folder,
      env: Object.fromEntries(own),
      ignoreReturnCode: true,
      silent: false,
    });
  } catch (error) {
    throw new OutcomeError(`build-command could not be started: ${(error as Error).message}`, { cause: error });
  }
  if (code !== 0) throw new OutcomeError(`build-command ended with exit code ${code}. Nothing was published.`);
}
