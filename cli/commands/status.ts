/** `status`: the live revisions, and what our records say about them. */
import type { Job, Service, WorkerPool } from '../../src/google/run/resources.ts';
import { createRevisions, shortName } from '../../src/google/run/revisions.ts';
import { type Cloud, connect } from '../../src/runtime/context.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { type Command, REGION } from '../core/command.ts';
import { readTarget } from '../core/target.ts';
import { type AppliedSchema, describeSchemas, describeService, type ServiceStatus } from '../status/describe.ts';
import { listAll } from '../status/lists.ts';
import { statusText } from '../status/text.ts';

export const status: Command = {
  name: 'status',
  summary: 'Show the live services: commit, revision, traffic, canary, hold, releases, schema',
  operands: '[SERVICE...]',
  mostOperands: 50,
  description:
    'Shows the services and worker pools of a region, or those that are named: the live revisions with their commits and shares of the traffic, holds and rollouts, the releases to roll back to, and the last migration of each job.',
  options: { region: REGION },
  examples: ['status --project acme-prod --region us-central1', 'status web api --region us-central1 --json'],
  async run(args, { context }) {
    const { project, regions } = readTarget(args, context.env);
    const cloud = connect(context, { workloadIdentityProvider: undefined, serviceAccount: undefined });
    const read = await Promise.all(
      regions.map((region) =>
        readRegion(cloud, `projects/${project}/locations/${region}`, args.positionals, context.clock.now()),
      ),
    );
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
      data: { project, regions, services, schemas },
      text: statusText(services, schemas) || `There is no service in ${regions.join(', ')} of ${project}.`,
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
    // A release tells its commit and image; only for what other tools made the revision has to be read.
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
