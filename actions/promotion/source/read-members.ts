/** Reads the services and jobs of the source: the live revisions, by our own records on them. */
import { shortCommit } from '../../../src/github/commit.ts';
import type { HttpClient } from '../../../src/google/http/client.ts';
import { createJobs, type Jobs } from '../../../src/google/run/jobs.ts';
import type { Container, Json, Service } from '../../../src/google/run/resources.ts';
import { createRevisions, type Revisions } from '../../../src/google/run/revisions.ts';
import { createServices, type Services } from '../../../src/google/run/services.ts';
import { ANNOTATION_PREFIX, COMMIT_LABEL, readAnnotation } from '../../../src/records/annotations.ts';
import { describeServiceHold, holdOf } from '../../../src/records/holds.ts';
import { liveRelease, recordedReleases, type WithTraffic } from '../../../src/records/live-release.ts';
import type { PromotionInputs, SourceReference } from '../inputs.ts';
import { chooseSourceRelease } from '../plan/choose-release.ts';
import type { SourceMember } from '../plan/choose-source.ts';

interface Reading {
  readonly services: Services;
  readonly revisions: Revisions;
  readonly jobs: Jobs;
  readonly project: string;
  /** The commit to promote, or its beginning; undefined for the one that serves. */
  readonly wanted: string | undefined;
}

export async function readMembers(
  { services, jobs, migrationJob, project, commit }: Omit<PromotionInputs, 'target'>,
  http: HttpClient,
  endpoint: string,
): Promise<SourceMember[]> {
  const reading: Reading = {
    services: createServices(http, endpoint),
    revisions: createRevisions(http, endpoint),
    jobs: createJobs(http, endpoint),
    project,
    wanted: commit,
  };
  const migration = migrationJob === undefined ? [] : [migrationJob];
  const read = await Promise.all([
    ...services.map((one) => inEach(one, reading, readService)),
    // A job has no history: once another commit was chosen, the latest one that it ran says nothing.
    ...migration.map((one) =>
      inEach(one, reading, (place) => readJob(place, reading, { optional: commit !== undefined })),
    ),
    ...jobs.map((one) => inEach(one, reading, (place) => readJob(place, reading, { optional: true }))),
  ]);
  return read.flat();
}

/** A service or job in one region of the source. */
interface Place {
  readonly entry: string;
  readonly service: string;
  /** `projects/P/locations/R`. */
  readonly location: string;
  readonly where: string;
}

/** The source may be in fewer regions than the target: of those in which it is not, the first one counts if there is no other. */
async function inEach(
  { entry, service, regions }: SourceReference,
  reading: Reading,
  read: (place: Place, reading: Reading) => Promise<SourceMember>,
): Promise<SourceMember[]> {
  const { project } = reading;
  const members = await Promise.all(
    regions.map((region) =>
      read(
        { entry, service, location: `projects/${project}/locations/${region}`, where: `in ${region} of ${project}` },
        reading,
      ),
    ),
  );
  const found = members.filter(({ state }) => state.kind === 'found');
  return found.length > 0 ? found : members.slice(0, 1);
}

async function readService(place: Place, reading: Reading): Promise<SourceMember> {
  const { entry, service, location, where } = place;
  const name = `${location}/services/${service}`;
  const label = `service ${service} ${where}`;
  const live = await reading.services.get(name);
  if (!live) return readJob(place, reading, { optional: false, absent: label });
  const choice = chooseSourceRelease(recordedReleases(live), liveRelease(live), reading.wanted);
  const release = choice.kind === 'chosen' ? choice : undefined;
  const revision = release && (await reading.revisions.get(`${name}/revisions/${release.revision}`));
  const rollout = live.annotations?.[`${ANNOTATION_PREFIX}rollout`];
  const hold = holdOf(live);
  return {
    entry,
    label,
    optional: false,
    state: {
      kind: 'found',
      choice,
      images: release ? [release.image, ...besides(release.image, revision?.containers)] : [],
      hold: hold && describeServiceHold(hold),
      rollout: rollout === undefined ? undefined : describeRollout(rollout),
      hosts: hostsOf(live),
    },
  };
}

/** A job has no traffic: the commit that last deployed it counts. */
async function readJob(
  { entry, service, location, where }: Place,
  { jobs, wanted }: Reading,
  { optional, absent }: { readonly optional: boolean; readonly absent?: string },
): Promise<SourceMember> {
  const label = `job ${service} ${where}`;
  const job = await jobs.get(`${location}/jobs/${service}`);
  if (!job) return { entry, label: absent ?? label, optional, state: { kind: 'absent' } };
  const images = imagesOf(job.template?.template?.containers);
  const latest = { commit: job.labels?.[COMMIT_LABEL] ?? '' };
  const choice = chooseSourceRelease([latest], latest, wanted);
  return {
    entry,
    label,
    optional,
    state: { kind: 'found', choice, images, hold: undefined, rollout: undefined, hosts: [] },
  };
}

/** Commits that the service serves, or that are on their way to it. */
export function liveCommits(live: WithTraffic): string[] {
  const rollout = readAnnotation<{ kind?: string; commit?: string } & Json>(
    live,
    `${ANNOTATION_PREFIX}rollout`,
    (value) => typeof value.commit === 'string',
  );
  const commits = [liveRelease(live)?.commit, rollout?.kind === 'deploy' ? rollout.commit : undefined];
  return commits.filter((commit) => commit !== undefined);
}

/** Images of the containers that run another one. */
const besides = (image: string, containers: readonly Container[] = []): string[] =>
  imagesOf(containers).filter((one) => one.split('@')[0] !== image.split('@')[0]);

const imagesOf = (containers: readonly Container[] = []): string[] =>
  containers.flatMap(({ image }) => (image === undefined ? [] : [image]));

const hostsOf = ({ uri, urls = [] }: Service): string[] => [
  ...new Set([uri, ...urls].flatMap((url) => URL.parse(url ?? '')?.host ?? [])),
];

function describeRollout(text: string): string {
  try {
    const { kind = 'rollout', commit = '', actor = '' } = JSON.parse(text) as Record<string, string>;
    return `a ${kind} of ${shortCommit(commit)} by ${actor}`;
  } catch {
    return 'its record cannot be read';
  }
}
