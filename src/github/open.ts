/** Loads GitHub's client when a step first calls GitHub. Many steps never do, and loading it takes 2.5 ms or more. */
import type { Context } from '../runtime/context.ts';
import type { GitHub } from './api.ts';

export type OpenGitHub = () => Promise<GitHub>;

/** Returns undefined without a token, or outside of a repository. */
export function openGitHub(
  token: string | undefined,
  { github: run, signal, clock, deadline }: Pick<Context, 'github' | 'signal' | 'clock' | 'deadline'>,
): OpenGitHub | undefined {
  if (!token || !run.repository) return undefined;
  let opened: Promise<GitHub> | undefined;
  return () => {
    opened ??= import('./api.ts').then(({ createGitHub }) => createGitHub(run, token, { signal, clock, deadline }));
    return opened;
  };
}
