/**
 * Mutants that nothing notices, with the reason why this is correct. The key is the id of the site, as `npm run mutants -- --list`
 * prints it; an id without a site is an error.
 */
export interface Review {
  readonly why: string;
  /** Ids of redundant checks: if all of them are removed, too, a detector must notice. */
  readonly backedUpBy?: readonly string[];
}

export const REVIEWED: Readonly<Record<string, Review>> = {
  'actions/deploy-run/canary/lead-record.ts writeLead: rolloutOf(now)?.id === id': {
    why: 'The same condition compares the text of the canary, which has times of this run: no other rollout has the same.',
  },
  'actions/deploy-run/job/execute-job.ts startJob: jobClients(step).jobs.run(name, undefined, overrides)': {
    why: 'This start names no etag: the mutant is the code. The job was written by this run just before.',
  },
  'actions/deploy-run/rollout/finish-member.ts finishMember: rolloutOf(now)?.id !== id': {
    why: 'If the write was carried out, its plan finds no record of this release, writes nothing, and gives the same service.',
    backedUpBy: ['actions/deploy-run/rollout/finish-member.ts finishMember: record?.id !== id'],
  },
  'actions/deploy-run/rollout/rollout.ts moveTraffic: isOurs(now, progress.id)': {
    why: 'If another run requests the same shares, the wait for them finds its record, and this run stops there.',
    backedUpBy: [
      'actions/deploy-run/rollout/wait.ts waitForTraffic: ourRollout(first, wish.id)',
      'actions/deploy-run/rollout/wait.ts waitForTraffic: ourRollout(service, wish.id)',
    ],
  },
  'actions/migrate/job/dry-run.ts dryRun: jobs.update(target.name, plan.job, true)': {
    why: 'A dry run writes nothing, so there is nothing to lose.',
  },
  'actions/preview/clean-up/jobs.ts removeDatabase: jobs.run(name, undefined, [{ container: container.name, args': {
    why: 'This start names no etag: the mutant is the code. It only deletes the database, which a second start does, too.',
  },
};

/** Groups of checks that back each other up, which are removed together. */
export const backedUpGroups = (reviewed: Readonly<Record<string, Review>> = REVIEWED): (readonly string[])[] =>
  Object.entries(reviewed).flatMap(([id, { backedUpBy = [] }]) => (backedUpBy.length > 0 ? [[id, ...backedUpBy]] : []));
