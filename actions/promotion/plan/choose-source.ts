/**
 * What is promoted: the one commit that all services and sites of the source serve, or an earlier one that all of them served, and
 * the digest of each image. Nothing is promoted if the source is inconsistent, on hold or in a rollout. Pure.
 */
import { shortCommit } from '../../../src/github/commit.ts';
import type { PromotedImage, PromotionInputs } from '../inputs.ts';
import type { Choice } from './choose-release.ts';

/** A service or job of the source, as far as it concerns a promotion. */
export interface SourceMember {
  readonly entry: string;
  /** `service web in us-central1 of shop-staging`. */
  readonly label: string;
  readonly state: { readonly kind: 'absent' } | FoundMember;
  /** True for what the source need not have at this commit: it only says by which digest it runs an image. */
  readonly optional: boolean;
}

export interface FoundMember {
  readonly kind: 'found';
  /** The commit that counts, or why not. */
  readonly choice: Choice<{ readonly commit: string }>;
  /** Images of all containers of that release. */
  readonly images: readonly string[];
  /** Sentences about a hold, or about a rollout in progress. */
  readonly hold: string | undefined;
  readonly rollout: string | undefined;
  /** Hosts of its URLs; none of a job. */
  readonly hosts: readonly string[];
}

export interface SourceSiteState {
  readonly name: string;
  readonly label: string;
  /** The release that counts, or why not. */
  readonly choice: Choice<{ readonly release: string; readonly commit: string }>;
  readonly hold: string | undefined;
  readonly unfinished: boolean;
}

export interface Promotion {
  readonly commit: string;
  /** Slot → digest. */
  readonly digests: Readonly<Record<string, string>>;
  /** Name of the site → release. */
  readonly releases: Readonly<Record<string, string>>;
}

type Source = Pick<PromotionInputs, 'repository' | 'images' | 'commit'> & {
  readonly members: readonly SourceMember[];
  readonly sites: readonly SourceSiteState[];
};

export function choosePromotion(source: Source): { promotion: Promotion; problems: readonly string[] } {
  const { members, sites } = source;
  const commits = new Map<string, string[]>();
  const note = (choice: Choice<{ readonly commit: string }>, label: string) => {
    if (choice.kind === 'chosen') commits.set(choice.commit, [...(commits.get(choice.commit) ?? []), label]);
  };
  for (const { label, state, optional } of members) if (state.kind === 'found' && !optional) note(state.choice, label);
  for (const { label, choice } of sites) note(choice, label);
  const commit = [...commits.keys()][0] ?? '';
  const digests = source.images.map((image) => [image, digestOf(image, commit, source)] as const);
  const problems = [
    ...members.flatMap((member) => (member.optional ? [] : memberProblems(member, source))),
    ...sites.flatMap((site) => siteProblems(site, source)),
    ...(commits.size > 1
      ? [
          `The source serves different commits: ${[...commits].map(([one, labels]) => `${shortCommit(one)} (${labels.join(', ')})`).join('; ')}. Release one commit there first.`,
        ]
      : []),
    ...(members.every(({ optional }) => optional) && sites.length === 0
      ? [
          'No service, and no site in from-sites, says which commit the source serves. Name the source of one frontend in from-sites.',
        ]
      : []),
    ...digests.flatMap(([image, found]) => (typeof found === 'string' ? [] : [imageProblem(image, found, source)])),
  ];
  return {
    promotion: {
      commit,
      digests: Object.fromEntries(
        digests.flatMap(([{ slot }, found]) => (typeof found === 'string' ? [[slot, found]] : [])),
      ),
      releases: Object.fromEntries(
        sites.flatMap(({ name, choice }) => (choice.kind === 'chosen' ? [[name, choice.release]] : [])),
      ),
    },
    problems,
  };
}

/**
 * What stops a release that waited for its approval: a hold that stands at the source now, or that this commit was rolled back from
 * there. That the source serves a newer commit meanwhile does not.
 */
export const laterProblems = ({ members, sites }: Pick<Source, 'members' | 'sites'>): string[] => [
  ...members.flatMap(({ label, state }) =>
    state.kind === 'found' ? [...held(label, state.hold), ...withdrawn(label, state.choice)] : [],
  ),
  ...sites.flatMap(({ label, hold, choice }) => [...held(label, hold), ...withdrawn(label, choice)]),
];

const withdrawn = (label: string, choice: Choice<unknown>): string[] =>
  choice.kind === 'none' && choice.withdrawn ? [`The ${label} ${choice.why}`] : [];

const held = (label: string, hold: string | undefined): string[] =>
  hold === undefined ? [] : [`The ${label} is on hold: ${hold}`];

/** A rollout matters only where no commit is chosen: an earlier one is read from the records. */
function memberProblems({ label, state }: SourceMember, { commit }: Pick<Source, 'commit'>): string[] {
  if (state.kind === 'absent')
    return [
      `The ${label} does not exist. Release there first, or correct from-services, from-region or from-migration-job.`,
    ];
  const { choice, hold, rollout } = state;
  const moving = commit === undefined ? rollout : undefined;
  return [
    ...held(label, hold),
    ...(moving === undefined ? [] : [`The ${label} has a rollout in progress: ${moving}. Promote after it has ended.`]),
    ...(choice.kind === 'none' && moving === undefined ? [`The ${label} ${choice.why}`] : []),
  ];
}

function siteProblems(
  { label, choice, hold, unfinished }: SourceSiteState,
  { commit }: Pick<Source, 'commit'>,
): string[] {
  return [
    ...held(label, hold),
    ...(unfinished && commit === undefined ? [`The ${label} is being switched. Promote once that is done.`] : []),
    ...(choice.kind === 'none' ? [`The ${label} ${choice.why}`] : []),
  ];
}

/** The digest of the image that this commit runs under this name in the source's repository; all of them where it is not one. */
function digestOf(
  { name }: PromotedImage,
  commit: string,
  { repository, members }: Source,
): string | readonly string[] {
  const start = `${repository}/${name}@`;
  const images = members.flatMap(({ state }) =>
    state.kind === 'found' && state.choice.kind === 'chosen' && state.choice.commit === commit ? state.images : [],
  );
  const digests = new Set(images.filter((image) => image.startsWith(start)).map((image) => image.slice(start.length)));
  const [only, ...others] = digests;
  return only !== undefined && others.length === 0 ? only : [...digests];
}

function imageProblem({ name }: PromotedImage, found: readonly string[], { repository }: Source): string {
  const image = `${repository}/${name}`;
  return found.length === 0
    ? `No service or job of the source runs the image ${image}. Correct from-image-repository, or remove the service ${name}.`
    : `The source runs the image ${image} with ${found.length} different digests: ${found.join(', ')}. Release one commit there first.`;
}
