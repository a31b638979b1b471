/**
 * What is promoted: the one commit that all services and sites of the source serve, and the digest of each image. Anything that
 * is unclear, on hold or under way at the source is a reason to promote nothing. Pure.
 */
import type { PromotedImage, PromotionInputs } from '../inputs.ts';

/** A service or job of the source, as far as it concerns a promotion. */
export interface SourceMember {
  readonly entry: string;
  /** `service web in us-central1 of shop-staging`. */
  readonly label: string;
  readonly state:
    | { readonly kind: 'absent' }
    | {
        readonly kind: 'found';
        /** Commit of the release that serves all requests; undefined where none does. */
        readonly commit: string | undefined;
        /** Images of all containers that serve. */
        readonly images: readonly string[];
        /** What is to be said of a hold, or of a rollout that has not ended. */
        readonly hold: string | undefined;
        readonly rollout: string | undefined;
        /** Hosts of its URLs; none of a job. */
        readonly hosts: readonly string[];
      };
}

export interface SourceSiteState {
  readonly name: string;
  readonly label: string;
  readonly release: string | undefined;
  readonly commit: string | undefined;
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

type Source = Pick<PromotionInputs, 'repository' | 'images'> & {
  readonly members: readonly SourceMember[];
  readonly sites: readonly SourceSiteState[];
};

export function choosePromotion(source: Source): { promotion: Promotion; problems: readonly string[] } {
  const { members, sites } = source;
  const commits = new Map<string, string[]>();
  const note = (commit: string | undefined, label: string) => {
    if (commit !== undefined) commits.set(commit, [...(commits.get(commit) ?? []), label]);
  };
  for (const { label, state } of members) if (state.kind === 'found') note(state.commit, label);
  for (const { label, commit } of sites) note(commit, label);
  const digests = source.images.map((image) => [image, digestOf(image, source)] as const);
  const problems = [
    ...members.flatMap(memberProblems),
    ...sites.flatMap(siteProblems),
    ...(commits.size > 1
      ? [
          `The source serves different commits: ${[...commits].map(([commit, labels]) => `${commit.slice(0, 12)} (${labels.join(', ')})`).join('; ')}. Release one commit there first.`,
        ]
      : []),
    ...digests.flatMap(([image, found]) => (typeof found === 'string' ? [] : [imageProblem(image, found, source)])),
  ];
  return {
    promotion: {
      commit: [...commits.keys()][0] ?? '',
      digests: Object.fromEntries(
        digests.flatMap(([{ slot }, found]) => (typeof found === 'string' ? [[slot, found]] : [])),
      ),
      releases: Object.fromEntries(sites.flatMap(({ name, release }) => (release ? [[name, release]] : []))),
    },
    problems,
  };
}

/**
 * Holds that stand at the source now: one that was set while the release waited for its approval stops it. That the source serves
 * a newer commit meanwhile does not.
 */
export const holdProblems = ({ members, sites }: Pick<Source, 'members' | 'sites'>): string[] => [
  ...members.flatMap(({ label, state }) => (state.kind === 'found' ? held(label, state.hold) : [])),
  ...sites.flatMap(({ label, hold }) => held(label, hold)),
];

const held = (label: string, hold: string | undefined): string[] =>
  hold === undefined ? [] : [`The ${label} is on hold: ${hold}`];

function memberProblems({ label, state }: SourceMember): string[] {
  if (state.kind === 'absent') return [`The ${label} does not exist. Release there first, or correct from-services.`];
  const { commit, hold, rollout } = state;
  return [
    ...held(label, hold),
    ...(rollout === undefined
      ? []
      : [`The ${label} has a rollout that has not ended: ${rollout}. Promote once it has.`]),
    ...(commit === undefined && rollout === undefined
      ? [
          `The ${label} has no recorded release that serves all requests. Only what served there is promoted: release there first.`,
        ]
      : []),
  ];
}

function siteProblems({ label, release, commit, hold, unfinished }: SourceSiteState): string[] {
  if (release === undefined) return [`The ${label} was never published. Publish there first, or correct from-sites.`];
  return [
    ...held(label, hold),
    ...(unfinished ? [`The ${label} is being switched. Promote once that is done.`] : []),
    ...(commit === undefined ? [`The ${label} serves ${release}, whose commit is not recorded.`] : []),
  ];
}

/** The digest of the image that serves under this name in the source's repository; all of them where it is not one. */
function digestOf({ name }: PromotedImage, { repository, members }: Source): string | readonly string[] {
  const start = `${repository}/${name}@`;
  const images = members.flatMap(({ state }) => (state.kind === 'found' ? state.images : []));
  const digests = new Set(images.filter((image) => image.startsWith(start)).map((image) => image.slice(start.length)));
  const [only, ...others] = digests;
  return only !== undefined && others.length === 0 ? only : [...digests];
}

function imageProblem({ name }: PromotedImage, found: readonly string[], { repository }: Source): string {
  const image = `${repository}/${name}`;
  return found.length === 0
    ? `No service or job of the source runs the image ${image}. Correct from-image-repository, or remove the service ${name}.`
    : `The source runs the image ${image} by ${found.length} digests: ${found.join(', ')}. Release one commit there first.`;
}
