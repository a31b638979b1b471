/** A command in the new image of a service, run as the Cloud Run job `SERVICE-verify`. */

import type { Job } from '../../../src/google/run/resources.ts';
import { ingressIndex, type Manifest } from '../../../src/manifest/index.ts';
import { NAMED_ANNOTATION } from '../../../src/records/annotations.ts';
import { SCHEMA_ANNOTATION } from '../../../src/records/schema.ts';
import { allAtOnce, InputError } from '../../../src/runtime/errors.ts';
import type { DeployRequest, JobInputs, JobSource } from '../plan/request.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import type { RegionalDeploy } from '../release/plan-members.ts';
import type { StepContext } from '../service/step-context.ts';
import { deployJob } from './deploy-job.ts';
import { jobClients } from './execute-job.ts';
import { planLaterJob } from './later-job.ts';
import type { RunnableJob } from './runnable-job.ts';
import { fullJobName } from './write-job.ts';

type Command = Extract<JobSource, { kind: 'command' }>;

/** Names of services have fewer than 50 characters, so there is room for more. */
const jobOf = (service: string): string => `${service}-verify`;

/** A service of the release, and the name of its entry in `services`. */
export type NamedService = Pick<RegionalDeploy, 'regional' | 'alias'>;

/** Throws `InputError` unless the service is one of the release, by its own name or its entry's, and if another tool made a job of this name. */
export async function loadCommand(
  { inputs: { regions }, list, label }: JobInputs,
  source: Command,
  step: StepContext,
  services: readonly NamedService[],
): Promise<RunnableJob> {
  const subject = `Input ${list}, ${label}`;
  const known = services.filter(({ regional }) => regional.kind === 'Service');
  const names = [...new Set(known.map(({ regional }) => regional.service))];
  const aliases = new Map(known.map(({ regional, alias = regional.service }) => [alias, regional.service]));
  const given = source.service ?? (names.length === 1 ? names[0] : undefined);
  const service = given !== undefined && names.includes(given) ? given : aliases.get(given ?? '');
  if (service === undefined)
    throw new InputError([
      {
        subject: `${subject}, service`,
        message: `expected one of ${[...new Set([...aliases.keys(), ...names])].join(', ')}, whose new image runs the command, got ${source.service ?? 'none'}.`,
      },
    ]);
  const job = jobOf(service);
  const { jobs } = jobClients(step);
  await allAtOnce(
    regions.map(async (region) => {
      const found = await jobs.get(fullJobName(step, region, job));
      if (found && !isOfCommand(found))
        throw new InputError([
          {
            subject,
            message: `the Cloud Run job ${job} in ${region} was created by another tool or by migrate, and the command would replace it. Run it with job: ${job}, or rename it.`,
          },
        ]);
    }),
  );
  const { inputs } = step;
  const rollout = { ...inputs.rollout, probe: { ...inputs.rollout.probe, given: [] } };
  const request = requestOf(inputs.request as DeployRequest);
  const own = { ...step, inputs: { ...inputs, rollout } };
  const ofService = ({ service: one }: RolloutPlan) => one.service === service;
  return {
    async plan(services) {
      const plan = services.find(ofService) as RolloutPlan;
      const manifest = manifestOf(job, plan, source);
      return await Promise.all(regions.map((region) => planLaterJob({ region, manifest, judged: [] }, request, own)));
    },
    async run(candidates, urlsIn) {
      const plan = candidates.map(({ progress }) => progress.planned.plan).find(ofService);
      if (!plan) return own.context.log.info(`The job ${job} would run ${source.command.join(' ')}.`);
      for (const region of regions)
        await deployJob([{ region, manifest: manifestOf(job, plan, source), judged: [] }], request, own, {
          env: urlsIn(region),
        });
    },
  };
}

/** deploy-cloudrun sets the same labels, so they say nothing; migrate writes the same annotation, and the schema beside it. */
const isOfCommand = ({ annotations }: Job): boolean =>
  annotations?.[NAMED_ANNOTATION] !== undefined && annotations[SCHEMA_ANNOTATION] === undefined;

/** Inputs of a service other than its images cannot be combined with a job. */
const requestOf = (request: DeployRequest): DeployRequest => ({
  ...request,
  tag: undefined,
  allowUnauthenticated: undefined,
  images: [],
  preview: false,
  execute: true,
});

/** One task without retries, with the account of the service, without its variables and secrets. */
function manifestOf(name: string, { template }: RolloutPlan, { command, args }: Command): JobManifest {
  const { containers = [], serviceAccount } = template;
  const image = containers[Math.max(0, ingressIndex(containers))]?.image;
  const container = { ...(image && { image }), command: [...command], ...(args.length > 0 && { args: [...args] }) };
  const resource: Job = {
    template: {
      taskCount: 1,
      template: { containers: [container], maxRetries: 0, ...(serviceAccount && { serviceAccount }) },
    },
  };
  return { kind: 'Job', name, resource, exported: false, warnings: [], locate: () => ({ file: '' }) } as JobManifest;
}

type JobManifest = Manifest & { readonly kind: 'Job' };
