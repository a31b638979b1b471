/** Runs the phases for all sites of a step: none is changed before all are checked, and all are switched last. */
import type { UndecidedCanary } from '../../../src/records/canaries.ts';
import { describeStaged } from '../../../src/records/sites.ts';
import type { SiteStep } from '../clients.ts';
import type { PublishInputs, ReleaseHoldInputs, RollbackInputs, SettleInputs, SiteInputs } from '../inputs.ts';
import { verifyArtifact } from '../preflight/artifact.ts';
import { checkServicesAgain, readOwnCanary } from '../preflight/holds.ts';
import { buildIfAsked } from '../preflight/local-site.ts';
import { checkOverlaps } from '../preflight/overlaps.ts';
import { NO_CHANGES, type PublishOutcome } from '../report/outcome.ts';
import type { StepResult } from '../report/site-result.ts';
import { inOrderOfClaims, onEverySite } from './each-site.ts';
import { createLedger, type Ledger } from './ledger.ts';
import {
  type CheckedSite,
  type ClaimedSite,
  checkSite,
  claimSite,
  dryRunOf,
  pruneSite,
  type StagedSite,
  type SwitchedSite,
  stageSite,
  switchStaged,
} from './publish.ts';
import { releaseSiteHold } from './release-hold.ts';
import {
  type CheckedRollback,
  checkRollbacks,
  dryRunOfRollback,
  holdSites,
  isChecked,
  type KeptSite,
  switchBack,
} from './rollback.ts';
import { type CheckedStaged, checkStaged, markStaged, settleStaged, stagedNote, stillUndecided } from './staged.ts';

export async function publishSites(sites: readonly SiteStep<PublishInputs>[]): Promise<StepResult> {
  const [first] = sites;
  const onlyStages = first?.inputs.onCanary === 'stage-only';
  const begun =
    first && (first.inputs.onCanary !== 'refuse' || first.inputs.deployed)
      ? await readOwnCanary(first.inputs, first.clients)
      : undefined;
  if (onlyStages && !begun) return nothingToStage(sites);
  await onEverySite(sites, ({ inputs }) => verifyArtifact(inputs));
  for (const { inputs, clients } of sites) await buildIfAsked(inputs, clients);
  const checked = await onEverySite(sites, checkSite);
  checkOverlaps(checked);
  const ledger = createLedger(checked);
  // The services are those of the first site.
  const found = checked.find((site) => site.found.canary)?.found.canary;
  // It was decided since, for instance while the site was built.
  if (onlyStages && !found) return nothingToStage(sites);
  const canary = found ?? (first && begun ? await stillUndecided(begun, first) : undefined);
  if (isDryRun(sites)) {
    for (const { clients, found } of checked) {
      const { staged } = found.stored.state;
      if (staged) clients.context.log.info(describeStaged(staged));
    }
    return ledger.planned((site) => ({ ...dryRunOf(site), ...(canary && { note: stagedNote(site.inputs) }) }));
  }
  return ledger.carryOut(async (on) => {
    const claimed = new Map<PublishInputs, ClaimedSite>();
    for (const site of inOrderOfClaims(checked)) {
      if (canary && site.found.replaced) {
        ledger.note(site, 'not-started', { ...site.planned, note: notStagedNote(site.inputs) });
        continue;
      }
      if (canary) await on(site, () => settleEarlier(site, canary, ledger.hold));
      const now = await on(site, () => claimSite(site, canary === undefined));
      if ('held' in now) claimed.set(site.inputs, ledger.hold(now));
      else ledger.note(site, 'unchanged', now.planned);
    }
    const staged: StagedSite[] = [];
    for (const { inputs } of checked) {
      const site = claimed.get(inputs);
      if (site) staged.push(await on(site, () => stageSite(site)));
    }
    if (canary) {
      const services = first?.inputs.services ?? [];
      for (const site of staged) ledger.note(site, 'staged', await on(site, () => markStaged(site, canary, services)));
      return;
    }
    const [next] = staged;
    if (first && next) await on(next, () => checkServicesAgain(first.inputs, first.clients));
    const switched: SwitchedSite[] = [];
    for (const site of staged) {
      const now = await on(site, () => switchStaged(site));
      ledger.note(site, 'live', now.outcome);
      switched.push(now);
    }
    for (const site of switched) ledger.note(site, 'live', await on(site, () => pruneSite(site)));
  });
}

