/** What the jobs of rollback.yml read: the services and frontends that go back. Pure. */
import { ROLLBACK_KEYS } from './keys.ts';
import { type Entry, type ListProblem, readList, regionsOf, tooMany } from './lists.ts';

export interface RollbackTexts {
  readonly services: string;
  readonly frontends: string;
  readonly region: string;
  /** The name of a service or frontend, or `all`. */
  readonly what: string;
  readonly to: string;
  readonly releaseHold: boolean;
}

export interface RollbackPlan {
  readonly services: readonly Entry[];
  readonly frontends: readonly Entry[];
  /** True where each service goes back to a release of its own, which together may be what never ran. */
  readonly compare: boolean;
}

/** The plan of a rollback, and all problems; with any of them the plan is not used. */
export function chooseRollback(texts: RollbackTexts): { plan: RollbackPlan; problems: readonly ListProblem[] } {
  const services = readList('services', texts.services, ROLLBACK_KEYS.services);
  const frontends = readList('frontends', texts.frontends, ROLLBACK_KEYS.frontends);
  const chosen = (entries: readonly Entry[]) =>
    entries.filter(({ name }) => texts.what === 'all' || name === texts.what);
  const named = (entries: readonly Entry[]) =>
    chosen(entries).map((entry, slot) => ({ ...entry, slot, key: keyOf(entry, texts.region) }));
  const plan: RollbackPlan = {
    services: named(services.value),
    frontends: named(frontends.value),
    compare: texts.to === 'previous' && !texts.releaseHold && chosen(services.value).length > 1,
  };
  const listed = [...services.problems, ...frontends.problems];
  const names = [...services.value, ...frontends.value].map(({ name }) => name);
  const problems = [
    ...listed,
    ...tooMany('services', 'services', plan.services),
    ...tooMany('frontends', 'frontends', plan.frontends),
    ...(listed.length === 0 && plan.services.length + plan.frontends.length === 0
      ? [
          {
            input: 'what',
            message: `there is no service or frontend "${texts.what}". Choose all, or one of: ${names.join(', ')}.`,
          },
        ]
      : []),
  ];
  return { plan, problems };
}

/** Names the service in concurrency groups: names and regions contain no `/`. */
const keyOf = (entry: Entry, region: string): string => `${regionsOf(entry, region).join(',')}/${entry.name}`;
