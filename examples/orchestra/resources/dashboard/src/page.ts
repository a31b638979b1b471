/** What the build wrote into index.html. */
export interface Page {
  /** The commit that this page was built from; 'dev' in development. */
  commit: string;
  /** Base URL of the API without a trailing slash; '' for the page's own origin. */
  api: string;
}

/** Reads the page's own `<meta name="orchestra:…">` tags. */
export function readPage(document: Document): Page {
  const content = (name: string) => document.querySelector(`meta[name="orchestra:${name}"]`)?.getAttribute('content') ?? '';
  return { commit: content('commit') || 'dev', api: content('api').replace(/\/+$/, '') };
}
