/** Warns of files that differ in every run, so that no image is reused, and that `COPY .` copies into the image. */
import { resolve } from 'node:path';
import type { BuildInputs } from '../inputs.ts';
import { namesAtRoot, readIgnoreFile } from './context-files.ts';
import { parseIgnoreFile } from './ignore-file.ts';

/** Written by google-github-actions/auth to the workspace (https://github.com/google-github-actions/auth#prerequisites). */
const CREDENTIALS = /^gha-creds-.*\.json$/;

/** Sentences for the user, about what lies directly in the context and is not ignored. */
export function contextWarnings({
  workspace,
  contextDir,
  file,
}: Pick<BuildInputs, 'workspace' | 'contextDir' | 'file'>): string[] {
  const folder = resolve(workspace, contextDir);
  const rules = parseIgnoreFile(readIgnoreFile(folder, resolve(workspace, file)));
  const sent = namesAtRoot(folder, rules);
  const warnings: string[] = [];
  if (sent.includes('.git'))
    warnings.push(
      'The build context has .git, which differs in every checkout: no image is reused, and COPY . puts it into the image, together with a token that actions/checkout may keep in .git/config. Add .git to .dockerignore.',
    );
  const credentials = sent.find((name) => CREDENTIALS.test(name));
  if (credentials !== undefined)
    warnings.push(
      `The build context has ${credentials}, the credentials of google-github-actions/auth: no image is reused, and COPY . puts them into the image. Add gha-creds-*.json to .dockerignore, or remove that step: this action authenticates by itself.`,
    );
  return warnings;
}
