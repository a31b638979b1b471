/** The builds of each commit: files that their pages load, and the published folders. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const hashOf = (text: string) => `a1${createHash('md5').update(text).digest('hex').slice(0, 6)}`;

/** A file with a hash in its name. */
function asset(name: string, extension: string, content: string): readonly [string, string] {
  return [`assets/${name}-${hashOf(content)}.${extension}`, content];
}

const page = (title: string, assets: readonly (readonly [string, string])[]) =>
  `<title>${title}</title>\n${assets
    .map(([path]) =>
      path.endsWith('.js') ? `<script src="/${path}"></script>` : `<link rel="stylesheet" href="/${path}">`,
    )
    .join('\n')}\n`;

/**
 * The files of a build, by path. A commit shares contents with the one two before it, and all but two builds have
 * an additional page: a release can need files of a pruned one.
 */
export function buildOf(commit: number, variant = false): ReadonlyMap<string, string> {
  const name = `${commit}${variant ? ' again' : ''}`;
  const app = asset('app', 'js', `app ${name}`);
  const main = asset('main', 'css', `main ${commit % 2}`);
  const about = asset('about', 'js', `about ${commit % 2}`);
  const extra = asset('extra', 'js', `extra ${commit < 2}`);
  const files: (readonly [string, string])[] = [
    ['index.html', page(`index ${name}`, [app, main])],
    ['about.html', page(`about ${commit % 2}`, [about, main])],
    ['config.json', `{"commit": ${commit % 2}}\n`],
    app,
    main,
    about,
  ];
  if (commit !== 2 && !(commit === 4 && variant))
    files.push(['extra.html', page(`extra ${commit < 2}`, [extra])], extra);
  return new Map(files);
}

/** Paths of the pages of all builds. */
export const PAGES = ['index.html', 'about.html', 'extra.html'];

/** Paths that a page loads. */
export const loadedBy = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path);

export const folderOf = (commit: number, variant: boolean): string => `site-${commit}${variant ? '-again' : ''}`;

let folder: string | undefined;

/** A folder with one subfolder per build. */
export function buildsFolder(commits: number): string {
  if (folder !== undefined) return folder;
  folder = mkdtempSync(join(tmpdir(), 'simulation-sites-'));
  for (let commit = 0; commit < commits; commit++)
    for (const variant of [false, true])
      for (const [path, content] of buildOf(commit, variant)) {
        const file = join(folder, folderOf(commit, variant), path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
  process.once('exit', () => rmSync(folder as string, { recursive: true, force: true }));
  return folder;
}
