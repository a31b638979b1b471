/** Records the result of each site, and its claim, which is released however the step ends. */
import type { SiteStep } from '../clients.ts';
import type { SiteInputs } from '../inputs.ts';
import type { PublishOutcome } from '../report/outcome.ts';
import type { SiteResult, SiteStatus, StepResult } from '../report/site-result.ts';
import type { HeldClaim } from '../store/claim.ts';
import { failureOf } from './each-site.ts';
import { releaseClaim } from './switch-site.ts';

type Planned = SiteStep<SiteInputs> & { readonly planned: PublishOutcome };
/** Works on a site; an error is then known to be its own. */
type OnSite = <T>(site: SiteStep<SiteInputs>, work: () => Promise<T>) => Promise<T>;

export interface Ledger<S extends Planned> {
  note(site: SiteStep<SiteInputs>, status: SiteStatus, outcome: PublishOutcome): void;
  /** Records the claim of the site, and returns the site. */
  hold<H extends SiteStep<SiteInputs> & { readonly held: HeldClaim }>(site: H): H;
  /** The result of a dry run; sites that are noted already keep that status. */
  planned(outcomeOf: (site: S) => PublishOutcome): StepResult;
  /** Runs the work. With several sites an error is extended by the results of the others; with one it is thrown unchanged. */
  carryOut(work: (on: OnSite) => Promise<void>): Promise<StepResult>;
}

export function createLedger<S extends Planned>(sites: readonly S[]): Ledger<S> {
  const claims: { readonly held: HeldClaim; readonly site: SiteStep<SiteInputs> }[] = [];
  const entries = new Map<SiteInputs, { status: SiteStatus; outcome: PublishOutcome }>(
    sites.map(({ inputs, planned }) => [inputs, { status: 'not-started', outcome: planned }]),
  );
  const results = (): SiteResult[] =>
    sites.flatMap(({ inputs, clients }) => {
      const entry = entries.get(inputs);
      return entry ? [{ inputs, ...entry, timings: clients.timings.rows() }] : [];
    });
  const note: Ledger<S>['note'] = ({ inputs }, status, outcome) => void entries.set(inputs, { status, outcome });

  return {
    note,
    hold(site) {
      claims.push({ held: site.held, site });
      return site;
    },
    planned(outcomeOf) {
      for (const site of sites)
        if (entries.get(site.inputs)?.status === 'not-started') note(site, 'planned', outcomeOf(site));
      return { results: results() };
    },
    async carryOut(work) {
      let current: SiteStep<SiteInputs> | undefined;
      const on: OnSite = (site, doIt) => {
        current = site;
        return doIt();
      };
      try {
        await work(on);
      } catch (error) {
        if (sites.length === 1 || !current) throw error;
        const entry = entries.get(current.inputs);
        // A failure to prune does not affect the live release.
        if (entry && entry.status !== 'live') entry.status = 'failed';
        const now = results();
        return { results: now, failure: failureOf(error, current.inputs.name, now) };
      } finally {
        for (const { held, site } of claims) await releaseClaim(held, site.clients);
      }
      const now = results();
      const stale = now.find(({ outcome }) => outcome.failure !== undefined);
      return stale
        ? { results: now, failure: failureOf(stale.outcome.failure, stale.inputs.name, now) }
        : { results: now };
    },
  };
}
