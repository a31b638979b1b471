/** What is done after a failure, in `main` at once and in `post` where `main` could not: the old traffic is brought back. */
import type { Context } from '../../src/context.ts';
import { createClients } from './clients.ts';
import { createReport } from './report.ts';
import { type Restored, restore } from './restore.ts';
import { createSite, type Site, through } from './site.ts';
import type { Inputs } from './task.ts';

/** State that `post` gets from `main`. */
export const STATE = 'rollout';

export interface Remembered {
  readonly id: string;
  readonly sites: readonly { readonly kind: Site['kind']; readonly region: string; readonly service: string }[];
}

/** After SIGINT the runner gives 7.5 s until SIGTERM, and 2.5 s more. */
const HURRY = 6500;
const TIMEOUT = 120_000;

export function remember(context: Context, id: string, sites: readonly Site[]): void {
  const remembered: Remembered = {
    id,
    sites: sites.map(({ kind, region, service }) => ({ kind, region, service })),
  };
  context.saveState(STATE, remembered);
}

export const forget = (context: Context): void => context.saveState(STATE, '');

/** Restores every site, the last first, and says what serves now. One that cannot be restored does not stop the others. */
export async function undo(context: Context, inputs: Inputs, id: string, sites: readonly Site[]): Promise<string[]> {
  // Clients of its own: those of the rollout are cut off by a cancellation.
  const limit = context.signal.aborted ? HURRY : TIMEOUT;
  const clients = createClients(context, inputs, AbortSignal.timeout(limit));
  const sentences: string[] = [];
  for (const site of [...sites].reverse()) {
    const where = `${site.service} in ${site.region}`;
    try {
      const restored = await restore(through(quiet(site), clients), id, limit);
      site.report.after = restored.kind === 'restored' ? restored.shares : site.report.before;
      sentences.push(describe(where, restored));
    } catch (error) {
      const message = `The traffic of ${where} could not be brought back: ${(error as Error).message}`;
      context.log.error(message);
      sentences.push(`${message} The post step tries again.`);
    }
  }
  return sentences.filter((sentence) => sentence !== '');
}

/** Waits of a restore must not end with the cancellation that made it necessary. */
const quiet = (site: Site): Site => ({
  ...site,
  context: { ...site.context, signal: new AbortController().signal },
});

function describe(where: string, restored: Restored): string {
  if (restored.kind === 'restored') {
    const shares = restored.shares.map(({ revision, percent }) =>
      percent === 100 ? revision : `${revision} (${percent} %)`,
    );
    return `${shares.join(' and ')} ${shares.length > 1 ? 'serve' : 'serves'} ${where} as before.`;
  }
  if (restored.kind === 'nothing-before')
    return `Nothing served ${where} before, so there is nothing to return to: the new revision stays, as closed as it was made.`;
  return '';
}

/** `post`: brings back what `main` was killed over. */
export async function post(inputs: Inputs | undefined, context: Context): Promise<void> {
  const text = context.state(STATE);
  if (text === '' || !inputs) return;
  const { id, sites } = JSON.parse(text) as Remembered;
  const clients = createClients(context, inputs, context.signal);
  const all = sites.map(({ kind, region, service }) =>
    createSite({
      context,
      clients,
      kind,
      project: inputs.project,
      region,
      service,
      report: createReport(region, service),
    }),
  );
  for (const sentence of await undo(context, inputs, id, all)) context.log.notice(sentence);
}
