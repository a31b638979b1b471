/** Lists in pages. https://google.aip.dev/158 */
import { invalid } from './errors.ts';
import type { ApiRequest } from './routes.ts';

/** The requested page; the token is the index to continue from. `usual` is the default page size. */
export function page<T>(
  { query }: ApiRequest,
  items: readonly T[],
  usual = 100,
): { items: readonly T[]; nextPageToken?: string } {
  const start = Number(query.get('pageToken') ?? 0);
  if (!Number.isInteger(start) || start < 0) throw invalid('The page token is invalid.');
  const requested = Number(query.get('pageSize') ?? 0);
  if (!Number.isInteger(requested) || requested < 0) throw invalid('The page size must not be negative.');
  const end = start + (requested || usual);
  return { items: items.slice(start, end), ...(end < items.length && { nextPageToken: String(end) }) };
}
