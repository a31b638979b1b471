/** Reads the services and jobs of the source: the live revisions, by our own records on them. */
import type { HttpClient } from '../../../src/google/http/client.ts';
import { createJobs, type Jobs } from '../../../src/google/run/jobs.ts';
import type { Container, Json, Service } from '../../../src/google/run/resources.ts';
import { createRevisions, type Revisions, shortName } from '../../../src/google/run/revisions.ts';
import { createServices, type Services } from '../../../src/google/run/services.ts';
import { ANNOTATION_PREFIX, COMMIT_LABEL, readAnnotation } from '../../../src/records/annotations.ts';
import { describeServiceHold, holdOf } from '../../../src/records/holds.ts';
import type { PromotionInputs, SourceReference } from '../inputs.ts';
import type { SourceMember } from '../plan/choose-source.ts';

/** What deploy-run records of a release; see docs/architecture.md, "What is stored where". */
interface RecordedRelease {
  readonly revision: string;
  readonly commit: string;
  /** By digest; the revision may name the image of one platform. */
  readonly image: string;
  readonly withdrawn?: string;
}

interface Reading {
  readonly services: Services;
  readonly revisions: Revisions;
  readonly jobs: Jobs;
}

export async function readMembers(
  { services, migrationJob, project, region }: PromotionInputs,
  http: HttpClient,
  endpoint: string,
): Promise<SourceMember[]> {
  const reading: Reading = {
    services: createServices(http, endpoint),
    revisions: createRevisions(http, endpoint),
    jobs: createJobs(http, endpoint),
  };
  const location = `projects/${project}/locations/${region}`;
  const where = `in ${region} of ${project}`;
  const jobs = migrationJob === undefined ? [] : [{ entry: migrationJob, service: migrationJob }];
  return Promise.all([
    ...services.map((one) => readService(one, location, where, reading)),
    ...jobs.map((one) => readJob(one, location, where, reading)),
  ]);
}

async function readService(
  { entry, service }: SourceReference,
  location: string,
  where: string,
  reading: Reading,
): Promise<SourceMember> {
  const name = `${location}/services/${service}`;
  const live = await reading.services.get(name);
  if (!live) return readJob({ entry, service }, location, where, reading, `service ${service} ${where}`);
  const serving = (live.trafficStatuses ?? []).filter(({ percent = 0 }) => percent > 0);
  const shares = [...new Set(serving.map(({ revision = '' }) => shortName(revision)))];
  const releases =
    readAnnotation<RecordedRelease[] & Json>(live, `${ANNOTATION_PREFIX}releases`, (value) => Array.isArray(value)) ??
    [];
  const release = shares.length === 1 ? releases.findLast(({ revision }) => revision === shares[0]) : undefined;
  const revision = release && (await reading.revisions.get(`${name}/revisions/${release.revision}`));
  const rollout = live.annotations?.[`${ANNOTATION_PREFIX}rollout`];
  const hold = holdOf(live);
  return {
    entry,
    label: `service ${service} ${where}`,
    state: {
      kind: 'found',
      commit: release?.withdrawn === undefined && release?.commit ? release.commit : undefined,
      images: release ? [release.image, ...besides(release.image, revision?.containers)] : [],
      hold: hold && describeServiceHold(hold),
      rollout: rollout === undefined ? undefined : describeRollout(rollout),
      hosts: hostsOf(live),
    },
  };
}

/** A job has no traffic: the commit that last deployed it counts. */
async function readJob(
  { entry, service }: SourceReference,
  location: string,
  where: string,
  reading: Reading,
  label = `job ${service} ${where}`,
): Promise<SourceMember> {
  const job = await reading.jobs.get(`${location}/jobs/${service}`);
  if (!job) return { entry, label, state: { kind: 'absent' } };
  const images = imagesOf(job.template?.template?.containers);
  const commit = job.labels?.[COMMIT_LABEL];
  return {
    entry,
    label: `job ${service} ${where}`,
    state: { kind: 'found', commit, images, hold: undefined, rollout: undefined, hosts: [] },
  };
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
    return `a ${kind} of ${commit.slice(0, 12)} by ${actor}`;
  } catch {
    return 'its record cannot be read';
  }
}
