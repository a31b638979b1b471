/** Builds the site with the user's own command, as a `run` step with `shell: bash` would. */
import { exec } from '@actions/exec';
import { OutcomeError } from '../../../src/errors.ts';

export async function buildSite(
  build: { readonly command: string; readonly folder: string },
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
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
