import type { ApiRequest, Reply } from '../http/routes.ts';

/**
 * The requested page of a list, with links to the others
 * (https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api). `bodyOf` is the response's body for a page's entries,
 * `usual` their number if the request does not name one.
 */
export function pageOf<T>(
  request: ApiRequest,
  list: readonly T[],
  bodyOf: (page: readonly T[]) => unknown = (page) => page,
  usual = 30,
): Reply {
  const size = Math.min(Number(request.query.get('per_page') ?? usual), Math.max(usual, 100));
  const page = Math.max(Number(request.query.get('page') ?? 1), 1);
  const last = Math.ceil(list.length / size);
  const pages = { ...(page > 1 && { prev: page - 1, first: 1 }), ...(page < last && { next: page + 1, last }) };
  const links = Object.entries(pages).map(([rel, number]) => {
    const url = new URL(request.url);
    url.searchParams.set('page', String(number));
    return `<${url}>; rel="${rel}"`;
  });
  return {
    body: bodyOf(list.slice((page - 1) * size, page * size)),
    ...(links.length > 0 && { headers: { link: links.join(', ') } }),
  };
}
