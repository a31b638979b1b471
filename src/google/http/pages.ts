/** Lists that Google's APIs give in pages (https://google.aip.dev/158). */

interface Page {
  readonly nextPageToken?: string | undefined;
}

/** The token of the requested page, as a parameter of the call; empty for the first. */
export type NextPage = { readonly pageToken?: string };

/** All pages, each read once the one before was used. All other parameters of the calls must be the same. */
export async function* pagesOf<P extends Page>(read: (next: NextPage) => Promise<P>): AsyncGenerator<P, void> {
  let pageToken: string | undefined;
  do {
    const page = await read(pageToken ? { pageToken } : {});
    yield page;
    pageToken = page.nextPageToken;
  } while (pageToken);
}
