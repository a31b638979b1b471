/** Switches the site to a staged release, the same for publish and rollback: live objects, then the route, then the CDN's caches. */
import { CloudError, InputError } from '../../../src/runtime/errors.ts';
import { pathsToInvalidate } from '../cdn/changed-paths.ts';
import { invalidate } from '../cdn/invalidate.ts';
import type { Cdn } from '../cdn/load-balancer.ts';
import { switchRoute, withRoute } from '../cdn/switch-route.ts';
import type { SiteClients } from '../clients.ts';
import type { SiteInputs } from '../inputs.ts';
import type { SiteSwitch } from '../plan/site-switch.ts';
import type { SwitchPlan, SwitchStep } from '../plan/switch.ts';
import type { HeldClaim } from '../store/claim.ts';
import { transferAll } from '../store/parallel-transfers.ts';
import { givenBack } from '../store/site-state.ts';
import type { ListingChanges, StoredObject } from '../store/stored-object.ts';

export interface Switched {
  /** Objects that were written or deleted. */
  readonly objects: ListingChanges;
  readonly deleted: number;
  readonly invalidated: readonly string[];
  /** Why paths were not invalidated. The site is switched anyway, and a re-run invalidates them. */
  readonly failure: unknown;
}

/**
 * Executes the plan. The state must already record the switch. `changedBefore` are paths that were changed
 * before the switch and must be invalidated with it.
 */
export async function switchSite(
  inputs: SiteInputs,
  clients: SiteClients,
  held: HeldClaim,
  plan: SiteSwitch,
  cdn: Cdn | undefined,
  changedBefore: readonly string[] = [],
): Promise<Switched> {
  const { timings } = clients;
  const [objects, switchedCdn] = await timings.time('Switch', async () => [
    await switchObjects(inputs, clients, plan.objects),
    cdn && plan.route ? await moveRoute(cdn, plan.root, held) : cdn,
  ]);
  const { replaced, patched, removed, interrupted, rerouted } = plan;
  const changed = [...replaced, ...patched, ...removed, ...changedBefore, ...interrupted, ...rerouted];
  const paths = pathsToInvalidate(
    switchedCdn,
    inputs.cdn,
    changed.map((path) => plan.root + path),
  );
  const { invalidated, failure } = await timings.time('Invalidate', async () =>
    switchedCdn && paths.length > 0
      ? await invalidate(switchedCdn, paths, inputs.cdn?.wait === true)
      : { invalidated: [], failure: undefined },
  );
  return { objects, deleted: plan.objects.remove.length, invalidated, failure };
}

/**
 * A URL map is changed by an operation, which continues after this run has stopped, and until its end others read the old route. Unless the
 * change is refused, the claim therefore expires before the next run reads the route.
 */
async function moveRoute(cdn: Cdn, root: string, held: HeldClaim): Promise<Cdn> {
  try {
    return await switchRoute(cdn, root);
  } catch (error) {
    const refused = error instanceof CloudError && error.status >= 400 && error.status < 500;
    if (!refused && !(error instanceof InputError)) held.abandon();
    throw error;
  }
}

/** The paths that a switch would invalidate, for a dry run. `changed` are paths of the site. */
export function invalidationsOf(
  { cdn: inputs }: SiteInputs,
  { root, route }: Pick<SiteSwitch, 'root' | 'route'>,
  cdn: Cdn | undefined,
  changed: readonly string[],
): string[] {
  return pathsToInvalidate(
    cdn && route ? withRoute(cdn, root) : cdn,
    inputs,
    changed.map((path) => root + path),
  );
}

async function switchObjects(
  { concurrency }: SiteInputs,
  { store, context, timings }: SiteClients,
  plan: SwitchPlan,
): Promise<ListingChanges> {
  for (const path of plan.foreign)
    context.log.warning(
      `${path} is no longer part of the site, but belongs to another site or was changed by another user. It is kept.`,
    );
  const objects = new Map<string, StoredObject | undefined>();
  const progress = timings.progress('Switched', plan.loaded.length + plan.pages.length);
  let done = 0;
  const apply = async (step: SwitchStep) => {
    const object =
      step.kind === 'copy'
        ? await store.copy(step.from, step.to, step.headers, step.replaces)
        : await store.patch(step.object, step.headers);
    objects.set(object.name, object);
    progress(++done);
  };
  const isEntry = ({ path }: SwitchStep) => path === 'index.html';
  await transferAll(plan.loaded, { concurrency }, apply);
  // The entry page is written after everything that it may lead to.
  await transferAll(
    plan.pages.filter((step) => !isEntry(step)),
    { concurrency },
    apply,
  );
  await transferAll(plan.pages.filter(isEntry), { concurrency }, apply);
  await transferAll(plan.remove, { concurrency }, async ({ object }) => {
    await store.remove(object);
    objects.set(object.name, undefined);
  });
  return objects;
}

/** Releases the claim after success and failure, so that the next run need not wait. Never hides the error that ended this run. */
export async function releaseClaim(held: HeldClaim, { context }: SiteClients): Promise<void> {
  try {
    await held.release(givenBack);
  } catch (error) {
    context.log.debug(`The lock on the site could not be released: ${(error as Error).message}`);
  }
}
