/** Describes the plan of a call, for reviewers. Pure. */
import { type CallLists, isBuilt, isDeployed } from './call.ts';
import { asLines, type Entry, regionsOf } from './lists.ts';
import { ownRunners, type PlatformRunner } from './platforms.ts';
import { isFetched, type PromotedSites } from './release.ts';

export interface PlanRow {
  readonly step: string;
  readonly what: readonly string[];
}

/** Steps in their order; those with nothing to do are left out. A promotion builds no image. */
export function describeCall(
  { checks, services, jobs, frontends, migration }: CallLists,
  region: string,
  promotion: PromotedSites | undefined,
  runners: readonly PlatformRunner[] = [],
): PlanRow[] {
  const fetched = (frontend: Entry) => isFetched(frontend, { promotion });
  const images = promotion ? 'Take images from the source' : 'Build images, unless their inputs are unchanged';
  const rows = [
    { step: 'Check', what: checks.map(({ name }) => String(name)) },
    { step: images, what: services.filter(isBuilt).map((entry) => imageText(entry, runners)) },
    { step: 'Take sites from the source', what: frontends.filter(fetched).map(nameOf) },
    { step: 'Build frontends', what: frontends.filter((one) => !fetched(one)).map(nameOf) },
    { step: 'Migrate', what: migration && isBefore(migration) ? [migrationText(migration)] : [] },
    { step: 'Run jobs before traffic', what: jobs.filter(isBefore).map(jobText) },
    { step: 'Deploy together', what: services.filter(isDeployed).map((entry) => serviceText(entry, region)) },
    { step: 'Run jobs after traffic', what: jobs.filter((job) => !isBefore(job)).map(jobText) },
    { step: 'Publish', what: frontends.map(({ name, bucket, prefix = '' }) => `${name} to gs://${bucket}/${prefix}`) },
    {
      step: 'Migrate after traffic; from then on the release only rolls forward',
      what: migration && !isBefore(migration) ? [migrationText(migration)] : [],
    },
  ];
  return rows.filter(({ what }) => what.length > 0);
}

const isBefore = ({ when = 'before-traffic' }: Entry): boolean => when === 'before-traffic';

const jobText = ({ name, execute = true }: Entry): string =>
  execute === true ? String(name) : `${name}, not executed`;

const nameOf = ({ name }: Entry): string => String(name);

function imageText(service: Entry, runners: readonly PlatformRunner[]): string {
  const own = ownRunners(service, runners);
  return own.length > 0 ? `${service.name} for ${own.join(' and ')}, each on its own runner` : nameOf(service);
}

function migrationText({ image, job, manifest }: Entry): string {
  return `${job ?? manifest ?? 'the job of the service'} with the image of ${image}`;
}

function serviceText(entry: Entry, region: string): string {
  const steps = entry.steps === undefined ? entry.strategy : `steps ${asLines(entry.steps)}`;
  const how = steps === undefined ? '' : `, ${String(steps).replaceAll('\n', ', ')}`;
  return `${entry.name} in ${regionsOf(entry, region).join(' and ')}${how}`;
}
