/** Lists of Compute Engine: pages, order, and the simplest filters. https://cloud.google.com/compute/docs/reference/rest/v1/urlMaps/list */
import type { Core } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { type ApiRequest, type Route, route } from '../http/routes.ts';
import { GLOBAL, link, may } from './resources.ts';

const QUERY = ['filter', 'maxResults', 'orderBy', 'pageToken', 'returnPartialSuccess'];

const MAX_RESULTS = 500;

/** The list of a project's resources of one kind, such as `urlMap`. */
export function listRoute(core: Core, kind: string, all: (project: string) => readonly object[]): Route {
  const collection = `${kind}s`;
  const permission = `compute.${kind === 'operation' ? 'globalOperations' : collection}.list`;
  const handler = (request: ApiRequest) => {
    const { project = '' } = request.params;
    may(core, request, permission, `projects/${project}`);
    return { body: listBody(request, `compute#${kind}List`, collection, all(project)) };
  };
  return route('GET', `${GLOBAL}/${collection}`, handler, { query: QUERY });
}

function listBody(request: ApiRequest, kind: string, collection: string, all: readonly object[]): object {
  const { query, params } = request;
  const matching = ordered(all as Record<string, unknown>[], query.get('orderBy')).filter(filter(query.get('filter')));
  const start = Number(query.get('pageToken') ?? 0);
  if (!Number.isInteger(start) || start < 0) throw refuse('pageToken', query.get('pageToken'));
  const size = Number(query.get('maxResults') ?? MAX_RESULTS);
  if (!Number.isInteger(size) || size < 0 || size > MAX_RESULTS) throw refuse('maxResults', query.get('maxResults'));
  const end = start + size;
  const items = matching.slice(start, end);
  return {
    kind,
    id: `projects/${params.project}/global/${collection}`,
    // An empty list has no items.
    ...(items.length > 0 && { items }),
    ...(end < matching.length && { nextPageToken: String(end) }),
    selfLink: link(params.project ?? '', collection),
  };
}

function ordered(
  items: readonly Record<string, unknown>[],
  orderBy: string | null,
): readonly Record<string, unknown>[] {
  const text = (item: Record<string, unknown>, field: string) => String(item[field] ?? '');
  if (orderBy === null || orderBy === 'name') {
    return [...items].sort((a, b) => (text(a, 'name') < text(b, 'name') ? -1 : 1));
  }
  if (orderBy !== 'creationTimestamp desc') throw refuse('orderBy', orderBy);
  return [...items].reverse().sort((a, b) => -text(a, 'creationTimestamp').localeCompare(text(b, 'creationTimestamp')));
}

/** `FIELD = VALUE`, `FIELD != VALUE`, and the older `eq` and `ne`, which take regular expressions; nothing else. */
function filter(text: string | null): (item: Record<string, unknown>) => boolean {
  if (text === null || text.trim() === '') return () => true;
  const match = /^\(?\s*(\w+)\s*(=|!=|\s+eq\s+|\s+ne\s+)\s*(?:"([^"]*)"|([^\s"()]+))\s*\)?$/.exec(text.trim());
  if (!match) throw refuse('filter', text);
  const [, field = '', operator = '', quoted, value = quoted] = match;
  const word = operator.trim();
  const equal = (item: Record<string, unknown>) => {
    const actual = String(item[field] ?? '');
    return word === 'eq' || word === 'ne' ? new RegExp(`^(?:${value})$`).test(actual) : actual === value;
  };
  return (item) => equal(item) === (word === '=' || word === 'eq');
}

const refuse = (name: string, value: string | null) =>
  new ApiError(400, `Invalid value for field '${name}': '${value}'. The emulator does not support it.`);
