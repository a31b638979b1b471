/** The writes of a call log, as the trace check reads them. */

/** One write that was sent. */
export interface Call {
  /** `deploy-run`, or whichever action sent it; empty for a person. */
  readonly action: string;
  /** `main` or `post`. */
  readonly phase: string;
  /** Its sender: number of the step in the log, or name of the actor. Attempts of one run differ. */
  readonly by: string;
  /** `run`, `storage`, `compute`, `registry`. */
  readonly api: string;
  readonly method: string;
  /** Path and query, decoded. */
  readonly target: string;
  /** HTTP status of the response, or `cut`. */
  readonly status: string;
  /** JSON; for multipart bodies a list of the parts; undefined without a body. */
  readonly body: unknown;
  /** When the server received it, in milliseconds; undefined if the log has no times. */
  readonly at?: number;
  /** When it was sent. */
  readonly sent?: number;
}

/** POST calls that change nothing. */
export const READING_POSTS =
  /\/v1\/token$|\/entries:list$|:(generateIdToken|generateAccessToken|testIamPermissions|getIamPolicy|access)$|\/operations\/[^/]+\/wait$/;

/** A successful run. */
export interface Success {
  readonly by: string;
  readonly began: number;
  readonly ended: number;
}

/** Facts about a log that it does not contain. */
export interface TraceFacts {
  /** The log has every write since the creation of the resource, in order of execution, and names the senders. */
  readonly complete?: boolean;
  /** No run was forced past a hold, a freeze or a newer commit, except those that are named here. */
  readonly unforced?: boolean;
  /** Whether a run may release holds, and was forced. */
  readonly releases?: (by: string) => boolean;
  readonly forced?: (by: string) => boolean;
  /** Whether a run is a rollback. */
  readonly rollsBack?: (by: string) => boolean;
  readonly succeeded?: readonly Success[];
  /** All runs have ended, and interrupted ones were re-run, so no rollout is unfinished. */
  readonly settled?: boolean;
  /** A rollback goes back to a combination of releases that the sites of its step served together. */
  readonly siteOfSeveral?: boolean;
  /** Senders with a write that was refused after a concurrent change: they wrote again with the same plan. */
  readonly refused?: ReadonlySet<string>;
  /** The number of the run that an actor, or the id of a rollout, belongs to. */
  readonly runOf?: (by: string) => string;
  /** Index in the history of the commit that names a revision or a release. */
  readonly ageOf?: (name: string) => number | undefined;
  /** The tags that a run gives the image that it builds, reuses or merges. */
  readonly tagsOf?: (by: string) => readonly string[];
}

/** The effect of a write: a refused one changes nothing; after a 5xx or no response, the effect is unknown. */
export const isRefused = ({ status }: Call): boolean => /^4/.test(status);
export const isAccepted = ({ status }: Call): boolean => /^2/.test(status);

/** A query parameter; undefined if it is absent. */
export const parameter = ({ target }: Call, name: string): string | undefined =>
  new RegExp(`[?&]${name}=([^&]*)`).exec(target)?.[1];

export const pathOf = ({ target }: Call): string => target.replace(/\?[\w$]+=.*$/, '');

const LINE = /^(\S+) ([A-Z]+) (.*?) → (\S+)(?: (.*))?$/s;

/** A line of a log: a server was reset to an earlier state. */
export const RESET = '= reset';

/** Splits the lines at resets of a server. */
export function historiesOf(lines: readonly string[]): string[][] {
  const histories: string[][] = [[]];
  for (const line of lines) {
    if (line === RESET) histories.push([]);
    else histories.at(-1)?.push(line);
  }
  return histories;
}

/** The writes of one test in the format of `test/golden/`; reads are left out. */
export function callsOf(lines: readonly string[]): Call[] {
  let step = { action: '', phase: '', by: '' };
  let number = 0;
  return lines.flatMap((line): Call[] => {
    const [, action = '', phase = ''] = /^= (\S+) (\S+)/.exec(line) ?? [];
    if (action !== '') step = { action, phase, by: `step ${++number}` };
    const [, api = '', method = '', target = '', status = '', body = ''] = LINE.exec(line) ?? [];
    if (action !== '' || api === '' || step.action === '') return [];
    return [{ ...step, api, method, target, status, body: parsed(body) }];
  });
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
