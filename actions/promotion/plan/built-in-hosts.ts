/** Whether a site was built for its own target: its files name the address of a service there. Pure. */

/** Files whose text may hold a URL that the build put in. */
const TEXT = /\.(?:html?|[cm]?js|css|json|webmanifest|xml|txt|svg|map)$/i;

export const isText = (path: string): boolean => TEXT.test(path);

/** The hosts that the file names, each as a whole: `example.com` is not named by `my-example.com`. */
export function findHosts(path: string, content: Buffer, hosts: readonly string[]): string[] {
  if (hosts.length === 0 || !isText(path)) return [];
  const text = content.toString('latin1').toLowerCase();
  return hosts.filter((host) => names(text, host.toLowerCase()));
}

function names(text: string, host: string): boolean {
  for (let at = text.indexOf(host); at >= 0; at = text.indexOf(host, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text.slice(at + host.length, at + host.length + 2);
    if (!/[a-z0-9.-]/.test(before) && !/^(?:[a-z0-9-]|\.[a-z0-9])/.test(after)) return true;
  }
  return false;
}

/** What is wrong with a site whose files name hosts of the source: file and host, at most five of them. */
export function builtInProblem(label: string, found: readonly string[]): string | undefined {
  if (found.length === 0) return undefined;
  const listed = found.toSorted().slice(0, 5).join('; ');
  return `The ${label} was built for the source and cannot be promoted: ${listed}. Let it read its configuration at run time, or remove it from from-sites, so that it is built for the target.`;
}
