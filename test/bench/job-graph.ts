/** A workflow's jobs as a graph: each job waits for the jobs that it needs, and then for a runner. */

/** Job → jobs that it needs. */
export type JobGraph = Readonly<Record<string, readonly string[]>>;

/** pipeline.yml of version 1.0.0. */
export const VERSION_1_0: JobGraph = {
  plan: [],
  checks: ['plan'],
  images: ['plan'],
  frontends: ['plan'],
  migrate: ['plan', 'checks', 'images', 'frontends'],
  deploy: ['plan', 'checks', 'images', 'frontends', 'migrate'],
  publish: ['plan', 'checks', 'frontends', 'deploy'],
  result: ['plan', 'checks', 'images', 'frontends', 'migrate', 'deploy', 'publish'],
};

/** Jobs that are skipped by default, with the reason. */
export const OPTIONAL_JOBS: readonly string[] = [
  'platforms', // each platform of an image is built on a runner of its own
  'select', // a service takes the image of another, or one from elsewhere
];

/** The graph of a workflow. `needs` of a job may be a single name. */
export const graphOf = (jobs: Readonly<Record<string, { readonly needs?: string | readonly string[] }>>): JobGraph =>
  Object.fromEntries(Object.entries(jobs).map(([name, { needs = [] }]) => [name, [needs].flat()]));

/**
 * Duration of a run if runners are always available: `start` until a job's first step, plus `times` of its steps, in one unit.
 * Skipped jobs take neither.
 */
export function longestPath(
  graph: JobGraph,
  {
    start,
    times = {},
    skipped = [],
  }: { start: number; times?: Readonly<Record<string, number>>; skipped?: readonly string[] },
): number {
  const end = (name: string): number => {
    const before = Math.max(0, ...(graph[name] ?? []).map(end));
    return skipped.includes(name) ? before : before + start + (times[name] ?? 0);
  };
  return Math.max(...Object.keys(graph).map(end));
}
