/** Whose log lines are shown: names of jobs, services, revisions and executions may be the same in two regions. */
import { expect, test } from 'vitest';
import { parseFilter } from '../../../../packages/emulator/src/logging/filter.ts';
import { executionFilter, revisionFilter } from '../../../../src/google/logging.ts';

const REGIONS = ['us-central1', 'europe-west1'];
const revision = (location: string) => ({
  logName: 'projects/p/logs/run.googleapis.com%2Fstdout',
  resource: {
    type: 'cloud_run_revision',
    labels: { location, service_name: 'web', revision_name: 'web-3f2a1c-1' },
  },
});
const execution = (location: string) => ({
  resource: { type: 'cloud_run_job', labels: { location, job_name: 'migrate' } },
  labels: { 'run.googleapis.com/execution_name': 'migrate-x7k2p' },
});

test.each(REGIONS)('lines of a revision in %s are those of this region', (region) => {
  const shown = parseFilter(revisionFilter({ kind: 'Service', region, service: 'web' }, 'web-3f2a1c-1'));
  expect(REGIONS.filter((one) => shown(revision(one)))).toEqual([region]);
});

test('lines of a service that runs in several regions are those of all of them', () => {
  const shown = parseFilter(revisionFilter({ kind: 'Service', region: 'global', service: 'web' }, 'web-3f2a1c-1'));
  expect(REGIONS.filter((one) => shown(revision(one)))).toEqual(REGIONS);
});

test.each(REGIONS)('lines of an execution in %s are those of this region', (region) => {
  const shown = parseFilter(executionFilter(`projects/p/locations/${region}/jobs/migrate/executions/migrate-x7k2p`));
  expect(REGIONS.filter((one) => shown(execution(one)))).toEqual([region]);
});
