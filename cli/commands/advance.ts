/** `advance`: analyzes a long canary, and continues or restores it. */
import { shortCommit } from '../../src/github/commit.ts';
import { findStaged } from '../../src/records/find-sites.ts';
import { type Command, PROBE_ACCOUNT, REGION, TIMEOUT } from '../core/command.ts';
import { connectLocally } from '../core/context.ts';
import { runDeployRun } from '../core/deploy-run.ts';
import { readService, readTarget } from '../core/target.ts';

interface CanaryOutput {
  readonly release: string;
  readonly commit: string;
  readonly percent: number;
  readonly due: string;
  readonly next?: string;
}

export const advance: Command = {
  name: 'advance',
  summary: 'Judge a canary and move it to its next step once the current one has ended',
  operands: 'SERVICE',
  mostOperands: 1,
  description:
    'Judges a canary of hours or days, as the scheduled workflow does: restores the old revisions if it is worse, moves it to the next step once the current one has ended, and fails if it is overdue.',
  options: {
    region: REGION,
    approved: { about: 'Continue even if the next step needs an approval.' },
    force: { about: 'Continue a canary that is overdue, or frozen.' },
    'dry-run': { about: 'Judge it and change nothing.' },
    'probe-service-account': PROBE_ACCOUNT,
    timeout: TIMEOUT,
  },
  examples: ['advance web --project acme-prod --region us-central1'],
  async run(args, { context }) {
    const service = readService(args, 'advance');
    const { project, regions } = readTarget(args, context.env);
    const outputs = await runDeployRun(
      {
        service,
        project,
        region: regions.join('\n'),
        advance: 'true',
        approved: String(args.has('approved')),
        force: String(args.has('force')),
        'dry-run': String(args.has('dry-run')),
        'probe-service-account': args.text('probe-service-account'),
        timeout: args.text('timeout'),
      },
      context,
    );
    const canary = outputs.canary as CanaryOutput | undefined;
    const cloud = connectLocally(context);
    const staged = canary ? await findStaged(cloud, { project, release: canary.release, log: context.log }) : [];
    // The log of a dry run has them.
    const shown = args.has('dry-run') ? [] : staged;
    const next = canary?.next ? `\nCommit ${shortCommit(canary.next)} waits for the decision.` : '';
    return {
      data: { service, project, regions, canary: canary ?? null, staged, revision: outputs.revision },
      text: canary
        ? `${service} is in a canary of commit ${shortCommit(canary.commit)}: ${canary.percent} %, until ${canary.due}.${next}${shown.map((sentence) => `\n${sentence}`).join('')}`
        : `${service} has no canary. ${outputs.revision} is live.`,
    };
  },
};
