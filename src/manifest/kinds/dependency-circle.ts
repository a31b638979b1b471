/** Containers that wait for each other, so that none of them starts. Pure. */

/** Names that wait for each other, `['a', 'b', 'a']`; what waits for itself alone is another message. */
export function circleIn(dependencies: Readonly<Record<string, readonly string[]>>): string[] | undefined {
  const safe = new Set<string>();
  const search = (name: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(name))
      return path.length - path.indexOf(name) > 1 ? [...path.slice(path.indexOf(name)), name] : undefined;
    if (safe.has(name)) return undefined;
    const found = (dependencies[name] ?? []).map((next) => search(next, [...path, name])).find(Boolean);
    if (!found) safe.add(name);
    return found;
  };
  return Object.keys(dependencies)
    .map((name) => search(name, []))
    .find(Boolean);
}
