/** A Job from a manifest: created or updated at the digest, and run if requested. */
import { checkFreeze, freezeOn } from '../../../src/freeze/freeze.ts';
import { runLinks, writeLinks } from '../../../src/github/run-links.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { code, link, md, plain } from '../../../src/runtime/summary.ts';
import type { DeployRequest } from '../plan/request.ts';
import { summarizeChanges } from '../report/summary.ts';
import type { StepContext } from '../service/step-context.ts';
import { executeJob, jobClients } from './execute-job.ts';
import { fullJobName, type RegionalJob, resolveJob, withVariables, writeJob } from './write-job.ts';

export interface DeployJobOptions {
  /** Variables for the containers, unless the manifest sets them. */
  readonly env?: ReadonlyMap<string, string>;
  /** Deployed by itself: the outputs of the step are about it, and its execution continues where the step stops waiting. */
  readonly alone?: boolean;
}

export async function deployJob(
  deploys: readonly RegionalJob[],
  request: DeployRequest,
  step: StepContext,
  { env = new Map(), alone = false }: DeployJobOptions = {},
): Promise<void> {
  const { context, inputs } = step;
  const [given] = [
    ...(request.tag ? ['tag'] : []),
    ...(request.preview ? ['no-traffic'] : []),
    ...(request.allowUnauthenticated !== undefined ? ['allow-unauthenticated'] : []),
    ...inputs.rollout.probe.given,
  ];
  if (given)
    throw new InputError([
      { subject: `Input ${given}`, message: 'cannot be combined with a Job: it takes no requests.' },
    ]);
  const apis = jobClients(step);
  // Freezes are judged by Google's time, which is known once it has responded to a call.
  const checkInput = () => {
    const frozen = freezeOn(undefined, inputs.freeze, step.clients.googleClock);
    checkFreeze(frozen, { force: inputs.force, consequence: 'Nothing was changed.', log: context.log });
  };
  let changed = false;
  for (const [i, { region, manifest, judged }] of deploys.entries()) {
    for (const note of judged) context.log.notice(note);
    const name = fullJobName(step, region, manifest.name);
    const url = `https://console.cloud.google.com/run/jobs/details/${region}/${manifest.name}?project=${inputs.project}`;
    const wanted = await resolveJob({ region, manifest }, request, step);
    const image = wanted.template?.template?.containers?.[0]?.image ?? '';
    context.log.info(`Deploy the job ${manifest.name} in ${region}: ${image}.`);
    const onRead = i === 0 ? checkInput : undefined;
    const options = { ...request, jobs: apis.jobs, manifest, onRead };
    const write = await writeJob(name, withVariables(wanted, env), options, step);
    context.summary.heading(md`Job: ${plain(manifest.name)} in ${plain(region)}`);
    context.summary.paragraph(
      inputs.dryRun
        ? md`Dry run: nothing was changed. The job would run ${code(image)}.`
        : md`✅ ${plain(manifest.name)} is deployed and runs ${code(image)}.`,
    );
    writeLinks(context.summary, [
      ...runLinks(context.github, inputs.commit),
      ...(inputs.dryRun ? [] : [link('the job in the console', url)]),
    ]);
    for (const note of judged) context.summary.paragraph(md`> ${plain(note)}`);
    summarizeChanges(context.summary, write.changes);
    changed ||= write.changed;
    // With several regions they are those of the first, as for services.
    if (alone && i === 0) {
      context.output('console-url', url);
      context.output('image', image || undefined);
      context.output('digest', image.split('@')[1]);
    }
    if (alone) context.output('changed', changed);
    if (request.execute && !inputs.dryRun) await executeJob(name, step, { continues: alone });
    context.log.info(
      inputs.dryRun
        ? `Dry run: nothing was changed for the job ${manifest.name} in ${region}.`
        : `The job ${manifest.name} in ${region} runs ${image}.`,
    );
  }
}
