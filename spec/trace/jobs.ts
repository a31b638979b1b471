/**
 * Whether the executions of a call log are paths of the model of a migration: each image migrates once with the same arguments, unless
 * its execution was cancelled. Whether one failed, the log does not say; so this is judged where no migration fails.
 */
import { type Call, isRefused, parameter, pathOf, type TraceFacts } from './calls.ts';

interface Job {
  readonly template?: { readonly template?: { readonly containers?: readonly { image?: string; args?: string[] }[] } };
}

export function strayExecutions(calls: readonly Call[], { complete, unforced }: TraceFacts): string[] {
  if (!complete || !unforced) return [];
  const jobs = new Map<string, string>();
  const ran = new Set<string>();
  return calls.flatMap((call, i) => {
    if (call.api !== 'run' || isRefused(call) || parameter(call, 'validateOnly') === 'true') return [];
    const [, place = '', name, verb] = /^(\/v2\/.*\/jobs)(?:\/([^/:]+))?(?::(\w+))?$/.exec(pathOf(call)) ?? [];
    const job = `${place}/${name ?? parameter(call, 'jobId')}`;
    const cancelled = /^(.*\/jobs\/[^/]+)\/executions\/[^/]+:cancel$/.exec(pathOf(call))?.[1];
    if (cancelled !== undefined) for (const one of ran) if (one.startsWith(`${cancelled} `)) ran.delete(one);
    if (place === '') return [];
    if (verb === undefined) {
      const { containers } = (call.body as Job | undefined)?.template?.template ?? {};
      if (containers) jobs.set(job, JSON.stringify(containers.map(({ image, args }) => [image, args])));
      return [];
    }
    if (verb !== 'run' || call.action !== 'migrate') return [];
    const what = `${job} ${jobs.get(job)}`;
    if (ran.has(what)) return [`write ${i + 1}, ${call.target} by ${call.by}: ${jobs.get(job)} ran before`];
    ran.add(what);
    return [];
  });
}
