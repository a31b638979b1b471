/**
 * Mutants that nothing notices, with the reason why that is right. The key is the id of the site, as `npm run mutants -- --list`
 * prints it; one that no site has any more is an error.
 */
export interface Review {
  readonly why: string;
  /** Ids of checks that do the same work: with one of them removed, too, something must notice. */
  readonly backedUpBy?: readonly string[];
}

export const REVIEWED: Readonly<Record<string, Review>> = {
  'actions/deploy-run/job/execute-job.ts executeJob: jobs.run(name, undefined, overrides)': {
    why: 'This start names no etag: the mutant is the code. The job was written by this run just before.',
  },
  'actions/migrate/job/dry-run.ts dryRun: jobs.update(target.name, plan.job, true)': {
    why: 'A dry run writes nothing, so there is nothing to lose.',
  },
};

/** The checks that back each other up, two at a time: whole groups of mutants to play. */
export const backedUpPairs = (reviewed: Readonly<Record<string, Review>> = REVIEWED): [string, string][] =>
  Object.entries(reviewed).flatMap(([id, { backedUpBy = [] }]) =>
    backedUpBy.map((other): [string, string] => [id, other]),
  );
