/** The inputs of publish-frontend and deploy-run in rollback.yml, and their results. Pure. */
import { isCommit, isCommitPrefix, shortCommit } from '../../../src/github/commit.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { ROLLBACK_KEYS } from './keys.ts';
import { type Entry, type ListProblem, readList, regionsOf, textOrEmpty, tooMany } from './lists.ts';

export interface RollbackTexts {
  readonly services: string;
  readonly frontends: string;
  readonly region: string;
  /** `all`, `services`, `frontends`, or the name of one of them. */
  readonly what: string;
  readonly to: string;
  readonly releaseHold: boolean;
}

export interface RollbackPlan {
  /** Chosen entries, as the caller wrote them. */
  readonly chosen: { readonly services: readonly Entry[]; readonly frontends: readonly Entry[] };
  /** Input `services` of deploy-run. */
  readonly services: readonly Entry[];
  /** Input `sites` of publish-frontend. */
  readonly sites: readonly Entry[];
  /** Input `rollback-to` of both actions; empty where holds are released. */
  readonly to: string;
  /** True where `to` is the id of a release of services, which frontends know by its commit. */
  readonly byRelease: boolean;
  /** Input `on-no-earlier-release` of publish-frontend: a frontend that is named must go back; of several, one that cannot stays. */
  readonly onNoEarlierRelease: 'refuse' | 'keep' | '';
}

/** The plan of a rollback, and all problems; with any of them the plan is not used. */
export function chooseRollback(texts: RollbackTexts): { plan: RollbackPlan; problems: readonly ListProblem[] } {
  const { what, to, region, releaseHold } = texts;
  const services = readList('services', texts.services, ROLLBACK_KEYS.services, ['service']);
  const frontends = readList('frontends', texts.frontends, ROLLBACK_KEYS.frontends, ['bucket']);
  const all = [...services.value, ...frontends.value];
  // A name comes first: a service may be called "frontends".
  const named = all.some(({ name }) => name === what);
  const choose = (entries: readonly Entry[], list: string) =>
    named ? entries.filter(({ name }) => name === what) : what === 'all' || what === list ? entries : [];
  const chosen = { services: choose(services.value, 'services'), frontends: choose(frontends.value, 'frontends') };
  const problems = [
    ...services.problems,
    ...frontends.problems,
    ...tooMany('services', 'services', chosen.services),
    ...tooMany('frontends', 'frontends', chosen.frontends),
  ];
  const known = [
    'all',
    ...(services.value.length > 0 ? ['services'] : []),
    ...(frontends.value.length > 0 ? ['frontends'] : []),
  ];
  const nothing = chosen.services.length + chosen.frontends.length === 0;
  return {
    plan: {
      chosen,
      services: chosen.services.map((entry) => serviceEntry(entry, region, releaseHold)),
      sites: chosen.frontends,
      to: releaseHold ? '' : to,
      byRelease: !releaseHold && chosen.services.length > 0 && to !== 'previous' && !isCommitPrefix(to),
      onNoEarlierRelease: releaseHold ? '' : named ? 'refuse' : 'keep',
    },
    problems:
      problems.length > 0 || !nothing
        ? problems
        : [
            {
              input: 'what',
              message: `there is no service or frontend "${what}". Choose ${[...known, ...all.map(({ name }) => name)].join(', ')}.`,
            },
          ],
  };
}

/** A hold is released without a health check. */
function serviceEntry({ name: _, ...entry }: Entry, region: string, releaseHold: boolean): Entry {
  const { service } = entry;
  const regions = regionsOf(entry, region);
  return releaseHold ? { service, region: regions } : { ...entry, region: regions };
}

/** A service in one region, or a frontend: where it is and where it goes, as commits where they are known. */
export interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** True for what goes back by its commit, so that several can be compared. */
  readonly commit: boolean;
  /** True for a frontend without an earlier release, which stays as it is. */
  readonly kept: boolean;
}

/** `planned` and `sites`: outputs `services` of deploy-run and `sites` of publish-frontend, of their dry runs. */
export function movesOf(
  { chosen }: RollbackPlan,
  region: string,
  planned: readonly Entry[],
  sites: readonly Entry[],
): Move[] {
  const services = chosen.services.flatMap((entry) => {
    const regions = regionsOf(entry, region);
    return regions.map((one) => {
      const row = rowOf(planned, entry, one) ?? {};
      const name = regions.length > 1 ? `${entry.name} in ${one}` : String(entry.name);
      return {
        name,
        from: textOrEmpty(row['previous-commit']) || textOrEmpty(row['previous-revision']) || '-',
        to: textOrEmpty(row.commit) || textOrEmpty(row.revision) || '-',
        commit: isCommit(textOrEmpty(row.commit)),
        kept: false,
      };
    });
  });
  const frontends = chosen.frontends.map(({ name }, i) => {
    const to = textOrEmpty(sites[i]?.release);
    const kept = sites[i]?.status === 'kept';
    return {
      name: String(name),
      from: textOrEmpty(sites[i]?.['previous-release']) || '-',
      to: to || '-',
      commit: isCommit(to) && !kept,
      kept,
    };
  });
  return [...services, ...frontends];
}

/** What the plan says of frontends that stay as they are; throws if nothing at all goes back. */
export function keptWarnings(moves: readonly Move[]): string[] {
  const kept = moves.filter((move) => move.kept);
  if (kept.length === 0) return [];
  if (kept.length === moves.length)
    throw new OutcomeError(
      `There is nothing to roll back to: no earlier release is kept of ${listOf(kept)}. Nothing was changed.`,
    );
  return [
    `Not rolled back, because no earlier release is kept: ${listOf(kept)}. ${kept.length > 1 ? 'They stay as they are' : 'It stays as it is'}, so ${kept.length > 1 ? 'their' : 'its'} pages must work with the earlier services. To stop, cancel this run before its next step.`,
  ];
}

const listOf = (moves: readonly Move[]): string =>
  moves.map(({ name, from }) => (from === '-' ? name : `${name} (release ${shortCommit(from)})`)).join(', ');

/** Warnings about a plan whose parts go back to different commits; none if all go back to one. */
export function apartWarnings(moves: readonly Move[]): string[] {
  const targets = new Set(moves.filter(({ commit }) => commit).map(({ to }) => to));
  if (targets.size < 2) return [];
  const list = moves
    .filter(({ kept }) => !kept)
    .map(({ name, from, to }) => `${name} from ${shortCommit(from)} to ${shortCommit(to)}`)
    .join(', ');
  return [
    `Services and frontends go back to different commits: ${list}. To return all of them to one commit, cancel this run and start it with to: COMMIT.`,
  ];
}

/** Name → live version after the rollback: the revision in the first region, or the release. */
export function servingAfter(
  { chosen }: RollbackPlan,
  region: string,
  deployed: readonly Entry[],
  sites: readonly Entry[],
): Record<string, string> {
  const services = chosen.services.map((entry) => {
    const [first = ''] = regionsOf(entry, region);
    return [String(entry.name), textOrEmpty(rowOf(deployed, entry, first)?.revision)] as const;
  });
  const frontends = chosen.frontends.map(({ name }, i) => [String(name), textOrEmpty(sites[i]?.release)] as const);
  return Object.fromEntries([...frontends, ...services].filter(([, version]) => version !== ''));
}

/** The rows of deploy-run stand in the order in which its services ended. */
const rowOf = (rows: readonly Entry[], { service }: Entry, region: string): Entry | undefined =>
  rows.find((row) => row.region === region && row.service === String(service).trim());
