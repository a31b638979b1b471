/** In a release, our workflows call our actions by the release's own immutable tag; in this repository, by path. */

/** The workflows that users call. */
export const WORKFLOWS = ['pipeline.yml', 'rollback.yml', 'preview.yml'] as const;

/** Rewrites `uses: ./actions/NAME` to `uses: orchestra/actions/NAME@vVERSION`. */
export function releaseWorkflow(source: string, version: string): string {
  return source.replace(/uses: \.\/actions\/([a-z-]+)/g, `uses: orchestra/actions/$1@v${version}`);
}
