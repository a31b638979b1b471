/** Reads what `from-service` names: environment, secret references, Cloud SQL, VPC and service account of a service. */

import { formatImageName } from '../../../src/container/image-reference.ts';
import { checkNamespace } from '../../../src/google/project-number.ts';
import type { Container, RevisionTemplate, TaskTemplate } from '../../../src/google/run/resources.ts';
import { createServices } from '../../../src/google/run/services.ts';
import { ingressIndex, type Manifest, readManifest } from '../../../src/manifest/index.ts';
import type { Cloud } from '../../../src/runtime/context.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { type FromService, type MigrateInputs, manifestOrigin } from '../inputs.ts';
import { NO_SOURCE, type Source } from '../plan/job.ts';
import { runsImage } from '../plan/merge-task.ts';

export async function readSource(inputs: MigrateInputs, cloud: Cloud, log: Log): Promise<Source> {
  const from = inputs.fromService;
  if (!from) return NO_SOURCE;
  const image = formatImageName(inputs.image);
  if ('service' in from) return takeOver(await liveTemplate(inputs, cloud, from.service), image);
  const { template, locate } = await manifestTemplate(inputs, from, cloud, log);
  const source = takeOver(template, image);
  return {
    ...source,
    locate: (variable) => {
      const place = (template.containers ?? []).findIndex(({ env }) => env === source.env);
      const index = source.env.findIndex(({ name }) => name === variable);
      return index < 0 ? undefined : locate(['template', 'containers', place, 'env', index]);
    },
  };
}

async function manifestTemplate(
  inputs: MigrateInputs,
  source: Exclude<FromService, { service: string }>,
  cloud: Cloud,
  log: Log,
): Promise<{ template: RevisionTemplate; locate: Manifest['locate'] }> {
  const manifest = readManifest(manifestOrigin(source, inputs));
  if (manifest.kind === 'Job')
    throw new InputError([
      {
        subject: 'Input from-service',
        message: `${source.file} is a Job. Set it in the input manifest.`,
        location: { file: source.file },
      },
    ]);
  await checkNamespace(manifest, inputs, cloud, log);
  return { template: manifest.resource.template ?? {}, locate: manifest.locate };
}

async function liveTemplate(inputs: MigrateInputs, cloud: Cloud, service: string): Promise<RevisionTemplate> {
  const { project, region } = inputs;
  const live = await createServices(cloud.http, cloud.endpoints.run).get(
    `projects/${project}/locations/${region}/services/${service}`,
  );
  if (live) return live.template ?? {};
  throw new InputError([
    {
      subject: 'Input from-service',
      message: `the service ${service} was not found in ${region} of ${project}. For a first deploy, pass the path of its manifest.`,
    },
  ]);
}

/** Pure: what one container of a service needs. It is the one that runs our image, else the one that takes requests. */
export function takeOver(template: RevisionTemplate, imageName: string): Source {
  const containers = template.containers ?? [];
  const container: Container =
    containers.find((one) => runsImage(one, imageName)) ?? containers[ingressIndex(containers)] ?? {};
  const volumeMounts = container.volumeMounts ?? [];
  const mounted = new Set(volumeMounts.map(({ name }) => name));
  return {
    env: container.env ?? [],
    volumeMounts,
    volumes: (template.volumes ?? []).filter(({ name }) => mounted.has(name)),
    vpcAccess: template.vpcAccess as TaskTemplate['vpcAccess'],
    serviceAccount: template.serviceAccount,
  };
}
