/** The licenses of all packages in a bundle, as one text file next to it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** `inputs` are the files that esbuild names in its metafile, relative to `root`. */
export function collectLicenses(root: string, inputs: readonly string[]): string {
  const folders = new Set(
    inputs.filter((file) => file.includes('node_modules/')).map((file) => packageFolder(join(root, file))),
  );
  const entries = [...folders].map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      license?: string;
    };
    const texts = readdirSync(folder)
      .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
    const title = `${manifest.name} ${manifest.version} (${manifest.license ?? 'see text'})`;
    return `${title}\n${'-'.repeat(title.length)}\n\n${texts.join('\n\n') || 'The package has no license file.'}\n`;
  });
  return entries.length > 0
    ? entries.sort().join('\n\n')
    : 'All packages are in ../shared: see ../shared/licenses.txt.\n';
}

/** The nearest folder above that is a package with a name and a version (some hold bare package.json files inside). */
function packageFolder(file: string): string {
  for (let folder = dirname(file); folder.includes(`${sep}node_modules${sep}`); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; version?: string };
    if (name && version) return folder;
  }
  throw new Error(`${file} belongs to no package`);
}
