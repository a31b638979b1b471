/** Preflight of a rollback: the target is there, was healthy, and can still run. */
import { readiness } from '../../../src/google/run/revisions.ts';
import { resolveSecrets } from '../../../src/google/run/secret-versions.ts';
import { holdOf } from '../../../src/records/holds.ts';
import { readSchemaRecords, type SchemaRecord } from '../../../src/records/schema.ts';
import { CloudError, InputError } from '../../../src/runtime/errors.ts';
import { candidateTag } from '../plan/names.ts';
import { COMMIT_LABEL } from '../plan/records.ts';
import { checkSchema, planReleasesAfterRollback, planRollback } from '../plan/rollback-target.ts';
import type { Prepared } from '../plan/rollout-plan.ts';
import { templateOf } from '../plan/serving-template.ts';
import { planBaseline, serving } from '../plan/traffic.ts';
import { tokenFor } from '../probe/identity-token.ts';
import { getRevision, type Site } from '../service/regional-service.ts';
import type { Session } from '../service/session.ts';
import { findImages } from './images.ts';
import { readAtRest } from './settled-service.ts';

export async function prepareRollback(site: Site, session: Session, to: string): Promise<Prepared> {
  const { inputs, context } = session;
  const refuse = (message: string) => new InputError([{ subject: 'Input rollback-to', message }]);
  const current = await readAtRest(site);
  if (!current) throw refuse(`there is no service ${site.service} in ${site.region}.`);
  const target = planRollback(current, to, inputs.force);
  checkSchema(target, await schemaRecords(site), inputs.force);
  const revision = await getRevision(site, target.revision);
  if (!revision)
    throw refuse(
      `the revision ${target.revision} is gone: Cloud Run keeps the newest 1,000. Deploy its commit${target.release ? ` ${target.release.commit}` : ''} again.`,
    );
  if (readiness(revision).state !== 'ready')
    throw refuse(
      `the revision ${target.revision} is not ready: ${readiness(revision).condition?.message ?? 'no reason was given'}`,
    );
  const template = templateOf(revision);
  const accepted = await findImages(site.clients.registry, template, site.region);
  await resolveSecrets(template, {
    manager: site.clients.secrets,
    project: inputs.project,
    mode: 'keep',
    log: context.log,
  });
  const commit = target.release?.commit ?? revision.labels?.[COMMIT_LABEL] ?? inputs.commit;
  const reason = inputs.reason ?? `rollback to ${target.revision}`;
  const hold = {
    reason,
    by: context.github.actor || 'somebody',
    at: new Date(context.clock.now()).toISOString(),
    runUrl: context.github.runUrl,
    revision: target.revision,
    commit,
  };
  site.report.before = serving(current);
  site.report.notes.push(
    `Automatic deploys are refused from now on, until a run with release-hold: true. Reason: ${reason.replace(/\.?$/, '.')}`,
  );
  const probing = site.kind === 'Service' && inputs.rollout.probe.kind !== 'startup';
  return {
    site,
    kind: 'rollback',
    current,
    base: undefined,
    baseline: planBaseline(current).shares,
    candidate: { kind: 'existing', revision: target.revision },
    desired: undefined,
    template,
    accepted,
    tag: probing ? candidateTag(site.service, commit) : undefined,
    keepTag: false,
    commit,
    token: await tokenFor(site, session, current),
    holdBefore: holdOf(current),
    hold,
    releases: (before) => planReleasesAfterRollback(before, target, reason),
    allowUnauthenticated: undefined,
  };
}

/** What migrate recorded. Without the right to read it a rollback goes on, and says what it does not know. */
async function schemaRecords(site: Site): Promise<SchemaRecord[]> {
  const { http, endpoints } = site.clients.cloud;
  try {
    return await readSchemaRecords(http, endpoints.run, `projects/${site.project}/locations/${site.region}`);
  } catch (error) {
    if (!(error instanceof CloudError) || (error.status !== 401 && error.status !== 403)) throw error;
    site.context.log.warning(
      `Whether a migration that contracts the schema came in between is not known: ${error.message} Needs run.jobs.list, for instance roles/run.viewer.`,
    );
    return [];
  }
}
