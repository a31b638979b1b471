/** The canary of the services that a site belongs to: its record on the service, its decision, and what must hold of the staged release. */
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { addressOf, type Network } from '../engine/network.ts';
import { Violation } from '../engine/schedule.ts';
import { buildOf } from './builds.ts';
import { SITE_COMMITS } from './cloud.ts';
import type { SiteWatch } from './invariants.ts';
import { STAGED_COMMIT } from './schedule.ts';

export interface Canary {
  /** Creates the service, on which the canary is undecided. */
  create(): Promise<void>;
  /** Decides the canary, once. */
  decide(): Promise<void>;
  /** Called after each event. */
  checkState(): void;
  /** The staged releases, by prefix; called before the run that switches to them or drops them. */
  noteStaged(): void;
  /** After that run: the releases are live or dropped, as the canary was decided. */
  checkSettled(): void;
}

const SERVICE = 'web';
const ID = 'canary-1';
const PARENT = `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/services`;
const STAGED = SITE_COMMITS[STAGED_COMMIT] as string;
const STAGED_PAGE = buildOf(STAGED_COMMIT).get('index.html') as string;

/** Output `canary` of the deploy that began it. */
export const CANARY_OUTPUT = JSON.stringify({ release: ID, commit: STAGED, lead: `${PARENT}/${SERVICE}`, step: 1 });

export function createCanary(
  { direct }: Network,
  watch: SiteWatch,
  prefixes: readonly string[],
  result: 'promoted' | 'restored',
): Canary {
  let decision: 'undecided' | typeof result = 'undecided';
  let staged: readonly string[] = [];
  const parent = `${addressOf('run')}/v2/${PARENT}`;
  const write = async (method: string, url: string, records: Readonly<Record<string, unknown>>) => {
    const annotations = Object.fromEntries(
      Object.entries(records).map(([key, value]) => [`actions.orchestra.dev/${key}`, JSON.stringify(value)]),
    );
    const template = { containers: [{ image: 'us-docker.pkg.dev/cloudrun/container/hello' }] };
    const { status, json } = await direct(method, url, { annotations, template });
    if (status >= 300) throw new Error(`the service was refused: ${status} ${JSON.stringify(json)}`);
  };
  return {
    create: () =>
      write('POST', `${parent}?serviceId=${SERVICE}`, {
        rollout: {
          id: ID,
          commit: STAGED,
          release: { format: 3, members: [`${DEFAULTS.region}/services/${SERVICE}`] },
        },
      }),
    async decide() {
      if (decision !== 'undecided') return;
      decision = result;
      const releases = result === 'promoted' ? [{ revision: `${SERVICE}-1`, commit: STAGED, rollout: ID }] : [];
      await write('PATCH', `${parent}/${SERVICE}`, { releases });
    },
    checkState() {
      for (const prefix of prefixes) {
        const state = watch.stateOf(prefix);
        if (state.hold && state.staged) throw new Violation('under a hold nothing is staged', `${prefix} has both`);
        if (decision !== 'promoted' && watch.entryPage(prefix) === STAGED_PAGE)
          throw new Violation('a staged release waits for its canary', `it is served, and the canary is ${decision}`);
      }
    },
    noteStaged() {
      staged = prefixes.filter((prefix) => watch.stateOf(prefix).staged !== undefined);
    },
    checkSettled() {
      for (const prefix of prefixes) {
        const { staged: left, current } = watch.stateOf(prefix);
        if (left) throw new Violation('one run ends the wait of a staged release', `${left.release} is still staged`);
        if (staged.includes(prefix) && (current === STAGED) !== (decision === 'promoted'))
          throw new Violation('one run ends the wait of a staged release', `${current} is live, ${decision}`);
      }
    },
  };
}
