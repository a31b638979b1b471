/**
 * Mutants that nothing notices, with the reason why that is right. The key is the id of the site, as `npm run mutants -- --list`
 * prints it; one that no site has any more is an error.
 */
export const REVIEWED: Readonly<Record<string, string>> = {
  'actions/deploy-run/job/execute-job.ts executeJob: jobs.run(name, undefined, overrides)':
    'This start names no etag: the mutant is the code. The job was written by this run just before.',
  'actions/migrate/job/dry-run.ts dryRun: jobs.update(target.name, plan.job, true)':
    'A dry run writes nothing, so there is nothing to lose.',
};
