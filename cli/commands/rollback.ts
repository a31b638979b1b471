/** `rollback`: moves traffic back to an earlier release, and sets a hold. */
import { shortCommit } from '../../src/github/commit.ts';
import { type Command, PROBE_ACCOUNT, REGION, TIMEOUT } from '../core/command.ts';
import { runDeployRun } from '../core/deploy-run.ts';
import { readService, readTarget } from '../core/target.ts';

export const rollback: Command = {
  name: 'rollback',
  summary: 'Move traffic back to an earlier release and set a hold',
  operands: 'SERVICE',
  mostOperands: 1,
  description:
    'Moves the traffic of a service or worker pool back to a release that passed its health checks, as deploy-run does with rollback-to, and sets a hold. It works without GitHub. A migration that contracted the schema since then is refused.',
  options: {
    to: { value: 'TARGET', about: '"previous" (default), a revision, or a commit of 7 digits or more.' },
    reason: { value: 'TEXT', about: 'Reason. Every deploy that the hold blocks shows it, with your name.' },
    region: REGION,
    'dry-run': { about: 'Check everything, show the target and change nothing.' },
    force: {
      about: 'Also roll back to a revision that is not recorded as healthy, or from before a contracting migration.',
    },
    probe: { value: 'KIND', about: '"http" (default), "grpc", or "startup" to rely on the startup probe alone.' },
    'probe-path': { value: 'PATH', about: 'Path of the health check. Default that of the startup probe, else /.' },
    'probe-service-account': PROBE_ACCOUNT,
    timeout: TIMEOUT,
  },
  examples: [
    'rollback web --reason "checkout fails" --project acme-prod --region us-central1',
    'rollback web --to 3f2a1c0 --region us-central1,europe-west1',
  ],
  async run(args, { context }) {
    const service = readService(args, 'rollback');
    const { project, regions } = readTarget(args, context.env);
    const dryRun = args.has('dry-run');
    const outputs = await runDeployRun(
      {
        service,
        project,
        region: regions.join('\n'),
        'rollback-to': args.text('to') ?? 'previous',
        reason: args.text('reason'),
        force: String(args.has('force')),
        probe: args.text('probe'),
        'probe-path': args.text('probe-path'),
        'probe-service-account': args.text('probe-service-account'),
        timeout: args.text('timeout'),
        'dry-run': String(dryRun),
      },
      context,
    );
    const { revision, commit, 'previous-revision': from } = outputs;
    const named = commit ? `${revision} (commit ${shortCommit(String(commit))})` : String(revision);
    return {
      data: { service, project, regions, dryRun, by: context.github.actor, ...outputs },
      text: dryRun
        ? `${service} would be rolled back to ${named}. Nothing was changed.`
        : [
            `${service} in ${regions.join(', ')} serves ${named} again${from ? `, and no longer ${from}` : ''}.`,
            `Deploys are on hold. To allow them: orchestra release-hold ${service} --project ${project} --region ${regions.join(',')}`,
          ].join('\n'),
    };
  },
};
