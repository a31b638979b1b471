/** Partial responses: the `fields` parameter, such as `items(name,metadata/owner),nextPageToken`. https://cloud.google.com/apis/docs/system-parameters */
import { ApiError } from './errors.ts';

const bad = (text: string) => new ApiError(400, `Invalid field selection ${text}`, {}, { reason: 'invalidParameter' });

type Selection = Map<string, Selection | true>;

/** A function that keeps only the selected fields; the identity for no selection. */
export function selector(fields: string | null): (value: object) => object {
  if (!fields || fields === '*') return (value) => value;
  const selection = parse(fields);
  return (value) => pick(value, selection) as object;
}

function parse(text: string): Selection {
  let at = 0;
  const list = (): Selection => {
    const selection: Selection = new Map();
    for (;;) {
      const name = /^[\w*$-]+/.exec(text.slice(at))?.[0];
      if (!name) throw bad(text);
      at += name.length;
      merge(selection, name, rest());
      if (text[at] !== ',') return selection;
      at++;
    }
  };
  const rest = (): Selection | true => {
    if (text[at] === '/') {
      at++;
      const name = /^[\w*$-]+/.exec(text.slice(at))?.[0];
      if (!name) throw bad(text);
      at += name.length;
      return new Map([[name, rest()]]);
    }
    if (text[at] !== '(') return true;
    at++;
    const inner = list();
    if (text[at] !== ')') throw bad(text);
    at++;
    return inner;
  };
  const selection = list();
  if (at !== text.length) throw bad(text);
  return selection;
}

function merge(into: Selection, name: string, what: Selection | true): void {
  const before = into.get(name);
  if (before === true || before === undefined || what === true) into.set(name, before === true ? true : what);
  else for (const [key, value] of what) merge(before, key, value);
}

function pick(value: unknown, selection: Selection | true): unknown {
  if (selection === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => pick(one, selection));
  if (selection.get('*') === true) return value;
  const picked: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const wanted = selection.get(key) ?? selection.get('*');
    if (wanted !== undefined) picked[key] = pick(inner, wanted);
  }
  return picked;
}
