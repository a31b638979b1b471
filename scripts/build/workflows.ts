/**
 * The workflows that users call. In this repository they call our actions by path, in `dist/` by the version's tag, and in a
 * release by the full commit SHA of its actions.
 */

export const WORKFLOWS = [
  'pipeline.yml',
  'checks.yml',
  'rollback.yml',
  'preview.yml',
  'preview-clean-up.yml',
  'promote.yml',
  'advance.yml',
] as const;

/** Rewrites `uses: ./actions/NAME` to `uses: orchestra/actions/NAME@vVERSION`. */
export function releaseWorkflow(source: string, version: string): string {
  return source.replace(/uses: \.\/actions\/([a-z-]+)/g, `uses: orchestra/actions/$1@v${version}`);
}

/**
 * Rewrites `uses: orchestra/actions/NAME@vVERSION` to `uses: orchestra/actions/NAME@COMMIT # vVERSION`. Throws if a `uses:` is left
 * that is no full commit SHA: organizations can require them of called workflows, too
 * (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository).
 */
export function pinnedWorkflow(text: string, version: string, commit: string): string {
  const pinned = text.replaceAll(
    new RegExp(`(uses: orchestra/actions/[a-z-]+)@v${version.replaceAll('.', '\\.')}$`, 'gm'),
    `$1@${commit} # v${version}`,
  );
  const loose = usesLines(pinned).filter(
    (line) => line !== CALLERS_SETUP && !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40}(?: #.*)?$/.test(line),
  );
  if (loose.length > 0)
    throw new Error(`A release pins every action by its full commit SHA. Not pinned: ${loose.join('; ')}`);
  return pinned;
}

/** The composite action of the caller's own repository, at the caller's own commit. */
const CALLERS_SETUP = 'uses: ./.orchestra-setup';

/** Each line that calls an action or a workflow, without its indentation. */
export const usesLines = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /^\s*(?:- )?["']?uses["']?\s*:/.test(line))
    .map((line) => line.trim());
