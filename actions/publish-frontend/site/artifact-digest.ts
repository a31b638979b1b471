/**
 * The digest of a folder's content, as the job that builds a site passes it on beside the artifact: SHA-256 of what
 * `find -L . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum` prints in the folder.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, realpathSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** `sha256:…`. Throws the system's error if the folder cannot be read. */
export async function artifactDigest(folder: string): Promise<string> {
  const digest = createHash('sha256');
  for (const path of filesOf(folder).sort(Buffer.compare)) {
    const content = createHash('sha256');
    await pipeline(createReadStream(Buffer.concat([Buffer.from(`${folder}/`), path])), content);
    digest.update(checksumLine(content.digest('hex'), path));
  }
  return `sha256:${digest.digest('hex')}`;
}

/** Paths from the folder, starting with `./`. Links are followed; names are bytes, which need not be UTF-8. */
function filesOf(root: string): Buffer[] {
  const files: Buffer[] = [];
  const walk = (path: Buffer, ancestors: readonly string[]) => {
    const folder = Buffer.concat([Buffer.from(`${root}/`), path]);
    const real = realpathSync(folder);
    if (ancestors.includes(real)) return;
    for (const name of readdirSync(folder, { encoding: 'buffer' })) {
      const inner = Buffer.concat([path, Buffer.from('/'), name]);
      const status = statSync(Buffer.concat([Buffer.from(`${root}/`), inner]), { throwIfNoEntry: false });
      if (status?.isDirectory()) walk(inner, [...ancestors, real]);
      else if (status?.isFile()) files.push(inner);
    }
  };
  walk(Buffer.from('.'), []);
  return files;
}

/**
 * A line of `sha256sum`, which marks a name that it escapes with a backslash at the start
 * (https://www.gnu.org/software/coreutils/manual/html_node/md5sum-invocation.html).
 */
function checksumLine(hash: string, path: Buffer): Buffer {
  const text = path.toString('latin1');
  const escaped = text.replace(/[\\\n\r]/g, (char) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[char] as string);
  return Buffer.from(`${escaped === text ? '' : '\\'}${hash}  ${escaped}\n`, 'latin1');
}
