/** A file to upload, as plans name it. */
import type { Headers } from '../../site/headers.ts';
import type { SiteFile } from '../../site/site-files.ts';
import type { Generation } from '../stored-object.ts';

export interface Upload {
  /** Name of the object. */
  readonly name: string;
  readonly file: Pick<SiteFile, 'source' | 'size' | 'md5' | 'storedMd5' | 'contentEncoding' | 'gzip'>;
  readonly headers: Headers;
  readonly replaces: Generation;
}
