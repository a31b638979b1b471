/** A site like the output of a bundler: hashed assets of 1 to 12 kB, and one page per hundred assets. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export function makeSite(folder: string, files: number): void {
  for (let i = 0; i < files; i++) {
    const page = i % 100 === 0;
    const content = `// ${i}\n${String(i * 7919).repeat(1 + (i % 12) * 100)}`.padEnd(1000 + (i % 12) * 1000, ' ');
    const digest = createHash('md5').update(content).digest('hex').slice(0, 16);
    const path = i === 0 ? 'index.html' : page ? `pages/${i}/index.html` : `assets/${i % 64}/chunk-${digest}.js`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
