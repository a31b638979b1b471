/** `status`: the live revisions and sites, with their records. */
import type { Job, Service, WorkerPool } from '../../src/google/run/resources.ts';
import { createRevisions, shortName } from '../../src/google/run/revisions.ts';
import type { FoundSites } from '../../src/records/find-sites.ts';
import type { Cloud } from '../../src/runtime/context.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { type Command, REGION } from '../core/command.ts';
import { connectLocally } from '../core/context.ts';
import { readTarget } from '../core/target.ts';
import { type AppliedSchema, describeSchemas, describeService, type ServiceStatus } from '../status/describe.ts';
import type { SiteRecord } from '../status/describe-site.ts';
import { listAll } from '../status/lists.ts';
import { findSiteRecords, readSites } from '../status/site-records.ts';
import { statusText } from '../status/text.ts';

const NO_SITES: FoundSites<SiteRecord> = { sites: [] };

export const status: Command = {
  name: 'status',
  summary: 'Show the live services and sites: commit, traffic, canary, hold, releases, schema',
  operands: '[SERVICE...]',
  mostOperands: 50,
  description:
    'Shows the services and worker pools of a region, or those that are named: the live revisions with their commits and shares of the traffic, holds and rollouts, the releases to roll back to, and the last migration of each job. Without names, the sites in the buckets of the project too: the live release, its commit, what is staged for a canary, holds and releases.',
  options: {
    region: REGION,
    site: {
      value: 'BUCKET[/PREFIX]',
      about:
        'Show this site of publish-frontend. May be given several times. Default all sites of the project, if no service is named.',
      many: true,
    },
  },
  examples: [
    'status --project acme-prod --region us-central1',
    'status web api --region us-central1 --json',
    'status web --site acme-prod-frontend --region us-central1',
  ],
  async run(args, { context }) {
    const { project, regions } = readTarget(args, context.env);
    const cloud = connectLocally(context);
    const named = args.list('site');
    const [read, { sites, missing: permission }] = await Promise.all([
      Promise.all(
        regions.map((region) =>
          readRegion(cloud, `projects/${project}/locations/${region}`, args.positionals, context.clock.now()),
        ),
      ),
      named.length > 0
        ? readSites(cloud, named)
        : args.positionals.length > 0
          ? NO_SITES
          : findSiteRecords(cloud, project),
    ]);
    if (permission !== undefined)
      context.log.info(`Sites are left out: no permission ${permission} on ${project} (roles/storage.bucketViewer).`);
    const services = read.flatMap((one) => one.services);
    const schemas = read.flatMap((one) => one.schemas);
    const missing = args.positionals.filter((name) => !services.some(({ service }) => service === name));
    if (missing.length > 0)
      throw new InputError(
        missing.map((name) => ({
          subject: 'Argument SERVICE',
          message: `there is no service or worker pool ${name} in ${regions.join(', ')} of ${project}. orchestra status --project ${project} --region ${regions.join(',')} lists all.`,
        })),
      );
    return {
      data: { project, regions, services, schemas, sites },
      text:
        statusText(services, schemas, sites) ||
        `There is no service in ${regions.join(', ')} of ${project}, and no site.`,
    };
  },
};

async function readRegion(
  cloud: Cloud,
  location: string,
  names: readonly string[],
  now: number,
): Promise<{ services: ServiceStatus[]; schemas: AppliedSchema[] }> {
  const [services, pools, jobs] = await Promise.all([
    listAll<Service>(cloud, location, 'services'),
    listAll<WorkerPool>(cloud, location, 'workerPools'),
    listAll<Job>(cloud, location, 'jobs'),
  ]);
  const revisions = createRevisions(cloud.http, cloud.endpoints.run);
  const wanted = (resource: Service | WorkerPool) =>
    names.length === 0 || names.includes(shortName(resource.name ?? ''));
  const describe = async (kind: ServiceStatus['kind'], resource: Service | WorkerPool): Promise<ServiceStatus> => {
    const shown = describeService(kind, resource, [], now);
    // A release record has commit and image. Only revisions of other tools must be read.
    const unknown = shown.serving.filter(({ image }) => image === '');
    if (unknown.length === 0) return shown;
    const found = await Promise.all(
      unknown.map(({ revision }) => revisions.get(`${resource.name}/revisions/${revision}`)),
    );
    return describeService(
      kind,
      resource,
      found.filter((one) => one !== undefined),
      now,
    );
  };
  return {
    services: await Promise.all([
      ...services.filter(wanted).map((service) => describe('Service', service)),
      ...pools.filter(wanted).map((pool) => describe('WorkerPool', pool)),
    ]),
    schemas: describeSchemas(jobs),
  };
}
