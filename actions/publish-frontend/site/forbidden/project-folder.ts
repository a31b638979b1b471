/** Whether a folder is that of a project, whose build is in a folder of its own. Pure. */

/** Installed packages, lock files, and the configuration of builders. */
const OF_A_PROJECT =
  /^(?:node_modules\/.*|(?:package-lock|npm-shrinkwrap)\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|(?:vite|next|nuxt|astro|svelte|webpack|rollup|vue)\.config\.[cm]?[jt]s|angular\.json|tsconfig\.json)$/;

/** The first file that tells it, or undefined. A `package.json` alone can belong to a site. */
export function projectFile(paths: readonly string[]): string | undefined {
  return paths.includes('package.json') ? paths.find((path) => OF_A_PROJECT.test(path)) : undefined;
}