/** A release that was live with other files: its manifest is needed for rollbacks until it is replaced by the switch. */
const notStagedNote = ({ release }: PublishInputs): PublishOutcome['note'] => [
  '⚠️',
  `Release ${release} was already published with other files, so it cannot be staged now. Run this step again once the canary has all traffic.`,
];

/** `on-canary: stage-only` without a canary of this commit. */
async function nothingToStage(sites: readonly SiteStep<PublishInputs>[]): Promise<StepResult> {
  const note = ['✅', 'Nothing was staged or published: no canary of this commit is undecided.'] as const;
  const planned = { ...NO_CHANGES, task: 'publish', release: undefined, previous: undefined, note } as const;
  const ledger = createLedger(sites.map((site) => ({ ...site, planned })));
  return await ledger.carryOut(async () => {});
}

/** What is staged for an earlier canary, which was decided before this one began. */
async function settleEarlier(
  { inputs, clients, found }: CheckedSite,
  canary: UndecidedCanary,
  hold: Ledger<CheckedStaged>['hold'],
): Promise<void> {
  const { staged } = found.stored.state;
  if (!staged || staged.canary.release === canary.release) return;
  await settleStaged(await checkStaged({ inputs: { ...inputs, task: 'settle' }, clients }), hold);
}

/** Switches sites to their staged releases, or drops these, by the results of their canaries. */
export async function settleSites(sites: readonly SiteStep<SettleInputs>[]): Promise<StepResult> {
  const checked = await onEverySite(sites, checkStaged);
  const ledger = createLedger(checked);
  if (isDryRun(sites)) return ledger.planned(({ planned }) => planned);
  return ledger.carryOut(async (on) => {
    for (const site of inOrderOfClaims(checked)) {
      const { status, outcome } = await on(site, () => settleStaged(site, ledger.hold));
      ledger.note(site, status, outcome);
    }
  });
}

export async function rollBackSites(sites: readonly SiteStep<RollbackInputs>[]): Promise<StepResult> {
  const found = await checkRollbacks(sites);
  const checked = found.filter(isChecked);
  warnOfCommits(checked);
  const ledger = createLedger<CheckedRollback | KeptSite>(found);
  const keep = (site: KeptSite) => ledger.note(site, 'kept', site.planned);
  for (const site of found) if (!isChecked(site)) keep(site);
  if (isDryRun(sites)) return ledger.planned((site) => (isChecked(site) ? dryRunOfRollback(site) : site.planned));
  return ledger.carryOut(async (on) => {
    // All holds stand before the first switch: no publish can come in between.
    const held = await holdSites(checked, { on, held: ledger.hold, kept: keep });
    for (const { inputs } of checked) {
      const site = held.find((one) => one.inputs === inputs);
      if (site) ledger.note(site, 'live', await on(site, () => switchBack(site)));
    }
  });
}

export async function releaseSiteHolds(sites: readonly SiteStep<ReleaseHoldInputs>[]): Promise<StepResult> {
  const planned = { ...NO_CHANGES, task: 'release-hold', release: undefined, previous: undefined } as const;
  const ledger = createLedger(sites.map((site) => ({ ...site, planned })));
  return ledger.carryOut(async (on) => {
    for (const site of sites) {
      const outcome = await on(site, () => releaseSiteHold(site.inputs, site.clients));
      const status = outcome.holdEnded === undefined ? 'unchanged' : isDryRun(sites) ? 'planned' : 'released';
      ledger.note(site, status, outcome);
    }
  });
}

const isDryRun = (sites: readonly SiteStep<SiteInputs>[]): boolean => sites.some(({ inputs }) => inputs.dryRun);

/** Releases of one name may be of different commits: then the sites were never live together in this form. */
function warnOfCommits(sites: readonly CheckedRollback[]): void {
  const commits = sites.map(({ found: { target }, inputs }) => `${inputs.name}: ${target.commit}`);
  if (new Set(sites.map(({ found }) => found.target.commit)).size < 2) return;
  sites[0]?.clients.context.log.warning(`The sites go back to releases of different commits. ${commits.join(', ')}.`);
}
