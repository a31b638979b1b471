/** `hold` and `release-hold`: block deploys of a service, and allow them again. */
import { InputError } from '../../src/runtime/errors.ts';
import { type Command, REGION } from '../core/command.ts';
import { runDeployRun } from '../core/deploy-run.ts';
import { readService, readTarget } from '../core/target.ts';

const DRY_RUN = { about: 'Check everything and change nothing.' };

export const hold: Command = {
  name: 'hold',
  summary: 'Block deploys of a service until the hold is released',
  operands: 'SERVICE',
  mostOperands: 1,
  description:
    'Sets a hold on a service or worker pool. Traffic stays as it is. Deploys, their migrations and their frontends are refused with the reason and your name, until release-hold.',
  options: {
    reason: { value: 'TEXT', about: 'Reason, required. Every deploy that the hold blocks shows it.' },
    region: REGION,
    'dry-run': DRY_RUN,
  },
  examples: ['hold web --reason "incident 4711" --project acme-prod --region us-central1'],
  async run(args, { context }) {
    const service = readService(args, 'hold');
    const reason = args.text('reason');
    if (reason === undefined)
      throw new InputError([
        { subject: 'Option --reason', message: 'is missing. Set it: every deploy that the hold blocks shows it.' },
      ]);
    const { project, regions } = readTarget(args, context.env);
    const dryRun = args.has('dry-run');
    await runDeployRun(
      { service, project, region: regions.join('\n'), hold: 'true', reason, 'dry-run': String(dryRun) },
      context,
    );
    return {
      data: { service, project, regions, hold: !dryRun, reason, by: context.github.actor, dryRun },
      text: `${service} in ${regions.join(', ')} ${dryRun ? 'would be' : 'is'} on hold: ${reason}\nTo allow deploys again: orchestra release-hold ${service} --project ${project} --region ${regions.join(',')}`,
    };
  },
};

export const releaseHold: Command = {
  name: 'release-hold',
  summary: 'Allow deploys of a service again',
  operands: 'SERVICE',
  mostOperands: 1,
  description: 'Releases the hold that a rollback or the command hold set. It moves no traffic.',
  options: { region: REGION, 'dry-run': DRY_RUN },
  examples: ['release-hold web --project acme-prod --region us-central1'],
  async run(args, { context }) {
    const service = readService(args, 'release-hold');
    const { project, regions } = readTarget(args, context.env);
    const dryRun = args.has('dry-run');
    await runDeployRun(
      { service, project, region: regions.join('\n'), 'release-hold': 'true', 'dry-run': String(dryRun) },
      context,
    );
    return {
      data: { service, project, regions, hold: false, dryRun },
      text: dryRun ? 'Nothing was changed.' : `${service} in ${regions.join(', ')} is not on hold. Deploys run again.`,
    };
  },
};
