/** Reads the proxy variables of the runner. Errors say that the owner of the runner sets them. */
import { InputError, type Problem } from '../../runtime/errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Proxies {
  readonly http: string | undefined;
  readonly https: string | undefined;
}

/** The proxies of the environment. Throws `InputError` for one whose address cannot be used. */
export function readProxies(env: Env): Proxies {
  const problems: Problem[] = [];
  const read = (...names: readonly string[]): string | undefined => {
    const name = names.find((one) => env[one]);
    const value = (name && env[name]?.trim()) || undefined;
    const problem = value && proxyProblem(value);
    if (problem)
      problems.push({
        subject: `Variable ${name}`,
        message: `${problem} It was set on the runner or in the workflow's env, and no call can use it. Write http://HOST:PORT, or unset it.`,
      });
    return value;
  };
  const proxies = { http: read('HTTP_PROXY', 'http_proxy'), https: read('HTTPS_PROXY', 'https_proxy') };
  if (problems.length > 0) throw new InputError(problems);
  return proxies;
}

/** Without the user and password that the value may have. */
function proxyProblem(value: string): string | undefined {
  const hidden = value.replace(/\/\/.*@|^[^/]*@/, (found) => (found.startsWith('//') ? '//***@' : '***@'));
  const shown = /^["']/.test(hidden) ? hidden : `"${hidden}"`;
  if (/^(["']).*\1$/.test(value)) return `${shown} has quotes around it, which are part of the value.`;
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return `${shown} has no scheme, so clients interpret it differently.`;
  if (!URL.canParse(value)) return `${shown} is not an address.`;
  const { protocol } = new URL(value);
  return protocol === 'http:' || protocol === 'https:' ? undefined : `${shown} is not an HTTP proxy.`;
}
